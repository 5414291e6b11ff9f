package cli_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// documented reads the JSON blocks of the manual: the keys of each command's answer.
func documented(t *testing.T) map[string]map[string]bool {
	t.Helper()
	text, err := os.ReadFile("../../docs/cli.md")
	if err != nil {
		t.Fatal(err)
	}
	shapes := map[string]map[string]bool{}
	rest := string(text)
	for {
		_, after, found := strings.Cut(rest, "```json ")
		if !found {
			return shapes
		}
		names, body, _ := strings.Cut(after, "\n")
		block, tail, closed := strings.Cut(body, "```")
		var v any
		if err := json.Unmarshal([]byte(block), &v); err != nil || !closed {
			t.Fatalf("the block of %s is no JSON: %v", names, err)
		}
		for _, name := range strings.Split(names, ", ") {
			shapes[name] = map[string]bool{}
			keys(v, "", shapes[name])
		}
		rest = tail
	}
}

// keys adds the path of every key in v, such as "windows[].says.title".
func keys(v any, path string, into map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		for k, inner := range v {
			p := strings.TrimPrefix(path+"."+k, ".")
			into[p] = true
			keys(inner, p, into)
		}
	case []any:
		into[path+"[]"] = true
		for _, inner := range v {
			keys(inner, path+"[]", into)
		}
	}
}

