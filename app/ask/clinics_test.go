package ask_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/guidance"
)

// clinicAnswer is a line of testdata/plans/answers.txt: what a strict reader of a clinic's plan answers.
type clinicAnswer struct {
	plan, when, question string
	verdicts, leads      []string
}

func clinicAnswers(t *testing.T, file string) (list []clinicAnswer) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "plans", file))
	if err != nil {
		t.Fatal(err)
	}
	plan := ""
	for n, line := range strings.Split(string(text), "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
			continue
		case line[0] == '[':
			plan = strings.Trim(line, "[]")
			continue
		}
		a := clinicAnswer{plan: plan}
		fields := strings.Split(line, "|")
		if len(fields) != 4 {
			t.Fatalf("%s:%d: %d columns", file, n+1, len(fields))
		}
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		a.verdicts, a.leads, a.question = strings.Split(fields[1], "/"), strings.Split(fields[2], "/"), fields[3]
		for _, when := range strings.Split(fields[0], ",") {
			a.when = when
			list = append(list, a)
		}
	}
	return list
}

var clinicStates = map[string]time.Duration{
	"3h": 3 * time.Hour, "30h": 30 * time.Hour, "4d": 4 * 24 * time.Hour, "10d": 10 * 24 * time.Hour,
	"ahead": -5 * 24 * time.Hour, "over": 100 * 24 * time.Hour,
}

// planNamed is a starter plan, a plan of testdata, or the plan of a clinic's sheet.
func planNamed(t *testing.T, name string) guidance.Plan {
	t.Helper()
	if p, ok := guidance.Starter(name); ok {
		return p
	}
	file := name + ".toml"
	text, err := os.ReadFile(filepath.Join("testdata", "plans", file))
	if err != nil {
		text, err = os.ReadFile(filepath.Join("..", "..", "guidance", "testdata", "sheets", file))
	}
	if err != nil {
		t.Fatal(err)
	}
	p, err := guidance.Parse(file, text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// clinicTreated is the scene so long after a treatment by a clinic's plan.
func clinicTreated(t *testing.T, plan string, ago time.Duration) ask.Scene {
	t.Helper()
	p := planNamed(t, plan)
	device, area := "pen", "face"
	switch plan {
	case "radio":
		device = "rf"
	case "legs":
		area = "legs"
	}
	return treatedOf(course.Treatment{ID: 1, At: now.Add(-ago), Device: device, DepthMM: 0.5, Area: area, Plan: p})
}

// What other clinics write, in their own ids and words, is answered as a strict reader of their sheet would.
func TestClinicsPlansAreAnsweredAsAStrictReaderWould(t *testing.T) {
	list := clinicAnswers(t, "answers.txt")
	if len(list) < 300 {
		t.Errorf("only %d answers are held", len(list))
	}
	wantAnswered(t, list, func(q string) ask.Question { return ask.Question{Text: q} })
}

// What people ask in forums, in their own way of typing and with the time that they name, too.
func TestWhatPeopleAskInForumsIsAnsweredAsAStrictReaderWould(t *testing.T) {
	list := clinicAnswers(t, "forums.txt")
	if len(list) < 100 {
		t.Errorf("only %d answers are held", len(list))
	}
	wantAnswered(t, list, typed)
}

func wantAnswered(t *testing.T, list []clinicAnswer, read func(string) ask.Question) {
	t.Helper()
	for _, c := range list {
		ago, ok := clinicStates[c.when]
		if !ok {
			t.Fatalf("%s: no state %q", c.question, c.when)
		}
		r := clinicTreated(t, c.plan, ago).Answer(read(c.question))
		lead := first(r)
		if lead == "" {
			lead = "-"
		}
		switch got := string(r.Verdict); {
		case r.Verdict == ask.Yes && !slices.Contains(c.verdicts, "yes"):
			t.Errorf("HARM: %s, %s: %q is answered yes by %s, want %s", c.plan, c.when, c.question, lead, c.verdicts)
		case !slices.Contains(c.verdicts, got):
			t.Errorf("%s, %s: %q is answered %s by %s, want %s by %s", c.plan, c.when, c.question, got, lead, c.verdicts, c.leads)
		case !slices.Contains(c.leads, "*") && !slices.Contains(c.leads, lead):
			t.Errorf("%s, %s: %q is answered by %s, want %s", c.plan, c.when, c.question, lead, c.leads)
		}
	}
}

func TestAWaitForTheTimeBeforeATreatmentAllowsNothingAfterItWhateverFollows(t *testing.T) {
	p, err := guidance.Parse("clinic.toml", []byte(`format = 1
id = "clinic"
name = "Clinic"
[[sources]]
id = "us"
title = "Us"
strength = "clinic"
[[windows]]
id = "bare"
name = "Makeup"
avoid = "Come without makeup."
from = "-1d"
until = "0h"
then = "clean brushes"
then_until = "2w"
`))
	if err != nil {
		t.Fatal(err)
	}
	if r := treated(t, p, time.Hour).Answer(ask.Question{Text: "may I wear makeup"}); r.Verdict != ask.Silent {
		t.Errorf("it is answered %s by %v", r.Verdict, ids(r.Answers))
	}
}
