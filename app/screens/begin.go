package screens

import (
	"context"
	"io"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"afterglow/app/screens/onboarding"
	"afterglow/app/screens/settings"
	"afterglow/app/screens/words"
	"afterglow/app/service"
)

// begin opens the three steps.
func (s *Shell) begin() { s.open(nil) }

// open opens the steps for a new treatment, or for one to change.
func (s *Shell) open(edit *service.TreatmentView) {
	if !s.state.loaded {
		s.page = PageBegin // opened once there is something to read
		return
	}
	m := onboarding.Model{
		Now: s.state.status.Now, Plans: s.state.plans, Edit: edit,
		Sleep: s.setting("sleep"), Water: s.state.scene.Prefs.Water, Asked: s.state.scene.HadTreatment(), Login: s.state.login,
		InUse: s.setting("plan"), PlanText: s.planText,
	}
	s.closeSheet()
	s.plan = nil
	s.page = PageToday
	s.onboarding = onboarding.New(s.k, m, onboarding.Actions{
		Finish: func(a onboarding.Answer, answer func(error)) { s.finish(edit, a, answer) },
		Leave:  func() { s.leave() },
		Test:   s.test,
		Open:   s.openFile,
	})
	s.drawRail()
	s.draw()
	s.onboarding.Begin()
}

func (s *Shell) leave() {
	s.onboarding = nil
	s.drawRail()
	s.draw()
}

func (s *Shell) setting(key string) string {
	for _, v := range s.state.settings {
		if v.Key == key {
			return v.Value
		}
	}
	return ""
}

// finish enters or changes the treatment; the preferences of step 3 are stored with a new one.
func (s *Shell) finish(edit *service.TreatmentView, a onboarding.Answer, answer func(error)) {
	c, login := s.service, s.opts.Autostart
	was := s.state.login
	s.opts.Background(func() {
		ctx := context.Background()
		var err, loginErr error
		var entered service.TreatmentView
		if edit != nil {
			entered = *edit
			err = c.Change(ctx, edit.ID, a.Treatment)
		} else {
			if entered, err = c.Begin(ctx, a.Treatment); err == nil {
				err = c.SetSetting(ctx, "sleep", a.Sleep)
			}
			if err == nil {
				err = c.SetSetting(ctx, "water", onOff(a.Water))
			}
			if err == nil && login != nil && a.Login != was {
				loginErr = login.Set(a.Login)
			}
		}
		note := ""
		if err == nil {
			if said, noteErr := c.SpacingNote(ctx, entered.ID); noteErr == nil {
				note = said // the treatment stands without it too
			}
		}
		s.opts.OnUI(func() {
			answer(err)
			if err != nil {
				return
			}
			s.leave()
			switch {
			case loginErr != nil:
				s.toast.say("Open at login could not be set. " + words.Stop(words.Capital(loginErr.Error())))
			case edit != nil:
				s.toast.say(strings.TrimSpace("The treatment was changed. " + note))
			case note != "":
				s.toast.say("The treatment is entered. " + note)
			}
			s.Refresh()
		})
	})
}

func onOff(on bool) string {
	if on {
		return "on"
	}
	return "off"
}

// test has the agent show a notification.
func (s *Shell) test(answer func(say string, err error)) {
	s.opts.Background(func() {
		say, err := s.opts.TestNote(context.Background())
		if say == "" {
			say = "Sent. It shows where your desktop shows notifications."
		}
		s.opts.OnUI(func() { answer(say, err) })
	})
}

// openFile lets the person choose a plan file.
func (s *Shell) openFile(largest int64, answer func(name string, text []byte, fits bool)) {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		s.chooser = nil
		if err != nil {
			s.toast.say("This file cannot be opened. " + words.Stop(words.Capital(err.Error())))
			return
		}
		if r == nil {
			return // the person changed their mind
		}
		defer r.Close()
		text, err := io.ReadAll(io.LimitReader(r, largest+1))
		if err != nil {
			s.toast.say("This file cannot be read. " + words.Stop(words.Capital(err.Error())))
			return
		}
		answer(r.URI().Name(), text, int64(len(text)) <= largest)
	}, s.win)
	d.SetFilter(storage.NewExtensionFileFilter([]string{".toml", ".afterglow-plan"}))
	d.SetConfirmText("Open")
	s.chooser = d
	d.Show()
	d.Resize(fyne.NewSize(760, 520)) // not before it is shown: Fyne has nothing to resize until then
}

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
		Edit:  func(t service.TreatmentView) { s.open(&t) },
		Remove: func(t service.TreatmentView) {
			s.confirm("Remove this treatment?",
				"Its waits and reminders end: "+words.LongDate(t.At)+", "+words.Treatment(t)+". What you wrote down stays in your notes.",
				"Remove", func() {
					s.act(func(ctx context.Context, c Care) (string, []int64, error) {
						return "The treatment was removed.", nil, c.Remove(ctx, t.ID)
					})
				})
		},
	}
}
