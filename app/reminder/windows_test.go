package reminder

import (
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/guidance"
)

// only is an input with windows alone.
func only(t *testing.T, now string, courses ...course.Course) Input {
	return Input{Now: at(t, now), Zone: berlin(t), Prefs: course.DefaultPrefs(), Courses: courses}
}

func makeupPlan(d time.Duration) guidance.Plan {
	return guidance.Plan{ID: "one", Windows: []guidance.Window{window("makeup", "Makeup", d, "Use clean brushes.")}}
}

func TestAWindowThatEndedBeforeWeKnewIsNotTold(t *testing.T) {
	c := begun(1, makeupPlan(24*time.Hour), at(t, "Sat 15:30"))
	c.Treatment.EnteredAt = at(t, "Sun 18:00")
	expect(t, only(t, "Sun 18:00", c), "")
	c.Treatment.EnteredAt = at(t, "Sun 15:30").Add(-10 * time.Second)
	expect(t, only(t, "Sun 15:30", c), "show makeup/1 | Makeup, 24h0m0s until Sun 15:30")
}

func TestOfTwoCoursesOnlyTheBindingEndIsTold(t *testing.T) {
	older := begun(1, makeupPlan(72*time.Hour), at(t, "Sat 15:30"))
	newer := begun(2, makeupPlan(24*time.Hour), at(t, "Sun 15:30"))
	expect(t, only(t, "Mon 15:30", newer, older), "again Tue 15:30")
	expect(t, only(t, "Tue 15:30", newer, older), "show makeup/1 | Makeup, 72h0m0s until Tue 15:30")
	newer = begun(2, makeupPlan(48*time.Hour), at(t, "Sun 15:30"))
	expect(t, only(t, "Tue 15:30", newer, older), "show makeup/2 | Makeup, 48h0m0s until Tue 15:30")
}

// The older course is kept open by its question for four weeks, the newer one is over long before.
func TestAnEndThatWasOutlastedIsNoNewsOnceTheCourseThatOutlastedItIsLongOver(t *testing.T) {
	plan := makeupPlan(24 * time.Hour)
	plan.Windows = append(plan.Windows, guidance.Window{ID: "retinol", Name: "Retinol", Until: elapsed(48 * time.Hour), AndWhen: "calm"})
	older, newer := begun(1, plan, at(t, "Sat 15:30")), begun(2, makeupPlan(48*time.Hour), at(t, "Sat 16:30"))
	in := only(t, "Mon 16:30", newer, older)
	for _, told := range []record.Delivery{shownAt("makeup/2", "makeup", true, at(t, "Mon 16:30"), at(t, "Mon 16:30")), shownAt("retinol/1", "retinol", true, at(t, "Mon 15:30"), at(t, "Mon 15:30"))} {
		told.ID, told.State = int64(len(in.Deliveries)+1), record.Closed
		in.Deliveries = append(in.Deliveries, told)
	}
	for _, later := range []time.Duration{0, ToldFor - time.Minute, ToldFor, ToldFor + 24*time.Hour} {
		in.Now = newer.Closes.Add(later)
		in.Courses = course.Lately([]course.Course{newer, older}, in.Now.Add(-ToldFor))
		expect(t, in, "")
	}
}

func TestAnEndIsToldForTwoWeeksAfterItsCourse(t *testing.T) {
	c := begun(1, makeupPlan(24*time.Hour), at(t, "Sat 15:30"))
	in := only(t, "Sun 15:30", c)
	in.Now = c.Closes.Add(ToldFor - time.Second)
	if d := Decide(in); len(d.Show) != 1 {
		t.Errorf("just before, it shows %v", d.Show)
	}
	in.Now = c.Closes.Add(ToldFor)
	expect(t, in, "")
}

