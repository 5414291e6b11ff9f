package timeline

import (
	"slices"
	"time"

	"afterglow/app/course"
	"afterglow/guidance"
)

// stretch is a Stretch with where it comes from.
type stretch struct {
	Stretch
	window  *course.Window
	routine *course.Routine
	stage   *course.Stage
}

// laneSource is what a lane is drawn from.
type laneSource struct {
	id, name  string
	routine   bool
	stretches []stretch
}

// laned says whether a routine has a lane of its own. Water and the check-in never
// differ from one day to the next; sunscreen is told on the lane of the window that it
// follows.
func laned(c *course.Course, r *course.Routine) bool {
	switch {
	case r.Spec.Amount.Max > 0, r.Spec.Situation != "", r.Spec.Role == guidance.CheckIn:
		return false
	case r.Spec.Role == guidance.Sunscreen:
		return !slices.ContainsFunc(c.Windows, func(w course.Window) bool { return w.Spec.Then != "" && w.BeginsAbout(r) })
	}
	return true
}

// eachLane calls f for every lane from top to bottom: routines, then windows.
func (v *view) eachLane(courses []course.Course, prefs course.Prefs, f func(laneSource)) {
	eachLane(courses, prefs, v.zone, v.from, v.until, v.o.Zoom == ThreeDays, f)
}

// eachLane does so for any stretch of time. Hours of the day are told apart if fine is set.
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
			s := laneSource{id: r.Spec.ID, name: r.Spec.Name, routine: true, stretches: routineStretches(buf[:0], sorted[i:], r.Spec.ID)}
			for j := range s.stretches {
				s.stretches[j].Often = often(&s.stretches[j], prefs.Times[r.Spec.ID])
			}
			f(s.named())
		}
	}
	for i, c := range sorted {
		for j := range c.Windows {
			w := &c.Windows[j]
			if hasWindow(sorted[:i], w.Spec.ID) {
				continue
			}
			p := windowPart{id: w.Spec.ID, zone: zone, from: from, until: until, fine: fine}
			s := laneSource{id: w.Spec.ID, name: w.Spec.Name, stretches: p.stretches(buf[:0], sorted[i:])}
			f(s.named())
		}
	}
}

// named gives each stretch the lane's name.
func (s laneSource) named() laneSource {
	for i := range s.stretches {
		s.stretches[i].Name = s.name
	}
	return s
}

// often is how often the routine is due in that stretch; own are the times that the person chose, nil: the plan's.
func often(s *stretch, own []guidance.Clock) Often {
	spec := s.routine.Spec
	o := Often{Times: max(len(spec.Times), spec.TimesADay.Max), TimesADay: spec.TimesADay, Every: spec.Every, EverySaid: spec.EverySaid}
	switch {
	case own != nil:
		return Often{Times: len(own), Off: len(own) == 0}
	case s.stage == nil:
	case len(s.stage.Spec.Times) > 0:
		o = Often{Times: len(s.stage.Spec.Times)}
	case s.stage.Spec.Every > 0:
		o = Often{Every: s.stage.Spec.Every}
	}
	return o
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
		s := stretch{Stretch: Stretch{From: cuts[i], Until: cuts[i+1]}}
		for _, run := range runs { // the newest that holds wins
			if run.r.Holds(s.From) {
				s.routine, s.stage, s.Tone = run.r, run.r.StageAt(s.From), ToneCare
				if s.stage != nil && s.stage.Spec.None {
					s.Tone = ToneRest
				}
				break
			}
			if s.routine == nil && !s.From.Before(run.at) && s.From.Before(run.r.From) {
				s.routine, s.Tone = run.r, ToneRest
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
			for j := range w.Others {
				o := &w.Others[j]
				cuts = append(cuts, o.From, o.Until, o.Allowed, o.ThenUntil, o.CalmSaid)
			}
			if p.fine && w.Spec.Hours != nil {
				cuts = p.hours(cuts, w)
			}
		}
	}
	cuts = inOrder(cuts)
	for i, from := range cuts {
		s := stretch{Stretch: Stretch{From: from}}
		if i+1 < len(cuts) {
			s.Until = cuts[i+1]
		}
		for _, w := range windows {
			if s.window == nil || w.BindsMore(s.window, from) {
				s.window = w
			}
		}
		if o := s.window.HeldBy(from); o != nil { // its end opens nothing: another wait leaves that alone
			held := *o
			held.Never = s.window.Never
			s.window = &held
		}
		s.Tone = p.tone(s.window, from)
		if s.Tone == "" {
			continue
		}
		switch {
		case s.Tone == ToneThen:
			s.Then = s.window.Spec.Then
		case s.Tone == ToneAsk:
			s.Condition = s.window.Spec.Condition
		case s.Tone == ToneWait && !s.window.Allowed.IsZero() && !from.Before(s.window.Allowed):
			s.Allowed = s.window.Allowed
		}
		if s.Tone == ToneWait {
			until := s.window.Spec.Until.Anchor
			s.Soft, s.Unnamed, s.Asks = s.window.Spec.Soft, until == guidance.NoEnd, until == guidance.UntilCalm
		}
		if s.Tone == ToneWait && !p.fine {
			s.Hours = s.window.Spec.Hours
		}
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
	if w.Never {
		return ToneNever
	}
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
		if w.Spent(at) { // it was for the time before the treatment: of the time after it the plan says nothing
			return ""
		}
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

// join appends s, or lengthens the last stretch if s goes on with the same.
func join(out []stretch, s stretch) []stretch {
	n := len(out) - 1
	if n < 0 || out[n].Tone != s.Tone || !out[n].Until.Equal(s.From) {
		return append(out, s)
	}
	last := &out[n]
	same := last.window == s.window && last.Allowed.Equal(s.Allowed) && last.routine == s.routine && last.stage == s.stage
	switch {
	case same, s.Tone == ToneOpen, s.Tone == ToneRest, s.Tone == ToneNever:
		last.Until = s.Until
	case s.Tone == ToneWait && last.Allowed.IsZero() == s.Allowed.IsZero() && last.Soft == s.Soft:
		last.Until, last.window, last.Allowed, last.Hours, last.Unnamed, last.Asks = s.Until, s.window, s.Allowed, s.Hours, s.Unnamed, s.Asks
	default:
		return append(out, s)
	}
	return out
}
