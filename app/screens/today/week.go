package today

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/course"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/theme"
	"afterglow/app/service"
)

// The week is a small picture of the next seven days: a row for each of the foremost windows, and for more of them, wider
// apart, where the page has room. What it shows stands in words on the path; Timeline shows the whole course.

// Measures of the week, in Fyne's units.
const (
	weekDays   = 7
	weekRows   = 6   // are always there
	leastNames = 112 // width of the names
	mostNaming = 200
	weekHead   = 32 // height of the days
	leastStep  = 30 // from row to row
	mostStep   = 46
	barShare   = 0.74 // of a step
	weekCorner = 6
	weekRoom   = 10 // of a bar's words, at its left and right
	weekAround = 70 // what the card has around its picture
)

// week is the card; nil if no window can be drawn. high is the height that the page has for it.
func (p *Page) week(high float32) fyne.CanvasObject {
	k, st := p.k, p.model.Status
	var rows []service.WindowView
	for _, v := range st.Windows {
		if v.Hours == nil && v.State != course.Before && v.State != course.Never {
			rows = append(rows, v)
		}
	}
	if len(rows) == 0 {
		return nil
	}
	high -= weekAround + weekHead
	rows = rows[:min(len(rows), max(weekRows, int(high/leastStep)))]
	day := course.DateOf(st.Now, st.Now.Location())
	at := func(n int) time.Time { return course.On(day.Add(n), 0, st.Now.Location()) }
	w := &week{k: k, from: at(0), until: at(weekDays), now: st.Now, names: leastNames,
		step: float32(math.Floor(float64(min(mostStep, max(leastStep, high/float32(len(rows)))))))}
	for n := range weekDays {
		w.day(at(n))
	}
	for n, v := range rows {
		w.row(n, v)
	}
	w.line(len(rows))
	const over = (kit.Target - 22) / 2
	head := kit.Row(kit.GapInside, 0, k.Section(k.V.T("path.week")),
		kit.Pad(-over, 0, -over, 0, k.Link("today.timeline", k.V.T("timeline.title"), p.do.Timeline).Of(k.V.T("path.week"))))
	picture := &fyne.Container{Layout: weekLayout{w, len(rows)}, Objects: w.objects}
	return k.Card(kit.Column(8, head, picture))
}

// week gathers what is drawn, each with its place.
type week struct {
	k                *kit.Kit
	from, until, now time.Time
	step             float32 // from row to row
	names            float32 // width of the names
	objects          []fyne.CanvasObject
	places           []weekPlace
}

// bar is how high a bar is.
func (w *week) bar() float32 { return float32(math.Round(float64(w.step * barShare))) }

// weekPlace is where an object lies: x0 and x1 are shares of the days' width, y and high units.
type weekPlace struct {
	x0, x1  float32
	y, high float32
	words   []string // of a text: what it may say, the longest first; the first that has room is shown
	name    bool     // it lies in the column of the names
}

func (w *week) put(o fyne.CanvasObject, at weekPlace) {
	w.objects, w.places = append(w.objects, o), append(w.places, at)
}

// x is a moment's share of the days' width.
func (w *week) x(at time.Time) float32 {
	share := float32(at.Sub(w.from)) / float32(w.until.Sub(w.from))
	return fyne.Max(0, fyne.Min(1, share))
}

func (w *week) day(at time.Time) {
	k, x := w.k, w.x(at)
	w.put(canvas.NewRectangle(k.P.Line), weekPlace{x0: x, x1: x, y: 4, high: -4})
	w.put(k.Line("", k.P.Text, true), weekPlace{x0: x, x1: x + 1.0/weekDays, y: 0, high: 20,
		words: []string{k.V.WeekDay(at), k.V.ShortWeekday(at)}})
}

// row draws one window: its wait, the step that follows, and what is open.
func (w *week) row(n int, v service.WindowView) {
	k, y, high := w.k, weekHead+float32(n)*w.step, w.bar()
	name := k.Line(v.Name, k.P.Text, false)
	w.names = min(mostNaming, max(w.names, name.MinSize().Width+kit.GapInside))
	w.put(name, weekPlace{y: y, high: high, name: true})
	at := w.from
	bar := func(until time.Time, tone kit.Tone, words []string) {
		if !until.After(at) || !at.Before(w.until) {
			return
		}
		r := canvas.NewRectangle(tone.Fill)
		r.CornerRadius = weekCorner
		w.put(r, weekPlace{x0: w.x(at), x1: w.x(until), y: y, high: high})
		from := at
		if from.Before(w.now) {
			from = w.now
		}
		if until.After(w.now) {
			w.put(k.Line("", tone.Ink, true), weekPlace{x0: w.x(from), x1: w.x(until), y: y, high: high, words: words})
		}
		at = until
	}
	if v.State == course.Wait && (v.End.Open || v.End.ByWord()) { // nobody knows when it opens
		bar(w.until, k.Amber(), k.V.WeekWait(v))
		return
	}
	bar(v.Until, k.Amber(), k.V.WeekWait(v))
	switch {
	case v.State == course.Ask:
		bar(w.until, k.Amber(), k.V.WeekAsk(v))
		return
	case v.Then != "" && v.ThenUntil == nil:
		bar(w.until, k.Water(), k.V.WeekThen(v))
		return
	case v.Then != "":
		bar(*v.ThenUntil, k.Water(), k.V.WeekThen(v))
	}
	if v.State == course.Wait && v.AndWhen != "" { // that it opens hangs on the person's word
		bar(w.until, k.Neutral(), k.V.WeekAsk(v))
		return
	}
	bar(w.until, k.Sage(), k.V.WeekOpen(v))
}

// line draws now, and a veil over what has passed.
func (w *week) line(rows int) {
	k, x := w.k, w.x(w.now)
	high := float32(rows) * w.step
	w.put(canvas.NewRectangle(theme.Fade(k.P.Card, 0.55)), weekPlace{x1: x, y: weekHead, high: high})
	now := canvas.NewRectangle(k.P.Text)
	w.put(now, weekPlace{x0: x, x1: x, y: weekHead - 8, high: high + 4})
	w.put(canvas.NewCircle(k.P.Text), weekPlace{x0: x, x1: x, y: weekHead - 12, high: 8})
}

// weekLayout lays the week out at any width.
type weekLayout struct {
	w    *week
	rows int
}

func (l weekLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.w.names+240, weekHead+float32(l.rows)*l.w.step)
}

func (l weekLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	names := l.w.names
	plot := size.Width - names
	for i, at := range l.w.places {
		x, wide, high := names+plot*at.x0, plot*(at.x1-at.x0), at.high
		if high <= 0 {
			high += size.Height - at.y
		}
		switch t := o[i].(type) {
		case *kit.Line:
			if at.name {
				x, wide = 0, names-8
				break
			}
			x, wide = x+weekRoom, wide-2*weekRoom
			if high == 20 { // a day's name stands close to its line
				x, wide = x-weekRoom+4, wide+2*weekRoom-6
			}
			t.SetText(t.Longest(wide, at.words))
		case *canvas.Circle:
			x, wide = x-high/2, high
		case *canvas.Rectangle:
			if at.x0 == at.x1 {
				wide = 1
			}
		}
		o[i].Move(fyne.NewPos(x, at.y))
		o[i].Resize(fyne.NewSize(wide, high))
	}
}
