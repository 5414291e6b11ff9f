package reminder

import (
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/guidance"
)

func thirsty(t *testing.T, now string) Input {
	return Input{Now: at(t, now), Zone: berlin(t), Prefs: course.DefaultPrefs(),
		Courses: []course.Course{begun(1, waterPlan(), at(t, "Sat 12:00"))}}
}

func drunk(when time.Time, ml int) record.Entry {
	return record.Entry{At: when, Kind: record.KindDone, What: "water", AmountML: ml}
}

func TestWaterSpreadsOverTheWakingDay(t *testing.T) {
	// From 07:30 to 21:30 are 14 hours: a glass every 105 minutes.
	expect(t, thirsty(t, "Sun 09:14"), "again Sun 09:15")
	expect(t, thirsty(t, "Sun 09:15"), "show water/2026-11-22/1 | Water, asks A glass of water?, 0 of 1600 ml by 200 as glass", "again Sun 10:15")
}

func TestADrinkMovesTheNextGlass(t *testing.T) {
	in := thirsty(t, "Sun 09:15")
	in.Entries = []record.Entry{drunk(at(t, "Sun 09:00"), 0)}
	expect(t, in, "again Sun 10:47") // 750 minutes for seven
	in.Now = at(t, "Sun 10:47")
	expect(t, in, "show water/2026-11-22/1 | Water, asks A glass of water?, 200 of 1600 ml by 200 as glass", "again Sun 11:47")
}

func TestADrinkTakesTheOpenNotificationAway(t *testing.T) {
	in := thirsty(t, "Sun 09:20")
	in.Deliveries = []record.Delivery{shownAt("water/2026-11-22/1", "water", false, at(t, "Sun 09:15"), at(t, "Sun 09:15"))}
	expect(t, in, "again Sun 10:15")
	in.Entries = []record.Entry{drunk(at(t, "Sun 09:18"), 0)}
	expect(t, in, "withdraw water/2026-11-22/1 | done", "again Sun 11:03") // no faster than the even pace
}

func TestAMissedGlassIsNeverCaughtUp(t *testing.T) {
	in := thirsty(t, "Sun 17:00")
	in.AwaySince = at(t, "Sun 08:00")
	d := expect(t, in, "let go water/2026-11-22/1 | not useful any more", "again Mon 00:00")
	in.Deliveries = []record.Delivery{d.LetGo[0].Delivery(in.Now)}
	expect(t, in, "again Sun 18:45") // the even pace of the day again, not faster
}

func TestWaterEndsWithTheGoal(t *testing.T) {
	in := thirsty(t, "Sun 12:00")
	in.Entries = []record.Entry{drunk(at(t, "Sun 08:00"), 800), drunk(at(t, "Sun 10:00"), 800)}
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
	in.Deliveries = []record.Delivery{shownAt("water/2026-11-22/1", "water", false, at(t, "Sun 09:10"), at(t, "Sun 09:10"))}
	in.Deliveries[0].State = record.Closed
	expect(t, in, "again Sun 10:10") // 600 ml asked for at 09:10
	in.Entries = []record.Entry{drunk(at(t, "Sun 09:40"), 500)}
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
	in.Entries = []record.Entry{drunk(at(t, "Sun 23:00"), 200), drunk(at(t, "Mon 00:10"), 200), drunk(at(t, "Sun 01:00"), 200)}
	if n, _ := WaterDone(in, course.Date{Year: 2026, Month: 11, Day: 22}); n != 2 {
		t.Errorf("%d glasses, want the two since Sunday's waking", n)
	}
	if n, _ := WaterDone(in, course.Date{Year: 2026, Month: 11, Day: 23}); n != 0 {
		t.Errorf("%d glasses on a day that has not begun", n)
	}
}

func TestAGoalIsCountedInTheirOwnGlasses(t *testing.T) {
	in := thirsty(t, "Sun 12:00")
	in.Prefs.GlassML = 250
	day := course.Date{Year: 2026, Month: 11, Day: 23}
	for _, unit := range []string{"glasses", "cups"} {
		in.Courses[0].Routines[0].Spec.Amount = guidance.Amount{Max: 8, Unit: unit}
		if got, ml := WaterGoal(in, day), WaterGoalML(in, day); got != 8 || ml != 2000 {
			t.Errorf("8 %s: %d glasses, %d ml", unit, got, ml)
		}
	}
}

func TestASnoozedGlassComesAgain(t *testing.T) {
	in := thirsty(t, "Sun 09:30")
	open := shownAt("water/2026-11-22/1", "water", false, at(t, "Sun 09:15"), at(t, "Sun 09:15"))
	in.Deliveries = []record.Delivery{open}
	in.Entries = []record.Entry{{At: at(t, "Sun 09:16"), Kind: record.KindSnooze, Occurrence: open.Occurrence, Until: at(t, "Sun 09:40")}}
	expect(t, in, "withdraw water/2026-11-22/1 | snoozed", "again Sun 09:40")
	in.Deliveries[0].State = record.Closed
	in.Now = at(t, "Sun 09:40")
	d := expect(t, in, "show water/2026-11-22/1 | Water, asks A glass of water?, 0 of 1600 ml by 200 as glass", "again Sun 10:10")
	if d.Show[0].Round != 1 {
		t.Errorf("round %d", d.Show[0].Round)
	}
	in.Entries = append(in.Entries, drunk(at(t, "Sun 09:35"), 200))
	if d := Decide(in); len(d.Show) > 0 {
		t.Errorf("asked for a glass that was drunk: %s", lines(d, in.Zone))
	}
}