func TestANewTreatmentTakesTheOldNewsAwayForGood(t *testing.T) {
	older := begun(1, makeupPlan(24*time.Hour), at(t, "Sat 15:30"))
	newer := begun(2, makeupPlan(24*time.Hour), at(t, "Mon 10:00"))
	in := only(t, "Mon 10:01", newer, older)
	in.Deliveries = []record.Delivery{shownAt("makeup/1", "makeup", true, at(t, "Sun 15:30"), at(t, "Sun 15:30"))}
	expect(t, in, "withdraw makeup/1 | a later one took over", "again Tue 10:00")
	in.Deliveries[0].State, in.Deliveries[0].Reason = record.Closed, ReasonSuperseded
	in.Now = at(t, "Tue 10:00")
	expect(t, in, "show makeup/2 | Makeup, 24h0m0s until Tue 10:00")
}

func TestAWindowThatWasExtendedIsToldAgainAtItsTrueEnd(t *testing.T) {
	extend := record.Entry{At: at(t, "Sun 15:30"), Kind: record.KindExtend, What: "makeup", Until: at(t, "Mon 15:30")}
	plan := makeupPlan(24 * time.Hour)
	plan.Windows[0].Extend = 24 * time.Hour
	in := only(t, "Sun 16:00", begun(1, plan, at(t, "Sat 15:30"), extend))
	in.Deliveries = []record.Delivery{shownAt("makeup/1", "makeup", true, at(t, "Sun 15:30"), at(t, "Sun 15:30"))}
	expect(t, in, "withdraw makeup/1 | no longer holds", "again Mon 15:30")

	closed := in.Deliveries[0]
	for _, reason := range []string{ReasonNotHolding, "", ReasonDone} { // also where the person had put it away
		closed.State, closed.Reason = record.Closed, reason
		in.Deliveries[0] = closed
		in.Now = at(t, "Mon 15:30")
		d := expect(t, in, "show makeup/1 | Makeup, 48h0m0s until Mon 15:30")
		if d.Show[0].Round != 1 {
			t.Errorf("after %q: round %d, want 1", reason, d.Show[0].Round)
		}
	}
}

func TestAnEndMovedToEarlierThatWasToldStaysTold(t *testing.T) {
	in := only(t, "Sun 16:00", begun(1, makeupPlan(20*time.Hour), at(t, "Sat 15:30")))
	in.Deliveries = []record.Delivery{shownAt("makeup/1", "makeup", true, at(t, "Sun 15:30"), at(t, "Sun 15:30"))}
	expect(t, in, "")
}

func TestAnEndThatMovedAndBackBeforeThatWasToldStaysTold(t *testing.T) {
	in := only(t, "Sun 18:00", begun(1, makeupPlan(24*time.Hour), at(t, "Sat 15:30")))
	told := shownAt("makeup/1", "makeup", true, at(t, "Sun 15:30"), at(t, "Sun 15:30"))
	told.State, told.Reason = record.Closed, ""
	later := record.Delivery{ID: 9, Occurrence: "makeup/1", Round: 1, What: "makeup", Window: true, State: record.Begun,
		Due: at(t, "Sun 17:00"), BegunAt: at(t, "Sun 17:00")} // killed before it was shown
	in.Deliveries = []record.Delivery{told, later}
	expect(t, in, "withdraw makeup/1 | no longer holds")
	in.Deliveries[1].State, in.Deliveries[1].Reason = record.Closed, ReasonNotHolding
	expect(t, in, "")
}

func TestARemovedTreatmentTakesItsNewsAway(t *testing.T) {
	c := begun(1, makeupPlan(24*time.Hour), at(t, "Sat 15:30"))
	c.Treatment.Removed = true
	in := only(t, "Sun 16:00", c)
	in.Deliveries = []record.Delivery{shownAt("makeup/1", "makeup", true, at(t, "Sun 15:30"), at(t, "Sun 15:30"))}
	expect(t, in, "withdraw makeup/1 | no longer holds")
}

