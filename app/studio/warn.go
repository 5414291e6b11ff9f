package studio

import (
	"errors"
	"slices"
	"strings"
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/app/studio/row"
	"afterglow/guidance"
)

// WarningKind is what may be wrong with a row.
type WarningKind string

// The kinds, the gravest first. None keeps a draft from being kept; only Wrong keeps it from being used.
const (
	Wrong       WarningKind = "wrong"        // the check refuses it: Problem says why
	YesToBan    WarningKind = "yes_to_ban"   // asked of Word, the plan says yes where this row avoids it
	Contradicts WarningKind = "contradicts"  // another row says the other thing of Word
	NewFigure   WarningKind = "new_figure"   // its figure is another than the sheet's sentence has
	NoFigure    WarningKind = "no_figure"    // it has a figure, and the sheet's sentence has none
	BannedYes   WarningKind = "banned_yes"   // its exception Word is avoided by another row at the same time
	LostFigure  WarningKind = "lost_figure"  // its sentence has the figure Figure, and the row has none and no end
	TextFigure  WarningKind = "text_figure"  // what the patient reads has the figure Figure, and the row another one
	LeaveBanned WarningKind = "leave_banned" // it gives leave for Word, and another row avoids it then
	SparesOwn   WarningKind = "spares_own"   // it avoids Word and allows it
	OnlyNothing WarningKind = "only_nothing" // it allows only some kind, and does not say which
	Twice       WarningKind = "twice"        // the row Other says the same of Word
	LateNever   WarningKind = "late_never"   // it does not come after a treatment that ends as late in the day as After
	NeverShows  WarningKind = "never_shows"  // nobody who asks of Word is told it
	NoSentence  WarningKind = "no_sentence"  // it has no sentence of the sheet
)

// Warning is something about one row that its writer may want to look at.
type Warning struct {
	Kind    WarningKind
	Key     string // of the row; "" for the plan as a whole
	Figure  string // of NewFigure and NoFigure: the row's figure as it is written
	Word    string // what was asked about
	Other   string // the Key of the row that says the other thing; "": none
	After   time.Duration
	Problem *guidance.Problem
}

// Warnings looks the draft through, as it would be after a treatment.
func (d *Draft) Warnings(t Trial) (list []Warning) {
	list = d.wrong()
	rows := d.Rows()
	plan, dropped, readable := d.Readable()
	var a asker
	if readable {
		a = t.asking(plan)
	}
	for _, e := range rows {
		if w, ok := e.invented(); ok {
			list = append(list, w)
		}
		if w, ok := e.inText(); ok {
			list = append(list, w)
		}
		if i := slices.IndexFunc(e.Words(), func(w string) bool {
			return slices.ContainsFunc(e.Except, func(x string) bool { return plain(x) == plain(w) })
		}); i >= 0 && e.Kind == KindWindow && e.Rule != row.Only {
			list = append(list, Warning{Kind: SparesOwn, Key: e.Key, Word: e.Words()[i]})
		}
		if e.Kind == KindWindow && e.Rule == row.Only && len(e.Except) == 0 {
			list = append(list, Warning{Kind: OnlyNothing, Key: e.Key})
		}
		if readable && !slices.Contains(dropped, e.Key) {
			heard := a.heard(e, rows)
			list = append(append(list, heard...), a.first(e, rows, heard)...)
			list = append(list, a.spared(e, rows)...)
			list = append(list, a.left(e, rows)...)
		}
		if e.Says == "" && !e.Kind.Part() && !e.Kind.Ingredients() && e.Kind != KindClinic {
			list = append(list, Warning{Kind: NoSentence, Key: e.Key})
		}
	}
	list = append(list, twice(rows)...)
	if readable {
		list = append(list, t.late(plan, rows)...)
	}
	order := []WarningKind{Wrong, YesToBan, Contradicts, BannedYes, LeaveBanned, SparesOwn, NewFigure, NoFigure, LostFigure, TextFigure, OnlyNothing, LateNever, Twice, NeverShows, NoSentence}
	slices.SortStableFunc(list, func(a, b Warning) int { return slices.Index(order, a.Kind) - slices.Index(order, b.Kind) })
	return list
}

// wrong is what the check refuses.
func (d *Draft) wrong() (list []Warning) {
	var problems guidance.Problems
	if _, err := d.Check(); !errors.As(err, &problems) {
		return nil
	}
	for _, p := range problems {
		w := Warning{Kind: Wrong, Problem: &p}
		if e, ok := d.RowAt(p.Line); ok && p.Write != nil {
			w.Key = e.Key
		}
		list = append(list, w)
	}
	return list
}

// invented says whether the row has a figure that its sentence does not.
func (e Entry) invented() (Warning, bool) {
	if e.Says == "" || e.Kind.Part() {
		return Warning{}, false
	}
	sentence := spans(e.Says)
	for _, m := range []string{e.Until, e.From} {
		f, ok := figure(m)
		switch {
		case !ok || f.most == 0 || f.in(sentence):
		case len(sentence) == 0:
			return Warning{Kind: NoFigure, Key: e.Key, Figure: m}, true
		default:
			return Warning{Kind: NewFigure, Key: e.Key, Figure: m}, true
		}
	}
	return Warning{}, false
}

// figures are the lengths of time that the row has anywhere.
func (e Entry) figures() (list []span) {
	for _, m := range []string{e.Until, e.From, e.Usually, e.Allowed, e.ThenUntil, e.For, e.UsefulFor, e.Extend, e.Often} {
		list = append(list, spans(m)...)
	}
	return list
}

