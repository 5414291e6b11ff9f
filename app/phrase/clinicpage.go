package phrase

import (
	"cmp"
	"slices"
	"time"

	"afterglow/app/record"
	"afterglow/app/service"
	"afterglow/guidance"
)

// How much stands on the page for the clinic at most, so that it is two pages at the longest. The newest stay.
const (
	mostPageTreatments = 6
	mostPageHead       = 3 // treatments that stand in the head, and not in a part of their own
	mostPageWaits      = 3 // treatments whose waits stand there
	mostPageOwn        = 10
	mostPageDone       = 16
	mostPageQuestions  = 10
	mostPageNotes      = 14
	longestPageText    = 240 // letters of a note, a question or an answer
	roomToWrite        = 2   // lines below a question
)

// Curve is one figure that was told several times, for a drawing. All shares are of the period, 0 to 1.
type Curve struct {
	Name   string
	Points []CurvePoint
}

// CurvePoint is when it was told, and how much, 0 to 10.
type CurvePoint struct {
	At float64
	N  int
}

// Curves are several figures of one period.
type Curves struct {
	Title       string
	All         []Curve
	From, Until string    // the days at the ends
	Marks       []float64 // where treatments were
	MarkSays    string    // what these are
}

// ClinicPage words a report for paper.
func (v Voice) ClinicPage(r service.Report, letter bool) SheetOrder {
	o := SheetOrder{LeftOut: v.T("plansheet.left_out"), Letter: letter, Made: r.Made}
	s := &o.PlanSheet
	s.Language, s.Title, s.Lead = v.T("plansheet.language"), v.T("clinicpage.title"), []string{v.pagePeriod(r)}
	put := func(title string, rows []PlanSheetRow) {
		if len(rows) > 0 {
			s.Parts = append(s.Parts, PlanSheetPart{title, rows})
		}
	}
	switch rows := v.pageTreatments(r); {
	case len(rows) <= mostPageHead:
		for _, row := range rows {
			s.Lead = append(s.Lead, v.T("clinicpage.treated", Args{"At": row.Name, "How": row.When, "Text": Paragraph(row.Text...)}))
		}
	default:
		put(v.T("clinicpage.treatments"), rows)
	}
	o.Curves = v.pageCurves(r)
	put(v.T("clinicpage.skin"), v.pageSkin(r))
	put(v.T("clinicpage.questions"), v.pageQuestions(r))
	put(v.T("clinicpage.done"), v.pageDone(r))
	several := len(r.Treatments) > 1
	for _, t := range slices.Backward(r.Treatments[max(len(r.Treatments)-mostPageWaits, 0):]) {
		title := v.T("clinicpage.waits")
		if several {
			title = v.T("clinicpage.waits_of", Args{"Date": v.yearDate(t.At)})
		}
		put(title, v.pageWaits(t))
	}
	var lasting []PlanSheetRow
	for _, line := range v.GoesOn(r.Lasting) {
		lasting = append(lasting, PlanSheetRow{Text: []string{line}})
	}
	put(v.T("clinicpage.goes_on"), lasting)
	put(v.T("clinicpage.own"), v.pageOwn(r))
	put(v.T("clinicpage.notes"), v.pageNotes(r))
	if len(s.Parts) == 0 && len(o.Curves.All) == 0 && len(r.Treatments) == 0 {
		s.Lead = append(s.Lead, v.T("clinicpage.nothing"))
	}
	s.Foot = []string{Paragraph(v.T("clinicpage.foot"), v.T("clinicpage.made", Args{"At": v.yearDate(r.Made)}))}
	s.Sign = []string{v.T("clinicpage.name"), v.T("plansheet.date")}
	return o
}

// yearDate is a date with its year: paper is read in another one. "27 Nov 2026".
func (v Voice) yearDate(t time.Time) string {
	return v.At(t.AddDate(2, 0, 0), nil).ShortDate(t)
}

// pagePeriod is which days the page is of, and what is left out of them.
func (v Voice) pagePeriod(r service.Report) string {
	last := r.Until.Add(-time.Minute)
	id := "clinicpage.period"
	if !r.From.AddDate(0, 0, 1).Before(r.Until) {
		id = "clinicpage.day"
	}
	without := ""
	if r.NoWater {
		without = v.T("clinicpage.without_water")
	}
	if r.NoNotes {
		without = Paragraph(without, v.T("clinicpage.without_notes"))
	}
	return Paragraph(Stop(v.T(id, Args{"From": v.yearDate(r.From), "Until": v.yearDate(last)})), without)
}

