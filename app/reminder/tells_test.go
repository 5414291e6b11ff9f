package reminder

import (
	"fmt"
	"strings"
	"time"

	"afterglow/app/record"
)

// tells writes what a notification tells for comparison, in short. How that is worded is tested in package phrase.
func tells(n record.News, zone *time.Location) string {
	short := func(t time.Time) string { return t.In(zone).Format("Mon 15:04") }
	waits := func(n *record.NotYet) string {
		if n == nil {
			return ""
		}
		return ", not on " + strings.Join(n.Areas, "+") + " before " + short(n.From)
	}
	var b strings.Builder
	switch {
	case n.Routine != nil:
		r := n.Routine
		b.WriteString(r.Name)
		if r.Ask != "" {
			b.WriteString(", asks " + r.Ask)
		}
		b.WriteString(waits(r.NotYet))
		if !r.Next.IsZero() {
			b.WriteString(", next " + short(r.Next))
		}
		if r.Day != nil {
			fmt.Fprintf(&b, ", day %d", *r.Day)
		}
		if d := r.Drink; d != nil {
			fmt.Fprintf(&b, ", %d of %d ml by %d as %s", d.Drunk, d.Goal, d.Glass, d.Unit)
		}
	case n.Window != nil:
		w := n.Window
		fmt.Fprintf(&b, "%s, %s until %s", w.Name, w.Passed, short(w.Ended))
		if w.Asks {
			b.WriteString(", calm?")
		}
		if w.Then != "" {
			b.WriteString(", then " + w.Then)
		}
		if w.Sunscreen {
			b.WriteString(", sunscreen begins")
		}
		for _, s := range w.Steps {
			b.WriteString(", step " + s.Name + ": " + s.Then)
		}
		if len(w.Also) > 0 {
			b.WriteString(", also " + strings.Join(w.Also, "+"))
		}
		b.WriteString(wishes(w.Asked, w.Shelf))
	case n.Welcome != nil:
		w := n.Welcome
		fmt.Fprintf(&b, "away %s, let go %d", w.Away, w.LetGo)
		if w.Morning {
			b.WriteString(", morning")
		}
		for _, t := range w.Routines {
			b.WriteString(", do " + t.Name + waits(t.NotYet))
		}
		for _, e := range w.Ends {
			b.WriteString(", over " + e.Name + " " + short(e.At))
			if e.Then != "" {
				b.WriteString(" then " + e.Then)
			}
		}
		b.WriteString(wishes(w.Asked, w.Shelf))
		if w.Asks {
			b.WriteString(", calm?")
		}
	case n.Tell != nil:
		w := n.Tell
		b.WriteString("asked " + strings.Join(w.Names, "+") + " " + short(w.Ended))
		for _, s := range w.Steps {
			b.WriteString(", step " + s.Name + ": " + s.Then)
		}
		if !w.Again.IsZero() {
			b.WriteString(", again " + short(w.Again))
		}
	}
	return b.String()
}

// wishes are what the person asked for and the products that waited.
func wishes(asked []string, shelf *record.Shelf) string {
	var b strings.Builder
	if len(asked) > 0 {
		b.WriteString(", asked " + strings.Join(asked, "+"))
	}
	if shelf != nil {
		fmt.Fprintf(&b, ", shelf %s and %d", strings.Join(shelf.Names, "+"), shelf.More)
	}
	return b.String()
}
