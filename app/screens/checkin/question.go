// Package checkin asks how the skin feels. The answer is the person's own: Afterglow keeps it and says what the plan
// itself says to it.
package checkin

import (
	"cmp"
	"slices"
	"strings"

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
	Keep   func(what string, f service.Felt)           // keep how it feels, as the answer to that check-in; "": to none
	Change func(entry int64, f service.Felt)           // keep it in the place of that entry
	Extend func(window string, then func(entry int64)) // make a wait longer; then gets the entry's number
	Calls  func()                                      // when to call the clinic
}

// Question asks how the skin is: for one occurrence of the check-in, for none, or anew for what was noted before.
type Question struct {
	what   string // an occurrence, or the routine itself for today; "": none in particular
	entry  int64  // what is changed; 0: nothing
	felt   service.Felt
	was    service.Felt
	status service.Status
	do     Actions
	half   bool // what was said before stands here again: it was not kept
	turned bool // it has just been said that the skin is red: what the plan has to say to that comes into sight
	empty  bool // it was to be kept with nothing said

	note *kit.Area
	kit  *kit.Kit // that the note was made in
}

// New is the question for what: an occurrence of the check-in, the routine itself, or "" for none.
func New(what string, st service.Status, do Actions) *Question {
	return &Question{what: what, status: st, do: do}
}

// Again asks for what was noted before, to change it.
func Again(f service.FeelView, st service.Status, do Actions) *Question {
	return &Question{entry: f.ID, felt: f.Felt, was: f.Felt, status: st, do: do}
}

// Resume takes over what was said in an earlier question about the same and not kept; before may be nil.
func (q *Question) Resume(before *Question) {
	if before != nil && before.entry == q.entry && before.was == q.was && before.felt != before.was {
		q.felt, q.half = before.felt, true
	}
}

// Sheet implements sheets.Panel.
func (q *Question) Sheet(k *kit.Kit, h sheets.Handle) *kit.Sheet {
	parts := q.head(k)
	parts = append(parts, k.Labelled(k.V.T("checkin.still_red"), k.Chips("sheet.skin", []kit.Choice{
		{ID: string(record.SkinRed), Text: k.V.T("checkin.skin_red")}, {ID: string(record.SkinCalm), Text: k.V.T("checkin.calm")},
	}, string(q.felt.Skin), func(id string) {
		if q.felt.Skin == record.Skin(id) { // a second click leaves it open again
			id = string(record.SkinUnsaid)
		}
		q.felt.Skin = record.Skin(id)
		q.turned = q.felt.Skin == record.SkinRed
		h.Redraw()
	})))
	var first fyne.CanvasObject
	if q.felt.Skin == record.SkinRed && q.entry == 0 {
		if calls := toCall(k, q.status, k.Link("sheet.when", k.V.T("calls.title"), func() { h.Close(); q.do.Calls() })); q.turned && len(calls) > 0 {
			first = calls[0]
			parts = append(parts, first)
		} else {
			parts = append(parts, calls...)
		}
	}
	q.turned = false
	parts = append(parts, k.Muted(k.V.T("checkin.scales")))
	for i, l := range q.levels() {
		sense, value := phrase.Senses()[i], kit.Unsaid
		if l.Said {
			value = l.N
		}
		parts = append(parts, k.Scale("sheet."+sense, k.V.T("feel.sense_"+sense), value, func(n int) {
			*l = record.Level{Said: n != kit.Unsaid, N: max(0, n)}
		}))
	}
	if q.note == nil || q.kit != k {
		q.kit = k
		q.note = k.Area("sheet.note", q.felt.Note, k.V.T("checkin.note_hint"), 2, 4*service.LongestNote, func(text string, _ bool) { q.felt.Note = text })
		q.note.Entry.Name = k.V.T("checkin.note")
	}
	k.Again(q.note.Entry)
	parts = append(parts, k.Labelled(k.V.T("checkin.note"), q.note.Object()))
	if q.empty {
		first = k.Refused(k.V.T("checkin.nothing_said"))
		parts = append(parts, first)
	}
	q.empty = false

	buttons := []fyne.CanvasObject{k.Primary("sheet.keep", k.V.T("checkin.keep"), func() { q.keep(h) })}
	if q.what != "" {
		buttons = slices.Insert(buttons, 0, fyne.CanvasObject(k.Quiet("sheet.done", k.V.T("checkin.only_done"), func() { q.onlyDone(h) })))
	}
	return k.Sheet(wide, k.V.T("checkin.title"), h.Close, kit.Column(kit.GapInside, parts...), buttons...).Begin(first)
}

