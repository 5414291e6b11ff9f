package simulation

import (
	"time"

	"afterglow/app/record"
	"afterglow/app/service"
	"afterglow/guidance"
)

// act has the person do something by chance. It says whether anything came of it.
func (w *world) act(k kind) bool {
	d := w.draw
	if w.desk.full {
		return false
	}
	switch k {
	case pause:
		return w.enter(record.Entry{Kind: record.KindPause, Until: w.wall.Add(pick(d, time.Hour, d.span(5*time.Minute, 3*day)))})
	case resume:
		return w.enter(record.Entry{Kind: record.KindResume})
	case calm, extend:
		return w.actOnWindow(k)
	case wish:
		return w.actWish()
	case feel:
		return w.actFeel()
	case refeel:
		return w.actRefeel()
	case swallow:
		return w.enter(record.Entry{Kind: record.KindDone, What: w.oracle.drinkID()})
	case ahead:
		return w.actAhead()
	case undo:
		return w.undo()
	case redo:
		return w.redo()
	case prefer:
		return w.prefer(anySetting(d))
	}
	return w.actOnTreatment(k)
}

func (w *world) actOnWindow(k kind) bool {
	w.oracle.derive()
	if len(w.oracle.waits) == 0 {
		return false
	}
	e := record.Entry{Kind: record.KindExtend, What: pick(w.draw, w.oracle.waits...).spec.ID}
	if k == calm {
		e.Kind = record.KindCalm
	}
	return w.enter(e)
}

// actWish asks to be told when one or two waits are over.
func (w *world) actWish() bool {
	w.oracle.derive()
	var waits []string
	for i := range w.oracle.waits {
		if wait := &w.oracle.waits[i]; !wait.part {
			waits = append(waits, wait.spec.ID)
		}
	}
	if len(waits) == 0 {
		return false
	}
	ids := []string{pick(w.draw, waits...)}
	if w.draw.chance(0.4) {
		ids = append(ids, pick(w.draw, waits...))
	}
	for i, id := range ids {
		if w.draw.chance(0.15) {
			ids[i] = id + andThen
		}
	}
	return w.enter(record.Entry{Kind: record.KindTell, What: record.AboutWindows(ids), Note: pick(w.draw, "Hot yoga", "Lipstick", "The party")})
}

// actAhead answers something of today, due or not.
func (w *world) actAhead() bool {
	list := w.oracle.listOf(dateOf(w.wall, w.zone))
	if len(list) == 0 {
		return false
	}
	c := pick(w.draw, list...)
	e := record.Entry{Kind: pick(w.draw, record.KindDone, record.KindSkip, record.KindSnooze), What: c.routine, Occurrence: c.id}
	if e.Kind == record.KindSnooze {
		e.Until = w.later()
	}
	return w.enter(e)
}

func (w *world) undo() bool {
	id, err := w.keeper.Undo(w.ctx)
	if err != nil {
		return false
	}
	w.note("undo %d", id)
	if was, about := w.were[id]; about {
		w.oracle.treat(&was)
	}
	w.oracle.undone(id)
	w.ring()
	return true
}

// redo writes down again one of the last things that were taken back.
func (w *world) redo() bool {
	var back []int64
	for i := range w.oracle.entries {
		if e := &w.oracle.entries[i]; e.Undone && e.Kind != record.KindTreat {
			back = append(back, e.ID)
		}
	}
	if len(back) == 0 {
		return false
	}
	id := pick(w.draw, back[max(0, len(back)-3):]...)
	if err := w.keeper.Redo(w.ctx, id); err != nil {
		return false
	}
	w.note("redo %d", id)
	w.oracle.redone(id)
	w.ring()
	return true
}

func (w *world) prefer(s setting) bool {
	if err := w.keeper.Set(w.ctx, s); err != nil {
		w.fail(err)
		return false
	}
	w.note("set %s %s", s.key, s.value)
	w.oracle.set(s)
	w.ring()
	return true
}

