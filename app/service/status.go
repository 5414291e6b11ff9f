package service

import (
	"context"
	"slices"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/app/reminder"
	"afterglow/guidance"
)

// Status is where the person stands at the moment at; zero is now. A moment to come
// is answered as if nobody did anything until then.
func (s *Service) Status(ctx context.Context, at time.Time) (Status, error) {
	_, st, err := s.Look(ctx, at)
	return st, err
}

// Look is the scene at that moment, zero for now, with its status: read once, so that both tell of the same moment.
func (s *Service) Look(ctx context.Context, at time.Time) (Scene, Status, error) {
	sc, err := s.Scene(ctx, at)
	if err != nil {
		return Scene{}, Status{}, err
	}
	return sc, sc.Status(), nil
}

// Status lays the scene out as an answer. It is pure: the timeline draws the
// now-line's drag from a scene that it moves with At.
func (sc Scene) Status() Status {
	st := Status{
		Now:        sc.Now,
		Treatments: []TreatmentView{},
		Windows:    sc.windows(),
		Unread:     sc.unread,
	}
	for _, c := range sc.Courses {
		st.Treatments = append(st.Treatments, sc.treatment(c))
	}
	if lead, ok := sc.Lead(); ok {
		v := sc.treatment(lead)
		st.Treatment = &v
		st.Phase = sc.phase(lead)
	}
	upcoming := sc.soon()
	st.Routines = sc.routines(upcoming)
	st.Always = sc.always()
	st.Care, st.Series, st.Questions, st.Lasting = sc.advice(), sc.series(), sc.questions(), sc.stillGoesOn()
	if len(upcoming) > 0 {
		v := sc.next(sc.withShelf(upcoming[0]))
		st.Next = &v
	}
	decision := reminder.Decide(sc.Told())
	if sc.ahead() {
		decision = imagined(decision, upcoming)
	}
	st.Held = sc.held(decision)
	nextOfHeld(st.Routines, st.Held)
	st.Due = sc.due(decision)
	if until, ok := reminder.Paused(sc.Entries, sc.Now); ok {
		st.Paused = optional(until, sc.Zone)
	}
	st.NextVisit, st.Felt, st.IfRed = sc.visit(), sc.felt(), sc.ifRed()
	if again := course.AskAgain(sc.Entries, sc.Prefs, sc.Now, sc.Zone); again.After(sc.Now) {
		st.AskAgain = optional(again, sc.Zone)
	}
	st.Delays = delaysAt(sc.Prefs, sc.Now, sc.Zone)
	return st
}

// At is the same scene seen at another moment: what was written down stays as it is.
func (sc Scene) At(at time.Time) Scene {
	sc.Now = at.In(sc.Zone)
	sc.Input.Now = sc.Now
	return sc
}

// soon is what comes next: of the two days ahead, else of the whole course. For a moment to
// come, what is shown until then is taken as shown.
func (sc Scene) soon() []reminder.Occurrence {
	var end time.Time
	for _, c := range sc.Courses {
		if c.Closes.After(end) {
			end = c.Closes
		}
	}
	horizon := sc.Now.Add(48 * time.Hour)
	// A window that ends in the last night is told in the morning after.
	if end = end.Add(24 * time.Hour); end.Before(horizon) {
		end = horizon
	}
	in := sc.Input
	if sc.ahead() {
		in.Now = sc.from
	}
	found := reminder.UpcomingWhile(in, end, func(next time.Time, found []reminder.Occurrence) bool {
		found = sc.yetToCome(found)
		if next.After(horizon) {
			return len(found) == 0
		}
		// What is held at a moment to come is looked for among all that comes: see imagined.
		return sc.ahead() || len(found) == 0 || !sc.nextOfAll(found)
	})
	return sc.yetToCome(found)
}

// withShelf is what comes next with the products that its notification will name: to look through the shelf for all
// that comes would take too long for an answer that tells the next alone.
func (sc Scene) withShelf(o reminder.Occurrence) reminder.Occurrence {
	if len(sc.Shelf) == 0 || o.Kind == reminder.RoutineDue {
		return o
	}
	in := sc.Told()
	if sc.ahead() {
		in.Now = sc.from
	}
	for _, told := range reminder.Upcoming(in, o.At) {
		if told.ID == o.ID && told.Round == o.Round {
			return told
		}
	}
	return o
}

// yetToCome is the part of what was found that is shown at the scene's moment or later.
func (sc Scene) yetToCome(found []reminder.Occurrence) []reminder.Occurrence {
	for len(found) > 0 && found[0].At.Before(sc.Now) {
		found = found[1:]
	}
	return found
}

// nextOfAll says whether every routine that reminds has its next occurrence among found.
func (sc Scene) nextOfAll(found []reminder.Occurrence) bool {
	for _, c := range sc.Courses {
		for _, r := range c.Routines {
			if r.Spec.Situation == "" && !sc.off(r.Spec) && sc.Now.Before(r.Until) && !hasRoutine(found, r.Spec.ID) {
				return false
			}
		}
	}
	return true
}

