package cli

import (
	"context"
	"errors"
	"strings"
	"time"

	"afterglow/app/fault"
	"afterglow/app/phrase"
	"afterglow/app/phrase/typed"
)

// anchor reads when an appointment ended: waits are counted from there. If only the day was typed, it asks about
// when, if somebody sits at a terminal, and refuses otherwise.
func (r *run) anchor(ctx context.Context, word string) (time.Time, error) {
	at, err := r.anchorOf(ctx, word)
	if !errors.Is(err, typed.ErrNoTime) || !atTerminal(r.in) {
		return at, err
	}
	prompt := r.t("treat.about_when", phrase.Args{"Clock": afternoon})
	answer, asked := r.ask(ctx, r.t("treat.which_day"), prompt)
	switch {
	case asked != nil:
		return time.Time{}, fault.Wrap(asked, "treat.not_entered", nil)
	case answer == "":
		return time.Time{}, err
	}
	return r.anchorOf(ctx, strings.TrimSpace(word)+" "+answer)
}

func (r *run) anchorOf(ctx context.Context, word string) (time.Time, error) {
	t, err := r.typed(ctx, word, phrase.Voice.ReadAppointment)
	if err != nil {
		return time.Time{}, err
	}
	return t.Anchor()
}
