package reminder

import (
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
)

func pause(from, until time.Time) record.Entry {
	return record.Entry{At: from, Kind: record.KindPause, Until: until}
}

func TestAPauseHoldsAllAndSaysUntilWhen(t *testing.T) {
	p := pause(at(t, "Sun 15:00"), at(t, "Sun 16:00"))
	expect(t, base(t, "Sun 15:30", nil, p),
		"held makeup/1 | paused | Sun 16:00", "held alcohol/1 | paused | Sun 16:00", "again Sun 16:00")
}

func TestResumeEndsAPause(t *testing.T) {
	p := pause(at(t, "Sun 15:00"), at(t, "Sun 16:00"))
	r := record.Entry{At: at(t, "Sun 15:10"), Kind: record.KindResume}
	if d := Decide(base(t, "Sun 15:30", nil, p, r)); len(d.Show) != 1 || len(d.Held) != 0 {
		t.Errorf("%+v", d)
	}
	p.Undone = true
	if _, ok := Paused([]record.Entry{p}, at(t, "Sun 15:30")); ok {
		t.Error("a pause taken back still pauses")
	}
}

func TestDoNotDisturbHoldsAndIsAskedAgainOnlyWhileItHoldsSomething(t *testing.T) {
	in := base(t, "Sun 15:30", nil)
	in.Quiet = Quiet{On: true, By: "dunst"}
	expect(t, in, "held makeup/1 | quiet", "held alcohol/1 | quiet", "again Sun 15:35")
	in = base(t, "Sun 15:31", told(t))
	in.Quiet.On = true
	expect(t, in, "again Sun 18:30")
}

func TestSleepHoldsAWindowAndTellsItInTheMorningWithTheTrueTime(t *testing.T) {
	in := Input{Now: at(t, "Sun 23:10"), Zone: berlin(t), Prefs: course.DefaultPrefs()}
	p := smallPlan()
	p.Windows, p.Routines = p.Windows[:1], nil
	in.Courses = []course.Course{begun(1, p, at(t, "Sat 23:10"))}
	expect(t, in, "held makeup/1 | sleep | Mon 07:30", "again Mon 07:30")
	in.Now = at(t, "Mon 07:30")
	expect(t, in, "show makeup/1 | Makeup, 24h0m0s until Sun 23:10")
}

func TestSleepLetsGoWhatWillBeUselessInTheMorning(t *testing.T) {
	p := smallPlan()
	p.Windows = nil
	p.Routines = p.Routines[:1]
	p.Routines[0].Times = p.Routines[0].Times[:1]
	p.Routines[0].Times[0] = 23 * 60
	in := Input{Now: at(t, "Sun 23:00"), Zone: berlin(t), Prefs: course.DefaultPrefs(),
		Courses: []course.Course{begun(1, p, at(t, "Sun 15:30"))}}
	expect(t, in, "let go cleanse/2026-11-22/1 | not useful any more", "again Mon 23:00")
}

func TestWhatANightHeldIsOneGoodMorning(t *testing.T) {
	p := smallPlan()
	p.Windows[1].Until = elapsed(26 * time.Hour)
	p.Routines = nil
	in := Input{Now: at(t, "Mon 07:30"), Zone: berlin(t), Prefs: course.DefaultPrefs(),
		Courses: []course.Course{begun(1, p, at(t, "Sun 02:00").Add(-2*time.Hour))}}
	in.Now = at(t, "Mon 07:30")
	d := expect(t, in,
		"show welcome/2026-11-23T01:00:00Z | away 0s, let go 0, morning, over Makeup Mon 00:00, over Alcohol Mon 02:00 + makeup/1 + alcohol/1",
		"again Mon 19:30")
	if d.Show[0].Kind != Welcome || d.Show[0].Actions {
		t.Errorf("%+v", d.Show[0])
	}
}

func TestWelcomeBackSumsUpAnAbsence(t *testing.T) {
	in := base(t, "Sun 21:35", nil)
	in.AwaySince = at(t, "Sun 15:00")
	expect(t, in,
		"show welcome/2026-11-22T19:30:00Z | away 6h35m0s, let go 1, do Gentle cleanse, over Makeup Sun 15:30, over Alcohol Sun 15:30 + makeup/1 + alcohol/1 + cleanse/2026-11-22/2",
		"let go moisturise/2026-11-22/3 | not useful any more", "again Mon 08:00")
}

