package shape

import (
	"time"

	"afterglow/app/phrase"
	"afterglow/app/service"
	"afterglow/guidance"
)

// Routine is one routine today.
type Routine struct {
	ID       string        `json:"id"`
	Role     guidance.Role `json:"role"` // what the program knows of it; "": nothing in particular
	Name     string        `json:"name"`
	How      string        `json:"how"`
	Done     int           `json:"done"`
	Goal     int           `json:"goal"`
	Next     *time.Time    `json:"next"`
	Unit     string        `json:"unit"`      // "glasses", else ""
	AmountML int           `json:"amount_ml"` // drunk today
	GoalML   int           `json:"goal_ml"`   // of a drink: today's goal
	Amount   string        `json:"amount"`    // of a drink: how much of the goal, in the person's unit ("800 of 1600 ml"); else ""
	GoalText string        `json:"goal_text"` // as the plan says it
	Starts   *time.Time    `json:"starts"`    // set if the routine has not begun
	NotYet   string        `json:"not_yet"`   // of several treatments: where on the skin it may not be done yet; else ""
	Ends     time.Time     `json:"ends"`
	Source   string        `json:"source"`
	Says     Source        `json:"says"`
	Off      bool          `json:"off"` // switched off by the person
	// Situation is "" or when the routine is meant ("outdoors"): it is not reminded of.
	Situation string `json:"situation"`
}

func ofRoutine(v phrase.Voice, r service.RoutineView) Routine {
	out := Routine{
		ID: r.ID, Role: r.Role, Name: r.Name, How: r.How, Done: r.Done, Goal: r.Goal, Next: r.Next,
		GoalText: r.GoalText, Starts: r.Starts, NotYet: v.NotYet(r.NotYet), Ends: r.Ends,
		Source: r.Source, Says: ofSource(v, r.Says), Off: r.Off, Situation: r.Situation,
	}
	if r.Drink != nil {
		out.Unit, out.AmountML, out.GoalML, out.Amount = "glasses", r.Drink.Drunk, r.Drink.Goal, v.Drunk(*r.Drink)
	}
	return out
}

// Occurrence is one occurrence to come or due.
type Occurrence struct {
	ID    string        `json:"id"`
	Kind  string        `json:"kind"` // "routine", "window", "begin", "tell" or "welcome"
	What  string        `json:"what"`
	Role  guidance.Role `json:"role"` // of a routine; "": none in particular
	At    time.Time     `json:"at"`
	Title string        `json:"title"`
	Body  string        `json:"body"`
}

func ofOccurrence(v phrase.Voice, n service.NextView) Occurrence {
	title, body := v.NoticeAt(n.News, n.At)
	return Occurrence{ID: n.ID, Kind: n.Kind, What: n.What, Role: n.Role, At: n.At, Title: title, Body: body}
}

// OfOccurrences is the shape of many occurrences.
func OfOccurrences(v phrase.Voice, all []service.NextView) []Occurrence {
	return each(all, func(n service.NextView) Occurrence { return ofOccurrence(v, n) })
}

// Held is an occurrence that is kept back.
type Held struct {
	Occurrence
	Reason string     `json:"reason"`
	Until  *time.Time `json:"until"`
}

func ofHeld(v phrase.Voice, h service.HeldView) Held {
	return Held{Occurrence: ofOccurrence(v, h.NextView), Reason: v.Held(h.Reason, h.By), Until: h.Until}
}
