package reminder

import (
	"testing"
	"time"

	"afterglow/app/record"
)

// written is the ledger's rows of a notification that nobody may have seen, with its parts.
func written(n Notice, at time.Time) []record.Delivery {
	rows := append([]record.Delivery{n.Delivery(at)}, n.CoverDeliveries(at)...)
	for i := range rows {
		rows[i].ID = int64(i + 1)
	}
	return rows
}

// inFlight is a ledger into which a welcome-back notification was written that nobody may have seen.
func inFlight(t *testing.T) (Input, Notice) {
	in := base(t, "Sun 21:35", nil)
	n := Decide(in).Show[0]
	in.Deliveries = written(n, in.Now)
	in.Now = in.Now.Add(time.Minute)
	return in, n
}

func TestAWelcomeInFlightWithFewerPartsIsGivenUpAndToldAnew(t *testing.T) {
	in, first := inFlight(t)
	done := record.Entry{Kind: record.KindDone, Occurrence: "cleanse/2026-11-22/2"}
	in.Entries = append(in.Entries, done)
	d := Decide(in)
	if len(d.Show) != 0 || len(d.Withdraw) != 1 || d.Withdraw[0].Occurrence != first.ID || d.Withdraw[0].Reason != ReasonNotHolding {
		t.Fatalf("it would tell less than the ledger says:\n%s", lines(d, in.Zone))
	}
	in.Deliveries[0].State, in.Deliveries[0].Reason, in.Deliveries[0].ClosedAt = record.Closed, ReasonNotHolding, in.Now
	d = Decide(in)
	if len(d.Show) != 1 || key(d.Show[0].ID, d.Show[0].Round) == key(first.ID, 0) || len(d.Show[0].Covers) != 2 {
		t.Fatalf("what is left of it is not told:\n%s", lines(d, in.Zone))
	}
	for _, c := range d.Show[0].Covers {
		if c.ID == done.Occurrence {
			t.Error("what was done is told")
		}
	}
}

func TestAWelcomeInFlightWithNothingLeftIsGivenUp(t *testing.T) {
	in, first := inFlight(t)
	in.Entries = append(in.Entries, record.Entry{Kind: record.KindDone, Occurrence: "cleanse/2026-11-22/2"})
	in.Courses[0].Windows = nil
	expect(t, in, "let go moisturise/2026-11-22/3 | not useful any more",
		"withdraw "+first.ID+" | no longer holds", "again Mon 08:00")
}

func TestAWindowInFlightWhoseEndMovedIsToldAnew(t *testing.T) {
	in, first := inFlight(t)
	for i := range in.Deliveries {
		if in.Deliveries[i].Window {
			in.Deliveries[i].Due = in.Deliveries[i].Due.Add(time.Hour)
		}
	}
	d := Decide(in)
	if len(d.Show) != 0 || len(d.Withdraw) != 1 || d.Withdraw[0].Occurrence != first.ID {
		t.Errorf("the ledger would have the old end as told:\n%s", lines(d, in.Zone))
	}
}

func TestAReminderOfTomorrowStandsAfterAFlightWest(t *testing.T) {
	in := base(t, "Mon 00:30", nil)
	in.Deliveries = []record.Delivery{shownAt("cleanse/2026-11-23/1", "cleanse", false, at(t, "Mon 00:10"), at(t, "Mon 00:10"))}
	in.Now = at(t, "Sun 22:00") // the same moment, two zones further west
	for _, w := range Decide(in).Withdraw {
		if w.Occurrence == "cleanse/2026-11-23/1" {
			t.Errorf("withdrawn: %s; in the morning it would be told again", w.Reason)
		}
	}
}

func TestWhatANotificationThatNeverCameWasToTellIsToldAfterAll(t *testing.T) {
	ledger := told(t)
	ledger[0].State, ledger[0].Reason, ledger[0].ShownAt = record.Closed, ReasonSuperseded, time.Time{}
	d := expect(t, base(t, "Sun 15:50", ledger),
		"show welcome/2026-11-22T14:30:00Z | away 0s, let go 0, over Makeup Sun 15:30, over Alcohol Sun 15:30 + makeup/1 + alcohol/1",
		"again Sun 18:30")
	for _, c := range d.Show[0].Covers {
		if c.Round != 1 {
			t.Errorf("%s, round %d: its first line in the ledger is taken", c.ID, c.Round)
		}
	}
}

func TestAnExtendedWindowInFlightIsGivenUpAndToldAtItsEnd(t *testing.T) {
	in := base(t, "Sun 15:31", nil)
	lead := Decide(in).Show[0]
	in.Deliveries = written(lead, in.Now)
	extend := record.Entry{At: in.Now, Kind: record.KindExtend, What: "makeup", Until: at(t, "Mon 15:30")}
	plan := smallPlan()
	plan.Windows[0].Extend = 24 * time.Hour
	in.Courses[0] = begun(1, plan, at(t, "Sat 15:30"), extend)
	// Alcohol was to be told with it: it waits until the ledger says that it was not.
	expect(t, in, "withdraw makeup/1 | no longer holds", "again Sun 18:30")
	in.Deliveries[0].State, in.Deliveries[0].Reason, in.Deliveries[0].ClosedAt = record.Closed, ReasonNotHolding, in.Now
	expect(t, in, "show alcohol/1 | Alcohol, 24h0m0s until Sun 15:30", "again Sun 18:30")
}

func TestARoutineInFlightIsGivenUpWhenNoLongerUseful(t *testing.T) {
	in := base(t, "Sun 21:31", told(t), record.Entry{Kind: record.KindDone, Occurrence: "cleanse/2026-11-22/2"})
	in.Deliveries = append(in.Deliveries, record.Delivery{
		Occurrence: "moisturise/2026-11-22/3", What: "moisturise", State: record.Begun, Due: at(t, "Sun 18:30"), BegunAt: at(t, "Sun 18:30"),
	})
	expect(t, in, "withdraw moisturise/2026-11-22/3 | not useful any more", "again Mon 08:00")
}
