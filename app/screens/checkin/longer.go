package checkin

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/course"
	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/sheets"
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
	worse := k.Para(kit.Run{Text: k.V.T("checkin.worse") + " ", Ink: k.P.Muted},
		kit.Run{Link: k.Link("sheet.calls", k.V.T("calls.title"), func() { h.Close(); l.do.Calls() })})
	leave := k.V.T("checkin.leave")
	if len(l.taken) > 0 || len(rows) == 0 { // nothing was offered that could be left as it is
		leave = k.V.T("shell.close")
	}
	title, parts := k.V.T("checkin.red"), toCall(k, l.status, nil) // the link to all reasons stands below
	if len(rows) > 0 {
		title = k.V.T("checkin.longer")
		parts = append(parts, k.Body(k.V.T("checkin.may_grow")))
		parts = append(parts, rows...)
	} else {
		parts = append(parts, k.Body(k.V.T("checkin.nothing_to_grow")))
		if growLater(l.status.Windows) {
			parts = append(parts, k.Muted(k.V.T("checkin.grow_later")))
		}
	}
	parts = append(parts, k.Rule(), worse)
	return k.Sheet(sheets.Wide, title, h.Close, kit.Column(12, parts...),
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

// growing are the windows that can wait longer now, and those that were made longer already. In the first half of a wait
// skin is red as the plan expects it: to be asked then frightens.
func (l *Longer) growing() []service.WindowView {
	var out []service.WindowView
	for _, w := range l.status.Windows {
		early := w.State == course.Wait && w.Share < 0.5
		if w.ExtendUntil != nil && !early || l.taken[w.ID] != 0 {
			out = append(out, w)
		}
	}
	return out
}

func (l *Longer) row(k *kit.Kit, h sheets.Handle, w service.WindowView) fyne.CanvasObject {
	head := w.Name
	if name := k.V.SetBy(l.status.Setters(w)); name != "" {
		head = k.V.T("checkin.wait_of", phrase.Args{"Name": w.Name, "Treatment": name})
	}
	if l.taken[w.ID] != 0 {
		return kit.Column(0, k.Strong(head), k.Inked(k.V.T("checkin.made_longer"), k.P.Sage, true))
	}
	text := kit.Column(0, k.Strong(head), k.Body(k.V.T("checkin.then_until", phrase.Args{"Until": *w.ExtendUntil})),
		k.Muted(k.V.T("sheet.plan", phrase.Args{"Plan": w.Says.Plan})))
	more := k.Secondary("sheet.extend."+w.ID, k.V.T("sheet.wait_more", phrase.Args{"Length": w.Extend}), func() {
		l.do.Extend(w.ID, func(entry int64) {
			l.taken[w.ID] = entry
			h.Redraw()
		})
	})
	return kit.Answered(12, text, more)
}

// growLater says whether a wait can become longer once it nears its end.
func growLater(windows []service.WindowView) bool {
	return slices.ContainsFunc(windows, func(w service.WindowView) bool {
		return w.Extend > 0 && (w.State == course.Wait || w.State == course.Ask)
	})
}
