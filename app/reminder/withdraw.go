package reminder

import (
	"slices"
	"strings"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
)

// withdraw takes away open notifications that no longer hold, and gives up those begun
// that will not be shown any more.
func (l *look) withdraw() {
	for _, i := range l.open {
		d := l.in.Deliveries[i]
		if reason := l.gone(&d); reason != "" {
			d.Reason = reason
			l.out.Withdraw = append(l.out.Withdraw, d)
			if d.State == record.Begun && l.tellsPartOf(d.Occurrence) {
				l.out.Show = nil // first the ledger has to say that its parts were not told by it
			}
		}
	}
}

// tellsPartOf says whether what is to be shown now tells something that was written as a part of this one.
func (l *look) tellsPartOf(whole string) bool {
	part := func(id string) bool {
		c := l.find(id)
		return id != whole && c != nil && c.sumOf == whole
	}
	return slices.ContainsFunc(l.out.Show, func(n Notice) bool {
		return part(n.ID) || slices.ContainsFunc(n.Covers, func(o Occurrence) bool { return part(o.ID) })
	})
}

// gone says why an open notification no longer holds; "" if it does.
func (l *look) gone(d *record.Delivery) string {
	if slices.Contains(l.anew, d.ID) {
		return ReasonNotHolding
	}
	if d.What == welcomeWhat {
		return l.welcomeGone(d)
	}
	c := l.find(d.Occurrence)
	switch {
	case c == nil && d.Window:
		return l.windowGone(d)
	case c == nil:
		return l.olderGone(d)
	case c.answered:
		return ReasonDone
	case d.Round < c.Round && c.isEnd() && l.outdates(c, d):
		return ReasonNotHolding
	case d.Round < c.Round:
		return ReasonSnoozed
	case c.isEnd() && d.State == record.Begun && c.told:
		return ReasonNotHolding // the end is back where it was told before
	case c.wish != nil && d.State == record.Shown && l.waitsAgain(c):
		return ReasonSuperseded
	case c.isEnd():
		return ""
	}
	return l.routineGone(c.What, d, c.Useful)
}

// windowGone is for the telling of an end that is not one to tell at this moment.
func (l *look) windowGone(d *record.Delivery) string {
	switch stands, told := l.standing(d.Occurrence); {
	case told:
		return ReasonSuperseded
	case stands, !l.looksAt(d.Occurrence):
		// It ended before the treatment was entered, or its course is over or removed: what was
		// told stays true.
		return ReasonNotUseful
	}
	return ReasonNotHolding
}

// routineGone says why a routine's notification no longer holds, if nobody answered it.
func (l *look) routineGone(what string, d *record.Delivery, useful time.Time) string {
	due := d.Due
	if c := l.find(d.Occurrence); c != nil {
		due = c.Due // after a flight its clock time is another instant
	}
	for i := range l.cands {
		o := &l.cands[i]
		if o.isEnd() || o.What != what || !o.Due.After(due) || o.ID == d.Occurrence {
			continue
		}
		if !o.At.After(l.now) {
			return ReasonSuperseded
		}
	}
	if !l.now.Before(useful) {
		return ReasonNotUseful
	}
	l.again(useful)
	return ""
}

// olderGone is for a notification whose occurrence is not among the candidates: a glass of
// water, an occurrence of days ago, or one that the plan does not have any more.
func (l *look) olderGone(d *record.Delivery) string {
	if date, err := dayOf(d.Occurrence); err == nil && (date.Before(l.today.Add(-1)) || l.today.Add(1).Before(date)) {
		if d.State == record.Begun {
			return ReasonNotHolding // never told: it may be when its day comes
		}
		return ReasonNotUseful // it was not looked for, so nothing says that it no longer holds
	}
	r := l.routine(d.What)
	if r == nil || r.Spec.Amount.Max == 0 {
		if d.State == record.Shown && l.beforeKnown(d.Occurrence) {
			return ReasonNotUseful // moved to before the treatment was entered: it was told, and stays told
		}
		return ReasonNotHolding
	}
	asked := askedAt(d)
	useful := r.Spec.UsefulFor
	if useful <= 0 {
		useful = waterUseful
	}
	switch {
	case !l.in.Prefs.Water:
		return ReasonNotHolding
	case l.drankSince(d.What, asked) || l.skipped(d.Occurrence):
		return ReasonDone
	}
	for i := range l.in.Deliveries {
		if o := &l.in.Deliveries[i]; !o.Window && o.What == d.What && o.State != record.LetGo && askedAt(o).After(asked) {
			return ReasonSuperseded
		}
	}
	return l.routineGone(d.What, d, asked.Add(useful))
}

// dayOf is the day in the id of a routine's occurrence: "cleanse/2026-11-22/2".
func dayOf(id string) (course.Date, error) {
	_, rest, _ := strings.Cut(id, "/")
	day, _, _ := strings.Cut(rest, "/")
	return course.ParseDate(day)
}

// beforeKnown says whether the occurrence lies before anybody told us of a treatment.
func (l *look) beforeKnown(id string) bool {
	date, err := dayOf(id)
	return err == nil && slices.ContainsFunc(l.memory.due(l.in, date, l.zone), func(d course.Due) bool {
		return d.ID == id && d.At.Before(l.known)
	})
}

func (l *look) skipped(id string) bool {
	for i := range l.in.Entries {
		if e := &l.in.Entries[i]; e.Occurrence == id && e.Answers() {
			return true
		}
	}
	return false
}

// welcomeGone: a welcome-back notification goes when its parts are answered, when a wait that
// it told of runs again, and after half a day.
func (l *look) welcomeGone(d *record.Delivery) string {
	if d.State == record.Begun {
		for i := range l.out.Show {
			if l.out.Show[i].ID == d.Occurrence {
				return ""
			}
		}
		if len(l.out.Held) > 0 {
			return ""
		}
		return ReasonNotHolding
	}
	if end := d.ShownAt.Add(welcomeUseful); !l.now.Before(end) {
		return ReasonNotUseful
	} else {
		l.again(end)
	}
	parts, left := 0, 0
	for i := range l.in.Deliveries {
		p := &l.in.Deliveries[i]
		if p.SumOf != d.Occurrence {
			continue
		}
		parts++
		c := l.find(p.Occurrence)
		switch {
		case p.Window && c != nil && l.outdates(c, p) && c.Due.After(l.now):
			return ReasonNotHolding
		case p.Window:
			left++
		case c != nil && !c.answered && c.Round == p.Round && l.routineGone(c.What, p, c.Useful) == "":
			left++
		}
	}
	if parts > 0 && left == 0 {
		return ReasonDone
	}
	return ""
}
