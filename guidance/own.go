package guidance

import (
	"slices"
	"strconv"
	"strings"
)

// OwnStrength is the strength of a source that is the person's own word. No plan file may say it.
const OwnStrength = "own"

// Own is a small change that the person wrote to their plan: what somebody at their clinic told them of one thing. It is
// told as theirs, never as the plan's.
type Own struct {
	Entry int64  // the line of the log by which it was written
	What  string // the thing, in the person's words
	Avoid string // the rule as a sentence, for a wait that no window of the plan is about alone
	Note  string // who told them, in their words; may be empty
	// Until is how long; nil: it changes only how often a routine is done.
	Until *Moment
	// Every and TimesADay are how often a routine is done; zero: as the plan says.
	Every     Length
	TimesADay Amount

	// Whole are the ids of the windows that are about the thing alone, and Part of those that are about more. Routine is
	// that of the routine that it changes, if any. Whoever understands words fills them.
	Whole, Part []string
	Routine     string
	// Instead is what the plan itself says of it; WithOwn fills it.
	Instead []Window
	Repeats *Routine
}

// SourceID is the id of the person as a source.
func (o Own) SourceID() string { return "own-" + strconv.FormatInt(o.Entry, 10) }

// WithOwn is the plan of one treatment with what the person wrote to it. The wait for a thing takes the place of the
// plan's, and the windows that are about more are left for the rest. p itself is not changed.
func (p Plan) WithOwn(all []Own) Plan {
	if len(all) == 0 {
		return p
	}
	p.Windows, p.Routines, p.Sources = slices.Clone(p.Windows), slices.Clone(p.Routines), slices.Clone(p.Sources)
	for _, o := range all {
		p.Sources = append(p.Sources, Source{ID: o.SourceID(), Title: o.Note, Strength: OwnStrength})
		if o.Routine != "" {
			p.repeats(o)
			continue
		}
		p.waits(o)
	}
	return p
}

// WithPrescribed is the plan for somebody whose clinic prescribed what has these ids: it holds for them as all else does. p
// itself is not changed.
func (p Plan) WithPrescribed(ids map[string]bool) Plan {
	if len(ids) == 0 {
		return p
	}
	p.Windows, p.Routines, p.Care = slices.Clone(p.Windows), slices.Clone(p.Routines), slices.Clone(p.Care)
	for i := range p.Windows {
		p.Windows[i].Situation = prescribedTo(ids, p.Windows[i].ID, p.Windows[i].Situation)
	}
	for i := range p.Routines {
		p.Routines[i].Situation = prescribedTo(ids, p.Routines[i].ID, p.Routines[i].Situation)
	}
	for i := range p.Care {
		p.Care[i].Situation = prescribedTo(ids, p.Care[i].ID, p.Care[i].Situation)
	}
	return p
}

// prescribedTo is the situation of a part of a plan to somebody to whom these were prescribed.
func prescribedTo(ids map[string]bool, id, situation string) string {
	if situation == Prescribed && ids[id] {
		return ""
	}
	return situation
}

// repeats has a routine be done as the person wrote.
func (p *Plan) repeats(o Own) {
	i := slices.IndexFunc(p.Routines, func(r Routine) bool { return r.ID == o.Routine })
	if i < 0 {
		return
	}
	r := p.Routines[i]
	planned := r
	o.Repeats = &planned
	if o.Until != nil {
		r.Until, r.Usually, r.Condition = *o.Until, nil, ""
	}
	if o.Every.Duration > 0 || o.TimesADay.Max > 0 {
		r.Every, r.EverySaid, r.TimesADay, r.Times, r.Stages = o.Every.Duration, o.Every.Said, o.TimesADay, nil, nil
	}
	r.Own, r.Source, r.SaysSo, r.Line = &o, o.SourceID(), "", 0
	p.Routines[i] = r
}

// waits has a thing wait as long as the person wrote.
func (p *Plan) waits(o Own) {
	at, own := len(p.Windows), Window{ID: o.SourceID(), Name: capital(o.What), Avoid: o.Avoid, Activities: []string{o.What}}
	first := true
	for i, w := range p.Windows {
		whole, part := slices.Contains(o.Whole, w.ID), slices.Contains(o.Part, w.ID)
		if !whole && !part {
			continue
		}
		o.Instead = append(o.Instead, w)
		switch {
		case whole && first:
			own, at, first = w, i, false
		case part:
			w.Spared = append(slices.Clone(w.Spared), o.What)
			w.Activities = slices.DeleteFunc(slices.Clone(w.Activities), func(a string) bool { return strings.EqualFold(a, o.What) })
			p.Windows[i] = w
			if first {
				at = i + 1
			}
		}
	}
	own.Until, own.Usually, own.Condition, own.AndWhen, own.AllowedFrom = *o.Until, nil, "", "", nil
	if !own.From.Beforehand() { // what they were told counts from the treatment: no part of the plan holds it back before
		own.From = Moment{}
	}
	own.Own, own.Source, own.SaysSo, own.Says, own.Line = &o, o.SourceID(), "", nil, 0
	if !first {
		p.Windows[at] = own
	} else {
		p.Windows = slices.Insert(p.Windows, at, own)
	}
	p.Windows = slices.DeleteFunc(p.Windows, func(w Window) bool { return w.Own == nil && slices.Contains(o.Whole, w.ID) })
}

// capital is a text with a capital at its beginning.
func capital(s string) string {
	for i := range s {
		if i > 0 {
			return strings.ToUpper(s[:i]) + s[i:]
		}
	}
	return strings.ToUpper(s)
}
