package course

import (
	"maps"
	"testing"
	"time"

	"afterglow/guidance"
)

// planned are a treatment of the face and one of the neck, with plans that know these windows.
func planned(t *testing.T, face, neck time.Time, faceIDs, neckIDs []string) []Course {
	t.Helper()
	plan := func(ids []string) guidance.Plan {
		var p guidance.Plan
		for _, id := range ids {
			p.Windows = append(p.Windows, guidance.Window{ID: id, Until: after(24 * hour)})
		}
		return p
	}
	return []Course{
		New(Treatment{ID: 1, At: face, Area: "face", Plan: plan(faceIDs)}, time.UTC, nil),
		New(Treatment{ID: 2, At: neck, Area: "neck", Plan: plan(neckIDs)}, time.UTC, nil),
	}
}

func TestAWaitThatAPlannedTreatmentMakesLongerEndsWithThatOne(t *testing.T) {
	face := moment(t, time.UTC, "2026-11-20 12:00")
	both := []string{"makeup"}
	now := face.Add(20 * hour)
	for _, c := range []struct {
		name string
		neck time.Time
		want time.Time
		of   int64
	}{
		{"treated before it ends", face.Add(22 * hour), face.Add(46 * hour), 2},
		{"treated as it ends", face.Add(24 * hour), face.Add(48 * hour), 2},
		{"treated later", face.Add(25 * hour), face.Add(24 * hour), 1},
	} {
		courses := planned(t, face, c.neck, both, both)
		got := Binding(courses, now)
		if len(got) != 1 || !got[0].Until.Equal(c.want) || got[0].Treatment != c.of || !got[0].From.Equal(face) || got[0].StateAt(now, time.UTC) != Wait {
			t.Errorf("%s: %+v", c.name, got)
		}
		if first := Strictest(courses, now); first[0].Treatment != 1 {
			t.Errorf("%s: now it is treatment %d that binds", c.name, first[0].Treatment)
		}
	}
}

func TestAnOlderPlansYesIsNotTakenForANewerTreatment(t *testing.T) {
	old := moment(t, time.UTC, "2026-11-20 12:00")
	young := old.Add(20 * hour)
	courses := planned(t, old, young, []string{"makeup", "sweat"}, []string{"makeup"})
	ids := func(now time.Time) (ids []string) {
		for _, w := range Strictest(courses, now) {
			ids = append(ids, w.Spec.ID)
		}
		return ids
	}
	for _, c := range []struct {
		at   time.Duration
		want int
	}{
		{19 * hour, 2}, // before the second treatment, both are the first's
		{23 * hour, 2}, // the first's wait for sweat still binds
		{25 * hour, 1}, // it is over, and the second plan says nothing of sweat
	} {
		if got := ids(old.Add(c.at)); len(got) != c.want || got[0] != "makeup" {
			t.Errorf("after %s: %v", c.at, got)
		}
	}
}

func TestAWaitForTheTimeBeforeTheTreatmentIsNoYesAfterIt(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-20 12:00")
	before := guidance.Window{ID: "tablets", From: after(-3 * 24 * hour)}
	around := guidance.Window{ID: "alcohol", From: after(-24 * hour), Until: after(24 * hour)}
	step := guidance.Window{ID: "sun", From: after(-24 * hour), Then: "SPF", ThenUntil: &guidance.Moment{Elapsed: 7 * 24 * hour}}
	courses := []Course{New(Treatment{ID: 1, At: at, Plan: guidance.Plan{Windows: []guidance.Window{before, around, step}}}, time.UTC, nil)}
	for _, c := range []struct {
		name  string
		after time.Duration
		want  map[string]State
	}{
		{"a day before it", -24 * hour, map[string]State{"tablets": Wait, "alcohol": Wait, "sun": Wait}},
		{"at its end", 0, map[string]State{"alcohol": Wait, "sun": Then}},
		{"a week later", 7 * 24 * hour, map[string]State{"alcohol": Open}},
	} {
		got := map[string]State{}
		for _, w := range Strictest(courses, at.Add(c.after)) {
			got[w.Spec.ID] = w.StateAt(at.Add(c.after), time.UTC)
		}
		if !maps.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
