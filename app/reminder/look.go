package reminder

import (
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/guidance"
)

// look is one decision in the making.
type look struct {
	in    Input
	now   time.Time
	zone  *time.Location
	today course.Date
	known time.Time // before it nobody had told us of a treatment: what was due then is not ours

	memory *memory // nil: none
	room
	begun []*record.Delivery // begun and not shown yet
	never []*record.Delivery // begun and closed without having been shown
	anew  []int64            // begun with parts that it would not tell any more, by id: given up, and told anew

	lastShown time.Time
	dayFrom   time.Time
	dayUntil  time.Time
	rests     time.Time // nobody is asked before whether their skin is calm; may have passed, zero: ask

	ready []int // candidates that are due, untold and still useful
	out   Decision
}

// candidate is an occurrence with what the ledger and the person say of it. What it
// tells is gathered only when it is needed; see say.
type candidate struct {
	Occurrence
	order     int // of those due at the same time, the lower goes first
	name      string
	due       *course.Due       // a routine's occurrence of a day that was looked at
	spec      *guidance.Routine // of a routine if due is nil
	drunk     int               // water: millilitres so far, and the day's goal
	goal      int
	win       *course.Window // of a window's end
	part      bool           // win is the question of a routine or advice: see [course.Course.Questions]
	begins    *course.Window // of a window's begin
	wish      *wish          // of what the person asked to be told of
	passed    time.Duration  // a window's real length
	snoozes   int
	putOff    int           // snoozes, those taken back counted in
	snoozed   *record.Entry // the last snooze of it
	snoozedAt time.Time
	stale     int // deliveries that no longer count
	answered  bool
	told      bool
	seen      bool // an earlier reminder of it was shown
	water     bool
	begun     *record.Delivery
	sumOf     string    // the occurrence in flight that tells it too
	ends      time.Time // after that it must not be asked for, although it was put off; zero: no such moment
}

// hit says that a delivery is of a candidate.
type hit struct{ cand, delivery int }

// memory is what one look leaves to the next one, as long as courses, preferences and zone stay the same: the
// occurrences of days, and the room that it wrote on. Who looks once needs none.
type memory struct {
	dates []course.Date
	lists [][]course.Due
	room  room
	fates map[*course.Window]bool // whether another window outlasts it, where that stays so
}

// outlasted is what is known for good of whether another window outlasts w.
func (m *memory) outlasted(w *course.Window) (is, known bool) {
	if m == nil {
		return false, false
	}
	is, known = m.fates[w]
	return is, known
}

// outlasts remembers it.
func (m *memory) outlasts(w *course.Window, is bool) {
	if m == nil {
		return
	}
	if m.fates == nil {
		m.fates = map[*course.Window]bool{}
	}
	m.fates[w] = is
}

// due lists the occurrences of a day.
func (m *memory) due(in Input, date course.Date, zone *time.Location) []course.Due {
	if m == nil {
		return course.DueOn(in.Courses, in.Prefs, date, zone)
	}
	for i := len(m.dates) - 1; i >= 0; i-- {
		if m.dates[i] == date {
			return m.lists[i]
		}
	}
	list := course.DueOn(in.Courses, in.Prefs, date, zone)
	m.dates, m.lists = append(m.dates, date), append(m.lists, list)
	return list
}

// usual is more candidates than one course has in two days.
const usual = 20

// room is what a decision writes on.
type room struct {
	cands      []candidate
	open       []int // deliveries begun or shown, by their place in in.Deliveries
	hits       []hit
	shownToday []string // routine occurrences shown this local day, each once
}

// leave gives the room back. Nothing that was decided points into it.
func (l *look) leave() {
	if l.memory == nil {
		return
	}
	clear(l.cands)
	clear(l.shownToday)
	l.memory.room = room{l.cands[:0], l.open[:0], l.hits[:0], l.shownToday[:0]}
}

func newLook(in Input, m *memory) *look {
	l := &look{in: in, now: in.Now, zone: in.Zone, memory: m}
	if m != nil {
		l.room = m.room
	}
	if l.cands == nil {
		l.room = room{
			cands: make([]candidate, 0, usual), hits: make([]hit, 0, len(in.Deliveries)),
			open: make([]int, 0, 8), shownToday: make([]string, 0, usual),
		}
	}
	if l.zone == nil {
		l.zone = time.UTC
	}
	l.today = course.DateOf(l.now, l.zone)
	l.dayFrom = course.On(l.today, 0, l.zone)
	l.dayUntil = course.On(l.today.Add(1), 0, l.zone)
	l.rests = course.AskAgain(in.Entries, in.Prefs, l.now, l.zone)
	first := true
	for i := range in.Courses {
		if t := &in.Courses[i].Treatment; !t.Removed && (first || t.EnteredAt.Before(l.known)) {
			l.known, first = t.EnteredAt, false
		}
	}
	return l
}

// again notes a moment at which something changes by itself.
func (l *look) again(at time.Time) {
	if at.After(l.now) && (l.out.LookAgain.IsZero() || at.Before(l.out.LookAgain)) {
		l.out.LookAgain = at
	}
}

// find returns the candidate with that id, or nil.
func (l *look) find(id string) *candidate {
	if i := l.index(id); i >= 0 {
		return &l.cands[i]
	}
	return nil
}

func (l *look) index(id string) int {
	for i := range l.cands {
		if l.cands[i].ID == id {
			return i
		}
	}
	return -1
}

// addDay adds the occurrences of a local day.
func (l *look) addDay(date course.Date) {
	list := l.memory.due(l.in, date, l.zone)
	for i := range list {
		d := &list[i]
		if d.At.Before(l.known) {
			continue
		}
		l.cands = append(l.cands, candidate{
			Occurrence: Occurrence{ID: d.ID, Kind: RoutineDue, What: d.Routine, Due: d.At, At: d.At, Useful: d.Useful},
			order:      len(l.cands), name: d.Name, due: d, ends: d.Ends,
		})
	}
}

// ask is the title that the plan gives the routine, if it differs from its name.
func (c *candidate) ask() string {
	if c.due != nil {
		return c.due.Ask
	}
	return c.spec.Ask
}

// role is what the program knows of the routine.
func (c *candidate) role() guidance.Role {
	if c.due != nil {
		return c.due.Role
	}
	return c.spec.Role
}

// how is what the plan says to do.
func (c *candidate) how() string {
	if c.due != nil {
		return c.due.How
	}
	return c.spec.How
}

// notYet says whether there is skin on which it may not be done yet.
func (c *candidate) notYet(now time.Time) bool {
	return c.due != nil && c.due.NotYet != nil && c.due.NotYet.From.After(now)
}

// condition is what the person is asked, if that is something else than whether the skin is calm.
func (c *candidate) condition() string { return c.win.Spec.Condition }

// asks says whether a window waits for the person's word once its time is up.
func (c *candidate) asks() bool { return c.win != nil && c.win.Spec.AsksCalm() }

// isEnd says whether something is over: a window, or what the person asked to be told of. It is told whenever that
// can be, once; a window's end again if it has moved to a later moment since.
func (c *candidate) isEnd() bool { return c.Kind != RoutineDue }

// pending says whether anything is still to be told of the candidate.
func (c *candidate) pending() bool { return !c.answered && !c.told }
