package screens

import (
	"context"

	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/settings"
	"afterglow/app/screens/sheets"
	"afterglow/app/service"
)

func (s *Shell) settingActions() settings.Actions {
	return settings.Actions{
		Set: func(key, value string, answer func(error)) {
			c := s.service
			s.opts.Background(func() {
				err := c.SetSetting(context.Background(), key, value)
				s.of(c, func() {
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
		Data:   s.dataActions(),
		Test:   s.test,
		Keys:   s.showKeys,
		Begin:  s.begin,
		Edit:   s.change,
		Remove: s.removeTreatment,
	}
}

// removeTreatment asks first: a whole course hangs on it.
func (s *Shell) removeTreatment(t service.TreatmentView) {
	v := s.k.V
	ask := sheets.Confirm(v.T("shell.remove"),
		phrase.Paragraph(v.Removal(t), v.T("shell.notes_stay")), v.T("shell.remove_yes"), func() {
			s.entry("remove", func(ctx context.Context, c Service) (record.Entry, error) { return c.Remove(ctx, t.ID) },
				func(record.Entry) string { return s.k.V.T("shell.removed") })
		})
	s.openPanel(sheets.While(ask, "shell.removed_elsewhere", func(m sheets.Model) bool { return !removed(t, m.Status) }))
}

// prescribed keeps whether a part of the plan was prescribed to the person.
func (s *Shell) prescribed(part service.PrescribedPart, on bool) {
	s.act(func(ctx context.Context, c Service) (told, []int64, error) {
		said := "guide.prescribed_off"
		if on {
			said = "guide.prescribed_on"
		}
		return s.words(said, phrase.Args{"Name": part.Name}), nil, c.SetSetting(ctx, part.ID+service.PrescribedSuffix, kit.OnOff(on))
	})
}
