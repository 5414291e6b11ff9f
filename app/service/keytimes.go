package service

import (
	"slices"
	"time"

	"afterglow/app/course"
	"afterglow/guidance"
)

// mostKeyTimes is how many key times a treatment is summed up by.
const mostKeyTimes = 5

// What a key time is.
const (
	KeyRoutine = "routine" // a routine begins then
	KeyWindow  = "window"  // its wait ends then
	KeyStep    = "step"    // what follows its wait begins, and another wait goes on with what it is named by
)

// KeyTime is one of the few moments that sum a course up.
type KeyTime struct {
	At        time.Time
	Kind      string // KeyRoutine, KeyWindow or KeyStep
	ID        string
	Name      string
	Then      string        // of a window: what follows, in the plan's words; else ""
	AndWhen   string        // of a window: the state that the plan asks for too ("calm"); else ""
	Condition string        // of a window: what the person is asked, in the sheet's words; else ""
	After     time.Duration // how long after the treatment
	Source    string
	Says      SourceView
}

// KeyTimesOf are those that a treatment would have which ended at, with that plan; nothing is written.
func KeyTimesOf(n NewTreatment, plan guidance.Plan, zone *time.Location) []KeyTime {
	t := course.Treatment{At: n.At, Device: n.Device, DepthMM: n.DepthMM, Area: n.Area, Sensitive: n.Sensitive, Plan: plan}
	return Scene{Zone: zone}.keyTimes(course.New(t, zone, nil))
}

// KeyTimes are those of a running treatment; none if it does not run.
func (sc Scene) KeyTimes(treatment int64) []KeyTime {
	for _, c := range sc.Courses {
		if c.Treatment.ID == treatment {
			return sc.keyTimes(c)
		}
	}
	return []KeyTime{}
}

// keyTimes picks what the plan names first: the first routine that begins later than the
// treatment, and the ends of the foremost waits; by time.
func (sc Scene) keyTimes(c course.Course) []KeyTime {
	out := []KeyTime{}
	for _, r := range c.Routines {
		if r.Spec.Situation == "" && r.From.After(c.Treatment.At) {
			out = append(out, KeyTime{
				At: local(r.From, sc.Zone), Kind: KeyRoutine, ID: r.Spec.ID, Name: r.Spec.Name, After: r.From.Sub(c.Treatment.At),
				Source: r.Spec.Source, Says: Says(c.Plan, r.Spec.Source, r.Spec.Line),
			})
			break
		}
	}
	for _, w := range c.Windows {
		if len(out) == mostKeyTimes {
			break
		}
		if w.Spec.Situation != "" || !w.Until.After(c.Treatment.At) || w.Open || w.Never {
			continue // its end, if it has one, allows nothing
		}
		kind := KeyWindow
		if !w.Free() {
			if kind = KeyStep; w.Spec.Then == "" || w.Spec.AsksCalm() {
				continue // no more does this one's
			}
		}
		out = append(out, KeyTime{
			At: local(w.Until, sc.Zone), Kind: kind, ID: w.Spec.ID, Name: w.Spec.Name, Then: w.Spec.Then, AndWhen: andWhen(w.Spec), Condition: w.Spec.Condition,
			After: w.Until.Sub(c.Treatment.At), Source: w.Spec.Source, Says: Says(c.Plan, w.Spec.Source, w.Spec.Line),
		})
	}
	slices.SortStableFunc(out, func(a, b KeyTime) int { return a.At.Compare(b.At) })
	return out
}
