package reminder

import (
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/guidance"
)

func thirsty(t *testing.T, now string) Input {
	return Input{Now: at(t, now), Zone: berlin(t), Prefs: course.DefaultPrefs(),
		Courses: []course.Course{begun(1, waterPlan(), at(t, "Sat 12:00"))}}
}

func drunk(when time.Time, ml int) course.Entry {
	return course.Entry{At: when, Kind: course.KindDone, What: "water", AmountML: ml}
}

func TestWaterSpreadsOverTheWakingDay(t *testing.T) {
	// From 07:30 to 21:30 are 14 hours: a glass every 105 minutes.
	expect(t, thirsty(t, "Sun 09:14"), "again Sun 09:15")
	expect(t, thirsty(t, "Sun 09:15"), "show water/2026-11-22/1 | A glass of water? | 0 of 8 today. Skip it if you just had one.", "again Sun 10:15")
}

func TestADrinkMovesTheNextGlass(t *testing.T) {
	in := thirsty(t, "Sun 09:15")
	in.Entries = []course.Entry{drunk(at(t, "Sun 09:00"), 0)}
	expect(t, in, "again Sun 10:47") // 750 minutes for seven
	in.Now = at(t, "Sun 10:47")
	expect(t, in, "show water/2026-11-22/1 | A glass of water? | 1 of 8 today. Skip it if you just had one.", "again Sun 11:47")
}

func TestADrinkTakesTheOpenNotificationAway(t *testing.T) {
	in := thirsty(t, "Sun 09:20")
	in.Deliveries = []course.Delivery{shownAt("water/2026-11-22/1", "water", false, at(t, "Sun 09:15"), at(t, "Sun 09:15"))}
	expect(t, in, "again Sun 10:15")
	in.Entries = []course.Entry{drunk(at(t, "Sun 09:18"), 0)}
	expect(t, in, "withdraw water/2026-11-22/1 | done", "again Sun 11:03") // no faster than the even pace
}

func TestAMissedGlassIsNeverCaughtUp(t *testing.T) {
	in := thirsty(t, "Sun 17:00")
	in.AwaySince = at(t, "Sun 08:00")
	d := expect(t, in, "let go water/2026-11-22/1 | not useful any more", "again Mon 00:00")
	in.Deliveries = []course.Delivery{d.LetGo[0].Delivery(in.Now)}
	expect(t, in, "again Sun 18:45") // the even pace of the day again, not faster
}

func TestWaterEndsWithTheGoal(t *testing.T) {
	in := thirsty(t, "Sun 12:00")
	in.Entries = []course.Entry{drunk(at(t, "Sun 08:00"), 800), drunk(at(t, "Sun 10:00"), 800)}
	if glasses, ml := WaterDone(in, course.Date{Year: 2026, Month: 11, Day: 22}); glasses != 8 || ml != 1600 {
		t.Errorf("%d glasses, %d ml", glasses, ml)
	}
	expect(t, in, "again Mon 09:15")
}

func TestWaterIsOffForAnyoneToldToLimitFluids(t *testing.T) {
	in := thirsty(t, "Sun 12:00")
	in.Prefs.Water = false
	if d := Decide(in); len(d.Show)+len(d.LetGo)+len(d.Held) > 0 {
		t.Errorf("%s", lines(d, in.Zone))
	}
	if up := Upcoming(in, in.Now.AddDate(0, 0, 7)); len(up) > 0 {
		t.Errorf("%d glasses to come", len(up))
	}
}

func TestNoHourHoldsMoreThanALitre(t *testing.T) {
	in := thirsty(t, "Sun 10:00")
	in.Prefs.GlassML, in.Prefs.Cap = 600, 0
	in.Courses[0].Routines[0].Spec.Amount = guidance.Amount{Max: 30, Unit: "glasses"}
	in.Deliveries = []course.Delivery{shownAt("water/2026-11-22/1", "water", false, at(t, "Sun 09:10"), at(t, "Sun 09:10"))}
	in.Deliveries[0].State = course.Closed
	expect(t, in, "again Sun 10:10") // 600 ml asked for at 09:10
	in.Entries = []course.Entry{drunk(at(t, "Sun 09:40"), 500)}
	expect(t, in, "again Sun 10:40")
}

