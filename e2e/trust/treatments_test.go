//go:build e2e

package trust

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestOfTwoTreatmentsTheStrictestWaitWinsAndSaysWhoseItIs(t *testing.T) {
	s := begin(t)
	s.do("treat", "--at", "-20h", "--area", "face", "--device", "pen", "--depth", "2.0") // deep: makeup after 48 hours
	first := s.windowOf("makeup")
	s.do("treat", "--at", "-1h", "--area", "neck", "--device", "pen", "--depth", "0.5") // makeup after 24 hours
	if got := s.windowOf("makeup"); got.Treatment != 1 || !got.Until.Equal(first.Until) {
		t.Errorf("makeup is of treatment %d until %v; the first one's %v is later", got.Treatment, got.Until, first.Until)
	}
	// Each wait by itself: of alcohol the depth changes nothing, so there the later treatment is the stricter.
	if got := s.windowOf("alcohol"); got.Treatment != 2 || got.State != "wait" {
		t.Errorf("alcohol is %+v; the second treatment's wait is longer", got)
	}
	st := s.status()
	if len(st.Treatments) != 2 {
		t.Errorf("status has the treatments %+v", st.Treatments)
	}
	seen := map[string]bool{}
	for _, r := range st.Routines {
		if seen[r.ID] {
			t.Errorf("%s is there twice: %+v", r.ID, st.Routines)
		}
		seen[r.ID] = true
	}
}

func TestTheEndOfAWaitThatAnotherTreatmentStillAsksForIsNotTold(t *testing.T) {
	s := begin(t)
	heard := s.listen()
	s.plain()
	s.start()
	s.do("treat", "--at", "-1h", "--area", "neck")
	s.do("treat", "--at", "-23h59m58s", "--area", "face")
	s.passes(time.Now().Add(2 * time.Second))
	s.looked()
	if all := titles(heard); len(all) > 0 {
		t.Errorf("shown were %q while the other treatment asks to wait", all)
	}
	// With the other treatment gone, it is over.
	s.do("treat", "remove", "1")
	s.toldOnce(heard, makeupOver)
}

func TestAChangedTreatmentTakesBackWhatNoLongerHolds(t *testing.T) {
	s := begin(t)
	heard := s.listen()
	s.plain()
	s.start()
	s.do("treat", "--at", "-23h59m59s")
	_, err := heard.Await(s.patience(), makeupOver)
	s.ok(err)
	s.displayed(1)

	s.do("treat", "change", "1", "--at", "-2h")
	s.displayed(0)
	if w := s.windowOf("makeup"); w.State != "wait" {
		t.Errorf("makeup is %+v", w)
	}
	// The right time comes as if the wrong one had never been.
	s.do("treat", "change", "1", "--at", "-23h59m58s")
	s.displayed(1)
	s.looked()
	if all := titles(heard); !slices.Equal(all, []string{makeupOver, makeupOver}) {
		t.Errorf("shown were %q", all)
	}
}

func TestARemovedTreatmentTakesItsNotificationAway(t *testing.T) {
	s := begin(t)
	heard := s.listen()
	s.plain()
	s.start()
	s.do("treat", "--at", "-23h59m59s")
	_, err := heard.Await(s.patience(), makeupOver)
	s.ok(err)
	s.displayed(1)
	s.do("treat", "remove", "1")
	s.displayed(0)
	if st := s.status(); st.Treatment != nil || len(st.Windows) > 0 || st.Next != nil {
		t.Errorf("status still has %+v", st)
	}
	if out := s.do("treat", "list"); !regexp.MustCompile(`(?i)no treatment`).MatchString(out) {
		t.Errorf("the list is %q", out)
	}
}

func TestASecondTreatmentGetsTheRestThatItsPlanAsksFor(t *testing.T) {
	s := begin(t)
	heard := s.listen()
	s.plain()
	s.do("settings", "cleanse.times", "12:00")
	s.do("treat", "--at", "-26h", "--area", "face")
	s.do("treat", "--at", "-1h", "--area", "neck")
	s.localTime("11:59:58")
	s.start()
	// The face goes on, and the reminder says that the neck has to wait for six hours.
	told := s.toldOnce(heard, cleanseDue)
	if !strings.HasPrefix(told.Body, "Neck: not before 16:59.") {
		t.Errorf("it says %q", told.Body)
	}
	s.displayed(1)
	// It was the face again: nothing is asked for there before that.
	s.do("treat", "change", "2", "--area", "face")
	s.displayed(0)
	for _, r := range s.status().Routines {
		if r.ID == "cleanse" && r.Next != nil && r.Next.Before(time.Now().Add(4*time.Hour)) {
			t.Errorf("the next cleanse is at %v", r.Next)
		}
	}
}
