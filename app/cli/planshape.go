package cli

import (
	"time"

	"afterglow/guidance"
)

// planAnswer is what `plan show --json` answers: the plan file's own words and keys.
type planAnswer struct {
	ID       string        `json:"id"`
	Name     string        `json:"name"`
	Version  string        `json:"version"`
	Summary  string        `json:"summary"`
	Clinic   planClinic    `json:"clinic"`
	Windows  []planWindow  `json:"windows"`
	Routines []planRoutine `json:"routines"`
	Phases   []planPhase   `json:"phases"`
	Care     []planCare    `json:"care"`
	Calls    []planCall    `json:"call"`
	Spacing  planSpacing   `json:"spacing"`
	Sources  []planSource  `json:"sources"`
}

type planClinic struct {
	Name  string `json:"name"`
	Phone string `json:"phone"`
}

type planWindow struct {
	ID          string   `json:"id"`
	Name        string   `json:"name"`
	Avoid       string   `json:"avoid"`
	Why         string   `json:"why"`
	After       string   `json:"after"`
	From        string   `json:"from"`
	Until       string   `json:"until"`
	AndWhen     string   `json:"and_when"`
	AllowedFrom string   `json:"allowed_from"`
	Situation   string   `json:"situation"`
	Hours       string   `json:"hours"`
	Then        string   `json:"then"`
	ThenUntil   string   `json:"then_until"`
	Extend      string   `json:"extend"`
	Activities  []string `json:"activities"`
	Source      string   `json:"source"`
	Line        int      `json:"line"`
}

type planRoutine struct {
	ID        string   `json:"id"`
	Name      string   `json:"name"`
	How       string   `json:"how"`
	Times     []string `json:"times"`
	Every     string   `json:"every"`
	For       string   `json:"for"`
	Amount    string   `json:"amount"`
	From      string   `json:"from"`
	Until     string   `json:"until"`
	UsefulFor string   `json:"useful_for"`
	Situation string   `json:"situation"`
	Source    string   `json:"source"`
	Line      int      `json:"line"`
}

type planPhase struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	From   string `json:"from"`
	Until  string `json:"until"`
	Expect string `json:"expect"`
	Source string `json:"source"`
	Line   int    `json:"line"`
}

type planCare struct {
	ID     string `json:"id"`
	Rule   int    `json:"rule"`
	Name   string `json:"name"`
	Text   string `json:"text"`
	Source string `json:"source"`
	Line   int    `json:"line"`
}

type planCall struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Act    string `json:"act"`
	Source string `json:"source"`
}

type planSpacing struct {
	Text   string `json:"text"`
	Source string `json:"source"`
}

type planSource struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	URL      string `json:"url"`
	Strength string `json:"strength"`
	Words    string `json:"words"`
	Note     string `json:"note"`
}

func planShape(p guidance.Plan) planAnswer {
	a := planAnswer{
		ID: p.ID, Name: p.Name, Version: p.Version, Summary: p.Summary,
		Clinic:   planClinic{p.Clinic.Name, p.Clinic.Phone},
		Windows:  []planWindow{},
		Routines: []planRoutine{},
		Phases:   []planPhase{},
		Care:     []planCare{},
		Calls:    []planCall{},
		Spacing:  planSpacing{p.Spacing.Text, p.Spacing.Source},
		Sources:  []planSource{},
	}
	for _, w := range p.Windows {
		a.Windows = append(a.Windows, windowShape(w))
	}
	for _, r := range p.Routines {
		a.Routines = append(a.Routines, planRoutine{
			ID: r.ID, Name: r.Name, How: r.How, Times: clockWords(r.Times), Every: spanWords(r.Every), For: spanWords(r.For),
			Amount: r.Amount.Text, From: r.From.String(), Until: r.Until.String(), UsefulFor: spanWords(r.UsefulFor),
			Situation: r.Situation, Source: r.Source, Line: r.Line,
		})
	}
	for _, x := range p.Phases {
		a.Phases = append(a.Phases, planPhase{x.ID, x.Name, x.From.String(), x.Until.String(), x.Expect, x.Source, x.Line})
	}
	for _, c := range p.Care {
		a.Care = append(a.Care, planCare{c.ID, c.Rule, c.Name, c.Text, c.Source, c.Line})
	}
	for _, c := range guidance.CallList(p) {
		a.Calls = append(a.Calls, planCall{c.ID, c.Text, c.Act, c.Source})
	}
	for _, s := range p.Sources {
		a.Sources = append(a.Sources, planSource{s.ID, s.Title, s.URL, s.Strength, guidance.StrengthWords(s.Strength), s.Note})
	}
	return a
}

func windowShape(w guidance.Window) planWindow {
	v := planWindow{
		ID: w.ID, Name: w.Name, Avoid: w.Avoid, Why: w.Why, After: w.After, From: w.From.String(), Until: w.Until.String(),
		AndWhen: w.AndWhen, AllowedFrom: momentWords(w.AllowedFrom), Situation: w.Situation, Then: w.Then,
		ThenUntil: momentWords(w.ThenUntil), Extend: spanWords(w.Extend), Activities: w.Activities, Source: w.Source, Line: w.Line,
	}
	if w.Hours != nil {
		v.Hours = w.Hours.String()
	}
	if v.Activities == nil {
		v.Activities = []string{}
	}
	return v
}

func momentWords(m *guidance.Moment) string {
	if m == nil {
		return ""
	}
	return m.String()
}

// spanWords is a span as people read it, "" for none.
func spanWords(d time.Duration) string {
	if d == 0 {
		return ""
	}
	return guidance.SpanWords(d)
}

func clockWords(times []guidance.Clock) []string {
	out := []string{}
	for _, t := range times {
		out = append(out, t.String())
	}
	return out
}
