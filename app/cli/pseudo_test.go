package cli_test

import (
	"bytes"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"afterglow/app/calserver"
	"afterglow/app/cli"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/phrase/pseudo"
	"afterglow/guidance"
)

// said are the keys of a plan file whose texts a person reads.
var said = regexp.MustCompile(`(?m)^((?:name|summary|avoid|why|after|then|how|expect|text|title|note|ask|situation) = )"(.*)"$`)

// markedPlan is the clinic's plan with all its texts in brackets, as if they came from the catalog.
func markedPlan(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("testdata/clinic.toml")
	if err != nil {
		t.Fatal(err)
	}
	return said.ReplaceAllString(string(text), `$1"`+string(pseudo.Open)+`$2`+string(pseudo.Close)+`"`)
}

// starterTexts are the texts of the starter plans and of the book of ingredients that are shown whatever plan is in
// use, the longest first.
func starterTexts() []string {
	var all []string
	for _, p := range guidance.Starters() {
		all = append(all, p.Summary, p.Name)
		for _, w := range p.Windows {
			all = append(all, w.Name, w.Avoid, w.Why, w.After)
		}
		for _, s := range p.Sources {
			all = append(all, s.Title)
		}
		for _, c := range guidance.CallList(p) {
			all = append(all, c.Text)
		}
	}
	book := guidance.Ingredients()
	for _, g := range book.Groups {
		all = append(all, g.Why, g.Figure)
	}
	for _, i := range book.Entries {
		all = append(all, append(i.All(), i.Note)...)
	}
	for _, s := range book.Sources {
		all = append(all, s.Title)
	}
	all = slices.DeleteFunc(all, func(text string) bool { return text == "" })
	slices.SortFunc(all, func(a, b string) int { return len(b) - len(a) })
	return all
}

// topicNames are what the vocabulary calls the things that people ask about and the parts of the body, the longest first.
func topicNames(t *testing.T) (names []string) {
	t.Helper()
	words, err := guidance.Words()
	if err != nil {
		t.Fatal(err)
	}
	for _, topic := range words.Topics {
		names = append(names, topic.Name, strings.ToLower(topic.Name[:1])+topic.Name[1:])
	}
	for _, area := range words.Areas {
		names = append(names, area.Name)
	}
	slices.SortFunc(names, func(a, b string) int { return len(b) - len(a) })
	return names
}

// asTyped are the words that may stand outside of the catalog's texts: what a person types, and ids.
var asTyped = strings.Fields(`afterglow cleanse moisturise water sunscreen checkin mist makeup sun midday sweat heat actives pool
	essentials cautious rose-street leaflet clinic face pen roller rf on off default auto system glass ml floz toml example org https
	ID FILE PLAN data json help version background test m beach`)

// typedWords are asTyped, the commands, their options and the settings' names.
func typedWords(w *world) map[string]bool {
	all := map[string]bool{}
	for _, word := range asTyped {
		all[word] = true
	}
	var visit func(*cobra.Command)
	visit = func(c *cobra.Command) {
		all[c.Name()] = true
		for _, below := range c.Commands() {
			visit(below)
		}
	}
	visit(cli.Commands(cli.Env{}))
	var settings []struct{ Key string }
	w.ask(&settings, "settings")
	for _, s := range settings {
		for word := range strings.SplitSeq(s.Key, ".") {
			all[word] = true
		}
	}
	return all
}

var (
	option = regexp.MustCompile(`(?:^|\s)--?[a-z][a-z-]*`)
	path   = regexp.MustCompile(`(?:[A-Z]:)?[/\\]\S*`)
	letter = regexp.MustCompile(`\p{L}[\p{L}-]*`)
)

