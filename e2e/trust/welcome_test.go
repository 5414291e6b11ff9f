//go:build e2e

package trust

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// entered makes it so that the treatment was written down this long ago, by a program that has not run since.
func (s *scene) entered(id int64, ago time.Duration) {
	s.Helper()
	j := s.journal()
	defer j.Close()
	t, err := j.Treatment(s.ctx, id)
	s.ok(err)
	t.EnteredAt = time.Now().Add(-ago)
	s.ok(j.ChangeTreatment(s.ctx, t))
}

// away makes it so that the agent ran until this long ago.
func (s *scene) away(since time.Duration) {
	s.Helper()
	j := s.journal()
	defer j.Close()
	s.ok(j.Set(s.ctx, seenAt, time.Now().Add(-since).UTC().Format(time.RFC3339)))
}

func TestALateStartIsSummedUpInOneNotification(t *testing.T) {
	s := begin(t)
	heard := s.listen()
	s.plain()
	s.do("settings", "cleanse.times", "12:00")
	// Since the treatment was entered, two waits have ended and the cleanse was due. Nobody looked.
	// First the clock, then the treatment: however long that takes, what ended did so in the minute of noon.
	s.localTime("13:00:00")
	s.do("treat", "--at", "-49h")
	s.entered(1, 20*time.Hour)

	p := s.start()
	welcome, err := heard.Await(s.patience(), "Welcome back")
	s.ok(err)
	for _, part := range []string{"1 task still worth doing.", "Sun: SPF 30+, hat, shade from 12:00.", "Exercise wait ended 12:00."} {
		if !strings.Contains(welcome.Body, part) {
			t.Errorf("it says %q; it leaves out %q", welcome.Body, part)
		}
	}
	s.looked()
	s.displayed(1)

	// Told once is told: neither a look nor another start brings it again.
	s.end(p)
	s.start()
	s.looked()
	if all := titles(heard); !slices.Equal(all, []string{"Welcome back"}) {
		t.Errorf("shown were %q; want the one that sums up", all)
	}
	if shown := s.logged("shown", "welcome"); len(shown) != 1 {
		t.Errorf("the log has %+v", shown)
	}
}

func TestALateStartSaysHowLongItWasAndWhatWasLetGo(t *testing.T) {
	s := begin(t)
	heard := s.listen()
	s.plain()
	s.do("settings", "cleanse.times", "08:30,12:00")
	s.do("settings", "moisturise.times", "12:30")
	s.do("treat", "--at", "-36h")
	s.entered(1, 10*time.Hour)
	s.away(5 * time.Hour)
	s.localTime("13:00:00")
	s.start()
	welcome := s.toldOnce(heard, "Welcome back")
	if want := "Gentle cleanse and moisturise still worth doing; 1 reminder left out. Away 5 h."; welcome.Body != want {
		t.Errorf("it says %q; want %q", welcome.Body, want)
	}
	gone := s.logged("letgo", "cleanse")
	if !slices.ContainsFunc(gone, func(e entry) bool { return strings.HasSuffix(e.Occurrence, "/1") }) {
		t.Errorf("the log has %+v", gone)
	}
}

func TestWhatIsOfNoUseAnyMoreIsLetGoAtALateStart(t *testing.T) {
	s := begin(t)
	heard := s.listen()
	s.plain()
	s.localTime("13:00:00")
	s.do("settings", "cleanse.times", "08:00") // useful for some hours only
	s.do("treat", "--at", "-23h")
	s.entered(1, 12*time.Hour)
	s.start()
	s.looked()
	if all := titles(heard); len(all) > 0 {
		t.Errorf("shown were %q", all)
	}
	gone := s.logged("letgo", "cleanse")
	if !slices.ContainsFunc(gone, func(e entry) bool { return e.Reason == "not useful any more" }) {
		t.Errorf("the log has %+v", gone)
	}
}
