package shape

import (
	"time"

	"afterglow/app/phrase"
	"afterglow/app/service"
)

// Status is where the person stands at one moment.
type Status struct {
	Now        time.Time    `json:"now"`
	Treatment  *Treatment   `json:"treatment"` // the newest whose course runs; nil: none
	Treatments []Treatment  `json:"treatments"`
	Phase      *Phase       `json:"phase"`
	Windows    []Window     `json:"windows"`
	Routines   []Routine    `json:"routines"`
	Care       []Advice     `json:"care"`      // advice with a time of its own that holds now
	Always     []Advice     `json:"always"`    // advice of a clinic's plan that has no time
	Lasting    []Can        `json:"lasting"`   // of courses that are over: what goes on, in the shape of `can`
	Questions  []PartAsked  `json:"questions"` // what is asked of routines and advice that go on until the person says so
	Next       *Occurrence  `json:"next"`
	Due        []Occurrence `json:"due"`  // shown or due, unanswered, still useful
	Held       []Held       `json:"held"` // due and kept back, with the reason
	Paused     *time.Time   `json:"paused_until"`
	NextVisit  *Visit       `json:"next_treatment"`
	Felt       *FeltOnce    `json:"felt"`      // how the skin felt last; null: nothing was noted
	IfRed      []Call       `json:"if_red"`    // what the plans have who is still red or peeling now call for
	AskAgain   *time.Time   `json:"ask_again"` // until then nobody is asked whether their skin is calm
}

// Advice is advice that holds now.
type Advice struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Text string `json:"text"`
	End  string `json:"end"` // until when it holds, in words; "": no end is known
	Says Source `json:"says"`
}

func ofAdvice(v phrase.Voice, c service.AdviceView) Advice {
	return Advice{ID: c.ID, Name: c.Name, Text: c.Text, End: v.AdviceEnd(c), Says: ofSource(v, c.Says)}
}

// PartAsked is what the person is asked of a routine or advice.
type PartAsked struct {
	ID       string `json:"id"` // `calm` takes it
	Name     string `json:"name"`
	Question string `json:"question"`
	Says     Source `json:"says"`
}

// Phase is the phase that runs.
type Phase struct {
	ID     string    `json:"id"`
	Name   string    `json:"name"`
	From   time.Time `json:"from"`
	Until  time.Time `json:"until"`
	Share  float64   `json:"share"` // 0 to 1: how much of the phase has passed
	Expect string    `json:"expect"`
	Source Source    `json:"says"`
}

// Visit is when the plan would have the next treatment.
type Visit struct {
	From  time.Time `json:"from"`
	Until time.Time `json:"until"`
	Text  string    `json:"text"`
	Says  Source    `json:"says"`
}

// OfStatus is the shape of a status.
func OfStatus(v phrase.Voice, st service.Status) Status {
	out := Status{
		Now:        st.Now,
		Treatments: OfTreatments(st.Treatments),
		Windows:    each(st.Windows, func(w service.WindowView) Window { return ofWindow(v, w) }),
		Routines:   each(st.Routines, func(r service.RoutineView) Routine { return ofRoutine(v, r) }),
		Care:       each(st.Care, func(c service.AdviceView) Advice { return ofAdvice(v, c) }),
		Always:     each(st.Always, func(c service.AdviceView) Advice { return ofAdvice(v, c) }),
		Questions: each(st.Questions, func(q service.WindowView) PartAsked {
			return PartAsked{ID: q.ID, Name: q.Name, Question: v.Question(q.End.Condition), Says: ofSource(v, q.Says)}
		}),
		Lasting:  OfCan(v, st.Lasting),
		Due:      OfOccurrences(v, st.Due),
		Held:     each(st.Held, func(h service.HeldView) Held { return ofHeld(v, h) }),
		Paused:   st.Paused,
		Felt:     ofFelt(st.Felt),
		IfRed:    ofCalls(v, st.IfRed),
		AskAgain: st.AskAgain,
	}
	if st.Treatment != nil {
		t := OfTreatment(*st.Treatment)
		out.Treatment = &t
	}
	if p := st.Phase; p != nil {
		out.Phase = &Phase{ID: p.ID, Name: p.Name, From: p.From, Until: p.Until, Share: p.Share, Expect: p.Expect, Source: ofSource(v, p.Source)}
	}
	if st.Next != nil {
		o := ofOccurrence(v, *st.Next)
		out.Next = &o
	}
	if n := st.NextVisit; n != nil {
		out.NextVisit = &Visit{From: n.From, Until: n.Until, Text: v.Spacing(n.Spacing), Says: ofSource(v, n.Says)}
	}
	return out
}
