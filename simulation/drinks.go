package simulation

import (
	"slices"
	"time"

	"afterglow/app/record"
	"afterglow/app/reminder"
)

// drinkTask is the newest course's amount to drink, or nil.
func (o *oracle) drinkTask() *task {
	for i := range o.tasks {
		if k := &o.tasks[i]; k.spec.Amount.Max > 0 && k.spec.Situation == "" {
			return k
		}
	}
	return nil
}

// drinkDay is the stretch whose drinks count for the waking day that runs, and its date. A waking day
// that passes midnight lasts until its end.
func (o *oracle) drinkDay(now time.Time) (d date, from, until time.Time) {
	sleep := o.prefs.Sleep
	bounds := func(d date) (from, until time.Time) {
		from, until = o.walls.at(d, 0), o.walls.at(d+1, 0)
		if sleep.From < sleep.To {
			if _, end := o.walls.waking(d-1, sleep); end.After(from) {
				from = end
			}
			if _, end := o.walls.waking(d, sleep); end.After(until) {
				until = end
			}
		}
		return from, until
	}
	d = dateOf(now, o.walls.zone)
	if from, until = bounds(d); now.Before(from) {
		d--
		from, until = bounds(d)
	}
	return d, from, until
}

func drink(e *record.Entry) bool {
	return e.Kind == record.KindDone && !e.Undone && e.AmountML > 0
}

// drinkID is what the newest plan calls its drinks, "water" if none has any.
func (o *oracle) drinkID() string {
	o.derive()
	if k := o.drinkTask(); k != nil {
		return k.spec.ID
	}
	return "water"
}

// drunkNow is how many glasses of the person's size were drunk in the day that runs.
func (o *oracle) drunkNow(now time.Time) int {
	_, from, until := o.drinkDay(now)
	ml := 0
	for i := range o.entries {
		if e := &o.entries[i]; drink(e) && !e.At.Before(from) && e.At.Before(until) {
			ml += e.AmountML
		}
	}
	return ml / o.prefs.GlassML
}

// goalNow is the day's goal: the plan's most, of a day that the routine holds in part what fits.
func (o *oracle) goalNow(now time.Time) int {
	d, _, _ := o.drinkDay(now)
	from, until := o.walls.waking(d, o.prefs.Sleep)
	var most int
	var parts [][2]time.Time
	for i := range o.tasks {
		k := &o.tasks[i]
		a, b := later(k.from, from), earlier(k.until, until)
		if k.spec.Amount.Max == 0 || !a.Before(b) {
			continue
		}
		if most == 0 {
			most = k.spec.Amount.Max
		}
		parts = append(parts, [2]time.Time{a, b})
	}
	slices.SortFunc(parts, func(a, b [2]time.Time) int { return a[0].Compare(b[0]) })
	var held time.Duration
	reach := from
	for _, p := range parts {
		if a := later(p[0], reach); a.Before(p[1]) {
			held += p[1].Sub(a)
			reach = p[1]
		}
	}
	whole := int64(until.Sub(from) / time.Second)
	if whole <= 0 {
		return 0
	}
	return int(int64(most) * int64(held/time.Second) / whole)
}

// waterShown holds a glass that is asked for against what water may and may not.
func (o *oracle) waterShown(s *show, c reminder.Occurrence, snooze record.Entry, now time.Time) {
	s.due = c.Due
	k := o.drinkTask()
	if k == nil || !o.prefs.Water {
		o.broken(Untrue, "%s is asked for although water is off", c.ID)
		return
	}
	if snooze.ID != 0 {
		return // the person asked for this one
	}
	if rest := k.of.at.Add(2 * time.Hour); now.Before(rest) && (!now.Before(k.of.at) || !k.from.Before(k.of.at)) {
		o.broken(TooEarly, "%s is asked for %s after the treatment", c.ID, now.Sub(k.of.at))
	}
	if !now.Before(later(k.until, k.of.at).Add(k.spec.UsefulFor)) {
		o.broken(TooLate, "%s is asked for although the plan asked for water until %s", c.ID, o.say(k.until))
	}
	if drunk, goal := o.drunkNow(now), o.goalNow(now); drunk >= goal {
		o.broken(TooMuch, "%s is asked for after %d of %d glasses", c.ID, drunk, goal)
	}
	drunk, asked := o.prefs.GlassML, o.prefs.GlassML
	for i := range o.entries {
		if e := &o.entries[i]; drink(e) && e.At.After(now.Add(-time.Hour)) && !e.At.After(now) {
			drunk += e.AmountML
		}
	}
	for i := len(o.shows) - 1; i >= 0; i-- {
		b := &o.shows[i]
		if !b.water || b.at.After(o.decided) || b.id == c.ID || !o.putOff(b.id).IsZero() {
			continue
		}
		_, today, _ := split(c.ID)
		_, before, _ := split(b.id)
		if gap := now.Sub(b.at); gap < 45*time.Minute && !s.repeat && today == before {
			o.broken(Burst, "%s is asked for %s after the glass before", c.ID, gap)
		}
		if b.at.After(now.Add(-time.Hour)) {
			asked += o.prefs.GlassML
		}
	}
	if max(drunk, asked) > 1000 {
		o.broken(TooMuch, "%s makes %d ml drunk and %d ml asked for in an hour", c.ID, drunk, asked)
	}
}
