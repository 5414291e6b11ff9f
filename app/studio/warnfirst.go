package studio

import (
	"slices"
	"strings"
	"time"

	"afterglow/app/course"
	"afterglow/guidance"
)

// first finds the steps whose first time comes while another row still avoids the thing: a reminder to put on sunscreen in the
// morning, under "no sunscreen" until noon; or a serum "after cleansing", while washing waits. Each is a note, no more.
func (a asker) first(e Entry, rows []Entry, told []Warning) []Warning {
	if e.Kind != KindRoutine || slices.ContainsFunc(told, func(w Warning) bool { return w.Kind == Contradicts }) {
		return nil
	}
	at, ok := a.firstTime(e)
	if !ok {
		return nil
	}
	words := e.Words()
	for _, word := range words[:min(len(words), mostAsked)] {
		if w, ok := against(e, a.at(word, at), rows); ok {
			w.Word, w.After = word, at.Sub(a.course.Treatment.At)
			return []Warning{w}
		}
	}
	if word := washedBefore(e.Text); word != "" {
		if w, ok := against(e, a.at(word, at), rows); ok && w.Other != "" {
			w.Word, w.After = word, at.Sub(a.course.Treatment.At)
			return []Warning{w}
		}
	}
	return nil
}

// firstTime is when a step is done for the first time.
func (a asker) firstTime(e Entry) (time.Time, bool) {
	i := slices.IndexFunc(a.course.Routines, func(r course.Routine) bool {
		return r.Spec.ID == e.ID && r.Spec.Situation == "" && r.Until.After(a.course.Treatment.At)
	})
	if i < 0 {
		return time.Time{}, false
	}
	r := &a.course.Routines[i]
	from := course.Later(r.From, a.course.Treatment.At)
	first := time.Time{}
	day := course.DateOf(from, a.zone)
	for _, d := range []course.Date{day, day.Add(1)} {
		for _, clock := range r.Spec.Times {
			if clock == guidance.AtBedtime {
				clock = usualBedtime
			}
			if at := course.On(d, clock, a.zone); !at.Before(from) && at.Before(r.Until) && (first.IsZero() || at.Before(first)) {
				first = at
			}
		}
	}
	if first.IsZero() {
		return from, len(r.Spec.Times) == 0
	}
	return first, true
}

// usualBedtime stands for the person's own.
const usualBedtime guidance.Clock = 22*60 + 30

// washedBefore is the washing behind which a step is done, in the words of its text: "cleansing", of "After cleansing, a thin
// layer"; "": its text names none.
func washedBefore(text string) string {
	list := strings.Fields(strings.ToLower(text))
	for i, w := range list[:max(len(list)-1, 0)] {
		next := strings.Trim(list[i+1], ".,;:")
		if w == "after" && slices.ContainsFunc(washing, func(stem string) bool { return strings.HasPrefix(next, stem) }) {
			return next
		}
	}
	return ""
}

// washing are the begins of words for it.
var washing = []string{"cleans", "wash"}