func TestWhatWasToldOfACourseThatIsOverStaysToldWhenItComesBack(t *testing.T) {
	// A correction has ended the course days ago: it is not looked at any more.
	in := only(t, "Sun 16:00")
	in.Deliveries = []record.Delivery{shownAt("makeup/1", "makeup", true, at(t, "Sun 15:30"), at(t, "Sun 15:30"))}
	expect(t, in, "withdraw makeup/1 | not useful any more")

	// Corrected again, it is: the same end a little earlier was told all the same.
	in.Deliveries[0].State, in.Deliveries[0].Reason = record.Closed, ReasonNotUseful
	in.Courses = append(in.Courses, begun(1, makeupPlan(23*time.Hour), at(t, "Sat 15:30")))
	expect(t, in, "")
}

func TestAWindowThatNeedsTheirWordAsks(t *testing.T) {
	p := makeupPlan(24 * time.Hour)
	p.Windows[0].AndWhen = "calm"
	c := begun(1, p, at(t, "Sat 15:30"))
	expect(t, only(t, "Sun 15:30", c), "show makeup/1 | Makeup, 24h0m0s until Sun 15:30, calm?")

	calm := record.Entry{At: at(t, "Sun 16:00"), Kind: record.KindCalm}
	in := only(t, "Sun 16:00", begun(1, p, at(t, "Sat 15:30"), calm))
	expect(t, in, "")
	in.Deliveries = []record.Delivery{shownAt("makeup/1", "makeup", true, at(t, "Sun 15:30"), at(t, "Sun 15:30"))}
	expect(t, in, "withdraw makeup/1 | done")
}

func TestWhoSaysStillRedIsAskedInTheMorningAndNewsOfOtherWindowsComes(t *testing.T) {
	p := makeupPlan(24 * time.Hour)
	asks := window("wax", "Waxing", 24*time.Hour, "")
	asks.AndWhen = "calm"
	p.Windows = append(p.Windows, asks)
	c := begun(1, p, at(t, "Sat 15:30"))
	said := func(moment string, skin record.Skin) record.Entry {
		return record.Entry{At: at(t, moment), Kind: record.KindFeel, Feeling: record.Feeling{Skin: skin}}
	}
	red := said("Sun 10:00", record.SkinRed)
	undone := red
	undone.Undone = true
	putOff := record.Entry{At: at(t, "Sun 15:40"), Kind: record.KindSnooze, Occurrence: "wax/1", Until: at(t, "Sun 17:00")}
	const makeup, wax = "show makeup/1 | Makeup, 24h0m0s until Sun 15:30", "show wax/1 | Waxing, 24h0m0s until Sun 15:30, calm?"
	for _, c2 := range []struct {
		name, now string
		entries   []record.Entry
		want      []string
	}{
		{"red before the end", "Sun 15:30", []record.Entry{red}, []string{makeup, "again Mon 07:30"}},
		{"red, and the night is over", "Mon 07:30", []record.Entry{red}, []string{makeup, wax}},
		{"red, taken back", "Sun 15:30", []record.Entry{undone}, []string{makeup, wax}},
		{"put off, then red", "Sun 17:00", []record.Entry{putOff, said("Sun 16:30", record.SkinRed)}, []string{makeup, "again Mon 07:30"}},
		{"put off past the morning, then red", "Mon 07:30", []record.Entry{{At: at(t, "Sun 15:40"), Kind: record.KindSnooze, Occurrence: "wax/1", Until: at(t, "Mon 12:00")}, said("Sun 16:30", record.SkinRed)}, []string{makeup, "again Mon 12:00"}},
		{"red the day before", "Sun 15:30", []record.Entry{said("Sat 20:00", record.SkinRed)}, []string{makeup, wax}},
		{"red past midnight", "Sun 15:30", []record.Entry{said("Sun 00:30", record.SkinRed)}, []string{makeup, wax}},
		{"red, then calm too early", "Sun 15:30", []record.Entry{red, said("Sun 12:00", record.SkinCalm)}, []string{makeup, wax}},
	} {
		in := only(t, c2.now, c)
		in.Entries = c2.entries
		t.Log(c2.name)
		expect(t, in, c2.want...)
	}
}

