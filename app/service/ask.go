package service

import (
	"context"
	"time"

	"afterglow/app/ask"
	"afterglow/app/record"
	"afterglow/guidance"
)

// AskView is the answer to a question.
type AskView struct {
	ask.Reply
	Says     []SourceView // who says so, one for each of Answers
	AlsoSays []SourceView // one for each of Also
	Of       [][]Called   // of several treatments, the one that each of Answers comes from; else none
	AlsoOf   [][]Called   // one for each of Also
	Clinic   guidance.Clinic
	// Notes are what the person's clinic said to a question about the same, in the person's own words, the newest
	// first. They go above the plan's silence, never before a call; each belongs to its own question's words.
	Notes []record.ClinicQuestion
}

// Ask answers a question at the moment at (zero: now), unless it names one itself. What runs is read at at; see
// [Scene.Ask].
func (s *Service) Ask(ctx context.Context, q ask.Question, at time.Time) (AskView, error) {
	sc, err := s.answering(ctx, at)
	if err != nil {
		return AskView{}, err
	}
	return sc.Ask(q), nil
}

// Ask answers a question from what was read already: for each letter that somebody types.
func (sc Scene) Ask(q ask.Question) AskView {
	scene := ask.Scene{Now: sc.Now, Zone: sc.Zone, Courses: sc.Courses, Plan: sc.Plan, Book: ask.Default()}
	if len(scene.Courses) == 0 && sc.latest != nil {
		scene.Courses = append(scene.Courses, *sc.latest)
	}
	v := AskView{Reply: scene.Answer(q), Clinic: sc.Plan.Clinic}
	if v.Next {
		sc.answerNext(&v.Reply)
	}
	v.Says, v.AlsoSays = sc.saysOf(v.Answers), sc.saysOf(v.Also)
	v.Of, v.AlsoOf = sc.calledOf(v.Answers), sc.calledOf(v.Also)
	v.Notes = sc.NotesOn(q.Text, topicIDs(v.Topics))
	return v
}

func topicIDs(topics []ask.Topic) []string {
	ids := make([]string, len(topics))
	for i, t := range topics {
		ids[i] = t.ID
	}
	return ids
}

// calledOf tells for each answer which of several treatments it comes from.
func (sc Scene) calledOf(answers []ask.Answer) [][]Called {
	out := make([][]Called, len(answers))
	for i, a := range answers {
		if c, ok := sc.TreatmentCalled(a.Treatment); ok {
			out[i] = []Called{c}
		}
	}
	return out
}

func (sc Scene) saysOf(answers []ask.Answer) []SourceView {
	out := make([]SourceView, 0, len(answers))
	for _, a := range answers {
		out = append(out, Says(sc.planOf(a.Treatment), a.Source, a.Line))
	}
	return out
}

// planOf is the plan of a treatment, even if its course is over.
func (sc Scene) planOf(treatment int64) guidance.Plan {
	if sc.latest != nil && treatment == sc.latest.Treatment.ID {
		return sc.latest.Plan
	}
	return sc.plan(treatment)
}