func TestWaterIsToldInThePersonsUnit(t *testing.T) {
	for _, c := range []struct {
		unit  string
		glass int
		tells string
	}{
		{course.UnitGlass, 200, "Water, asks A glass of water?, 300 of 1600 ml by 200 as glass"},
		{course.UnitML, 200, "Water, asks A glass of water?, 300 of 1600 ml by 200 as ml"},
		{course.UnitFluidOunce, 237, "Water, asks A glass of water?, 300 of 1896 ml by 237 as floz"},
	} {
		in := thirsty(t, "Sun 10:45")
		in.Prefs.Unit, in.Prefs.GlassML = c.unit, c.glass
		in.Entries = []record.Entry{drunk(at(t, "Sun 08:00"), 300)}
		d := Decide(in)
		if len(d.Show) != 1 || tells(d.Show[0].News, in.Zone) != c.tells {
			t.Errorf("%s: %s, want %q", c.unit, lines(d, in.Zone), c.tells)
		}
	}
}

func TestNoGlassIsAskedForWhileTheHourHoldsMoreThanALitre(t *testing.T) {
	in := thirsty(t, "Sun 09:40")
	in.Entries = []record.Entry{
		drunk(at(t, "Sun 09:05"), 700), drunk(at(t, "Sun 09:10"), 400),
		{At: at(t, "Sun 09:20"), Kind: record.KindSnooze, Occurrence: "water/2026-11-22/1", Until: at(t, "Sun 09:40")},
	}
	expect(t, in, "again Sun 10:05") // put off until now, but 1100 ml in the hour
	in.Now = at(t, "Sun 10:05")
	if d := Decide(in); len(d.Show) != 1 || d.Show[0].What != "water" {
		t.Errorf("400 ml in the hour, the glass that was put off is owed: %s", lines(d, in.Zone))
	}
}

func TestMoreThanALitreInAnHourIsNoticedWhereverItLies(t *testing.T) {
	before := []record.Entry{drunk(at(t, "Sun 09:00"), 500), drunk(at(t, "Sun 09:50"), 300)}
	before[0].ID, before[1].ID = 1, 2
	for _, c := range []struct {
		when string
		ml   int
		over bool
	}{
		{"Sun 09:55", 200, false}, // a litre exactly
		{"Sun 09:55", 250, true},
		{"Sun 10:00", 250, false}, // what was drunk at 09:00 is an hour ago
		{"Sun 08:30", 400, false}, // entered later: 900 by 09:00, and at 09:50 an hour ago
		{"Sun 08:30", 600, true},
		{"Sun 08:55", 250, true}, // with both, at 09:50
		{"Sun 07:00", 1200, true},
	} {
		one := drunk(at(t, c.when), c.ml)
		if got := OverLitre(before, course.DefaultPrefs(), one); got != c.over {
			t.Errorf("%d ml at %s: %v", c.ml, c.when, got)
		}
		one.ID = 3
		if got := OverLitre(append(before[:2:2], one), course.DefaultPrefs(), one); got != c.over {
			t.Errorf("%d ml at %s, written down already: %v", c.ml, c.when, got)
		}
	}
	undone := before[:1:1]
	undone[0].Undone = true
	if OverLitre(undone, course.DefaultPrefs(), drunk(at(t, "Sun 09:10"), 600)) {
		t.Error("what was taken back counts")
	}
}

func TestAGlassThatIsLateCountsTheHourBeforeItIsAskedFor(t *testing.T) {
	in := thirsty(t, "Sun 09:45")
	in.Prefs.GlassML = 1000
	in.Deliveries = []record.Delivery{ // of a day that the person's new sleep hours have made another
		shownAt("water/2026-11-21/1", "water", false, at(t, "Sun 09:20"), at(t, "Sun 09:20")),
	}
	d := Decide(in)
	if len(d.Show) != 0 || !d.LookAgain.Equal(at(t, "Sun 10:20")) {
		t.Errorf("a second litre within the hour:\n%s", lines(d, in.Zone))
	}
}

func TestAGlassOfAnotherPlansDrinksIsAGlass(t *testing.T) {
	in := thirsty(t, "Sun 09:45")
	other := waterPlan()
	other.Routines[0].ID = "drink"
	in.Courses = []course.Course{begun(2, other, at(t, "Sat 13:00")), in.Courses[0]}
	in.Deliveries = []record.Delivery{shownAt("water/2026-11-22/1", "water", false, at(t, "Sun 09:15"), at(t, "Sun 09:15"))}
	if d := Decide(in); len(d.Show) != 0 {
		t.Errorf("a second glass after half an hour:\n%s", lines(d, in.Zone))
	}
	in.Now = at(t, "Sun 11:00")
	if d := Decide(in); len(d.Show) != 1 || d.Show[0].ID != "drink/2026-11-22/1" {
		t.Errorf("the next glass does not come:\n%s", lines(d, in.Zone))
	}
}

func TestWhatWasMissedBeforeWeKnewIsNotCaughtUp(t *testing.T) {
	in := thirsty(t, "Sun 15:22")
	in.Courses[0].Treatment.EnteredAt = at(t, "Sun 15:22")
	expect(t, in, "again Sun 17:07") // the even pace of the whole day, 105 minutes, not of what is left of it
}
