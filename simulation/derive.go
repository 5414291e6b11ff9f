package simulation

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"afterglow/app/record"
	"afterglow/guidance"
)

// treated is a treatment as the person entered it.
type treated struct {
	id      int64
	at      time.Time
	traits  guidance.Traits
	entered time.Time
	plan    guidance.Plan
	lastEnd time.Time // of all that the plan says
	closes  time.Time // lastEnd, or later while the person has still to say that the skin is calm
}

// wait is a window of a treatment's plan at real instants.
type wait struct {
	id                     string // "makeup/1"
	spec                   guidance.Window
	of                     *treated
	from, until, thenUntil time.Time
	planned                time.Time // its end by the plan alone
	part                   bool      // a routine or an advice that goes on until the person's word
	open                   bool      // the plan names no end: until is how far its course goes
	calm                   bool      // the person said so after time was up
	calmAt                 time.Time
	told                   bool // its end is one to be told at all
	begins                 bool // its begin is one to be told
}

// asks says whether the person's word ends it, alone or besides its time.
func (w *wait) asks() bool { return asksWord(w.spec) }

func asksWord(spec guidance.Window) bool {
	return spec.AndWhen != "" || spec.Until.Anchor == guidance.UntilCalm
}

// task is a routine of a treatment's plan at real instants.
type task struct {
	spec        guidance.Routine
	of          *treated
	from, until time.Time
	stages      []part
}

type part struct {
	spec        guidance.Stage
	from, until time.Time
}

// occurrence is one due moment of a task.
type occurrence struct {
	id          string
	routine     string
	due, useful time.Time
	last        time.Time // when the same skin is treated again; zero: never
	rests       []*task   // of treatments on other skin that have not come to it yet
	entered     time.Time // when the person told of its treatment
}

func meant(m guidance.Match, t guidance.Traits) bool {
	if len(m.Device) > 0 && !slices.Contains(m.Device, t.Device) {
		return false
	}
	if len(m.Area) > 0 && !slices.Contains(m.Area, t.Area) {
		return false
	}
	if m.DepthOverMM != nil && !(t.DepthMM > *m.DepthOverMM) {
		return false
	}
	if m.DepthUpToMM != nil && !(t.DepthMM > 0 && t.DepthMM <= *m.DepthUpToMM) {
		return false
	}
	return m.Sensitive == nil || *m.Sensitive == t.Sensitive
}

// nextOf is the next treatment of the same skin that was entered; nil if there is none.
func (o *oracle) nextOf(t *treated) *treated {
	var next *treated
	for _, other := range o.treatments {
		if other.at.After(t.at) && sameSkin(t, other) && (next == nil || other.at.Before(next.at)) {
			next = other
		}
	}
	return next
}

// instant is a moment of the plan. ok is false if it hangs on a next treatment that nobody plans.
func (o *oracle) instant(t *treated, m guidance.Moment) (at time.Time, ok bool) {
	switch m.Anchor {
	case guidance.FromTreatment:
		return o.after(t.at, m), true
	case guidance.WhenEntered:
		return earlier(t.entered, t.at), true
	case guidance.NoEnd, guidance.UntilCalm:
		return time.Time{}, false
	case guidance.Bedtime:
		return o.bedtime(t, m.Day), true
	case guidance.EndOfDay:
		return o.walls.at(dateOf(t.at, o.walls.zone)+date(m.Day)+1, 0), true
	case guidance.Morning:
		return o.walls.at(dateOf(t.at, o.walls.zone)+date(m.Day), 8*60), true
	case guidance.Night:
		return o.walls.at(dateOf(t.at, o.walls.zone)+date(m.Day), 21*60), true
	case guidance.FromFirst:
		return o.after(o.seriesOf(t).first, m), true
	case guidance.FromLast:
		last := o.seriesOf(t).last
		return o.after(last, m), !last.IsZero()
	}
	if next := o.nextOf(t); next != nil {
		return next.at.Add(m.Elapsed), true
	}
	var spacing time.Duration
	longest := time.Duration(-1)
	for _, v := range t.plan.Spacing.When {
		if meant(v.Match, t.traits) && v.From > longest {
			longest = v.From
		}
	}
	if spacing = t.plan.Spacing.From; longest >= 0 {
		spacing = longest
	}
	return t.at.Add(spacing + m.Elapsed), spacing > 0 && !o.seriesOf(t).ends
}

// latest is the latest of two moments of a plan.
func (o *oracle) latest(t *treated, at time.Time, m *guidance.Moment) time.Time {
	if m == nil {
		return at
	}
	if other, ok := o.instant(t, *m); ok && other.After(at) {
		return other
	}
	return at
}

// oneArea says whether the treatment of that id was of the same area: calm skin there is calm for both.
func (o *oracle) oneArea(id int64, t *treated) bool {
	return slices.ContainsFunc(o.treatments, func(other *treated) bool {
		return other.id == id && strings.EqualFold(other.traits.Area, t.traits.Area)
	})
}

