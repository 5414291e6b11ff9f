package today

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/askbox"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/theme"
	"afterglow/app/service"
)

var now = time.Date(2026, 11, 21, 15, 30, 0, 0, time.UTC)

// status is a day with two waits in these states.
func status(makeup, sun course.State) service.Status {
	t := service.TreatmentView{ID: 1, At: now.Add(-24 * time.Hour), Day: 1, Ends: now.Add(240 * time.Hour)}
	return service.Status{
		Now: now, Treatment: &t, Treatments: []service.TreatmentView{t},
		Windows: []service.WindowView{
			{ID: "makeup", Name: "Makeup", State: makeup, From: t.At, Until: now, Now: now, Treatment: 1},
			{ID: "sun", Name: "Sun", State: sun, From: t.At, Until: now.Add(24 * time.Hour), Now: now, Treatment: 1},
		},
	}
}

func TestOnlyAWaitThatEndsWhileItIsLookedAtMoves(t *testing.T) {
	waits := status(course.Wait, course.Wait)
	another := status(course.Open, course.Wait)
	another.Treatment = &service.TreatmentView{ID: 2}
	second := status(course.Open, course.Wait)
	second.Treatments = append(second.Treatments, service.TreatmentView{ID: 2})
	for _, c := range []struct {
		name        string
		before, now service.Status
		want        bool
	}{
		{"it ends", waits, status(course.Open, course.Wait), true},
		{"a step follows it", waits, status(course.Then, course.Wait), true},
		{"the person says that the skin is calm", status(course.Ask, course.Wait), status(course.Open, course.Wait), true},
		{"its time is up, and the plan asks", waits, status(course.Ask, course.Wait), false},
		{"it was over before", status(course.Open, course.Wait), status(course.Open, course.Wait), false},
		{"it waits again", status(course.Open, course.Wait), waits, false},
		{"the page is shown for the first time", service.Status{}, status(course.Open, course.Wait), false},
		{"the course is over", waits, service.Status{}, false},
		{"another treatment leads", waits, another, false},
		{"a second treatment was entered", waits, second, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := len(Opened(c.before, c.now)) > 0; got != c.want {
				t.Errorf("it moves: %v, want %v", got, c.want)
			}
		})
	}
}

// page is a Today page that shows st.
func page(t *testing.T, still bool, st service.Status) *Page {
	t.Helper()
	a := test.NewApp()
	t.Cleanup(a.Quit)
	k := &kit.Kit{P: theme.Light(), V: phrase.New(locale.Format{}).At(now, time.UTC)}
	p := New(k, Actions{}, &askbox.State{})
	p.Show(Model{Status: st, Room: fyne.NewSize(760, 600), Still: still})
	return p
}

func (p *Page) dotWidth() float32 { return p.now.Objects[1].(*canvas.Circle).Size().Width }

func TestTheDotFillsInOneMovementAndThenLooksAsIfNothingHadMoved(t *testing.T) {
	p := page(t, false, status(course.Wait, course.Wait))
	before := p.model.Status.Ring()
	p.model.Status = status(course.Open, course.Wait)
	p.build()
	var anim *fyne.Animation
	p.start = func(a *fyne.Animation) { anim = a }
	p.move(before)
	if anim == nil || anim.RepeatCount != 0 || anim.Duration > time.Second {
		t.Fatalf("it is no short movement that happens once: %+v", anim)
	}
	anim.Tick(0.5)
	p.now.Layout.Layout(p.now.Objects, fyne.NewSquareSize(dotSize))
	if got := p.dotWidth(); got != dotSize/2 {
		t.Errorf("half way the dot is filled %v of %v wide", got, dotSize)
	}
	p.Show(Model{Status: status(course.Open, course.Wait), Room: fyne.NewSize(760, 600)}) // a reading in the middle of it
	anim.Tick(0.7)
	p.now.Layout.Layout(p.now.Objects, fyne.NewSquareSize(dotSize))
	if got := p.dotWidth(); got != dotSize || p.moving != nil {
		t.Errorf("after it the dot is filled %v of %v wide", got, dotSize)
	}
}

func TestNothingMovesForWhoWantsLessMotion(t *testing.T) {
	for _, still := range []bool{true, false} {
		p := page(t, still, status(course.Wait, course.Wait))
		moves := 0
		p.start = func(*fyne.Animation) { moves++ }
		p.Show(Model{Status: status(course.Open, course.Wait), Room: fyne.NewSize(760, 600), Still: still})
		if (moves > 0) == still {
			t.Errorf("less motion %v: it moves %d times", still, moves)
		}
	}
}