// TestNothingIsSaidThatTheCatalogDoesNotSay runs every command in the pseudo-language: what stands outside of its
// brackets are names, figures, ids and words to type.
func TestNothingIsSaidThatTheCatalogDoesNotSay(t *testing.T) {
	files, err := pseudo.Catalog()
	if err != nil {
		t.Fatal(err)
	}
	w := newWorld(t, "12:00")
	plain := typedWords(w)
	plain["Beach"], plain["Cleanse"], plain["Makeup"] = true, true, true // what somebody wrote, where it begins a line
	plan := w.file("marked.toml", markedPlan(t))
	other := w.file("other.toml", strings.NewReplacer(`"24h"`, `"36h"`, `id = "pool"`, `id = "lake"`, `"08:00", `, "").Replace(markedPlan(t)))
	bad := w.file("bad.toml", "format = 1\nid = 3\nname = 4\n")
	cream := w.file("cream.txt", "Aqua, Glycerin, Aloe Barbadensis Leaf Juice, Salicylic Acid 2%, Retinol, beach, Cetearyl Alcohol, Ascorbyl Glucoside, Octocrylene, "+
		"Tea Tree Oil, Sucrose, Phenoxyethanol, Citric Acid, Benzyl Alcohol, Parfum, Linalool")
	serum := w.file("serum.txt", "data\n")
	w.file("afterglow", "")
	voice := phrase.From(locale.Format{Hours: locale.Hours12}, files)
	told, ofPlans, topics := map[string]bool{}, starterTexts(), topicNames(t)
	tree, ran := cli.Commands(cli.Env{}), map[string]bool{}
	run := func(args ...string) {
		t.Helper()
		if c, _, err := tree.Find(args); err == nil && !slices.Contains(args, "--help") {
			ran[c.CommandPath()] = true
		}
		var out, errs bytes.Buffer
		cli.Run(t.Context(), args, strings.NewReader(""), &out, &errs, cli.Env{
			Version: "0.1.0", Executable: w.path("afterglow"), Clock: w.clock, Voice: voice, Getenv: func(k string) string { return w.env[k] },
		})
		if out.Len()+errs.Len() == 0 {
			t.Errorf("afterglow %q says nothing", args)
		}
		text := out.String() + strings.TrimPrefix(errs.String(), "afterglow: ")
		lines := slices.Collect(strings.Lines(text))
		if slices.Contains(args, "--help") {
			lines = []string{text} // a text may be broken into lines there
		}
		for _, line := range lines {
			for _, known := range ofPlans {
				line = strings.ReplaceAll(line, known, "")
			}
			if slices.Contains(args, "ask") {
				for _, name := range topics {
					line = strings.ReplaceAll(line, name, "")
				}
			}
			left := path.ReplaceAllString(option.ReplaceAllString(pseudo.Outside(line), " "), " ")
			foreign := slices.DeleteFunc(letter.FindAllString(left, -1), func(word string) bool { return plain[word] || slices.Contains(args, word) })
			if key := strings.Join(foreign, " "); key != "" && !told[key] {
				told[key] = true
				t.Errorf("afterglow %q says %q outside of the catalog: %s", args, foreign, strings.TrimSpace(line))
			}
			if strings.ContainsRune(line, '⟨') {
				t.Errorf("afterglow %q asks for a message that is not there: %s", args, strings.TrimSpace(line))
			}
		}
	}

	var help func(c *cobra.Command, path ...string)
	help = func(c *cobra.Command, path ...string) {
		run(append(path, "--help")...)
		for _, below := range c.Commands() {
			help(below, append(slices.Clone(path), below.Name())...)
		}
	}
	help(tree)

	for _, args := range [][]string{
		{"status"}, {"can"}, {"can", "makeup"}, {"check", cream}, {"upcoming"}, {"log"}, {"treat", "list"}, {"done"}, {"undo"}, {"resume"}, {"calm"},
		{"treat", "--at", "-19h", "--plan", plan, "--device", "pen", "--depth", "0.5"}, {"treat", "list"},
		{"status"}, {"status", "--at", "-20h"}, {"status", "--at", "+80h"}, {"status", "--at", "+25h"},
		{"can"}, {"can", "makeup"}, {"can", "sun", "--at", "+49h"}, {"can", "midday"}, {"can", "actives", "--at", "+49h"}, {"upcoming"},
		{"done", "cleanse"}, {"done", "water", "--amount", "1l"}, {"done", "water", "--amount", "300ml"}, {"skip", "moisturise"},
		{"snooze", "1h"}, {"pause"}, {"status"}, {"resume"}, {"extend", "makeup"}, {"undo"}, {"redo", "9"}, {"undo"}, {"log"}, {"settings"}, {"settings", "sleep"},
		{"settings", "sleep", "23:00-06:30"}, {"settings", "sleep", "off"}, {"settings", "cleanse.times", "8:00,20:30"}, {"settings", "clinic", ""},
		{"treat", "change", "1", "--area", "face"}, {"treat", "--at", "-2h", "--area", "neck"}, {"status"}, {"can"}, {"log"},
		{"treat", "--at", "+2h", "--area", "scalp", "--plan", plan}, {"treat", "remove", "3"}, {"log"}, {"undo"}, {"log"}, {"redo", "13"}, {"undo", "1"}, {"redo", "1"},
		{"questions"}, {"questions", "add", "beach"}, {"questions", "add", "data"}, {"questions", "answer", "1", "help"}, {"questions", "done", "2"},
		{"questions"}, {"questions", "open", "2"}, {"questions", "remove", "2"}, {"log"}, {"undo"}, {"questions"}, {"questions", "asked"}, {"questions", "asked", "--clear"},
		{"check", cream}, {"check", cream, "--at", "+9d"}, {"check", cream, "--at", "+60d"}, {"check", w.file("beach.txt", "beach")},
		{"shelf"}, {"shelf", "add", "beach", serum}, {"shelf", "rename", "1", "water"}, {"shelf"}, {"shelf", "--at", "+2h"}, {"shelf", "show", "1"}, {"shelf", "remove", "1"}, {"log"}, {"undo"}, {"undo"},
		{"ask", "makeup"}, {"ask", "hot", "yoga", "saturday", "morning"}, {"ask", "makeup", "in", "2", "weeks"}, {"ask", "sun", "--at", "+49h"}, {"ask", "midday", "sun"},
		{"ask", "fever"}, {"ask", "when to call"}, {"ask", "flu", "jab"}, {"ask", "wax", "my", "legs"}, {"ask", "actives", "--at", "+49h"}, {"ask", "next", "session"},
		{"ask", "why", "is", "my", "skin", "so", "red"}, {"ask", "face", "wash", "--at", "-18h"}, {"ask", "joke"}, {"ask", "mkeup", "wine"}, {"ask", "retinol"},
		{"export"}, {"export", "xml"}, {"export", "ics", "plan.txt"}, {"export", "ics", w.path("plan.ics")}, {"export", "ics", w.path("plan.ics"), "--each"}, {"export", "card", w.path("a.png"), "--size", "1x1"}, {"export", "card", "a.pdf", "--paper", "toml"},
		{"export", "pdf", w.path("page.pdf")}, {"export", "csv", w.path("table.csv")}, {"export", "csv", w.path("table.csv"), "--without", "beach"},
		{"export", "json", w.path("notes.json"), "--all"}, {"import", w.path("notes.json")}, {"import", w.path("table.csv")}, {"import", "gone.json"},
		{"sync"}, {"sync", "setup", "dav.example.org"}, {"sync", "setup", "dav.example.org", "--user", "m", "--password-stdin", "--yes"}, {"sync", "now"}, {"sync", "preview"}, {"sync", "off"},
		{"autostart"}, {"autostart", "on"}, {"autostart", "off"}, {"doctor"}, {"doctor", "--test"}, {"quit"}, {"version"},
		{"backup", w.path("copy.sqlite")}, {"restore", w.path("copy.sqlite")},
		{"plan", "list"}, {"plan", "show"}, {"plan", "check", plan}, {"plan", "check", bad}, {"plan", "diff", plan}, {"plan", "diff", other}, {"plan", "use", plan},
		{"plan", "code", "--picture", w.path("code.jpg")}, {"plan", "code", plan, "--picture", w.path("code.png")}, {"plan", "read", serum}, {"plan", "draft", w.file("sheet.txt", "beach\n")}, {"plan", "use", w.path("code.png")},
		{"plan", "print"}, {"plan", "print", "-o", "a.txt"}, {"plan", "print", "-o", w.path("a.pdf")},
		{"plan", "own"}, {"plan", "own", "makeup", "2 days", "--says", "beach"}, {"plan", "own", "makeup", "until calm"}, {"plan", "own", "beach", "1 hour"}, {"plan", "own", "cleanse", "every 3 hours"},
		{"plan", "own"}, {"status"}, {"can"}, {"can", "makeup"}, {"can", "beach"}, {"ask", "makeup"}, {"ask", "beach"}, {"plan", "show"}, {"log"},
		{"plan", "own", "--remove", "makeup"}, {"undo"}, {"plan", "print"},
	} {
		run(args...)
	}
	for _, args := range wrongUses(w, bad) {
		run(args...)
	}
	w.serve(t, &calserver.Trouble{ID: "caldav.offline", Args: map[string]any{"Host": "https://dav.example.org"}, Offline: true})
	run("sync")
	run("sync", "preview")
	run("sync", "now")
	w.serve(t, &calserver.Trouble{ID: "caldav.password", Args: map[string]any{"Host": "https://dav.example.org"}})
	run("sync")
	run("sync", "off")
	run("sync", "off", "--keep")
	w.clock.Advance(30 * time.Hour)
	run("status")
	run("calm")
	run("feel", "calm", "--itch", "2")
	run("feel", "--change", "1", "--itch", "3") // of something else
	w.clock.Advance(8 * 24 * time.Hour)
	run("feel", "red", "--redness", "4", "--tightness", "1", "--itch", "2", "--soreness", "0", "--note", "help")
	run("log", "--since", "-12d")
	run("undo")
	run("treat", "remove", "1")
	run("erase")
	run("erase", "--yes")
	if runtime.GOOS == "linux" { // where this program stands in for the window's
		w.withWindow()
		run("plan", "code", "--picture", w.path("code.png"))
		run("plan", "print", "--letter", "-o", w.path("a.pdf"))
		run("plan", "print", "-o", w.path("b.pdf"), "--treatment")
	}
	var all func(c *cobra.Command)
	all = func(c *cobra.Command) {
		if !ran[c.CommandPath()] {
			t.Errorf("%s is not run here", c.CommandPath())
		}
		for _, below := range c.Commands() {
			all(below)
		}
	}
	all(tree)
}

