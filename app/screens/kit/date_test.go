package kit

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/theme"
)

// field is a field for a moment with its window; told is each text that it told.
func field(t *testing.T, text string, first, last course.Date) (b *bench, w *When, told *[]string) {
	t.Helper()
	b, told = plain(t), new([]string)
	w = b.k.When(Moment{ID: "w", Label: "When it ended", Text: text, Width: 280, First: first, Last: last,
		Read: b.k.V.ReadAppointment, Changed: func(s string) { *told = append(*told, s) }})
	b.show(900, 600, Left(w.Object()))
	return b, w, told
}

// focused is what has the keyboard, in a calendar or beneath it.
func (b *bench) focused(t *testing.T) *Press {
	t.Helper()
	p, ok := b.win.Canvas().Focused().(*Press)
	if !ok {
		t.Fatalf("the keyboard is on %T", b.win.Canvas().Focused())
	}
	return p
}

func TestTheCalendarAndTheKeyboardWriteTheSameText(t *testing.T) {
	for _, c := range []struct {
		name string
		text string // what stands in the field
		keys []fyne.KeyName
		want string
	}{
		{"the day after", "yesterday 18:00", []fyne.KeyName{fyne.KeyRight}, "Friday 27 November, 18:00"},
		{"a week before", "yesterday 18:00", []fyne.KeyName{fyne.KeyUp}, "Thursday 19 November, 18:00"},
		{"the week's first and last day", "26 Nov 18:00", []fyne.KeyName{fyne.KeyHome, fyne.KeyEnd}, "Sunday 29 November, 18:00"},
		{"a month before", "2026-11-26 18:00", []fyne.KeyName{fyne.KeyPageUp}, "Monday 26 October, 18:00"},
		{"a shorter month", "31 Oct 18:00", []fyne.KeyName{fyne.KeyPageDown}, "Monday 30 November, 18:00"},
		{"a part of a day keeps its later end", "yesterday evening", []fyne.KeyName{fyne.KeyLeft}, "Wednesday 25 November, 22:00"},
		{"a day alone stays one", "yesterday", []fyne.KeyName{fyne.KeyLeft}, "Wednesday 25 November"},
		{"from nothing it begins today", "", []fyne.KeyName{fyne.KeyReturn}, "Friday 27 November"},
		{"from what cannot be read it begins today", "soonish", []fyne.KeyName{fyne.KeyLeft}, "Thursday 26 November"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, w, told := field(t, c.text, course.Date{}, course.Date{})
			key(w.Entry, fyne.KeyDown)
			key(b.focused(t), c.keys...)
			if w.Entry.Text != c.want {
				t.Errorf("the field says %q, want %q", w.Entry.Text, c.want)
			}
			if n := len(*told); n == 0 || (*told)[n-1] != c.want {
				t.Errorf("told %q", *told)
			}
		})
	}
}

func TestTheCalendarOffersOnlyWhatCanBe(t *testing.T) {
	first, last := course.Date{Year: 2026, Month: 11, Day: 24}, course.Date{Year: 2026, Month: 12, Day: 2}
	b, w, told := field(t, "27 Nov 10:00", first, last)
	test.Tap(w.button)
	days := b.focused(t)
	key(days, fyne.KeyPageUp)
	if want := "Tuesday 24 November, 10:00"; w.Entry.Text != want {
		t.Errorf("before the first day it stands at %q, want %q", w.Entry.Text, want)
	}
	n := len(*told)
	test.TapAt(days, fyne.NewPos(dayWide*0.5, dayHigh*4.5)) // Monday 23
	if len(*told) != n {
		t.Errorf("a day that cannot be was taken: %q", w.Entry.Text)
	}
	test.TapAt(days, fyne.NewPos(dayWide*5.5, dayHigh*4.5)) // Saturday 28
	if want := "Saturday 28 November, 10:00"; w.Entry.Text != want {
		t.Errorf("a click gives %q, want %q", w.Entry.Text, want)
	}
}

func TestEscapePutsBackWhatStoodInTheFieldAndAClickBesideKeepsIt(t *testing.T) {
	for _, c := range []struct {
		name  string
		leave func(b *bench)
		want  string
	}{
		{"escape", func(b *bench) { b.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }, "yesterday 18:00"},
		{"a click beside", func(b *bench) { test.TapCanvas(b.win.Canvas(), fyne.NewPos(890, 590)) }, "Wednesday 25 November, 18:00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, w, _ := field(t, "yesterday 18:00", course.Date{}, course.Date{})
			test.Tap(w.button)
			key(b.focused(t), fyne.KeyLeft)
			c.leave(b)
			if w.Entry.Text != c.want {
				t.Errorf("the field says %q, want %q", w.Entry.Text, c.want)
			}
			if b.win.Canvas().Overlays().Top() != nil {
				t.Error("the calendar is still open")
			}
		})
	}
}

