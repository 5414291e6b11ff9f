package timeline

import (
	_ "embed"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/guidance"
)

//go:embed testdata/zones.txt
var zoneNames string

// plain words as long as those that people read.
type plain struct{}

func (plain) Bar(s Stretch) []string {
	return []string{"not yet, until " + s.Until.Format("Monday 15:04"), "not until " + s.Until.Format("Mon 15:04"), "not yet"}
}
func (plain) Line(at time.Time, _ bool) string { return at.Format("Mon 2 Jan, 15:04") }
func (plain) Day(at time.Time) []string        { return []string{at.Format("Monday 2"), at.Format("2")} }
func (plain) Week(at time.Time) []string       { return []string{at.Format("2 Jan"), at.Format("2")} }
func (plain) Now() string                      { return "now" }
func (plain) Felt() string                     { return "How it felt" }
func (plain) Hour(at time.Time) string         { return at.Format("3 PM") }
func (plain) Visit(area string) string         { return "treatment: " + area }

// picture is a random layout with what it was made from.
type picture struct {
	courses []course.Course
	o       Options
	cursor  time.Time
	l       Layout
}

func drawPicture(t *rapid.T, zones []*time.Location) picture {
	zone := zones[rapid.IntRange(0, len(zones)-1).Draw(t, "zone")]
	at := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(rapid.IntRange(0, 365*24*4).Draw(t, "at")) * 15 * time.Minute)
	var p picture
	var said []record.Entry
	for range rapid.IntRange(0, 2).Draw(t, "said") {
		said = append(said, record.Entry{
			Kind: rapid.SampledFrom([]record.Kind{record.KindCalm, record.KindExtend}).Draw(t, "kind"),
			What: rapid.SampledFrom([]string{"sun", "heat", "actives"}).Draw(t, "what"),
			At:   at.Add(time.Duration(rapid.IntRange(0, 300).Draw(t, "when")) * time.Hour),
		})
	}
	for i := range rapid.IntRange(1, 3).Draw(t, "treatments") {
		plan := rapid.SampledFrom(guidance.Starters()).Draw(t, "plan")
		for j := range plan.Windows {
			plan.Windows[j].Extend = time.Duration(rapid.IntRange(0, 150).Draw(t, "longer")) * time.Hour
			if plan.Windows[j].ID == "heat" {
				plan.Windows[j].AndWhen = rapid.SampledFrom([]string{"", "calm"}).Draw(t, "and when")
			}
			if plan.Windows[j].ID == "wax" && rapid.Bool().Draw(t, "hours") {
				plan.Windows[j].Hours = &guidance.HourRange{From: 600, To: guidance.Clock(rapid.IntRange(0, 1439).Draw(t, "to"))}
			}
		}
		p.courses = append(p.courses, course.New(course.Treatment{
			ID: int64(i + 1), At: at, Plan: plan, Device: rapid.SampledFrom([]string{"", "pen", "rf"}).Draw(t, "device"),
			DepthMM: rapid.Float64Range(0, 3).Draw(t, "depth"), Sensitive: rapid.Bool().Draw(t, "sensitive"), Removed: i > 0 && rapid.Bool().Draw(t, "removed"),
		}, zone, said))
		at = at.Add(time.Duration(rapid.IntRange(1, 40*24).Draw(t, "apart")) * time.Hour)
	}
	now := p.courses[0].Treatment.At.Add(time.Duration(rapid.IntRange(-100, 2000).Draw(t, "now")) * time.Hour)
	p.o = Options{
		Zoom: rapid.SampledFrom([]Zoom{SevenDays, ThreeDays, AllWeeks}).Draw(t, "zoom"), Width: float32(rapid.IntRange(320, 1600).Draw(t, "width")), High: float32(rapid.IntRange(0, 1200).Draw(t, "high")),
		Now: now, Zone: zone, Measure: roughly, Words: plain{},
	}
	p.cursor = now
	if rapid.Bool().Draw(t, "dragged") {
		p.cursor = now.Add(time.Duration(rapid.IntRange(-4000, 4000).Draw(t, "dragged by")) * time.Minute)
	}
	p.l = New(p.courses, course.DefaultPrefs(), []Mark{{"cleanse", now, true}}, []Felt{{now, 3}}, p.o).At(p.cursor)
	return p
}

func drawn(t *testing.T, check func(*rapid.T, picture)) {
	var zones []*time.Location
	for _, name := range strings.Fields(zoneNames) {
		zone, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		zones = append(zones, zone)
	}
	rapid.Check(t, func(t *rapid.T) { check(t, drawPicture(t, zones)) })
}

