package agent

import (
	"context"
	"strconv"

	"afterglow/app/journal"
	"afterglow/app/notify"
	"afterglow/app/phrase"
	"afterglow/app/reminder"
	"afterglow/app/service"
	"afterglow/guidance"
)

// Keys of the actions on a notification.
const (
	keyDone  = "done"
	keyLater = "later"
	keyFeel  = "feel"
)

// teller puts notices on the desktop.
type teller struct {
	notify  notify.Notifier
	service *service.Service
	journal *journal.Journal
	idsHold func() bool // whether the desktop's numbers in the journal are of this session
	voice   func() phrase.Voice
}

var (
	_ reminder.Teller  = teller{}
	_ reminder.Quieter = teller{}
)

func (t teller) Show(ctx context.Context, n reminder.Notice) (reminder.Told, error) {
	v := t.voice()
	var told reminder.Told
	if n.Discreet {
		told.Title, told.Body = v.DiscreetNotice()
	} else {
		told.Title, told.Body = v.Notice(n.News)
	}
	note := notify.Note{Key: n.ID + "#" + strconv.Itoa(n.Round), Title: told.Title, Body: told.Body, Open: v.T("notification.open"), Sound: t.sound(ctx)}
	if n.Actions {
		note.Actions = []notify.Action{answer(v, n), {Key: keyLater, Label: v.T("notification.later")}}
		note.Instead = instead(v, n)
	}
	var err error
	told.Handle, err = t.notify.Show(ctx, note)
	return told, err
}

// answer is the first button: that it was done; of the check-in it asks its question, which merely to tick off would
// leave open. To someone who may be looked over the shoulder it does not say so.
func answer(v phrase.Voice, n reminder.Notice) notify.Action {
	if n.Role == guidance.CheckIn && !n.Discreet {
		return notify.Action{Key: keyFeel, Label: v.T("notification.feel")}
	}
	return notify.Action{Key: keyDone, Label: v.T("notification.done")}
}

// instead is what to type where a desktop draws no buttons. It names the routine, so it is not said to someone who may be
// looked over the shoulder.
func instead(v phrase.Voice, n reminder.Notice) string {
	switch {
	case n.Discreet:
		return ""
	case n.Role == guidance.CheckIn:
		return v.T("notification.instead_feel")
	}
	return v.T("notification.instead_done", phrase.Args{"What": n.What})
}

// sound falls back to silence: a journal that cannot be read must not make noise at night.
func (t teller) sound(ctx context.Context) bool {
	prefs, err := t.service.Prefs(ctx)
	return err == nil && prefs.Sound
}

// Close takes away the notification of a delivery. One that an earlier session of the desktop showed is gone, and
// what has its number now is another program's.
func (t teller) Close(ctx context.Context, delivery int64) error {
	if !t.idsHold() {
		return nil
	}
	open, err := t.journal.OnScreen(ctx)
	if err != nil {
		return err
	}
	for _, o := range open {
		if o.Delivery == delivery {
			return t.notify.Close(ctx, o.Number)
		}
	}
	return nil
}

func (t teller) Quiet(ctx context.Context) (bool, string) { return t.notify.Quiet(ctx) }
