package screens

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/course"
	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/screens/askbox"
	"afterglow/app/screens/history"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/products"
	"afterglow/app/screens/questions"
	"afterglow/app/service"
	"afterglow/guidance"
)

// Example is an invented course to try things in, on a journal of its own that lies in memory.
type Example struct {
	Service Service
	Close   func() // forgets all of it
}

// home is what the window stands on while the example is on show: it is put back when that ends.
type home struct {
	service   Service
	autostart Autostart
	testNote  func(context.Context) (string, error)
	close     func() // the example's
}

// inExample says whether the example is on show.
func (s *Shell) inExample() bool { return s.home != nil }

// showExample turns to the example. The agent never hears of it: it has another journal, and nobody rings.
func (s *Shell) showExample() {
	if s.inExample() || s.service == nil {
		return
	}
	c, v, settings := s.service, s.k.V, s.state.settings
	s.opts.Background(func() {
		x, err := s.opts.Example(context.Background())
		if err == nil {
			if err = fill(context.Background(), x.Service, c, v, settings); err != nil {
				x.Close()
			}
		}
		s.opts.OnUI(func() {
			switch {
			case err != nil:
				s.say(s.k.V.Error(err))
			case s.inExample(): // asked for twice
				s.opts.Background(x.Close)
			default:
				s.home = &home{s.service, s.opts.Autostart, s.opts.TestNote, x.Close}
				s.opts.Autostart, s.opts.TestNote = &pretended{}, s.notTested
				s.standOn(x.Service)
			}
		})
	})
}

// endExample puts the person's own journal back, and then does what may need it.
func (s *Shell) endExample(then func()) {
	if !s.inExample() {
		then()
		return
	}
	o := s.home
	s.home = nil
	s.opts.Autostart, s.opts.TestNote = o.autostart, o.testNote
	s.standOn(o.service)
	s.opts.Background(o.close)
	s.whenRead(func() {
		s.draw()
		then()
	})
}

// standOn turns to another journal: what was said, asked and read of the one before goes with it.
func (s *Shell) standOn(c Service) {
	s.clear()
	s.close(toast)
	s.win.Canvas().Unfocus()
	s.draft, s.asked = draft{}, nil
	s.question, s.product, s.toAsk, s.past = askbox.State{}, products.State{}, questions.State{}, history.State{}
	s.waiting, s.after = nil, nil
	clear(s.underway)
	s.views = map[string]view{}
	s.state.loaded = false
	s.service, s.page = c, PageToday
	s.drawStrip()
	s.drawRail()
	s.Refresh()
}

// ownChanged looks whether the person's own journal has a treatment by now, entered elsewhere: then the example is over.
func (s *Shell) ownChanged() {
	if !s.inExample() {
		return
	}
	c := s.home.service
	s.opts.Background(func() {
		sc, err := c.Scene(context.Background(), time.Time{})
		s.opts.OnUI(func() {
			if err == nil && sc.HadTreatment() && s.inExample() {
				s.endExample(func() { s.say(s.k.V.T("example.own")) })
			}
		})
	})
}

// notTested answers for a notification to try: the example shows none.
func (s *Shell) notTested(context.Context) (string, error) { return s.k.V.T("example.no_test"), nil }

// pretended is "open at login" of the example: it can be tried and changes nothing.
type pretended struct{ on bool }

func (p *pretended) On() (bool, error) { return p.on, nil }
func (p *pretended) Set(on bool) error { p.on = on; return nil }

// drawStrip shows at the top of each page that this is an example, with the way out of it.
func (s *Shell) drawStrip() {
	s.strip.Hide()
	s.strip.Objects = nil
	if s.inExample() {
		k := s.k
		ground, line := canvas.NewRectangle(k.P.RoseFill), canvas.NewRectangle(k.P.Line)
		words := kit.Answered(kit.GapInside, k.Body(k.V.T("example.strip")),
			k.Quiet("example.end", k.V.T("example.end"), func() { s.endExample(func() {}) }))
		s.strip.Objects = []fyne.CanvasObject{ground, kit.Column(0, kit.Pad(3, kit.Edge-10, 3, kit.Edge, words), kit.Fixed(1, 1, line))}
		s.strip.Show()
	}
	s.root.Refresh()
}

