package kit

import (
	"fyne.io/fyne/v2"

	"afterglow/app/course"
)

// Day is a button that opens a calendar of the days from first to last; a click on one, or Enter, goes to it.
func (k *Kit) Day(id, text string, first, last course.Date, to func(course.Date)) *Press {
	face := Row(10, -1, k.Icon(IconCalendar, 16, k.P.Rose), k.Inked(text, k.P.Text, true))
	var p *Press
	p = k.Press(id, text, Corner, Over(k.edged(), Pad(6, 16, 6, 14, face)), func() { k.openDays(id, text, p, first, last, to) })
	return p
}

func (k *Kit) openDays(id, text string, at fyne.CanvasObject, first, last course.Date, to func(course.Date)) {
	gone := func() {}
	var f *float
	f, inner := k.floating(text, at, func() { gone() }, func() { f.leave() })
	if f == nil {
		return
	}
	chosen := course.Date{}
	var days *calendar
	days = inner.newCalendar(id, chosen, first, last, func(d course.Date) { chosen = d }, func() {
		f.leave()
		to(chosen)
	})
	days.days.OnPoint = func(p fyne.Position) {
		if cell := days.cellAt(p); cell >= 0 {
			d, _ := days.dayAt(cell)
			f.leave()
			to(d)
		}
	}
	high := Height(days.object, 7*dayWide)
	f.show(inner, Pad(12, 16, 14, 16, Fixed(7*dayWide, high, days.object)), days.days)
	if k.Popped != nil {
		gone = k.Popped(f.close)
	}
}
