package reminder

import (
	"strconv"
	"strings"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
)

const (
	waterGap    = 45 * time.Minute // at least so long between two glasses asked for
	waterEarly  = time.Hour        // the last glass is asked for so long before the waking day ends
	waterLate   = 2 * time.Hour    // none before this after a treatment
	waterUseful = time.Hour        // if the plan does not say
	waterHourML = 1000             // never ask for more in any hour, what was drunk counted in
)

// WaterDone is what the person drank on that day: whole glasses, and millilitres. A day
// whose waking hours pass midnight lasts until they end.
func WaterDone(in Input, d course.Date) (glasses int, ml int) {
	zone := in.Zone
	if zone == nil {
		zone = time.UTC
	}
	r := drinkRoutine(in.Courses)
	if r == nil {
		return 0, 0
	}
	from, until := course.CountedDay(in.Prefs, d, zone)
	for i := range in.Entries {
		if e := &in.Entries[i]; drink(e, r.Spec.ID) && !e.At.Before(from) && e.At.Before(until) {
			ml += amount(e, in.Prefs)
		}
	}
	return ml / in.Prefs.Glass(), ml
}

// WaterGoal is how many glasses of the person's own size that day's goal is; 0 if
// water is off or none is asked for.
func WaterGoal(in Input, d course.Date) int {
	return glasses(WaterGoalML(in, d), in.Prefs)
}

// glasses is how many glasses it takes to drink so much.
func glasses(ml int, prefs course.Prefs) int { return (ml + prefs.Glass() - 1) / prefs.Glass() }

// WaterGoalML is [WaterGoal] in millilitres: a plan's glasses are of the person's own size.
func WaterGoalML(in Input, d course.Date) int {
	r := drinkRoutine(in.Courses)
	if r == nil || !in.Prefs.Water {
		return 0
	}
	return course.GoalOn(in.Courses, in.Prefs, r.Spec.ID, d, in.Zone) * in.Prefs.Glass()
}

// Vessel is the plan's own word for glasses ("cups"); "" if no plan asks to drink.
func Vessel(in Input) string {
	if r := drinkRoutine(in.Courses); r != nil {
		return r.Spec.Amount.Unit
	}
	return ""
}

// OverLitre says whether the drink makes more than a litre within an hour, of all that is
// written down. It counts among entries whether it is there already or not.
func OverLitre(entries []record.Entry, prefs course.Prefs, one record.Entry) bool {
	drinks := []record.Entry{one}
	for _, e := range entries {
		if e.ID != one.ID && drink(&e, one.What) {
			drinks = append(drinks, e)
		}
	}
	for _, last := range drinks {
		if last.At.Before(one.At) || last.At.Sub(one.At) >= time.Hour {
			continue // no hour that ends with it holds the one
		}
		ml := 0
		for i := range drinks {
			if e := &drinks[i]; e.At.After(last.At.Add(-time.Hour)) && !e.At.After(last.At) {
				ml += amount(e, prefs)
			}
		}
		if ml > waterHourML {
			return true
		}
	}
	return false
}

// drink says whether an entry is a drink: of that routine, or of another plan's.
func drink(e *record.Entry, what string) bool {
	return e.Kind == record.KindDone && !e.Undone && (e.What == what || e.AmountML > 0)
}

func amount(e *record.Entry, prefs course.Prefs) int {
	if e.AmountML > 0 {
		return e.AmountML
	}
	return prefs.Glass()
}

// drinkRoutine is the newest course's routine that is drinks over the day, or nil.
func drinkRoutine(courses []course.Course) *course.Routine {
	var found *course.Routine
	var newest time.Time
	for i := range courses {
		c := &courses[i]
		if c.Treatment.Removed || (found != nil && !c.Treatment.At.After(newest)) {
			continue
		}
		for j := range c.Routines {
			if s := &c.Routines[j].Spec; s.Drink() && s.Situation == "" {
				found, newest = &c.Routines[j], c.Treatment.At
				break
			}
		}
	}
	return found
}

