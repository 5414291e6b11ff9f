package checkin

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/sheets"
	"afterglow/app/screens/words"
	"afterglow/app/service"
)

// Longer offers each wait that the plan lets grow while skin is still red or peeling.
type Longer struct {
	status service.Status
	do     Actions
	taken  map[string]int64 // the entries, by window, of the waits that were made longer here
	drawn  []service.WindowView
}

// NewLonger is the offer of st.
func NewLonger(st service.Status, do Actions) *Longer {
	return &Longer{status: st, do: do, taken: map[string]int64{}}
}

// Sheet implements sheets.Panel.
func (l *Longer) Sheet(k *kit.Kit, h sheets.Handle) *kit.Sheet {
	l.drawn = l.growing()
	var rows []fyne.CanvasObject
	for _, w := range l.drawn {
		rows = append(rows, l.row(k, h, w))
	}
	worse := k.Para(kit.Run{Text: "Getting worse instead of calmer? ", Ink: k.P.Muted},
		kit.Run{Link: k.Link("sheet.calls", "When to call my clinic", func() { h.Close(); l.do.Calls() })})
	leave := "Leave it as it is"
	if len(l.taken) > 0 {
		leave = "Close"
	}
	var parts []fyne.CanvasObject
	if len(rows) > 0 {
		parts = append(parts, k.Body("Your plan lets these waits grow while skin is still red or peeling. You decide."))
		parts = append(parts, rows...)
	} else {
		parts = append(parts, k.Body("Your plan has no extra time to offer right now. Its waits go on as they are."))
		if near := nearest(l.status.Windows); near != "" {
			parts = append(parts, k.Muted(near))
		}
	}
	parts = append(parts, k.Rule(), worse)
	return k.Sheet(sheets.Wide, "Still red or peeling", h.Close, kit.Column(12, parts...),
		k.Secondary("sheet.leave", leave, h.Close))
}

// Follow implements sheets.Panel.
func (l *Longer) Follow(m sheets.Model) sheets.Answer {
	before := len(l.taken)
	for window, id := range l.taken {
		if slices.ContainsFunc(m.Entries, func(e record.Entry) bool { return e.ID == id && e.Undone }) {
			delete(l.taken, window)
		}
	}
	l.status = m.Status
	unchanged := slices.EqualFunc(l.drawn, l.growing(), func(a, b service.WindowView) bool {
		return a.ID == b.ID && (l.taken[a.ID] != 0 || same(a.ExtendUntil, b.ExtendUntil))
	})
	return sheets.Answer{Changed: len(l.taken) != before || !unchanged}
}

func same(a, b *time.Time) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Equal(*b)
}

// growing are the windows that can wait longer now, and those that were made longer already.
func (l *Longer) growing() []service.WindowView {
	var out []service.WindowView
	for _, w := range l.status.Windows {
		if w.ExtendUntil != nil || l.taken[w.ID] != 0 {
			out = append(out, w)
		}
	}
	return out
}

func (l *Longer) row(k *kit.Kit, h sheets.Handle, w service.WindowView) fyne.CanvasObject {
	head := w.Name
	if name := l.status.SetBy(w); name != "" {
		head += " (" + name + ")"
	}
	if l.taken[w.ID] != 0 {
		return kit.Column(0, k.Strong(head), k.Inked("Made longer.", k.P.Sage, true))
	}
	text := kit.Column(0, k.Strong(head), k.Body("Then it waits until "+words.When(*w.ExtendUntil, l.status.Now)+"."),
		k.Muted(sheets.PlanLine(w.Says)))
	more := k.Secondary("sheet.extend."+w.ID, "Wait "+words.Length(w.ExtendBy)+" more", func() {
		l.do.Extend(w.ID, func(entry int64) {
			l.taken[w.ID] = entry
			h.Redraw()
		})
	})
	return kit.Row(12, 0, text, more)
}

// nearest says which waits can grow later, and that Afterglow offers it then.
func nearest(windows []service.WindowView) string {
	var names []string
	for _, w := range windows {
		if w.ExtendBy != "" && (w.State == course.Wait || w.State == course.Ask) {
			names = append(names, strings.ToLower(w.Name))
		}
	}
	switch n := len(names); {
	case n == 0:
		return ""
	case n > 1:
		names[n-2] += " and " + names[n-1]
		names = names[:n-1]
	}
	return "Near its end, a wait can be made longer: " + strings.Join(names, "; ") + ". Ask again then."
}
