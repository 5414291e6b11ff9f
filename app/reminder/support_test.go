package reminder

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/guidance"
)

// berlin is the zone of most tests.
func berlin(t testing.TB) *time.Location {
	t.Helper()
	z, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return z
}

// at reads "Sat 15:30" of the week that begins on Saturday 21 November 2026.
func at(t testing.TB, s string) time.Time {
	t.Helper()
	days := []string{"Sat", "Sun", "Mon", "Tue", "Wed", "Thu", "Fri"}
	day := slices.Index(days, s[:3])
	c, err := time.Parse("15:04", s[4:])
	if day < 0 || err != nil {
		t.Fatalf("%q is no moment of the test week", s)
	}
	return time.Date(2026, 11, 21+day, c.Hour(), c.Minute(), 0, 0, berlin(t))
}

func elapsed(d time.Duration) guidance.Moment { return guidance.Moment{Elapsed: d} }

func window(id, name string, d time.Duration, after string) guidance.Window {
	return guidance.Window{ID: id, Name: name, Until: elapsed(d), After: after}
}

func routine(id, name, how string, useful time.Duration, times ...guidance.Clock) guidance.Routine {
	return guidance.Routine{ID: id, Role: guidance.Role(id), Name: name, How: how, UsefulFor: useful, Times: times, Until: elapsed(7 * 24 * time.Hour)}
}

// smallPlan has two windows that end together after a day, one after two, and two routines.
func smallPlan() guidance.Plan {
	sun := window("sun", "Sun", 48*time.Hour, "")
	end := elapsed(14 * 24 * time.Hour)
	sun.Then, sun.ThenUntil = "SPF 30+, hat, shade", &end
	return guidance.Plan{
		ID: "small", Name: "Small",
		Windows: []guidance.Window{
			window("makeup", "Makeup", 24*time.Hour, "Use clean brushes."),
			window("alcohol", "Alcohol", 24*time.Hour, ""), sun,
		},
		Routines: []guidance.Routine{
			routine("cleanse", "Gentle cleanse", "Lukewarm water, clean hands, pat dry. Two minutes.", 3*time.Hour, 8*60, 20*60+30),
			routine("moisturise", "Moisturise", "A thin layer. Aloe or chamomile.", 3*time.Hour, 9*60, 13*60+30, 18*60+30),
		},
	}
}

// waterPlan asks for water alone.
func waterPlan() guidance.Plan {
	return guidance.Plan{ID: "water", Routines: []guidance.Routine{{
		ID: "water", Role: guidance.Water, Name: "Water", Ask: "A glass of water?", UsefulFor: time.Hour,
		Amount: guidance.Amount{Text: "8 glasses", Min: 8, Max: 8, Unit: "glasses"}, Until: elapsed(7 * 24 * time.Hour),
	}}}
}

// begun is a course of the plan, entered when the treatment ended.
func begun(id int64, p guidance.Plan, end time.Time, entries ...record.Entry) course.Course {
	t := course.Treatment{ID: id, At: end, EnteredAt: end, Plan: p, Device: "pen", DepthMM: 0.5}
	return course.New(t, end.Location(), entries)
}

// ledger is a journal in memory.
type ledger struct {
	mu         sync.Mutex
	in         Input // courses, preferences and entries
	deliveries []record.Delivery
	last       time.Time
	looks      int
	fail       error // what every call answers while set
}

func newLedger(prefs course.Prefs, courses ...course.Course) *ledger {
	return &ledger{in: Input{Courses: courses, Prefs: prefs}}
}

func (l *ledger) input(now time.Time, zone *time.Location) Input {
	in := l.in
	in.Now, in.Zone = now, zone
	in.Entries = slices.Clone(l.in.Entries)
	in.Deliveries = slices.Clone(l.deliveries)
	return in
}

func (l *ledger) at(occurrence string, round int) *record.Delivery {
	for i := range l.deliveries {
		if d := &l.deliveries[i]; d.Occurrence == occurrence && d.Round == round {
			return d
		}
	}
	return nil
}

func (l *ledger) Input(_ context.Context, now time.Time, zone *time.Location) (Input, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.looks++
	return l.input(now, zone), l.fail
}

func (l *ledger) Begin(_ context.Context, d record.Delivery) (int64, bool, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.fail != nil {
		return 0, false, l.fail
	}
	if old := l.at(d.Occurrence, d.Round); old != nil {
		return old.ID, false, nil
	}
	d.ID = int64(len(l.deliveries) + 1)
	l.deliveries = append(l.deliveries, d)
	return d.ID, true, nil
}

func (l *ledger) Shown(_ context.Context, id int64, t Told, at time.Time) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.fail != nil {
		return l.fail
	}
	d := &l.deliveries[id-1]
	d.State, d.Title, d.Body, d.ShownAt = record.Shown, t.Title, t.Body, at
	return nil
}

