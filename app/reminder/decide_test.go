package reminder

import (
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/guidance"
)

// base is the small plan, begun on Saturday at 15:30, with everything up to Sunday 13:30 done.
func base(t *testing.T, now string, deliveries []record.Delivery, entries ...record.Entry) Input {
	t.Helper()
	for _, id := range []string{
		"cleanse/2026-11-21/2", "moisturise/2026-11-21/3",
		"cleanse/2026-11-22/1", "moisturise/2026-11-22/1", "moisturise/2026-11-22/2",
	} {
		entries = append(entries, record.Entry{At: at(t, "Sat 15:30"), Kind: record.KindDone, Occurrence: id})
	}
	return Input{
		Now: at(t, now), Zone: berlin(t), Prefs: course.DefaultPrefs(), Entries: entries, Deliveries: deliveries,
		Courses: []course.Course{begun(1, smallPlan(), at(t, "Sat 15:30"), entries...)},
	}
}

// told is the ledger after Sunday's two windows were told.
func told(t *testing.T) []record.Delivery {
	lead := shownAt("makeup/1", "makeup", true, at(t, "Sun 15:30"), at(t, "Sun 15:30"))
	also := shownAt("alcohol/1", "alcohol", true, at(t, "Sun 15:30"), time.Time{})
	also.State, also.Reason, also.SumOf, also.BegunAt = record.LetGo, ReasonSummedUp, "makeup/1", at(t, "Sun 15:30")
	return []record.Delivery{lead, also}
}

func TestNothingIsShownBeforeItsMoment(t *testing.T) {
	expect(t, base(t, "Sun 15:29", nil), "again Sun 15:30")
}

func TestWindowsThatEndTogetherAreOneNotification(t *testing.T) {
	expect(t, base(t, "Sun 15:30", nil),
		"show makeup/1 | Makeup, 24h0m0s until Sun 15:30, also Alcohol + alcohol/1",
		"again Sun 18:30")
}

func TestWhatWasToldIsNotToldAgain(t *testing.T) {
	expect(t, base(t, "Sun 15:31", told(t)), "again Sun 18:30")
}

func TestWhatFollowsAWindowIsSaidInsteadOfOpen(t *testing.T) {
	in := base(t, "Mon 15:30", told(t))
	for _, id := range []string{"moisturise/2026-11-22/3", "cleanse/2026-11-22/2", "cleanse/2026-11-23/1", "moisturise/2026-11-23/1", "moisturise/2026-11-23/2"} {
		in.Entries = append(in.Entries, record.Entry{Kind: record.KindDone, Occurrence: id})
	}
	expect(t, in,
		"show sun/1 | Sun, 48h0m0s until Mon 15:30, then SPF 30+, hat, shade",
		"again Mon 18:30")
}

func TestARoutineIsShownAtItsTimeWithTheNextOne(t *testing.T) {
	expect(t, Input{
		Now: at(t, "Sun 09:00"), Zone: berlin(t), Prefs: course.DefaultPrefs(),
		Courses:    []course.Course{begun(1, smallPlan(), at(t, "Sat 22:00"))},
		Deliveries: []record.Delivery{shownAt("cleanse/2026-11-22/1", "cleanse", false, at(t, "Sun 08:00"), at(t, "Sun 08:00"))},
	},
		"show moisturise/2026-11-22/1 | Moisturise, next Sun 13:30",
		"again Sun 11:00")
}

func TestDoneAndSkipAnswerAnOccurrence(t *testing.T) {
	for _, kind := range []record.Kind{record.KindDone, record.KindSkip} {
		entry := record.Entry{At: at(t, "Sun 18:00"), Kind: kind, What: "moisturise", Occurrence: "moisturise/2026-11-22/3"}
		expect(t, base(t, "Sun 18:30", told(t), entry), "again Sun 20:30")
		entry.Undone = true
		expect(t, base(t, "Sun 18:30", told(t), entry),
			"show moisturise/2026-11-22/3 | Moisturise", "again Sun 20:30")
	}
}

func TestDoneTakesTheOpenNotificationAway(t *testing.T) {
	open := shownAt("moisturise/2026-11-22/3", "moisturise", false, at(t, "Sun 18:30"), at(t, "Sun 18:30"))
	done := record.Entry{At: at(t, "Sun 18:40"), Kind: record.KindDone, What: "moisturise", Occurrence: open.Occurrence}
	expect(t, base(t, "Sun 18:40", append(told(t), open), done),
		"withdraw moisturise/2026-11-22/3 | done", "again Sun 20:30")
}