func (w *world) actOnTreatment(k kind) bool {
	d := w.draw
	known := w.oracle.treatments
	switch {
	case w.skew.Abs() > 30*day:
		return false // the person sees that the year is wrong
	case k == treat:
		n := w.anyTreatment()
		if len(known) > 0 && d.chance(0.25) {
			n.At = pick(d, known...).at // another area at the same appointment
		}
		return len(known) < 4 && w.treat(n)
	case len(known) == 0:
		return false
	case k == remove:
		t := pick(d, known...)
		id := t.id
		entry, err := w.keeper.Remove(w.ctx, id)
		if err != nil {
			w.fail(err)
			return false
		}
		w.were[entry] = *t
		w.note("treatment %d is removed, entry %d", id, entry)
		w.oracle.remove(id)
		w.ring()
		return true
	}
	return w.edit(pick(d, known...))
}

// edit corrects a treatment: its time by some hours, or what it was.
func (w *world) edit(t *treated) bool {
	d := w.draw
	n := w.anyTreatment()
	if d.chance(0.7) {
		n.At = t.at.Add(pick[time.Duration](d, 1, -1) * d.span(5*time.Minute, 30*time.Hour))
	} else {
		n.At = t.at
	}
	plan := t.plan
	if d.chance(0.8) {
		n.PlanFile = ""
	}
	entry, err := w.keeper.Change(w.ctx, t.id, n)
	if err != nil {
		w.note("refused: change treatment %d: %v", t.id, err)
		return false
	}
	w.were[entry] = *t
	if n.PlanFile != "" {
		var ok bool
		if plan, ok = w.parse(n.PlanFile); !ok {
			return false
		}
	}
	w.note("treatment %d is now of %s (entry %d): %s %.2f %s %t", t.id, w.oracle.say(n.At), entry, n.Device, n.DepthMM, n.Area, n.Sensitive)
	w.oracle.treat(&treated{id: t.id, at: n.At, traits: traitsOf(n), plan: plan})
	w.ring()
	return true
}

func (w *world) treat(n service.NewTreatment) bool {
	id, err := w.keeper.Treat(w.ctx, n)
	if err != nil {
		w.note("refused: treatment at %s: %v", w.oracle.say(n.At), err)
		return false
	}
	plan, ok := w.parse(n.PlanFile)
	if !ok {
		return false
	}
	w.tally.Courses++
	w.note("treatment %d at %s: %s %.2f %s %t, plan %s", id, w.oracle.say(n.At), n.Device, n.DepthMM, n.Area, n.Sensitive, plan.ID)
	if w.keep && plan.ID != "essentials" && plan.ID != "cautious" {
		w.note("%s", n.PlanFile)
	}
	w.oracle.treat(&treated{id: id, at: n.At, traits: traitsOf(n), entered: w.wall, plan: plan})
	w.ring()
	return true
}

func (w *world) parse(text string) (guidance.Plan, bool) {
	p, err := guidance.Parse("plan.toml", []byte(text))
	if err != nil {
		w.fail(err)
	}
	return p, err == nil
}

func traitsOf(n service.NewTreatment) guidance.Traits {
	return guidance.Traits{Device: n.Device, DepthMM: n.DepthMM, Area: n.Area, Sensitive: n.Sensitive}
}

func (w *world) anyTreatment() service.NewTreatment {
	d := w.draw
	n := service.NewTreatment{
		At: w.wall, Device: pick(d, "", "roller", "pen", "rf"), DepthMM: pick(d, 0, 0.25, 0.5, 1, 1.5, 2.5),
		Area: pick(d, "", "face", "neck", "scalp"), Sensitive: d.chance(0.25), PlanFile: anyPlan(d), PlanName: "plan.toml",
	}
	switch d.IntN(6) {
	case 0, 1:
		n.At = n.At.Add(-d.span(time.Minute, 5*day))
	case 2:
		n.At = n.At.Add(d.span(time.Minute, pick(d, 3*day, 21*day))) // planned
	}
	return n
}
