package clock

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"afterglow/app/fault"
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
	missing := System(Options{ZoneFile: file})
	if got := missing.Zone(); got != time.Local || ZoneFault(missing) != nil {
		t.Errorf("missing: %v", got)
	}
	if err := os.WriteFile(file, []byte("no zone"), 0o600); err != nil {
		t.Fatal(err)
	}
	w := System(Options{ZoneFile: file})
	if got := w.Zone(); got != time.Local {
		t.Errorf("broken: %v", got)
	}
	if ZoneFault(w) == nil {
		t.Error("broken, and nobody is told")
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
}

func TestTZAsPOSIXWritesItIsUnderstood(t *testing.T) {
	winter, summer := time.Date(2026, 1, 15, 12, 0, 0, 0, time.UTC), time.Date(2026, 7, 15, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		tz             string
		winter, summer int // minutes east of UTC
	}{
		{"JST-9", 540, 540},
		{":JST-9", 540, 540},
		{"<+0545>-5:45", 345, 345},
		{"CET-1CEST,M3.5.0,M10.5.0/3", 60, 120},
		{"XXX5YYY", -300, -240}, // without dates they are those of the US
		{"NZST-12NZDT,M9.5.0,M4.1.0/3", 780, 720},
	} {
		t.Setenv("TZ", c.tz)
		w := System(Options{})
		for at, want := range map[time.Time]int{winter: c.winter, summer: c.summer} {
			if _, offset := at.In(w.Zone()).Zone(); offset != want*60 {
				t.Errorf("TZ=%q: %d s east in %v, want %d min", c.tz, offset, at.Month(), want)
			}
		}
		if err := ZoneFault(w); err != nil {
			t.Errorf("TZ=%q: %v", c.tz, err)
		}
	}
}

func TestATZThatIsNotUnderstoodIsAFaultAndGivesTheMachinesZone(t *testing.T) {
	dir := t.TempDir()
	large := filepath.Join(dir, "large")
	if err := os.WriteFile(large, []byte("TZif2"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, 1<<40); err != nil {
		t.Skip("no room for a file with a hole: ", err)
	}
	t.Setenv("TZ", "")
	_ = os.Unsetenv("TZ")
	machine := System(Options{}).Zone().String()
	for name, tz := range map[string]string{
		"no name": "Nowhere/Town", "a slip": "Europe/Berln", "half a rule": "JST", "a rule and more": "JST-9 please", "out of bounds": "JST-99", "a line break": "JST-9\n",
		"dots": "../../../etc/passwd", "no such file": filepath.Join(dir, "none"), "a folder": dir, "no end": "/dev/zero", "large": large,
		"long": strings.Repeat("x", 5000),
	} {
		if runtime.GOOS == "windows" && strings.HasPrefix(tz, "/") {
			continue
		}
		t.Setenv("TZ", tz)
		w := System(Options{})
		var f *fault.Fault
		if err := ZoneFault(w); !errors.As(err, &f) || len(f.Args["TZ"].(string)) > 4*shownOfTZ {
			t.Errorf("%s: fault %v", name, err)
		}
		if got := w.Zone().String(); got != machine {
			t.Errorf("%s: zone %s, want the machine's, %s", name, got, machine)
		}
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
