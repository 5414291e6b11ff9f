package clock

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// zoneFiles finds the rules of a zone on this machine or in Go's own tree.
func zoneFile(t testing.TB, name string) string {
	t.Helper()
	for _, dir := range []string{"/usr/share/zoneinfo", "/var/db/timezone/zoneinfo", "/etc/zoneinfo"} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if _, err := os.Stat(file); err == nil {
			return file
		}
	}
	t.Skipf("this machine has no file for the zone %s", name)
	return ""
}

// link points the zone's link elsewhere as the system does: in one step.
func link(t testing.TB, at, to string) {
	t.Helper()
	if err := os.Symlink(to, at+".new"); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(at+".new", at); err != nil {
		t.Fatal(err)
	}
}

func TestTheZoneIsReadAfreshAndKnownByItsName(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows keeps its zone in the registry, under a name of its own, not behind a link")
	}
	file := filepath.Join(t.TempDir(), "localtime")
	link(t, file, zoneFile(t, "Europe/Berlin"))
	w := System(Options{ZoneFile: file})
	if got := w.Zone().String(); got != "Europe/Berlin" {
		t.Errorf("zone %q", got)
	}
	if w.Zone() != w.Zone() {
		t.Error("read again although nothing changed")
	}
	link(t, file, zoneFile(t, "America/New_York"))
	if got := w.Zone().String(); got != "America/New_York" {
		t.Errorf("zone after the flight %q", got)
	}
	if _, offset := time.Unix(1_795_000_000, 0).In(w.Zone()).Zone(); offset != -5*3600 {
		t.Errorf("offset %d", offset)
	}
}

func TestAZoneFileThatIsNoLinkIsRead(t *testing.T) {
	file := filepath.Join(t.TempDir(), "localtime")
	copyZone := func(name string) {
		data, err := os.ReadFile(zoneFile(t, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file+".new", data, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(file+".new", file); err != nil {
			t.Fatal(err)
		}
	}
	copyZone("Asia/Kathmandu")
	w := System(Options{ZoneFile: file})
	offset := func() int {
		_, offset := time.Unix(1_795_000_000, 0).In(w.Zone()).Zone()
		return offset
	}
	if got := offset(); got != 20700 {
		t.Errorf("offset %d", got)
	}
	copyZone("Asia/Tokyo")
	if got := offset(); got != 9*3600 {
		t.Errorf("offset after the change %d", got)
	}
}

func TestAMissingOrBrokenZoneFileGivesTheProcessZone(t *testing.T) {
	file := filepath.Join(t.TempDir(), "localtime")
	if got := System(Options{ZoneFile: file}).Zone(); got != time.Local {
		t.Errorf("missing: %v", got)
	}
	if err := os.WriteFile(file, []byte("no zone"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := System(Options{ZoneFile: file}).Zone(); got != time.Local {
		t.Errorf("broken: %v", got)
	}
}

func TestTZWinsOverTheMachinesZone(t *testing.T) {
	for tz, want := range map[string]string{"": "UTC", "UTC": "UTC", "Asia/Tokyo": "Asia/Tokyo", ":Asia/Tokyo": "Asia/Tokyo"} {
		t.Setenv("TZ", tz)
		if got := System(Options{}).Zone().String(); got != want {
			t.Errorf("TZ=%q gives %q, want %q", tz, got, want)
		}
	}
	if runtime.GOOS != "windows" {
		t.Setenv("TZ", zoneFile(t, "Asia/Tokyo"))
		if got := System(Options{}).Zone().String(); got != "Asia/Tokyo" {
			t.Errorf("a path gives %q", got)
		}
	}
	t.Setenv("TZ", "No/Such_Zone")
	if System(Options{}).Zone() == nil {
		t.Error("an unknown name gives no zone at all")
	}
}

func TestNowHasNoMonotonicPart(t *testing.T) {
	now := System(Options{}).Now()
	if now != now.Round(0) {
		t.Error("it has one")
	}
	if d := time.Since(now).Abs(); d > time.Minute {
		t.Errorf("off by %v", d)
	}
}