// The invented treatment, and when its care was done since.
const (
	exampleDevice, exampleArea = "pen", "face"
	exampleDepth               = 0.5 // millimetres
)

func exampleAt() guidance.Clock { return clockOf(15, 30) }

func clockOf(hour, minute int) guidance.Clock { return guidance.Clock(60*hour + minute) }

// cared is care of the example that was done: days after the treatment, and the time of day.
type cared struct {
	role guidance.Role
	day  int
	at   guidance.Clock
}

func exampleCare() []cared {
	return []cared{
		{guidance.Moisturise, 0, clockOf(18, 30)}, {guidance.Water, 0, clockOf(18, 45)}, {guidance.Cleanse, 0, clockOf(21, 30)},
		{guidance.Moisturise, 1, clockOf(7, 40)}, {guidance.Cleanse, 1, clockOf(7, 50)}, {guidance.Water, 1, clockOf(8, 10)},
		{guidance.Water, 1, clockOf(10, 0)}, {guidance.Water, 1, clockOf(11, 40)}, {guidance.Water, 1, clockOf(13, 15)},
		{guidance.Moisturise, 1, clockOf(14, 35)}, {guidance.Water, 1, clockOf(15, 10)},
	}
}

// felt is how it felt at a moment of the example: days after the treatment, and the time of day.
type felt struct {
	day                int
	at                 guidance.Clock
	redness, tightness int
}

func exampleFelt() []felt {
	return []felt{{0, clockOf(20, 15), 6, 5}, {1, clockOf(9, 20), 4, 5}}
}

// carried are the settings of the person's own that the example takes over, so that it looks and reads as theirs will.
func carried() []string { return []string{"sleep", "glass", "unit", "discreet", "theme", "clock"} }

// fill writes the invented course: a treatment of yesterday with the plan in use, some care, how it felt, a question
// and a product.
func fill(ctx context.Context, x, own Service, v phrase.Voice, settings []service.SettingView) error {
	for _, key := range carried() {
		if value := settingOf(settings, key); value != "" {
			if err := x.SetSetting(ctx, key, value); err != nil {
				return err
			}
		}
	}
	plan, text, err := own.Plan(ctx, settingOf(settings, "plan"))
	if err != nil {
		return err
	}
	if _, starter := guidance.StarterText(plan.ID); !starter {
		if _, err := x.UsePlan(ctx, plan.ID, text); err != nil {
			return err
		}
	}
	if err := x.SetSetting(ctx, "plan", plan.ID); err != nil {
		return err
	}
	sc, err := x.Scene(ctx, time.Time{})
	if err != nil {
		return err
	}
	yesterday := course.DateOf(sc.Now, sc.Zone).Add(-1)
	treated := course.On(yesterday, exampleAt(), sc.Zone)
	if _, err := x.BeginWith(ctx, service.NewTreatment{At: treated, Device: exampleDevice, DepthMM: exampleDepth, Area: exampleArea, PlanID: plan.ID}); err != nil {
		return err
	}
	for _, c := range exampleCare() {
		at := course.On(yesterday.Add(c.day), c.at, sc.Zone)
		for _, r := range plan.Routines {
			if r.Role != c.role || at.After(sc.Now) {
				continue
			}
			if _, err := x.Done(ctx, r.ID, at); err != nil {
				return err
			}
		}
	}
	for _, f := range exampleFelt() {
		at := course.On(yesterday.Add(f.day), f.at, sc.Zone)
		if at.After(sc.Now) {
			continue
		}
		if _, err := x.Feel(ctx, service.Felt{Feeling: record.Feeling{Redness: record.Felt(f.redness), Tightness: record.Felt(f.tightness)}}, "", at); err != nil {
			return err
		}
	}
	if _, _, err := x.AddQuestion(ctx, v.T("example.question")); err != nil {
		return err
	}
	_, _, err = x.AddProduct(ctx, v.T("example.product"), v.T("example.label"))
	return err
}
