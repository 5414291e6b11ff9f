package kit

import (
	"fyne.io/fyne/v2"

	"afterglow/app/course"
	"afterglow/app/phrase/typed"
	"afterglow/guidance"
)

// Moment is what a field for a moment begins with.
type Moment struct {
	ID          string
	Label       string // what the moment is of
	Text, Hint  string
	Width       float32     // of the field
	First, Last course.Date // of what the calendar offers; the zero Date is no bound
	// Read reads what stands in the field, such as [phrase.Voice.ReadAppointment].
	Read func(text string) (typed.Time, error)
	// Changed hears each letter that is written, and what the calendar writes.
	Changed func(text string)
}

// When is a field for a day and a time, in any form that is understood, and a button that opens a calendar with a clock.
// The text alone is the value: the calendar shows what it says, and writes it anew.
type When struct {
	Entry *Entry

	k      *Kit
	m      Moment
	button *Press
	box    *fyne.Container
}

// When makes one. An arrow down in the field opens the calendar too.
func (k *Kit) When(m Moment) *When {
	w := &When{k: k, m: m, Entry: k.Entry(m.ID, m.Text, m.Hint, m.Width, nil)}
	w.Entry.Name = m.Label
	w.Entry.OnChanged = m.Changed
	w.Entry.OnKey = func(name fyne.KeyName) bool {
		if name != fyne.KeyDown {
			return false
		}
		w.open()
		return true
	}
	w.button = k.Press(m.ID+".calendar", k.V.T("kit.calendar"), Corner, Fixed(40, 36, Over(k.edged(), Middle(k.Icon(IconCalendar, 18, k.P.Rose)))), w.open)
	w.box = Row(6, -1, w.Entry, w.button)
	return w
}

// Object is what to put on a page.
func (w *When) Object() *fyne.Container { return w.box }

// said is the day and the time of day that the field tells; hasTime is false for a day alone, and the day is the zero
// Date if nothing can be read.
func (w *When) said() (day course.Date, clock guidance.Clock, hasTime bool) {
	t, err := w.m.Read(w.Entry.Text)
	if err != nil {
		return course.Date{}, 0, false
	}
	zone := w.k.V.Now().Location()
	at, err := t.Anchor()
	if err != nil {
		return course.DateOf(t.At, zone), 0, false
	}
	local := at.In(zone)
	return course.DateOf(at, zone), guidance.Clock(local.Hour()*60 + local.Minute()), true
}

// write puts a day, and a time if there is one, into the field.
func (w *When) write(day course.Date, clock string) {
	text := w.k.V.WrittenDay(day)
	if c, err := w.k.V.ReadClock(clock); err == nil {
		text = w.k.V.Written(course.On(day, c, w.k.V.Now().Location()))
	}
	w.Entry.SetText(text)
	w.Entry.CursorColumn = len([]rune(text))
	w.Entry.Refresh()
}

// open shows the calendar. What is chosen stands in the field at once; Esc puts back what stood there.
func (w *When) open() {
	before := w.Entry.Text
	day, clock, hasTime := w.said()
	gone := func() {}
	var f *float
	f, k := w.k.floating(w.Entry.AccessibilityLabel(), w.box, func() { gone() }, func() {
		w.Entry.SetText(before)
		f.leave()
	})
	if f == nil {
		return
	}
	v, id := k.V, w.m.ID
	time := ""
	if hasTime {
		time = v.Clock(clock)
	}
	says := k.Strong("")
	say := func() {
		text := v.T("kit.no_day")
		if day != (course.Date{}) {
			text = v.WrittenDay(day)
		}
		says.SetRuns(Run{Text: text, Ink: k.P.Text, Bold: true})
	}
	say()
	wrong := k.Problem()
	field := k.Clock(id+".time", v.T("kit.time"), time, func(text string) {
		_, err := v.ReadClock(text)
		if err != nil {
			wrong.Say(v.Error(err))
			f.Refresh()
			return
		}
		wrong.Say("")
		time = text
		if day == (course.Date{}) {
			day = v.Today()
			say()
		}
		w.write(day, time)
	})
	days := k.newCalendar(id, day, w.m.First, w.m.Last, func(d course.Date) {
		day = d
		say()
		w.write(day, time)
	}, func() { k.GoTo(id + ".time") })
	high := Height(days.object, 7*dayWide)
	side := Ends(GapInside, Column(8, Pad(6, 0, 4, 0, says), k.Muted(v.T("kit.time")), field, wrong), Actions(0, k.Primary(id+".done", v.T("kit.done"), f.leave)))
	body := TopRow(20, -1, Fixed(7*dayWide, high, days.object), Fixed(fyne.Max(190, field.MinSize().Width), high, side))
	f.show(w.k, Pad(12, 16, 14, 12, body), days.days)
	if w.k.Popped != nil {
		gone = w.k.Popped(f.close)
	}
}

// Clock is a field for a time of day between two buttons that go by quarters of an hour.
func (k *Kit) Clock(id, label, text string, set func(text string)) *fyne.Container {
	return k.Stepper(Steps{ID: id, Label: label, Text: text, Hint: k.V.Clock(example), Width: k.clockWide(), Step: k.stepClock, Set: set})
}

// example is the time of day in an empty field's hint.
const example = guidance.Clock(15 * 60)
