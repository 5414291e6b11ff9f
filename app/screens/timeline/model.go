// Package timeline is the page that draws the course as lanes, with a line that
// can be dragged to ask about another moment.
package timeline

import (
	"slices"
	"time"

	"afterglow/app/course"
	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
	lay "afterglow/app/timeline"
)

// Model is all that the page shows.
type Model struct {
	Scene   service.Scene
	Entries []record.Entry // since the treatment
}

// marks are what was done, for the dots on the lanes.
func (m Model) marks() []lay.Mark {
	var out []lay.Mark
	for _, e := range m.Entries {
		if e.Kind == record.KindDone && !e.Undone {
			out = append(out, lay.Mark{Routine: e.What, At: e.At, Done: true})
		}
	}
	return out
}

// binds names, by window, the one of several treatments whose wait it is at that moment; and by
// routine the skin on which it may not be done yet. Of several texts the longest comes first.
func (m Model) binds(v phrase.Voice, at time.Time) map[string][]string {
	if len(m.Scene.Courses) < 2 {
		return nil
	}
	out := map[string][]string{}
	for _, w := range course.Binding(m.Scene.Courses, at) {
		if w.StateAt(at, m.Scene.Zone) != course.Open {
			out[w.Spec.ID] = []string{v.SetBy(m.Scene.Setters(w))}
		}
	}
	for _, r := range course.AllRoutines(m.Scene.Courses, at) {
		if r.NotYet != nil && r.NotYet.From.After(at) {
			out[r.Spec.ID] = notYet(v, r.NotYet)
		}
	}
	return out
}

// notYet stands under a lane's name: "neck: from Sun 02:59".
func notYet(v phrase.Voice, n *record.NotYet) []string {
	return []string{
		v.T("timeline.lane_not_yet", phrase.Args{"Area": v.List(n.Areas), "From": v.Short(n.From)}),
		v.T("timeline.lane_not_all"), v.T("timeline.lane_not_all_brief"),
	}
}

// notYetNow says in words, by routine, on which skin it may not be done yet.
func (m Model) notYetNow(v phrase.Voice) map[string]string {
	out := map[string]string{}
	for _, r := range course.AllRoutines(m.Scene.Courses, m.Scene.Now) {
		if r.NotYet != nil && r.NotYet.From.After(m.Scene.Now) {
			out[r.Spec.ID] = v.NotYet(r.NotYet)
		}
	}
	return out
}

// chip is the answer for one window at the moment of the line.
type chip struct {
	icon, text string
	state      course.State
}

// answers says what may be done at that moment: first what may, then what follows a wait, then what may not, and last
// the waits that begin later. Of these the plan says nothing yet: they are no yes.
func answers(v phrase.Voice, courses []course.Course, at time.Time, zone *time.Location) []chip {
	var yes, after, not, later []chip
	for _, w := range course.Binding(courses, at) {
		st := w.StateAt(at, zone)
		said := chip{icon: kit.IconClock, text: v.Answer(w, st), state: st}
		switch st {
		case course.Open:
			said.icon = kit.IconCheck
			yes = append(yes, said)
		case course.Then:
			said.icon = kit.IconShade
			after = append(after, said)
		case course.Ask:
			said.icon = kit.IconAsk
			not = append(not, said)
		case course.Before:
			later = append(later, said)
		default:
			not = append(not, said)
		}
	}
	return slices.Concat(yes, after, not, later)
}

func toneOf(k *kit.Kit, state course.State) kit.Tone {
	switch state {
	case course.Open:
		return k.Sage()
	case course.Then:
		return k.Water()
	case course.Before:
		return k.Neutral()
	}
	return k.Amber()
}
