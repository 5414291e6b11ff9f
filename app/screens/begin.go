package screens

import (
	"context"
	"slices"

	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/onboarding"
	"afterglow/app/service"
)

// begin opens the three steps. What is entered is real: it ends the example.
func (s *Shell) begin() { s.beginWith(onboarding.Has) }

// beginComing opens the steps for a treatment that is to come.
func (s *Shell) beginComing() { s.beginWith(onboarding.Will) }

func (s *Shell) beginWith(tense onboarding.Tense) {
	s.endExample(func() { s.openSteps(nil, tense) })
}

// change opens the steps for a treatment that was entered.
func (s *Shell) change(t service.TreatmentView) {
	tense := onboarding.Has
	if t.At.After(s.state.scene.Now) {
		tense = onboarding.Will
	}
	s.openSteps(&t, tense)
}

// beginDone opens the steps for a treatment that was to come and took place: they ask when it ended.
func (s *Shell) beginDone(t service.TreatmentView) { s.openSteps(&t, onboarding.HasNow) }

// openSteps opens the steps for a new treatment, or for one to change.
func (s *Shell) openSteps(edit *service.TreatmentView, tense onboarding.Tense) {
	s.whenRead(func() {
		s.clear()
		m := onboarding.Model{
			Plans: s.state.plans, Edit: edit, Tense: tense,
			Phone: s.setting("phone"), Sleep: s.setting("sleep"), Water: s.state.scene.Prefs.Water, Asked: s.state.scene.HadTreatment(), Login: s.state.login,
			InUse: s.setting("plan"), PlanText: s.planText,
		}
		from := s.page
		s.page = PageToday
		if edit == nil && s.draft.tense == tense {
			m.Draft = s.draft.form
		}
		s.draft.planning = false
		p := s.coverWith(onboarding.New(s.k, m, onboarding.Actions{
			Check:   func(n service.NewTreatment, answer func(error)) { s.checkEntry(edit, n, answer) },
			Finish:  func(a onboarding.Answer, answer func(error)) { s.finish(edit, a, answer) },
			Leave:   s.leaveSteps,
			Test:    s.test,
			Open:    s.openPlanFile,
			Copy:    s.copyMessage,
			Write:   func() { s.Show(PageStudio); s.draft.planning = true },
			Leaflet: func() { s.openLeaflet(); s.draft.planning = true },
		}), from)
		s.markRail()
		s.draw()
		p.Begin()
	})
}

// draft is what was entered in the steps for a new treatment before they were left.
type draft struct {
	tense    onboarding.Tense
	form     *onboarding.Draft
	planning bool // they were left to write the plan: once it is kept they go on with it
}

// coverWith puts the steps in the page's place. Whatever closes them, what was entered for a new treatment stands there
// again the next time. from is the page that they were opened on.
func (s *Shell) coverWith(p *onboarding.Page, from string) *onboarding.Page {
	l := &layer{object: p.Object(), page: from}
	l.close = func() {
		if tense, isNew := p.IsNew(); isNew {
			s.draft.tense, s.draft.form = tense, p.Draft()
		}
	}
	l.again = func() {
		p = p.Again(s.k)
		l.object = p.Object()
	}
	l.check = func() {
		if t := p.Edits(); t != nil && removed(*t, s.state.status) {
			s.leaveSteps()
			s.say(s.k.V.T("shell.removed_elsewhere"))
		}
	}
	s.put(steps, l)
	return p
}

// removed says that a treatment which would still be looked after is not there any more: the command line took it away.
func removed(t service.TreatmentView, now service.Status) bool {
	return t.Ends.After(now.Now) && !slices.ContainsFunc(now.Treatments, func(is service.TreatmentView) bool { return is.ID == t.ID })
}

// leaveSteps closes the steps before anything was entered: what they were opened on is there again.
func (s *Shell) leaveSteps() {
	if l := s.layers[steps]; l != nil && l.page == PageSettings {
		s.page = l.page
		s.uncover(steps)
		return
	}
	s.leave()
}

// leave closes the steps: Today begins at its top.
func (s *Shell) leave() {
	s.uncover(steps)
	s.top()
}

func (s *Shell) setting(key string) string { return settingOf(s.state.settings, key) }

// checkEntry asks whether the treatment could be entered, or changed, as it is.
func (s *Shell) checkEntry(edit *service.TreatmentView, n service.NewTreatment, answer func(error)) {
	c, id := s.service, int64(0)
	if edit != nil {
		id = edit.ID
	}
	s.opts.Background(func() {
		err := c.CheckTreatment(context.Background(), id, n)
		s.of(c, func() { answer(err) })
	})
}

// finish enters or changes the treatment; the preferences of step 3 are stored with a new one.
func (s *Shell) finish(edit *service.TreatmentView, a onboarding.Answer, answer func(error)) {
	c, login := s.service, s.opts.Autostart
	was := s.state.login
	s.opts.Background(func() {
		ctx := context.Background()
		var err, loginErr error
		var entered service.TreatmentView
		var changed record.Entry
		if edit != nil {
			entered = *edit
			changed, err = c.Change(ctx, edit.ID, a.Treatment)
		} else {
			entered, err = c.BeginWith(ctx, a.Treatment, service.Preference{Key: "sleep", Value: a.Sleep}, service.Preference{Key: "water", Value: kit.OnOff(a.Water)},
				service.Preference{Key: "phone", Value: a.Phone})
			if err == nil && login != nil && a.Login != was {
				loginErr = login.Set(a.Login)
			}
		}
		var near *service.Spacing
		if err == nil {
			near, _ = c.SpacingNote(ctx, entered.ID) // the treatment stands without it too
		}
		s.of(c, func() {
			if err != nil {
				answer(err)
				return
			}
			s.afterwards(func() {
				answer(nil)
				s.leave()
				s.draft = draft{} // it is entered
				note := s.k.V.Spaced(near)
				switch {
				case loginErr != nil:
					s.say(s.k.V.T("shell.no_login", phrase.Args{"Cause": s.k.V.Error(loginErr)}))
				case edit != nil:
					s.say(phrase.Paragraph(s.k.V.T("shell.changed"), note), changed.ID)
				case note != "":
					s.say(phrase.Paragraph(s.k.V.T("shell.entered"), note))
				}
			})
		})
	})
}

// test has the agent show a notification.
func (s *Shell) test(answer func(say string, err error)) {
	s.opts.Background(func() {
		say, err := s.opts.TestNote(context.Background())
		s.opts.OnUI(func() {
			if say == "" {
				say = s.k.V.T("shell.sent")
			}
			answer(say, err)
		})
	})
}