func TestTheQuestionAndTheNewsAreTwoNotifications(t *testing.T) {
	p := makeupPlan(24 * time.Hour)
	asks := window("wax", "Waxing", 24*time.Hour, "")
	asks.AndWhen = "calm"
	p.Windows = append(p.Windows, asks, window("alcohol", "Alcohol", 24*time.Hour, ""))
	expect(t, only(t, "Sun 15:30", begun(1, p, at(t, "Sat 15:30"))),
		"show makeup/1 | Makeup, 24h0m0s until Sun 15:30, also Alcohol + alcohol/1",
		"show wax/1 | Waxing, 24h0m0s until Sun 15:30, calm?")
}

func TestWindowsOfHoursAndSituationsAreNotTold(t *testing.T) {
	p := makeupPlan(24 * time.Hour)
	p.Windows = append(p.Windows, p.Windows[0])
	p.Windows[0].Hours = &guidance.HourRange{From: 10 * 60, To: 14 * 60}
	p.Windows[1].ID, p.Windows[1].Situation = "wind", "outdoors"
	expect(t, only(t, "Sun 15:30", begun(1, p, at(t, "Sat 15:30"))), "")
}

func TestElapsedTimeStaysElapsedAcrossAClockChange(t *testing.T) {
	end := time.Date(2026, 10, 24, 15, 30, 0, 0, berlin(t)) // the clocks go back in the night
	in := Input{Now: end.Add(24 * time.Hour), Zone: berlin(t), Prefs: course.DefaultPrefs(),
		Courses: []course.Course{begun(1, makeupPlan(24*time.Hour), end)}}
	expect(t, in, "show makeup/1 | Makeup, 24h0m0s until Sun 14:30")
}

func TestAFlightChangesTheClockAndNotTheMoment(t *testing.T) {
	tokyo, err := time.LoadLocation("Asia/Tokyo")
	if err != nil {
		t.Fatal(err)
	}
	in := only(t, "Sun 23:30", begun(1, makeupPlan(32*time.Hour), at(t, "Sat 15:30")))
	in.Zone = tokyo
	expect(t, in, "show makeup/1 | Makeup, 32h0m0s until Mon 07:30")
}

func TestAnEndInFlightThatACorrectionTookAwayIsToldWhenItIsBack(t *testing.T) {
	plan := makeupPlan(24 * time.Hour)
	told := func(end string) course.Course {
		c := begun(1, plan, at(t, end))
		c.Treatment.EnteredAt = at(t, "Sun 12:00")
		return c
	}
	// Killed while it was shown, then corrected so that the wait was over before we knew.
	in := only(t, "Sun 16:00", told("Sat 10:00"))
	in.Deliveries = []record.Delivery{{
		Occurrence: "makeup/1", What: "makeup", Window: true, Due: at(t, "Sun 15:30"), BegunAt: at(t, "Sun 15:30"), State: record.Begun,
	}}
	expect(t, in, "withdraw makeup/1 | not useful any more")
	in.Deliveries[0].State, in.Deliveries[0].Reason, in.Deliveries[0].ClosedAt = record.Closed, ReasonNotUseful, in.Now
	in.Courses[0] = told("Sat 15:00")
	in.Now = at(t, "Sun 16:01")
	expect(t, in, "show makeup/1 | Makeup, 24h0m0s until Sun 15:00")
}

func TestAnEndThatWasToldStaysToldThoughACorrectionMovesItToBeforeWeKnew(t *testing.T) {
	c := begun(1, makeupPlan(24*time.Hour), at(t, "Sat 10:00"))
	c.Treatment.EnteredAt = at(t, "Sun 12:00")
	in := only(t, "Sun 16:00", c)
	in.Deliveries = []record.Delivery{shownAt("makeup/1", "makeup", true, at(t, "Sun 15:30"), at(t, "Sun 15:30"))}
	expect(t, in, "withdraw makeup/1 | not useful any more")
	in.Deliveries[0].State, in.Deliveries[0].Reason = record.Closed, ReasonNotUseful
	in.Courses[0] = begun(1, makeupPlan(24*time.Hour), at(t, "Sat 15:00"))
	expect(t, in, "")
}
