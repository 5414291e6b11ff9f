package cli_test

import (
	"database/sql"
	"errors"
	"strings"
	"testing"
	"time"

	"afterglow/app/cli/shape"
)

// asked is a world a day and a half after a treatment of the face, on Wednesday 25 November at 21:00.
func asked(t *testing.T) *world {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "09:00", "--device", "pen", "--depth", "0.5", "--area", "face", "--plan", "testdata/ask.toml")
	w.clock.Advance(33 * time.Hour)
	return w
}

func TestAnAnswerReadsAsAgreed(t *testing.T) {
	w := asked(t)
	w.page("ask-over", "ask", "may I wear lipstick?")
	w.page("ask-two-waits", "ask", "hot yoga at 23:30")
	w.page("ask-one-wait", "ask", "can I go to the gym")
	w.page("ask-one-wait-later", "ask", "gym", "--at", "fri 20:00")
	w.page("ask-whole-day", "ask", "swimming on friday")
	w.page("ask-never", "ask", "my face is peeling can I pick it")
	w.page("ask-calm", "ask", "retinol")
	w.page("ask-step", "ask", "can I sit in the sun on friday at 11:00")
	w.page("ask-advice", "ask", "how should I sleep")
	w.page("ask-expects", "ask", "why is my skin so tight")
	w.page("ask-next", "ask", "when is my next session")
	w.page("ask-emergency", "ask", "I feel shivery and my temperature is 38.6")
	w.page("ask-today", "ask", "there is pus")
	w.page("ask-clinic", "ask", "its been 2 weeks and the redness hasnt gone")
	w.page("ask-list", "ask", "when should I ring the clinic")
	w.page("ask-silent", "ask", "flu jab")
	w.page("ask-silent-later", "ask", "can I wax my face", "--at", "-1h")
	w.page("ask-elsewhere", "ask", "can I wax my legs")
	w.page("ask-several", "ask", "wine and a sauna")
	w.page("ask-unknown", "ask", "tell me a joke")
	w.page("ask-next-step", "ask", "what now?")
	w.page("ask-next-step-later", "ask", "what is next", "--at", "fri 08:30")
	w.page("ask-alike", "ask", "sauna and swimming")
	w.page("ask-care-later", "ask", "face wash", "--at", "-32h")
}

func TestWithoutATreatmentAnAnswerSaysWhatIsMissing(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("plan", "use", "testdata/ask.toml")
	w.page("ask-no-treatment", "ask", "may I swim")
}

func TestAQuestionMayBeginWithADashAndItsOptionsStandAnywhere(t *testing.T) {
	w := asked(t)
	want := w.must("ask", "may", "I", "swim", "--json")
	for _, args := range [][]string{
		{"--json", "ask", "may", "I", "swim"}, {"ask", "--json", "may I swim"}, {"ask", "may I", "--json", "swim"}, {"ask", "--json", "--", "may I swim"},
		{"ask", "--data", w.env["AFTERGLOW_DATA"], "may I swim", "--json"}, {"ask", "--json=true", "may I swim"},
	} {
		if out := w.must(args...); out != want {
			t.Errorf("%q answers\n%s, want\n%s", args, out, want)
		}
	}
	for _, args := range [][]string{{"ask", "-may", "I", "swim"}, {"ask", "- may I swim"}, {"ask", "-5", "swim"}, {"ask", "--", "--swim"}, {"ask", "-- swim"}} {
		if out := w.must(args...); !strings.Contains(out, "not yet") {
			t.Errorf("%q is not answered:\n%s", args, out)
		}
	}
	if code, _, errs := w.run("ask", "swim", "--josn"); code != 2 || !strings.Contains(errs, "There is no option --josn") {
		t.Errorf("a slip in an option: exit %d, %s", code, errs)
	}
	if code, out, _ := w.run("ask", "--help"); code != 0 || !strings.Contains(out, "afterglow ask QUESTION") {
		t.Errorf("help: exit %d\n%s", code, out)
	}
}

func TestWhatIsNoQuestionIsUnknownToAProgramAndOneLineToAPerson(t *testing.T) {
	w := asked(t)
	for _, question := range []string{"", "   ", strings.Repeat("may I swim ", 100)} {
		var a shape.Ask
		if w.ask(&a, "ask", question); a.Verdict != "unknown" || a.Understood || len(a.Answers) > 0 || a.Question != strings.TrimSpace(question) {
			t.Errorf("%.20q is answered with %+v", question, a)
		}
		code, out, errs := w.run("ask", question)
		if code != 2 || out != "" || strings.Count(errs, "\n") != 1 {
			t.Errorf("%.20q: exit %d, %q, %q", question, code, out, errs)
		}
	}
	if code, _, errs := w.run("ask"); code != 2 || errs != "afterglow: Write what you want to know, such as: afterglow ask may I shower\n" {
		t.Errorf("no word: exit %d, %q", code, errs)
	}
}