func (v Voice) pageTreatments(r service.Report) (rows []PlanSheetRow) {
	for _, t := range r.Treatments[max(len(r.Treatments)-mostPageTreatments, 0):] {
		plan := Args{"Plan": t.PlanName, "Version": t.Source.Plan.Version}
		line := v.T("clinicpage.plan", plan)
		if plan["Version"] != "" {
			line = v.T("clinicpage.plan_version", plan)
		}
		if t.Clinic != "" {
			line = v.T("clinicpage.plan_clinic", Args{"Line": line, "Clinic": t.Clinic})
		}
		row := PlanSheetRow{Name: v.T("moment.date_at", Args{"Day": v.yearDate(t.At), "Clock": v.TimeOfDay(t.At)}), When: v.Treatment(t.TreatmentView), Text: []string{Stop(line)}}
		if t.Sensitive {
			row.Text = append(row.Text, v.T("clinicpage.sensitive"))
		}
		rows = append(rows, row)
	}
	if more := len(r.Treatments) - len(rows); more > 0 {
		rows = append(rows, PlanSheetRow{Text: []string{v.T("clinicpage.more_treatments", Args{"Count": more})}})
	}
	return rows
}

// pageCurves are the figures that were told in the period.
func (v Voice) pageCurves(r service.Report) (c Curves) {
	share := func(t time.Time) float64 {
		return min(max(float64(t.Sub(r.From))/float64(r.Until.Sub(r.From)), 0), 1)
	}
	for i, sense := range Senses() {
		curve := Curve{Name: v.T("feel.sense_" + sense)}
		for _, f := range r.Felt {
			if l := f.Levels()[i]; l.Said {
				curve.Points = append(curve.Points, CurvePoint{share(f.At), l.N})
			}
		}
		if len(curve.Points) > 0 {
			c.All = append(c.All, curve)
		}
	}
	if len(c.All) == 0 {
		return Curves{}
	}
	c.Title, c.From, c.Until = v.T("clinicpage.curves"), v.yearDate(r.From), v.yearDate(r.Until.Add(-time.Minute))
	for _, t := range r.Treatments {
		if !t.At.Before(r.From) && t.At.Before(r.Until) {
			c.Marks = append(c.Marks, share(t.At))
		}
	}
	if len(c.Marks) > 0 {
		c.MarkSays = v.T("clinicpage.marked", Args{"Count": len(c.Marks)})
	}
	return c
}

// pageSkin is how often, and when, the person called their skin red or calm.
func (v Voice) pageSkin(r service.Report) (rows []PlanSheetRow) {
	for _, skin := range []record.Skin{record.SkinRed, record.SkinCalm} {
		var at []time.Time
		for _, f := range r.Felt {
			if f.Skin == skin {
				at = append(at, f.At)
			}
		}
		if len(at) == 0 {
			continue
		}
		row := PlanSheetRow{Name: Capital(v.T("feel.skin_" + string(skin))), When: v.T("clinicpage.said", Args{"Count": len(at)})}
		days := Args{"First": v.dated(at[0]), "Last": v.dated(at[len(at)-1])}
		if len(at) == 1 {
			row.Text = []string{v.T("clinicpage.said_on", days)}
		} else {
			row.Text = []string{v.T("clinicpage.said_between", days)}
		}
		rows = append(rows, row)
	}
	return rows
}

// pageQuestions are the open questions with room to write, then those that were answered.
func (v Voice) pageQuestions(r service.Report) (rows []PlanSheetRow) {
	all := slices.Clone(r.Questions)
	slices.SortStableFunc(all, func(a, b record.ClinicQuestion) int { return cmp.Compare(answeredRank(a), answeredRank(b)) })
	for _, q := range all[:min(mostPageQuestions, len(all))] {
		row := PlanSheetRow{Name: cut(q.Text, longestPageText)}
		if q.Answer == "" {
			row.Room = roomToWrite
		} else {
			row.Text = []string{v.T("clinicpage.answered", Args{"Answer": Stop(cut(q.Answer, longestPageText))})}
		}
		rows = append(rows, row)
	}
	return v.pageMore(rows, len(all))
}

func answeredRank(q record.ClinicQuestion) int {
	if q.Answer == "" {
		return 0
	}
	return 1
}

// pageMore says how many of all are not among the rows.
func (v Voice) pageMore(rows []PlanSheetRow, all int) []PlanSheetRow {
	if more := all - len(rows); more > 0 {
		rows = append(rows, PlanSheetRow{Text: []string{v.T("clinicpage.more", Args{"Count": more})}})
	}
	return rows
}