// inText says whether what stands in words has a figure that the row has not: the sheet's sentence of a wait without an end,
// or what the patient reads.
func (e Entry) inText() (Warning, bool) {
	if e.Kind != KindWindow && e.Kind != KindRoutine {
		return Warning{}, false
	}
	have := e.figures()
	if said := lengths(e.Says); len(said) > 0 && len(have) == 0 && e.From == "" && e.Until == "" && e.Often == "" {
		return Warning{Kind: LostFigure, Key: e.Key, Figure: said[0]}, true
	}
	for _, said := range lengths(e.Text) {
		f := spans(said)
		if e.Text == e.Says || len(have) == 0 || len(f) == 0 || f[0].in(have) || slices.ContainsFunc(have, func(h span) bool { return h.in(f) }) {
			continue
		}
		return Warning{Kind: TextFigure, Key: e.Key, Figure: said}, true
	}
	return Warning{}, false
}

// mostAsked is how many of a row's words are asked about: each costs some milliseconds.
const mostAsked = 6

// heard asks for the things that a row is about, at moments within its time and after it.
func (a asker) heard(e Entry, rows []Entry) (list []Warning) {
	from, until, ok := a.time(e)
	if !ok {
		return nil
	}
	words, moments := e.Words(), within(from, until)
	if first := a.firstDue(e, from); !first.IsZero() { // "no sunscreen" until ten, and a reminder of it at eight
		moments[0] = first
	}
	shown := false
	for _, word := range words[:min(len(words), mostAsked)] {
		for _, at := range moments {
			reply := a.at(word, at)
			shown = shown || slices.ContainsFunc(slices.Concat(reply.Answers, reply.Also), e.of)
			if w, ok := against(e, reply, rows); ok {
				w.Word, w.After = word, at.Sub(a.course.Treatment.At)
				list = append(list, w)
				break
			}
		}
	}
	if !shown && len(words) > 0 && len(list) == 0 {
		list = append(list, Warning{Kind: NeverShows, Key: e.Key, Word: words[0]})
	}
	return list
}

// firstDays is within how many days of its begin a routine is looked for the first time that it is due.
const firstDays = 3

// firstDue is when a routine is due for the first time; zero of all else, and if that is not soon after its begin.
func (a asker) firstDue(e Entry, from time.Time) time.Time {
	if e.Kind != KindRoutine {
		return time.Time{}
	}
	day := course.DateOf(from, a.zone)
	for i := range firstDays {
		for _, due := range course.DueOn([]course.Course{a.course}, course.DefaultPrefs(), day.Add(i), a.zone) {
			if due.Routine == e.ID && !due.At.Before(from) {
				return due.At
			}
		}
	}
	return time.Time{}
}

// against says whether a reply within a row's time says the other thing.
func against(e Entry, reply ask.Reply, rows []Entry) (Warning, bool) {
	if len(reply.Answers) == 0 {
		return Warning{}, false
	}
	other := ""
	for _, o := range rows {
		if o.of(reply.Answers[0]) {
			other = o.Key
		}
	}
	switch {
	case e.Kind == KindWindow && reply.Verdict == ask.Yes:
		return Warning{Kind: YesToBan, Key: e.Key, Other: other}, true
	case e.Kind == KindRoutine && (reply.Verdict == ask.NotYet || reply.Verdict == ask.No) && other != e.Key:
		return Warning{Kind: Contradicts, Key: e.Key, Other: other}, true
	}
	return Warning{}, false
}

// time is when the row holds; false for a row that nobody asks about, or that does not hold after this treatment.
func (a asker) time(e Entry) (from, until time.Time, ok bool) {
	switch e.Kind {
	case KindWindow:
		for _, w := range a.course.Windows {
			if w.Spec.ID == e.ID && w.Spec.Hours == nil && w.Until.After(a.course.Treatment.At) {
				return course.Later(w.From, a.course.Treatment.At), w.Until, true
			}
		}
	case KindRoutine:
		for _, r := range a.course.Routines {
			if r.Spec.ID == e.ID && r.Until.After(a.course.Treatment.At) && r.Spec.Situation == "" {
				return course.Later(r.From, a.course.Treatment.At), r.Until, true
			}
		}
	}
	return time.Time{}, time.Time{}, false
}

// within are three moments of a stretch: near its begin, in its middle and near its end.
func within(from, until time.Time) []time.Time {
	long := until.Sub(from)
	return []time.Time{from.Add(long / 20), from.Add(long / 2), until.Add(-long / 20)}
}

// twice finds two bans on one thing with different ends.
func twice(rows []Entry) (list []Warning) {
	seen := map[string]Entry{}
	for _, e := range rows {
		if e.Kind != KindWindow || e.ForSome() || e.Rule == row.Less {
			continue
		}
		for _, word := range e.Words() {
			key := strings.ToLower(strings.TrimSpace(word))
			first, ok := seen[key]
			if !ok {
				seen[key] = e
				continue
			}
			same := first.End() == e.End() && first.From == e.From && first.Key != e.Key
			if same && first.Rule == e.Rule && slices.Equal(first.Except, e.Except) {
				list = append(list, Warning{Kind: Twice, Key: e.Key, Other: first.Key, Word: word})
			}
			if first.End() != e.End() && first.Key != e.Key && (first.From == e.From || first.Rule == row.May || e.Rule == row.May) {
				list = append(list, Warning{Kind: Contradicts, Key: e.Key, Other: first.Key, Word: word})
			}
		}
	}
	return list
}
