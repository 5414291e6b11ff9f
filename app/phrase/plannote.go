package phrase

import (
	"slices"
	"strings"
	"time"

	"afterglow/app/record"
	"afterglow/app/studio"
	"afterglow/guidance"
)

// PlanNote is said of a plan that can be used: a line of its file, and what to know of it.
type PlanNote struct {
	Line int
	Text string
}

// PlanNotes tells what a notification will show of those texts that are too long for it, and what will happen where the
// plan leaves something open, by line.
func (v Voice) PlanNotes(p guidance.Plan) []PlanNote {
	var notes []PlanNote
	for i := range p.Windows {
		w := &p.Windows[i]
		notes = append(notes, v.windowNotes(w)...)
		if p.Spacing.From == 0 && (w.From.Anchor == guidance.BeforeNext || w.Until.Anchor == guidance.BeforeNext) {
			notes = append(notes, PlanNote{w.Line, v.T("planpage.note_next", Args{"Name": w.Name})})
		}
	}
	for i := range p.Routines {
		r := &p.Routines[i]
		notes = append(notes, v.routineNotes(r)...)
		if r.Until.Anchor == guidance.NoEnd || r.Until.Anchor == guidance.BeforeNext {
			id := "planpage.note_no_end"
			if p.Spacing.From == 0 {
				id = "planpage.note_no_end_no_spacing"
			}
			notes = append(notes, PlanNote{r.Line, v.T(id, Args{"Name": r.Name})})
		}
	}
	slices.SortStableFunc(notes, func(a, b PlanNote) int { return a.Line - b.Line })
	return notes
}

// DraftNotes are the studio's warnings of a plan that can be used, by line; that a row lacks its sentence is none.
func (v Voice) DraftNotes(d *studio.Draft, t studio.Trial) (notes []PlanNote) {
	rows := d.Rows()
	row := func(key string) studio.Entry {
		return rows[max(slices.IndexFunc(rows, func(e studio.Entry) bool { return e.Key == key }), 0)]
	}
	for _, w := range d.Warnings(t) {
		if w.Kind == studio.NoSentence || w.Kind == studio.Wrong {
			continue
		}
		text := v.StudioWarning(w, func(key string) string { return v.StudioTitle(row(key)) })
		notes = append(notes, PlanNote{row(w.Key).Line, text})
	}
	slices.SortStableFunc(notes, func(a, b PlanNote) int { return a.Line - b.Line })
	return notes
}

func (v Voice) windowNotes(w *guidance.Window) []PlanNote {
	if w.AsksCalm() || w.Until.Anchor == guidance.NoEnd || w.OnlyBefore() {
		return nil // its end asks a question instead, never comes, or is the treatment itself
	}
	var notes []PlanNote
	key, text := "after", w.After
	if w.Then != "" {
		key, text = "then", w.Then
	}
	news := record.WindowNews{Name: w.Name, Ended: v.now, Passed: w.Until.Roughly(), Unit: string(w.Until.Said.Unit), After: w.After, Then: w.Then}
	if w.ThenUntil != nil {
		news.ThenUntil = v.now.Add(w.ThenUntil.Roughly() - w.Until.Roughly())
	}
	if title := v.endTitle(&news, titleLetters); w.Then == "" && !strings.Contains(title, v.Inside(w.Name)) {
		notes = append(notes, v.shortened(w.Lines, "name", w.Name, title))
	}
	if body := v.endBody(&news); !holds(body, text) {
		notes = append(notes, v.shortened(w.Lines, key, w.Name, body))
	}
	return notes
}

func (v Voice) routineNotes(r *guidance.Routine) []PlanNote {
	if r.Situation != "" {
		return nil // it never asks
	}
	var notes []PlanNote
	if title := v.routineTitle(&record.RoutineNews{Name: r.Name, Ask: r.Ask}); !holds(title, r.Ask) {
		notes = append(notes, v.shortened(r.Lines, "ask", r.Name, title))
	}
	if r.Role == guidance.CheckIn {
		return notes // what it says to do is on its own page, with room for it
	}
	note := func(how string, lines guidance.TextLines) {
		news := record.RoutineNews{Name: r.Name, Ask: r.Ask, How: how}
		switch {
		case r.Drink():
			news.Drink = &record.Drink{Goal: r.Amount.Max, Glass: 1, Vessel: r.Amount.Unit}
		case r.Role == guidance.Moisturise && len(r.Times) != 1:
			news.Next = v.now.Add(time.Minute) // all but the day's last say when the next one comes
		}
		if body := v.routineBody(&news, bodyLetters); !holds(body, how) {
			notes = append(notes, v.shortened(lines, "how", r.Name, body))
		}
	}
	note(r.How, r.Lines)
	for i := range r.Stages {
		note(r.Stages[i].How, r.Stages[i].Lines)
	}
	return notes
}

// holds says whether a notification shows a text whole.
func holds(body, text string) bool {
	return strings.Contains(body, strings.TrimSuffix(strings.TrimSpace(text), "."))
}

func (v Voice) shortened(lines guidance.TextLines, key, name, shown string) PlanNote {
	return PlanNote{lines[key], v.T("planpage.note_shortened", Args{"Key": key, "Name": name, "Shown": shown})}
}
