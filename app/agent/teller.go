package agent

import (
	"context"

	"afterglow/app/notify"
	"afterglow/app/reminder"
	"afterglow/app/service"
)

// teller puts notices on the desktop.
type teller struct {
	notify  notify.Notifier
	service *service.Service
}

var (
	_ reminder.Teller  = teller{}
	_ reminder.Quieter = teller{}
)

func (t teller) Show(ctx context.Context, n reminder.Notice) (uint32, error) {
	note := notify.Note{Title: n.Title, Body: n.Body, Replaces: n.Replaces, Sound: t.sound(ctx)}
	if n.Actions {
		note.Actions = []notify.Action{{Key: "done", Label: "Done"}, {Key: "later", Label: "Later"}}
	}
	return t.notify.Show(ctx, note)
}

// sound falls back to silence: a journal that cannot be read must not make noise at night.
func (t teller) sound(ctx context.Context) bool {
	prefs, err := t.service.Prefs(ctx)
	return err == nil && prefs.Sound
}

func (t teller) Close(ctx context.Context, id uint32) error { return t.notify.Close(ctx, id) }

func (t teller) Quiet(ctx context.Context) (bool, string) { return t.notify.Quiet(ctx) }
