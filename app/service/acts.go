package service

import (
	"context"
	"slices"
	"time"

	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/record"
	"afterglow/app/reminder"
	"afterglow/guidance"
)

// latestDone is how far back a routine may be said to have been done.
const latestDone = 7 * 24 * time.Hour

// Done writes down that a routine was carried out at the moment at (zero: now). What is a
// routine's id or name, an occurrence's id, or "" for what is due, else comes next today.
// It answers the occurrence of that day that is nearest in time and not answered yet. One more
// than the plan asks for is written down too, and so is what is done before the plan begins it: that is
// extra, and answers nothing. Of water it is one glass.
func (s *Service) Done(ctx context.Context, what string, at time.Time) (record.Entry, error) {
	return s.DoneAmount(ctx, what, at, "")
}

// DoneAmount is Done with how much was drunk: "300ml", "10floz", "0.5l", or a number of glasses; "" is
// one glass.
func (s *Service) DoneAmount(ctx context.Context, what string, at time.Time, amount string) (record.Entry, error) {
	_, e, err := s.done(ctx, what, at, amount)
	if err != nil {
		return record.Entry{}, err
	}
	return s.add(ctx, e)
}

// done is the entry that says so, before it is written down.
func (s *Service) done(ctx context.Context, what string, at time.Time, amount string) (Scene, record.Entry, error) {
	at, err := s.pastMoment(at)
	if err != nil {
		return Scene{}, record.Entry{}, err
	}
	sc, err := s.Scene(ctx, time.Time{})
	if err != nil {
		return Scene{}, record.Entry{}, err
	}
	target, err := sc.target(what, at)
	if err == nil {
		err = sc.belongs(target, at)
	}
	if err != nil {
		return Scene{}, record.Entry{}, err
	}
	e := record.Entry{At: at, Kind: record.KindDone, What: target.routine.ID, Occurrence: target.occurrence}
	switch {
	case isDrink(target.routine) && amount == "":
		e.AmountML = sc.Prefs.Glass()
	case isDrink(target.routine):
		if e.AmountML, err = readAmount(amount, sc.Prefs); err != nil {
			return Scene{}, record.Entry{}, err
		}
	case amount != "":
		return Scene{}, record.Entry{}, fault.Use("refusal.no_drink", fault.Args{"Routine": target.routine.ID})
	}
	return sc, e, nil
}

// Skip lets one occurrence go. What is as for Done; with nothing to let go it is an error.
func (s *Service) Skip(ctx context.Context, what string) (record.Entry, error) {
	sc, target, err := s.answerable(ctx, what)
	if err != nil {
		return record.Entry{}, err
	}
	return s.add(ctx, record.Entry{At: sc.Now, Kind: record.KindSkip, What: target.routine.ID, Occurrence: target.occurrence})
}

// answerable finds the occurrence that what means now, for acts that need one.
func (s *Service) answerable(ctx context.Context, what string) (Scene, target, error) {
	sc, err := s.Scene(ctx, time.Time{})
	if err != nil {
		return Scene{}, target{}, err
	}
	t, err := sc.target(what, sc.Now)
	if err != nil {
		return Scene{}, target{}, err
	}
	if _, exact := readOccurrence(what); exact || what == "" {
		return sc, t, nil
	}
	// Of a routine that was named it is what is due, else what is to come: what was missed
	// hours ago is settled, and neither let go nor put off.
	t.occurrence = ""
	for _, v := range sc.due(reminder.Decide(sc.Input)) {
		if v.What == t.routine.ID {
			t.occurrence = v.ID
			return sc, t, nil
		}
	}
	for _, d := range sc.timed() { // put off already, it may be put off anew
		if d.Routine == t.routine.ID && !d.At.After(sc.Now) && d.Useful.After(sc.Now) && !sc.answered(d.ID) {
			t.occurrence = d.ID
			return sc, t, nil
		}
	}
	if o, ok := sc.nextToday(t.routine.ID); ok {
		t.occurrence = o.ID
		return sc, t, nil
	}
	return Scene{}, target{}, fault.New("refusal.not_due", fault.Args{"Routine": t.routine.Name})
}