// wide is the sheet's width: names stand beside what is chosen from, so that all is seen at once.
const wide = kit.NamedFrom + 2*24 + 40

// head is what is asked, and what the plan expects.
func (q *Question) head(k *kit.Kit) []fyne.CanvasObject {
	st := q.status
	title := k.V.T("checkin.question")
	for _, d := range st.Due {
		if d.Role == guidance.CheckIn && d.ID == q.what {
			title = k.V.NoticeTitle(d.News)
		}
	}
	parts := []fyne.CanvasObject{k.Section(title)}
	if q.half {
		parts = append(parts, k.Muted(k.V.T("checkin.not_kept")))
	}
	if ph := st.Phase; ph != nil && ph.Expect != "" && st.Treatment != nil && q.entry == 0 {
		args := phrase.Args{"Expect": phrase.Bare(ph.Expect)}
		expects := k.V.T("today.expects", args)
		if called, ok := st.TreatmentCalled(st.Treatment.ID); ok {
			expects = k.V.T("today.expects_of", args, phrase.Args{"Treatment": k.V.Called(called)})
		}
		parts = append(parts, k.Muted(expects))
	}
	return parts
}

func (q *Question) levels() [4]*record.Level {
	return [4]*record.Level{&q.felt.Redness, &q.felt.Tightness, &q.felt.Itch, &q.felt.Soreness}
}

// onlyDone ticks the check-in off and forgets what was said.
func (q *Question) onlyDone(h sheets.Handle) {
	q.felt = q.was
	h.Close()
	q.do.Done(q.what)
}

// keep hands on what was said. With nothing said there is nothing to keep: the sheet stays and says so.
func (q *Question) keep(h sheets.Handle) {
	q.felt.Note = strings.TrimSpace(q.felt.Note) // Enter in an empty note is no note
	if q.felt.Feeling == (record.Feeling{}) && q.felt.Note == "" {
		q.empty = true
		h.Redraw()
		return
	}
	h.Close()
	if q.entry != 0 {
		q.do.Change(q.entry, q.felt)
		return
	}
	q.do.Keep(q.what, q.felt)
}

// toCall is what the plans have who is still red or peeling call for, with a link to more; nothing while they name
// nothing.
func toCall(k *kit.Kit, st service.Status, more *kit.Press) []fyne.CanvasObject {
	if len(st.IfRed) == 0 {
		return nil
	}
	var lines []fyne.CanvasObject
	phone := ""
	for _, c := range st.IfRed {
		lines = append(lines, k.Body(k.V.FeelCall(c)))
		phone = cmp.Or(phone, k.V.FeelPhone(c))
	}
	if phone != "" {
		lines = append(lines, k.Strong(phone))
	}
	if more != nil {
		lines = append(lines, k.Para(kit.Run{Link: more}))
	}
	return []fyne.CanvasObject{k.ForClinic(kit.Column(6, lines...))}
}

// Follow implements sheets.Panel.
func (q *Question) Follow(m sheets.Model) sheets.Answer {
	q.status = m.Status
	if q.entry != 0 {
		gone := slices.ContainsFunc(m.Entries, func(e record.Entry) bool { return e.ID == q.entry && e.Undone })
		return sheets.Answer{Gone: gone}
	}
	switch {
	case q.felt != q.was: // something was said already: it is not thrown away
	case m.Status.Treatment == nil:
		return sheets.Answer{Gone: true}
	case q.what != "" && answered(q.what, m):
		return sheets.Answer{Gone: true, Say: "checkin.answered"}
	}
	return sheets.Answer{}
}

// answered says whether the check-in of this occurrence, or of today, was done or left out.
func answered(what string, m sheets.Model) bool {
	for _, r := range m.Status.Routines {
		if r.ID == what {
			return r.Done >= r.Goal
		}
	}
	return slices.ContainsFunc(m.Entries, func(e record.Entry) bool { return e.Occurrence == what && e.Answers() })
}
