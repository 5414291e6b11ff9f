package screens

import (
	"context"

	"afterglow/app/screens/settings"
	"afterglow/app/screens/sheets"
	"afterglow/app/screens/words"
	"afterglow/app/service"
)

func (s *Shell) settingActions() settings.Actions {
	return settings.Actions{
		Set: func(key, value string, answer func(error)) {
			c := s.service
			s.opts.Background(func() {
				err := c.SetSetting(context.Background(), key, value)
				s.opts.OnUI(func() {
					answer(err)
					if err == nil {
						s.Refresh()
					}
				})
			})
		},
		Login: func(on bool, answer func(error)) {
			login := s.opts.Autostart
			s.opts.Background(func() {
				err := login.Set(on)
				s.opts.OnUI(func() {
					answer(err)
					s.Refresh()
				})
			})
		},
		Test:  s.test,
		Begin: s.begin,
		Edit:  func(t service.TreatmentView) { s.openSteps(&t) },
		Remove: func(t service.TreatmentView) {
			s.openPanel(sheets.Confirm("Remove this treatment?",
				"Its waits and reminders end: "+words.LongDate(t.At)+", "+words.Treatment(t)+". What you wrote down stays in your notes.",
				"Remove", func() {
					s.act(func(ctx context.Context, c Care) (string, []int64, error) {
						return "The treatment was removed.", nil, c.Remove(ctx, t.ID)
					})
				}))
		},
	}
}
