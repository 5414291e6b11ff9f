package course

import (
	"slices"
	"testing"
	"time"

	"afterglow/app/record"
	"afterglow/guidance"
)

func TestAnOpenQuestionKeepsTheCourseOpenForFourWeeksAtMost(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-20 12:00")
	plan := guidance.Plan{Windows: []guidance.Window{{ID: "retinol", Until: after(48 * hour), AndWhen: "calm"}}}
	runs := func(at time.Time, c Course) bool { return len(Running([]Course{c}, at)) == 1 }

	c := New(Treatment{ID: 1, At: at, Plan: plan}, time.UTC, nil)
	if !c.Ends.Equal(at.Add(48 * hour)) {
		t.Errorf("the plan's stretches end at %s", c.Ends)
	}
	for _, day := range []int{3, 10, 29} {
		if now := at.AddDate(0, 0, day); !runs(now, c) || c.Windows[0].StateAt(now, time.UTC) != Ask {
			t.Errorf("on day %d the course runs: %v, and it is %s", day, runs(now, c), c.Windows[0].StateAt(now, time.UTC))
		}
	}
	if runs(at.AddDate(0, 0, 31), c) {
		t.Error("a question that nobody answers keeps the course open for ever")
	}

	said := record.Entry{At: at.AddDate(0, 0, 5), Kind: record.KindCalm, What: "retinol"}
	c = New(Treatment{ID: 1, At: at, Plan: plan}, time.UTC, []record.Entry{said})
	if !runs(at.AddDate(0, 0, 4), c) || runs(at.AddDate(0, 0, 5), c) {
		t.Errorf("answered on day 5, the course closes at %s", c.Closes)
	}
}

func TestWhatLastsUntilANextTreatmentNobodyKnowsOfLastsToTheCoursesEnd(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-20 12:00")
	next := guidance.Moment{Anchor: guidance.BeforeNext}
	plan := guidance.Plan{
		Windows:  []guidance.Window{{ID: "sun", Until: next}, {ID: "makeup", Until: after(10 * 24 * hour)}},
		Routines: []guidance.Routine{{ID: "spf", Times: []guidance.Clock{8 * 60}, From: after(24 * hour), Until: next}},
	}
	c := New(Treatment{ID: 1, At: at, Plan: plan}, time.UTC, nil)
	if len(c.Windows) != 2 || len(c.Routines) != 1 {
		t.Fatalf("something vanished: %+v", c)
	}
	if end := at.AddDate(0, 0, 10); !c.Windows[0].Until.Equal(end) || !c.Routines[0].Until.Equal(end) || !c.Ends.Equal(end) {
		t.Errorf("they end at %s and %s, the course at %s", c.Windows[0].Until, c.Routines[0].Until, c.Ends)
	}
	plan.Windows = plan.Windows[:1]
	if c := New(Treatment{ID: 1, At: at, Plan: plan}, time.UTC, nil); c.Ends.Before(at.AddDate(0, 0, 28)) {
		t.Errorf("with nothing else it ends at %s", c.Ends)
	}
}

func TestOneAnswerIsForEveryTreatmentOfTheArea(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-01 12:00")
	plan := guidance.Plan{Windows: []guidance.Window{{ID: "makeup", Until: after(48 * hour), AndWhen: "calm"}}}
	all := FillOthers([]Treatment{
		{ID: 1, At: at, Area: "face", Plan: plan}, {ID: 2, At: at.AddDate(0, 0, 14), Area: "Face", Plan: plan},
		{ID: 3, At: at, Area: "neck", Plan: plan}, {ID: 4, At: at, Plan: plan}, {ID: 5, At: at, Area: "face", Plan: plan, Removed: true},
	})
	for _, c := range []struct {
		name      string
		day       int
		treatment int64
		what      string
		want      []int64 // whose question is answered
	}{
		{"the newer one's", 17, 2, "makeup", []int64{1, 2}},
		{"the older one's, after the newer one's time", 17, 1, "makeup", []int64{1, 2}},
		{"the older one's, before the newer one's time", 15, 1, "makeup", []int64{1}},
		{"every window's", 17, 2, "", []int64{1, 2}},
		{"another window's", 17, 2, "sun", nil},
		{"another area's", 17, 3, "makeup", []int64{3}},
		{"one's of an unknown area", 17, 4, "makeup", []int64{4}},
		{"a removed one's", 17, 5, "makeup", nil},
	} {
		said := record.Entry{At: at.AddDate(0, 0, c.day), Kind: record.KindCalm, What: c.what, Treatment: c.treatment}
		var answered []int64
		for _, treatment := range all[:4] {
			if !New(treatment, time.UTC, []record.Entry{said}).Windows[0].CalmSaid.IsZero() {
				answered = append(answered, treatment.ID)
			}
		}
		if !slices.Equal(answered, c.want) {
			t.Errorf("%s: answered are %v, want %v", c.name, answered, c.want)
		}
	}
}

func TestTheNextTreatmentIsOneOfTheSameSkin(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-01 12:00")
	all := FillOthers([]Treatment{{ID: 1, At: at, Area: "face"}, {ID: 2, At: at.AddDate(0, 0, 5), Area: "neck"}, {ID: 3, At: at.AddDate(0, 0, 20)}})
	if !all[0].NextAt.Equal(at.AddDate(0, 0, 20)) || !all[1].NextAt.Equal(at.AddDate(0, 0, 20)) || !all[2].NextAt.IsZero() {
		t.Errorf("next are %s, %s and %s", all[0].NextAt, all[1].NextAt, all[2].NextAt)
	}
}
