package timeline

import (
	"slices"
	"time"

	"afterglow/app/course"
	"afterglow/guidance"
)

// stretch is a part of a lane in which one thing holds.
type stretch struct {
	from, until time.Time // until is zero where it has no end
	tone        Tone
	window      *course.Window
	routine     *course.Routine
	stage       *course.Stage
	allowed     bool // a wait that the plan advises and no longer demands
}

// laneSource is what a lane is drawn from.
type laneSource struct {
	id, name  string
	lead      string // "gentle": said of the routine before how often
	routine   bool
	stretches []stretch
	off       bool // the person switched its reminders off
	own       int  // times a day that the person chose; 0: the plan's
}

// laned says whether a routine has a lane of its own. Water and the check-in never
// differ from one day to the next; sunscreen is told on the lane of the window that it follows.
func laned(c *course.Course, r *course.Routine) bool {
	switch {
	case r.Spec.Amount.Max > 0, r.Spec.Situation != "", r.Spec.Role == guidance.CheckIn:
		return false
	case r.Spec.Role == guidance.Sunscreen:
		return !slices.ContainsFunc(c.Plan.Windows, follows)
	}
	return true
}

func follows(w guidance.Window) bool { return w.ID == "sun" && w.Then != "" }

// eachLane calls f for every lane from top to bottom: routines, then windows.
func (v *view) eachLane(courses []course.Course, prefs course.Prefs, f func(laneSource)) {
	eachLane(courses, prefs, v.zone, v.from, v.until, v.o.Zoom == FirstDays, f)
}

// eachLane does so for any stretch of time. Hours of the day are told apart where fine is set.
func eachLane(courses []course.Course, prefs course.Prefs, zone *time.Location, from, until time.Time, fine bool, f func(laneSource)) {
	var order [8]*course.Course
	sorted := newest(courses, order[:0])
	var buf [24]stretch
	for i, c := range sorted {
		for j := range c.Routines {
			r := &c.Routines[j]
			if !laned(c, r) || hasRoutine(sorted[:i], r.Spec.ID) {
				continue
			}
			s := laneSource{id: r.Spec.ID, routine: true, stretches: routineStretches(buf[:0], sorted[i:], r.Spec.ID)}
			s.name, s.lead = splitName(r.Spec.Name)
			if own, ok := prefs.Times[r.Spec.ID]; ok && own != nil {
				s.off, s.own = len(own) == 0, len(own)
			}
			f(s)
		}
	}
	for i, c := range sorted {
		for j := range c.Windows {
			w := &c.Windows[j]
			if hasWindow(sorted[:i], w.Spec.ID) {
				continue
			}
			p := windowPart{id: w.Spec.ID, zone: zone, from: from, until: until, fine: fine}
			f(laneSource{id: w.Spec.ID, name: w.Spec.Name, stretches: p.stretches(buf[:0], sorted[i:])})
		}
	}
}

// newest appends the courses that are not removed to buf, the newest treatment first.
func newest(courses []course.Course, buf []*course.Course) []*course.Course {
	for i := range courses {
		if !courses[i].Treatment.Removed {
			buf = append(buf, &courses[i])
		}
	}
	slices.SortStableFunc(buf, func(a, b *course.Course) int { return b.Treatment.At.Compare(a.Treatment.At) })
	return buf
}

func hasRoutine(courses []*course.Course, id string) bool {
	for _, c := range courses {
		for i := range c.Routines {
			if c.Routines[i].Spec.ID == id {
				return true
			}
		}
	}
	return false
}

func hasWindow(courses []*course.Course, id string) bool {
	for _, c := range courses {
		for i := range c.Windows {
			if c.Windows[i].Spec.ID == id {
				return true
			}
		}
	}
	return false
}

