package reminder

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/guidance"
)

// anyPlan is a plan with a few windows and routines of any shape.
func anyPlan(t *rapid.T) guidance.Plan {
	var p guidance.Plan
	for i := range rapid.IntRange(1, 4).Draw(t, "windows") {
		w := window(fmt.Sprintf("w%d", i), fmt.Sprintf("Window %d", i), time.Duration(rapid.IntRange(1, 200).Draw(t, "hours"))*30*time.Minute, "")
		if rapid.Bool().Draw(t, "then") {
			w.Then = "SPF 30+, hat"
			if rapid.Bool().Draw(t, "then ends") {
				end := elapsed(w.Until.Elapsed + time.Duration(rapid.IntRange(1, 100).Draw(t, "step"))*time.Hour)
				w.ThenUntil = &end
			}
		}
		if rapid.IntRange(0, 4).Draw(t, "calm") == 0 {
			w.AndWhen = "calm"
		}
		p.Windows = append(p.Windows, w)
	}
	for i := range rapid.IntRange(0, 4).Draw(t, "routines") {
		r := routine(fmt.Sprintf("r%d", i), fmt.Sprintf("Routine %d", i), "Do it.", time.Duration(rapid.IntRange(0, 300).Draw(t, "useful"))*time.Minute)
		r.Until = elapsed(time.Duration(rapid.IntRange(1, 6).Draw(t, "days")) * 24 * time.Hour)
		if rapid.IntRange(0, 3).Draw(t, "interval") == 0 {
			r.Every = time.Duration(rapid.IntRange(30, 300).Draw(t, "every")) * time.Minute
		} else {
			for _, c := range rapid.SliceOfNDistinct(rapid.IntRange(0, 95), 1, 4, rapid.ID).Draw(t, "times") {
				r.Times = append(r.Times, guidance.Clock(c*15))
			}
			slices.Sort(r.Times)
		}
		p.Routines = append(p.Routines, r)
	}
	if rapid.Bool().Draw(t, "water") {
		p.Routines = append(p.Routines, waterPlan().Routines...)
	}
	return p
}

func anyPrefs(t *rapid.T) course.Prefs {
	p := course.DefaultPrefs()
	p.Spacing = time.Duration(rapid.IntRange(1, 60).Draw(t, "spacing")) * time.Minute
	p.Cap = rapid.IntRange(0, 12).Draw(t, "cap")
	p.Sleep = rapid.SampledFrom([]guidance.HourRange{{}, p.Sleep, {From: 60, To: 9 * 60}, {From: 20 * 60, To: 10 * 60}}).Draw(t, "sleep")
	return p
}

