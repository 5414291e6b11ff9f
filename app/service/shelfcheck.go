package service

import (
	"context"
	"slices"
	"sync"
	"time"

	"afterglow/app/ask/check"
	"afterglow/app/ask/label"
	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/record"
	"afterglow/app/reminder"
)

// ShelfState is how it stands with a product at one moment, by the strictest of its ingredients.
type ShelfState string

const (
	ShelfAvoid  ShelfState = "avoid"  // the plan leaves one of them out, and names no end
	ShelfWait   ShelfState = "wait"   // one of them waits
	ShelfNone   ShelfState = "none"   // nothing in it waits: that is all that is known of it
	ShelfUnread ShelfState = "unread" // no ingredient can be read in its list
)

// ProductView is a product with what holds of it at one moment.
type ProductView struct {
	record.Product
	State  ShelfState
	Until  time.Time     // of wait: when the last of its waits ends; zero: no end is known
	Waits  []FindingView // what waits or is left out, the strictest first
	Check  CheckView     // all that holds of its ingredients
	Unread error         // why its list cannot be read; nil: it can
}

// ShelfAt is the shelf with what holds of each product at a moment (zero: now), in the order of the shelf.
func (s *Service) ShelfAt(ctx context.Context, at time.Time) ([]ProductView, error) {
	sc, err := s.answering(ctx, at)
	if err != nil {
		return nil, err
	}
	views := []ProductView{}
	for _, p := range sc.Shelf {
		views = append(views, sc.Product(p))
	}
	return views, nil
}

// ProductAt is what holds of one product on the shelf at a moment (zero: now).
func (s *Service) ProductAt(ctx context.Context, id int64, at time.Time) (ProductView, error) {
	sc, err := s.answering(ctx, at)
	if err != nil {
		return ProductView{}, err
	}
	i := slices.IndexFunc(sc.Shelf, func(p record.Product) bool { return p.ID == id })
	if i < 0 {
		return ProductView{}, fault.Use("refusal.no_product", fault.Args{"Number": id})
	}
	return sc.Product(sc.Shelf[i]), nil
}

// Product is what holds of a product at the scene's moment.
func (sc Scene) Product(p record.Product) ProductView {
	v := ProductView{Product: p, State: ShelfNone}
	if v.Check, v.Unread = sc.Check(p.Label); v.Unread != nil {
		v.State = ShelfUnread
		return v
	}
	endless := false
	for _, f := range v.Check.Found {
		switch f.Verdict {
		case check.Avoid:
			v.State = ShelfAvoid
		case check.Wait:
			if v.State != ShelfAvoid {
				v.State = ShelfWait
			}
		default:
			continue
		}
		v.Waits = append(v.Waits, f)
		endless = endless || f.Until.IsZero()
		if f.Until.After(v.Until) {
			v.Until = f.Until
		}
	}
	if endless {
		v.Until = time.Time{}
	}
	return v
}

// binds says whether something of a list waits or is to be left out.
func binds(f check.Finding) bool { return f.Verdict == check.Wait || f.Verdict == check.Avoid }

// Told is Input for whoever shows what is told: with the products of the shelf, which are looked through then.
func (sc Scene) Told() reminder.Input {
	in := sc.Input
	in.Shelf = freed(sc.Shelf, in.Courses)
	return in
}

// freed gives the names of the products on the shelf that waited for one of the windows that have ended and wait for
// nothing at that moment, in the order of the shelf; nil if the shelf is empty. See reminder.Input. Lists are read
// when it is asked for the first time: most looks at what is due never ask.
func freed(shelf []record.Product, all []course.Course) func(ended []course.Window, at time.Time) []string {
	if len(shelf) == 0 {
		return nil
	}
	lists := sync.OnceValue(func() []label.List {
		out := make([]label.List, len(shelf))
		for i, p := range shelf {
			if list, err := label.Read(p.Label); err == nil {
				out[i] = list
			}
		}
		return out
	})
	return func(ended []course.Window, at time.Time) []string {
		var names []string
		now := checkAt(all, at)
		for i, list := range lists() {
			if slices.ContainsFunc(check.Of(now, list).Found, binds) {
				continue
			}
			if slices.ContainsFunc(ended, func(w course.Window) bool { return waitedFor(w, all, list) }) {
				names = append(names, shelf[i].Name)
			}
		}
		return names
	}
}

// waitedFor says whether something of a list waited for that window up to its end.
func waitedFor(w course.Window, all []course.Course, list label.List) bool {
	end := w.Until
	if w.CalmSaid.After(end) {
		end = w.CalmSaid
	}
	before := check.Of(checkAt(all, end.Add(-time.Millisecond)), list).Found
	return slices.ContainsFunc(before, func(f check.Finding) bool {
		return binds(f) && f.Treatment == w.Treatment && f.Window == w.Spec.Name
	})
}

// checkAt is what a check rests on at another moment.
func checkAt(all []course.Course, at time.Time) check.Scene {
	return check.Scene{Now: at, Courses: course.Running(all, at), Past: latest(all, at)}
}
