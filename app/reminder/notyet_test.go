package reminder

import (
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/guidance"
)

// secondTreatment is an input with a face treated on Saturday and other skin, or the same, on Sunday at 19:00.
func secondTreatment(t *testing.T, now, area string) Input {
	cleanse := routine("cleanse", "Gentle cleanse", "Lukewarm water, clean hands, pat dry. Two minutes.", 3*time.Hour, 17*60, 20*60+30)
	cleanse.From = elapsed(6 * time.Hour)
	plan := guidance.Plan{ID: "one", Routines: []guidance.Routine{cleanse, routine("mist", "Mist", "Cool water.", 3*time.Hour, 20*60)}}
	plan.Routines[1].From = elapsed(2 * time.Hour)
	of := func(id int64, area, end string) course.Course {
		return course.New(course.Treatment{ID: id, At: at(t, end), EnteredAt: at(t, "Sun 16:00"), Area: area, Plan: plan}, berlin(t), nil)
	}
	return only(t, now, of(2, area, "Sun 19:00"), of(1, "face", "Sat 10:00"))
}

func TestOtherSkinThatHasToWaitIsNamed(t *testing.T) {
	in := secondTreatment(t, "Sun 20:30", "neck")
	in.Deliveries = []record.Delivery{shownAt("mist/2026-11-22/1", "mist", false, at(t, "Sun 20:00"), at(t, "Sun 20:00"))}
	expect(t, in, "show cleanse/2026-11-22/2 | Gentle cleanse, not on neck before Mon 01:00",
		"let go cleanse/2026-11-22/1 | a later one took over", "again Sun 23:00")
	in.Now = at(t, "Sun 20:00")
	in.Deliveries = nil
	expect(t, in, "show mist/2026-11-22/1 | Mist, not on neck before Sun 21:00",
		"let go cleanse/2026-11-22/1 | not useful any more", "again Sun 20:30")
}

func TestTheSameSkinIsLeftAlone(t *testing.T) {
	in := secondTreatment(t, "Sun 20:30", "face")
	expect(t, in, "let go cleanse/2026-11-22/1 | not useful any more", "again Mon 17:00")
}

func TestWhatWasDueBeforeTheNewTreatmentIsTakenAway(t *testing.T) {
	in := secondTreatment(t, "Sun 18:59", "face")
	in.Deliveries = []record.Delivery{shownAt("cleanse/2026-11-22/1", "cleanse", false, at(t, "Sun 17:00"), at(t, "Sun 17:00"))}
	expect(t, in, "again Sun 19:00")
	in.Now = at(t, "Sun 19:00")
	expect(t, in, "withdraw cleanse/2026-11-22/1 | not useful any more", "again Mon 17:00")
}

func TestWhatWasPutOffDoesNotComeAfterTheNewTreatment(t *testing.T) {
	in := secondTreatment(t, "Sun 19:30", "face")
	in.Deliveries = []record.Delivery{shownAt("cleanse/2026-11-22/1", "cleanse", false, at(t, "Sun 17:00"), at(t, "Sun 17:00"))}
	in.Deliveries[0].State, in.Deliveries[0].Reason = record.Closed, ReasonSnoozed
	in.Entries = []record.Entry{{
		ID: 1, Kind: record.KindSnooze, What: "cleanse", Occurrence: "cleanse/2026-11-22/1",
		At: at(t, "Sun 18:30"), Until: at(t, "Sun 19:30"),
	}}
	expect(t, in, "let go cleanse/2026-11-22/1 | not useful any more", "again Mon 17:00")
}

func TestAWelcomeNamesSkinThatHasToWait(t *testing.T) {
	in := secondTreatment(t, "Sun 21:00", "neck")
	in.AwaySince = at(t, "Sun 19:30")
	expect(t, in, "show welcome/2026-11-22T19:30:00Z | away 1h30m0s, let go 1, do Mist, do Gentle cleanse, not on neck before Mon 01:00 + mist/2026-11-22/1 + cleanse/2026-11-22/2",
		"let go cleanse/2026-11-22/1 | a later one took over", "again Mon 09:00")
}
