package cli_test

import (
	"strings"
	"testing"
	"time"
)

// statusShape is the part of "status --json" that these tests look at.
type statusShape struct {
	Treatment *struct {
		ID  int64
		Day int
	}
	Windows []struct{ ID, State string }
}

func TestAClockInTheYear2100LosesNothingAndIsForgivenWhenItIsPutRight(t *testing.T) {
	w := newWorld(t, "12:00")
	right := w.clock.Now()
	w.must("treat", "--at", "-2h")
	w.must("done", "water")

	w.clock.Set(time.Date(2100, 7, 1, 10, 0, 0, 0, time.UTC))
	var st statusShape
	w.ask(&st, "status")
	if st.Treatment != nil {
		t.Errorf("73 years later the treatment is still looked after: %+v", st.Treatment)
	}
	w.must("treat", "--at", "-2h") // the person enters a new one and does not see what year it is
	w.must("done", "water")
	w.ask(&st, "status")
	if st.Treatment == nil || st.Treatment.ID != 2 || st.Treatment.Day != 0 {
		t.Errorf("in 2100 status says %+v", st.Treatment)
	}
	w.must("upcoming", "--days", "366")

	w.clock.Set(right.Add(time.Minute))
	st = statusShape{}
	w.ask(&st, "status")
	if st.Treatment == nil || st.Treatment.ID != 1 {
		t.Fatalf("with the clock put right status says %+v", st.Treatment)
	}
	for _, window := range st.Windows {
		if window.ID == "makeup" && window.State != "wait" {
			t.Errorf("makeup is %q two hours after the treatment", window.State)
		}
	}
	// What was entered in 2100 is there to be seen and to be taken back.
	if list := w.must("treat", "list"); !strings.Contains(list, "2100") {
		t.Errorf("the list does not show the treatment of 2100: %s", list)
	}
	w.must("treat", "change", "2", "--at", "-1h")
	w.ask(&st, "status")
	if st.Treatment.ID != 2 {
		t.Errorf("after the correction status says %+v", st.Treatment)
	}
}

func TestAClockBeyond2100IsRefusedByNameAndLosesNothing(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "-2h")
	before := w.written()
	right := w.clock.Now()
	w.clock.Set(time.Date(2120, 1, 1, 10, 0, 0, 0, time.UTC))
	code, _, errs := w.run("treat", "--at", "-2h")
	if code != 2 || !strings.Contains(errs, "2100") || strings.Count(errs, "\n") != 1 {
		t.Errorf("exit %d, %q", code, errs)
	}
	w.must("status")
	w.clock.Set(right)
	if after := w.written(); after != before {
		t.Errorf("now it is\n%s\nit was\n%s", after, before)
	}
}
