package cli_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"afterglow/app/cli/shape"
)

// exported is what export ics answers.
type exported struct {
	File   string
	Events []struct {
		ID, UID, Title string
		Sequence       int
		At             time.Time
		Day, Cancelled bool
	}
	Cancelled int
}

// reads is the text of a file.
func (w *world) reads(path string) string {
	w.t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		w.t.Fatal(err)
	}
	return string(text)
}

func TestACalendarFileHasEachEndThatStatusHas(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml")
	var e exported
	w.ask(&e, "export", "ics", w.path("plan.ics"))
	var st shape.Status
	w.ask(&st, "status")
	ends := map[string]time.Time{}
	for _, event := range e.Events {
		ends[event.ID] = event.At
	}
	found, file := 0, w.reads(e.File)
	for _, window := range st.Windows {
		if window.State != "wait" || window.Until == nil {
			continue
		}
		kind := "ends"
		if window.AndWhen != "" {
			kind = "asks"
		}
		found++
		at := ends[kind+"/1/"+window.ID]
		if !at.Equal(*window.Until) || !strings.Contains(file, "\r\nDTSTART:"+at.UTC().Format("20060102T150405Z")+"\r\n") {
			t.Errorf("%s ends at %v, the file has %v", window.ID, window.Until, at)
		}
	}
	if found < 2 {
		t.Errorf("%d waits were compared", found)
	}
}

func TestACalendarFileIsReplacedByItsSuccessorAlone(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml")
	out := w.must("export", "ics", w.path("plan"))
	if !strings.Contains(out, w.path("plan.ics")) || !strings.Contains(out, "Google Calendar") {
		t.Errorf("export says %q", out)
	}
	first := w.reads(w.path("plan.ics"))
	w.must("export", "ics", w.path("plan.ics"))
	if again := w.reads(w.path("plan.ics")); again != first {
		t.Errorf("without a change the file is another one:\n%s\n%s", first, again)
	}
	w.must("treat", "change", "1", "--at", "yesterday 16:00")
	w.must("export", "ics", w.path("plan.ics"))
	if again := w.reads(w.path("plan.ics")); again == first {
		t.Error("a change is not in the file")
	}
	for name, text := range map[string]string{"work.ics": "BEGIN:VCALENDAR\r\nPRODID:-//Other//EN\r\n", "empty.ics": ""} {
		file := w.file(name, text)
		if code, _, errs := w.run("export", "ics", file); code != 2 || strings.Count(errs, "\n") != 1 || w.reads(file) != text {
			t.Errorf("%s: exit %d, %q, and now the file has %q", name, code, errs, w.reads(file))
		}
	}
}

func TestWhatAnExportCannotDoIsSaidInOneLine(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml")
	for _, c := range []struct {
		name, words string
		code        int
		args        []string
	}{
		{"nothing", "needs to know what", 2, []string{"export"}},
		{"another thing", `does not understand "xml"`, 2, []string{"export", "xml", "a"}},
		{"no file", "needs a file", 2, []string{"export", "ics"}},
		{"another ending", "the ending .ics", 2, []string{"export", "ics", w.path("plan.txt")}},
		{"a folder that is not there", "no such file", 1, []string{"export", "ics", w.path("none/plan.ics")}},
		{"a folder in its place", "there already", 2, []string{"export", "ics", w.path("data.ics")}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_ = os.Mkdir(w.path("data.ics"), 0o700)
			code, _, errs := w.run(c.args...)
			if code != c.code || !strings.Contains(errs, c.words) || strings.Count(errs, "\n") != 1 {
				t.Errorf("exit %d, %q", code, errs)
			}
		})
	}
}

func TestACalendarIsDiscreetBySettingOrByWish(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml")
	discreet := func(args ...string) bool {
		var e exported
		w.ask(&e, append([]string{"export", "ics", w.path("plan.ics")}, args...)...)
		return strings.HasPrefix(e.Events[0].Title, "Reminder") && !strings.Contains(w.reads(e.File), "DESCRIPTION:Your plan")
	}
	if discreet() || !discreet("--discreet") {
		t.Error("the wish is not heard")
	}
	w.must("settings", "discreet", "on")
	if !discreet() || discreet("--discreet=false") {
		t.Error("the setting is not heard, or holds against the wish")
	}
}

func TestWhatIsNotWrittenIsNotRemembered(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml")
	if code, _, _ := w.run("export", "ics", w.path("none/plan.ics")); code != 1 {
		t.Fatalf("exit %d", code)
	}
	w.must("treat", "remove", "1")
	var e exported
	w.ask(&e, "export", "ics", w.path("plan.ics"))
	if len(e.Events) != 0 {
		t.Errorf("taken back is what never went out: %+v", e.Events)
	}
}