func TestAClickOnTheCalendarBetweenItsDaysClosesNothing(t *testing.T) {
	b, w, _ := field(t, "yesterday 18:00", course.Date{}, course.Date{})
	test.Tap(w.button)
	f := b.win.Canvas().Overlays().Top().(*float)
	f.Tapped(&fyne.PointEvent{Position: f.card.Position().AddXY(4, 4)})
	if !f.open {
		t.Error("a click on its card closed it")
	}
}

func TestATimeThatCannotBeReadChangesNothingAndIsTold(t *testing.T) {
	b, w, _ := field(t, "yesterday 18:00", course.Date{}, course.Date{})
	test.Tap(w.button)
	f := b.win.Canvas().Overlays().Top().(*float)
	var time *Entry
	var wrong *Problem
	each(f.card, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *Entry:
			time = o
		case *Problem:
			wrong = o
		}
	})
	time.SetText("late")
	key(time, fyne.KeyReturn)
	if w.Entry.Text != "yesterday 18:00" || !wrong.Visible() || !strings.Contains(wrong.Text(), "late") {
		t.Errorf("the field says %q, and beneath the time stands %q", w.Entry.Text, wrong.Text())
	}
	key(time, fyne.KeyUp)
	if want := "Thursday 26 November, 12:00"; w.Entry.Text != want || wrong.Visible() {
		t.Errorf("then the field says %q, want %q; the line beneath is on show: %v", w.Entry.Text, want, wrong.Visible())
	}
}

// each visits o and all that lies in containers beneath it.
func each(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	visit(o)
	if c, ok := o.(*fyne.Container); ok {
		for _, o := range c.Objects {
			each(o, visit)
		}
	}
}

func TestACalendarStaysInsideTheWindow(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 540, Height: 400}, {Width: 640, Height: 400}, {Width: 1920, Height: 1080}} {
		b := newBench(t, theme.AlwaysLight, pseudoVoice(t))
		w := b.k.When(Moment{ID: "w", Text: "", Width: 280, Read: b.k.V.ReadAppointment})
		b.show(size.Width, size.Height, Column(0, Gap(size.Height-200), Left(w.Object())))
		test.Tap(w.button)
		card := b.win.Canvas().Overlays().Top().(*float).card
		if p, z := card.Position(), card.Size(); p.X < 0 || p.Y < 0 || p.X+z.Width > size.Width || p.Y+z.Height > size.Height {
			t.Errorf("in %v the calendar lies at %v with %v", size, p, z)
		}
	}
}

func TestATimeOfDayGoesByQuartersOfAnHour(t *testing.T) {
	for _, c := range []struct {
		name  string
		hours locale.Hours
		text  string
		by    int
		want  string
	}{
		{"up", locale.Hours24, "22:30", 1, "22:45"},
		{"down", locale.Hours24, "22:30", -1, "22:15"},
		{"up to the next quarter", locale.Hours24, "22:31", 1, "22:45"},
		{"down to the one that has begun", locale.Hours24, "22:31", -1, "22:30"},
		{"over midnight", locale.Hours24, "23:50", 1, "00:00"},
		{"back over midnight", locale.Hours24, "00:00", -1, "23:45"},
		{"twelve hours", locale.Hours12, "11:45 am", 1, "12:00 PM"},
		{"from nothing", locale.Hours24, "", 1, "12:00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBench(t, theme.AlwaysLight, phrase.New(locale.Format{Hours: c.hours}))
			got, ok := b.k.stepClock(c.text, c.by)
			if !ok || got != c.want {
				t.Errorf("%q becomes %q, want %q", c.text, got, c.want)
			}
		})
	}
}

func TestAMonthHasAllItsDaysUnderTheirWeekdays(t *testing.T) {
	for _, order := range []locale.Order{locale.DayMonth, locale.MonthDay} {
		b := newBench(t, theme.AlwaysLight, phrase.New(locale.Format{Order: order}))
		c := b.k.newCalendar("c", course.Date{Year: 2023, Month: 1, Day: 1}, course.Date{}, course.Date{}, func(course.Date) {}, func() {})
		for range 48 {
			days := 0
			for i := range c.cells {
				d, here := c.dayAt(i)
				if here {
					days++
				}
				if want := (b.k.V.FirstWeekday() + time.Weekday(i%7)) % 7; d.Weekday() != want {
					t.Fatalf("%v stands under %v", d, want)
				}
			}
			if want := firstOf(c.year, c.month+1).Add(-1).Day; days != want {
				t.Errorf("%v %d shows %d days, want %d", c.month, c.year, days, want)
			}
			c.turn(1)
		}
	}
}