// target is what an act is about.
type target struct {
	routine    guidance.Routine
	occurrence string // "" if no occurrence is left to answer
}

// target finds the routine and occurrence that a word means for something done at the moment at.
func (sc Scene) target(what string, at time.Time) (target, error) {
	if len(sc.Courses) == 0 {
		return target{}, ErrNoCourse
	}
	switch {
	case what != "":
	case at.Before(sc.Now):
		return sc.dueThen(at)
	default:
		return sc.dueOrNext()
	}
	if o, ok := readOccurrence(what); ok {
		return sc.named(o)
	}
	r, err := sc.routineNamed(what)
	if err != nil {
		return target{}, err
	}
	return target{r, sc.nearest(r, at)}, nil
}

// dueOrNext is what is due, oldest first, else what comes next today.
func (sc Scene) dueOrNext() (target, error) {
	for _, v := range sc.due(reminder.Decide(sc.Input)) {
		if r, ok := sc.routineByID(v.What); ok {
			return target{r, v.ID}, nil
		}
	}
	if o, ok := sc.nextToday(""); ok {
		if r, ok := sc.routineByID(o.What); ok {
			return target{r, o.ID}, nil
		}
	}
	return target{}, fault.New("refusal.nothing_due", nil)
}

// nextToday is the next occurrence of a routine on the local day; of any if routine is "".
func (sc Scene) nextToday(routine string) (reminder.Occurrence, bool) {
	today := course.DateOf(sc.Now, sc.Zone)
	for _, o := range reminder.Upcoming(sc.Input, course.On(today.Add(1), 0, sc.Zone)) {
		if o.Kind != reminder.RoutineDue || (routine != "" && o.What != routine) || sc.answered(o.ID) {
			continue
		}
		if course.DateOf(o.Due, sc.Zone) == today {
			return o, true
		}
	}
	return reminder.Occurrence{}, false
}

// named checks an occurrence's id.
func (sc Scene) named(o occurrence) (target, error) {
	r, ok := sc.routineByID(o.what)
	if !ok || o.date.IsZero() {
		return target{}, fault.Use("refusal.no_occurrence", fault.Args{"ID": o.id})
	}
	if sc.settled(o.date.Date) {
		return target{}, fault.Use("refusal.settled", fault.Args{"ID": o.id, "Count": AnswerDays})
	}
	if sc.answered(o.id) {
		return target{}, fault.Use("refusal.answered", fault.Args{"ID": o.id})
	}
	if isDrink(r) {
		return target{r, o.id}, nil
	}
	for _, d := range course.DueOn(sc.Courses, sc.Prefs, o.date.Date, sc.Zone) {
		if d.ID == o.id {
			return target{r, o.id}, nil
		}
	}
	return target{}, fault.Use("refusal.not_in_plan", fault.Args{"ID": o.id})
}

// nearest is the unanswered occurrence of a routine nearest to the moment at, of the day for which that counts;
// "" if there is none. Of water it is the glass that the desktop asked for by then, if any.
func (sc Scene) nearest(r guidance.Routine, at time.Time) string {
	if isDrink(r) {
		for _, d := range sc.Deliveries {
			if d.What == r.ID && sc.open(d) && !sc.answered(d.Occurrence) && !asked(d).After(at) {
				return d.Occurrence
			}
		}
		return ""
	}
	if !sc.allowed(r.ID, at) || sc.settled(course.DayAt(sc.Prefs, at, sc.Zone)) {
		return ""
	}
	if _, asleep := course.Asleep(sc.Prefs, at, sc.Zone); asleep {
		return sc.nearestAtNight(r, at)
	}
	id, _ := nearestOf(sc.timedAt(at), r, at, sc.answered)
	return id
}

// nearestAtNight is nearest in the sleep hours, between two days: what is done past midnight belongs to the evening
// rather than to the next morning, and is extra if that was answered.
func (sc Scene) nearestAtNight(r guidance.Routine, at time.Time) string {
	var all []course.Due
	for i := -1; i <= 1; i++ {
		all = append(all, course.DueOn(sc.Courses, sc.Prefs, course.DateOf(at, sc.Zone).Add(i), sc.Zone)...)
	}
	id, ok := nearestOf(all, r, at, func(string) bool { return false })
	if !ok || sc.answered(id) {
		return ""
	}
	return id
}

