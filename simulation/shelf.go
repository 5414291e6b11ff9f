package simulation

import (
	"slices"
	"strings"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/app/reminder"
)

// product stands on the person's shelf in every life, and waits for these windows.
type product struct {
	name string
	ids  []string
}

func products() []product {
	return []product{
		{"Night serum", []string{"actives"}}, {"Glow pads", []string{"actives", "makeup"}}, {"Body oil", []string{"heat"}},
		{"Tint", []string{"makeup"}}, {"Lip stain", []string{"makeup", "hands"}},
	}
}

// shelfOf stands in for the reading of lists of ingredients, which the core is handed.
func shelfOf(courses []course.Course, zone *time.Location) func(ended []course.Window, at time.Time) []string {
	return func(ended []course.Window, at time.Time) []string {
		var names []string
		for _, p := range products() {
			waited := slices.ContainsFunc(ended, func(w course.Window) bool { return slices.Contains(p.ids, w.Spec.ID) })
			if waited && !course.Waits(courses, p.ids, at, zone) {
				names = append(names, p.name)
			}
		}
		return names
	}
}

// shelfShown holds the products that are named against what they wait for.
func (o *oracle) shelfShown(n reminder.Notice) {
	var told *record.Shelf
	parts := n.Covers
	switch {
	case n.News.Window != nil:
		told, parts = n.News.Window.Shelf, append([]reminder.Occurrence{n.Occurrence}, n.Covers...)
	case n.News.Welcome != nil:
		told = n.News.Welcome.Shelf
	}
	var ended, names []string
	for _, c := range parts {
		if w := o.waitOfID(c.ID); w != nil && !w.asks() {
			ended = append(ended, w.spec.ID)
		}
	}
	for _, p := range products() {
		if slices.ContainsFunc(p.ids, func(id string) bool { return slices.Contains(ended, id) }) && !o.waitsNow(p.ids, o.decided) {
			names = append(names, p.name)
		}
	}
	if told == nil {
		told = &record.Shelf{}
	}
	if want := names[:min(len(names), 2)]; !slices.Equal(told.Names, want) || told.More != len(names)-len(want) {
		o.broken(WrongTime, "%s names %s and %d more of the shelf, free are %s", n.ID, strings.Join(told.Names, ", "), told.More, strings.Join(names, ", "))
	}
}
