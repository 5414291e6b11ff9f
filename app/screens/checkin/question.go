// Package checkin asks how the skin is. The answer is the person's own: Afterglow ticks the check-in
// off and says what the plan offers.
package checkin

import (
	"slices"

	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/sheets"
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
	title, body := k.V.T("checkin.question"), ""
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
		args := phrase.Args{"Expect": phrase.Bare(ph.Expect)}
		expects := k.V.T("today.expects", args)
		if called, ok := st.TreatmentCalled(st.Treatment.ID); ok {
			expects = k.V.T("today.expects_of", args, phrase.Args{"Treatment": k.V.Called(called)})
		}
		parts = append(parts, k.Muted(expects))
	}
	parts = append(parts, k.Rule(), k.Strong(k.V.T("checkin.still_red")))
	answer := func(do func(string)) func() {
		return func() { h.Close(); do(q.what) }
	}
	return k.Sheet(sheets.Wide, k.V.T("checkin.title"), h.Close, kit.Column(12, parts...),
		k.Quiet("sheet.done", k.V.T("checkin.only_done"), answer(q.do.Done)),
		k.Secondary("sheet.red", k.V.T("checkin.red"), answer(q.do.Red)),
		k.Secondary("sheet.calm", k.V.T("checkin.calm"), answer(q.do.Calm)))
}

// Follow implements sheets.Panel.
func (q *Question) Follow(m sheets.Model) sheets.Answer {
	switch {
	case m.Status.Treatment == nil:
		return sheets.Answer{Gone: true}
	case answered(q.what, m):
		return sheets.Answer{Gone: true, Say: "checkin.answered"}
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
		return e.Occurrence == what && e.Answers()
	})
}
