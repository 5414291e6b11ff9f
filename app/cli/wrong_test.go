package cli_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"afterglow/app/cli"
)

func TestWrongUseIsOneLineThatHelpsAndWritesNothing(t *testing.T) {
	w := newWorld(t, "12:00")
	bad := w.file("bad.toml", "format = 1\nid = 3\nname = 4\n")
	w.file("empty.toml", "")
	huge := w.file("huge.toml", strings.Repeat("# a line\n", 200_000))
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml")
	w.must("done", "cleanse")
	w.must("questions", "add", "may I fly")
	serum := w.file("serum.txt", "Aqua, Retinol")
	w.must("shelf", "add", "Serum", serum)
	newer := newerBackup(w)
	before := w.written()
	for _, c := range []struct {
		code int
		line string // a part of it
		args []string
	}{
		{2, `"statsu" is not a command of afterglow. Did you mean "status"?`, []string{"statsu"}},
		{2, `"statsu" is not a command of afterglow.`, []string{"help", "statsu"}},
		{2, `"foo" is not a command of afterglow. See them with: afterglow --help`, []string{"foo"}},
		{2, `"st" is not a command of afterglow. Did you mean "status"?`, []string{"st"}},
		{2, `"snoze" is not a command of afterglow. Did you mean "snooze"?`, []string{"snoze"}},
		{2, "There is no option --nope; see: afterglow --help", []string{"--nope"}},
		{2, "There is no option --nope; see: afterglow status --help", []string{"status", "--nope"}},
		{2, "--at needs a value behind it", []string{"status", "--at"}},
		{2, "status takes no \"now\"", []string{"status", "now"}},
		{2, "is not a time that can be read here", []string{"status", "--at", "noonish"}},
		{2, "outside of the years 2000 to 2100", []string{"status", "--at", "+9000w"}},
		{2, `"fri" names a day without a time. Write the time too, like "fri 15:30"`, []string{"treat", "--at", "fri"}},
		{2, "more than a year ago", []string{"treat", "--at", "2024-01-01 10:00"}},
		{2, "more than 60 days ahead", []string{"treat", "--at", "2027-06-01 10:00"}},
		{2, "is there already", []string{"treat", "--at", "yesterday 17:00"}},
		{2, "is not a device; write roller, pen, rf or prp", []string{"treat", "--device", "laser"}},
		{2, "write it in mm, such as 0.5", []string{"treat", "--depth", "deep"}},
		{2, "write 0 to 5", []string{"treat", "--depth", "5.1"}},
		{2, "write 0 to 5", []string{"treat", "--depth", "-1"}},
		{2, "write 0 to 5", []string{"treat", "--depth", "nan"}},
		{2, `does not know "nosuch"`, []string{"treat", "--plan", "nosuch"}},
		{2, "bad.toml:1:", []string{"treat", "--plan", bad}},
		{2, "is empty", []string{"treat", "--plan", w.path("empty.toml")}},
		{2, "larger than 1 MiB", []string{"treat", "--plan", huge}},
		{2, "is a folder", []string{"treat", "--plan", w.dir}},
		{1, "There is no file", []string{"treat", "--plan", w.path("gone.toml")}},
		{2, `takes no "yesterday"`, []string{"treat", "yesterday"}},
		{2, "treat change needs a treatment's number", []string{"treat", "change"}},
		{2, "There is no treatment 9", []string{"treat", "change", "9", "--area", "neck"}},
		{2, "is not a treatment's number", []string{"treat", "remove", "all"}},
		{2, "There is no treatment 9", []string{"treat", "remove", "9"}},
		{2, `does not know "middya". Did you mean "midday"?`, []string{"can", "middya"}},
		{2, `Your plan (Rose Street) says nothing of "wine"; ask your clinic.`, []string{"can", "wine"}},
		{2, "Name an activity", []string{"can", " "}},
		{2, "Put quotes around several words", []string{"can", "hot", "tub"}},
		{2, "Write plan show, list, check, diff, use, draft, code, print or read", []string{"plan"}},
		{2, `"lst" is not a command of afterglow plan. Did you mean "list"?`, []string{"plan", "lst"}},
		{2, "plan check needs a plan file", []string{"plan", "check"}},
		{2, "is a folder. Give the plan file in it.", []string{"plan", "check", w.dir}},
		{1, "There is no file", []string{"plan", "check", "gone"}},
		{1, "cannot be used as it is", []string{"plan", "check", bad}},
		{2, "bad.toml:1:", []string{"plan", "use", bad}},
		{2, "plan use needs a plan's id or file", []string{"plan", "use", ""}},
		{2, "plan draft needs a leaflet's file", []string{"plan", "draft"}},
		{2, "plan read needs a picture or a text with codes", []string{"plan", "read"}},
		{2, "This is no plan code", []string{"plan", "read", bad}},
		{1, "There is no file gone.png", []string{"plan", "read", "gone.png"}},
		{2, "is a folder", []string{"plan", "read", w.dir}},
		{2, "code.jpg is not a PNG picture", []string{"plan", "code", "--picture", w.path("code.jpg")}},
		{2, `does not know "nosuch"`, []string{"plan", "code", "nosuch"}},
		{2, "plan diff needs a plan's id or file", []string{"plan", "diff", ""}},
		{2, `does not know "nosuch"`, []string{"plan", "use", "nosuch"}},
		{2, `does not know "cautios". Did you mean "cautious"?`, []string{"plan", "diff", "cautios"}},
		{2, "bad.toml:1:", []string{"plan", "diff", bad}},
		{2, "write 1 to 366", []string{"upcoming", "--days", "0"}},
		{2, `--days takes a number, and "two" is none`, []string{"upcoming", "--days", "two"}},
		{2, `--json takes no value, and "maybe" is one`, []string{"status", "--json=maybe"}},
		{2, `does not know "clean". Did you mean "cleanse"?`, []string{"done", "clean"}},
		{2, "has not come yet", []string{"done", "cleanse", "--at", "+2h"}},
		{2, "more than 7 days ago", []string{"done", "cleanse", "--at", "-8d"}},
		{2, "answered already", []string{"done", "cleanse/2026-11-24/1"}},
		{2, "Your plan has no", []string{"skip", "cleanse/2026-11-24/7"}},
		{2, "does not understand \"water\"", []string{"done", "cleanse", "water"}},
		{2, `"soon" is not a length or a time; write 15m, 1h, tonight or 18:00.`, []string{"snooze", "soon"}},
		{2, "has passed", []string{"snooze", "11:00"}},
		{2, "24 hours at most", []string{"snooze", "2d"}},
		{2, "does not lie ahead", []string{"snooze", "0m"}},
		{2, "does not know \"nap\"", []string{"snooze", "1h", "--routine", "nap"}},
		{2, "7 days at most", []string{"pause", "8d"}},
		{2, `"forever" is not a length or a time; write 1h, tomorrow or 18:00.`, []string{"pause", "forever"}},
		{1, "there is nothing to resume", []string{"resume"}},
		{2, "does not ask this", []string{"calm", "makeup"}},
		{1, "so there is nothing to answer; see your waits with: afterglow status", []string{"calm"}},
		{2, "says nothing of a longer wait", []string{"extend", "sun"}},
		{2, "extend needs a wait", []string{"extend"}},
		{2, "is not a time that can be read here", []string{"log", "--since", "ever"}},
		{2, `Did you mean "sleep"?`, []string{"settings", "slep"}},
		{2, "write it as \"22:30 to 07:30\", or off", []string{"settings", "sleep", "25"}},
		{2, `"2 days" is not a time between reminders`, []string{"settings", "spacing", "2 days"}},
		{2, "does not understand \"c\"", []string{"settings", "a", "b", "c"}},
		{2, "write on, off or status", []string{"autostart", "maybe"}},
		{2, "is not an amount; write 300ml", []string{"done", "water", "--amount", "some"}},
		{2, "is not an amount", []string{"done", "water", "--amount", "0x10ml"}},
		{2, "is not an amount", []string{"done", "water", "--amount", "nan"}},
		{2, "write 10ml to 3000ml", []string{"done", "water", "--amount", "0"}},
		{2, "write 10ml to 3000ml", []string{"done", "water", "--amount", "-2"}},
		{2, "write 10ml to 3000ml", []string{"done", "water", "--amount", "300"}},
		{2, "write 10ml to 3000ml", []string{"done", "water", "--amount", "1e300l"}},
		{2, "An amount is for drinks", []string{"done", "cleanse", "--amount", "300ml"}},
		{2, "There is no entry 99", []string{"undo", "99"}},
		{2, "There is no entry 99", []string{"redo", "99"}},
		{2, "Entry 1 was not taken back", []string{"redo", "1"}},
		{2, "needs a number of the log", []string{"redo"}},
		{2, "it takes one number of the log", []string{"redo", "1", "2"}},
		{2, "is not a number of the log", []string{"undo", "cleanse"}},
		{2, `"-1h" does not lie ahead; write how long from now, such as 1h`, []string{"pause", "-1h"}},
		{2, `"-90m" does not lie ahead; write how long from now, such as 1h`, []string{"snooze", "-90m"}},
		{2, "There is no option -x; see: afterglow pause --help", []string{"pause", "-x"}},
		{2, "does not understand \"2\"", []string{"undo", "1", "2"}},
		{2, "backup needs a file to write", []string{"backup"}},
		{2, "backup needs a file to write, with a name", []string{"backup", ""}},
		{2, "backup needs a file to write, with a name", []string{"backup", "-"}},
		{1, "is there already and is no backup of Afterglow", []string{"backup", bad}},
		{1, "is there already and is no backup of Afterglow", []string{"backup", w.dir}},
		{1, "is the journal itself", []string{"backup", filepath.Join(w.path("data"), "journal.sqlite")}},
		{1, "There is no folder", []string{"backup", filepath.Join(w.path("gone"), "b.sqlite")}},
		{2, "restore needs a backup to read", []string{"restore"}},
		{1, "There is no file", []string{"restore", w.path("gone.sqlite")}},
		{1, "damaged or not a backup of Afterglow", []string{"restore", bad}},
		{1, "damaged or not a backup of Afterglow", []string{"restore", w.path("empty.toml")}},
		{1, "is not a file", []string{"restore", w.dir}},
		{1, "is the journal itself", []string{"restore", filepath.Join(w.path("data"), "journal.sqlite")}},
		{1, "is from a newer Afterglow", []string{"restore", newer}},
		{2, `"foo" is not a command of afterglow questions.`, []string{"questions", "foo"}},
		{2, `Did you mean "remove"?`, []string{"questions", "remov"}},
		{2, "questions add needs a question", []string{"questions", "add"}},
		{2, "Nothing is written there", []string{"questions", "add", "  "}},
		{2, "Nothing is written there", []string{"questions", "add", "?"}},
		{2, "write 300 letters at most", []string{"questions", "add", strings.Repeat("é", 301)}},
		{2, "letters that nobody can see", []string{"questions", "add", "may I \u202efly"}},
		{2, "letters that nobody can see", []string{"questions", "add", "may I \x1b[31mfly"}},
		{2, "letters that nobody can see", []string{"questions", "add", "may I \x00fly"}},
		{2, "letters that nobody can see", []string{"questions", "add", "may I \xff fly"}},
		{2, "You keep that question already, as number 1", []string{"questions", "add", "MAY I   fly?"}},
		{2, "needs a question's number and what your clinic said", []string{"questions", "answer", "1"}},
		{2, "Nothing is written there", []string{"questions", "answer", "1", ""}},
		{2, "write 300 letters at most", []string{"questions", "answer", "1", strings.Repeat("x", 301)}},
		{2, "There is no question 9", []string{"questions", "answer", "9", "yes"}},
		{2, `"first" is not a question's number; see them with: afterglow questions`, []string{"questions", "done", "first"}},
		{2, "There is no question 0", []string{"questions", "done", "0"}},
		{2, "is not a question's number", []string{"questions", "done", "99999999999999999999"}},
		{2, "Question 1 is not crossed off", []string{"questions", "open", "1"}},
		{2, `questions remove does not understand "2"`, []string{"questions", "remove", "1", "2"}},
		{2, "questions remove needs a question's number", []string{"questions", "remove"}},
		{2, `questions asked takes no "x"`, []string{"questions", "asked", "x"}},
		{2, "shelf add needs a name and a file", []string{"shelf", "add", "Serum"}},
		{2, "Put quotes around several words", []string{"shelf", "add", "Night", "serum", serum}},
		{2, `is on your shelf already: "Serum", number 1`, []string{"shelf", "add", "SERUM", serum}},
		{2, "Nothing is written there", []string{"shelf", "add", " ", serum}},
		{2, "write 60 letters at most", []string{"shelf", "add", strings.Repeat("x", 61), serum}},
		{2, "letters that nobody can see", []string{"shelf", "add", "Day \u202ecream", serum}},
		{2, "The list of ingredients is empty", []string{"shelf", "add", "Day cream", w.path("empty.toml")}},
		{2, "The list of ingredients is empty", []string{"shelf", "add", "Day cream", "-"}},
		{2, "keep 8000 letters at most", []string{"shelf", "add", "Day cream", huge}},
		{2, "That is no text", []string{"shelf", "add", "Day cream", w.file("photo.jpg", "\xff\xd8\xff\xe0\x00")}},
		{2, "is a folder. Give the file with the list of ingredients.", []string{"shelf", "add", "Day cream", w.dir}},
		{1, "There is no file", []string{"shelf", "add", "Day cream", w.path("gone.txt")}},
		{2, "There is no product 9", []string{"shelf", "show", "9"}},
		{2, `"Serum" is not a product's number; see them with: afterglow shelf`, []string{"shelf", "remove", "Serum"}},
		{2, "shelf rename needs a product's number and its new name", []string{"shelf", "rename", "1"}},
		{2, "Nothing is written there", []string{"shelf", "rename", "1", ""}},
		{2, "write: afterglow erase --yes", []string{"erase"}},
		{2, "erase takes no \"all\"", []string{"erase", "all"}},
		{2, "doctor takes no", []string{"doctor", "who"}},
		{2, "quit takes no", []string{"quit", "now"}},
		{2, "version takes no", []string{"version", "2"}},
		{2, "is not a shell that is known", []string{"completion", "tcsh"}},
		{2, "has no tray", nil},
	} {
		for _, args := range [][]string{c.args, append([]string{"--json"}, c.args...)} {
			code, out, errs := w.run(args...)
			if code != c.code || !strings.Contains(errs, c.line) || strings.Count(errs, "\n") != 1 || !strings.HasPrefix(errs, "afterglow: ") {
				t.Errorf("afterglow %q: exit %d, want %d with %q in one line, got %q", args, code, c.code, c.line, errs)
			}
			if out != "" && c.line != "cannot be used as it is" {
				t.Errorf("afterglow %q: says %q on standard output", args, out)
			}
		}
	}
	if after := w.written(); after != before {
		t.Errorf("something was written down:\n%s\nwas\n%s", after, before)
	}
}