func (v Voice) pageDone(r service.Report) (rows []PlanSheetRow) {
	for _, d := range r.Done[:min(mostPageDone, len(r.Done))] {
		row := PlanSheetRow{Name: Capital(d.Name)}
		days := v.T("clinicpage.on_days", Args{"Count": d.Days})
		switch {
		case d.Times == 0:
		case d.Drink != nil:
			row.When = v.T("clinicpage.drunk", Args{"Amount": v.Drink(*d.Drink), "Days": days})
		default:
			row.When = v.T("clinicpage.times", Args{"Count": d.Times, "Days": days})
		}
		if d.LeftOut > 0 {
			row.Text = []string{v.T("clinicpage.left_out", Args{"Count": d.LeftOut})}
		}
		rows = append(rows, row)
	}
	return v.pageMore(rows, len(r.Done))
}

// pageWaits are the waits of a treatment: as the plan sets them, and what the person made of them.
func (v Voice) pageWaits(t service.ReportTreatment) (rows []PlanSheetRow) {
	for _, w := range t.Waits {
		row := PlanSheetRow{Name: w.Name}
		switch {
		case w.End.Unnamed():
			row.When = v.T("clinicpage.no_end")
		case w.End.Open:
			row.When = v.T("clinicpage.open_end")
		case w.End.ByWord() && w.CalmSaid.IsZero():
			row.When = v.T("clinicpage.until_condition", Args{"Condition": v.Condition(w.End.Condition)})
		default:
			row.When = v.T("clinicpage.until", Args{"At": v.dated(w.Until)})
		}
		said := ""
		if w.Extended > 0 {
			said = v.T("clinicpage.longer", Args{"Length": v.Length(w.Extended)})
		}
		switch {
		case !w.CalmSaid.IsZero():
			said = Paragraph(said, v.T("clinicpage.calm_said", Args{"At": v.dated(w.CalmSaid)}))
		case w.Asks && !w.End.Open && !w.End.Unnamed():
			said = Paragraph(said, v.T("clinicpage.calm_unsaid"))
		}
		if w.End.Own != nil {
			said = Paragraph(said, v.T("clinicpage.own_wait"))
		}
		if said != "" {
			row.Text = []string{said}
		}
		rows = append(rows, row)
	}
	return rows
}

// pageOwn is what the person changed themselves, with the plan's own figure.
func (v Voice) pageOwn(r service.Report) (rows []PlanSheetRow) {
	all := 0
	for _, t := range slices.Backward(r.Treatments) {
		for _, o := range t.Own {
			if all++; all > mostPageOwn {
				continue
			}
			row := PlanSheetRow{Name: Capital(o.What), When: v.OwnWhen(o.Own)}
			if o.Own.Note != "" {
				row.Text = append(row.Text, v.T("clinicpage.own_note", Args{"Note": Bare(o.Own.Note)}))
			}
			if figure := v.ownPlanned(o.Own); figure != "" {
				row.Text = append(row.Text, v.T("clinicpage.own_plan", Args{"Figure": figure}))
			}
			rows = append(rows, row)
		}
	}
	return v.pageMore(rows, all)
}

// ownPlanned is the plan's own figure of what the person changed; "" if it has none.
func (v Voice) ownPlanned(o guidance.Own) string {
	if o.Repeats != nil && o.Until == nil {
		return v.ownOften(*o.Repeats)
	}
	w, ok := o.Planned()
	switch {
	case !ok:
		return ""
	case w.Until.Anchor == guidance.UntilCalm:
		return v.T("clinicpage.until_condition", Args{"Condition": v.Condition(w.Condition)})
	case w.Until.Anchor == guidance.NoEnd:
		return v.T("clinicpage.no_end")
	}
	return v.PlanMoment(w.Until)
}

// pageNotes are the person's own words on how the skin felt, the newest of them.
func (v Voice) pageNotes(r service.Report) (rows []PlanSheetRow) {
	var noted []service.FeelView
	for _, f := range r.Felt {
		if f.Note != "" {
			noted = append(noted, f)
		}
	}
	for _, f := range noted[max(len(noted)-mostPageNotes, 0):] {
		rows = append(rows, PlanSheetRow{Name: v.dated(f.At), Text: []string{cut(f.Note, longestPageText)}})
	}
	return v.pageMore(rows, len(noted))
}

// cut is a text of so many letters at most.
func cut(text string, most int) string {
	if letters := []rune(text); len(letters) > most {
		return string(letters[:most-1]) + "…"
	}
	return text
}
