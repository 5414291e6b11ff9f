package cli_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// readers are programs of other people that read a calendar file, each a package of Debian. Each prints a line of JSON an
// event: name, number, begin in UTC, title, and whether it is cancelled.
var readers = map[string]string{
	"icalendar of Python": `
import sys, json, datetime, icalendar
for e in icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read()).walk("VEVENT"):
    d = e.decoded("DTSTART")
    d = d.astimezone(datetime.timezone.utc).strftime("%Y%m%dT%H%M%SZ") if isinstance(d, datetime.datetime) else d.strftime("%Y%m%d")
    print(json.dumps([str(e["UID"]), int(e["SEQUENCE"]), d, str(e["SUMMARY"]), str(e["STATUS"]) == "CANCELLED"]))
`,
	"vobject of Python": `
import sys, json, datetime, vobject
c = vobject.readOne(open(sys.argv[1], newline=""))
c.validate(raiseException=True)
for e in getattr(c, "vevent_list", []):
    d = e.dtstart.value
    d = d.astimezone(datetime.timezone.utc).strftime("%Y%m%dT%H%M%SZ") if isinstance(d, datetime.datetime) else d.strftime("%Y%m%d")
    print(json.dumps([e.uid.value, int(e.sequence.value), d, e.summary.value, e.status.value == "CANCELLED"]))
`,
	"libical": `
import sys, json, gi
gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib as I
c = I.Component.new_from_string(open(sys.argv[1], newline="").read())
if c.count_errors(): sys.exit("libical finds errors")
e = c.get_first_component(I.ComponentKind.VEVENT_COMPONENT)
while e:
    print(json.dumps([e.get_uid(), e.get_sequence(), e.get_dtstart().as_ical_string(), e.get_summary(), e.get_status() == I.PropertyStatus.CANCELLED]))
    e = c.get_next_component(I.ComponentKind.VEVENT_COMPONENT)
`,
}

// modules are what has to be there for each of them.
var modules = map[string]string{"icalendar of Python": "icalendar", "vobject of Python": "vobject", "libical": "gi; gi.require_version('ICalGLib', '3.0')"}

const python = "/usr/bin/python3" // Debian's own, which has Debian's packages

func TestOtherReadersReadTheCalendarFileAsItIsMeant(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml", "--area", "face")
	w.must("treat", "--at", "10:00", "--plan", "cautious", "--area", "scalp")
	w.must("export", "ics", w.path("plan.ics"))
	w.must("treat", "remove", "2")
	var e exported
	w.ask(&e, "export", "ics", w.path("plan.ics"), "--each")
	if e.Cancelled == 0 || len(e.Events) < 20 {
		t.Fatalf("%d events, %d cancelled", len(e.Events), e.Cancelled)
	}
	var want []string
	for _, event := range e.Events {
		begin := event.At.UTC().Format("20060102T150405Z")
		if event.Day {
			begin = event.At.Format("20060102")
		}
		want = append(want, fmt.Sprint([]any{event.UID, event.Sequence, begin, event.Title, event.Cancelled}))
	}
	slices.Sort(want)
	for name, script := range readers {
		t.Run(name, func(t *testing.T) {
			if err := exec.Command(python, "-c", "import "+modules[name]).Run(); err != nil {
				t.Skipf("it is not installed: %v", err)
			}
			out, err := exec.Command(python, "-c", script, e.File).Output()
			if err != nil {
				t.Fatalf("it refuses the file: %v", err)
			}
			var got []string
			for line := range strings.Lines(string(out)) {
				var event []any
				if err := json.Unmarshal([]byte(line), &event); err != nil {
					t.Fatal(err)
				}
				event[1] = int(event[1].(float64))
				got = append(got, fmt.Sprint(event))
			}
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Errorf("it reads\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		})
	}
}

// TestACalendarProgramThatTakesAFileTwiceHasEachMomentOnce has khal, a calendar for the terminal, import a file, the same
// again, and one after a change.
func TestACalendarProgramThatTakesAFileTwiceHasEachMomentOnce(t *testing.T) {
	khal, err := exec.LookPath("khal")
	if err != nil {
		t.Skip("khal is not installed")
	}
	w := newWorld(t, "12:00")
	w.file("khal.conf", fmt.Sprintf("[calendars]\n[[phone]]\npath = %s\n[locale]\ntimeformat = %%H:%%M\ndateformat = %%Y-%%m-%%d\nlongdateformat = %%Y-%%m-%%d\n"+
		"datetimeformat = %%Y-%%m-%%d %%H:%%M\nlongdatetimeformat = %%Y-%%m-%%d %%H:%%M\nlocal_timezone = Europe/Berlin\ndefault_timezone = Europe/Berlin\n[sqlite]\npath = %s\n", w.path("phone"), w.path("khal.db")))
	if err := os.Mkdir(w.path("phone"), 0o700); err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) string {
		t.Helper()
		cmd := exec.Command(khal, append([]string{"-c", w.path("khal.conf")}, args...)...)
		cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "HOME="+w.dir)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("khal %v: %v\n%s", args, err, out)
		}
		return string(out)
	}
	makeup := func() string {
		t.Helper()
		w.must("export", "ics", w.path("plan.ics"))
		run("import", "--batch", "-a", "phone", w.path("plan.ics"))
		var lines []string
		for line := range strings.Lines(run("list", "--format", "{start-time} {title}", "2026-11-24", "2026-12-31")) {
			if strings.Contains(line, "Makeup") {
				lines = append(lines, strings.TrimSpace(line))
			}
		}
		return strings.Join(lines, "; ")
	}
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml")
	first := makeup()
	if first == "" || strings.Contains(first, ";") {
		t.Fatalf("it has %q", first)
	}
	if again := makeup(); again != first {
		t.Errorf("taken twice it has %q, once %q", again, first)
	}
	w.must("treat", "change", "1", "--at", "yesterday 18:00")
	if moved := makeup(); strings.Contains(moved, ";") || moved == first {
		t.Errorf("after a change it has %q, before %q", moved, first)
	}
	w.must("treat", "remove", "1")
	if gone := makeup(); !strings.Contains(gone, "No longer") || strings.Contains(gone, ";") {
		t.Errorf("after the treatment was removed it has %q", gone)
	}
}