func TestWithoutATreatmentActsSayWhatToDo(t *testing.T) {
	w := newWorld(t, "12:00")
	for _, args := range [][]string{{"done"}, {"done", "water"}, {"skip", "cleanse"}, {"snooze"}, {"extend", "makeup"}} {
		code, _, errs := w.run(args...)
		if code != 1 || !strings.Contains(errs, "begin one with: afterglow treat") {
			t.Errorf("%v: exit %d, %q", args, code, errs)
		}
	}
	if code, _, errs := w.run("undo"); code != 1 || !strings.Contains(errs, "nothing to undo") {
		t.Errorf("undo: exit %d, %q", code, errs)
	}
}

func TestADataFolderThatCannotBeWrittenIsOneClearLine(t *testing.T) {
	w := newWorld(t, "12:00")
	w.env["AFTERGLOW_DATA"] = w.file("a file", "not a folder")
	code, out, errs := w.run("status")
	if code != 1 || out != "" || strings.Count(errs, "\n") != 1 || !strings.Contains(errs, "a file") {
		t.Errorf("exit %d, %q, %q", code, out, errs)
	}
	if runtime.GOOS == "windows" || os.Getuid() == 0 {
		return // nothing is forbidden to the superuser
	}
	w.env["AFTERGLOW_DATA"] = w.path("data")
	w.must("status")
	if err := os.Chmod(w.path("data"), 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(w.path("data"), 0o700) })
	code, _, errs = w.run("settings", "sound", "off")
	if code != 1 || strings.Count(errs, "\n") != 1 {
		t.Errorf("exit %d, %q", code, errs)
	}
}

