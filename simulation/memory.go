package simulation

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"afterglow/app/clock"
	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/app/reminder"
	"afterglow/app/service"
	"afterglow/guidance"
)

// memory is the twin of files without files: it answers as they do, and the same contract
// holds both (see contract_test.go). It is there because a thousand courses on files take minutes.
type memory struct {
	clock      clock.Clock
	plans      map[string]guidance.Plan // by text
	treatments []course.Treatment
	before     map[int64]course.Treatment // by the entry of a change or removal, how it was until then
	entries    []record.Entry
	deliveries []record.Delivery // the id is the place, from 1
	prefs      course.Prefs
	seen       time.Time
}

func newMemory(c clock.Clock) *memory {
	return &memory{clock: c, plans: map[string]guidance.Plan{}, before: map[int64]course.Treatment{}, prefs: course.DefaultPrefs()}
}

func (m *memory) Reopen(context.Context) error { return nil }
func (m *memory) Close() error                 { return nil }

var (
	errRefused = errors.New("refused")
	errMissing = errors.New("no such delivery")
)

func (m *memory) plan(n service.NewTreatment) (guidance.Plan, error) {
	if p, ok := m.plans[n.PlanFile]; ok {
		return p, nil
	}
	p, err := guidance.Parse(n.PlanName, []byte(n.PlanFile))
	if err == nil {
		m.plans[n.PlanFile] = p
	}
	return p, err
}

// taken says whether another treatment of that time and area may be the same one.
func (m *memory) taken(at time.Time, area string, self int64) bool {
	return slices.ContainsFunc(m.treatments, func(t course.Treatment) bool {
		return !t.Removed && t.ID != self && t.At.Sub(at).Abs() < time.Minute && (t.Area == "" || area == "" || t.Area == area)
	})
}

func (m *memory) Treat(_ context.Context, n service.NewTreatment) (int64, error) {
	p, err := m.plan(n)
	if err != nil {
		return 0, err
	}
	if m.taken(n.At, n.Area, 0) {
		return 0, errRefused
	}
	t := course.Treatment{
		ID: int64(len(m.treatments) + 1), At: n.At, Device: n.Device, DepthMM: n.DepthMM, Area: n.Area, Sensitive: n.Sensitive,
		Plan: p, EnteredAt: m.clock.Now(),
	}
	m.treatments = append(m.treatments, t)
	m.note(t.ID)
	return t.ID, nil
}

func (m *memory) Change(_ context.Context, id int64, n service.NewTreatment) (int64, error) {
	for i := range m.treatments {
		t := &m.treatments[i]
		if t.ID != id || t.Removed || m.taken(n.At, n.Area, id) {
			continue
		}
		plan := t.Plan
		if n.PlanFile != "" {
			p, err := m.plan(n)
			if err != nil {
				return 0, err
			}
			plan = p
		}
		was := *t
		t.At, t.Device, t.DepthMM, t.Area, t.Sensitive, t.Plan = n.At, n.Device, n.DepthMM, n.Area, n.Sensitive, plan
		return m.changed(was), nil
	}
	return 0, errRefused
}

func (m *memory) Remove(_ context.Context, id int64) (int64, error) {
	for i := range m.treatments {
		if t := &m.treatments[i]; t.ID == id && !t.Removed {
			was := *t
			t.Removed = true
			return m.changed(was), nil
		}
	}
	return 0, errRefused
}

// changed notes how a treatment was until now.
func (m *memory) changed(was course.Treatment) (entry int64) {
	entry = m.note(was.ID)
	m.before[entry] = was
	return entry
}

// putBack gives a treatment back how it was before an entry about it, the last one that counts.
func (m *memory) putBack(e *record.Entry) error {
	was, known := m.before[e.ID]
	if !known || m.taken(was.At, was.Area, was.ID) {
		return errRefused // to take the entering back takes more than a word
	}
	later := slices.ContainsFunc(m.entries[e.ID:], func(o record.Entry) bool { return o.Treatment == e.Treatment && o.Kind == e.Kind && !o.Undone })
	if later {
		return errRefused // written down while the clock was far behind
	}
	m.treatments[was.ID-1] = was
	return nil
}

func (m *memory) note(treatment int64) (entry int64) {
	return m.add(record.Entry{Kind: record.KindTreat, Treatment: treatment}).ID
}

func (m *memory) add(e record.Entry) record.Entry {
	e.ID, e.At = int64(len(m.entries)+1), m.clock.Now()
	m.entries = append(m.entries, e)
	return e
}

// drinks says whether a routine of the courses is an amount to drink.
func drinks(courses []course.Course, routine string) bool {
	for _, c := range courses {
		for _, r := range c.Routines {
			if r.Spec.ID == routine {
				return r.Spec.Drink()
			}
		}
	}
	return false
}