// routineStretches cuts time where the routine of that id begins, changes and ends.
func routineStretches(out []stretch, courses []*course.Course, id string) []stretch {
	type run struct {
		r  *course.Routine
		at time.Time // of the treatment
	}
	var runBuf [8]run
	runs := runBuf[:0]
	var cutBuf [24]time.Time
	cuts := cutBuf[:0]
	for _, c := range courses {
		for i := range c.Routines {
			r := &c.Routines[i]
			if r.Spec.ID != id {
				continue
			}
			runs = append(runs, run{r, c.Treatment.At})
			cuts = append(cuts, c.Treatment.At, r.From, r.Until)
			for j := range r.Stages {
				cuts = append(cuts, r.Stages[j].From, r.Stages[j].Until)
			}
		}
	}
	cuts = inOrder(cuts)
	for i := 0; i+1 < len(cuts); i++ {
		s := stretch{from: cuts[i], until: cuts[i+1]}
		for _, run := range runs { // the newest that holds wins
			if run.r.Holds(s.from) {
				s.routine, s.stage, s.tone = run.r, run.r.StageAt(s.from), ToneCare
				if s.stage != nil && s.stage.Spec.None {
					s.tone = ToneRest
				}
				break
			}
			if s.routine == nil && !s.from.Before(run.at) && s.from.Before(run.r.From) {
				s.routine, s.tone = run.r, ToneRest
			}
		}
		if s.routine != nil {
			out = join(out, s)
		}
	}
	return out
}

// windowPart says which window is cut into stretches and where hours of the day matter.
type windowPart struct {
	id          string
	zone        *time.Location
	from, until time.Time
	fine        bool
}

func (p windowPart) stretches(out []stretch, courses []*course.Course) []stretch {
	var wBuf [8]*course.Window
	windows := wBuf[:0]
	var cutBuf [32]time.Time
	cuts := cutBuf[:0]
	for _, c := range courses {
		for i := range c.Windows {
			w := &c.Windows[i]
			if w.Spec.ID != p.id {
				continue
			}
			windows = append(windows, w)
			cuts = append(cuts, w.From, w.Until, w.Allowed, w.ThenUntil, w.CalmSaid)
			if p.fine && w.Spec.Hours != nil {
				cuts = p.hours(cuts, w)
			}
		}
	}
	cuts = inOrder(cuts)
	for i, from := range cuts {
		s := stretch{from: from}
		if i+1 < len(cuts) {
			s.until = cuts[i+1]
		}
		for _, w := range windows {
			if s.window == nil || w.BindsMore(s.window, from) {
				s.window = w
			}
		}
		s.tone = p.tone(s.window, from)
		if s.tone == "" {
			continue
		}
		s.allowed = s.tone == ToneWait && !s.window.Allowed.IsZero() && !from.Before(s.window.Allowed)
		out = join(out, s)
	}
	return out
}

// hours adds the edges of the window's hours of the day that lie in the picture.
func (p windowPart) hours(cuts []time.Time, w *course.Window) []time.Time {
	last := course.DateOf(p.until, p.zone).Add(1)
	for d := course.DateOf(p.from, p.zone).Add(-1); d.Before(last); d = d.Add(1) {
		for _, c := range [...]time.Time{course.On(d, w.Spec.Hours.From, p.zone), course.On(d, w.Spec.Hours.To, p.zone)} {
			if c.After(w.From) {
				cuts = append(cuts, c)
			}
		}
	}
	return cuts
}

func (p windowPart) tone(w *course.Window, at time.Time) Tone {
	state := w.StateAt(at, p.zone)
	if !p.fine && w.Spec.Hours != nil {
		whole := *w
		whole.Spec.Hours = nil
		state = whole.StateAt(at, p.zone)
	}
	switch state {
	case course.Wait:
		return ToneWait
	case course.Ask:
		return ToneAsk
	case course.Then:
		return ToneThen
	case course.Open:
		return ToneOpen
	}
	return ""
}

// inOrder sorts the instants and takes out what is double or zero.
func inOrder(cuts []time.Time) []time.Time {
	cuts = slices.DeleteFunc(cuts, time.Time.IsZero)
	slices.SortFunc(cuts, time.Time.Compare)
	return slices.CompactFunc(cuts, time.Time.Equal)
}

// join appends s, or lengthens the last stretch where s goes on with the same.
func join(out []stretch, s stretch) []stretch {
	n := len(out) - 1
	if n < 0 || out[n].tone != s.tone || !out[n].until.Equal(s.from) {
		return append(out, s)
	}
	last := &out[n]
	same := last.window == s.window && last.allowed == s.allowed && last.routine == s.routine && last.stage == s.stage
	switch {
	case same, s.tone == ToneOpen, s.tone == ToneRest:
		last.until = s.until
	case s.tone == ToneWait && last.allowed == s.allowed:
		last.until, last.window = s.until, s.window
	default:
		return append(out, s)
	}
	return out
}
