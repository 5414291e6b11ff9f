package service_test

import (
	"strings"
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/service"
	"afterglow/guidance"
)

// freshSheets is a plan with what eighteen further sheets say that was lost or told otherwise once.
const freshSheets = `format = 2
id = "fresh"
name = "Fresh"
[[sources]]
id = "s"
title = "S"
strength = "clinic"
[[windows]]
id = "bare"
name = "Makeup before"
avoid = "Come without makeup."
from = "end of day -1"
until = "0h"
[[windows]]
id = "makeup"
name = "Makeup"
avoid = "No makeup."
until = "24 hours"
except = ["mineral makeup"]
[[windows]]
id = "sun"
name = "Sun"
avoid = "No sun."
until = "7 days"
allowed_from = "48 hours"
and_when = "calm"
condition = "the bruises have gone"
[[windows]]
id = "soap"
name = "Harsh soap"
avoid = "No harsh soap, no exfoliants."
[[windows]]
id = "retinoids"
name = "Retinoids"
avoid = "No retinoids."
until = "14 days"
[[windows]]
id = "cream"
name = "Other creams"
avoid = "No other cream, ointment or product."
until = "2 days"
[[routines]]
id = "prednisone"
name = "Prednisone"
how = "1 pill."
times = ["08:00", "12:00"]
until = "2 days"
situation = "prescribed"
[[routines]]
id = "later"
name = "Prednisone, once"
how = "1 pill a day."
times = ["08:00"]
from = "2 days"
until = "4 days"
situation = "prescribed"
[[routines]]
id = "valtrex"
name = "Valtrex"
how = "1 tablet."
times = ["08:00"]
until = "4 days"
situation = "prescribed"
[[routines]]
id = "wash"
name = "Wash"
how = "Water."
times = ["08:00"]
until = "4 days"
  [[routines.stages]]
  from = "1 day"
  until = "4 days"
  how = "Then bacitracin ointment on damp skin."
[[care]]
id = "shave"
name = "Shaving"
text = "Shave the area the day before."
from = "-48 hours"
until = "-24 hours"
[[care]]
id = "sores"
name = "Cold sores"
text = "Take your tablets if you get them."
[[call]]
id = "lumps"
text = "Redness or small lumps where the needle went in."
act = "today"
`

func TestWhatFurtherSheetsSayIsToldWhole(t *testing.T) {
	plan, err := guidance.Parse("fresh.toml", []byte(freshSheets))
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 11, 10, 10, 0, 0, 0, time.UTC)
	tr := course.Treatment{ID: 1, At: at, EnteredAt: at.Add(-14 * day), Device: "pen", Area: "face", Plan: plan, PlanText: freshSheets}
	for name, c := range map[string]struct {
		after      time.Duration
		face       string
		has, lacks []string
	}{
		"a wait tells since when the plan allows it, and what else ends it": {time.Hour, "sun", []string{"Sun: not yet", "And until the bruises have gone.", "Allowed from Thursday 10:00."}, nil},
		"and what it leaves out":                          {time.Hour, "makeup", []string{"Except mineral makeup."}, nil},
		"of two waits to come the first leads":            {-20 * time.Hour, "makeup", []string{"nothing until tomorrow 00:00", "Come without makeup"}, nil},
		"a harsh soap is no retinol":                      {15 * day, "retinol", []string{"Retinol and retinal: yes"}, []string{"soap"}},
		"no other product is none of any kind":            {time.Hour, "serum", []string{"Serum: not yet"}, nil},
		"of two routines the one that holds now leads":    {30 * time.Hour, "prednisone", []string{"Prednisone: what your plan says", "1 pill."}, []string{"does not say", "Valtrex"}},
		"a medicine is told without the others":           {30 * time.Hour, "valtrex", []string{"Valtrex: what your plan says"}, []string{"Prednisone"}},
		"what stands in a stage is found":                 {30 * time.Hour, "bacitracin", []string{"bacitracin ointment"}, []string{"Prednisone"}},
		"advice that is over is told as such":             {-12 * time.Hour, "shaving", []string{"Your plan had this until"}, []string{"does not say"}},
		"beside a call stands the plan's own entry":       {time.Hour, "cold sores", []string{"Call your clinic today", "Take your tablets"}, nil},
		"the plan's own reason to call, the urgent first": {time.Hour, "lump", []string{"Call your clinic today", "small lumps where the needle went in"}, nil},
		"a wait that begins before the treatment":         {-3 * day, "notices", []string{"A wait begins: makeup before / Come without makeup."}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			says(t, service.Imagined(tr, at.Add(c.after), time.UTC), c.face, c.has, c.lacks)
		})
	}
	st := service.Imagined(tr, at.Add(time.Hour), time.UTC).Status()
	if len(st.Always) != 1 || st.Always[0].ID != "sores" {
		t.Errorf("advice without a time: %+v", st.Always)
	}
}

func TestACalendarAndACardSayThatAWaitIsThePersonsOwn(t *testing.T) {
	w := newWorld(t, "12:00")
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-24 11:00"), PlanFile: untilSaid, PlanName: "until.toml"}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.service.Own(w.ctx(), service.NewOwn{What: "gym", When: "3 days", Note: "my nurse", Avoid: "Wait with gym."}); err != nil {
		t.Fatal(w.said(err))
	}
	sc, err := w.service.Scene(w.ctx(), time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	v := phrase.New(locale.Format{}).At(sc.Now, sc.Zone)
	words, found := v.CalendarWords(false), ""
	for _, d := range sc.Dates(service.DateChoice{}) {
		e := words.Event(d)
		found += e.Title + " / " + e.Text + "\n"
	}
	hasAll(t, found, "Gym: your own wait ends 11:00", "You wrote, until", "Makeup: wait ends 11:00", "Your plan says until")
	card := ""
	for _, r := range v.Card(sc, false).Rows {
		card += r.Name + ": " + r.Note + "\n"
	}
	hasAll(t, card, "Gym: you wrote it", "Makeup: \n")
}

func hasAll(t *testing.T, said string, has ...string) {
	t.Helper()
	for _, want := range has {
		if !strings.Contains(said, want) {
			t.Errorf("it lacks %q:\n%s", want, said)
		}
	}
}
