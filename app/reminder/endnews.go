package reminder

import (
	"slices"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/guidance"
)

func (l *look) windowNews(c *candidate) *record.WindowNews {
	spec := &c.win.Spec
	n := &record.WindowNews{
		Condition: spec.Condition,
		Name:      spec.Name, Ended: c.Due, Passed: c.passed, Asks: c.asks() && c.win.CalmSaid.IsZero(), After: spec.After,
		Own: spec.Own != nil, Part: c.part, Unit: string(spec.Until.Said.Unit),
	}
	if m := spec.Until; m.Months != 0 || m.Anchor != guidance.FromTreatment && m.Timed() {
		n.Passed = 0 // "until bedtime", "3 months": the hours or days that it made are no figure of the plan
	}
	if step := l.step(c.win); step != nil {
		n.Then, n.ThenUntil, n.Sunscreen, n.Held = step.Then, step.ThenUntil, step.Sunscreen, step.Held
	}
	return n
}

// step is what the plan asks for in place of a window whose time is up; nil if that is over too, or nothing is.
func (l *look) step(w *course.Window) *record.Step {
	if w.Spec.Then == "" || (!w.ThenUntil.IsZero() && !l.now.Before(w.ThenUntil)) {
		return nil
	}
	return &record.Step{Name: w.Spec.Name, Then: w.Spec.Then, ThenUntil: w.ThenUntil, Sunscreen: l.sunscreenBegins(w), Held: w.HeldAt(l.now)}
}

// sunscreenBegins says whether the plan has sunscreen begin with what it asks for in place of the window: not long
// before, nor only later.
func (l *look) sunscreenBegins(w *course.Window) bool {
	r := l.routineOf(guidance.Sunscreen)
	return r != nil && w.BeginsAbout(r)
}

func (l *look) tellNews(c *candidate) *record.TellNews {
	n := &record.TellNews{Names: []string{c.name}, Ended: c.Due, Again: c.wish.free.Again}
	for _, w := range c.wish.free.Last {
		n.Steps = l.addStep(n.Steps, w)
	}
	return n
}

// addStep adds what follows a window, if something does: of two treatments one window can be over twice.
func (l *look) addStep(steps []record.Step, w *course.Window) []record.Step {
	step := l.step(w)
	if step == nil || hasStep(steps, step) {
		return steps
	}
	return append(steps, *step)
}

func hasStep(steps []record.Step, step *record.Step) bool {
	return slices.ContainsFunc(steps, func(s record.Step) bool { return s.Name == step.Name && s.Then == step.Then })
}

// addAlso notes what is told with the first one: windows that are over or followed by a step, each name once, and what
// the person asked for.
func (l *look) addAlso(n *record.News, lead *candidate, also []int) {
	ended := make([]course.Window, 0, len(also)+1)
	if lead.win != nil && !lead.win.HeldAt(l.now) {
		ended = append(ended, *lead.win)
	}
	for _, i := range also {
		c := &l.cands[i]
		switch {
		case n.Tell != nil:
			n.Tell = together(n.Tell, l.tellNews(c))
		case c.wish != nil:
			n.Window.Asked = addName(n.Window.Asked, c.name)
		case l.step(c.win) != nil:
			if c.name != n.Window.Name || c.win.Spec.Then != n.Window.Then {
				n.Window.Steps = l.addStep(n.Window.Steps, c.win)
			}
		case c.name != n.Window.Name:
			n.Window.Also = addName(n.Window.Also, c.name)
			n.Window.Afters = addAfter(n.Window, c.win)
		}
		if c.win != nil && !c.win.HeldAt(l.now) {
			ended = append(ended, *c.win)
		}
	}
	if n.Window != nil {
		n.Window.Shelf = l.shelf(ended)
	}
}

// together tells of several wishes in one.
func together(a, b *record.TellNews) *record.TellNews {
	for _, name := range b.Names {
		a.Names = addName(a.Names, name)
	}
	for _, step := range b.Steps {
		if !hasStep(a.Steps, &step) {
			a.Steps = append(a.Steps, step)
		}
	}
	if b.Ended.After(a.Ended) {
		a.Ended = b.Ended
	}
	if a.Again.IsZero() || (!b.Again.IsZero() && b.Again.Before(a.Again)) {
		a.Again = b.Again
	}
	return a
}

// addAfter adds what the plan says of the time after a window, once.
func addAfter(n *record.WindowNews, w *course.Window) []record.After {
	text := w.Spec.After
	if text == "" || w.Spec.Then != "" || text == n.After || slices.ContainsFunc(n.Afters, func(a record.After) bool { return a.Text == text }) {
		return n.Afters
	}
	return append(n.Afters, record.After{Name: w.Spec.Name, Text: text})
}

func addName(names []string, name string) []string {
	if slices.Contains(names, name) {
		return names
	}
	return append(names, name)
}

// onShelf is how many products of the shelf are named at most.
const onShelf = 2

// shelf are the products that waited for what has ended and wait for nothing else; nil: none.
func (l *look) shelf(ended []course.Window) *record.Shelf {
	if l.in.Shelf == nil || len(ended) == 0 {
		return nil
	}
	names := l.in.Shelf(ended, l.now)
	if len(names) == 0 {
		return nil
	}
	most := min(len(names), onShelf)
	return &record.Shelf{Names: slices.Clone(names[:most]), More: len(names) - most}
}

// addWelcome adds a candidate to what a welcome-back notification tells.
func (l *look) addWelcome(w *record.WelcomeNews, c *candidate) {
	switch {
	case c.Kind == RoutineDue:
		w.Routines = append(w.Routines, record.Task{Name: c.name, NotYet: l.notYetNews(c)})
	case c.wish != nil:
		w.Asked = addName(w.Asked, c.name)
	case c.begins != nil:
		w.Begins = append(w.Begins, record.Begin{Name: c.name, Rule: c.begins.Spec.Avoid, At: c.Due})
	case c.asks() && c.condition() != "":
		w.Conditions = addName(w.Conditions, c.condition())
	case c.asks():
		w.Asks = true
	default:
		w.Ends = append(w.Ends, end(c.name, c.Due, l.step(c.win)))
	}
}

// addWishEnds tells when the wait was over for what the person asked for, if none of its windows is told beside it.
func (l *look) addWishEnds(w *record.WelcomeNews, c *candidate, ended []course.Window) {
	if c.wish == nil || c.wish.about(ended) {
		return
	}
	told := false
	for _, last := range c.wish.free.Last {
		if step := l.step(last); step != nil {
			w.Ends, told = append(w.Ends, end(step.Name, c.Due, step)), true
		}
	}
	if !told {
		w.Ends = append(w.Ends, end(c.name, c.Due, nil))
	}
}

func end(name string, at time.Time, step *record.Step) record.End {
	e := record.End{Name: name, At: at}
	if step != nil {
		e.Then, e.ThenUntil, e.Sunscreen, e.Held = step.Then, step.ThenUntil, step.Sunscreen, step.Held
	}
	return e
}