func TestTheMomentInAQuestionComesBeforeTheOption(t *testing.T) {
	w := asked(t)
	for _, c := range []struct {
		args []string
		at   string
	}{
		{[]string{"gym"}, "2026-11-25T21:00:00+01:00"},
		{[]string{"gym", "--at", "fri 20:00"}, "2026-11-27T20:00:00+01:00"},
		{[]string{"gym saturday 9:00", "--at", "fri 20:00"}, "2026-11-28T09:00:00+01:00"},
		{[]string{"gym tomorrow"}, "2026-11-26T00:00:00+01:00"},
	} {
		var a shape.Ask
		if w.ask(&a, append([]string{"ask"}, c.args...)...); a.At.Format(time.RFC3339) != c.at || len(a.Answers) == 0 {
			t.Errorf("%q is answered for %v: %s", c.args, a.At, a.Headline)
		}
	}
	if code, _, errs := w.run("ask", "gym", "--at", "noonish"); code != 2 || !strings.Contains(errs, "noonish") {
		t.Errorf("exit %d, %s", code, errs)
	}
}

func TestWhatWasAskedIsRememberedForAPersonAloneAndNotInDiscreetMode(t *testing.T) {
	w := asked(t)
	before := func() string { return w.must("questions", "asked", "--json") }
	w.must("ask", "may I swim", "--json")
	if strings.Contains(before(), "swim") {
		t.Error("what a program asked is remembered")
	}
	w.must("ask", "may I swim")
	if !strings.Contains(before(), "may I swim") {
		t.Error("what a person asked is not remembered")
	}
	w.must("settings", "discreet", "on")
	w.must("ask", "may I drink wine")
	w.must("settings", "discreet", "off")
	if strings.Contains(before(), "wine") {
		t.Error("what was asked in discreet mode is remembered")
	}
}

func TestWhatCannotBeRememberedIsAnsweredAllTheSame(t *testing.T) {
	w := asked(t)
	db, err := sql.Open("sqlite3", w.path("data/journal.sqlite"))
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.ExecContext(t.Context(), "CREATE TRIGGER full BEFORE INSERT ON asked BEGIN SELECT RAISE(ABORT, 'full'); END")
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	if out := w.must("ask", "may I swim"); !strings.HasPrefix(out, "Swimming: not yet") {
		t.Errorf("it says\n%s", out)
	}
	if out := w.must("questions", "asked", "--json"); strings.Contains(out, "swim") {
		t.Errorf("it was remembered, so this test tests nothing:\n%s", out)
	}
}

func TestThePersonsNoteStandsAboveSilenceAndNeverBeforeACall(t *testing.T) {
	w := asked(t)
	w.must("questions", "add", "flu jab")
	w.must("questions", "answer", "1", "after a week")
	w.page("ask-note", "ask", "flu jab")
	w.must("questions", "add", "there is pus")
	w.must("questions", "answer", "2", "that is fine")
	out := w.must("ask", "there is pus")
	call, note := strings.Index(out, "Pus or fluid"), strings.Index(out, "Your note of")
	if !strings.HasPrefix(out, "Call your clinic today.\n") || note < call {
		t.Errorf("it says\n%s", out)
	}
}

func TestOfTwoTreatmentsAnAnswerSaysWhichItComesFrom(t *testing.T) {
	w := asked(t)
	w.must("treat", "--at", "-2h", "--area", "neck")
	if out := w.must("ask", "may I swim"); !strings.Contains(out, "It comes from this treatment: neck, day 0.\n") {
		t.Errorf("it says\n%s", out)
	}
}

func TestAWishToBeToldIsAnsweredWithItsMomentAndListedAmongWhatComes(t *testing.T) {
	w := asked(t)
	w.page("ask-tell", "ask", "--tell", "can I go to the gym")
	w.page("ask-tell-calm", "ask", "retinol", "--tell")
	if first, again := w.must("ask", "gym", "--tell", "--json"), w.must("ask", "gym", "--tell", "--json"); first != again || !strings.Contains(first, `"tell": {`) {
		t.Errorf("asked for twice it answers\n%s, first\n%s", again, first)
	}
	if out := w.must("upcoming"); !strings.Contains(out, "You asked about") {
		t.Errorf("upcoming does not list it:\n%s", out)
	}
	w.must("undo")
	if out := w.must("log"); !strings.Contains(out, "tell me when (undone)") {
		t.Errorf("the log says\n%s", out)
	}
	for _, question := range []string{"may I wear lipstick", "there is pus", "flu jab", "zzyzx"} {
		code, out, said := w.run("ask", question, "--tell")
		if code != 2 || !strings.Contains(said, "nothing to tell") || out == "" {
			t.Errorf("%q: exit code %d, %q, %q", question, code, out, said)
		}
	}
}
