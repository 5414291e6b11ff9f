package simulation

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"afterglow/app/clock"
	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/app/reminder"
	"afterglow/app/service"
)

// still is a clock that shows what it is told.
type still struct {
	now  time.Time
	zone *time.Location
}

func (s *still) Now() time.Time       { return s.now }
func (s *still) Zone() *time.Location { return s.zone }
func (s *still) Wait(context.Context, time.Time, <-chan struct{}) clock.Reason {
	return clock.Ended
}

// scene writes down all that a decision depends on, as a keeper gives it.
func scene(t *testing.T, k keeper, c *still) string {
	t.Helper()
	in, err := k.Input(t.Context(), c.now, c.zone)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%+v\n", in.Prefs)
	for _, e := range in.Entries {
		fmt.Fprintln(&b, e.ID, at(e.At), e.Kind, e.What, e.Occurrence, at(e.Until), e.AmountML, e.Treatment, named(e), e.Feeling, e.Replaces, e.Undone)
	}
	for _, d := range in.Deliveries {
		fmt.Fprintln(&b, d.Occurrence, d.Round, d.What, d.Window, at(d.Due), at(d.BegunAt), at(d.ShownAt), at(d.ClosedAt), d.State, d.Reason, d.Title, d.Body, d.SumOf)
	}
	for _, co := range in.Courses {
		fmt.Fprintln(&b, co.Treatment.ID, at(co.Treatment.At), at(co.Treatment.EnteredAt), at(co.Ends))
		for _, w := range co.Windows {
			fmt.Fprintln(&b, w.Spec.ID, at(w.From), at(w.Until), at(w.CalmSaid))
		}
		for _, q := range co.Questions() {
			fmt.Fprintln(&b, q.Spec.ID, at(q.From), at(q.Until), at(q.CalmSaid))
		}
	}
	last, err := k.LastLook(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return b.String() + at(last)
}

// named is the name of a wish to be told.
func named(e record.Entry) string {
	if e.Kind == record.KindTell {
		return e.Note
	}
	return ""
}

func at(t time.Time) string {
	if t.IsZero() {
		return "-"
	}
	return t.UTC().Format("0102T150405.000")
}

// TestSimulationStoresKeepOneContract does the same things to the journal on files and to its
// twin in memory: whatever is read must be the same at every step.
func TestSimulationStoresKeepOneContract(t *testing.T) {
	for seed := range uint64(5) {
		d := newDraw(seed, 7)
		zone, err := anyZone(d)
		if err != nil {
			t.Fatal(err)
		}
		c := &still{anyStart(d, zone), zone}
		real, err := openFiles(t.Context(), inMemory(t), c)
		if err != nil {
			t.Fatal(err)
		}
		twin := newMemory(c)
		r := &rehearsal{t: t, draw: d, clock: c, keepers: [2]keeper{real, twin}, rows: map[keeper]map[string]int64{real: {}, twin: {}}}
		for step := range 150 {
			what := r.step()
			if a, b := scene(t, real, c), scene(t, twin, c); a != b {
				t.Fatalf("seed %d step %d, after %s: files give\n%s\nmemory gives\n%s", seed, step, what, a, b)
			}
		}
		if err := real.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// rehearsal does one thing after the other to both.
type rehearsal struct {
	t       *testing.T
	draw    draw
	clock   *still
	keepers [2]keeper
	plan    string
	asked   []string // occurrences
	known   []string // deliveries that were begun: occurrence and round
	rows    map[keeper]map[string]int64
}

// both does it to both and wants the same answer.
func (r *rehearsal) both(what string, do func(k keeper) (string, error)) string {
	r.t.Helper()
	a, errA := do(r.keepers[0])
	b, errB := do(r.keepers[1])
	if (errA == nil) != (errB == nil) || (errA == nil && a != b) {
		r.t.Fatalf("%s: files answer %q, %v; memory %q, %v", what, a, errA, b, errB)
	}
	return what
}

func (r *rehearsal) step() string {
	d, ctx := r.draw, r.t.Context()
	r.clock.now = r.clock.now.Add(d.span(time.Second, 20*time.Hour))
	switch d.IntN(11) {
	case 0:
		n := service.NewTreatment{At: r.clock.now.Add(-d.span(time.Minute, 5*day)), Device: pick(d, "pen", "rf"), DepthMM: 1.5, PlanFile: anyPlan(d), PlanName: "plan.toml"}
		return r.both("treat", func(k keeper) (string, error) { id, err := k.Treat(ctx, n); return fmt.Sprint(id), err })
	case 1:
		id := int64(d.between(1, 3))
		if d.chance(0.3) {
			return r.both("remove", func(k keeper) (string, error) { e, err := k.Remove(ctx, id); return fmt.Sprint(e), err })
		}
		n := service.NewTreatment{At: r.clock.now.Add(-d.span(time.Minute, 5*day)), Sensitive: d.chance(0.5)}
		return r.both("change", func(k keeper) (string, error) { e, err := k.Change(ctx, id, n); return fmt.Sprint(e), err })
	case 2:
		s := anySetting(d)
		return r.both("set "+s.key+" "+s.value, func(k keeper) (string, error) { return "", k.Set(ctx, s) })
	case 3:
		e := record.Entry{Kind: pick(d, record.KindPause, record.KindResume, record.KindCalm, record.KindExtend, record.KindDone, record.KindTell), What: pick(d, "makeup", "actives", "water", "rest", "moisturise"), Until: r.clock.now.Add(d.span(time.Minute, 6*day))}
		if e.Kind == record.KindDone {
			e.What = "water"
		} else if e.Kind == record.KindTell {
			e.What, e.Note = pick(d, "makeup", "actives", "makeup,sun"), pick(d, "Hot yoga", "Lipstick")
		} else if e.Kind == record.KindPause || e.Kind == record.KindResume {
			e.What = ""
		}
		return r.enter(e)
	case 4:
		if len(r.asked) == 0 {
			return "nothing"
		}
		id := pick(d, r.asked...)
		what, _, _ := split(id)
		return r.enter(record.Entry{Kind: pick(d, record.KindDone, record.KindSkip, record.KindSnooze), What: what, Occurrence: id, Until: r.clock.now.Add(d.span(time.Minute, 20*time.Hour))})
	case 5:
		return r.both("undo", func(k keeper) (string, error) { id, err := k.Undo(ctx); return fmt.Sprint(id), err })
	case 6:
		if id := int64(d.between(1, 60)); d.chance(0.5) && !r.aboutTreatment(id) {
			return r.both("redo", func(k keeper) (string, error) { return "", k.Redo(ctx, id) })
		}
		return r.enter(record.Entry{Kind: record.KindFeel, Feeling: anyFeeling(d)})
	case 7:
		id, felt := int64(d.between(1, 40)), service.Felt{Feeling: anyFeeling(d)}
		return r.both("change a feeling", func(k keeper) (string, error) { e, err := k.ChangeFeel(ctx, id, felt); return fmt.Sprint(e.ID), err })
	case 8:
		return r.both("saw", func(k keeper) (string, error) { return "", k.SawAt(ctx, r.clock.now) })
	}
	return r.deliver()
}

// aboutTreatment says whether an entry is about a treatment: the twin does not write that down again.
func (r *rehearsal) aboutTreatment(id int64) bool {
	twin, ok := r.keepers[1].(*memory)
	return !ok || id > int64(len(twin.entries)) || twin.entries[id-1].Kind == record.KindTreat
}

func (r *rehearsal) enter(e record.Entry) string {
	// What is not among the plan's occurrences is refused by package service alone: the simulation never enters such.
	if e.Occurrence != "" || e.What == "water" {
		in, err := r.keepers[1].Input(r.t.Context(), r.clock.now, r.clock.zone)
		if err != nil {
			r.t.Fatal(err)
		}
		if !enterable(in.Courses, in.Prefs, e, r.clock) {
			return "nothing"
		}
	}
	return r.both(fmt.Sprint("enter ", e.Kind, e.What, e.Occurrence), func(k keeper) (string, error) {
		got, err := k.Enter(r.t.Context(), e)
		return fmt.Sprint(got.ID, at(got.At), got.Kind, got.What, got.Occurrence, at(got.Until), got.AmountML, got.Treatment, named(got)), err
	})
}

func enterable(courses []course.Course, prefs course.Prefs, e record.Entry, c *still) bool {
	running := course.Running(courses, c.now)
	for _, co := range running {
		for _, x := range co.Routines {
			if x.Spec.ID == e.What && x.Spec.Amount.Max > 0 {
				return e.Occurrence == "" && e.Kind == record.KindDone
			}
		}
	}
	_, d, ok := split(e.Occurrence)
	if !ok {
		return false
	}
	day, err := course.ParseDate(d.String())
	if err != nil {
		return false
	}
	for _, due := range course.DueOn(running, prefs, day, c.zone) {
		if due.ID == e.Occurrence {
			return true
		}
	}
	return false
}

// deliver does something to the ledger.
func (r *rehearsal) deliver() string {
	d, ctx, now := r.draw, r.t.Context(), r.clock.now
	id := pick(d, "makeup/1", "actives/2", "tell/5/1", "welcome/x", "cleanse/"+dateOf(now, r.clock.zone).String()+"/1", "checkin/"+dateOf(now, r.clock.zone).String()+"/1")
	what, _, timed := split(id)
	del := record.Delivery{Occurrence: id, Round: d.IntN(3), What: what, Window: !timed && what != "welcome", Due: now.Add(-d.span(time.Second, 90*time.Hour)), BegunAt: now}
	if timed {
		r.asked = append(r.asked, id)
	}
	switch begun := len(r.known) > 0; {
	case begun && d.chance(0.3):
		key := pick(d, r.known...)
		return r.both("shown", func(k keeper) (string, error) {
			return "", k.Shown(ctx, r.rows[k][key], reminder.Told{Handle: 7, Title: "A title", Body: "A body."}, now)
		})
	case begun && d.chance(0.4):
		key := pick(d, r.known...)
		return r.both("close", func(k keeper) (string, error) { return "", k.CloseDelivery(ctx, r.rows[k][key], "done", now) })
	case d.chance(0.4):
		del.State, del.Reason, del.SumOf, del.ClosedAt = record.LetGo, "summed up", "welcome/x", now
		return r.both("let go", func(k keeper) (string, error) { return "", k.LetGo(ctx, []record.Delivery{del}) })
	}
	key := roundKey(del.Occurrence, del.Round)
	r.known = append(r.known, key)
	return r.both("begin", func(k keeper) (string, error) {
		row, fresh, err := k.Begin(ctx, del)
		r.rows[k][key] = row
		return fmt.Sprint(fresh), err
	})
}
