package screens

import (
	"context"

	"afterglow/app/phrase"
	"afterglow/app/plancode"
	"afterglow/app/screens/planfile"
	"afterglow/app/service"
	"afterglow/guidance"
)

// OpenPlan shows what the plan check says of the file at path, over the page that
// is on. Steps that are half answered stay as they are beneath it. It is the person's own: it ends the example.
func (s *Shell) OpenPlan(path string) {
	s.endExample(func() {
		if plancode.IsPicture(path) {
			s.openPicture(path)
			return
		}
		s.openPlan(func() planfile.File { return planfile.Read(path) })
	})
}

// choosePlan lets the person choose a plan file and shows what the plan check says of it.
func (s *Shell) choosePlan() {
	s.openPlanFile(guidance.LargestFile, func(name string, text []byte, fits bool) {
		s.openPlan(func() planfile.File { return planfile.Of(name, text, fits) })
	})
}

func (s *Shell) openPlan(read func() planfile.File) {
	l := &layer{again: func() {}} // until it is read there is nothing to show anew, and what is on show stays
	s.put(planFile, l)
	s.opts.Background(func() {
		f := read()
		s.opts.OnUI(func() {
			s.whenFresh(func() {
				if s.layers[planFile] == l {
					s.showPlan(l, f)
				}
			})
		})
	})
}

// showPlan shows the file that was read in its layer.
func (s *Shell) showPlan(l *layer, f planfile.File) {
	s.close(panel)
	s.win.Canvas().Unfocus() // what has the keyboard is about to be covered
	p := planfile.New(s.k, f, planfile.Actions{Use: s.usePlan, Keep: s.keepPlan, Copy: s.copyMessage, Change: s.changePlan, Leave: s.leavePlan})
	l.check = func() { p.Show(s.planModel()) }
	l.again = func() {
		p = p.Again(s.k)
		l.object = p.Object()
	}
	l.object = p.Object()
	l.check()
	s.markRail()
	s.draw()
	p.Begin()
	if l.from.id != "" && !l.from.quiet { // who came by keys sees where they are
		s.loud()
	}
}

func (s *Shell) leavePlan() { s.uncover(planFile) }

// planModel is what the page compares the file with.
func (s *Shell) planModel() planfile.Model {
	m := planfile.Model{Current: s.state.scene.PlanAsWritten(), Now: s.state.status.Now, Treatment: s.state.status.Treatment, Entries: s.state.scene.Entries}
	for _, c := range s.state.scene.Courses {
		if m.Treatment != nil && c.Treatment.ID == m.Treatment.ID {
			m.Current = c.Treatment.Plan
		}
	}
	return m
}

// copyMessage puts what to send to the clinic on the clipboard.
func (s *Shell) copyMessage(text string) {
	s.app.Clipboard().SetContent(text)
	s.say(s.k.V.T("planopen.copied"))
}

// usePlan gives the treatment that runs this plan; all else of it stays.
func (s *Shell) usePlan(f planfile.File, t service.TreatmentView, answer func(error)) {
	s.withPlan(answer, s.words("shell.plan_used", phrase.Args{"Plan": f.Plan.Name}), func(ctx context.Context, c Service) ([]int64, error) {
		e, err := c.Change(ctx, t.ID, service.NewTreatment{At: t.At, Device: t.Device, DepthMM: t.DepthMM, Area: t.Area, Sensitive: t.Sensitive,
			PlanFile: f.Text, PlanName: f.Name})
		return []int64{e.ID}, err
	}, func() {})
}

// keepPlan has new treatments begin with this plan. Who entered none yet, and came from the first page, is asked for it
// next: when it was.
func (s *Shell) keepPlan(f planfile.File, answer func(error)) {
	first := s.page == PageToday && s.layers[steps] == nil && !s.state.scene.HadTreatment()
	planning := s.layers[steps] == nil && s.draft.planning && s.draft.form != nil
	s.withPlan(answer, s.words("shell.plan_kept", phrase.Args{"Plan": f.Plan.Name}), func(ctx context.Context, c Service) ([]int64, error) {
		_, err := c.UsePlan(ctx, f.Name, f.Text)
		return nil, err
	}, func() {
		switch { // the steps know the plan by now
		case planning:
			s.draft.form.Choose(s.setting("plan"))
			s.beginWith(s.draft.tense)
		case first:
			s.begin()
		}
	})
}

// withPlan does something with the plan in the background and closes its page if that went well, then goes on. do gives
// the entries that Undo takes back.
func (s *Shell) withPlan(answer func(error), say told, do func(ctx context.Context, c Service) (undo []int64, err error), then func()) {
	c := s.service
	s.opts.Background(func() {
		undo, err := do(context.Background(), c)
		s.of(c, func() {
			if err != nil {
				answer(err)
				return
			}
			s.afterwards(func() {
				answer(nil)
				s.leavePlan()
				s.say(say(), undo...)
				then()
			})
		})
	})
}

// planText finds a plan by its id for the steps.
func (s *Shell) planText(id string) (guidance.Plan, error) {
	p, _, err := s.service.Plan(context.Background(), id)
	return p, err
}
