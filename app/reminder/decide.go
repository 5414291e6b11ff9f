package reminder

import (
	"slices"
	"strings"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
)

// Decide says what to show, what to hold back, let go and take away now, and when to
// look again. It depends on its input alone. At most one notification comes of one look, but
// for a question whether the skin is calm beside the news of another window, and what a
// crash left in flight. After its answer was carried out it should be asked again at once.
func Decide(in Input) Decision { return decide(in, nil) }

func decide(in Input, m *memory) Decision {
	l := newLook(in, m)
	defer l.leave()
	l.readLedger()
	l.addWindows()
	l.addWishes()
	l.addDay(l.today.Add(-1))
	l.addDay(l.today)
	early := l.tomorrowHasBegun()
	if early {
		l.addDay(l.today.Add(1))
	}
	l.hearSnoozes()
	l.hear(0)
	l.match(0)
	if !early && !l.moreBefore(l.dayUntil) {
		l.addTomorrow()
	}
	l.addWater()
	l.rollOver()
	l.sort()
	h := l.holdNow()
	if h.reason != "" {
		toBed := l.toBed(h)
		l.keep(h)
		l.ready = toBed
	}
	if h.reason == "" || len(l.ready) > 0 {
		l.tell()
	}
	l.withdraw()
	return l.out
}

// moreBefore says whether some routine is still to come before that moment: then later
// days need not be looked at.
func (l *look) moreBefore(end time.Time) bool {
	for i := range l.cands {
		if c := &l.cands[i]; c.Kind == RoutineDue && c.pending() && c.At.After(l.now) && c.At.Before(end) {
			return true
		}
	}
	return false
}

// tomorrowHasBegun says whether something of tomorrow stands on the desktop or was put off, as
// after a flight west over midnight.
func (l *look) tomorrowHasBegun() bool {
	if len(l.open) == 0 && !slices.ContainsFunc(l.in.Entries, func(e record.Entry) bool { return e.Kind == record.KindSnooze }) {
		return false
	}
	tomorrow := "/" + l.today.Add(1).String() + "/"
	return slices.ContainsFunc(l.open, func(i int) bool { return strings.Contains(l.in.Deliveries[i].Occurrence, tomorrow) }) ||
		slices.ContainsFunc(l.in.Entries, func(e record.Entry) bool {
			return e.Kind == record.KindSnooze && strings.Contains(e.Occurrence, tomorrow)
		})
}

// addTomorrow adds tomorrow's occurrences.
func (l *look) addTomorrow() {
	first := len(l.cands)
	l.addDay(l.today.Add(1))
	l.hear(first)
	l.match(first)
}

// rollOver looks again at midnight if only later days have anything.
func (l *look) rollOver() {
	if l.moreBefore(course.On(l.today.Add(2), 0, l.zone)) {
		return
	}
	for i := range l.in.Courses {
		c := &l.in.Courses[i]
		for j := range c.Routines {
			if !c.Treatment.Removed && c.Routines[j].Until.After(l.dayUntil) {
				l.again(l.dayUntil)
				return
			}
		}
	}
}

// sort finds what is due now. What comes later is for another look; what has passed is let go.
func (l *look) sort() {
	for i := range l.cands {
		c := &l.cands[i]
		switch {
		case !c.pending():
		case c.wish != nil && !c.At.After(l.now) && l.waitsAgain(c):
			l.putOff(c)
		case c.water && l.drankSince(c.What, c.snoozedAt) && !c.snoozedAt.IsZero():
			c.answered = true
		case c.At.After(l.now):
			l.again(c.At)
		case c.Kind == RoutineDue && l.superseded(c):
			l.letGo(c, ReasonSuperseded)
		case c.Kind == RoutineDue && !l.now.Before(c.Useful):
			l.letGo(c, ReasonNotUseful)
		case c.water && l.overLitre(c):
		default:
			l.ready = append(l.ready, i)
		}
	}
	slices.SortStableFunc(l.ready, func(a, b int) int {
		x, y := &l.cands[a], &l.cands[b]
		if n := x.At.Compare(y.At); n != 0 {
			return n
		}
		return x.order - y.order
	})
}

// superseded says whether the same routine has become due again since.
func (l *look) superseded(c *candidate) bool {
	for i := range l.cands {
		o := &l.cands[i]
		if o.Kind == RoutineDue && o.What == c.What && o.Due.After(c.Due) && !o.At.After(l.now) {
			return true
		}
	}
	return false
}

// letGo drops an occurrence. One that was begun is taken away instead, see withdraw; one that
// a notification in flight tells is in the ledger already.
func (l *look) letGo(c *candidate, reason string) {
	if c.begun == nil && c.sumOf == "" {
		l.out.LetGo = append(l.out.LetGo, Dropped{l.say(c), reason})
	}
}

// tell shows what is due.
func (l *look) tell() {
	l.welcome()
	l.tellWindows()
	l.tellRoutines()
	if len(l.anew) > 0 {
		l.out.Show = nil // first the ledger has to say what was given up
	}
}

// show adds a notification and what it tells beside its own.
func (l *look) show(o Occurrence, covers []Occurrence, begun *record.Delivery) {
	if begun != nil && (begunElse(begun, &o) || l.leavesOut(begun, covers)) {
		l.anew = append(l.anew, begun.ID)
		return
	}
	n := Notice{Occurrence: o, Covers: covers, Actions: o.Kind == RoutineDue}
	n.At = l.now
	n.Discreet = l.in.Prefs.Discreet
	l.out.Show = append(l.out.Show, n)
	l.lastShown = l.now
	l.again(o.Useful)
}

