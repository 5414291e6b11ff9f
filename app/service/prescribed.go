package service

import (
	"slices"
	"strings"

	"afterglow/app/course"
	"afterglow/guidance"
)

// PrescribedSuffix ends the key of the switch that says whether the person's clinic prescribed a part of their plan:
// "antiviral.prescribed".
const PrescribedSuffix = ".prescribed"

// prescribedSetting is that switch. Unless it is on, such a part is told and nobody is reminded of it.
func prescribedSetting(id string) setting {
	return choice(id+PrescribedSuffix, "off", onOff(), func(p *course.Prefs, v string) {
		if v != "on" {
			return
		}
		if p.Prescribed == nil {
			p.Prescribed = map[string]bool{}
		}
		p.Prescribed[id] = true
	})
}

// PrescribedPart is a part of a plan that is for those alone whose clinic prescribed it.
type PrescribedPart struct {
	ID   string
	Name string
	On   bool // it was prescribed to the person
}

// prescribedIn are those parts of some plans, each once.
func prescribedIn(plans []guidance.Plan, on map[string]bool) []PrescribedPart {
	out := []PrescribedPart{}
	add := func(id, name, situation string) {
		if situation == guidance.Prescribed && !slices.ContainsFunc(out, func(p PrescribedPart) bool { return p.ID == id }) {
			out = append(out, PrescribedPart{id, name, on[id]})
		}
	}
	for _, p := range plans {
		for _, w := range p.Windows {
			add(w.ID, w.Name, w.Situation)
		}
		for _, r := range p.Routines {
			add(r.ID, r.Name, r.Situation)
		}
		for _, c := range p.Care {
			add(c.ID, c.Name, c.Situation)
		}
	}
	return out
}

// Prescribed are the parts of the plans that hold now, as their clinic wrote them, that are only for those to whom they
// were prescribed.
func (sc Scene) Prescribed() []PrescribedPart {
	plans := []guidance.Plan{}
	for _, c := range sc.Courses {
		plans = append(plans, c.Treatment.Plan.For(c.Treatment.Traits()))
	}
	if len(plans) == 0 {
		plans = append(plans, sc.Plan)
	}
	return prescribedIn(plans, sc.Prefs.Prescribed)
}

// applyStoredPrescribed applies every such switch, whichever plan has the part.
func applyStoredPrescribed(p *course.Prefs, stored map[string]string) {
	for key := range stored {
		if id, ok := strings.CutSuffix(key, PrescribedSuffix); ok {
			set := prescribedSetting(id)
			set.apply(p, set.value(stored))
		}
	}
}
