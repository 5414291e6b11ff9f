package agent

import (
	"context"

	"afterglow/app/notify"
)

// veil puts discreet words in the place of all that is on show: the person has just asked that nobody who looks over the
// shoulder learns of the treatment, and many desktops keep a list of what they have shown. It is for the runner's goroutine.
func (a *agent) veil() {
	if !a.knowSession() {
		return
	}
	ctx, cancel := context.WithTimeout(a.ctx, answerWithin)
	defer cancel()
	open, err := a.journal.OnScreen(ctx)
	a.trouble("background.cannot_look_up", err)
	v := a.voice()
	for _, o := range open {
		note := notify.Note{Replaces: o.Number, Open: v.T("notification.open"), Brief: true}
		note.Title, note.Body = v.DiscreetNotice()
		if role, err := a.roleOf(ctx, o.Number); err == nil && role != "" {
			note.Brief = false
			note.Actions = []notify.Action{{Key: keyDone, Label: v.T("notification.done")}, {Key: keyLater, Label: v.T("notification.later")}}
		}
		if _, err := a.notify.Show(ctx, note); err != nil {
			a.trouble("background.cannot_answer", err)
			return
		}
	}
}