func (m *memory) Enter(ctx context.Context, e record.Entry) (record.Entry, error) {
	now := m.clock.Now()
	in, err := m.Input(ctx, now, m.clock.Zone())
	if err != nil {
		return record.Entry{}, err
	}
	running := course.Running(in.Courses, now)
	if e.Kind != record.KindSnooze && e.Kind != record.KindPause {
		e.Until = time.Time{}
	}
	switch e.Kind {
	case record.KindDone, record.KindSkip, record.KindSnooze:
		said := in.Entries
		if e.Kind == record.KindSnooze {
			said = m.entries // those too that were entered while the clock was years behind
		}
		if len(running) == 0 || (e.Occurrence != "" && (answered(said, e.Occurrence) || m.settled(e.Occurrence, now))) {
			return record.Entry{}, errRefused
		}
		if e.Kind == record.KindDone && (e.What == "water" || drinks(running, e.What)) {
			e.AmountML = m.prefs.GlassML
		}
	case record.KindResume:
		if _, paused := reminder.Paused(in.Entries, now); !paused {
			return record.Entry{}, errRefused
		}
	case record.KindCalm, record.KindExtend:
		return m.enterWindow(running, e)
	case record.KindFeel:
		return m.enterFeel(running, in.Entries, e)
	case record.KindTell:
		return m.enterWish(service.Scene{Now: now, Zone: m.clock.Zone(), Courses: running, Entries: in.Entries}, e)
	}
	return m.add(e), nil
}

// settled says whether an occurrence is of a day too long ago to be answered.
func (m *memory) settled(occurrence string, now time.Time) bool {
	parts := strings.Split(occurrence, "/")
	day, err := course.ParseDate(parts[min(1, len(parts)-1)])
	return err == nil && day.Before(course.DateOf(now, m.clock.Zone()).Add(-service.AnswerDays))
}

func answered(entries []record.Entry, occurrence string) bool {
	return slices.ContainsFunc(entries, func(e record.Entry) bool {
		return e.Occurrence == occurrence && e.Answers()
	})
}

func (m *memory) enterWish(sc service.Scene, e record.Entry) (record.Entry, error) {
	if old, _, ok := sc.Telling(e.Note, e.Windows()); ok {
		return old, nil
	}
	wish, _, err := sc.Wish(e.Note, e.Windows())
	if err != nil {
		return record.Entry{}, err
	}
	return m.add(wish), nil
}

func (m *memory) enterWindow(running []course.Course, e record.Entry) (record.Entry, error) {
	now := m.clock.Now()
	for _, w := range course.Strictest(running, now) {
		if w.Spec.ID != e.What {
			continue
		}
		e.Treatment = w.Treatment
		if e.Kind == record.KindCalm {
			if !w.Spec.AsksCalm() || w.StateAt(now, m.clock.Zone()) != course.Ask {
				return record.Entry{}, errRefused
			}
			return m.add(e), nil
		}
		e.Until = w.Longer(now)
		asked := w.StateAt(now, m.clock.Zone()) == course.Ask
		if w.Spec.Extend <= 0 || now.Before(w.Until.Add(-w.Spec.Extend)) || !asked && !w.Until.Add(w.Spec.Extend).After(now) {
			return record.Entry{}, errRefused
		}
		return m.add(e), nil
	}
	if e.Kind == record.KindCalm {
		return m.enterPart(running, e)
	}
	return record.Entry{}, errRefused
}

// enterPart is the twin of service.Calm for a routine or an advice: the newest treatment's is asked.
func (m *memory) enterPart(running []course.Course, e record.Entry) (record.Entry, error) {
	now := m.clock.Now()
	for _, c := range running {
		from, said := time.Time{}, time.Time{}
		for _, r := range c.Routines {
			if r.Spec.ID == e.What && !r.AskFrom.IsZero() {
				from, said = r.From, r.CalmSaid
			}
		}
		for _, a := range c.Care {
			if a.Spec.ID == e.What && !a.AskFrom.IsZero() && a.Spec.Situation == "" {
				from, said = a.From, a.CalmSaid
			}
		}
		if from.IsZero() {
			continue
		}
		if !said.IsZero() || now.Before(later(from, c.Treatment.At)) {
			return record.Entry{}, errRefused
		}
		e.Treatment = c.Treatment.ID
		return m.add(e), nil
	}
	return record.Entry{}, errRefused
}

func (m *memory) Undo(context.Context) (int64, error) {
	for i := len(m.entries) - 1; i >= 0; i-- {
		e := &m.entries[i]
		if e.Undone || e.At.Before(m.clock.Now().Add(-8*day)) {
			continue
		}
		if e.Kind == record.KindTreat {
			if err := m.putBack(e); err != nil {
				return 0, err // nor is what came before it taken back
			}
		}
		e.Undone = true
		if e.Replaces != 0 {
			m.entries[e.Replaces-1].Undone = false
		}
		return e.ID, nil
	}
	return 0, errRefused
}

func (m *memory) Set(_ context.Context, s setting) error {
	s.apply(&m.prefs)
	return nil
}

func (m *memory) LastLook(context.Context) (time.Time, error) { return m.seen, nil }

func (m *memory) SawAt(_ context.Context, at time.Time) error {
	m.seen = at.Truncate(time.Second)
	return nil
}

// windowOf is whose window ended, out of "makeup/1".
func windowOf(d *record.Delivery) int64 {
	id, err := strconv.ParseInt(d.Occurrence[strings.LastIndexByte(d.Occurrence, '/')+1:], 10, 64)
	if err != nil {
		return 0
	}
	return id
}

func (m *memory) at(id int64) (*record.Delivery, error) {
	if id < 1 || id > int64(len(m.deliveries)) {
		return nil, fmt.Errorf("delivery %d: %w", id, errMissing)
	}
	return &m.deliveries[id-1], nil
}