func TestTheCapLeavesRoomForTheOtherRoutines(t *testing.T) {
	p := smallPlan()
	p.Windows = nil
	p.Routines = append(p.Routines, waterPlan().Routines...)
	in := Input{Now: at(t, "Sun 07:30"), Zone: berlin(t), Prefs: course.DefaultPrefs(),
		Courses: []course.Course{begun(1, p, at(t, "Sat 12:00"))}}
	in.Prefs.Cap = 7
	counts := map[string]int{}
	for _, o := range Upcoming(in, at(t, "Sun 23:59")) {
		counts[o.What]++
	}
	if counts["cleanse"] != 2 || counts["moisturise"] != 3 || counts["water"] != 2 {
		t.Errorf("of 7 reminders: %v", counts)
	}
}

func TestALateSleepersDayPassesMidnight(t *testing.T) {
	in := thirsty(t, "Mon 00:30")
	in.Prefs.Sleep = guidance.HourRange{From: 2 * 60, To: 10 * 60}
	in.Entries = []course.Entry{drunk(at(t, "Sun 23:00"), 200), drunk(at(t, "Mon 00:10"), 200), drunk(at(t, "Sun 01:00"), 200)}
	if n, _ := WaterDone(in, course.Date{Year: 2026, Month: 11, Day: 22}); n != 2 {
		t.Errorf("%d glasses, want the two since Sunday's waking", n)
	}
	if n, _ := WaterDone(in, course.Date{Year: 2026, Month: 11, Day: 23}); n != 0 {
		t.Errorf("%d glasses on a day that has not begun", n)
	}
}

func TestAGoalInMillilitresIsCountedInTheirOwnGlasses(t *testing.T) {
	in := thirsty(t, "Sun 12:00")
	for _, test := range []struct {
		amount guidance.Amount
		want   int
	}{
		{guidance.Amount{Max: 8, Unit: "glasses"}, 8},
		{guidance.Amount{Max: 1500, Unit: "ml"}, 6},
		{guidance.Amount{Max: 2, Unit: "litres"}, 8},
	} {
		in.Prefs.GlassML = 250
		in.Courses[0].Routines[0].Spec.Amount = test.amount
		if got := WaterGoal(in, course.Date{Year: 2026, Month: 11, Day: 23}); got != test.want {
			t.Errorf("%v: %d glasses, want %d", test.amount, got, test.want)
		}
	}
}

func TestASnoozedGlassComesAgain(t *testing.T) {
	in := thirsty(t, "Sun 09:30")
	open := shownAt("water/2026-11-22/1", "water", false, at(t, "Sun 09:15"), at(t, "Sun 09:15"))
	in.Deliveries = []course.Delivery{open}
	in.Entries = []course.Entry{{At: at(t, "Sun 09:16"), Kind: course.KindSnooze, Occurrence: open.Occurrence, Until: at(t, "Sun 09:40")}}
	expect(t, in, "withdraw water/2026-11-22/1 | snoozed", "again Sun 09:40")
	in.Deliveries[0].State = course.Closed
	in.Now = at(t, "Sun 09:40")
	d := expect(t, in, "show water/2026-11-22/1 | A glass of water? | 0 of 8 today. Skip it if you just had one.", "again Sun 10:10")
	if d.Show[0].Round != 1 {
		t.Errorf("round %d", d.Show[0].Round)
	}
	in.Entries = append(in.Entries, drunk(at(t, "Sun 09:35"), 200))
	if d := Decide(in); len(d.Show) > 0 {
		t.Errorf("asked for a glass that was drunk: %s", lines(d, in.Zone))
	}
}
