package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"afterglow/guidance"
)

const pasted = `Rose Street Clinic
No makeup for 24 hours.
Avoid sunbeds.
Do not touch your face for 12 hours.
Cleanse twice a day for a week.
We hope that you like it here.
`

func TestADraftIsAPlanFileThatSaysAllThatItCanAndListsTheRest(t *testing.T) {
	w := newWorld(t, "12:00")
	file := filepath.Join(t.TempDir(), "our.toml")
	out := w.must("plan", "draft", w.file("leaflet.txt", pasted), "-o", file)
	for _, want := range []string{"Avoid: makeup; until 24 hours", `"No makeup for 24 hours"`, "We hope that you like it here", file} {
		if !strings.Contains(out, want) {
			t.Errorf("it does not say %q:\n%s", want, out)
		}
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	plan, err := guidance.Parse("our.toml", text)
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if len(plan.Windows) != 2 || plan.Windows[1].Avoid != "Do not touch your face for 12 hours." {
		t.Errorf("the plan has %+v", plan.Windows)
	}
	if want := "\n# Not in the plan yet: Avoid: sunbeds; no end named. The leaflet says: \"Avoid sunbeds\". The leaflet names no end here."; !strings.Contains(string(text), want) || strings.Contains(string(text), `avoid = "Sunbeds`) {
		t.Errorf("the file does not ask about what leaves a question open:\n%s", text)
	}
	if !strings.Contains(string(text), "\n# Not taken over: \"We hope that you like it here\"") {
		t.Errorf("the file does not list what it leaves out:\n%s", text)
	}
}

func TestADraftIsNeverWrittenOverAFile(t *testing.T) {
	w := newWorld(t, "12:00")
	mine := w.file("mine.toml", "mine")
	code, _, errs := w.run("plan", "draft", w.file("leaflet.txt", pasted), "-o", mine)
	text, err := os.ReadFile(mine)
	if err != nil {
		t.Fatal(err)
	}
	if code == 0 || string(text) != "mine" || !strings.Contains(errs, "there already") {
		t.Errorf("exit %d, %q, the file has %q", code, errs, text)
	}
}

func TestALeafletCannotSteerTheTerminalOrAddToTheFile(t *testing.T) {
	w := newWorld(t, "12:00")
	file := filepath.Join(t.TempDir(), "our.toml")
	hostile := "No sun for 2 \x1b[31m days.\nWe say\u2028id = \"x\" and \x07 [[windows]]\r\nnothing \"\"\" else\n"
	out := w.must("plan", "draft", w.file("leaflet.txt", hostile), "-o", file)
	if strings.ContainsAny(out, "\x1b\x07") {
		t.Errorf("it prints %q", out)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if plan, err := guidance.Parse("our.toml", text); err != nil && strings.Contains(err.Error(), "syntax") || len(plan.Windows) > 1 {
		t.Errorf("%v, %d waits:\n%s", err, len(plan.Windows), text)
	}
}

func TestADraftOfEachLeafletPassesTheCheck(t *testing.T) {
	var leaflets []string
	for _, glob := range []string{"../../guidance/testdata/sheets/*.leaflet.txt", "../leaflet/testdata/*/*.txt"} {
		found, err := filepath.Glob(glob)
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: %d leaflets, %v", glob, len(found), err)
		}
		leaflets = append(leaflets, found...)
	}
	for _, leaflet := range leaflets {
		t.Run(filepath.Base(leaflet), func(t *testing.T) {
			w := newWorld(t, "12:00")
			file := filepath.Join(t.TempDir(), "our.toml")
			w.must("plan", "draft", leaflet, "-o", file)
			if code, out, errs := w.run("plan", "check", file); code != 0 && !strings.Contains(out+errs, "nothing to avoid and nothing to do") { // all of it is to be asked
				t.Errorf("%s%s", out, errs)
			}
		})
	}
}

func TestADraftIsCalledAsTheClinicAndNeverAsItsFile(t *testing.T) {
	for text, want := range map[string]string{
		"No makeup for 24 hours.\nRose Street Clinic\nPhone 01234 567890\n": "Rose Street Clinic",
		"No makeup for 24 hours.\n":                                         "Our clinic's plan",
	} {
		w := newWorld(t, "12:00")
		file := filepath.Join(t.TempDir(), "scan-0042 (3).toml")
		w.must("plan", "draft", w.file("leaflet.txt", text), "-o", file)
		written, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		plan, err := guidance.Parse("our.toml", written)
		if err != nil {
			t.Fatalf("%v\n%s", err, written)
		}
		if plan.Name != want || plan.Sources[0].Title != want {
			t.Errorf("it is called %q, its sheet %q, not %q", plan.Name, plan.Sources[0].Title, want)
		}
	}
}
