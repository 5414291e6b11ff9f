package screens

import (
	"context"
	"net/url"
	"strings"
	"time"

	"afterglow/app/phrase"
	"afterglow/app/screens/calls"
)

func (s *Shell) callActions() calls.Actions {
	return calls.Actions{
		Call: s.call,
		Copy: func(number string) {
			s.app.Clipboard().SetContent(number)
			s.say(s.k.V.T("calls.copied", phrase.Args{"Phone": number}))
		},
		Save: func(number string, answer func(error)) { s.settingActions().Set("phone", number, answer) },
	}
}

func (s *Shell) callsModel() calls.Model {
	plan, own := s.state.scene.Plan, s.state.scene.Settings["phone"]
	m := calls.Model{Plan: plan, Typed: plan.Clinic.Phone != "" && own == plan.Clinic.Phone}
	if !m.Typed && plan.Clinic.Phone != "" {
		m.Own = own
	}
	return m
}

// callLimit is how long the window waits to hear whether a program takes telephone numbers.
const callLimit = 3 * time.Second

// call has a program of the computer dial a number; if there is none, or no digit to dial, that is said. Only a click
// gets here.
func (s *Shell) call(number string) {
	s.opts.Background(func() {
		ctx, hangUp := context.WithTimeout(context.Background(), callLimit)
		defer hangUp()
		to, takes := dialled(number), s.opts.Dials(ctx)
		s.opts.OnUI(func() {
			if strings.Trim(to, "+") == "" || !takes || s.app.OpenURL(&url.URL{Scheme: "tel", Opaque: to}) != nil {
				s.say(s.k.V.T("calls.no_program", phrase.Args{"Phone": number}))
			}
		})
	})
}

// dialled is a telephone number as an address has it: its digits, and a plus before them. What stands behind them, such
// as an extension in words, is for the person; so is the 0 in brackets behind a country's number.
func dialled(number string) string {
	if strings.HasPrefix(strings.TrimSpace(number), "+") {
		number = strings.Replace(number, "(0)", "", 1)
	}
	var out strings.Builder
	for _, r := range number {
		switch {
		case r >= '0' && r <= '9', r == '+' && out.Len() == 0:
			out.WriteRune(r)
		case out.Len() > 0 && !strings.ContainsRune(" -/.()\u00a0", r):
			return out.String()
		}
	}
	return out.String()
}
