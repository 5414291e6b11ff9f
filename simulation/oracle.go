package simulation

import (
	"fmt"
	"strings"
	"time"

	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/record"
)

// oracle watches what the desktop shows and knows what it should.
type oracle struct {
	walls      *walls
	prefs      course.Prefs
	voice      phrase.Voice
	treatments []*treated
	entries    []record.Entry   // in the order in which they were entered
	entrySeq   map[int64]int    // after which event each was made
	about      map[string][]int // by occurrence: places in entries
	pauses     []int            // places in entries
	wishes     []int            // places in entries
	skin       []int            // places in entries: what the person said of red or calm skin
	quiet      bool             // "do not disturb" is on
	unready    time.Time        // by the wall clock: until then a trouble that is over may still be felt
	decided    time.Time        // when the desktop was asked to show what it shows now
	seq        int              // counts what happens

	stale bool // what follows was worked out before something changed
	waits []wait
	tasks []task
	lists map[date][]occurrence

	told     map[string]*telling
	shows    []show         // those that the ledger knows of
	inFlight []flight       // told on the desktop, the ledger does not know yet
	rounds   map[string]int // how often occurrence and round were shown
	pardons  map[string]int // how many of those a kill explains
	look     []show         // since the runner last waited
	standing map[uint32]string
	begun    map[string]int // occurrence and round: how often begun before the ledger knew it as shown

	breaks []Break
	now    func() time.Time
	note   func(format string, args ...any)
}

// telling is what the person was told of one occurrence.
type telling struct {
	times    int // how often
	pardoned int // repeats that a kill explains
	retakes  int // repeats allowed since what it said was taken back
	at       int // seq of the last
	end      time.Time
	moved    bool // a window's end: was later since
	gone     int  // seq when it was let go
}

// show is one notification.
type show struct {
	id     string
	paced  bool // a routine's reminder or a summing-up: they keep their distance
	single bool // a routine's own reminder: they count towards the cap
	water  bool
	asked  time.Time // when the desktop was asked
	at     time.Time // when it took it
	asks   string    // what the person is asked; "": nothing, it tells of an end; beginMark: of a begin
	repeat bool      // explained by a kill: it was shown before
	left   bool      // begun before, and left behind by a kill or a desktop that refused
	due    time.Time
}

// flight is a notification that the desktop took and the ledger does not know of.
type flight struct {
	show    show
	service uint32
	key     string   // occurrence and round
	tells   []string // occurrences
}

// voice words what is shown: one is enough for all lives.
var voice = phrase.New(locale.Format{})

func newOracle(zone *time.Location, now func() time.Time, note func(string, ...any)) *oracle {
	return &oracle{
		voice: voice,
		walls: newWalls(zone), prefs: course.DefaultPrefs(), stale: true, entrySeq: map[int64]int{}, about: map[string][]int{}, told: map[string]*telling{},
		rounds: map[string]int{}, pardons: map[string]int{}, standing: map[uint32]string{}, begun: map[string]int{}, now: now, note: note,
	}
}

func (o *oracle) broken(i Invariant, format string, args ...any) {
	b := Break{i, o.now().In(o.walls.zone), fmt.Sprintf(format, args...)}
	o.breaks = append(o.breaks, b)
	o.note("BROKEN %s: %s", i, b.Text)
}

func (o *oracle) fly(zone *time.Location) {
	o.walls, o.stale = newWalls(zone), true
}

func (o *oracle) set(s setting) {
	if o.prefs.Times == nil {
		o.prefs.Times = map[string][]clockTime{}
	}
	s.apply(&o.prefs)
	o.stale = true
}

func (o *oracle) entered(e record.Entry) {
	o.seq++
	if _, known := o.entrySeq[e.ID]; known {
		return // a wish that stands already
	}
	o.entrySeq[e.ID] = o.seq
	if e.Occurrence != "" {
		o.about[e.Occurrence] = append(o.about[e.Occurrence], len(o.entries))
	}
	switch e.Kind {
	case record.KindPause, record.KindResume:
		o.pauses = append(o.pauses, len(o.entries))
	case record.KindCalm, record.KindExtend:
		o.stale = true
		if e.Kind == record.KindCalm {
			o.skin = append(o.skin, len(o.entries))
		}
	case record.KindFeel:
		o.stale = true
		if e.Feeling.Skin != record.SkinUnsaid {
			o.skin = append(o.skin, len(o.entries))
		}
	case record.KindTell:
		o.wishes = append(o.wishes, len(o.entries))
	}
	o.entries = append(o.entries, e)
}

