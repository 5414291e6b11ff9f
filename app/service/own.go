package service

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/journal"
	"afterglow/app/record"
	"afterglow/guidance"
)

// Bounds of what the person writes to their plan.
const (
	LongestOwn     = 40  // letters of the thing
	longestOwnNote = 120 // letters of who told them
	mostOwn        = 20  // changes of one treatment
)

// NewOwn is a small change that the person writes to the plan of a treatment: "my nurse said gym after 3 days".
type NewOwn struct {
	What      string // the thing: "gym"
	When      string // how long, or how often: "3 days", "until it is calm", "every 3 hours"
	Note      string // who told them: "my nurse said so"; may be empty
	Avoid     string // the rule as a sentence: "No gym."
	Treatment int64  // 0: the one that is looked after now
}

// OwnView is such a change as it stands.
type OwnView struct {
	Entry     int64
	Treatment int64
	What      string
	Name      string // of the plan's wait or routine that it changes, else the thing's
	Own       guidance.Own
	Milder    bool    // it is less than the plan asks for
	Called    *Called // of several treatments, which one; nil: there is one alone
}

// ownNote is what is kept of it beside its thing and treatment.
type ownNote struct {
	What  string `json:"what"` // as it was typed
	When  string `json:"when"` // in the words of a plan file, or as often as a routine is done
	Note  string `json:"note,omitempty"`
	Avoid string `json:"avoid"`
}

// Own writes such a change down. It holds for its treatment from then on, whatever becomes of the plan; one of the same
// thing takes the place of the one before.
func (s *Service) Own(ctx context.Context, n NewOwn) (record.Entry, error) {
	sc, err := s.Scene(ctx, s.Now())
	if err != nil {
		return record.Entry{}, err
	}
	c, err := sc.owned(n.Treatment)
	if err != nil {
		return record.Entry{}, err
	}
	note, err := n.tidy()
	if err != nil {
		return record.Entry{}, err
	}
	o, err := ownOf(record.Entry{ID: 1, What: fold(note.What), Note: encode(note)})
	if err != nil {
		return record.Entry{}, err
	}
	if err := meansOwn(c.Treatment, &o); err != nil {
		return record.Entry{}, err
	}
	e := record.Entry{At: sc.Now, Kind: record.KindOwn, What: fold(note.What), Treatment: c.Treatment.ID, Note: encode(note)}
	err = s.together(ctx, journal.AboutPlan, func(b *journal.Batch) error {
		if _, err := there(b, c.Treatment.ID); err != nil {
			return err
		}
		before, there, err := b.Instead(e)
		if err != nil {
			return err
		}
		if !there && len(c.Treatment.Own) >= mostOwn {
			return fault.Use("refusal.own_full", fault.Args{"Most": mostOwn})
		}
		if there {
			e.Replaces = before.ID
			if err := b.MarkUndone(before.ID, true); err != nil {
				return err
			}
		}
		e.ID, err = b.AddEntry(e)
		return err
	})
	return e, err
}

// Owns are all changes of the person's own that hold, of the newest treatment first, each as its plan takes it.
func (s *Service) Owns(ctx context.Context) ([]OwnView, error) {
	sc, err := s.Scene(ctx, s.Now())
	if err != nil {
		return nil, err
	}
	return sc.Owns(), nil
}

// Milder says whether the change with this entry is less than its plan asks for.
func (s *Service) Milder(ctx context.Context, entry int64) bool {
	all, err := s.Owns(ctx)
	return err == nil && slices.ContainsFunc(all, func(o OwnView) bool { return o.Entry == entry && o.Milder })
}

// Owns is [Service.Owns] of what was read already.
func (sc Scene) Owns() []OwnView {
	out := []OwnView{}
	for _, c := range sc.Courses {
		for _, o := range c.Treatment.Own {
			v := OwnView{Entry: o.Entry, Treatment: c.Treatment.ID, What: o.What, Name: o.What, Own: o}
			for _, w := range c.Plan.Windows {
				if w.Own != nil && w.Own.Entry == o.Entry {
					v.Name, v.Own = w.Name, *w.Own
				}
			}
			for _, r := range c.Plan.Routines {
				if r.Own != nil && r.Own.Entry == o.Entry {
					v.Name, v.Own = r.Name, *r.Own
				}
			}
			v.Milder = v.Own.Milder()
			if called, ok := sc.TreatmentCalled(c.Treatment.ID); ok {
				v.Called = &called
			}
			out = append(out, v)
		}
	}
	return out
}

// ForgetOwn takes back what the person wrote of a thing: the plan's own figure holds again. What is the thing, or what the
// plan calls it.
func (s *Service) ForgetOwn(ctx context.Context, what string) (record.Entry, error) {
	all, err := s.Owns(ctx)
	if err != nil {
		return record.Entry{}, err
	}
	var known []string
	for _, o := range all {
		if ask.Same(o.What, what) || ask.Same(o.Name, what) {
			return s.UndoNumber(ctx, o.Entry)
		}
		known = append(known, o.What)
	}
	if len(known) == 0 {
		return record.Entry{}, fault.Use("refusal.own_none", nil)
	}
	return record.Entry{}, unknown(what, known)
}

// owned is the course that a change is written to.
func (sc Scene) owned(treatment int64) (course.Course, error) {
	if treatment == 0 {
		lead, ok := sc.Lead()
		if !ok {
			return lead, ErrNoCourse
		}
		return lead, nil
	}
	i := slices.IndexFunc(sc.Courses, func(c course.Course) bool { return c.Treatment.ID == treatment })
	if i < 0 {
		return course.Course{}, fault.Use("refusal.no_treatment", fault.Args{"Number": treatment})
	}
	return sc.Courses[i], nil
}

