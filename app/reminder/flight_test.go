package reminder

import (
	"testing"
	"time"

	"afterglow/app/course"
)

// inFlight is a ledger into which a welcome-back notification was written that nobody may have seen.
func inFlight(t *testing.T) (Input, Notice) {
	in := base(t, "Sun 21:35", nil)
	n := Decide(in).Show[0]
	d := n.Delivery(in.Now)
	in.Deliveries = append(n.CoverDeliveries(in.Now), d)
	in.Now = in.Now.Add(time.Minute)
	in.Entries = append(in.Entries, course.Entry{Kind: course.KindDone, Occurrence: "cleanse/2026-11-22/2"})
	return in, n
}

func TestAWelcomeInFlightTellsWhatIsLeftOfIt(t *testing.T) {
	in, first := inFlight(t)
	in.Courses[0].Windows = in.Courses[0].Windows[:1]
	d := Decide(in)
	if len(d.Show) != 1 || d.Show[0].ID != first.ID || len(d.Show[0].Covers) != 1 || d.Show[0].Covers[0].ID != "makeup/1" {
		t.Errorf("%s", lines(d, in.Zone))
	}
}

func TestAWelcomeInFlightWithNothingLeftIsGivenUp(t *testing.T) {
	in, first := inFlight(t)
	in.Courses[0].Windows = nil
	expect(t, in, "let go moisturise/2026-11-22/3 | not useful any more",
		"withdraw "+first.ID+" | no longer holds", "again Mon 08:00")
}

func TestWhatANotificationThatNeverCameWasToTellIsToldByItself(t *testing.T) {
	ledger := told(t)
	ledger[0].State, ledger[0].Reason, ledger[0].ShownAt = course.Closed, ReasonDone, time.Time{}
	d := expect(t, base(t, "Sun 15:50", ledger),
		"show alcohol/1 | Your alcohol wait is over | 24 hours passed at 15:30.", "again Sun 18:30")
	if d.Show[0].Round != 1 {
		t.Errorf("round %d: its first line in the ledger is taken", d.Show[0].Round)
	}
}

func TestAnExtendedWindowInFlightIsGivenUpAndToldAtItsEnd(t *testing.T) {
	in := base(t, "Sun 15:31", nil)
	lead := Decide(in).Show[0]
	in.Deliveries = append(lead.CoverDeliveries(in.Now), lead.Delivery(in.Now))
	extend := course.Entry{At: in.Now, Kind: course.KindExtend, What: "makeup", Until: at(t, "Mon 15:30")}
	in.Courses[0] = begun(1, smallPlan(), at(t, "Sat 15:30"), extend)
	// Alcohol was to be told with it: it waits until the ledger says that it was not.
	expect(t, in, "show alcohol/1 | Your alcohol wait is over | 24 hours passed at 15:30.",
		"withdraw makeup/1 | no longer holds", "again Sun 18:30")
}

func TestARoutineInFlightIsGivenUpWhenNoLongerUseful(t *testing.T) {
	in := base(t, "Sun 21:31", told(t), course.Entry{Kind: course.KindDone, Occurrence: "cleanse/2026-11-22/2"})
	in.Deliveries = append(in.Deliveries, course.Delivery{
		Occurrence: "moisturise/2026-11-22/3", What: "moisturise", State: course.Begun, Due: at(t, "Sun 18:30"), BegunAt: at(t, "Sun 18:30"),
	})
	expect(t, in, "withdraw moisturise/2026-11-22/3 | not useful any more", "again Mon 08:00")
}
