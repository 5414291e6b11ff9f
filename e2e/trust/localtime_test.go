//go:build e2e

package trust

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestAZoneFileThatIsReplacedIsSeenWithoutARestart(t *testing.T) {
	s := begin(t)
	etc := filepath.Join(s.dir, "etc")
	s.ownEtc(etc)
	zone := filepath.Join(etc, "localtime")
	s.Setenv("TZ", "") // restored after the test
	s.ok(os.Unsetenv("TZ"))
	s.zoneFile(zone, "09:00:00")
	heard := s.listen()
	s.plain()
	s.do("settings", "cleanse.times", "12:00")
	s.do("treat", "--at", "-26h")
	s.start()
	s.looked()
	if all := titles(heard); len(all) > 0 {
		t.Errorf("at nine in the morning, shown were %q", all)
	}
	// A flight east: it is two seconds to noon now.
	s.zoneFile(zone, "11:59:58")
	s.toldOnce(heard, cleanseDue)
	// And back west: noon comes once more, and the cleanse does not.
	s.zoneFile(zone, "11:59:58")
	s.passes(time.Now().Add(3 * time.Second))
	s.looked()
	if all := titles(heard); len(all) != 1 {
		t.Errorf("after the way back, shown were %q", all)
	}
}