func TestTheFlagNamesTheDataFolderBeforeTheEnvironment(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("settings", "sound", "off", "--data", w.path("other"))
	var here, there struct{ Value string }
	w.ask(&here, "settings", "sound")
	w.ask(&there, "settings", "sound", "--data", w.path("other"))
	if here.Value != "on" || there.Value != "off" {
		t.Errorf("here %s, there %s", here.Value, there.Value)
	}
}

func TestNoCommandStartsTheAgentWithItsFolder(t *testing.T) {
	w := newWorld(t, "12:00")
	var got []cli.AgentOptions
	w.agent = func(_ context.Context, o cli.AgentOptions) error { got = append(got, o); return nil }
	w.must()
	w.must("--background", "--data", w.path("other"))
	want := []cli.AgentOptions{{Data: w.path("data")}, {Data: w.path("other"), Background: true}}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("got %+v", got)
	}
	w.agent = func(context.Context, cli.AgentOptions) error { return errors.New("no display") }
	if code, _, errs := w.run(); code != 1 || errs != "afterglow: That did not work: no display.\n" {
		t.Errorf("exit %d, %q", code, errs)
	}
}

func TestTextFromAPlanFileCannotSteerTheTerminal(t *testing.T) {
	w := newWorld(t, "12:00")
	code, _, errs := w.run("can", "\x1b[31mmekxup\nplugh\x07")
	if code != 2 || strings.ContainsAny(errs, "\x1b\x07") || strings.Count(errs, "\n") != 1 {
		t.Errorf("exit %d, %q", code, errs)
	}
}
