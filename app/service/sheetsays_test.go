package service_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/reminder"
	"afterglow/app/service"
	"afterglow/guidance"
)

// What fresh eyes found of the sheets: once an instruction was lost in one of the faces, or told as another one.
func TestWhatASheetSaysIsToldWholeByEachFace(t *testing.T) {
	zone := berlin(t)
	for _, c := range []struct {
		name  string
		sheet string
		after time.Duration
		face  string // "status NAME", "notices", or what is asked
		has   []string
		lacks []string
	}{
		{"the step of a wait that another one holds, before it", "mopss", time.Hour, "status Sun", []string{"Not yet", "This rule: until 17 November, 10:00 · After that: sunscreen outdoors"}, nil},
		{"that step while it holds", "mopss", 8 * day, "status Sun", []string{"Not yet", "Your plan now: sunscreen outdoors"}, []string{"This rule"}},
		{"that step in a notification, without the name that still waits", "mopss", 5 * day, "notices", []string{"The next step of your plan / Your plan: sunscreen outdoors."}, []string{"Sun: the next step", "sun wait is over"}},
		{"a routine for what may not be put on yet", "swoon", time.Hour, "sunscreen", []string{"Sunscreen: not yet", "Sunscreen: Until 14:00"}, []string{"Sunscreen: yes"}},
		{"the same until bedtime", "lucere", time.Hour, "sunscreen", []string{"Sunscreen: not yet", "Sunscreen: Until 22:30"}, []string{"Sunscreen: yes"}},
		{"the first of several routines, before the treatment", "lucere", -12 * time.Hour, "moisturiser", []string{"nothing until tomorrow 22:30"}, []string{"nothing until Thursday"}},
		{"what the hands leave alone for longer does not hold a thing that the plan names", "dermatique", 8 * day, "status Facial brush", []string{"Yes"}, nil},
		{"nor is it answered with that", "dermatique", 8 * day, "facial brush", []string{"Facial brush: yes"}, []string{"healed"}},
		{"what a wait without an end leaves out", "nue", time.Hour, "cream", []string{"not yet", "Except aftercare balm"}, nil},
		{"what a wait until the skin is calm leaves out", "timeless-spa", time.Hour, "other products", []string{"only recommended products"}, nil},
		{"what the hands leave alone is still asked by its own words", "dermatique", 8 * day, "scrub my face", []string{"not yet"}, nil},
	} {
		t.Run(c.sheet+", "+c.name, func(t *testing.T) {
			e := expect(t, c.sheet)
			at, err := time.ParseInLocation("2006-01-02 15:04", e.Treated, zone)
			if err != nil {
				t.Fatal(err)
			}
			tr := course.Treatment{ID: 1, At: at, EnteredAt: at.Add(-14 * day), Device: e.Device, DepthMM: 1, Area: e.Area, Plan: sheetPlan(t, c.sheet), PlanText: sheetFile(t, c.sheet+".toml")}
			says(t, service.Imagined(tr, at.Add(c.after), zone), c.face, c.has, c.lacks)
		})
	}
}

const day = 24 * time.Hour

// says holds what one face says of a scene: "status NAME", "notices", or the answer to a question.
func says(t *testing.T, sc service.Scene, face string, has, lacks []string) {
	t.Helper()
	v := phrase.New(locale.Format{}).At(sc.Now, sc.Zone)
	var said []string
	if name, ok := strings.CutPrefix(face, "status "); ok {
		for _, w := range sc.Status().Windows {
			if w.Name == name {
				said = append(said, v.WindowStateBrief(w)+" "+v.WindowTime(w)+" "+strings.Join(v.WindowTerms(w), " · "))
			}
		}
	} else if face == "notices" {
		for _, n := range reminder.Upcoming(sc.Input, sc.Now.Add(20*day)) {
			title, body := v.NoticeAt(n.News, n.At)
			said = append(said, title+" / "+body)
		}
	} else {
		r := sc.Ask(ask.Question{Text: face}).Reply
		before, verdict, after := v.AskHead(r)
		said = append(said, before+verdict+after, v.AskWhy(r))
		for _, a := range slices.Concat(r.Answers, r.Also) {
			name, line := v.AskTile(r, a)
			said = append(said, name+": "+line)
		}
	}
	all := strings.Join(said, "\n")
	for _, want := range has {
		if !strings.Contains(all, want) {
			t.Errorf("%s lacks %q:\n%s", face, want, all)
		}
	}
	for _, not := range lacks {
		if strings.Contains(all, not) {
			t.Errorf("%s has %q:\n%s", face, not, all)
		}
	}
}

// stagedSunscreen is a plan with a routine whose first stage has another figure than the rest.
const stagedSunscreen = `format = 2
id = "staged"
name = "Staged"
[[sources]]
id = "s"
title = "S"
strength = "clinic"
[[routines]]
id = "sunscreen"
name = "Sunscreen"
how = "At least SPF 30."
times = ["08:30"]
  [[routines.stages]]
  until = "1 month"
  how = "SPF 50 in the first month."
`

func TestARoutineIsToldAsTheStageThatHoldsThenAndUnderNoOtherFigure(t *testing.T) {
	plan, err := guidance.Parse("staged.toml", []byte(stagedSunscreen))
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 11, 10, 10, 0, 0, 0, time.UTC)
	tr := course.Treatment{ID: 1, At: at, EnteredAt: at.Add(-day), Device: "pen", Area: "face", Plan: plan, PlanText: stagedSunscreen}
	says(t, service.Imagined(tr, at.Add(-12*time.Hour), time.UTC), "spf 30", []string{"Sunscreen: ", "From then: Once a day. SPF 50 in the first month"}, []string{"At least"})
	says(t, service.Imagined(tr, at.Add(day), time.UTC), "spf 30", []string{"Sunscreen: yes"}, []string{"Spf 30"})
	says(t, service.Imagined(tr, at.Add(day), time.UTC), "spf 50", []string{"SPF 50: yes"}, nil)
}
