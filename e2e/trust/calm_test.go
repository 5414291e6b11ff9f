//go:build e2e

package trust

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"afterglow/e2e/desktop"
)

// toldOnce waits for a notification and makes sure that it was the only one.
func (s *scene) toldOnce(heard *desktop.Listener, title string) desktop.Asked {
	s.Helper()
	asked, err := heard.Await(s.patience(), title)
	s.ok(err)
	s.looked()
	if all := titles(heard); !slices.Equal(all, []string{title}) {
		s.Errorf("shown were %q; want %q once", all, title)
	}
	return asked
}

func TestAWaitThatEndsInSleepHoursIsToldInTheMorning(t *testing.T) {
	s := begin(t)
	heard := s.listen()
	s.plain()
	s.do("settings", "sleep", "22:30-07:00")
	s.do("treat", "--at", "-23h59m59s")
	morning := s.localTime("06:59:50").Add(10 * time.Second)
	s.start()
	if until := s.held("makeup", "sleep hours"); until == nil || until.Format("15:04") != "07:00" {
		t.Errorf("status says that it is held until %v", until)
	}
	if all := titles(heard); len(all) > 0 {
		t.Errorf("shown in the sleep hours were %q", all)
	}
	if asked := s.toldOnce(heard, makeupOver); asked.At.Before(morning) {
		t.Errorf("it came at %v, before the morning at %v", asked.At, morning)
	}
	if held := s.status().Held; len(held) > 0 {
		t.Errorf("still held are %+v", held)
	}
}

func TestAPauseShowsItsEndAndItsEndComes(t *testing.T) {
	s := begin(t)
	heard := s.listen()
	s.plain()
	s.start()
	s.do("pause", "+6s")
	s.do("treat", "--at", "-23h59m59s")
	end := s.held("makeup", "paused")
	paused := s.status().Paused
	if end == nil || paused == nil || !paused.Equal(*end) {
		t.Fatalf("status says paused until %v, and held until %v", paused, end)
	}
	if asked := s.toldOnce(heard, makeupOver); asked.At.Before(*end) {
		t.Errorf("it came at %v, before the end of the pause at %v", asked.At, *end)
	}
	if st := s.status(); st.Paused != nil || len(st.Held) > 0 {
		t.Errorf("after the pause status says %+v", st)
	}
}

func TestResumeTellsWhatThePauseHeldAtOnce(t *testing.T) {
	s := begin(t)
	heard := s.listen()
	s.plain()
	s.start()
	s.do("pause", "1h")
	s.do("treat", "--at", "-23h59m59s")
	s.held("makeup", "paused")
	s.do("resume")
	s.toldOnce(heard, makeupOver)
}

// cleanseAt makes the cleanse of noon the only thing that is due, a day after the treatment.
func (s *scene) cleanseAt(clock string) {
	s.Helper()
	s.plain()
	s.do("settings", "cleanse.times", "12:00")
	s.do("settings", "spacing", "1m")
	s.do("treat", "--at", "-26h")
	s.localTime(clock)
	s.start()
}

// together makes cleanse and moisturise of noon due in the same moment, and waits until the first of them is shown.
func (s *scene) together(heard *desktop.Listener) (first desktop.Asked) {
	s.Helper()
	s.plain()
	for _, setting := range [][2]string{{"cleanse.times", "12:00"}, {"moisturise.times", "12:00"}, {"spacing", "20m"}} {
		s.do("settings", setting[0], setting[1])
	}
	s.do("treat", "--at", "-26h")
	s.localTime("11:59:58")
	s.start()
	first, err := heard.Await(s.patience(), cleanseDue)
	s.ok(err)
	s.looked()
	if all := titles(heard); len(all) != 1 {
		s.Fatalf("shown at once were %q", all)
	}
	return first
}

// shownAgo makes it so that what is shown was shown this long ago.
func (s *scene) shownAgo(ago time.Duration) {
	s.Helper()
	s.inject(fmt.Sprintf("UPDATE deliveries SET shown_at = %d WHERE state = 'shown'", time.Now().Add(-ago).UnixMilli()))
}