func TestWelcomeBackTellsItAll(t *testing.T) {
	in := base(t, "Sun 21:35", nil)
	in.Courses[0].Windows = in.Courses[0].Windows[:1]
	in.AwaySince = at(t, "Sun 15:00")
	d := Decide(in)
	if got, want := tells(d.Show[0].News, in.Zone), "away 6h35m0s, let go 1, do Gentle cleanse, over Makeup Sun 15:30"; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestOneThingThatRemainsIsShownAsItself(t *testing.T) {
	in := base(t, "Sun 21:35", told(t))
	in.Deliveries[0].State = record.Closed
	in.AwaySince = at(t, "Sun 16:00")
	d := Decide(in)
	if len(d.Show) != 1 || d.Show[0].ID != "cleanse/2026-11-22/2" || len(d.LetGo) != 1 {
		t.Errorf("%s", lines(d, in.Zone))
	}
}

func TestWhereAllIsLetGoNothingIsSaid(t *testing.T) {
	in := base(t, "Mon 07:40", told(t))
	in.Deliveries[0].State = record.Closed
	in.AwaySince = at(t, "Sun 16:00")
	expect(t, in,
		"let go moisturise/2026-11-22/3 | not useful any more", "let go cleanse/2026-11-22/2 | not useful any more", "again Mon 08:00")
}

func TestAWelcomeLeftInFlightKeepsItsIdentity(t *testing.T) {
	in := base(t, "Sun 21:35", nil)
	first := Decide(in).Show[0]
	d := first.Delivery(in.Now)
	d.ID = 9
	in.Deliveries = []record.Delivery{d}
	for i, part := range first.CoverDeliveries(in.Now) {
		part.ID = int64(10 + i)
		in.Deliveries = append(in.Deliveries, part)
	}
	in.Now = in.Now.Add(time.Minute)
	again := Decide(in)
	if len(again.Show) != 1 || again.Show[0].ID != first.ID || len(again.Show[0].Covers) != 3 || len(again.Withdraw) != 0 {
		t.Errorf("%s", lines(again, in.Zone))
	}
}

func TestAWelcomeGoesWhenItsPartsAreAnswered(t *testing.T) {
	in := base(t, "Sun 21:35", told(t))
	welcome := shownAt("welcome/2026-11-22T19:30:00Z", "welcome", false, at(t, "Sun 20:30"), at(t, "Sun 21:00"))
	part := record.Delivery{Occurrence: "cleanse/2026-11-22/2", What: "cleanse", State: record.LetGo, Reason: ReasonSummedUp,
		SumOf: welcome.Occurrence, Due: at(t, "Sun 20:30")}
	other := record.Delivery{Occurrence: "moisturise/2026-11-22/3", What: "moisturise", State: record.LetGo, Reason: ReasonNotUseful, Due: at(t, "Sun 18:30")}
	in.Deliveries = append(in.Deliveries, welcome, part, other)
	expect(t, in, "again Sun 23:30")
	in.Entries = append(in.Entries, record.Entry{Kind: record.KindDone, Occurrence: part.Occurrence})
	expect(t, in, "withdraw welcome/2026-11-22T19:30:00Z | done", "again Mon 08:00")
}

func TestAPauseMadeWhileTheClockWasAYearAheadEnds(t *testing.T) {
	ahead := at(t, "Sun 10:00").AddDate(1, 0, 0)
	pause := record.Entry{ID: 1, At: ahead, Kind: record.KindPause, Until: ahead.Add(time.Hour)}
	if until, ok := Paused([]record.Entry{pause}, at(t, "Sun 10:30")); ok {
		t.Errorf("paused until %v once the clock was put right", until)
	}
	resume := record.Entry{ID: 2, At: at(t, "Sun 10:20"), Kind: record.KindResume}
	if until, ok := Paused([]record.Entry{resume, pause}, ahead.Add(time.Minute)); ok {
		t.Errorf("paused until %v though resumed after it", until)
	}
	soon := record.Entry{ID: 3, At: at(t, "Sun 10:10"), Kind: record.KindPause, Until: at(t, "Sun 11:10")}
	if _, ok := Paused([]record.Entry{soon}, at(t, "Sun 10:00")); !ok {
		t.Error("a clock set back by ten minutes ended the pause")
	}
}
