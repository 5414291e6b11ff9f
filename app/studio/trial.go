package studio

import (
	"errors"
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/app/studio/row"
	"afterglow/guidance"
)

// Moments are how long after a treatment a plan that is being written is looked at.
func Moments() []time.Duration {
	return []time.Duration{time.Hour, 10 * time.Hour, 30 * time.Hour, 4 * 24 * time.Hour, 8 * 24 * time.Hour}
}

// Trial is a treatment that nobody had, for looking at a plan.
type Trial struct {
	At     time.Time // the end of the appointment
	Zone   *time.Location
	Traits guidance.Traits
}

// Treatment is the treatment with a plan.
func (t Trial) Treatment(p guidance.Plan) course.Treatment {
	return course.Treatment{
		ID: 1, At: t.At, Device: t.Traits.Device, DepthMM: t.Traits.DepthMM, Area: t.Traits.Area, Sensitive: t.Traits.Sensitive,
		Plan: p, EnteredAt: t.At,
	}
}

// Ask is what a plan answers to some words so long after the treatment.
func (t Trial) Ask(p guidance.Plan, words string, after time.Duration) ask.Reply {
	return t.asking(p).at(words, t.At.Add(after))
}

// asker answers questions about one course.
type asker struct {
	course course.Course
	zone   *time.Location
}

func (t Trial) asking(p guidance.Plan) asker {
	return asker{course.New(t.Treatment(p), t.Zone, nil), t.Zone}
}

func (a asker) at(words string, at time.Time) ask.Reply {
	return ask.Scene{Now: at, Zone: a.zone, Courses: []course.Course{a.course}, Plan: a.course.Plan, Book: ask.Default()}.Answer(ask.Question{Text: words})
}

// Words are the things that a row is about, as people would ask of them.
func (e Entry) Words() []string {
	if len(e.What) > 0 {
		return e.What
	}
	if e.Name == "" {
		return nil
	}
	return []string{e.Name}
}

// Readable is the plan that the draft says without the rows that cannot be read yet, so that it can be looked at before
// it is complete. dropped are the keys of these rows.
func (d *Draft) Readable() (plan guidance.Plan, dropped []string, ok bool) {
	whole := Draft{doc: d.doc}
	_ = whole.complete() // without these the plan cannot be read at all
	for range len(d.doc.blocks) + 1 {
		p, err := whole.Check()
		if err == nil {
			return p, dropped, true
		}
		var list guidance.Problems
		if !errors.As(err, &list) || len(list) == 0 {
			return guidance.Plan{}, dropped, false
		}
		if !whole.drop(list[0].Line, &dropped) {
			return guidance.Plan{}, dropped, false
		}
	}
	return guidance.Plan{}, dropped, false
}

// complete fills in what a plan needs besides its rows.
func (d *Draft) complete() error {
	h := d.Head()
	if h.ID == "" {
		h.ID = "draft"
	}
	if h.Name == "" {
		h.Name = "-"
	}
	if err := d.SetHead(h); err != nil {
		return err
	}
	if d.doc.first("sources") < 0 {
		source := []said{{"id", quoted("sheet")}, {"title", quoted("-")}, {"strength", quoted("clinic")}}
		if err := d.become(append(d.Text(), d.doc.table("\n[[sources]]", source, "")...)); err != nil {
			return err
		}
	}
	if d.doc.first(string(KindWindow)) < 0 && d.doc.first(string(KindRoutine)) < 0 { // a plan without either is refused
		_, err := d.Add(row.Row{Rule: row.Avoid, Name: "-", Text: "-", From: "-1h", Until: "0h"}, "")
		return err
	}
	return nil
}

// drop takes out the table on a line.
func (d *Draft) drop(line int, dropped *[]string) bool {
	for i := len(d.doc.blocks) - 1; i > 0; i-- {
		b := d.doc.blocks[i]
		if d.doc.line(b.from) > line {
			continue
		}
		for _, e := range d.doc.rows() {
			if e.block == i {
				*dropped = append(*dropped, e.Key)
			}
		}
		return d.become(d.doc.without(i)) == nil
	}
	return false
}

// RowAt is the row whose table a line of the draft's text lies in; false: none.
func (d *Draft) RowAt(line int) (Entry, bool) {
	for i := len(d.doc.blocks) - 1; i > 0; i-- {
		if d.doc.line(d.doc.blocks[i].from) > line {
			continue
		}
		for _, e := range d.doc.rows() {
			if e.block == i {
				return e.Entry, true
			}
		}
		break
	}
	return Entry{}, false
}

// of says whether an answer comes from a row.
func (e Entry) of(a ask.Answer) bool {
	kind := map[Kind]ask.Kind{KindWindow: ask.Window, KindRoutine: ask.Routine, KindCare: ask.Care, KindPhase: ask.Phase, KindCall: ask.CallLine}[e.Kind]
	return kind == a.Kind && kind != "" && e.ID == a.ID
}
