package timeline

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/theme"
	"afterglow/app/service"
	lay "afterglow/app/timeline"
	"afterglow/guidance"
)

var zone = time.FixedZone("CET", 3600)

func scene(t testing.TB) service.Scene {
	t.Helper()
	plan := guidance.Starters()[0]
	at := time.Date(2026, 11, 20, 15, 30, 0, 0, zone)
	tr := course.Treatment{ID: 1, At: at, Device: "pen", DepthMM: 0.5, Area: "face", Plan: plan, EnteredAt: at}
	return service.Scene{Now: at.Add(26*time.Hour + 20*time.Minute), Zone: zone, Prefs: course.DefaultPrefs(),
		Courses: []course.Course{course.New(tr, zone, nil)}, Plan: plan}
}

func voice(sc service.Scene) phrase.Voice { return phrase.New(locale.Format{}).At(sc.Now, sc.Zone) }

func page(t testing.TB) (*Page, fyne.Window) {
	t.Helper()
	a := test.NewApp()
	t.Cleanup(a.Quit)
	a.Settings().SetTheme(theme.New(theme.AlwaysLight))
	sc := scene(t)
	p := New(&kit.Kit{P: theme.Light(), V: voice(sc)}, func() {})
	w := a.NewWindow("")
	w.SetPadded(false)
	w.SetContent(p.Object())
	w.Resize(fyne.NewSize(764, 680))
	p.Show(Model{Scene: sc})
	return p, w
}

func TestTheLineIsDraggedToAnotherMomentAndHomeBringsItBack(t *testing.T) {
	p, _ := page(t)
	now := p.model.Scene.Now
	target := now.Add(25 * time.Hour)
	share := float32(target.Sub(p.chart.layout.From).Seconds() / p.chart.layout.Until.Sub(p.chart.layout.From).Seconds())
	x := p.chart.layout.LabelWidth + share*(p.chart.layout.Width-p.chart.layout.LabelWidth)
	p.chart.body.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 40)}})
	if d := p.Cursor().Sub(target).Abs(); d > 15*time.Minute {
		t.Fatalf("dragged to %v, the line stands at %v", target, p.Cursor())
	}
	if p.label == "Now" {
		t.Error("the answers still say Now")
	}
	p.chart.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	if !p.Cursor().Equal(now) || p.label != "Now" {
		t.Errorf("Home leaves the line at %v (%s)", p.Cursor(), p.label)
	}
}

func TestTheArrowsMoveTheLineAndStopAtTheEdges(t *testing.T) {
	p, _ := page(t)
	start := p.Cursor()
	p.chart.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if got := p.Cursor().Sub(start); got != 30*time.Minute {
		t.Errorf("one step right is %v", got)
	}
	for range 500 {
		p.chart.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	}
	if p.Cursor().Before(p.chart.layout.From) {
		t.Errorf("the line left the picture: %v before %v", p.Cursor(), p.chart.layout.From)
	}
}

func TestTheAnswersFollowTheLine(t *testing.T) {
	sc := scene(t)
	state := func(at time.Time, name string) course.State {
		for _, c := range answers(voice(sc), sc.Courses, at, sc.Zone) {
			if len(c.text) >= len(name) && c.text[:len(name)] == name {
				return c.state
			}
		}
		return ""
	}
	if got := state(sc.Courses[0].Treatment.At.Add(time.Hour), "Makeup"); got != course.Wait {
		t.Errorf("an hour after the treatment makeup is %q", got)
	}
	if got := state(sc.Courses[0].Treatment.At.Add(60*24*time.Hour), "Makeup"); got != course.Open {
		t.Errorf("two months after it makeup is %q", got)
	}
}

func TestWhatMayBeDoneComesBeforeWhatMayNot(t *testing.T) {
	sc := scene(t)
	rank := map[course.State]int{course.Open: 0, course.Then: 1, course.Ask: 2, course.Wait: 2, course.Before: 3}
	last := 0
	for _, c := range answers(voice(sc), sc.Courses, sc.Now, sc.Zone) {
		if rank[c.state] < last {
			t.Fatalf("%q comes after something stricter", c.text)
		}
		last = rank[c.state]
	}
}

