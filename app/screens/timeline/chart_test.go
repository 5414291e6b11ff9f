package timeline

import (
	"image"
	"math"
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
	x := padLeft + p.chart.layout.LabelWidth + share*(p.chart.layout.Width-p.chart.layout.LabelWidth)
	for _, at := range []float32{x / 2, x} { // the mouse tells of several places, and the last counts
		p.chart.body.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(at, 40)}})
	}
	p.chart.body.DragEnd()
	if d := p.Cursor().Sub(target).Abs(); d > 15*time.Minute {
		t.Fatalf("dragged to %v, the line stands at %v", target, p.Cursor())
	}
	if p.answers.label == "Now" {
		t.Error("the answers still say Now")
	}
	p.chart.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	if !p.Cursor().Equal(now) || p.answers.label != "Now" {
		t.Errorf("Home leaves the line at %v (%s)", p.Cursor(), p.answers.label)
	}
}

func TestTheArrowsMoveTheLineAndStopAtTheEdges(t *testing.T) {
	p, _ := page(t)
	start := p.Cursor()
	p.chart.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if got := p.Cursor().Sub(start); got != 30*time.Minute {
		t.Errorf("one step right is %v", got)
	}
	start = p.Cursor()
	p.chart.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if got := p.Cursor().Sub(start); got != 24*time.Hour {
		t.Errorf("Page Down moves it by %v", got)
	}
	p.chart.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	p.chart.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if !p.Cursor().Equal(p.chart.layout.Until) {
		t.Errorf("at the end the line stands at %v, not %v", p.Cursor(), p.chart.layout.Until)
	}
	for range 500 {
		p.chart.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	}
	if p.Cursor().Before(p.chart.layout.From) {
		t.Errorf("the line left the picture: %v before %v", p.Cursor(), p.chart.layout.From)
	}
}

func TestTheAnswersFollowTheLine(t *testing.T) {
	p, _ := page(t)
	said := func(at time.Time) string {
		p.moveTo(at)
		var out []string
		for _, s := range p.answers.said {
			out = append(out, string(s.State)+" "+s.Text)
		}
		return strings.Join(out, "; ")
	}
	first := p.model.Scene.Courses[0].Treatment.At
	if got := said(first.Add(time.Hour)); strings.Contains(got, "open Makeup") || !strings.Contains(got, "wait 15:30: makeup") && !strings.Contains(got, "makeup") {
		t.Errorf("an hour after the treatment: %s", got)
	}
	if got := said(first.Add(60 * 24 * time.Hour)); !strings.HasPrefix(got, "open Makeup, sun") && !strings.HasPrefix(got, "open Makeup") {
		t.Errorf("two months after it: %s", got)
	}
}

func TestAllAnswersOpenBelowAndGoAway(t *testing.T) {
	p, _ := page(t)
	high := func() float32 { return p.answers.object.Size().Height }
	before := high()
	p.answers.toggle()
	if high() <= before {
		t.Errorf("opened, the answers are %v high, and were %v", high(), before)
	}
	p.answers.toggle()
	if high() != before {
		t.Errorf("put away, the answers are %v high, and were %v", high(), before)
	}
}

func TestTheLaneThatStandsOutStandsOutInTheListToo(t *testing.T) {
	p, _ := page(t)
	p.Mark("heat")
	p.asList = true
	p.draw()
	edges := 0
	for _, o := range test.LaidOutObjects(p.list) {
		if r, ok := o.(*canvas.Rectangle); ok && r.StrokeColor == p.k.P.Rose {
			edges++
		}
	}
	if edges == 0 {
		t.Error("no line of the list stands out")
	}
	p.Mark("")
	for _, o := range test.LaidOutObjects(p.list) {
		if r, ok := o.(*canvas.Rectangle); ok && r.StrokeColor == p.k.P.Rose {
			t.Error("a line still stands out")
		}
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

// A drag moves what is there: it makes no new object and draws no ground anew unless something appears.
func TestADragKeepsItsObjects(t *testing.T) {
	p, _ := page(t)
	p.moveTo(p.Cursor().Add(24 * time.Hour)) // the faint line at now has come
	texts, boxes := len(p.chart.body.shapes.texts), len(p.chart.body.shapes.boxes)
	size := p.chart.sheet.ahead.Size()
	for range 40 {
		p.moveTo(p.Cursor().Add(30 * time.Minute))
	}
	if got := len(p.chart.body.shapes.texts); got != texts {
		t.Errorf("a drag made %d texts of %d", got, texts)
	}
	if got := len(p.chart.body.shapes.boxes); got != boxes {
		t.Errorf("a drag made %d lines of %d", got, boxes)
	}
	if p.chart.sheet.ahead.Size() != size {
		t.Error("the ground has another size, and is drawn anew")
	}
}

func TestAWaitIsToldWithoutColourToo(t *testing.T) {
	p, _ := page(t)
	img := drawLanes(p.chart, 700, 460, fyne.NewSize(700, 460), false).(*image.RGBA)
	left := float32(padLeft - inset)
	for _, l := range p.chart.layout.Lanes {
		for _, b := range l.Bars {
			x, y := int(left+(b.X0+b.X1)/2), int(math.Round(float64(l.Y-lay.HeadHeight)))
			edged := img.RGBAAt(x, y) != img.RGBAAt(x, y+3)
			if wait := b.Tone == lay.ToneWait || b.Tone == lay.ToneRest; wait != edged {
				t.Errorf("%s: a bar of tone %s has an edge: %v", l.ID, b.Tone, edged)
			}
		}
	}
}

func TestBothSidesOfTheLineMeetOnIt(t *testing.T) {
	p, _ := page(t)
	for i := range 20 {
		p.moveTo(p.model.Scene.Now.Add(time.Duration(i) * 5 * time.Hour))
		s := p.chart.sheet
		if end := s.pastClip.Position().X + s.pastClip.Size().Width; end != s.aheadClip.Position().X || end != padLeft+p.chart.layout.CursorX {
			t.Fatalf("the past ends at %v, the rest begins at %v, the line stands at %v", end, s.aheadClip.Position().X, padLeft+p.chart.layout.CursorX)
		}
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
