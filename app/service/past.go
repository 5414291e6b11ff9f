package service

import (
	"context"
	"slices"
	"time"

	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/record"
	"afterglow/guidance"
)

// PastView is a course that is over: what went by, and what may come.
type PastView struct {
	Treatment TreatmentView
	Closed    time.Time // when it was over
	Days      int       // of the calendar, from the treatment to its end
	Care      []CareView
	First     *FeelView  // how it felt at first; nil: the person never said
	Last      *FeelView  // and at last; nil: they said it once or never
	Lasting   []CanView  // what goes on all the same: no end of it is known, or its end is the person's word
	Next      *VisitView // when the plan would have the next treatment, also once that has passed; nil: it does not say
}

// CareView is how often a routine was done in a course. It is a count, and measured against nothing.
type CareView struct {
	Routine string // its id
	Name    string
	Times   int
}

// Past is the newest course that is over, until the person says that they keep it; nil: none. It goes by what sc was
// read from, and reads what was done since its treatment.
func (s *Service) Past(ctx context.Context, sc Scene) (*PastView, error) {
	c := sc.ended
	if c == nil {
		return nil, nil
	}
	kept, err := s.journal.Kept(ctx, c.Treatment.ID, c.Closes)
	if err != nil || kept {
		return nil, err
	}
	entries, err := s.journal.Entries(ctx, c.Treatment.At)
	if err != nil {
		return nil, err
	}
	return sc.past(*c, entries), nil
}

// past is the view of a course that is over, with the entries since its treatment.
func (sc Scene) past(c course.Course, entries []record.Entry) *PastView {
	v := &PastView{
		Treatment: sc.treatment(c),
		Closed:    local(c.Closes, sc.Zone),
		Days:      course.DateOf(c.Treatment.At, sc.Zone).Days(course.DateOf(c.Closes, sc.Zone)),
		Care:      careOf(c, entries),
	}
	for _, l := range sc.stillGoesOn() {
		if l.Window.Treatment == c.Treatment.ID {
			v.Lasting = append(v.Lasting, l)
		}
	}
	v.First, v.Last = feltIn(c, entries, sc.Zone)
	if sc.latest != nil && sc.latest.Treatment.ID == c.Treatment.ID {
		v.Next = sc.visitAfter(c)
	}
	return v
}

// stillGoesOn is what goes on of courses that are over.
func (sc Scene) stillGoesOn() []CanView {
	var out []CanView
	for _, w := range sc.lasting {
		out = append(out, sc.can(w))
	}
	return out
}

// goesOn is the same, of these treatments alone.
func (s *Service) goesOn(ctx context.Context, treatments ...int64) ([]CanView, error) {
	sc, err := s.Scene(ctx, time.Time{})
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(sc.stillGoesOn(), func(c CanView) bool { return !slices.Contains(treatments, c.Window.Treatment) }), nil
}

// careOf counts what was done of each routine of the plan while the course ran; what was never done is left out, and so
// is the check-in: how it felt is told by itself.
func careOf(c course.Course, entries []record.Entry) []CareView {
	times := map[string]int{}
	for _, e := range entries {
		if e.Kind == record.KindDone && !e.Undone && !e.At.Before(c.Treatment.At) && e.At.Before(c.Closes) {
			times[e.What]++
		}
	}
	var out []CareView
	for _, r := range c.Routines {
		if n := times[r.Spec.ID]; n > 0 && r.Spec.Role != guidance.CheckIn {
			out = append(out, CareView{Routine: r.Spec.ID, Name: r.Spec.Name, Times: n})
		}
	}
	return out
}

// feltIn is how it felt at first and at last, of what the person said of this course.
func feltIn(c course.Course, entries []record.Entry, zone *time.Location) (first, last *FeelView) {
	for _, e := range entries {
		if e.Kind != record.KindFeel || e.Undone || e.Treatment != c.Treatment.ID || !e.At.Before(c.Closes) {
			continue
		}
		if v := feelView(e, zone); first == nil {
			first = v
		} else {
			last = v
		}
	}
	return first, last
}

// Keep notes that the person saw the end of the newest course that is over and keeps their notes: it is not told again.
func (s *Service) Keep(ctx context.Context, treatment int64) (record.Entry, error) {
	sc, err := s.Scene(ctx, time.Time{})
	if err != nil {
		return record.Entry{}, err
	}
	if sc.ended == nil || sc.ended.Treatment.ID != treatment {
		return record.Entry{}, fault.Use("refusal.course_not_over", fault.Args{"Number": treatment})
	}
	return s.add(ctx, record.Entry{At: sc.Now, Kind: record.KindKeep, Treatment: treatment})
}