func TestEveryCommandAnswersInItsDocumentedShape(t *testing.T) {
	got := map[string]map[string]bool{}
	w := newWorld(t, "12:00")
	ask := func(name string, args ...string) {
		t.Helper()
		var v any
		code, out, errs := w.run(append(args, "--json")...)
		if code != 0 && name != "plan check" {
			t.Fatalf("%v: exit %d, %s", args, code, errs)
		}
		if err := json.Unmarshal([]byte(out), &v); err != nil {
			t.Fatalf("%v: %v in %s", args, err, out)
		}
		if got[name] == nil {
			got[name] = map[string]bool{}
		}
		keys(v, "", got[name])
	}
	sheet := "testdata/clinic.toml"
	ask("treat", "treat", "--at", "yesterday 17:00", "--plan", sheet, "--device", "pen")
	ask("treat change", "treat", "change", "1", "--area", "face")
	ask("treat list", "treat", "list")
	ask("can", "can")
	ask("ask", "ask", "sauna and niacinamide")
	ask("ask", "ask", "hot yga")
	ask("ask", "ask", "sauna", "--tell")
	ask("plan show", "plan", "show", sheet)
	ask("plan list", "plan", "list")
	ask("plan check", "plan", "check", w.file("bad.toml", "format = 1\nid = 3\n"))
	ask("plan diff", "plan", "diff", "cautious")
	ask("plan use", "plan", "use", sheet)
	ask("plan draft", "plan", "draft", w.file("leaflet.txt", "With PRP, no makeup for 24 hours, if possible.\nDay 2: no scrubs.\nWe are glad that you came."))
	ask("plan own", "plan", "own", "gym", "5 days", "--says", "my nurse said so")
	ask("plan own", "plan", "own")
	ask("plan code", "plan", "code")
	ask("plan read", "plan", "read", w.file("code.txt", w.must("plan", "code")))
	ask("upcoming", "upcoming")
	ask("sync", "sync")
	w.serve(t, nil)
	ask("sync now", "sync", "now")
	ask("sync preview", "sync", "preview")
	ask("sync off", "sync", "off")
	forgotten(t, w)
	w.in = "secret\n"
	ask("sync setup", "sync", "setup", "dav.example.org", "--user", "m", "--password-stdin", "--yes")
	w.in = ""
	ask("export ics", "export", "ics", w.path("plan.ics"))
	w.withWindow()
	ask("export pdf", "export", "pdf", w.path("clinic.pdf"), "--without", "water")
	ask("export csv", "export", "csv", w.path("notes.csv"), "--without", "water")
	ask("export json", "export", "json", w.path("notes.json"), "--without", "water")
	ask("import", "import", w.path("notes.json"))
	ask("export card", "export", "card", w.path("lock.png"))
	ask("skip", "skip", "moisturise")
	ask("snooze", "snooze", "1h")
	ask("done", "done", "cleanse")
	ask("undo", "undo")
	ask("redo", "redo", "7")
	ask("undo", "undo")
	ask("status", "status")
	ask("status", "status", "--at", "08:30")
	ask("extend", "extend", "makeup")
	ask("pause", "pause", "21:00")
	ask("status", "status", "--at", "20:40")
	ask("resume", "resume")
	ask("questions add", "questions", "add", "may I fly")
	ask("questions answer", "questions", "answer", "1", "after 5 days")
	ask("ask", "ask", "may I fly")
	ask("questions done", "questions", "done", "1")
	ask("questions open", "questions", "open", "1")
	ask("questions", "questions")
	ask("questions remove", "questions", "remove", "1")
	w.asked("may I fly")
	ask("questions asked", "questions", "asked")
	ask("check", "check", w.file("cream.txt", "Aqua, Retinol 0.3%, Cetearyl Alcohol, Dimethicone"))
	ask("shelf add", "shelf", "add", "Night serum", w.file("serum.txt", "Aqua, Retinol, Cetearyl Alcohol, Xyzzy"))
	ask("shelf rename", "shelf", "rename", "1", "Day", "serum")
	ask("shelf show", "shelf", "show", "1")
	ask("shelf", "shelf")
	ask("shelf remove", "shelf", "remove", "1")
	ask("log", "log")
	ask("settings", "settings")
	ask("settings KEY", "settings", "sleep", "off")
	w.file("afterglow", "")
	ask("autostart", "autostart", "on")
	ask("doctor", "doctor")
	ask("quit", "quit")
	ask("version", "version")
	w.clock.Advance(36 * time.Hour)
	ask("calm", "calm", "actives")
	w.clock.Advance(7 * 24 * time.Hour)
	ask("feel", "feel", "red", "--redness", "4", "--note", "round the nose")
	ask("status", "status")
	ask("treat", "treat", "--at", "-30h", "--area", "scalp", "--plan", w.file("until.toml", untilSaid))
	ask("status", "status")
	ask("treat remove", "treat", "remove", "1")
	ask("backup", "backup", w.path("copy.sqlite"))
	ask("restore", "restore", w.path("copy.sqlite"))
	if err := os.WriteFile(filepath.Join(w.path("data"), "notes.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	ask("erase", "erase", "--yes")

	want := documented(t)
	for name, keys := range want {
		if missing := lacking(keys, got[name]); len(missing) > 0 {
			t.Errorf("%s: documented and not answered: %q", name, missing)
		}
	}
	for name, keys := range got {
		if missing := lacking(keys, want[name]); len(missing) > 0 {
			t.Errorf("%s: answered and not documented: %q", name, missing)
		}
	}
}

func lacking(keys, in map[string]bool) []string {
	var out []string
	for _, k := range slices.Sorted(maps.Keys(keys)) {
		if !in[k] {
			out = append(out, k)
		}
	}
	return out
}

func TestNoListIsEverNull(t *testing.T) {
	w := newWorld(t, "12:00")
	for _, args := range [][]string{{"treat", "list"}, {"upcoming"}, {"log"}, {"status"}, {"plan", "diff", "essentials"}, {"autostart"}, {"questions"}, {"questions", "asked"}, {"shelf"}, {"check", w.file("water.txt", "Aqua")}} {
		out := w.must(append(args, "--json")...)
		for _, list := range []string{"treatments", "windows", "routines", "due", "held", "command", "if_red"} {
			if strings.Contains(out, `"`+list+`": null`) {
				t.Errorf("%v: %s is null", args, list)
			}
		}
		if strings.TrimSpace(out) == "null" {
			t.Errorf("%v answers null", args)
		}
	}
}

func TestTheManualNamesEveryCommandAndSetting(t *testing.T) {
	w := newWorld(t, "12:00")
	text, err := os.ReadFile("../../docs/cli.md")
	if err != nil {
		t.Fatal(err)
	}
	help := w.must("--help")
	_, list, _ := strings.Cut(help, "\nCommands:\n")
	list, _, _ = strings.Cut(list, "\n\n")
	for line := range strings.Lines(list) {
		name := strings.Fields(line)[0]
		if name != "help" && !strings.Contains(string(text), "`"+name) && !strings.Contains(string(text), ", `"+name) {
			t.Errorf("%s is not in the manual", name)
		}
	}
	var settings []struct{ Key string }
	w.ask(&settings, "settings")
	for _, s := range settings {
		if !strings.Contains(string(text), "`"+s.Key+"`") {
			t.Errorf("the setting %s is not in the manual", s.Key)
		}
	}
}

// untilSaid is a plan with an advice that has a time and a routine that goes on until the person says so.
const untilSaid = `format = 2
id = "until-said"
name = "Until Said"
[[sources]]
id = "leaflet"
title = "Our leaflet"
strength = "clinic"
[[routines]]
id = "ointment"
name = "Ointment"
how = "A thin layer."
times_a_day = 3
until = "calm"
usually = "1 day"
condition = "the skin no longer weeps"
[[care]]
id = "ice"
name = "Ice"
text = "Cool the skin."
until = "3 days"
`
