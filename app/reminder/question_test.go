package reminder

import (
	"testing"
	"time"

	"afterglow/app/record"
	"afterglow/guidance"
)

// untilCalm has a plan's first routine go on until the skin is calm, asked about that long after the treatment.
func untilCalm(p guidance.Plan, after time.Duration) guidance.Plan {
	usually := elapsed(after)
	p.Routines[0].Until, p.Routines[0].Usually = guidance.Moment{Anchor: guidance.UntilCalm}, &usually
	return p
}

func TestTheQuestionWhetherARoutineMayEndIsNotItsNextTime(t *testing.T) {
	plan := guidance.Plan{ID: "x", Routines: []guidance.Routine{routine("moisturise", "Moisturise", "A thin layer.", 2*time.Hour, 9*60)}}
	in := only(t, "Sun 09:00", begun(1, untilCalm(plan, 26*time.Hour), at(t, "Sat 15:30")))
	d := Decide(in)
	if len(d.Show) != 1 || !d.Show[0].News.Routine.Next.IsZero() {
		t.Errorf("the question at 17:30 is told as the next time:\n%s", lines(d, in.Zone))
	}
	in.Courses[0].Routines[0].Spec.Times = append(in.Courses[0].Routines[0].Spec.Times, 21*60)
	if d := Decide(in); len(d.Show) != 1 || !d.Show[0].News.Routine.Next.Equal(at(t, "Sun 21:00")) {
		t.Errorf("the next time is not told:\n%s", lines(d, in.Zone))
	}
}

func TestTheQuestionWhetherADrinkMayEndTakesNoGlassAway(t *testing.T) {
	in := only(t, "Sun 09:40", begun(1, untilCalm(waterPlan(), 18*time.Hour), at(t, "Sat 15:30")))
	glass := shownAt("water/2026-11-22/1", "water", false, at(t, "Sun 09:15"), at(t, "Sun 09:15"))
	question := shownAt("water/1", "water", true, at(t, "Sun 09:30"), at(t, "Sun 09:30"))
	glass.ID, question.ID, question.State = 1, 2, record.Shown
	in.Deliveries = []record.Delivery{glass, question}
	if d := Decide(in); len(d.Withdraw) != 0 {
		t.Errorf("the glass is taken away:\n%s", lines(d, in.Zone))
	}
}