func (o *oracle) undone(id int64) {
	o.seq++
	if replaced := o.mark(id, true); replaced != 0 {
		o.mark(replaced, false)
	}
}

func (o *oracle) redone(id int64) {
	o.seq++
	if replaced := o.mark(id, false); replaced != 0 {
		o.mark(replaced, true)
	}
}

// mark notes that an entry counts or not, and gives the one in whose place it was written.
func (o *oracle) mark(id int64, undone bool) (replaced int64) {
	for i := range o.entries {
		if e := &o.entries[i]; e.ID == id {
			e.Undone, replaced = undone, e.Replaces
			o.stale = o.stale || e.Kind == record.KindCalm || e.Kind == record.KindExtend || e.Kind == record.KindFeel
		}
	}
	return replaced
}

// trouble says that something failed that the agent tries again after a while.
func (o *oracle) trouble(now time.Time, again time.Duration) {
	o.unready = later(o.unready, now.Add(again))
}

// jumped says that the clock was set.
func (o *oracle) jumped(by time.Duration) { o.unready = o.unready.Add(by) }

// treat tells of a treatment, a new one or one that was changed.
func (o *oracle) treat(t *treated) {
	o.seq++
	o.stale = true
	for i := range o.treatments {
		if o.treatments[i].id == t.id {
			t.entered = o.treatments[i].entered
			o.treatments[i] = t
			return
		}
	}
	o.treatments = append(o.treatments, t)
}

func (o *oracle) remove(id int64) {
	o.seq++
	o.stale = true
	for i := range o.treatments {
		if o.treatments[i].id == id {
			o.treatments = append(o.treatments[:i:i], o.treatments[i+1:]...)
			return
		}
	}
}

func (o *oracle) tellingOf(id string) *telling {
	t := o.told[id]
	if t == nil {
		t = &telling{}
		o.told[id] = t
	}
	return t
}

// answered says whether the person has done or skipped it, or said at it how their skin feels.
func (o *oracle) answered(id string) bool {
	for _, i := range o.about[id] {
		if e := &o.entries[i]; !e.Undone && (e.Kind == record.KindDone || e.Kind == record.KindSkip || e.Kind == record.KindFeel) {
			return true
		}
	}
	return false
}

// snoozed is the last time it was put off, and how often it was, those taken back counted in.
func (o *oracle) snoozed(id string) (last record.Entry, times int) {
	for _, i := range o.about[id] {
		if e := &o.entries[i]; e.Kind == record.KindSnooze {
			times++
			if !e.Undone {
				last = *e
			}
		}
	}
	return last, times
}

// putOff is the latest moment until which it was put off.
func (o *oracle) putOff(id string) time.Time {
	var last time.Time
	for _, i := range o.about[id] {
		if e := &o.entries[i]; e.Kind == record.KindSnooze && !e.Undone {
			last = later(last, e.Until)
		}
	}
	return last
}

// pausedUntil is until when a pause holds, by what the person did last; zero if none does. One
// that was entered when the clock was wrong, at a moment that has not come yet, does not.
func (o *oracle) pausedUntil(now time.Time) time.Time {
	if e := o.lastPause(); e != nil && !e.At.After(now) && e.Until.After(now) {
		return e.Until
	}
	return time.Time{}
}

// mayBePaused is pausedUntil with the benefit of the doubt for a clock that was set back by hours, and
// for a pause that was ended, or followed by another, only while the clock was days behind.
func (o *oracle) mayBePaused(now time.Time) time.Time {
	for k := len(o.pauses) - 1; k >= 0; k-- {
		e := &o.entries[o.pauses[k]]
		if e.Undone {
			continue
		}
		if e.Kind == record.KindPause && !e.At.After(now.Add(day)) && e.Until.After(now) {
			return e.Until
		}
		if e.At.After(now.Add(-3 * day)) {
			break
		}
	}
	return time.Time{}
}

// lastPause is the pause that nothing ended since, or nil.
func (o *oracle) lastPause() *record.Entry {
	for k := len(o.pauses) - 1; k >= 0; k-- {
		if e := &o.entries[o.pauses[k]]; !e.Undone {
			if e.Kind == record.KindPause {
				return e
			}
			return nil
		}
	}
	return nil
}

// split takes an occurrence's id apart: "cleanse/2026-11-22/2". ok is false for a window's end.
func split(id string) (routine string, d date, ok bool) {
	parts := strings.Split(id, "/")
	if len(parts) != 3 {
		return parts[0], 0, false
	}
	d, ok = readDate(parts[1])
	return parts[0], d, ok
}
