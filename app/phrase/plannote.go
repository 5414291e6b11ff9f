package phrase

import (
	"strings"
	"time"

	"afterglow/app/record"
	"afterglow/guidance"
)

// PlanNote is said of a plan that can be used: a line of its file, and what to know of it.
type PlanNote struct {
	Line int
	Text string
}

// PlanNotes tells what a notification will show of those sentences that are too long for it.
func (v Voice) PlanNotes(p guidance.Plan) []PlanNote {
	notes := v.endNotes(p)
	for _, r := range p.Routines {
		notes = append(notes, v.routineNotes(r)...)
	}
	return notes
}

// endNotes are those of sentences after a wait.
func (v Voice) endNotes(p guidance.Plan) []PlanNote {
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
		if body := v.endBody(&news); !holds(body, text) {
			notes = append(notes, v.shortened(w.Line, key, w.Name, body))
		}
	}
	return notes
}

// routineNotes are those of what a routine asks and says to do. What a drink or a check-in says to do is not in its
// notification, and what is meant for a situation has none.
func (v Voice) routineNotes(r guidance.Routine) []PlanNote {
	if r.Situation != "" {
		return nil
	}
	var notes []PlanNote
	news := record.RoutineNews{Name: r.Name, Ask: r.Ask}
	if title := v.routineTitle(&news); !holds(title, r.Ask) {
		notes = append(notes, v.shortened(r.Line, "ask", r.Name, title))
	}
	if r.Amount.Max > 0 || r.Role == guidance.CheckIn {
		return notes
	}
	if r.Role == guidance.Moisturise {
		news.Next = v.now.Add(time.Hour) // takes room: it says when the next one comes
	}
	says := []string{r.How}
	for _, s := range r.Stages {
		says = append(says, s.How)
	}
	for _, how := range says {
		news.How = how
		if body := v.routineBody(&news); !holds(body, how) {
			notes = append(notes, v.shortened(r.Line, "how", r.Name, body))
		}
	}
	return notes
}

// holds says whether a notification shows a sentence whole.
func holds(shown, sentence string) bool {
	return strings.Contains(shown, strings.TrimSuffix(strings.TrimSpace(sentence), "."))
}

func (v Voice) shortened(line int, key, name, shown string) PlanNote {
	return PlanNote{line, v.T("planpage.note_shortened", Args{"Key": key, "Name": name, "Shown": shown})}
}