func hasRoutine(found []reminder.Occurrence, id string) bool {
	return slices.ContainsFunc(found, func(o reminder.Occurrence) bool { return o.Kind == reminder.RoutineDue && o.What == id })
}

// nextOfHeld says of each routine of which something is kept back that this comes next: if one notification sums
// up what was kept back, it is not told in one of its own.
func nextOfHeld(routines []RoutineView, held []HeldView) {
	for i := range routines {
		for _, h := range held {
			r := &routines[i]
			if h.Kind == string(reminder.RoutineDue) && h.What == r.ID && h.Until != nil && (r.Next == nil || h.At.Before(*r.Next)) {
				r.Next = &h.At
			}
		}
	}
}

// imagined leaves of a decision about a moment to come what will truly wait then: what
// comes before it will have been shown.
func imagined(d reminder.Decision, upcoming []reminder.Occurrence) reminder.Decision {
	var held []reminder.Held
	for _, h := range d.Held {
		if slices.ContainsFunc(upcoming, func(o reminder.Occurrence) bool { return o.ID == h.ID }) {
			held = append(held, h)
		}
	}
	return reminder.Decision{Held: held}
}

// ahead says whether the scene's moment lies in the future.
func (sc Scene) ahead() bool { return !sc.from.IsZero() && sc.Now.After(sc.from) }

func (sc Scene) treatment(c course.Course) TreatmentView {
	t := c.Treatment
	clinic := clinicOf(c.Plan, sc.Settings)
	phase, _, _ := c.PhaseAt(sc.Now)
	return TreatmentView{
		ID:        t.ID,
		At:        t.At.In(sc.Zone),
		EnteredAt: local(t.EnteredAt, sc.Zone),
		Day:       c.Day(sc.Now, sc.Zone),
		Device:    t.Device,
		DepthMM:   t.DepthMM,
		Area:      t.Area,
		Sensitive: t.Sensitive,
		Plan:      c.Plan.ID,
		PlanName:  c.Plan.Name,
		Ends:      local(c.Ends, sc.Zone),
		Over:      !sc.Now.Before(c.Closes),
		Phase:     phase.Spec.Name,
		Clinic:    clinic.Name,
		Phone:     clinic.Phone,
	}
}

func (sc Scene) phase(c course.Course) *PhaseView {
	p, part, ok := c.PhaseAt(sc.Now)
	if !ok {
		return nil
	}
	return &PhaseView{
		ID:     p.Spec.ID,
		Name:   p.Spec.Name,
		From:   local(p.From, sc.Zone),
		Until:  local(p.Until, sc.Zone),
		Share:  part,
		Expect: p.Spec.Expect,
		Source: SaysParts(c.Plan, p.Spec.Source, p.Spec.Line, p.Spec.Says),
	}
}

// off says whether the person switched the routine's reminders off.
func (sc Scene) off(r guidance.Routine) bool {
	if r.Role == guidance.Water && !sc.Prefs.Water {
		return true
	}
	times, chosen := sc.Prefs.Times[r.ID]
	return chosen && times != nil && len(times) == 0
}

// doneOn counts how often a routine was carried out on local day d.
func (sc Scene) doneOn(routine string, d course.Date) int {
	n := 0
	for _, e := range sc.Entries {
		if sc.counts(e, routine, d) {
			n++
		}
	}
	return n
}

// dayOf is the day for which an entry counts.
func (sc Scene) dayOf(e record.Entry) course.Date {
	if o, ok := readOccurrence(e.Occurrence); ok && !o.date.IsZero() {
		return o.date.Date
	}
	return course.DayAt(sc.Prefs, e.At, sc.Zone)
}

// visit is when the plan of the latest treatment would have the next one, until that has passed.
func (sc Scene) visit() *VisitView {
	c := sc.latest
	if c == nil || c.NextFrom.IsZero() {
		return nil
	}
	for _, other := range sc.Courses {
		if other.Treatment.At.After(c.Treatment.At) {
			return nil // the next one is entered already
		}
	}
	if v := sc.visitAfter(*c); !sc.Now.After(v.Until) {
		return v
	}
	return nil
}

// visitAfter is when a course's plan would have the next treatment, past or not; nil: it does not say.
func (sc Scene) visitAfter(c course.Course) *VisitView {
	if c.NextFrom.IsZero() {
		return nil
	}
	until := c.NextUntil
	if until.IsZero() {
		until = c.NextFrom
	}
	spacing := c.Plan.Spacing
	return &VisitView{
		From:    local(c.NextFrom, sc.Zone),
		Until:   local(until, sc.Zone),
		Spacing: spacing,
		Says:    Says(c.Plan, spacing.Source, spacing.Line),
	}
}

// unshown says whether something should be on the desktop now that is not: the program
// that shows is not running, or the desktop asks for quiet.
func (sc Scene) unshown() bool { return len(reminder.Decide(sc.Input).Show) > 0 }
