package reminder

import (
	"fmt"
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/guidance"
)

// benchInput is an afternoon of the second day of the essentials, all that was due before it told.
func benchInput(b testing.TB) Input {
	zone := berlin(b)
	end := at(b, "Sat 15:30")
	tr := course.Treatment{ID: 1, At: end, EnteredAt: end, Device: "pen", DepthMM: 0.5, Plan: guidance.Starters()[0]}
	l := newLedger(course.DefaultPrefs(), course.New(tr, zone, nil))
	now := at(b, "Sun 16:00")
	l.run(b, end, now, zone)
	return l.input(now, zone)
}

func BenchmarkDecide(b *testing.B) {
	in := benchInput(b)
	b.ReportAllocs()
	for b.Loop() {
		Decide(in)
	}
}

// oldInput is the same after ten years with a treatment every week: what the contract of
// Input asks the journal for is as much as on the first day.
func oldInput(b testing.TB) Input {
	in := benchInput(b)
	cut := in.Now.Add(-72 * time.Hour)
	var entries []record.Entry
	var deliveries []record.Delivery
	for day := -3650; day < 0; day++ {
		for n := range 27 {
			when := in.Now.AddDate(0, 0, day).Add(time.Duration(n) * 30 * time.Minute)
			id := fmt.Sprintf("cleanse/%s/%d", course.DateOf(when, in.Zone), n+3)
			if when.After(cut) {
				entries = append(entries, record.Entry{At: when, Kind: record.KindDone, What: "cleanse", Occurrence: id})
				d := shownAt(id, "cleanse", false, when, when)
				d.State = record.Closed
				deliveries = append(deliveries, d)
			}
		}
	}
	in.Entries = append(entries, in.Entries...)
	in.Deliveries = append(deliveries, in.Deliveries...)
	return in
}

func BenchmarkDecideOldJournal(b *testing.B) {
	in := oldInput(b)
	b.ReportAllocs()
	for b.Loop() {
		Decide(in)
	}
}

func BenchmarkUpcomingSixWeeks(b *testing.B) {
	in := benchInput(b)
	in.Now = at(b, "Sat 15:30")
	in.Deliveries = nil
	b.ReportAllocs()
	for b.Loop() {
		Upcoming(in, in.Now.AddDate(0, 0, 42))
	}
}