func TestTwoRemindersAtOnceKeepTheirDistance(t *testing.T) {
	s := begin(t)
	heard := s.listen()
	s.together(heard)
	// Nineteen minutes and some later the second one still waits; then it comes by itself.
	s.shownAgo(20*time.Minute - 5*time.Second)
	free := time.Now().Add(4 * time.Second)
	s.looked()
	s.until("the second is shown", func() error {
		if all := heard.Seen(); len(all) != 2 {
			return fmt.Errorf("shown were %q", titles(heard))
		}
		return nil
	})
	if second := heard.Seen()[1]; second.At.Before(free) {
		t.Errorf("%q came %v too early", second.Title, free.Sub(second.At))
	}
	s.looked() // it is asked of the desktop first, and written down then
	if shown := s.logged("shown", "moisturise"); len(shown) != 1 {
		t.Errorf("the log has %+v", shown)
	}
}

func TestOverTheDailyCapAReminderIsLetGoAndTheLogSaysSo(t *testing.T) {
	s := begin(t)
	heard := s.listen()
	s.do("settings", "cap", "1")
	s.together(heard)
	s.shownAgo(time.Hour)
	s.looked()
	if all := titles(heard); len(all) != 1 {
		t.Errorf("with a cap of one, shown were %q", all)
	}
	if gone := s.logged("letgo", "moisturise"); len(gone) != 1 || gone[0].Reason != "daily cap" {
		t.Errorf("the log has %+v", gone)
	}
	// The end of a wait is no nudge: the cap does not count it.
	s.do("treat", "change", "1", "--at", "-23h59m58s")
	_, err := heard.Await(s.patience(), makeupOver)
	s.ok(err)
}

func TestLaterOnTheNotificationPutsItOffByAQuarterOfAnHour(t *testing.T) {
	s := begin(t)
	heard := s.listen()
	s.cleanseAt("11:59:58")
	_, err := heard.Await(s.patience(), cleanseDue)
	s.ok(err)
	s.displayed(1)
	s.ok(s.d.Choose(s.ctx, "Later"))
	var put []entry
	s.until("it is put off", func() error {
		if put = s.logged("snooze", "cleanse"); len(put) != 1 || put[0].Until == nil {
			return fmt.Errorf("the log has %+v", put)
		}
		return nil
	})
	s.displayed(0)
	if off := put[0].Until.Sub(put[0].At); off != 15*time.Minute {
		t.Errorf("it was put off by %v", off)
	}
	if n := s.status().Next; n == nil || n.ID != put[0].Occurrence || !n.At.Equal(*put[0].Until) {
		t.Errorf("next is %+v, and it was put off until %v", n, put[0].Until)
	}
}

func TestWhatWasPutOffComesOnceAndAtItsTime(t *testing.T) {
	s := begin(t)
	heard := s.listen()
	s.cleanseAt("12:00:20")
	before := time.Now()
	s.do("snooze", "+2s")
	if asked := s.toldOnce(heard, cleanseDue); asked.At.Sub(before) < 2*time.Second {
		t.Errorf("it came after %v", asked.At.Sub(before))
	}
}

func TestWhatDoNotDisturbHoldsIsToldWhenItEnds(t *testing.T) {
	s := begin(t)
	heard := s.listen()
	s.plain()
	s.start()
	s.setQuiet(true)
	s.do("treat", "--at", "-23h59m59s")
	s.held("makeup", "Notifications are paused in dunst")
	s.looked()
	if all := titles(heard); len(all) > 0 {
		t.Errorf("in spite of it, shown were %q", all)
	}
	if c := s.doctor("quiet"); !c.OK || !strings.Contains(c.Text, "on") {
		t.Errorf("doctor says %+v", c)
	}
	s.setQuiet(false)
	s.toldOnce(heard, makeupOver)
	if held := s.status().Held; len(held) > 0 {
		t.Errorf("still held are %+v", held)
	}
}

func TestADiscreetReminderSaysNothingOfTheTreatment(t *testing.T) {
	s := begin(t)
	heard := s.listen()
	s.plain()
	s.do("settings", "discreet", "on")
	s.start()
	s.do("treat", "--at", "-23h59m58s")
	asked := s.toldOnce(heard, "Reminder")
	for _, word := range []string{"makeup", "brush", "wait", "skin", "treatment", "needl"} {
		if strings.Contains(strings.ToLower(asked.Body), word) {
			t.Errorf("it says %q", asked.Body)
		}
	}
	if shown := s.logged("shown", "makeup"); len(shown) != 1 {
		t.Errorf("the log has %+v", shown)
	}
}