func anyZone(t *rapid.T) *time.Location {
	name := rapid.SampledFrom([]string{"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC"}).Draw(t, "zone")
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

// anyStart lies around the days when clocks change, or not.
func anyStart(t *rapid.T, zone *time.Location) time.Time {
	day := rapid.SampledFrom([]time.Time{
		time.Date(2026, 10, 23, 0, 0, 0, 0, zone), time.Date(2026, 3, 27, 0, 0, 0, 0, zone),
		time.Date(2026, 10, 30, 0, 0, 0, 0, zone), time.Date(2026, 6, 10, 0, 0, 0, 0, zone),
	}).Draw(t, "day")
	return day.Add(time.Duration(rapid.IntRange(0, 24*60-1).Draw(t, "minute")) * time.Minute)
}

func anyLedger(t *rapid.T, zone *time.Location, start time.Time) *ledger {
	l := newLedger(anyPrefs(t), begun(1, anyPlan(t), start))
	if rapid.IntRange(0, 2).Draw(t, "second treatment") == 0 {
		second := begun(2, anyPlan(t), start.Add(time.Duration(rapid.IntRange(-3000, -1).Draw(t, "earlier"))*time.Minute))
		second.Treatment.EnteredAt = start
		l.in.Courses = append(l.in.Courses, second)
	}
	for range rapid.IntRange(0, 2).Draw(t, "wishes") {
		l.enter(anyWish(t, start, l.in.Courses))
	}
	return l
}

// anyWish asks to be told of one or two windows of the first treatment, with or without the step that follows.
func anyWish(t *rapid.T, now time.Time, courses []course.Course) record.Entry {
	var ids []string
	for range rapid.IntRange(1, 2).Draw(t, "of") {
		id := rapid.SampledFrom(courses[0].Windows).Draw(t, "window").Spec.ID
		if rapid.IntRange(0, 4).Draw(t, "step") == 0 {
			id += course.AndThen
		}
		ids = append(ids, id)
	}
	return record.Entry{At: now, Kind: record.KindTell, What: record.AboutWindows(ids), Treatment: 1, Note: "Hot yoga"}
}

func TestUpcomingIsWhatComes(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		zone := anyZone(rt)
		start := anyStart(rt, zone)
		l := anyLedger(rt, zone, start)
		if rapid.Bool().Draw(rt, "pause") {
			l.enter(pause(start, start.Add(time.Duration(rapid.IntRange(1, 2000).Draw(rt, "paused"))*time.Minute)))
		}
		// Somewhere in the middle, with a few snoozes, look ahead.
		middle := start.Add(time.Duration(rapid.IntRange(0, 4000).Draw(rt, "middle")) * time.Minute)
		for _, o := range l.run(t, start, middle, zone) {
			if rapid.IntRange(0, 3).Draw(rt, "snooze") == 0 && o.Kind != Welcome {
				l.enter(record.Entry{At: middle, Kind: record.KindSnooze, Occurrence: o.ID, Until: middle.Add(time.Duration(rapid.IntRange(1, 600).Draw(rt, "later")) * time.Minute)})
			}
		}
		end := middle.Add(5 * 24 * time.Hour)
		var want, got []string
		for _, o := range Upcoming(l.input(middle, zone), end) {
			want = append(want, fmt.Sprintf("%s %d %s %s", o.ID, o.Round, o.At.UTC(), tells(o.News, zone)))
		}
		for _, o := range l.run(t, middle, end, zone) {
			got = append(got, fmt.Sprintf("%s %d %s %s", o.ID, o.Round, o.At.UTC(), tells(o.News, zone)))
		}
		if !slices.Equal(got, want) {
			rt.Fatalf("Upcoming said\n%q\nwhat came was\n%q", want, got)
		}
	})
}

// watcher holds what must be true of everything that is shown.
type watcher struct {
	t       *rapid.T
	zone    *time.Location
	prefs   course.Prefs
	told    map[string]bool // occurrence and round
	tellsOf map[string]time.Time
	last    time.Time
	rests   time.Time // since then the person's skin is still red; zero: it is not, for all they said
	days    map[course.Date]map[string]bool
}

func (w *watcher) see(d Decision, now time.Time, first bool) {
	statements := 0
	for _, n := range d.Show {
		if _, asleep := course.Asleep(w.prefs, now, w.zone); asleep {
			w.t.Fatalf("%s is shown at night: %s", n.ID, now)
		}
		if n.News.Window == nil || !n.News.Window.Asks {
			statements++
		}
		if asks := n.News.Window != nil && n.News.Window.Asks || n.News.Welcome != nil && n.News.Welcome.Asks; asks && w.sameDay(now) {
			w.t.Fatalf("%s asks at %s, and it was called red at %s", n.ID, now, w.rests)
		}
		if n.Kind == RoutineDue {
			if !w.last.IsZero() && now.Sub(w.last) < w.prefs.Spacing {
				w.t.Fatalf("%s comes %s after the last", n.ID, now.Sub(w.last))
			}
			if !n.Useful.After(now) {
				w.t.Fatalf("%s is shown at %s, useful until %s", n.ID, now, n.Useful)
			}
			day := course.DateOf(now, w.zone)
			if w.days[day] == nil {
				w.days[day] = map[string]bool{}
			}
			if w.days[day][n.ID] = true; n.Round == 0 && w.prefs.Cap > 0 && len(w.days[day]) > w.prefs.Cap+w.snoozed(day) {
				w.t.Fatalf("%d reminders on %s", len(w.days[day]), day)
			}
		}
		for _, o := range append([]Occurrence{n.Occurrence}, n.Covers...) {
			k := key(o.ID, o.Round)
			if o.Kind == TellMe {
				k = o.ID // whatever becomes of its wait, once
			}
			if w.told[k] {
				w.t.Fatalf("%s is told twice", k)
			}
			w.told[k] = true
			w.tellsOf[o.ID] = o.Due
		}
		if n.News.IsZero() {
			w.t.Fatalf("%s tells nothing", n.ID)
		}
	}
	if statements > 1 {
		w.t.Fatalf("a burst of %d at %s", statements, now)
	}
	if len(d.Show) > 0 {
		w.last = now
	}
}