func (o *oracle) waitOf(t *treated, spec guidance.Window) (wait, bool) {
	from, okFrom := o.instant(t, spec.From)
	until, okUntil := o.instant(t, spec.Until)
	open := spec.Until.Anchor == guidance.NoEnd || spec.Until.Anchor == guidance.FromLast && !okUntil
	if spec.Until.Anchor == guidance.UntilCalm {
		until, okUntil = o.askedFrom(t, from, spec.Usually), true
	}
	if !okFrom || !okUntil && !open {
		return wait{}, false
	}
	if spec.From.Anchor == guidance.WhenEntered && !open {
		from = earlier(from, until.Add(-day))
	}
	var then time.Time
	if spec.ThenUntil != nil {
		then, _ = o.instant(t, *spec.ThenUntil)
	}
	var add time.Duration
	for _, v := range spec.When {
		if !meant(v.Match, t.traits) {
			continue
		}
		until = o.latest(t, until, v.Until)
		then = o.latest(t, then, v.ThenUntil)
		add = max(add, v.Add)
	}
	until = until.Add(add)
	if !then.IsZero() {
		then = then.Add(add)
	}
	w := wait{id: fmt.Sprintf("%s/%d", spec.ID, t.id), spec: spec, of: t, from: from, until: until, thenUntil: then, planned: until, open: open}
	w.begins = spec.Hours == nil && spec.Situation == "" && spec.From.Anchor != guidance.BeforeNext && !from.Equal(t.at) && from.After(t.entered)
	if open {
		return w, true
	}
	for _, e := range o.entries {
		if e.Kind == record.KindExtend && !e.Undone && e.What == spec.ID && e.Treatment == t.id {
			if e.At.After(w.until) {
				w.until = e.At
			}
			w.until = w.until.Add(spec.Extend)
		}
	}
	if asksWord(spec) {
		o.hearCalm(&w)
	}
	w.told = spec.Hours == nil && spec.Situation == "" && spec.Until.Anchor != guidance.BeforeNext &&
		w.until.After(t.at) && w.until.After(from) && !w.until.Before(t.entered)
	return w, true
}

// hearCalm looks for the person's word. Said of all skin at once it counts once time is up, and for nothing that has a
// condition of its own; said of this wait it counts from its begin on, if nothing else ends it.
func (o *oracle) hearCalm(w *wait) {
	alone := w.spec.Until.Anchor == guidance.UntilCalm
	for _, e := range o.entries {
		since := w.until
		all := e.Kind == record.KindFeel && e.Feeling.Skin == record.SkinCalm && w.spec.Condition == ""
		named := e.Kind == record.KindCalm && e.What == w.spec.ID && o.oneArea(e.Treatment, w.of)
		if named && alone {
			since = later(w.from, w.of.at)
		}
		if e.Undone || !all && !named || e.At.Before(since) {
			continue
		}
		if w.calm = true; w.calmAt.IsZero() || e.At.Before(w.calmAt) {
			w.calmAt = e.At
		}
	}
	if w.calm {
		w.until = earlier(w.until, w.calmAt)
	}
}

func (o *oracle) taskOf(t *treated, spec guidance.Routine) (task, bool) {
	from, okFrom := o.instant(t, spec.From)
	until, okUntil := o.instant(t, spec.Until)
	switch {
	case !okFrom:
		return task{}, false
	case !okUntil:
		return task{spec: spec, of: t, from: from, until: o.nextPlanned(t)}, true // or later: see waitsFor and close
	}
	for _, v := range spec.When {
		if meant(v.Match, t.traits) {
			from, until = o.latest(t, from, v.From), o.latest(t, until, v.Until)
		}
	}
	k := task{spec: spec, of: t, from: from, until: until}
	for _, s := range spec.Stages {
		a, okA := o.instant(t, s.From)
		b, okB := o.instant(t, s.Until)
		if okA && okB {
			k.stages = append(k.stages, part{s, a, b})
		}
	}
	return k, true
}

// derive works everything out anew after something changed.
func (o *oracle) derive() {
	if !o.stale {
		return
	}
	o.stale = false
	o.lists = map[date][]occurrence{}
	o.waits, o.tasks = nil, nil
	slices.SortStableFunc(o.treatments, func(a, b *treated) int { // the newest first
		if n := b.at.Compare(a.at); n != 0 {
			return n
		}
		return int(b.id - a.id)
	})
	for _, t := range o.treatments {
		t.lastEnd, t.closes = t.at, t.at
		begun, begunTasks := len(o.waits), len(o.tasks)
		for _, spec := range t.plan.Windows {
			if w, ok := o.waitOf(t, spec); ok {
				o.waits = append(o.waits, w)
			}
		}
		for _, spec := range t.plan.Routines {
			k, ok := o.taskOf(t, spec)
			if !ok {
				continue
			}
			if spec.Until.Anchor == guidance.UntilCalm {
				k.until = o.asked(t, guidance.Window{ID: spec.ID, Name: spec.Name, Situation: spec.Situation, Condition: spec.Condition, Usually: spec.Usually, Until: spec.Until}, k.from)
			} else {
				t.lastEnd = later(t.lastEnd, k.until)
			}
			o.tasks = append(o.tasks, k)
		}
		for _, spec := range t.plan.Care {
			if spec.Until != nil && spec.Until.Anchor == guidance.UntilCalm {
				from := t.at
				if spec.From != nil {
					from, _ = o.instant(t, *spec.From)
				}
				o.asked(t, guidance.Window{ID: spec.ID, Name: spec.Name, Situation: spec.Situation, Condition: spec.Condition, Usually: spec.Usually, Until: *spec.Until}, from)
			}
		}
		for _, p := range t.plan.Phases {
			if end, ok := o.instant(t, p.Until); ok {
				t.lastEnd = later(t.lastEnd, end)
			}
		}
		o.close(t, o.waits[begun:], o.tasks[begunTasks:])
	}
	for id, told := range o.told {
		if told.end.IsZero() {
			continue
		}
		if w := o.beginOf(id); strings.Contains(id, beginMark) {
			told.moved = told.moved || w == nil || !w.begins || w.from.Sub(told.end).Abs() > time.Second
			continue
		}
		// What was told has been taken back: the window ends later, or is none to tell.
		if w := o.waitOfID(id); w == nil || !w.told || w.until.After(told.end.Add(time.Second)) {
			told.moved = true
		}
	}
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
