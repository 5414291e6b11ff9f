// Package timeline is the page that draws the course as lanes, with a line that
// can be dragged to ask about another moment.
package timeline

import (
	"time"

	"afterglow/app/course"
	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/service"
	lay "afterglow/app/timeline"
)

// Model is all that the page shows.
type Model struct {
	Scene   service.Scene
	Entries []record.Entry // since the treatment
	Unread  error          // names a treatment whose waits are not known; nil: none
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

// shown is what the picture is made of.
func (m Model) shown(zoom lay.Zoom) shown {
	sc := m.Scene
	return shown{courses: sc.Courses, prefs: sc.Prefs, marks: m.marks(), felt: m.felt(), options: lay.Options{Zoom: zoom, Now: sc.Now, Zone: sc.Zone}}
}

// felt is how the skin felt: of each time the strongest of what was said.
func (m Model) felt() (out []lay.Felt) {
	for _, e := range m.Entries {
		if e.Kind != record.KindFeel || e.Undone {
			continue
		}
		strongest, said := 0, false
		for _, l := range e.Feeling.Levels() {
			if l.Said {
				strongest, said = max(strongest, l.N), true
			}
		}
		if said {
			out = append(out, lay.Felt{At: e.At, Level: strongest})
		}
	}
	return out
}
