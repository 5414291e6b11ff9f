package phrase

import (
	"strings"

	"afterglow/app/record"
	"afterglow/guidance"
)

// PlanNote is said of a plan that can be used: a line of its file, and what to know of it.
type PlanNote struct {
	Line int
	Text string
}

// PlanNotes tells what a notification will show of those sentences after a wait that are too long for it.
func (v Voice) PlanNotes(p guidance.Plan) []PlanNote {
	var notes []PlanNote
	for _, w := range p.Windows {
		if w.AndWhen != "" {
			continue // its end asks a question instead
		}
		key, text := "after", w.After
		if w.Then != "" {
			key, text = "then", w.Then
		}
		news := record.WindowNews{Name: w.Name, Ended: v.now, Passed: w.Until.Roughly(), After: w.After, Then: w.Then}
		if w.ThenUntil != nil {
			news.ThenUntil = v.now.Add(w.ThenUntil.Roughly() - w.Until.Roughly())
		}
		if body := v.endBody(&news); !strings.Contains(body, strings.TrimSuffix(strings.TrimSpace(text), ".")) {
			notes = append(notes, PlanNote{w.Line, v.T("planpage.note_shortened", Args{"Key": key, "Name": w.Name, "Shown": body})})
		}
	}
	return notes
}
