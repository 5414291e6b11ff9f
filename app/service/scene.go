package service

import (
	"context"
	"errors"
	"slices"
	"time"

	"afterglow/app/course"
	"afterglow/app/journal"
	"afterglow/app/record"
	"afterglow/app/reminder"
	"afterglow/guidance"
)

// Bounds of what a Scene reads, so that an old journal costs no more than a new one.
const (
	// longestCourse is how long ago a treatment may lie whose course can still run.
	longestCourse = 366 * 24 * time.Hour
	// lookBack covers the local day AnswerDays back, in any zone.
	lookBack = 72 * time.Hour
	// AnswerDays is how many days back an occurrence can still be answered: whether that was
	// done already is not read of earlier ones.
	AnswerDays = 2
)

// Scene gathers what holds at one moment; at zero is now. For a moment in the past,
// what was written down later is left out.
func (s *Service) Scene(ctx context.Context, at time.Time) (Scene, error) {
	now, zone := s.Now(), s.Zone()
	if at.IsZero() {
		at = now
	}
	at = at.In(zone)
	past := at.Before(now)

	settings, err := s.journal.Settings(ctx)
	if err != nil {
		return Scene{}, err
	}
	treatments, unread, err := s.recent(ctx, at)
	if err != nil {
		return Scene{}, err
	}
	ids := make([]int64, len(treatments))
	for i, t := range treatments {
		ids[i] = t.ID
	}
	entries, err := s.journal.EntriesFor(ctx, at.Add(-lookBack), ids...)
	if err != nil {
		return Scene{}, err
	}
	deliveries, err := s.journal.DeliveriesFor(ctx, at.Add(-lookBack), ids...)
	if err != nil {
		return Scene{}, err
	}
	if past {
		entries = entriesUntil(entries, at)
		deliveries = deliveriesUntil(deliveries, at)
	}

	questions, err := s.Questions(ctx)
	if err != nil {
		return Scene{}, err
	}
	shelf, err := s.Shelf(ctx)
	if err != nil {
		return Scene{}, err
	}

	// The newest first: that is the order in which courses are asked for.
	prefs := prefsOf(settings)
	newest := course.FillPrefs(course.FillOthers(treatments), prefs)
	slices.Reverse(newest)
	for i := range newest {
		if newest[i].EnteredAt.After(at) {
			newest[i].EnteredAt = at // seen from the past, it is as if the person had told us by then
		}
	}
	newest = fillOwn(newest, entries)
	all := course.All(newest, zone, entries)
	sc := Scene{
		Now:        at,
		Zone:       zone,
		Courses:    course.Running(all, at),
		Prefs:      prefs,
		Entries:    entries,
		Deliveries: deliveries,
		Settings:   settings,
		Questions:  questions,
		Shelf:      shelf,
		unread:     unread,
		from:       now,
		lasting:    course.Lasting(all, at),
		latest:     latest(all, at),
		ended:      ended(all, at),
	}
	switch lead, ok := sc.Lead(); {
	case ok:
		sc.Plan = lead.Plan
	default:
		p, _, err := s.planInUse(ctx, settings)
		if err != nil {
			return Scene{}, err
		}
		sc.Plan = p
	}
	sc.Plan.Clinic = clinicOf(sc.Plan, settings)
	lately := course.Lately(all, at.Add(-reminder.ToldFor))
	sc.forbid, sc.others = sc.readAcross(slices.Concat(sc.Courses, lately))
	sc.Courses = sc.marked(sc.Courses)
	sc.Input = reminder.Input{
		Now:        at,
		Zone:       zone,
		Courses:    sc.allowing(lately),
		Prefs:      sc.Prefs,
		Entries:    entries,
		Deliveries: deliveries,
	}
	if s.quiet != nil && at.Equal(now) && sc.unshown() {
		sc.Input.Quiet = s.quiet(ctx)
	}
	return sc, nil
}