func nearestOf(all []course.Due, r guidance.Routine, at time.Time, answered func(id string) bool) (id string, ok bool) {
	var gap time.Duration
	for _, d := range all {
		if d.Routine != r.ID || answered(d.ID) {
			continue
		}
		if g := at.Sub(d.At).Abs(); !ok || g < gap {
			id, gap, ok = d.ID, g, true
		}
	}
	return id, ok
}

// asked is when a glass was asked for.
func asked(d record.Delivery) time.Time {
	if d.ShownAt.IsZero() {
		return d.Due
	}
	return d.ShownAt
}

// settled says whether a day is too long ago for its occurrences to be answered.
func (sc Scene) settled(d course.Date) bool {
	return d.Before(course.DateOf(sc.Now, sc.Zone).Add(-AnswerDays))
}

// allowed says whether the plan has the routine at that moment: it has begun, is not over, and no stage rests it.
func (sc Scene) allowed(routine string, at time.Time) bool {
	for _, r := range course.Routines(sc.Courses, at) {
		if r.Spec.ID == routine {
			stage := r.StageAt(at)
			return stage == nil || !stage.Spec.None
		}
	}
	return false
}

// dueThen is what was due at a moment that has passed, oldest first.
func (sc Scene) dueThen(at time.Time) (target, error) {
	for _, d := range sc.timedAt(at) {
		if d.At.After(at) || !d.Useful.After(at) || sc.answered(d.ID) {
			continue
		}
		if r, ok := sc.routineByID(d.Routine); ok {
			return target{r, d.ID}, nil
		}
	}
	return target{}, fault.New("refusal.nothing_due_then", fault.Args{"At": at})
}

// belongs refuses to take as done at that moment what belongs to another one: an occurrence that was named before
// the plan begins its routine, or before its day.
func (sc Scene) belongs(t target, at time.Time) error {
	o, ok := readOccurrence(t.occurrence)
	if !ok || o.date.IsZero() || isDrink(t.routine) {
		return nil
	}
	for _, d := range course.DueOn(sc.Courses, sc.Prefs, o.date.Date, sc.Zone) {
		if d.ID != t.occurrence || !d.At.After(at) {
			continue
		}
		switch {
		case !sc.allowed(t.routine.ID, at):
			return fault.New("refusal.not_begun", fault.Args{"Routine": t.routine.Name, "At": d.At})
		case course.DayAt(sc.Prefs, at, sc.Zone).Before(o.date.Date) && !sc.told(t.occurrence):
			return fault.New("refusal.of_later_day", fault.Args{"Routine": t.routine.Name, "At": d.At})
		}
	}
	return nil
}

// told says whether an occurrence was shown: after a flight to the west one of tomorrow may have been.
func (sc Scene) told(occurrence string) bool {
	return slices.ContainsFunc(sc.Deliveries, func(d record.Delivery) bool {
		return d.Occurrence == occurrence && !d.ShownAt.IsZero()
	})
}

// routineByID is a routine of the running courses, the newest plan first.
func (sc Scene) routineByID(id string) (guidance.Routine, bool) {
	for _, c := range sc.Courses {
		for _, r := range c.Routines {
			if r.Spec.ID == id {
				return r.Spec, true
			}
		}
	}
	return guidance.Routine{}, false
}

// routineNamed is a routine by id or name, as a person types it.
func (sc Scene) routineNamed(word string) (guidance.Routine, error) {
	var known, names []string
	seen := map[string]bool{}
	for _, c := range sc.Courses {
		for _, r := range c.Routines {
			if fold(r.Spec.ID) == fold(word) || fold(r.Spec.Name) == fold(word) {
				return r.Spec, nil
			}
			if !seen[r.Spec.ID] {
				seen[r.Spec.ID] = true
				known, names = append(known, r.Spec.ID), append(names, r.Spec.Name)
			}
		}
	}
	return guidance.Routine{}, unknown(word, known, names...)
}
