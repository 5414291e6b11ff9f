package course

import (
	"testing"
	"time"

	"afterglow/app/record"
	"afterglow/guidance"
)

func TestAWindowAsksUntilThePersonSaysCalm(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-20 12:00")
	spec := guidance.Window{Until: after(48 * hour), AndWhen: "calm", Then: "SPF"}
	calm := func(after time.Duration, e record.Entry) record.Entry {
		e.At, e.Kind = at.Add(after), record.KindCalm
		return e
	}
	for _, c := range []struct {
		name    string
		entries []record.Entry
		at      time.Duration
		want    State
	}{
		{"time is not up", nil, 47 * hour, Wait},
		{"nobody said calm", nil, 60 * hour, Ask},
		{"calm was said too early", []record.Entry{calm(47*hour, record.Entry{})}, 60 * hour, Ask},
		{"calm was said", []record.Entry{calm(50*hour, record.Entry{})}, 60 * hour, Then},
		{"before calm was said", []record.Entry{calm(50*hour, record.Entry{})}, 49 * hour, Ask},
		{"of this window", []record.Entry{calm(50*hour, record.Entry{What: "it", Treatment: 1})}, 60 * hour, Then},
		{"of another window", []record.Entry{calm(50*hour, record.Entry{What: "other"})}, 60 * hour, Ask},
		{"of another treatment", []record.Entry{calm(50*hour, record.Entry{Treatment: 2})}, 60 * hour, Ask},
		{"and taken back", []record.Entry{calm(50*hour, record.Entry{Undone: true})}, 60 * hour, Ask},
		{"said twice, the first taken back", []record.Entry{calm(50*hour, record.Entry{Undone: true}), calm(55*hour, record.Entry{})}, 60 * hour, Then},
	} {
		w := one(t, at, spec, c.entries...)
		if got := w.StateAt(at.Add(c.at), time.UTC); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestAnExtendedWindowEndsLaterAndAsksAgain(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-20 12:00")
	spec := guidance.Window{Until: after(48 * hour), AndWhen: "calm", Extend: 24 * hour}
	calm := record.Entry{At: at.Add(50 * hour), Kind: record.KindCalm}
	longer := record.Entry{At: at.Add(47 * hour), Kind: record.KindExtend, What: "it", Until: at.Add(72 * hour)}
	w := one(t, at, spec, calm, longer)
	if w.Extended != 24*hour || !w.CalmSaid.IsZero() || w.StateAt(at.Add(60*hour), time.UTC) != Wait {
		t.Errorf("extended by %s, calm at %s, %s", w.Extended, w.CalmSaid, w.StateAt(at.Add(60*hour), time.UTC))
	}
	if w = one(t, at, spec, longer, longer); w.Extended != 48*hour {
		t.Errorf("extended twice it ends %s later", w.Extended)
	}
	if w = one(t, at.Add(5*hour), spec, longer); !w.Until.Equal(at.Add(77 * hour)) {
		t.Errorf("with the treatment put right it ends at %s, want 72 hours after it", w.Until)
	}
	late := longer
	late.At = at.Add(60 * hour) // "not yet, 24 hours more", said 12 hours after the end
	if w = one(t, at, spec, late); !w.Until.Equal(at.Add(84*hour)) || w.Longer(at.Add(90*hour)) != at.Add(114*hour) {
		t.Errorf("24 hours more, said after the end, last until %s", w.Until)
	}
	other := longer
	other.Treatment = 2
	if w = one(t, at, spec, other); w.Extended != 0 {
		t.Errorf("another treatment's was extended, and this one ends %s later", w.Extended)
	}
	longer.Undone = true
	if w = one(t, at, spec, longer); w.Extended != 0 {
		t.Error("an undone entry extended the window")
	}
}

func TestAWindowWithHoursWaitsOnlyWithinThem(t *testing.T) {
	zone := zoneOf(t, "Europe/Berlin")
	at := moment(t, zone, "2026-03-27 12:00")
	w := one(t, at, guidance.Window{Until: after(7 * 24 * hour), Hours: &guidance.HourRange{From: 600, To: 840}})
	for _, c := range []struct {
		now   string
		state State
		until string
	}{
		{"2026-03-27 13:59", Wait, "2026-03-27 14:00"},
		{"2026-03-27 14:00", Open, "2026-03-28 10:00"},
		{"2026-03-28 22:00", Open, "2026-03-29 10:00"}, // the clocks change in that night
		{"2026-04-03 10:30", Wait, "2026-04-03 13:00"}, // the window's own end, 7 x 24 h
	} {
		now := moment(t, zone, c.now)
		if got := w.StateAt(now, zone); got != c.state {
			t.Errorf("%s: %s, want %s", c.now, got, c.state)
		}
		if got := w.UntilAt(now, zone).Format("2006-01-02 15:04"); got != c.until {
			t.Errorf("%s: until %s, want %s", c.now, got, c.until)
		}
	}
	if end := w.UntilAt(moment(t, zone, "2026-04-03 13:00"), zone); !end.IsZero() {
		t.Errorf("open without end ends %s", end)
	}
	// What follows the sun's wait holds outside the hours too: such a window never says open.
	sun := one(t, at, guidance.Window{Until: after(48 * hour), Hours: &guidance.HourRange{From: 600, To: 840}, Then: "SPF"})
	if got := sun.StateAt(moment(t, zone, "2026-03-27 18:00"), zone); got != Then {
		t.Errorf("sun in the evening: %s, want then", got)
	}
}

func TestOfSeveralCoursesTheStrictestWindowBinds(t *testing.T) {
	first := moment(t, time.UTC, "2026-11-01 12:00")
	build := func(id int64, at time.Time, windows ...guidance.Window) Course {
		return New(Treatment{ID: id, At: at, Plan: guidance.Plan{Windows: windows}}, time.UTC, nil)
	}
	makeup := func(d time.Duration) guidance.Window { return guidance.Window{ID: "makeup", Until: after(d)} }
	calm := func(d time.Duration) guidance.Window {
		return guidance.Window{ID: "makeup", Until: after(d), AndWhen: "calm"}
	}
	before := guidance.Window{ID: "makeup", From: after(-24 * hour), Until: after(24 * hour)}
	day := 24 * hour
	for _, c := range []struct {
		name    string
		courses []Course
		at      time.Duration
		want    int64
	}{
		{"the later end, newer", []Course{build(1, first, makeup(2*day)), build(2, first.Add(day), makeup(2*day))}, 30 * hour, 2},
		{"the later end, older", []Course{build(1, first, makeup(9*day)), build(2, first.Add(day), makeup(day))}, 30 * hour, 1},
		{"one to come does not bind yet", []Course{build(1, first, makeup(day)), build(2, first.Add(9*day), before)}, 2 * day, 1},
		{"one to come binds before its treatment", []Course{build(1, first, makeup(day)), build(2, first.Add(9*day), before)}, 8*day + hour, 2},
		{"where none has begun the nearest", []Course{build(1, first.Add(9*day), makeup(day)), build(2, first.Add(5*day), makeup(day))}, 0, 2},
		{"an unanswered question binds more than what is over", []Course{build(1, first, calm(day)), build(2, first.Add(hour), makeup(25*hour))}, 3 * day, 1},
	} {
		got := Strictest(c.courses, first.Add(c.at))
		if len(got) != 1 || got[0].Treatment != c.want {
			t.Errorf("%s: %d windows, treatment %d, want %d", c.name, len(got), got[0].Treatment, c.want)
		}
	}
	old := build(1, first, guidance.Window{ID: "wax"}, makeup(day))
	young := build(2, first.Add(day), makeup(day), guidance.Window{ID: "sun"})
	var ids string
	for _, w := range Strictest([]Course{old, young}, first) {
		ids += w.Spec.ID + " "
	}
	if ids != "makeup sun wax " {
		t.Errorf("order %q: the newest plan's comes first", ids)
	}
	gone := young
	gone.Treatment.Removed = true
	if got := Strictest([]Course{old, gone}, first.Add(25*hour)); len(got) != 2 {
		t.Errorf("a removed treatment still binds: %d windows", len(got))
	}
}

func TestRunningCoursesAreNewestFirstWithoutTheRemovedAndTheOver(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-01 12:00")
	plan := guidance.Plan{Windows: []guidance.Window{{ID: "w", Until: after(48 * hour)}}}
	var all []Course
	for i, days := range []int{0, 1, 2, 9} {
		all = append(all, New(Treatment{ID: int64(i + 1), At: at.AddDate(0, 0, days), Plan: plan, Removed: i == 2}, time.UTC, nil))
	}
	now := at.Add(50 * hour)
	var ids []int64
	for _, c := range Running(all, now) {
		ids = append(ids, c.Treatment.ID)
	}
	if len(ids) != 2 || ids[0] != 4 || ids[1] != 2 {
		t.Errorf("running %v, want the one to come and the second", ids)
	}
	if c, ok := Current(all, now); !ok || c.Treatment.ID != 2 {
		t.Errorf("current is %d: a treatment to come does not say where one is", c.Treatment.ID)
	}
	if _, ok := Current(all, at.AddDate(1, 0, 0)); ok {
		t.Error("a course is current a year later")
	}
}
