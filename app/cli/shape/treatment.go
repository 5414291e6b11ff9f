// Package shape is what the commands answer in JSON: its keys are documented in docs/cli.md, and only
// grow. The values are those of package service; the words that stand beside them are the voice's.
package shape

import (
	"time"

	"afterglow/app/phrase"
	"afterglow/app/service"
)

// Treatment is a treatment as it is shown.
type Treatment struct {
	ID        int64     `json:"id"`
	At        time.Time `json:"at"`
	Day       int       `json:"day"` // calendar days where the person is; 0 on the day itself
	Device    string    `json:"device"`
	DepthMM   float64   `json:"depth_mm"`
	Area      string    `json:"area"`
	Sensitive bool      `json:"sensitive"`
	Plan      string    `json:"plan"`
	PlanName  string    `json:"plan_name"`
	Ends      time.Time `json:"ends"` // of the course
	Over      bool      `json:"over"`
	Phase     string    `json:"phase"` // the name of the phase that runs; "" for none
	Clinic    string    `json:"clinic"`
	Phone     string    `json:"phone"`
}

// OfTreatment is the shape of one treatment.
func OfTreatment(t service.TreatmentView) Treatment {
	return Treatment{
		ID: t.ID, At: t.At, Day: t.Day, Device: t.Device, DepthMM: t.DepthMM, Area: t.Area, Sensitive: t.Sensitive,
		Plan: t.Plan, PlanName: t.PlanName, Ends: t.Ends, Over: t.Over, Phase: t.Phase, Clinic: t.Clinic, Phone: t.Phone,
	}
}

// OfTreatments is the shape of many treatments.
func OfTreatments(all []service.TreatmentView) []Treatment { return each(all, OfTreatment) }

// Source answers "says who?".
type Source struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	URL      string `json:"url"`
	Strength string `json:"strength"`
	Words    string `json:"words"`   // what the strength means
	Plan     string `json:"plan"`    // the plan's name
	Line     int    `json:"line"`    // of the plan file
	SaysSo   string `json:"says_so"` // the sheet's own sentence; "" if the plan does not keep it
}

func ofSource(v phrase.Voice, s service.SourceView) Source {
	return Source{ID: s.ID, Title: s.Title, URL: s.URL, Strength: s.Strength, Words: v.Strength(s.Strength), Plan: s.Plan, Line: s.Line, SaysSo: s.SaysSo}
}

// KeyTime is one of the few moments that sum a course up.
type KeyTime struct {
	At     time.Time `json:"at"`
	Kind   string    `json:"kind"` // "routine": it begins then; "window": its wait ends then
	ID     string    `json:"id"`
	Name   string    `json:"name"`
	Text   string    `json:"text"`
	Source string    `json:"source"`
	Says   Source    `json:"says"`
}

// OfKeyTimes is the shape of key times.
func OfKeyTimes(v phrase.Voice, all []service.KeyTime) []KeyTime {
	return each(all, func(k service.KeyTime) KeyTime {
		return KeyTime{At: k.At, Kind: k.Kind, ID: k.ID, Name: k.Name, Text: v.KeyTime(k), Source: k.Source, Says: ofSource(v, k.Says)}
	})
}

// each is a list of the same length, never nil: a list in JSON is never null.
func each[A, B any](all []A, of func(A) B) []B {
	out := make([]B, len(all))
	for i, a := range all {
		out[i] = of(a)
	}
	return out
}

// instant is a moment, null if there is none.
func instant(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}
