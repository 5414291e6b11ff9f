package course

import (
	"slices"
	"testing"
	"time"

	"afterglow/guidance"
)

func TestIdsComeFromThePlanAndTheDayNotFromWhatIsLeft(t *testing.T) {
	zone := zoneOf(t, "Europe/Berlin")
	at := moment(t, zone, "2026-11-20 15:30")
	c := []Course{New(Treatment{At: at, Plan: starter(t, "essentials")}, zone, nil)}
	find := func(d Date) (ids []string) {
		for _, due := range DueOn(c, DefaultPrefs(), d, zone) {
			if due.Routine == "cleanse" {
				ids = append(ids, due.ID)
			}
		}
		return ids
	}
	for day, want := range map[string][]string{
		"2026-11-20": nil, // from 21:30 on, after the evening's
		"2026-11-21": {"cleanse/2026-11-21/1", "cleanse/2026-11-21/2"},
		"2026-11-27": {"cleanse/2026-11-27/1"}, // until 15:30
		"2026-11-28": nil,
	} {
		if got := find(dateAt(t, day)); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", day, got, want)
		}
	}
	late := []Course{withRoutine(1, moment(t, zone, "2026-11-20 10:00"), guidance.Routine{Times: clocks(t, "20:30", "08:00"), Until: after(24 * hour)})}
	if got := DueOn(late, DefaultPrefs(), Date{2026, 11, 20}, zone); len(got) != 1 || got[0].ID != "cleanse/2026-11-20/2" || got[0].Goal != 1 {
		t.Errorf("the first evening: %+v, want number 2 of a goal of 1", got)
	}
}

func TestIntervalsCountFromTheStartOfTheWakingDay(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-20 12:00")
	c := []Course{withRoutine(1, at, guidance.Routine{Every: 4 * hour, Until: after(48 * hour), UsefulFor: hour})}
	prefs := DefaultPrefs()
	wantTold(t, DueOn(c, prefs, Date{2026, 11, 20}, time.UTC), "3 15:30", "4 19:30")
	wantTold(t, DueOn(c, prefs, Date{2026, 11, 21}, time.UTC), "1 07:30", "2 11:30", "3 15:30", "4 19:30")
	wantTold(t, DueOn(c, prefs, Date{2026, 11, 22}, time.UTC), "1 07:30", "2 11:30")
	prefs.Sleep = guidance.HourRange{From: 2 * 60, To: 9 * 60}
	got := DueOn(c, prefs, Date{2026, 11, 20}, time.UTC)
	wantTold(t, got, "2 13:00", "3 17:00", "4 21:00", "5 01:00")
	if last := got[len(got)-1]; last.ID != "cleanse/2026-11-20/5" || !last.Useful.Equal(last.At.Add(hour)) {
		t.Errorf("the night's occurrence belongs to its waking day: %+v", last)
	}
	prefs.Sleep = guidance.HourRange{}
	wantTold(t, DueOn(c, prefs, Date{2026, 11, 21}, time.UTC), "1 00:00", "2 04:00", "3 08:00", "4 12:00", "5 16:00", "6 20:00")
}

func TestStagesChangeWhatIsDue(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-20 08:00")
	c := []Course{withRoutine(1, at, guidance.Routine{
		How: "Cleanser.", Times: clocks(t, "08:00", "20:30"), Until: after(72 * hour),
		Stages: []guidance.Stage{
			{Until: after(90 * time.Minute), None: true},
			{From: after(90 * time.Minute), Until: after(24 * hour), How: "Water only.", Every: 4 * hour},
			{From: after(24 * hour), Until: after(48 * hour), How: "A little cleanser."},
		},
	})}
	first := DueOn(c, DefaultPrefs(), Date{2026, 11, 20}, time.UTC)
	wantTold(t, first, "2 11:30", "3 15:30", "4 19:30")
	if first[0].How != "Water only." {
		t.Errorf("how: %q", first[0].How)
	}
	second := DueOn(c, DefaultPrefs(), Date{2026, 11, 21}, time.UTC)
	wantTold(t, second, "1 07:30", "2 08:00", "3 20:30") // 07:30 is the interval's last, 24 h end at 08:00
	if second[1].How != "A little cleanser." {
		t.Errorf("how: %q", second[1].How)
	}
	if third := DueOn(c, DefaultPrefs(), Date{2026, 11, 22}, time.UTC); third[1].How != "Cleanser." {
		t.Errorf("how: %q", third[1].How)
	}
}

