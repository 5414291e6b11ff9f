package service

import (
	"slices"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
)

// HistoryDay is one day of the history.
type HistoryDay struct {
	At   time.Time // of its newest line
	Rows []HistoryRow
}

// HistoryRow is one thing of a day, or several of a kind that are told in one.
type HistoryRow struct {
	Several string        // "shown", "letgo" or "drinks"; "" for one thing
	Lines   []HistoryLine // newest first; one unless Several says otherwise
	Drunk   *record.Drink // of drinks: all of them that were not taken back
}

// ID is the same each time the row is read, whatever was written down since.
func (r HistoryRow) ID() string {
	return r.Several + "/" + r.Lines[len(r.Lines)-1].At.Format(time.DateOnly)
}

// Days are the lines by day, newest first. The reminders of a day that were shown are one row, as are those that were
// not, and all that was drunk.
func (h HistoryView) Days() []HistoryDay {
	var days []HistoryDay
	last := course.Date{}
	for _, l := range h.Lines {
		if d := course.DateOf(l.At, l.At.Location()); len(days) == 0 || d != last {
			days = append(days, HistoryDay{At: l.At})
			last = d
		}
		day := &days[len(days)-1]
		several := l.several()
		if i := slices.IndexFunc(day.Rows, func(r HistoryRow) bool { return several != "" && r.Several == several }); i >= 0 {
			day.Rows[i].Lines = append(day.Rows[i].Lines, l)
			continue
		}
		day.Rows = append(day.Rows, HistoryRow{Several: several, Lines: []HistoryLine{l}})
	}
	for _, d := range days {
		for i := range d.Rows {
			d.Rows[i].close()
		}
	}
	return days
}

// several is what the line is told with; "": it is told alone.
func (l HistoryLine) several() string {
	switch {
	case !l.Taken():
		return l.Kind
	case l.Drink != nil:
		return "drinks"
	}
	return ""
}

// close makes a row of one line of what has no other, and sums up what was drunk.
func (r *HistoryRow) close() {
	if len(r.Lines) == 1 {
		r.Several = ""
		return
	}
	if r.Several != "drinks" {
		return
	}
	sum := *r.Lines[0].Drink
	sum.Drunk = 0
	for _, l := range r.Lines {
		if !l.Undone {
			sum.Drunk += l.Drink.Drunk
		}
	}
	r.Drunk = &sum
}
