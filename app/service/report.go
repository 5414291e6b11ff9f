package service

import (
	"context"
	"errors"
	"slices"
	"time"

	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/journal"
	"afterglow/app/record"
	"afterglow/guidance"
)

// ReportAsk is the period that a report is of, and what is left out of it.
type ReportAsk struct {
	From     time.Time // its day is the first; zero: that of the newest treatment
	Until    time.Time // its day is the last; zero: today, or the last of the newest course if that is over
	NoWater  bool      // without what was drunk
	NoNotes  bool      // without the person's own words on how the skin felt
	AllTimes bool      // all that there is, whatever From and Until say
}

// Report is what was written down in a period: nothing in it is held against anything.
type Report struct {
	From, Until time.Time // the first moment of its first day, and that after its last
	Made        time.Time
	NoWater     bool
	NoNotes     bool
	Treatments  []ReportTreatment // whose courses touch the period, the oldest first
	Lasting     []CanView         // of those that are over: what goes on all the same when the report is made
	Felt        []FeelView        // the oldest first
	Done        []ReportDone
	Questions   []record.ClinicQuestion // open, or answered in the period
	// Entries are all of the period that such a report is made of, without those that were taken back, the oldest first.
	Entries []record.Entry
	Name    func(id string) string // what a plan calls a routine or a wait
	Zone    *time.Location
}

// ReportTreatment is a treatment with what its plan set and what the person said of it.
type ReportTreatment struct {
	TreatmentView
	Own    []OwnView // what the person wrote to its plan
	Waits  []ReportWait
	Source course.Treatment // as it is kept, with the text of its plan
}

// ReportWait is a wait of a plan, and what the person made of it.
type ReportWait struct {
	ID       string
	Name     string
	From     time.Time
	Until    time.Time // zero: no end is known
	Extended time.Duration
	Asks     bool      // it ends only once the person says that the skin is calm
	CalmSaid time.Time // when they said so; zero: they did not
	End      EndView
}

// ReportDone is how often a routine was done. It is a count, and measured against nothing.
type ReportDone struct {
	Routine string
	Name    string
	Times   int
	Days    int           // on how many days
	LeftOut int           // how often it was left out
	Drink   *record.Drink // of what is drunk: how much in all
}

// reportKinds are the kinds of entries that a report is made of.
var reportKinds = []record.Kind{record.KindDone, record.KindSkip, record.KindFeel, record.KindCalm, record.KindExtend, record.KindOwn}

// saidKinds are those of them that change a course.
var saidKinds = []record.Kind{record.KindFeel, record.KindCalm, record.KindExtend, record.KindOwn}

// Report is what was written down in a period, for the person to take along.
func (s *Service) Report(ctx context.Context, ask ReportAsk) (Report, error) {
	now, zone := s.Now(), s.Zone()
	r := Report{Made: local(now, zone), NoWater: ask.NoWater, NoNotes: ask.NoNotes, Zone: zone}
	all, err := s.journal.Treatments(ctx)
	if err != nil && !errors.Is(err, journal.ErrPlan) {
		return r, err
	}
	r.Name = s.pastNames(ctx, all)
	prefs, err := s.Prefs(ctx)
	if err != nil {
		return r, err
	}
	said, err := s.journal.EntriesWithin(ctx, journal.Span{}, saidKinds...)
	if err != nil {
		return r, err
	}
	said = slices.DeleteFunc(said, func(e record.Entry) bool { return e.Undone })
	var courses []course.Course
	for _, t := range fillOwn(course.FillPrefs(course.FillOthers(all), prefs), said) {
		if !t.Removed {
			courses = append(courses, course.New(t, zone, said))
		}
	}
	if r.From, r.Until, err = s.reportSpan(ctx, ask, courses, now); err != nil {
		return r, err
	}
	entries, err := s.journal.EntriesWithin(ctx, journal.Span{From: r.From, Before: r.Until}, reportKinds...)
	if err != nil {
		return r, err
	}
	drinks := drinksOf(all)
	for _, e := range entries {
		if e.Kind == record.KindFeel && ask.NoNotes {
			e.Note = ""
		}
		silent := e.Kind == record.KindFeel && e.Feeling == record.Feeling{} && e.Note == ""
		if !e.Undone && !silent && (!drinks[e.What] || !ask.NoWater) {
			r.Entries = append(r.Entries, e)
		}
	}
	sc := Scene{Now: now, Zone: zone}
	for _, c := range courses {
		if c.Treatment.At.Before(r.Until) && (c.Closes.After(r.From) || c.Treatment.At.After(r.From)) {
			r.Treatments = append(r.Treatments, sc.reportTreatment(c))
		}
	}
	var of []int64
	for _, t := range r.Treatments {
		of = append(of, t.ID)
	}
	if r.Lasting, err = s.goesOn(ctx, of...); err != nil {
		return r, err
	}
	r.tellEntries(prefs, drinks)
	questions, err := s.Questions(ctx)
	if err != nil {
		return r, err
	}
	for _, q := range questions {
		answered := q.Answer != "" && !q.AnsweredAt.Before(r.From) && q.AnsweredAt.Before(r.Until)
		if q.Open() || answered {
			r.Questions = append(r.Questions, q)
		}
	}
	return r, nil
}