func TestAMissedRoutineIsLetGoWhenNoLongerUseful(t *testing.T) {
	in := base(t, "Sun 21:31", told(t), record.Entry{Kind: record.KindDone, Occurrence: "cleanse/2026-11-22/2"})
	expect(t, in, "let go moisturise/2026-11-22/3 | not useful any more", "again Mon 08:00")
	open := shownAt("moisturise/2026-11-22/3", "moisturise", false, at(t, "Sun 18:30"), at(t, "Sun 18:30"))
	in.Deliveries = append(in.Deliveries, open)
	expect(t, in, "withdraw moisturise/2026-11-22/3 | not useful any more", "again Mon 08:00")
}

func TestSpacingHoldsARoutineButNotAWindow(t *testing.T) {
	last := shownAt("x/2026-11-22/1", "x", false, at(t, "Sun 15:20"), at(t, "Sun 15:20"))
	last.State = record.Closed
	d := expect(t, base(t, "Sun 15:30", []record.Delivery{last}),
		"show makeup/1 | Makeup, 24h0m0s until Sun 15:30, also Alcohol + alcohol/1",
		"again Sun 18:30")
	if d.Show[0].Actions {
		t.Error("Done makes no sense on a window's end")
	}
	last.ShownAt = at(t, "Sun 18:20")
	expect(t, base(t, "Sun 18:30", append(told(t), last)), "again Sun 18:40")
	in := base(t, "Sun 18:40", append(told(t), last))
	expect(t, in, "show moisturise/2026-11-22/3 | Moisturise", "again Sun 20:30")
}

func TestAWindowsEndMakesARoutineWait(t *testing.T) {
	in := base(t, "Sun 15:30", nil)
	in.Prefs.Times = map[string][]guidance.Clock{"moisturise": {15*60 + 30}}
	in.Entries = nil
	in.Deliveries = []record.Delivery{
		shownAt("cleanse/2026-11-22/1", "cleanse", false, at(t, "Sun 08:00"), at(t, "Sun 08:00")),
		shownAt("cleanse/2026-11-21/2", "cleanse", false, at(t, "Sat 20:30"), at(t, "Sat 20:30")),
		shownAt("moisturise/2026-11-21/1", "cleanse", false, at(t, "Sat 15:30"), at(t, "Sat 15:30")),
	}
	for i := range in.Deliveries {
		in.Deliveries[i].State = record.Closed
	}
	expect(t, in,
		"show makeup/1 | Makeup, 24h0m0s until Sun 15:30, also Alcohol + alcohol/1",
		"again Sun 15:50")
}

func TestTheDailyCapLetsRoutinesGoAndNotWindows(t *testing.T) {
	in := base(t, "Sun 18:30", told(t))
	in.Prefs.Cap = 1
	in.Deliveries = append(in.Deliveries, record.Delivery{
		Occurrence: "cleanse/2026-11-22/1", What: "cleanse", State: record.Closed, ShownAt: at(t, "Sun 08:00"), Due: at(t, "Sun 08:00"),
	})
	expect(t, in, "let go moisturise/2026-11-22/3 | daily cap", "again Sun 20:30")
	in.Now = at(t, "Mon 15:30")
	if d := Decide(in); len(d.Show) != 1 || d.Show[0].ID != "sun/1" {
		t.Errorf("the cap held a window's end back: %+v", d.Show)
	}
}

func TestASnoozeRemindsAgainOnce(t *testing.T) {
	open := shownAt("moisturise/2026-11-22/3", "moisturise", false, at(t, "Sun 18:30"), at(t, "Sun 18:30"))
	snooze := record.Entry{At: at(t, "Sun 18:31"), Kind: record.KindSnooze, Occurrence: open.Occurrence, Until: at(t, "Sun 22:20")}
	ledger := append(told(t), open)
	evening := record.Entry{Kind: record.KindDone, Occurrence: "cleanse/2026-11-22/2"}
	expect(t, base(t, "Sun 18:31", ledger, snooze, evening), "withdraw moisturise/2026-11-22/3 | snoozed", "again Sun 22:20")
	ledger[2].State, ledger[2].Reason = record.Closed, ReasonSnoozed
	d := expect(t, base(t, "Sun 22:20", ledger, snooze, evening),
		"show moisturise/2026-11-22/3 | Moisturise", "again Sun 22:50")
	if d.Show[0].Round != 1 {
		t.Errorf("round is %d, want 1", d.Show[0].Round)
	}
	again := open
	again.Round, again.ShownAt = 1, at(t, "Sun 22:20")
	expect(t, base(t, "Sun 22:21", append(ledger, again), snooze, evening), "again Sun 22:50")
	done := record.Entry{Kind: record.KindDone, Occurrence: open.Occurrence}
	expect(t, base(t, "Sun 22:20", ledger, snooze, evening, done), "again Mon 08:00")
}

