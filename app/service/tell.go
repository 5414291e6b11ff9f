package service

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/record"
	"afterglow/app/reminder"
	"afterglow/guidance"
)

// longestWish is how many letters of the name of a wish are kept: it has to find room in a notification.
const longestWish = 40

// TellMeWhen writes down that the person wants to be told once when the wait for something is over: name is what they
// asked about ("Hot yoga"; "" for the first window's own name), windows are the ids of the windows that it has to wait
// for, as [AskView.Waits] gives them. It gives the entry, and the moment as the courses stand now; zero if only the
// skin knows. Asked a second time it gives the first entry. What does not wait now is refused, and so is what only the
// next treatment ends.
func (s *Service) TellMeWhen(ctx context.Context, name string, windows []string) (record.Entry, time.Time, error) {
	sc, err := s.Scene(ctx, time.Time{})
	if err != nil {
		return record.Entry{}, time.Time{}, err
	}
	if e, at, ok := sc.Telling(name, windows); ok {
		return e, at, nil
	}
	e, at, err := sc.Wish(name, windows)
	if err != nil {
		return record.Entry{}, time.Time{}, err
	}
	e, err = s.add(ctx, e)
	return e, at, err
}

// Telling is the wish for the same thing that is not fulfilled yet, and when it will be (zero: not known).
func (sc Scene) Telling(name string, windows []string) (e record.Entry, at time.Time, ok bool) {
	name, about := sc.wishName(name, windows), wishAbout(windows)
	for i := range sc.Entries {
		e := &sc.Entries[i]
		if e.Kind != record.KindTell || e.Undone || e.What != about || fold(e.Note) != fold(name) {
			continue
		}
		if free, ok := reminder.WishOver(sc.Courses, e, sc.Now, sc.Zone); ok && (free.At.IsZero() || free.At.After(sc.Now)) {
			return *e, local(free.At, sc.Zone), true
		}
	}
	return record.Entry{}, time.Time{}, false
}

// Wish is the entry of such a wish and when it will be fulfilled, before it is written down.
func (sc Scene) Wish(name string, ids []string) (record.Entry, time.Time, error) {
	if len(sc.Courses) == 0 {
		return record.Entry{}, time.Time{}, ErrNoCourse
	}
	name = sc.wishName(name, ids)
	var waits, ahead []course.Window
	known, endless := false, false
	for _, c := range sc.Courses {
		for _, w := range c.Windows {
			then := slices.Contains(ids, w.Spec.ID+course.AndThen)
			if !then && !slices.Contains(ids, w.Spec.ID) {
				continue
			}
			known = true
			switch st := w.StateAt(sc.Now, sc.Zone); {
			case st == course.Wait || st == course.Ask || st == course.Then && then:
				waits = append(waits, w)
				endless = endless || then && w.Endless()
			case st == course.Before:
				ahead = append(ahead, w)
			}
		}
	}
	switch {
	case len(ids) == 0: // it is allowed, forbidden, to be called about or not known: none of these ends
		return record.Entry{}, time.Time{}, fault.Use("refusal.tell_none", nil)
	case !known:
		return record.Entry{}, time.Time{}, fault.Use("refusal.tell_unknown", fault.Args{"Name": name})
	case len(waits) == 0 && len(ahead) == 0:
		return record.Entry{}, time.Time{}, fault.Use("refusal.tell_over", fault.Args{"Name": name})
	case len(waits) == 0: // the nearest that is to come
		waits = []course.Window{slices.MinFunc(ahead, func(a, b course.Window) int { return a.From.Compare(b.From) })}
	}
	last := slices.MaxFunc(waits, func(a, b course.Window) int {
		return cmp.Or(a.Until.Compare(b.Until), cmp.Compare(a.Treatment, b.Treatment))
	})
	e := record.Entry{At: sc.Now, Kind: record.KindTell, What: wishAbout(ids), Treatment: last.Treatment, Note: name}
	free, _ := reminder.WishOver(sc.Courses, &e, sc.Now, sc.Zone)
	if endless || free.At.IsZero() && slices.ContainsFunc(waits, func(w course.Window) bool { return w.Spec.Until.Anchor == guidance.BeforeNext }) {
		return record.Entry{}, time.Time{}, fault.Use("refusal.tell_no_end", fault.Args{"Name": name})
	}
	return e, local(free.At, sc.Zone), nil
}

// wishAbout are the ids of windows as a wish keeps them.
func wishAbout(ids []string) string {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	return record.AboutWindows(slices.Compact(ids))
}

// wishName is what the wish is called.
func (sc Scene) wishName(name string, ids []string) string {
	name = strings.Join(strings.Fields(name), " ")
	if name == "" && len(ids) > 0 {
		name = sc.Name(strings.TrimSuffix(ids[0], course.AndThen))
	}
	if letters := []rune(name); len(letters) > longestWish {
		name = strings.TrimSpace(string(letters[:longestWish-1])) + "…"
	}
	return name
}

// Waits are the ids of the windows that what was asked about has to wait for, as [Service.TellMeWhen] takes them; none
// if it need not wait, or if no end of that is known.
func (v AskView) Waits() []string {
	var ids []string
	if v.Verdict != ask.NotYet {
		return nil
	}
	for _, a := range v.Answers {
		if a.Kind != ask.Window || a.Verdict != ask.NotYet || a.Until.IsZero() && a.State != course.Ask {
			continue
		}
		id := a.ID
		if a.Stays {
			id += course.AndThen
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}