func TestThePersonsOwnTimesReplaceThePlans(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-20 08:00")
	c := []Course{withRoutine(1, at, guidance.Routine{Times: clocks(t, "08:00", "20:30"), Until: after(72 * hour)})}
	prefs, d := DefaultPrefs(), Date{2026, 11, 21}
	prefs.Times = map[string][]guidance.Clock{"cleanse": clocks(t, "22:00", "07:00", "12:00")}
	wantTold(t, DueOn(c, prefs, d, time.UTC), "1 07:00", "2 12:00", "3 22:00")
	prefs.Times["cleanse"] = []guidance.Clock{}
	wantTold(t, DueOn(c, prefs, d, time.UTC))
	if n := GoalOn(c, prefs, "cleanse", d, time.UTC); n != 0 {
		t.Errorf("goal %d of what is off", n)
	}
	prefs.Times["cleanse"] = nil
	wantTold(t, DueOn(c, prefs, d, time.UTC), "1 08:00", "2 20:30")
}

func TestWhatIsOfASituationOrHasNoTimesIsNotDue(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-20 08:00")
	outdoors := withRoutine(1, at, guidance.Routine{Every: 2 * hour, Situation: "outdoors", Until: after(72 * hour)})
	water := withRoutine(2, at, guidance.Routine{Amount: guidance.Amount{Max: 8}, Until: after(72 * hour)})
	for _, c := range []Course{outdoors, water} {
		wantTold(t, DueOn([]Course{c}, DefaultPrefs(), Date{2026, 11, 21}, time.UTC))
	}
}

func TestClockTimesFollowThePersonAcrossClockChangesAndTheDateLine(t *testing.T) {
	for _, c := range []struct {
		zone, day string
		want      []string
	}{
		{"Europe/Berlin", "2026-03-29", []string{"1 03:00", "3 08:00"}}, // 02:15 and 02:45 were skipped: once
		{"Europe/Berlin", "2026-10-25", []string{"1 02:15", "2 02:45", "3 08:00"}},
		{"Pacific/Apia", "2011-12-30", nil},
		{"Pacific/Apia", "2011-12-31", []string{"1 02:15", "2 02:45", "3 08:00"}},
	} {
		zone, d := zoneOf(t, c.zone), dateAt(t, c.day)
		at := On(d.Add(-1), 600, zone)
		r := withRoutine(1, at, guidance.Routine{Times: clocks(t, "02:15", "02:45", "08:00"), Until: after(96 * hour)})
		t.Run(c.zone+" "+c.day, func(t *testing.T) {
			wantTold(t, DueOn([]Course{r}, DefaultPrefs(), d, zone), c.want...)
		})
	}
}

func TestRoutinesOfTwoCoursesAreNeverDoubled(t *testing.T) {
	older := withRoutine(1, moment(t, time.UTC, "2026-11-18 12:00"), guidance.Routine{Times: clocks(t, "07:00", "14:00", "21:00"), Until: after(7 * 24 * hour)})
	newer := withRoutine(2, moment(t, time.UTC, "2026-11-20 12:00"), guidance.Routine{Times: clocks(t, "08:00", "20:30"), From: after(6 * hour), Until: after(3 * 24 * hour)})
	both, prefs := []Course{older, newer}, DefaultPrefs()
	// At 14:00 the newer one has not come to it.
	wantTold(t, DueOn(both, prefs, Date{2026, 11, 20}, time.UTC), "1 07:00", "3 20:30")
	wantTold(t, DueOn(both, prefs, Date{2026, 11, 21}, time.UTC), "1 08:00", "2 20:30")
	// The newer one ends at 12:00, the older goes on.
	wantTold(t, DueOn(both, prefs, Date{2026, 11, 23}, time.UTC), "1 08:00", "2 14:00", "3 21:00")
	if got := Routines(both, moment(t, time.UTC, "2026-11-21 12:00")); len(got) != 1 || got[0].Treatment != 2 {
		t.Errorf("holding: %d, want the newer alone", len(got))
	}
	if got := Routines(both, moment(t, time.UTC, "2026-11-24 12:00")); len(got) != 1 || got[0].Treatment != 1 {
		t.Errorf("holding: %d, want the older that goes on", len(got))
	}
	end := moment(t, time.UTC, "2026-12-24 12:00")
	if got, all := Routines(both, end), AllRoutines(both, end); len(got) != 0 || len(all) != 1 || all[0].Treatment != 1 {
		t.Errorf("after the end %d hold; of all the last is %+v", len(got), all)
	}
}