func TestASnoozeIntoTheNightIsToldInTheMorningOnlyIfUseful(t *testing.T) {
	snooze := record.Entry{At: at(t, "Sun 18:31"), Kind: record.KindSnooze, Occurrence: "moisturise/2026-11-22/3", Until: at(t, "Sun 23:00")}
	evening := record.Entry{Kind: record.KindDone, Occurrence: "cleanse/2026-11-22/2"}
	expect(t, base(t, "Sun 23:00", told(t), snooze, evening),
		"let go moisturise/2026-11-22/3 | not useful any more", "again Mon 08:00")
	snooze.Until = at(t, "Mon 07:10")
	expect(t, base(t, "Mon 07:10", told(t), snooze, evening),
		"held moisturise/2026-11-22/3 | sleep | Mon 07:30", "again Mon 07:30")
}

func TestASnoozedWindowIsToldAgainWithItsTrueEnd(t *testing.T) {
	snooze := record.Entry{At: at(t, "Sun 15:31"), Kind: record.KindSnooze, Occurrence: "makeup/1", Until: at(t, "Sun 16:30")}
	ledger := told(t)
	ledger[0].State, ledger[0].Reason = record.Closed, ReasonSnoozed
	d := expect(t, base(t, "Sun 16:30", ledger, snooze),
		"show makeup/1 | Makeup, 24h0m0s until Sun 15:30", "again Sun 18:30")
	if o := d.Show[0]; o.Round != 1 || !o.Due.Equal(at(t, "Sun 15:30")) {
		t.Errorf("round %d due %s", o.Round, o.Due)
	}
}

func TestWhatACrashLeftInFlightIsShownAgain(t *testing.T) {
	ledger := told(t)
	ledger[0].State, ledger[0].ShownAt = record.Begun, time.Time{}
	d := expect(t, base(t, "Sun 15:45", ledger),
		"show makeup/1 | Makeup, 24h0m0s until Sun 15:30, also Alcohol + alcohol/1",
		"again Sun 18:30")
	if n := d.Show[0]; n.Round != 0 {
		t.Errorf("in round %d", n.Round)
	}
}

func TestAClockSetBackRepeatsNothingAndBlocksNothing(t *testing.T) {
	ledger := told(t)
	ledger[0].ShownAt = at(t, "Tue 12:00")
	expect(t, base(t, "Sun 18:30", ledger), "show moisturise/2026-11-22/3 | Moisturise", "again Sun 20:30")
	ahead := shownAt("moisturise/2026-11-22/3", "moisturise", false, at(t, "Sun 18:30"), at(t, "Sun 18:30"))
	expect(t, base(t, "Sun 18:00", append(told(t), ahead)), "again Sun 20:30")
}

func TestDiscreetNoticesTellNothing(t *testing.T) {
	in := base(t, "Sun 15:30", nil)
	in.Prefs.Discreet = true
	n := Decide(in).Show[0]
	if !n.Discreet {
		t.Error("it may tell of the treatment")
	}
	if up := Upcoming(in, in.Now); len(up) != 1 || up[0].News.Window == nil || up[0].News.Window.Name != "Makeup" {
		t.Errorf("a list knows what it tells: %+v", up)
	}
}

func TestWhatWasPutOffUntilTomorrowHidesNothingBeforeIt(t *testing.T) {
	evening := record.Entry{Kind: record.KindDone, Occurrence: "cleanse/2026-11-22/2"}
	snooze := record.Entry{At: at(t, "Sun 18:31"), Kind: record.KindSnooze, Occurrence: "moisturise/2026-11-22/3", Until: at(t, "Mon 21:00")}
	expect(t, base(t, "Sun 21:00", told(t), snooze, evening), "again Mon 08:00")
}

func TestWhatWasPutOffDaysAgoIsSettled(t *testing.T) {
	// The delivery that told it lies too far back to be read, so only the snooze is left.
	snooze := record.Entry{At: at(t, "Sun 18:31"), Kind: record.KindSnooze, Occurrence: "moisturise/2026-11-22/3", Until: at(t, "Sun 22:00")}
	for _, d := range Decide(base(t, "Tue 07:45", told(t), snooze)).LetGo {
		if d.ID == snooze.Occurrence {
			t.Errorf("let go once more: %+v", d)
		}
	}
}
