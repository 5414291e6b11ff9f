package service

import (
	"slices"
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/record"
)

// untilCalm is a routine or an advice that goes on until the person answers the plan's question.
type untilCalm struct {
	id, name  string
	condition string // "": whether the skin is calm
	treatment int64
	from      time.Time // the first moment at which a yes to it counts
	since     time.Time // asked from then on
	said      time.Time // when the yes was given; zero: not yet
}

// now says whether the question is open.
func (a untilCalm) now(at time.Time) bool { return a.said.IsZero() && !at.Before(a.since) }

// askedParts are those of the courses that run, the newest treatment's first.
func (sc Scene) askedParts() (parts []untilCalm) {
	for _, c := range sc.Courses {
		for _, r := range c.Routines {
			if !r.AskFrom.IsZero() {
				parts = append(parts, untilCalm{r.Spec.ID, r.Spec.Name, r.Spec.Condition, r.Treatment, course.Later(r.From, r.TreatedAt), r.AskFrom, r.CalmSaid})
			}
		}
		for _, a := range c.Care {
			if !a.AskFrom.IsZero() && a.Spec.Situation == "" {
				parts = append(parts, untilCalm{a.Spec.ID, a.Spec.Name, a.Spec.Condition, c.Treatment.ID, course.Later(a.From, c.Treatment.At), a.AskFrom, a.CalmSaid})
			}
		}
	}
	return parts
}

// calmPart is the entry for a word that names a routine or an advice; ok is false if it names none.
func (sc Scene) calmPart(word string) (e record.Entry, ok bool, err error) {
	parts := sc.askedParts()
	i := slices.IndexFunc(parts, func(a untilCalm) bool { return ask.Same(a.id, word) || ask.Same(a.name, word) })
	if i < 0 {
		return record.Entry{}, false, nil
	}
	switch a := parts[i]; {
	case !a.said.IsZero():
		return record.Entry{}, true, fault.Use("refusal.said_already", fault.Args{"Window": a.name})
	case sc.Now.Before(a.from):
		return record.Entry{}, true, fault.Use("refusal.calm_too_early", fault.Args{"Window": a.name, "Until": a.from})
	default:
		return record.Entry{At: sc.Now, Kind: record.KindCalm, What: a.id, Treatment: a.treatment}, true, nil
	}
}

// alike are the answers to what else is asked now, a wait, a routine or an advice, in the same words as what was answered:
// it is asked once.
func (sc Scene) alike(windows []course.Window, answered record.Entry) (more []record.Entry) {
	open := sc.askedParts()
	for _, w := range windows {
		a := untilCalm{id: w.Spec.ID, condition: w.Spec.Condition, treatment: w.Treatment, since: sc.Now}
		if w.StateAt(sc.Now, sc.Zone) != course.Ask {
			a.said = sc.Now
		}
		open = append(open, a)
	}
	i := slices.IndexFunc(open, func(a untilCalm) bool { return a.id == answered.What && a.treatment == answered.Treatment })
	if i < 0 || open[i].condition == "" {
		return nil
	}
	for _, a := range open {
		if a.id != answered.What && a.condition == open[i].condition && a.now(sc.Now) {
			more = append(more, record.Entry{At: sc.Now, Kind: record.KindCalm, What: a.id, Treatment: a.treatment})
		}
	}
	return more
}

// calmAll is the entry for calm skin as a whole. It is refused if nothing asks for that now, with the question that is
// open if there is one with a condition of its own: calm skin does not answer that.
func (sc Scene) calmAll(windows []course.Window) (record.Entry, error) {
	open := sc.askedParts()
	for _, w := range windows {
		if w.StateAt(sc.Now, sc.Zone) == course.Ask {
			open = append(open, untilCalm{id: w.Spec.ID, name: w.Spec.Name, condition: w.Spec.Condition, treatment: w.Treatment})
		}
	}
	open = slices.DeleteFunc(open, func(a untilCalm) bool { return !a.now(sc.Now) })
	if i := slices.IndexFunc(open, func(a untilCalm) bool { return a.condition == "" }); i >= 0 {
		return record.Entry{At: sc.Now, Kind: record.KindCalm, Treatment: open[i].treatment}, nil
	}
	if len(open) == 0 {
		return record.Entry{}, ErrNotAsked
	}
	return record.Entry{}, fault.Use("refusal.calm_which", fault.Args{"Window": open[0].name, "Condition": open[0].condition, "ID": open[0].id})
}