// sameDay says whether the person has neither slept nor seen midnight since they said that their skin is still red.
func (w *watcher) sameDay(now time.Time) bool {
	if w.rests.IsZero() {
		return false
	}
	for at := w.rests; at.Before(now); at = at.Add(time.Minute) {
		if _, asleep := course.Asleep(w.prefs, at, w.zone); asleep || course.DateOf(at, w.zone) != course.DateOf(now, w.zone) {
			return false
		}
	}
	return true
}

// snoozed counts the reminders of the day that the person asked for again.
func (w *watcher) snoozed(day course.Date) int {
	n := 0
	for id := range w.days[day] {
		if w.told[key(id, 1)] {
			n++
		}
	}
	return n
}

func TestWhateverHappensNothingIsLostTwiceOrAtNight(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		zone := anyZone(rt)
		start := anyStart(rt, zone)
		l := anyLedger(rt, zone, start)
		w := &watcher{t: rt, zone: zone, prefs: l.in.Prefs, told: map[string]bool{}, tellsOf: map[string]time.Time{}, days: map[course.Date]map[string]bool{}}
		now, end := start, start.Add(9*24*time.Hour)
		var away time.Time
		for steps := 0; now.Before(end); steps++ {
			if steps > 20_000 {
				rt.Fatal("the looks do not end")
			}
			in := l.input(now, zone)
			in.AwaySince = away
			if now.Before(end.Add(-96*time.Hour)) && rapid.IntRange(0, 9).Draw(rt, "quiet") == 0 {
				in.Quiet.On = true
			}
			d := Decide(in)
			w.see(d, now, away.IsZero())
			if l.obey(t, d, now) {
				continue
			}
			away = time.Time{}
			if d.LookAgain.IsZero() {
				break
			}
			if !d.LookAgain.After(now) {
				rt.Fatalf("at %s the next look is %s", now, d.LookAgain)
			}
			next := d.LookAgain
			if !now.Before(end.Add(-96 * time.Hour)) { // what a night or a pause held back comes before the end
				now = next
				continue
			}
			switch rapid.IntRange(0, 19).Draw(rt, "event") {
			case 0: // the lid is shut; it opens while there is a day left to tell what that held back
				away = now
				if opened := next.Add(time.Duration(rapid.IntRange(10, 3000).Draw(rt, "away")) * time.Minute); opened.Before(end.Add(-24 * time.Hour)) {
					next = opened
				}
			case 1:
				l.enter(pause(now, now.Add(time.Duration(rapid.IntRange(1, 900).Draw(rt, "paused"))*time.Minute)))
			case 2:
				l.enter(record.Entry{At: now, Kind: record.KindResume})
			case 6:
				l.enter(anyWish(rt, now, l.in.Courses))
				continue
			case 7: // called calm, the question rests no more; what that answers is tested with the courses
				skin := rapid.SampledFrom([]record.Skin{record.SkinRed, record.SkinRed, record.SkinCalm}).Draw(rt, "skin")
				l.enter(record.Entry{At: now, Kind: record.KindFeel, Feeling: record.Feeling{Skin: skin}})
				if w.rests = (time.Time{}); skin == record.SkinRed {
					w.rests = now
				}
				continue
			case 3, 4, 5:
				if len(l.deliveries) > 0 {
					del := rapid.SampledFrom(l.deliveries).Draw(rt, "of")
					kind := rapid.SampledFrom([]record.Kind{record.KindDone, record.KindSkip, record.KindSnooze}).Draw(rt, "kind")
					if del.What != welcomeWhat && del.What != tellWhat && !(del.Window && kind != record.KindSnooze) {
						e := record.Entry{At: now, Kind: kind, What: del.What, Occurrence: del.Occurrence}
						if kind == record.KindSnooze {
							e.Until = now.Add(time.Duration(rapid.IntRange(1, 300).Draw(rt, "later")) * time.Minute)
						}
						l.enter(e)
					}
				}
				continue // rung: look at once
			}
			now = next
		}
		in := l.input(end, zone)
		look := newLook(in, nil)
		look.addWindows()
		look.addWishes()
		for i := range look.cands {
			c := &look.cands[i]
			if c.wish != nil && (c.Due.After(end) || look.waitsAgain(c)) {
				continue
			}
			due, ok := w.tellsOf[c.ID]
			if !ok {
				rt.Fatalf("the end of %s at %s was never told", c.ID, c.Due)
			}
			if c.wish == nil && !due.Equal(c.Due) {
				rt.Fatalf("%s was told for %s, it ended %s", c.ID, due, c.Due)
			}
		}
	})
}