func TestWaterOfADayThatIsNotWholeIsWhatFits(t *testing.T) {
	c := []Course{withRoutine(1, moment(t, time.UTC, "2026-11-20 15:00"), guidance.Routine{ID: "water", Amount: guidance.Amount{Min: 4, Max: 8}, Until: after(7 * 24 * hour)})}
	prefs := DefaultPrefs() // awake 15 hours
	for day, want := range map[string]int{"2026-11-19": 0, "2026-11-20": 4, "2026-11-21": 8, "2026-11-27": 4, "2026-11-28": 0} {
		if got := GoalOn(c, prefs, "water", dateAt(t, day), time.UTC); got != want {
			t.Errorf("%s: %d, want %d", day, got, want)
		}
	}
	prefs.Water = false
	if got := GoalOn(c, prefs, "water", Date{2026, 11, 21}, time.UTC); got != 0 {
		t.Errorf("switched off: %d", got)
	}
	prefs = DefaultPrefs()
	prefs.Times = map[string][]guidance.Clock{"water": {}}
	if got := GoalOn(c, prefs, "water", Date{2026, 11, 21}, time.UTC); got != 0 {
		t.Errorf("no times wanted: %d", got)
	}
	newer := withRoutine(2, moment(t, time.UTC, "2026-11-24 15:00"), guidance.Routine{ID: "water", Amount: guidance.Amount{Max: 6}, Until: after(7 * 24 * hour)})
	if got := GoalOn(append(c, newer), DefaultPrefs(), "water", Date{2026, 11, 24}, time.UTC); got != 6 {
		t.Errorf("two courses on one day: %d, want the newer's whole amount", got)
	}
}

func TestSleepHoursHoldOnNightsWithAClockChange(t *testing.T) {
	zone := zoneOf(t, "Europe/Berlin")
	night := guidance.HourRange{From: 22*60 + 30, To: 7*60 + 30}
	late := guidance.HourRange{From: 2 * 60, To: 9 * 60}
	for _, c := range []struct {
		sleep guidance.HourRange
		now   string
		until string // "" awake
	}{
		{night, "2026-11-20 22:29", ""},
		{night, "2026-11-20 22:30", "2026-11-21 07:30"},
		{night, "2026-11-21 07:29", "2026-11-21 07:30"},
		{night, "2026-11-21 07:30", ""},
		{night, "2026-03-28 23:00", "2026-03-29 07:30"},
		{night, "2026-10-24 23:00", "2026-10-25 07:30"},
		{late, "2026-11-21 01:59", ""},
		{late, "2026-11-21 02:00", "2026-11-21 09:00"},
		{late, "2026-03-29 01:59", ""},
		{late, "2026-03-29 03:00", "2026-03-29 09:00"}, // 02:00 never was
		{guidance.HourRange{}, "2026-11-21 03:00", ""},
	} {
		until, asleep := Asleep(Prefs{Sleep: c.sleep}, moment(t, zone, c.now), zone)
		if asleep != (c.until != "") || (asleep && until.Format("2006-01-02 15:04") != c.until) {
			t.Errorf("%s at %s: asleep %v until %s, want %q", c.sleep, c.now, asleep, until, c.until)
		}
	}
	from, until := Waking(Prefs{Sleep: night}, Date{2011, 12, 30}, zoneOf(t, "Pacific/Apia"))
	if from.Before(until) {
		t.Errorf("awake from %s to %s on a day that never was", from, until)
	}
	if from, until = Waking(Prefs{}, Date{2026, 3, 29}, zone); until.Sub(from) != 23*hour {
		t.Errorf("sleep off: %s, want the whole day of 23 hours", until.Sub(from))
	}
}

func TestDrinksOfTwoPlansAreOneWhateverEachCallsThem(t *testing.T) {
	old := withRoutine(1, moment(t, time.UTC, "2026-11-20 15:00"),
		guidance.Routine{ID: "water", Role: guidance.Water, Amount: guidance.Amount{Max: 8}, Until: after(7 * 24 * hour)})
	newer := withRoutine(2, moment(t, time.UTC, "2026-11-24 15:00"),
		guidance.Routine{ID: "drink", Role: guidance.Water, Amount: guidance.Amount{Max: 6}, Until: after(7 * 24 * hour)})
	both := []Course{old, newer}
	if got := GoalOn(both, DefaultPrefs(), "drink", Date{2026, 11, 24}, time.UTC); got != 6 {
		t.Errorf("of the day of the second treatment %d, want the newer plan's 6 for the whole day", got)
	}
	all := AllRoutines(both, moment(t, time.UTC, "2026-11-25 12:00"))
	if len(all) != 1 || all[0].Spec.ID != "drink" {
		t.Errorf("drinks stand %d times: %+v", len(all), all)
	}
}
