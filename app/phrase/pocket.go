package phrase

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"afterglow/app/card"
	"afterglow/app/course"
	"afterglow/app/service"
	"afterglow/app/timeline"
)

// A card for the lock screen or the fridge is worded here. It is read on other days than it was made: no moment on it is
// said from now.

// Measures of the picture that the bars are taken from. Only what stands to the right of its names counts.
const (
	cardWide   = 1000
	cardLetter = 22 // a letter of a day's name, so that the names keep apart
)

// Card is what waits, until when, as a card. Discreet ones name nothing: two letters stand for each wait.
func (v Voice) Card(sc service.Scene, discreet bool) card.Card {
	st := sc.Status()
	c := card.Card{
		Title: v.T("card.title"), More: v.T("card.more", Args{"N": card.Left}), Empty: v.T("card.empty"), Foot: v.T("calendar.text_foot"),
		LeftOut: v.T("card.left_out"), Language: v.T("plansheet.language"), Days: []card.Day{}, Rows: []card.Row{},
	}
	switch {
	case st.Unread != nil && discreet:
		c.Empty = v.T("card.unread")
	case st.Unread != nil:
		c.Empty = v.InWindow().At(sc.Now.AddDate(2, 0, 0), sc.Zone).Error(st.Unread) // no command, and a whole date
	case st.Treatment == nil && !discreet:
		c.Empty = v.T("card.none")
	}
	made := v.T("card.made", Args{"At": v.dated(sc.Now)})
	switch clinic := sc.Plan.Clinic; {
	case discreet:
		c.Title, c.Foot, c.Lead = v.T("card.title_discreet"), "", []string{made}
	default:
		switch {
		case len(st.Treatments) > 1:
			c.Lead = []string{v.T("card.of_several", Args{"Count": len(st.Treatments)})}
		case st.Treatment != nil:
			c.Lead = []string{st.Treatment.PlanName, v.T("card.of", Args{"At": v.dated(st.Treatment.At)})}
		}
		c.Lead = append(c.Lead, made)
		if c.Phone = clinic.Phone; c.Phone != "" {
			c.Call = v.T("card.call")
			if clinic.Name != "" {
				c.Call = v.T("card.call_clinic", Args{"Clinic": clinic.Name})
			}
		}
	}
	var rows []cardRow
	o := st.Openings()
	for _, a := range o.Asked {
		rows = append(rows, cardRow{a, sc.Now})
	}
	for _, m := range o.Ahead {
		for _, a := range m.What {
			switch a.Kind {
			case service.Opens, service.Calms, service.Eases:
				rows = append(rows, cardRow{a, a.Window.Until})
			}
		}
	}
	slices.SortStableFunc(rows, func(a, b cardRow) int { return a.at.Compare(b.at) })
	for _, a := range slices.Concat(o.NoEnd, o.Never) {
		rows = append(rows, cardRow{a, time.Time{}})
	}
	lay := v.cardLayout(sc)
	for _, a := range lay.Axis {
		if a.Text != "" { // also what would give way to the line: none is drawn here
			c.Days = append(c.Days, card.Day{At: cardPlace(lay, a.X), Name: a.Text})
		}
	}
	var names []string
	for _, r := range rows {
		row := v.cardRow(r)
		if discreet {
			row.Name, row.Note = initials(row.Name, names), ""
			if r.opening.Kind == service.Eases {
				row.Note = v.T("card.eases_discreet")
			}
			if r.opening.Window.End.ByWord() { // the sheet's words tell of skin
				row.When = v.T("card.ask")
			}
			names = append(names, row.Name)
		}
		row.Bars = cardBars(lay, r.opening.Window.ID)
		c.Rows = append(c.Rows, row)
	}
	if st.Unread != nil && len(c.Rows) > 0 { // what waits is not all that waits
		c.Lead = append(c.Lead, c.Empty)
	}
	if st.NextVisit != nil && !discreet {
		c.Rows = append(c.Rows, card.Row{Name: v.T("card.next"), When: v.T("card.next_from", Args{"Day": v.ShortWeekdayDate(st.NextVisit.From)}), Bars: []card.Bar{}})
	}
	return c
}