func (l *ledger) Close(_ context.Context, id int64, reason string, at time.Time) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.fail != nil {
		return l.fail
	}
	d := &l.deliveries[id-1]
	d.State, d.Reason, d.ClosedAt = record.Closed, reason, at
	return nil
}

func (l *ledger) LetGo(_ context.Context, ds []record.Delivery) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.fail != nil {
		return l.fail
	}
	for _, d := range ds {
		if l.at(d.Occurrence, d.Round) == nil {
			d.ID = int64(len(l.deliveries) + 1)
			l.deliveries = append(l.deliveries, d)
		}
	}
	return nil
}

func (l *ledger) LastLook(context.Context) (time.Time, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.last, l.fail
}

func (l *ledger) SawAt(_ context.Context, at time.Time) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.fail == nil {
		l.last = at
	}
	return l.fail
}

func (l *ledger) enter(e record.Entry) {
	l.mu.Lock()
	defer l.mu.Unlock()
	e.ID = int64(len(l.in.Entries) + 1)
	l.in.Entries = append(l.in.Entries, e)
}

// obey carries a decision out in the ledger, as the runner does.
func (l *ledger) obey(t testing.TB, d Decision, now time.Time) (acted bool) {
	t.Helper()
	ctx := context.Background()
	for _, w := range d.Withdraw {
		if err := l.Close(ctx, w.ID, w.Reason, now); err != nil {
			t.Fatal(err)
		}
	}
	for _, o := range d.LetGo {
		if l.at(o.ID, o.Round) != nil {
			t.Fatalf("%s round %d is let go although the ledger knows it", o.ID, o.Round)
		}
		if err := l.LetGo(ctx, []record.Delivery{o.Delivery(now)}); err != nil {
			t.Fatal(err)
		}
	}
	for _, n := range d.Show {
		id, _, err := l.Begin(ctx, n.Delivery(now))
		if err != nil {
			t.Fatal(err)
		}
		if err := l.LetGo(ctx, n.CoverDeliveries(now)); err != nil {
			t.Fatal(err)
		}
		if err := l.Shown(ctx, id, Told{Handle: uint32(id), Title: n.ID}, now); err != nil {
			t.Fatal(err)
		}
	}
	return len(d.Show)+len(d.LetGo)+len(d.Withdraw) > 0
}

// run looks at once and at every moment the decisions name, until the end, and returns what was shown.
func (l *ledger) run(t testing.TB, now, end time.Time, zone *time.Location) []Occurrence {
	t.Helper()
	var out []Occurrence
	for looks := 0; !now.After(end); looks++ {
		if looks > 50_000 {
			t.Fatal("the looks do not end")
		}
		d := Decide(l.input(now, zone))
		for _, n := range d.Show {
			out = append(out, n.Occurrence)
		}
		if l.obey(t, d, now) {
			continue
		}
		if d.LookAgain.IsZero() {
			return out
		}
		if !d.LookAgain.After(now) {
			t.Fatalf("at %s the next look is %s", now, d.LookAgain)
		}
		now = d.LookAgain
	}
	return out
}

// lines writes a decision for comparison: one line for each thing, in short.
func lines(d Decision, zone *time.Location) string {
	var b strings.Builder
	for _, n := range d.Show {
		b.WriteString("show " + n.ID + " | " + tells(n.News, zone))
		for _, c := range n.Covers {
			b.WriteString(" + " + c.ID)
		}
		b.WriteString("\n")
	}
	for _, h := range d.Held {
		b.WriteString("held " + h.ID + " | " + string(h.Reason))
		if !h.Until.IsZero() {
			b.WriteString(" | " + h.Until.In(zone).Format("Mon 15:04"))
		}
		b.WriteString("\n")
	}
	for _, o := range d.LetGo {
		b.WriteString("let go " + o.ID + " | " + o.Reason + "\n")
	}
	for _, w := range d.Withdraw {
		b.WriteString("withdraw " + w.Occurrence + " | " + w.Reason + "\n")
	}
	if !d.LookAgain.IsZero() {
		b.WriteString("again " + d.LookAgain.In(zone).Format("Mon 15:04") + "\n")
	}
	return b.String()
}

func expect(t *testing.T, in Input, want ...string) Decision {
	t.Helper()
	d := Decide(in)
	if got := strings.TrimSpace(lines(d, in.Zone)); got != strings.Join(want, "\n") {
		t.Errorf("at %s\ngot:\n%s\nwant:\n%s", in.Now.In(in.Zone).Format("Mon 15:04:05"), got, strings.Join(want, "\n"))
	}
	return d
}

func shownAt(occurrence, what string, window bool, due, shown time.Time) record.Delivery {
	return record.Delivery{
		Occurrence: occurrence, What: what, Window: window, Due: due, BegunAt: shown, ShownAt: shown,
		State: record.Shown,
	}
}