// tidy holds what was typed against its bounds.
func (n NewOwn) tidy() (ownNote, error) {
	line := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	o := ownNote{What: line(n.What), When: line(n.When), Note: line(n.Note), Avoid: line(n.Avoid)}
	switch {
	case o.What == "":
		return o, fault.Use("refusal.own_what", nil)
	case o.When == "":
		return o, fault.Use("refusal.own_when_empty", nil)
	case utf8.RuneCountInString(o.What) > LongestOwn || !plain(o.What):
		return o, fault.Use("refusal.line", fault.Args{"Most": LongestOwn})
	case utf8.RuneCountInString(o.Note) > longestOwnNote || !plain(o.Note):
		return o, fault.Use("refusal.line", fault.Args{"Most": longestOwnNote})
	}
	return o, nil
}

func encode(n ownNote) string {
	text, err := json.Marshal(n)
	if err != nil {
		return "" // strings alone: it can be written
	}
	return string(text)
}

// readOwn reads what is kept of a change.
func readOwn(e record.Entry) (n ownNote, err error) {
	if err := json.Unmarshal([]byte(e.Note), &n); err != nil {
		return n, fmt.Errorf("read an own change: %w", err)
	}
	return n, nil
}

// ownOf is the change that an entry tells, before anybody looked what its plan says of it.
func ownOf(e record.Entry) (guidance.Own, error) {
	n, err := readOwn(e)
	if err != nil {
		return guidance.Own{}, err
	}
	at, err := guidance.ReadOwnTime(n.When)
	if err != nil {
		return guidance.Own{}, fault.Wrap(err, "refusal.own_when", fault.Args{"Word": n.When}).Of(fault.ErrUse)
	}
	return guidance.Own{Entry: e.ID, What: n.What, Avoid: n.Avoid, Note: n.Note, Until: at.Until, Every: at.Every, TimesADay: at.TimesADay}, nil
}

// fillOwn returns the treatments with what the person wrote to each. What cannot be read, or has no place in the plan that
// the treatment has by now, is left out: the plan's own figure holds.
func fillOwn(treatments []course.Treatment, entries []record.Entry) []course.Treatment {
	for i := range treatments {
		t := &treatments[i]
		for _, e := range entries {
			if e.Kind != record.KindOwn || e.Undone || e.Treatment != t.ID || t.Removed {
				continue
			}
			if o, err := ownOf(e); err == nil && meansOwn(*t, &o) == nil {
				t.Own = append(t.Own, o)
			}
		}
	}
	return treatments
}

// meansOwn finds what the plan of a treatment says of the thing that a change is about, as Ask understands it. It is a fault
// if the change cannot be made: of a reason to call, of how often where the plan has no such routine.
func meansOwn(t course.Treatment, o *guidance.Own) error {
	plan := t.Plan.For(t.Traits())
	scene := ask.Scene{Now: t.At, Zone: t.At.Location(), Plan: plan, Book: ask.Default()}
	reply := scene.Answer(ask.Question{Text: o.What})
	if reply.Verdict == ask.Call {
		return fault.Use("refusal.own_call", fault.Args{"Word": o.What, "Text": reply.Answers[0].Text})
	}
	routine := slices.IndexFunc(plan.Routines, func(r guidance.Routine) bool {
		return ask.Same(r.ID, o.What) || ask.Same(r.Name, o.What) || r.Role != "" && ask.Same(string(r.Role), o.What)
	})
	if o.Until == nil {
		if routine < 0 {
			routine = slices.IndexFunc(plan.Routines, func(r guidance.Routine) bool { return sameTopic(scene, reply, r.Name) })
		}
		switch {
		case routine < 0:
			return fault.Use("refusal.own_routine", fault.Args{"Word": o.What})
		case plan.Routines[routine].Drink():
			return fault.Use("refusal.own_drink", fault.Args{"Word": o.What})
		}
		o.Routine = plan.Routines[routine].ID
		return nil
	}
	for _, w := range plan.Windows {
		if w.OnlyBefore() {
			continue
		}
		switch {
		case ask.Same(w.ID, o.What), ask.Same(w.Name, o.What), sameTopic(scene, reply, w.Name) && !milder(*o, w):
			o.Whole = append(o.Whole, w.ID)
		case slices.ContainsFunc(w.Activities, func(a string) bool { return ask.Same(a, o.What) }), slices.Contains(windowsAmong(reply.Answers), w.ID):
			o.Part = append(o.Part, w.ID)
		}
	}
	if routine >= 0 && len(o.Whole) == 0 {
		o.Routine, o.Part = plan.Routines[routine].ID, nil
	}
	return nil
}

// milder says whether a change is less than a window of the plan asks for: then it holds for the very word that was written,
// and not for all else that people call the same thing.
func milder(o guidance.Own, w guidance.Window) bool {
	o.Instead = []guidance.Window{w}
	return o.Milder()
}

// sameTopic says whether a name of a plan is about the same thing as what was asked, and about nothing else.
func sameTopic(scene ask.Scene, reply ask.Reply, name string) bool {
	if len(reply.Topics) != 1 {
		return false
	}
	of := scene.Answer(ask.Question{Text: name})
	return len(of.Topics) == 1 && of.Topics[0].ID == reply.Topics[0].ID
}