// wrongUses are requests that cannot be meant, one of each kind.
func wrongUses(w *world, bad string) [][]string {
	return [][]string{
		{"statsu"}, {"foo"}, {"plan"}, {"plan", "lst"}, {"status", "--nope"}, {"pause", "-x"}, {"pause", "-1h"}, {"undo", "-1"},
		{"status", "--at"}, {"status", "now"}, {"status", "--at", "noonish"}, {"status", "--at", "2026-12-24"}, {"treat", "--at", ""},
		{"treat", "--at", "2024-01-01 10:00"}, {"treat", "--at", "2027-06-01 10:00"}, {"treat", "--device", "laser"}, {"treat", "--depth", "deep"},
		{"treat", "--depth", "9"}, {"treat", "--plan", "nosuch"}, {"treat", "--plan", bad}, {"treat", "--plan", w.dir}, {"treat", "--plan", w.path("gone.toml")},
		{"treat", "change"}, {"treat", "change", "9", "--area", "neck"}, {"treat", "remove", "all"}, {"can", "middya"}, {"can", "wine"}, {"can", " "},
		{"can", "hot", "tub"}, {"plan", "check", "gone"}, {"plan", "diff", "cautios"}, {"upcoming", "--days", "0"}, {"upcoming", "--days", "two"},
		{"done", "clean"}, {"done", "cleanse", "--at", "+2h"}, {"done", "cleanse", "--at", "-8d"}, {"done", "water", "--amount", "some"},
		{"done", "water", "--amount", "0"}, {"done", "cleanse", "--amount", "300ml"}, {"skip", "cleanse/2026-11-24/7"}, {"snooze", "soon"},
		{"snooze", "2d"}, {"snooze", "1h", "--routine", "nap"}, {"pause", "8d"}, {"calm", "makeup"}, {"extend", "sun"}, {"extend"}, {"feel"}, {"feel", "fine"}, {"feel", "--itch", "x"}, {"feel", "--itch", "12"},
		{"feel", "--change", "x"}, {"feel", "--change", "99", "--itch", "2"}, {"feel", "--change", "1", "--at", "-2h"}, {"feel", "calm", "--at", "+2h"}, {"log", "--since", "ever"},
		{"settings", "slep"}, {"settings", "sleep", "25"}, {"settings", "a", "b", "c"}, {"settings", "glass", "0"}, {"settings", "cap", "x"},
		{"settings", "spacing", "x"}, {"settings", "theme", "pink"}, {"settings", "cleanse.times", "25"}, {"settings", "plan", "nosuch"}, {"autostart", "maybe"},
		{"undo", "99"}, {"undo", "1"}, {"undo", "cleanse"}, {"backup"}, {"backup", bad}, {"backup", w.path("data/journal.sqlite")}, {"restore", bad},
		{"restore", w.path("gone.sqlite")}, {"completion", "tcsh"},
		{"questions", "foo"}, {"questions", "add"}, {"questions", "add", " "}, {"questions", "add", strings.Repeat("x", 301)}, {"questions", "answer", "1"},
		{"questions", "done", "9"}, {"questions", "open", "x"}, {"questions", "remove", "1", "2"}, {"shelf", "add", "beach"}, {"shelf", "add", "beach", w.dir},
		{"shelf", "add", "beach", w.path("gone.txt")}, {"shelf", "show", "9"}, {"shelf", "rename", "x", "y"}, {"shelf", "remove"}, {"check", "gone"}, {"check", ""}, {"check", w.dir}, {"check", bad, bad},
		{"check", w.file("bytes", "Aqua, \xff")}, {"check", w.file("long", strings.Repeat("beach, ", 10000))}, {"check", w.file("empty", "")}, {"erase", "all"}, {},
		{"plan", "own", "makeup"}, {"plan", "own", "makeup", "2", "days"}, {"plan", "own", "beach", "help"}, {"plan", "own", "fever", "2 days"}, {"plan", "own", "beach", "every 3 hours"},
		{"plan", "own", "beach", "2 days", "--treatment", "x"}, {"plan", "own", "beach", "2 days", "--treatment", "9"}, {"plan", "own", "--remove", "wine"}, {"plan", "own", "water", "every 2 hours"},
	}
}