// begunElse says whether an end has moved since its telling was begun.
func begunElse(begun *record.Delivery, o *Occurrence) bool {
	return (o.Kind == WindowEnd || o.Kind == WindowBegin || o.Kind == TellMe) && begun.Due.Sub(o.Due).Abs() > sameMoment
}

// leavesOut says whether one that was begun and never shown has parts in the ledger that it would
// not tell now, or with another time: the ledger would have them as told. One that was answered
// since counts too, for the answer can be taken back.
func (l *look) leavesOut(begun *record.Delivery, covers []Occurrence) bool {
	for i := range l.in.Deliveries {
		p := &l.in.Deliveries[i]
		if !l.partOf(p, begun) {
			continue
		}
		told := slices.ContainsFunc(covers, func(o Occurrence) bool { return o.ID == p.Occurrence && o.Round == p.Round })
		c := l.find(p.Occurrence)
		switch {
		case c == nil: // a window that another treatment's outlasts may hold again when that is removed
			if p.Window {
				return true
			}
		case c.Round != p.Round:
		case !told, p.Window && p.Due.Sub(c.Due).Abs() > sameMoment:
			return true
		}
	}
	return false
}

// tellWindows shows the windows' begins and ends that are due: those that begin, and those that are over, in one
// notification each, and those that wait for the person's word in one, but for what is asked of them in other words.
func (l *look) tellWindows() {
	l.tellBegins()
	over := l.groupOf(func(c *candidate) bool { return !c.asks() })
	if len(over) > 0 {
		l.tellGroup(over)
	}
	questions := l.groupOf((*candidate).asks)
	if len(questions) > 0 {
		of := l.cands[questions[0]].condition()
		l.tellGroup(slices.DeleteFunc(questions, func(i int) bool { return l.cands[i].condition() != of })) // the others at the next look
	}
}

// groupOf are the ends that are due and of which that holds, in the order in which they came due.
func (l *look) groupOf(is func(*candidate) bool) (group []int) {
	for _, i := range l.ready {
		if c := &l.cands[i]; c.isEnd() && c.begins == nil && !c.told && is(c) {
			group = append(group, i)
		}
	}
	return group
}

// tellBegins shows the waits that begin now.
func (l *look) tellBegins() {
	for _, i := range l.ready {
		c := &l.cands[i]
		if c.begins == nil || c.told {
			continue
		}
		o := l.say(c)
		var covers []Occurrence
		for _, j := range l.ready {
			if other := &l.cands[j]; j != i && other.begins != nil && !other.told && other.begun == nil && c.begun == nil {
				covers = append(covers, l.say(other))
				o.News.Begin.Also = addName(o.News.Begin.Also, other.name)
			}
		}
		l.show(o, covers, c.begun)
		return
	}
}

// tellGroup shows ends in one notification, but for what a crash left in flight.
func (l *look) tellGroup(of []int) {
	lead := -1
	var group []int
	for _, i := range of {
		c := &l.cands[i]
		switch {
		case c.begun != nil && lead >= 0 && l.cands[lead].begun != nil:
			l.show(l.say(c), nil, c.begun)
		case lead < 0 || (c.begun != nil && l.cands[lead].begun == nil):
			if lead >= 0 {
				group = append(group, lead)
			}
			lead = i
		default:
			group = append(group, i)
		}
	}
	l.tellWindow(&l.cands[lead], group)
}

func (l *look) tellWindow(lead *candidate, also []int) {
	first := l.index(lead.ID)
	all := append(also, first)
	slices.Sort(all) // plan order, whichever ended first; what was asked for comes last
	if lead.begun == nil {
		first = l.leading(all)
		lead = &l.cands[first]
	} else if lead.wish != nil && l.cands[all[0]].win != nil {
		l.anew = append(l.anew, lead.begun.ID) // a window has ended since: that is told, and the wish with it
		return
	}
	also = slices.DeleteFunc(all, func(i int) bool { return i == first })
	o := l.say(lead)
	covers := make([]Occurrence, 0, len(also))
	for _, i := range also {
		covers = append(covers, l.say(&l.cands[i]))
	}
	if !lead.asks() {
		l.addAlso(&o.News, lead, also)
	}
	l.show(o, covers, lead.begun)
}

// leading is which of those that are told together gives the notification its title: a window that the person asked
// about, else the first one in whose place the plan asks for something, else the first.
func (l *look) leading(all []int) int {
	for _, i := range all {
		for _, j := range all {
			if w, wish := l.cands[i].win, l.cands[j].wish; w != nil && wish != nil && slices.Contains(wish.windows, w.Spec.ID) {
				return i
			}
		}
	}
	for _, i := range all {
		if w := l.cands[i].win; w != nil && l.step(w) != nil {
			return i
		}
	}
	return all[0]
}

// tellRoutines shows the first routine that is due, once the last notification is far
// enough back. The others wait.
func (l *look) tellRoutines() {
	shown := len(l.shownToday)
	for _, i := range l.ready {
		c := &l.cands[i]
		if c.Kind != RoutineDue || c.told {
			continue
		}
		if limit := l.in.Prefs.Cap; limit > 0 && shown >= limit && !c.seen && c.begun == nil {
			l.letGo(c, ReasonCap)
			continue
		}
		if next := l.afterSpacing(); next.After(l.now) {
			l.again(next)
			l.again(c.Useful)
			continue
		}
		l.show(l.say(c), nil, c.begun)
		if !c.seen {
			shown++
		}
	}
}

// afterSpacing is when the next routine may be shown.
func (l *look) afterSpacing() time.Time {
	if l.lastShown.IsZero() {
		return l.now
	}
	return l.lastShown.Add(l.in.Prefs.Spacing)
}
