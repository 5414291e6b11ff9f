// Package timeline is the page that draws the course as lanes, with a line that
// can be dragged to ask about another moment.
package timeline

import (
	"time"
	"unicode/utf8"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/app/reminder"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/words"
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
// routine the skin on which it may not be done yet.
func (m Model) binds(at time.Time) map[string]string {
	if len(m.Scene.Courses) < 2 {
		return nil
	}
	out := map[string]string{}
	for _, w := range course.Binding(m.Scene.Courses, at) {
		if w.StateAt(at, m.Scene.Zone) != course.Open {
			out[w.Spec.ID] = m.Scene.SetBy(w)
		}
	}
	for _, r := range course.AllRoutines(m.Scene.Courses, at) {
		if r.NotYet != nil && r.NotYet.From.After(at) {
			out[r.Spec.ID] = notYet(r.NotYet, at.In(m.Scene.Zone))
		}
	}
	return out
}

// longestArea is how many letters of an area fit under a lane's name beside a time.
const longestArea = 12

// notYet is short enough to stand under a lane's name: "neck: from Sun 02:59".
func notYet(n *course.NotYet, at time.Time) string {
	if utf8.RuneCountInString(n.Areas) > longestArea {
		return "not on all skin yet"
	}
	return n.Areas + ": from " + words.Short(n.From.In(at.Location()), at)
}

// notYetNow says in words, by routine, on which skin it may not be done yet.
func (m Model) notYetNow() map[string]string {
	out := map[string]string{}
	for _, r := range course.AllRoutines(m.Scene.Courses, m.Scene.Now) {
		if text := reminder.NotYetWords(r.NotYet, m.Scene.Now, m.Scene.Zone); text != "" {
			out[r.Spec.ID] = text
		}
	}
	return out
}

// chip is the answer for one window at the moment of the line.
type chip struct {
	icon, text string
	tone       string // a course.State
}

// answers says what may be done at that moment: first what may, then what follows a wait, then what may not.
func answers(courses []course.Course, at time.Time, zone *time.Location) []chip {
	local := at.In(zone)
	var yes, after, not []chip
	for _, w := range course.Binding(courses, at) {
		name := w.Spec.Name
		switch st := w.StateAt(at, zone); st {
		case course.Open:
			yes = append(yes, chip{kit.IconCheck, name, string(st)})
		case course.Then:
			after = append(after, chip{kit.IconShade, name + ": " + w.Spec.Then, string(st)})
		case course.Ask:
			not = append(not, chip{kit.IconAsk, name + ": ask your skin", string(st)})
		case course.Before:
			yes = append(yes, chip{kit.IconCheck, name + ", until " + words.When(w.From, local), string(course.Open)})
		default:
			not = append(not, chip{kit.IconClock, name + ": " + words.When(w.Until, local), string(st)})
		}
	}
	return append(append(yes, after...), not...)
}

func toneOf(k *kit.Kit, state string) kit.Tone {
	switch course.State(state) {
	case course.Open:
		return k.Sage()
	case course.Then:
		return k.Water()
	}
	return k.Amber()
}
