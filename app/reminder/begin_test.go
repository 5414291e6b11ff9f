package reminder

import (
	"slices"
	"testing"
	"time"

	"afterglow/app/record"
	"afterglow/guidance"
)

// shownIDs are the occurrences that a decision shows, with what they tell too.
func shownIDs(d Decision) (ids []string) {
	for _, n := range d.Show {
		ids = append(ids, n.ID)
		for _, c := range n.Covers {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

func TestAWaitThatBeginsLaterIsToldWhenItBeginsAndOnce(t *testing.T) {
	plan := guidance.Plan{ID: "one", Windows: []guidance.Window{
		{ID: "tan", Name: "Tanning", Avoid: "No tanning.", From: elapsed(48 * time.Hour), Until: elapsed(96 * time.Hour)},
		{ID: "touching", Name: "Touching", Avoid: "Hands off.", From: elapsed(48 * time.Hour), Until: guidance.Moment{Anchor: guidance.NoEnd}},
		{ID: "heat", Name: "Heat", Avoid: "No sauna.", Until: guidance.Moment{Anchor: guidance.NoEnd}},
	}}
	c := begun(1, plan, at(t, "Sat 15:30"))
	in := only(t, "Mon 15:29", c)
	if got := shownIDs(Decide(in)); got != nil {
		t.Errorf("before it begins %v is shown", got)
	}
	in.Now = at(t, "Mon 15:30")
	d := Decide(in)
	if got := shownIDs(d); !slices.Equal(got, []string{"tan/begin/1", "touching/begin/1"}) {
		t.Fatalf("when both begin %v is shown", got)
	}
	if n := d.Show[0].News.Begin; n == nil || n.Name != "Tanning" || n.Rule != "No tanning." || !slices.Equal(n.Also, []string{"Touching"}) {
		t.Errorf("it tells %+v", d.Show[0].News)
	}
	for i, id := range shownIDs(d) {
		told := shownAt(id, "tan", true, in.Now, in.Now)
		told.ID, told.State = int64(i+1), record.Closed
		in.Deliveries = append(in.Deliveries, told)
	}
	in.Now = at(t, "Mon 15:31")
	if got := shownIDs(Decide(in)); got != nil {
		t.Errorf("told already, %v is shown again", got)
	}
}

func TestWhatASheetAsksInOtherWordsIsAskedApartAndTheSameWordsOnce(t *testing.T) {
	calm := guidance.Moment{Anchor: guidance.UntilCalm}
	usually := elapsed(24 * time.Hour)
	asking := func(id, condition string) guidance.Window {
		return guidance.Window{ID: id, Name: id, Until: calm, Usually: &usually, Condition: condition}
	}
	plan := guidance.Plan{ID: "one", Windows: []guidance.Window{
		asking("makeup", "the scabs are gone"), asking("swim", "the skin no longer weeps"), asking("cream", "the scabs are gone"),
	}}
	in := only(t, "Sun 15:30", begun(1, plan, at(t, "Sat 15:30")))
	d := Decide(in)
	if got := shownIDs(d); !slices.Equal(got, []string{"makeup/1", "cream/1"}) {
		t.Fatalf("at first %v is shown", got)
	}
	if n := d.Show[0].News.Window; !n.Asks || n.Condition != "the scabs are gone" {
		t.Errorf("it asks %+v", n)
	}
	for i, id := range shownIDs(d) {
		told := shownAt(id, id, true, in.Now, in.Now)
		told.ID, told.State = int64(i+1), record.Shown
		in.Deliveries = append(in.Deliveries, told)
	}
	if got := shownIDs(Decide(in)); !slices.Equal(got, []string{"swim/1"}) {
		t.Errorf("then %v is shown", got)
	}
}