// cardRow is a wait on the card with the moment by which it stands in its place.
type cardRow struct {
	opening service.Opening
	at      time.Time
}

func (v Voice) cardRow(r cardRow) card.Row {
	w := r.opening.Window
	row := card.Row{ID: w.ID, Name: w.Name, When: v.CardMoment(w.Until), Until: &w.Until}
	if w.Situation != "" {
		row.Note = w.Situation
	}
	if r.opening.Kind == service.Never || w.State == course.Ask || w.End.ByWord() || w.End.Open {
		row.Until = nil
	}
	switch {
	case r.opening.Kind == service.Never:
		row.When = v.T("card.never")
	case w.State == course.Ask:
		row.When = v.T("card.ask")
	case w.End.ByWord():
		row.When = v.T("window.end_word", Args{"Condition": v.Condition(w.End.Condition)})
	case w.End.Unnamed():
		row.When = v.T("card.no_end")
	case w.End.Open: // it counts from a session that nobody entered
		row.When = v.waitEnd(w.End, w.Until, false)
	case r.opening.Kind == service.Calms:
		row.Note = v.T("card.if_calm")
		if w.End.Condition != "" {
			row.Note = v.T("card.if", Args{"Condition": Bare(w.End.Condition)})
		}
	case r.opening.Kind == service.Eases:
		row.Note = v.T("card.eases", Args{"Other": w.Onward})
	case w.Soft:
		row.Note = v.T("card.less")
	case w.Hours != nil:
		row.Note = v.HourRange(*w.Hours)
	case w.Then != "":
		row.Note = v.T("card.then", Args{"Then": Bare(w.Then)})
	}
	if w.End.Own != nil && row.Note == "" {
		row.Note = v.T("card.own")
	}
	return row
}

// CardMoment is a moment on a card, with no more of a date than tells the day in the week ahead: "Fri 18:00", "Mon 7 Dec,
// 18:00". Today is not "today": it is read tomorrow too.
func (v Voice) CardMoment(t time.Time) string {
	if days := v.days(t.In(v.zone)); days >= 0 && days <= furthestWeekday {
		return v.T("moment.day_at", Args{"Day": v.ShortWeekday(t), "Clock": v.TimeOfDay(t)})
	}
	return v.dated(t)
}

// cardLayout is the picture of the week that the card's bars and days are taken from.
func (v Voice) cardLayout(sc service.Scene) timeline.Layout {
	return timeline.New(sc.Courses, sc.Prefs, nil, nil, timeline.Options{
		Zoom: timeline.SevenDays, Width: timeline.LabelColumn + cardWide, Now: sc.Now, Zone: sc.Zone, Words: cardWords{v.Picture(), v},
		Measure: func(text string, _ float32, _ bool) float32 { return cardLetter * float32(letters(text)) },
	}).At(sc.Now)
}

// cardWords are those of the timeline with short days, and nothing said at now: it is another one when the card is read.
type cardWords struct {
	timeline.Words
	v Voice
}

// Day implements [timeline.Words].
func (w cardWords) Day(at time.Time) []string { return []string{w.v.ShortWeekday(at)} }

// Line implements [timeline.Words].
func (cardWords) Line(time.Time, bool) string { return "" }

// cardPlace is a place of the picture as a share of its width beside the names.
func cardPlace(l timeline.Layout, x float32) float64 {
	return min(max(float64((x-l.LabelWidth)/(l.Width-l.LabelWidth)), 0), 1)
}

// cardBars are the bars of a lane.
func cardBars(l timeline.Layout, id string) []card.Bar {
	out := []card.Bar{}
	for _, lane := range l.Lanes {
		if lane.ID != id {
			continue
		}
		for _, b := range lane.Bars {
			out = append(out, card.Bar{From: cardPlace(l, b.X0), To: cardPlace(l, b.X1), Tone: string(b.Tone)})
		}
	}
	return out
}

// initials are two letters for a name, with a number where another has them.
func initials(name string, taken []string) string {
	all := []rune(strings.TrimSpace(name))
	short := Capital(string(all[:min(2, len(all))]))
	for n, try := 2, short; ; n++ {
		if !slices.Contains(taken, try) {
			return try
		}
		try = short + " " + strconv.Itoa(n)
	}
}