// reportSpan is the stretch of whole days that a report is of.
func (s *Service) reportSpan(ctx context.Context, ask ReportAsk, courses []course.Course, now time.Time) (from, until time.Time, err error) {
	zone := s.Zone()
	newest := slices.MaxFunc(append(courses, course.Course{}), func(a, b course.Course) int { return a.Treatment.At.Compare(b.Treatment.At) })
	from, until = ask.From, ask.Until
	if ask.AllTimes {
		if from, err = s.journal.EntryAt(ctx, journal.Span{}, 1, false); err != nil {
			return from, until, err
		}
		for _, c := range courses {
			if from.IsZero() || c.Treatment.At.Before(from) {
				from = c.Treatment.At
			}
		}
		until = course.Later(now, newest.Treatment.At)
	}
	been := slices.DeleteFunc(slices.Clone(courses), func(c course.Course) bool { return c.Treatment.At.After(now) })
	if len(been) > 0 { // of one that is to come there is nothing to tell beside one that has been
		newest = slices.MaxFunc(been, func(a, b course.Course) int { return a.Treatment.At.Compare(b.Treatment.At) })
	}
	if until.IsZero() {
		until = now
		over := !newest.Closes.IsZero() && newest.Closes.Before(now)
		switch {
		case ask.From.IsZero() && over:
			until = newest.Closes
		case newest.Treatment.At.After(now) && ask.From.IsZero():
			until = newest.Treatment.At
		}
	}
	if from.IsZero() {
		from = newest.Treatment.At
		if from.IsZero() || !from.Before(until) {
			from = until
		}
	}
	if course.DateOf(from, zone).Days(course.DateOf(until, zone)) < 0 {
		return from, until, fault.Use("refusal.report_turned", fault.Args{"From": from, "Until": until})
	}
	return startOfDay(from, zone, 0), startOfDay(until, zone, 1), nil
}

// reportTreatment is a treatment with its waits.
func (sc Scene) reportTreatment(c course.Course) ReportTreatment {
	v := ReportTreatment{TreatmentView: sc.treatment(c), Own: Scene{Courses: []course.Course{c}}.Owns(), Source: c.Treatment}
	for _, w := range c.Windows {
		if w.Spec.OnlyBefore() {
			continue
		}
		wait := ReportWait{ID: w.Spec.ID, Name: w.Spec.Name, From: local(w.From, sc.Zone), Until: local(w.Until, sc.Zone), Extended: w.Extended,
			Asks: w.Spec.AsksCalm(), CalmSaid: local(w.CalmSaid, sc.Zone), End: endView(w)}
		if w.Open {
			wait.Until = time.Time{}
		}
		v.Waits = append(v.Waits, wait)
	}
	return v
}

// drinksOf are the ids of what is drunk, by any plan.
func drinksOf(treatments []course.Treatment) map[string]bool {
	ids := map[string]bool{}
	for _, t := range treatments {
		for _, r := range t.Plan.Routines {
			ids[r.ID] = ids[r.ID] || r.Drink()
		}
	}
	return ids
}

// tellEntries counts what was done, and says how it felt.
func (r *Report) tellEntries(prefs course.Prefs, drinks map[string]bool) {
	rows, days := map[string]int{}, map[string]course.Date{}
	for _, e := range r.Entries {
		switch e.Kind {
		case record.KindFeel:
			r.Felt = append(r.Felt, *feelView(e, r.Zone))
		case record.KindDone, record.KindSkip:
			n, known := rows[e.What]
			if !known {
				n = len(r.Done)
				rows[e.What] = n
				r.Done = append(r.Done, ReportDone{Routine: e.What, Name: r.Name(e.What)})
			}
			row := &r.Done[n]
			if drinks[e.What] && row.Drink == nil {
				row.Drink = &record.Drink{Glass: prefs.Glass(), Unit: prefs.Unit}
			}
			if e.Kind == record.KindSkip {
				row.LeftOut++
				continue
			}
			row.Times++
			if row.Drink != nil {
				row.Drink.Drunk += e.AmountML
			}
			if day := course.DateOf(e.At, r.Zone); days[e.What] != day {
				days[e.What] = day
				row.Days++
			}
		}
	}
	slices.SortStableFunc(r.Done, func(a, b ReportDone) int { return r.order(a.Routine) - r.order(b.Routine) })
}

// order is where the plans name a routine: they are told in that order.
func (r *Report) order(routine string) int {
	const last = 1 << 20
	for _, t := range slices.Backward(r.Treatments) {
		if i := slices.IndexFunc(t.Source.Plan.Routines, func(o guidance.Routine) bool { return o.ID == routine }); i >= 0 {
			return i
		}
	}
	return last
}