// waterStretch is when the plan has a glass asked for on that day. A plan may ask for water before its treatment too, as
// soon as that is entered.
func (l *look) waterStretch(r *course.Routine, d course.Date) (from, until time.Time) {
	from, until = course.Waking(l.in.Prefs, d, l.zone)
	until = until.Add(-waterEarly)
	if r.Until.Before(until) {
		until = r.Until
	}
	if begin := r.TreatedAt.Add(waterLate); !r.From.Before(r.TreatedAt) && begin.After(from) {
		from = begin
	}
	if r.From.After(from) {
		from = r.From
	}
	return from, until
}

// addWater adds the next glass of the waking day that runs, or of the next one.
func (l *look) addWater() {
	r := drinkRoutine(l.in.Courses)
	if r == nil || !l.in.Prefs.Water {
		return
	}
	for _, d := range [3]course.Date{l.today.Add(-1), l.today, l.today.Add(1)} {
		from, until := l.waterStretch(r, d)
		if !from.Before(until) || !l.now.Before(until.Add(waterEarly)) {
			continue
		}
		if l.addGlass(r, d, from, until) {
			return
		}
	}
}

// addGlass spreads what is left of the day's goal over what is left of the day. It
// is never faster than the even pace of the whole day: a glass that was missed is not caught up.
func (l *look) addGlass(r *course.Routine, d course.Date, from, until time.Time) bool {
	goal := WaterGoalML(l.in, d)
	_, drunk := WaterDone(l.in, d)
	if drunk >= goal {
		return false
	}
	left := glasses(goal-drunk, l.in.Prefs)
	if room, capped := l.roomOn(d, r.Spec.ID); capped && room < left {
		left = room
	}
	if left <= 0 {
		if !until.Before(l.dayUntil) {
			l.again(l.dayUntil) // at midnight the cap counts anew, and this day's glasses go on
		}
		return false
	}
	prefix := r.Spec.ID + "/" + d.String() + "/"
	begin := from
	if l.known.After(begin) {
		begin = l.known // what was missed before anybody told us is not caught up
	}
	last, n := l.lastWater(r.Spec.ID, prefix, begin)
	gap := until.Sub(last) / time.Duration(left)
	if even := until.Sub(from) / time.Duration(glasses(goal, l.in.Prefs)); gap < even {
		gap = even
	}
	if gap < waterGap {
		gap = waterGap
	}
	due, ok := l.underOneLitre(r.Spec.ID, l.notRightAfter(r, last.Add(gap.Truncate(time.Minute))))
	id := prefix + strconv.Itoa(n)
	if !ok || due.After(until) || l.find(id) != nil {
		return false
	}
	useful := r.Spec.UsefulFor
	if useful <= 0 {
		useful = waterUseful
	}
	l.cands = append(l.cands, candidate{
		Occurrence: Occurrence{ID: id, Kind: RoutineDue, What: r.Spec.ID, Due: due, At: due, Useful: due.Add(useful)},
		order:      len(l.cands), name: r.Spec.Name, spec: &r.Spec, water: true, drunk: drunk, goal: goal,
	})
	first := len(l.cands) - 1
	l.hear(first)
	l.match(first)
	return true
}

// notRightAfter moves a glass that would be asked for right after the routine's treatment behind that time.
func (l *look) notRightAfter(r *course.Routine, due time.Time) time.Time {
	asked, end := course.Later(due, l.now), r.TreatedAt.Add(waterLate)
	if !asked.Before(r.TreatedAt) && asked.Before(end) {
		return end
	}
	return due
}

// roomOn is how many glasses the daily cap leaves that day, with every other
// occurrence still to come counted in. Only today and later days are asked for.
func (l *look) roomOn(d course.Date, water string) (room int, capped bool) {
	if l.in.Prefs.Cap <= 0 {
		return 0, false
	}
	room = l.in.Prefs.Cap
	if !l.today.Before(d) {
		room -= len(l.shownToday)
	}
	from, until := l.dayFrom, l.dayUntil
	if l.today.Before(d) {
		from, until = l.dayUntil, course.On(d.Add(1), 0, l.zone)
	}
	for i := range l.cands {
		c := &l.cands[i]
		if c.Kind == RoutineDue && c.What != water && c.pending() && !c.seen && l.now.Before(c.Useful) &&
			!c.At.Before(from) && c.At.Before(until) {
			room--
		}
	}
	return room, true
}