func TestBarsStandInOrderInsideThePictureAndHoldTheirLabels(t *testing.T) {
	drawn(t, func(t *rapid.T, p picture) {
		for _, lane := range p.l.Lanes {
			last := p.l.LabelWidth
			for _, b := range lane.Bars {
				switch {
				case b.X0 < last || b.X1 > p.l.Width || b.X1-b.X0 < narrowest:
					t.Fatalf("%s: bar %v after %v in a picture %v wide", lane.ID, b.Span, last, p.l.Width)
				case b.Label != "" && (b.LabelX < b.X0 || b.LabelX+roughly(b.Label, BarText, true) > b.X1):
					t.Fatalf("%s: label %q at %v sticks out of %v", lane.ID, b.Label, b.LabelX, b.Span)
				case b.Label != "" && b.X0 < p.l.CursorX && p.l.CursorX < b.X1 && b.LabelX < p.l.CursorX && b.LabelX+roughly(b.Label, BarText, true) > p.l.CursorX:
					t.Fatalf("%s: the line runs through label %q", lane.ID, b.Label)
				}
				last = b.X1
			}
			for i, k := range lane.Ticks {
				if k.X < p.l.LabelWidth || k.X > p.l.Width || (i > 0 && k.At.Before(lane.Ticks[i-1].At)) {
					t.Fatalf("%s: tick %+v", lane.ID, k)
				}
			}
		}
	})
}

func TestLabelsOfTheAxisNeverTouchAndGiveWayToTheLine(t *testing.T) {
	drawn(t, func(t *rapid.T, p picture) {
		l := p.l
		for i, d := range l.Axis {
			if d.X < l.LabelWidth || d.X+d.Width > l.Width || (i > 0 && d.X < l.Axis[i-1].X+l.Axis[i-1].Width) {
				t.Fatalf("%q at %v, %v wide, in %v", d.Text, d.X, d.Width, l.Axis)
			}
		}
		c := l.CursorLabel
		if c.X < 0 || c.X+c.Width > l.Width || l.CursorX < l.LabelWidth || l.CursorX > l.Width {
			t.Fatalf("line at %v, its label %+v", l.CursorX, c)
		}
		for _, h := range append(l.Axis, l.Ghost.Label) {
			if !h.Hidden && h.Text != "" && h.X < c.X+c.Width+CursorPad && h.X+h.Width > c.X-CursorPad {
				t.Fatalf("%q at %v lies under %q at %v", h.Text, h.X, c.Text, c.X)
			}
		}
		for i, n := range l.Nights {
			if n.X0 >= n.X1 || n.X0 < l.LabelWidth || n.X1 > l.Width || (i > 0 && n.X0 < l.Nights[i-1].X1) {
				t.Fatalf("nights %v", l.Nights)
			}
		}
		for i, x := range l.Grid {
			if x < l.LabelWidth || x > l.Width || (i > 0 && x <= l.Grid[i-1]) {
				t.Fatalf("lines %v", l.Grid)
			}
		}
	})
}

func TestABarSaysWhatTheStrictestWindowSaysThen(t *testing.T) {
	tones := map[course.State]Tone{course.Wait: ToneWait, course.Ask: ToneAsk, course.Then: ToneThen, course.Open: ToneOpen}
	drawn(t, func(t *rapid.T, p picture) {
		l := p.l
		at := l.From.Add(time.Duration(rapid.IntRange(0, int(l.Until.Sub(l.From)/time.Minute)-1).Draw(t, "at")) * time.Minute)
		for _, w := range course.Strictest(p.courses, at) {
			if p.o.Zoom != ThreeDays && w.Spec.Hours != nil {
				w.Spec.Hours = nil // by the day hours are told in words
			}
			want := tones[w.StateAt(at, p.o.Zone)]
			var got Tone
			for _, lane := range l.Lanes {
				if lane.ID != w.Spec.ID {
					continue
				}
				for _, b := range lane.Bars {
					if !at.Before(b.From) && (b.Until.IsZero() || at.Before(b.Until)) {
						got = b.Tone
					}
				}
			}
			// A bar too narrow to be drawn is missing; a wrong one never stands.
			if got != want && got != "" {
				t.Fatalf("%s at %s: drawn %q, is %q", w.Spec.ID, at.In(p.o.Zone), got, want)
			}
			if got == "" && want != "" && !narrowAt(p, w.Spec.ID, at) {
				t.Fatalf("%s at %s: nothing drawn, is %q", w.Spec.ID, at.In(p.o.Zone), want)
			}
		}
	})
}

