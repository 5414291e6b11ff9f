package journal

import (
	"testing"
	"time"

	"afterglow/app/calendar"
)

func TestWhatWentIntoTheCalendarIsRememberedAsItWent(t *testing.T) {
	dir := dataDir(t)
	ofVersion(t, dir, 6) // one of before has nothing of it
	j := opened(t, dir)
	if all := must[[]calendar.Event](t)(j.Handed(t.Context())); len(all) != 0 {
		t.Fatalf("it begins with %+v", all)
	}
	want := []calendar.Event{
		{Key: "ends/1/makeup", UID: "a", Sequence: 4, Changed: noon.UTC(), At: noon.Add(time.Hour).UTC(), Title: "Makeup", Text: "two\nlines", Cancelled: true},
		{Key: "next/1/", UID: "b", Changed: noon.UTC(), At: noon.Add(48 * time.Hour).UTC(), Day: true, Title: "Next"},
	}
	for range 2 { // the second time in place of the first
		noError(t, j.Together(t.Context(), AboutCalendar, func(b *Batch) error { return b.SetHanded(want) }))
	}
	got := must[[]calendar.Event](t)(j.Handed(t.Context()))
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("got %+v, want %+v", got, want)
	}
	noError(t, j.Check(t.Context()))
}
