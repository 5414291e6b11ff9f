// Package checkin asks how the skin is. The answer is the person's own: Afterglow ticks the check-in
// off and says what the plan offers.
package checkin

import (
	"slices"

	"fyne.io/fyne/v2"

	"afterglow/app/record"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/sheets"
	"afterglow/app/screens/words"
	"afterglow/app/service"
	"afterglow/guidance"
)

// Actions is what the person can answer. None may be nil.
type Actions struct {
	Done   func(what string)                           // only tick it off
	Calm   func(what string)                           // tick it off, and say so to each wait that asks
	Red    func(what string)                           // tick it off, and offer the longer waits
	Extend func(window string, then func(entry int64)) // make a wait longer; then gets the entry's number
	Calls  func()                                      // when to call the clinic
}

// Question asks how the skin is, for one occurrence of the check-in.
type Question struct {
	what   string // an occurrence, or the routine itself for today
	status service.Status
	do     Actions
}

// New is the question for what, which is an occurrence of the check-in or the routine itself.
func New(what string, st service.Status, do Actions) *Question {
	return &Question{what, st, do}
}

// Sheet implements sheets.Panel.
func (q *Question) Sheet(k *kit.Kit, h sheets.Handle) *kit.Sheet {
	st := q.status
	title, body := "How does your skin feel?", ""
	for _, r := range st.Routines {
		if r.Role == guidance.CheckIn {
			body = r.How
		}
	}
	for _, d := range st.Due {
		if d.Role == guidance.CheckIn {
			title = k.V.NoticeTitle(d.News)
		}
	}
	parts := []fyne.CanvasObject{k.Section(title)}
	if body != "" {
		parts = append(parts, k.Body(body))
	}
	if ph := st.Phase; ph != nil && ph.Expect != "" && st.Treatment != nil {
		about := "Your plan expects around now"
		if name := st.Called(st.Treatment.ID); name != "" {
			about += " (" + name + ")"
		}
		parts = append(parts, k.Muted(about+": "+words.Stop(ph.Expect)))
	}
	parts = append(parts, k.Rule(), k.Strong("Still red or peeling?"))
	answer := func(do func(string)) func() {
		return func() { h.Close(); do(q.what) }
	}
	return k.Sheet(sheets.Wide, "Check-in", h.Close, kit.Column(12, parts...),
		k.Quiet("sheet.done", "Only tick it off", answer(q.do.Done)),
		k.Secondary("sheet.red", "Still red or peeling", answer(q.do.Red)),
		k.Secondary("sheet.calm", "Calm now", answer(q.do.Calm)))
}

// Follow implements sheets.Panel.
func (q *Question) Follow(m sheets.Model) sheets.Answer {
	switch {
	case m.Status.Treatment == nil:
		return sheets.Answer{Gone: true}
	case answered(q.what, m):
		return sheets.Answer{Gone: true, Say: "This check-in was answered already."}
	}
	q.status = m.Status
	return sheets.Answer{}
}

// answered says whether the check-in of this occurrence, or of today, was done or left out.
func answered(what string, m sheets.Model) bool {
	for _, r := range m.Status.Routines {
		if r.ID == what {
			return r.Done >= r.Goal
		}
	}
	return slices.ContainsFunc(m.Entries, func(e record.Entry) bool {
		return e.Occurrence == what && !e.Undone && (e.Kind == record.KindDone || e.Kind == record.KindSkip)
	})
}
