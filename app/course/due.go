package course

import (
	"slices"
	"strconv"
	"time"

	"afterglow/app/record"
	"afterglow/guidance"
)

// Due is one occurrence of a routine.
type Due struct {
	ID      string // "cleanse/2026-11-22/2"
	Routine string // its id
	Role    guidance.Role
	Name    string // "Gentle cleanse"
	Ask     string // the notification's title if it differs from Name, else ""
	How     string // the stage's if a stage says it, else the routine's
	N       int    // 1-based, in the day's whole list of times: it never depends on when it is computed
	Goal    int    // how many are due that day
	At      time.Time
	Useful  time.Time      // after that a missed one is let go
	Ends    time.Time      // after that it must not be done any more, whatever was put off; zero: no such moment
	NotYet  *record.NotYet // where on the skin it may not be done yet; nil: on all it may
	Bedtime bool           // it is due at bedtime: it is told although the sleep hours begin with it
	Source  string
}

// defaultUseful is how long a missed occurrence is still worth doing if the plan does not say.
const defaultUseful = 3 * time.Hour

// shortestEvery keeps a damaged plan from filling a day with thousands of occurrences.
const shortestEvery = time.Minute

// DueOn lists the occurrences of local day d, by time: the clock-timed ones and those that
// come at an interval in the waking stretch that begins that day. Times before a routine
// begins and after it ends, in a stage without any, and of situations are left out, and so are those of
// an older course while a newer treatment of the same skin has not come to the routine yet; times in the
// sleep hours are not. An amount over the day (water) has no times of its own.
func DueOn(courses []Course, prefs Prefs, d Date, zone *time.Location) []Due {
	r := dayOf(d, zone)
	if r.skipped() {
		return nil
	}
	courses = newest(courses)
	out := make([]Due, 0, 12)
	for i := range courses {
		for j := range courses[i].Routines {
			if spec := &courses[i].Routines[j].Spec; !known(courses[:i], spec) {
				out = appendDue(out, courses[i:], prefs, r, spec)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Due) int { return a.At.Compare(b.At) })
	return out
}

// alike says whether two routines are one: they have one id, or both are drinks, whatever each plan calls them.
func alike(a, b *guidance.Routine) bool { return a.ID == b.ID || (a.Drink() && b.Drink()) }

// known says whether one of the courses has such a routine.
func known(courses []Course, spec *guidance.Routine) bool {
	for i := range courses {
		for j := range courses[i].Routines {
			if alike(&courses[i].Routines[j].Spec, spec) {
				return true
			}
		}
	}
	return false
}

// named is the routine of that id of the first course that has it; nil if none has.
func named(courses []Course, id string) *guidance.Routine {
	for i := range courses {
		for j := range courses[i].Routines {
			if spec := &courses[i].Routines[j].Spec; spec.ID == id {
				return spec
			}
		}
	}
	return nil
}

// slot is one entry of a day's whole list for a routine.
type slot struct {
	at      time.Time
	of      *Routine
	stage   *Stage // nil outside every stage
	bedtime bool
}

// counts says whether something is due at the slot.
func (s slot) counts(prefs Prefs) bool {
	return s.of.Holds(s.at) && s.of.Spec.Situation == "" && (s.stage == nil || !s.stage.Spec.None)
}

// appendDue adds the day's occurrences of one routine.
func appendDue(out []Due, courses []Course, prefs Prefs, r day, spec *guidance.Routine) []Due {
	var buf [4]*Routine
	same := allAlike(courses, spec, buf[:0])
	if !touches(same, r) || (same[0].Spec.Role == guidance.Water && !prefs.Water) {
		return out
	}
	var list [16]slot
	slots := daySlots(list[:0], same, prefs, r)
	first := len(out)
	for i, s := range slots {
		// Two times that a clock change skips both move to the same minute: once is enough.
		if !s.counts(prefs) || (len(out) > first && out[len(out)-1].At.Equal(s.at)) {
			continue
		}
		not, begins := notYet(same, s.of, s.at)
		if begins != nil {
			continue
		}
		due := s.due(r.date, i+1)
		due.NotYet = not
		if due.Ends = treatedAgain(same, s.of, s.at); !due.Ends.IsZero() {
			due.Useful = Earlier(due.Useful, due.Ends)
		}
		out = append(out, due)
	}
	for i := first; i < len(out); i++ {
		out[i].Goal = len(out) - first
	}
	return out
}

// touches says whether any of the routines holds at some time of the day or of the
// night after it, to which the waking stretch may reach.
func touches(same []*Routine, r day) bool {
	from := r.midnight - farthest
	to := r.midnight + 2*secondsPerDay + farthest
	for _, s := range same {
		if s.Spec.Amount.Max == 0 && s.Until.Unix() >= from && s.From.Unix() <= to {
			return true
		}
	}
	return false
}

// daySlots lists the day's whole times of one routine, in order, whether or not
// anything is due then. If the list changes within the day, by a stage or a newer course, each
// part of the day counts its own.
func daySlots(slots []slot, same []*Routine, prefs Prefs, r day) []slot {
	own, replaced := prefs.Times[same[0].Spec.ID]
	replaced = replaced && own != nil
	add := func(of *Routine, layer *Stage, at time.Time, bedtime bool) {
		if inForce(same, at) != of {
			return
		}
		stage := of.StageAt(at)
		if !replaced && stage.ownTimes() != layer {
			return
		}
		slots = append(slots, slot{at, of, stage, bedtime})
	}
	for _, of := range same {
		if of.Spec.Amount.Max > 0 {
			continue
		}
		if replaced {
			own := often{times: own}
			own.each(of, prefs, r, func(at time.Time, bedtime bool) { add(of, nil, at, bedtime) })
			continue
		}
		plan := often{of.Spec.Times, of.Spec.TimesADay.Max, of.Spec.Every}
		plan.each(of, prefs, r, func(at time.Time, bedtime bool) { add(of, nil, at, bedtime) })
		for i := range of.Stages {
			if s := of.Stages[i].ownTimes(); s != nil {
				part := often{times: s.Spec.Times, every: s.Spec.Every}
				part.each(of, prefs, r, func(at time.Time, bedtime bool) { add(of, s, at, bedtime) })
			}
		}
	}
	slices.SortStableFunc(slots, func(a, b slot) int { return a.at.Compare(b.at) })
	return slots
}

// StageAt is the stage that holds at that moment, or nil.
func (r *Routine) StageAt(at time.Time) *Stage {
	for i := range r.Stages {
		if s := &r.Stages[i]; !at.Before(s.From) && at.Before(s.Until) {
			return s
		}
	}
	return nil
}

// ownTimes is the stage itself if it has times of its own, else nil.
func (s *Stage) ownTimes() *Stage {
	if s != nil && !s.Spec.None && (len(s.Spec.Times) > 0 || s.Spec.Every > 0) {
		return s
	}
	return nil
}

func (s slot) due(d Date, n int) Due {
	spec := &s.of.Spec
	how, useful, every := spec.How, spec.UsefulFor, spec.Every
	if s.stage != nil {
		if s.stage.Spec.How != "" {
			how = s.stage.Spec.How
		}
		if s.stage.Spec.Every > 0 {
			every = s.stage.Spec.Every
		}
	}
	if useful <= 0 {
		useful = defaultUseful
		if every > 0 {
			useful = min(useful, every)
		}
	}
	return Due{
		ID: occurrence(spec.ID, d, n), Routine: spec.ID, Role: spec.Role, Name: spec.Name, Ask: spec.Ask, How: how,
		N: n, At: s.at, Useful: s.at.Add(useful), Bedtime: s.bedtime, Source: spec.Source,
	}
}

func occurrence(id string, d Date, n int) string {
	b := make([]byte, 0, len(id)+15)
	b = append(b, id...)
	b = append(b, '/')
	b = d.appendTo(b)
	b = append(b, '/')
	return string(strconv.AppendInt(b, int64(n), 10))
}