func TestAWaitThatBeginsLaterIsNoYesAndComesLast(t *testing.T) {
	sc := scene(t)
	treatment := sc.Courses[0].Treatment
	treatment.Plan.Windows = []guidance.Window{
		{ID: "swim", Name: "Swimming", From: guidance.Moment{Elapsed: 72 * time.Hour}, Until: guidance.Moment{Elapsed: 96 * time.Hour}},
		{ID: "makeup", Name: "Makeup", Until: guidance.Moment{Elapsed: 48 * time.Hour}},
		{ID: "tablets", Name: "Tablets", From: guidance.Moment{Elapsed: -72 * time.Hour}},
	}
	sc.Courses = []course.Course{course.New(treatment, zone, nil)}
	got := answers(voice(sc), sc.Courses, sc.Now, zone)
	if len(got) != 2 || got[0].state != course.Wait || got[1].state != course.Before {
		t.Fatalf("got %+v; what was for the time before the treatment says nothing after it", got)
	}
	k := &kit.Kit{P: theme.Light(), V: voice(sc)}
	if later := got[1]; later.icon != kit.IconClock || toneOf(k, later.state) != k.Neutral() || !strings.Contains(later.text, "a wait from") {
		t.Errorf("a wait that begins later is shown as %+v", later)
	}
}

func TestALaneSaysWhichSkinHasToWaitAtTheLine(t *testing.T) {
	p, _ := page(t)
	if got := p.Binds("cleanse"); got != "" {
		t.Errorf("with one treatment the cleanse's lane says %q", got)
	}
	sc := scene(t)
	neck := sc.Courses[0].Treatment
	neck.ID, neck.At, neck.Area = 2, sc.Now.Add(-time.Hour), "neck"
	sc.Courses = append([]course.Course{course.New(neck, zone, nil)}, sc.Courses...)
	p.Show(Model{Scene: sc})
	if got := p.Binds("cleanse"); got != "neck: from 22:50" {
		t.Errorf("an hour after the neck's treatment the cleanse's lane says %q", got)
	}
	p.moveTo(sc.Now.Add(6 * time.Hour))
	if got := p.Binds("cleanse"); got != "" {
		t.Errorf("later the cleanse's lane says %q", got)
	}
	if got := p.Binds("makeup"); got != "neck, day 0" {
		t.Errorf("the lane of makeup says %q", got)
	}
	sc.Courses[0].Routines = append([]course.Routine(nil), sc.Courses[0].Routines...)
	for i := range sc.Courses[0].Routines {
		sc.Courses[0].Routines[i].Area = "neck and both upper arms"
	}
	p.cursor = time.Time{}
	p.Show(Model{Scene: sc})
	if got := p.Binds("cleanse"); got != "not on all skin yet" {
		t.Errorf("with a long name the cleanse's lane says %q", got)
	}
}

// A drag moves what is there: it makes no new object unless something appears.
func TestADragKeepsItsObjects(t *testing.T) {
	p, _ := page(t)
	before := append([]fyne.CanvasObject(nil), p.chart.body.shapes.objects...)
	p.moveTo(p.Cursor().Add(15 * time.Minute))
	kept := 0
	have := map[fyne.CanvasObject]bool{}
	for _, o := range before {
		have[o] = true
	}
	for _, o := range p.chart.body.shapes.objects {
		if have[o] {
			kept++
		}
	}
	if kept < len(before)*9/10 {
		t.Errorf("a step of the line kept %d of %d objects", kept, len(before))
	}
}

func TestAWaitIsToldByPatternToo(t *testing.T) {
	p, _ := page(t)
	waits, patterns := 0, 0
	for _, l := range p.chart.layout.Lanes {
		for _, b := range l.Bars {
			if b.Tone == lay.ToneWait || b.Tone == lay.ToneRest {
				waits++
			}
		}
	}
	for _, o := range p.chart.body.shapes.objects {
		if _, ok := o.(*canvas.Raster); ok {
			patterns++
		}
	}
	if waits == 0 || waits != patterns {
		t.Errorf("%d waits have %d patterns", waits, patterns)
	}
}

func BenchmarkDragFrame(b *testing.B) {
	p, _ := page(b)
	start := p.chart.layout.From
	b.ResetTimer()
	for i := range b.N {
		p.moveTo(start.Add(time.Duration(i%250) * 15 * time.Minute))
	}
}