// lastWater is the last moment of that day that had to do with water, from at least, and the
// number of the next occurrence.
func (l *look) lastWater(what, prefix string, from time.Time) (last time.Time, n int) {
	last, n = from, 1
	note := func(at time.Time) {
		if at.After(last) && !at.After(l.now) {
			last = at
		}
	}
	for i := range l.in.Entries {
		if e := &l.in.Entries[i]; drink(e, what) {
			note(e.At)
		}
	}
	for i := range l.in.Deliveries {
		d := &l.in.Deliveries[i]
		if d.State == record.Begun || !l.glass(d, what) || !strings.Contains(d.Occurrence, prefix[len(what):]) {
			continue
		}
		note(askedAt(d))
		if d.What != what {
			continue
		}
		if k, err := strconv.Atoi(d.Occurrence[len(prefix):]); err == nil && k >= n {
			n = k + 1
		}
	}
	return last, n
}

// glass says whether a delivery is of a drink: of that routine, or of another plan's.
func (l *look) glass(d *record.Delivery, what string) bool {
	if d.What == what || len(l.in.Courses) < 2 {
		return d.What == what
	}
	r := l.routine(d.What)
	return r != nil && r.Spec.Drink()
}

// askedAt is when a glass was asked for, or given up.
func askedAt(d *record.Delivery) time.Time {
	if d.State != record.LetGo && !d.ShownAt.IsZero() {
		return d.ShownAt
	}
	if d.BegunAt.After(d.Due) {
		return d.BegunAt
	}
	return d.Due
}

// underOneLitre moves a glass to the first moment from at on with which no hour holds more than a
// litre, of what was drunk and of what was asked for. One that is late would be asked for now: what counts then
// is the hour that has just passed. Not ok: one glass is more than that.
func (l *look) underOneLitre(what string, at time.Time) (time.Time, bool) {
	glass := l.in.Prefs.Glass()
	if glass > waterHourML {
		return at, false
	}
	due := at
	if l.now.After(at) {
		at = l.now
	}
	for first := true; ; first = false {
		var drunk, asked int
		var oldest time.Time
		note := func(sum *int, ml int, t time.Time) {
			if t.After(at.Add(-time.Hour)) && !t.After(at) {
				*sum += ml
				if oldest.IsZero() || t.Before(oldest) {
					oldest = t
				}
			}
		}
		for i := range l.in.Entries {
			if e := &l.in.Entries[i]; drink(e, what) {
				note(&drunk, amount(e, l.in.Prefs), e.At)
			}
		}
		for i := range l.in.Deliveries {
			if d := &l.in.Deliveries[i]; l.glass(d, what) && (d.State == record.Shown || d.State == record.Closed) {
				note(&asked, glass, d.ShownAt)
			}
		}
		if max(drunk, asked)+glass <= waterHourML {
			if first {
				return due, true
			}
			return at, true
		}
		at = oldest.Add(time.Hour)
	}
}

// overLitre says whether the person drank more than a litre in the last hour: then no glass is asked
// for, not even one that was put off, until the hour holds less.
func (l *look) overLitre(c *candidate) bool {
	ml := 0
	oldest := l.now
	for i := range l.in.Entries {
		if e := &l.in.Entries[i]; drink(e, c.What) && e.At.After(l.now.Add(-time.Hour)) && !e.At.After(l.now) {
			ml += amount(e, l.in.Prefs)
			if e.At.Before(oldest) {
				oldest = e.At
			}
		}
	}
	if ml <= waterHourML {
		return false
	}
	l.again(oldest.Add(time.Hour))
	l.again(c.Useful)
	return true
}

// drankSince says whether the person drank at that moment or later.
func (l *look) drankSince(what string, at time.Time) bool {
	for i := range l.in.Entries {
		if e := &l.in.Entries[i]; drink(e, what) && !e.At.Before(at) {
			return true
		}
	}
	return false
}