// narrowAt says whether the stretch at that moment is narrower than what is drawn.
func narrowAt(p picture, id string, at time.Time) bool {
	l := p.l
	perUnit := float64(l.Until.Sub(l.From)) / float64(l.Width-l.LabelWidth)
	narrow := false
	eachLane(p.courses, course.DefaultPrefs(), p.o.Zone, l.From, l.Until, p.o.Zoom == ThreeDays, func(s laneSource) {
		for _, x := range s.stretches {
			if s.id == id && !at.Before(x.From) && (x.Until.IsZero() || at.Before(x.Until)) {
				from, until := x.From, x.Until
				if from.Before(l.From) {
					from = l.From
				}
				if until.IsZero() || until.After(l.Until) {
					until = l.Until
				}
				narrow = float64(until.Sub(from))/perUnit < narrowest+barGap+0.1
			}
		}
	})
	return narrow
}

func TestADraggedPictureIsTheOneDrawnAnew(t *testing.T) {
	drawn(t, func(t *rapid.T, p picture) {
		dragged := New(p.courses, course.DefaultPrefs(), []Mark{{"cleanse", p.o.Now, true}}, []Felt{{p.o.Now, 3}}, p.o)
		for range 3 {
			dragged.At(p.cursor.Add(time.Duration(rapid.IntRange(-4000, 4000).Draw(t, "by")) * time.Minute))
		}
		if again := dragged.At(p.cursor); !reflect.DeepEqual(again, p.l) {
			t.Fatalf("dragged there:\n%+v\ndrawn anew:\n%+v", again, p.l)
		}
	})
}

func TestEveryPlaceOfTheDraggedLineIsInsideThePicture(t *testing.T) {
	drawn(t, func(t *rapid.T, p picture) {
		at := CursorAt(p.l, float32(rapid.Float64Range(-100, 2000).Draw(t, "x")))
		if at.Before(p.l.From) || at.After(p.l.Until) || at.Unix()%900 != 0 {
			t.Fatalf("%s, picture %s to %s", at, p.l.From, p.l.Until)
		}
	})
}

func TestThePictureStandsAroundNowOnEveryDayOnWhichSomethingIsShown(t *testing.T) {
	drawn(t, func(t *rapid.T, p picture) {
		main := mainCourse(p.courses, p.o.Now)
		if p.o.Now.Before(main.Treatment.At) {
			return // what is far ahead is shown where it is
		}
		if p.o.Now.Before(p.l.From) || p.o.Now.After(p.l.Until) {
			t.Fatalf("%s is not in the picture from %s to %s", p.o.Now, p.l.From, p.l.Until)
		}
		if ahead := p.l.Until.Sub(p.o.Now); p.o.Zoom != AllWeeks && ahead < p.l.Until.Sub(p.l.From)/2 {
			t.Fatalf("only %s lie ahead of %s in %s to %s", ahead, p.o.Now, p.l.From, p.l.Until)
		}
	})
}

func TestAllLanesStandInTheRoomThatThereIsUntilTheyAreAsCloseAsTheyMay(t *testing.T) {
	drawn(t, func(t *rapid.T, p picture) {
		n := len(p.l.Lanes)
		least := HeadHeight + BarHeight + foot + leastStep*float32(n-1)
		if p.o.High >= least && p.l.Height > p.o.High+0.5 {
			t.Fatalf("%d lanes are %v high, and there is room for %v", n, p.l.Height, p.o.High)
		}
		for i := 1; i < n; i++ {
			if step := p.l.Lanes[i].Y - p.l.Lanes[i-1].Y; step < leastStep-0.01 || step > widestStep+0.01 {
				t.Fatalf("lanes are %v apart", step)
			}
		}
	})
}

func TestWhatIsStillToBeWaitedForIsNotToldInThePastPartOfItsBar(t *testing.T) {
	short := 0
	drawn(t, func(t *rapid.T, p picture) {
		for _, l := range p.l.Lanes {
			for _, b := range l.Bars {
				crossed := b.X0 < p.l.CursorX && p.l.CursorX < b.X1
				if waits := b.Tone == ToneWait || b.Tone == ToneNever || b.Tone == ToneAsk || b.Tone == ToneRest; !waits || !crossed {
					continue
				}
				if b.Label == "" {
					short++
				} else if b.LabelX < p.l.CursorX {
					t.Fatalf("%s: %q stands at %v, left of the line at %v", l.ID, b.Label, b.LabelX, p.l.CursorX)
				}
			}
		}
	})
	if short == 0 {
		t.Error("no wait was too short to be told")
	}
}