// answering is the scene for what is asked of the plans. If no waits are known but those of a treatment whose plan cannot
// be read any more, that is the error: an answer without them, and silence too, would read as leave.
func (s *Service) answering(ctx context.Context, at time.Time) (Scene, error) {
	sc, err := s.Scene(ctx, at)
	if err == nil && len(sc.Courses) == 0 && sc.unread != nil {
		err = sc.unread
	}
	return sc, err
}

// clinicOf is whom to call: the plan's clinic, else what the person wrote down.
func clinicOf(p guidance.Plan, settings map[string]string) guidance.Clinic {
	c := p.Clinic
	if c.Name == "" {
		c.Name = settings["clinic"]
	}
	if c.Phone == "" {
		c.Phone = settings["phone"]
	}
	return c
}

// PlanAsWritten is the plan in use without what the person wrote down of their clinic, so that it compares with a file.
func (sc Scene) PlanAsWritten() guidance.Plan {
	p := sc.Plan
	if p.Clinic.Name == sc.Settings["clinic"] {
		p.Clinic.Name = ""
	}
	if p.Clinic.Phone == sc.Settings["phone"] {
		p.Clinic.Phone = ""
	}
	return p
}

// Lead is the course that the person is in: the newest whose treatment has been,
// else the nearest to come.
func (sc Scene) Lead() (course.Course, bool) { return course.Current(sc.Courses, sc.Now) }

// HadTreatment says whether one is looked after, to come, or has been within a year.
func (sc Scene) HadTreatment() bool { return len(sc.Courses) > 0 || sc.latest != nil }

// plan is the plan of a treatment's course.
func (sc Scene) plan(treatment int64) guidance.Plan {
	for _, c := range sc.Courses {
		if c.Treatment.ID == treatment {
			return c.Plan
		}
	}
	return sc.Plan
}

// recent reads the treatments whose course can run at the moment at or later. One whose
// stored plan cannot be read any more is left out, and named by unread: it must not take the others with it.
func (s *Service) recent(ctx context.Context, at time.Time) (all []course.Treatment, unread, err error) {
	all, err = s.journal.TreatmentsSince(ctx, at.Add(-longestCourse))
	if err != nil && !errors.Is(err, journal.ErrPlan) {
		return nil, nil, err
	}
	return slices.DeleteFunc(all, func(t course.Treatment) bool { return t.Plan.ID == "" }), err, nil
}

// Unread names a treatment of late whose stored plan cannot be read any more, so that its waits are not known; nil: none.
func (s *Service) Unread(ctx context.Context) error {
	_, unread, err := s.recent(ctx, s.Now())
	return errors.Join(unread, err)
}

// latest is the newest course whose treatment has been, running or not.
func latest(all []course.Course, at time.Time) *course.Course {
	var found *course.Course
	for i, c := range all {
		if c.Treatment.Removed || c.Treatment.At.After(at) {
			continue
		}
		if found == nil || c.Treatment.At.After(found.Treatment.At) {
			found = &all[i]
		}
	}
	return found
}

// ended is the newest course that is over.
func ended(all []course.Course, at time.Time) *course.Course {
	var found *course.Course
	for i, c := range all {
		if c.Treatment.Removed || at.Before(c.Closes) || found != nil && !c.Treatment.At.After(found.Treatment.At) {
			continue
		}
		found = &all[i]
	}
	return found
}

func entriesUntil(entries []record.Entry, at time.Time) []record.Entry {
	out := entries[:0:0]
	for _, e := range entries {
		if !e.At.After(at) {
			out = append(out, e)
		}
	}
	return out
}

func deliveriesUntil(deliveries []record.Delivery, at time.Time) []record.Delivery {
	out := deliveries[:0:0]
	for _, d := range deliveries {
		if !d.Due.After(at) && !d.BegunAt.After(at) && !d.ShownAt.After(at) {
			out = append(out, d)
		}
	}
	return out
}
