package cli_test

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"
)

// storied is a world with a course of which something was written down.
func storied(t *testing.T) *world {
	w := newWorld(t, "12:00")
	w.withWindow()
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml", "--area", "face")
	w.must("feel", "red", "--redness", "6", "--note", "=1+1")
	w.must("done", "cleanse")
	w.must("questions", "add", "may I fly")
	return w
}

func TestThePageForTheClinicSaysWhatWasWrittenDown(t *testing.T) {
	w := storied(t)
	out := w.must("export", "pdf", w.path("clinic"))
	page := w.reads(w.path("clinic.pdf"))
	for _, want := range []string{"For my clinic", "may I fly", "Gentle cleanse", "=1+1", "until Tue 24 Nov, 17:00", `"At":`, `"N":6`} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not on the page: %s", want, page)
		}
	}
	if !strings.Contains(out, w.path("clinic.pdf")) || !strings.Contains(out, "not locked") {
		t.Errorf("export pdf says %s", out)
	}
	w.must("export", "pdf", w.path("bare.pdf"), "--without", "water, notes")
	if bare := w.reads(w.path("bare.pdf")); strings.Contains(bare, "=1+1") || !strings.Contains(bare, "Without my own notes.") {
		t.Errorf("without notes it has %s", bare)
	}
}

func TestATableIsReadByAnyProgram(t *testing.T) {
	w := storied(t)
	w.must("export", "csv", w.path("notes.csv"))
	rows, err := csv.NewReader(strings.NewReader(w.reads(w.path("notes.csv")))).ReadAll()
	if err != nil || len(rows) != 5 {
		t.Fatalf("%q, %v", rows, err)
	}
	if got := strings.Join(rows[2], "|"); !strings.Contains(got, "feel|") || !strings.Contains(got, "|'=1+1|") {
		t.Errorf("the feeling is %s", got)
	}
}

func TestWhatWasExportedIsTakenInElsewhereAndOnce(t *testing.T) {
	w := storied(t)
	w.must("export", "json", w.path("notes.json"), "--all")
	file := w.reads(w.path("notes.json"))
	if out := w.must("import", w.path("notes.json")); !strings.Contains(out, "nothing that is not there") {
		t.Errorf("into the same journal: %s", out)
	}
	other := newWorld(t, "12:00")
	into := other.file("notes.json", file)
	if out := other.must("import", into); !strings.Contains(out, "1 treatment, 2 notes of what was done or felt, 1 question.") {
		t.Errorf("into an empty one: %s", out)
	}
	before := other.written()
	other.must("import", into)
	if other.written() != before {
		t.Error("a second time changes the journal")
	}
	other.must("export", "json", other.path("again.json"), "--all")
	if again := other.reads(other.path("again.json")); again != file {
		t.Errorf("exported again it is another file:\n%s\n%s", file, again)
	}
}

func TestAnExportOrImportThatCannotBeIsOneLineAndChangesNothing(t *testing.T) {
	w := storied(t)
	w.must("export", "json", w.path("notes.json"))
	whole := w.reads(w.path("notes.json"))
	if err := os.Mkdir(w.path("folder.json"), 0o700); err != nil {
		t.Fatal(err)
	}
	before := w.written()
	for _, c := range []struct {
		name, words string
		code        int
		args        []string
	}{
		{"over a file", "there already", 2, []string{"export", "json", w.path("notes.json")}},
		{"into a folder that is not there", "no such file", 1, []string{"export", "csv", w.path("none/a.csv")}},
		{"another ending", "the ending .pdf", 2, []string{"export", "pdf", w.path("a.txt")}},
		{"a period turned round", "before it begins", 2, []string{"export", "csv", w.path("a.csv"), "--from", "today", "--until", "yesterday"}},
		{"what cannot be left out", `"photos" cannot be left out`, 2, []string{"export", "csv", w.path("a.csv"), "--without", "photos"}},
		{"all and some", "leave --from and --until out", 2, []string{"export", "csv", w.path("a.csv"), "--all", "--from", "today"}},
		{"a file that is gone", "no such file", 1, []string{"import", w.path("none.json")}},
		{"a folder", "not a plain file", 2, []string{"import", w.path("folder.json")}},
		{"half a file", "damaged", 2, []string{"import", w.file("half.json", whole[:len(whole)/2])}},
		{"a plan", "not a JSON file that Afterglow exported", 2, []string{"import", "testdata/clinic.toml"}},
		{"a wrong entry", "Entry 1 of the file is not right", 2, []string{"import", w.file("bad.json", strings.Replace(whole, `"redness": 6`, `"redness": 60`, 1))}},
		{"a list of lists", "not a JSON file that Afterglow exported", 2, []string{"import", w.file("list.json", strings.Repeat("[", 1_000_000))}},
		{"depth without an end", "damaged", 2, []string{"import", w.file("deep.json", `{"afterglow": "notes", "version": 1, "entries": [{"note": `+strings.Repeat(`{"a":`, 100_000))}},
		{"things without an end", "Nothing was taken in", 2, []string{"import", w.file("many.json", `{"afterglow": "notes", "version": 1, "entries": [{}`+strings.Repeat(",{}", 2_000_000)+"]}")}},
		{"a list for a time", "damaged", 2, []string{"import", w.file("time.json", strings.Replace(whole, `"made": "`, `"made": [], "x": "`, 1))}},
		{"a year that cannot be", "Nothing was taken in", 2, []string{"import", w.file("year.json", strings.Replace(whole, `"at": "2026`, `"at": "0026`, 1))}},
		{"a month that is none", "damaged", 2, []string{"import", w.file("month.json", strings.Replace(whole, `"at": "2026-11`, `"at": "2026-19`, 1))}},
		{"a figure past all bounds", "damaged", 2, []string{"import", w.file("figure.json", strings.Replace(whole, `"redness": 6`, `"redness": 1e400`, 1))}},
		{"a path for an id", "Nothing was taken in", 2, []string{"import", w.file("path.json", strings.Replace(whole, `"what": "cleanse"`, `"what": "../../cleanse"`, 1))}},
		{"a path in a plan", "Plan 1 of the file cannot be used", 2, []string{"import", w.file("planpath.json", strings.Replace(whole, `id = \"`, `id = \"../../`, 1))}},
		{"signs that steer a terminal", "Nothing was taken in", 2, []string{"import", w.file("steer.json", strings.Replace(whole, `"kind": "done"`, `"kind": "\u001b[2Jdone"`, 1))}},
		{"no file", "needs a file", 2, []string{"import"}},
	} {
		code, _, errs := w.run(c.args...)
		if code != c.code || !strings.Contains(errs, c.words) || strings.Count(errs, "\n") != 1 || len(errs) > 400 || strings.Contains(errs, "\x1b") {
			t.Errorf("%s: exit %d, %q", c.name, code, errs)
		}
	}
	if _, err := os.Stat(w.path("a.csv")); err == nil || w.written() != before {
		t.Error("something was written")
	}
}
