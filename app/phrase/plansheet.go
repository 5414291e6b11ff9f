package phrase

import (
	"slices"
	"time"

	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/guidance"
)

// PlanSheet is a plan in words for a sheet of paper.
type PlanSheet struct {
	Language string // as a BCP 47 tag
	Title    string
	Lead     []string
	Parts    []PlanSheetPart
	Call     string // the heading above when and whom to call
	Phone    string // "" if the plan names none
	Calls    []string
	Foot     []string
	Sign     []string // what to write on the lines at the end
}

// SheetOrder is all that a sheet of paper takes, as values that can be handed to the program that draws it.
type SheetOrder struct {
	PlanSheet
	Curves   Curves // above the parts
	Code     string // the plan's code; "": the plan takes several
	CodeSays string // below the code
	LeftOut  string // at the end, if the type does not have all letters
	Letter   bool   // the paper of North America, else A4
	Made     time.Time
}

// OrderSheet is the order for a plan's sheet with its code, "" for none; see [Voice.PlanSheet] for the rest.
func (v Voice) OrderSheet(p guidance.Plan, c *course.Course, code, phone string, letter bool, made time.Time) SheetOrder {
	return SheetOrder{PlanSheet: v.PlanSheet(p, c, phone), Code: code, CodeSays: v.T("plansheet.code"), LeftOut: v.T("plansheet.left_out"), Letter: letter, Made: made}
}

// PlanSheetPart is a part under a heading.
type PlanSheetPart struct {
	Title string
	Rows  []PlanSheetRow
}

// PlanSheetRow is one instruction: its name, when, and what it says.
type PlanSheetRow struct {
	Name, When string
	Text       []string
	Room       int // lines to write on below it
}

// PlanSheet words a plan for paper: with clock times if c is the course of a treatment, else as the plan says it. The
// person's own phone number of the clinic goes before the plan's; "" if there is none.
func (v Voice) PlanSheet(p guidance.Plan, c *course.Course, phone string) PlanSheet {
	if c != nil {
		p = c.Plan // as it is for this treatment
	}
	s := PlanSheet{Language: v.T("plansheet.language"), Title: v.T("plansheet.title"), Lead: []string{v.PlanLine(p)}, Call: v.T("planpage.when_to_call")}
	if p.Clinic.Name != "" {
		s.Title = v.T("plansheet.title_clinic", Args{"Clinic": Bare(p.Clinic.Name)})
	}
	if c != nil {
		id := "plansheet.treated"
		if c.Treatment.At.After(v.now) {
			id = "plansheet.treated_ahead"
		}
		s.Lead = append(s.Lead, v.T(id, Args{"At": v.dated(c.Treatment.At)}))
	} else if p.Summary != "" {
		s.Lead = append(s.Lead, Stop(p.Summary))
	}
	parts := map[string][]PlanSheetRow{}
	for _, e := range p.Entries() {
		if r, ok := v.sheetRow(e, c); ok {
			parts[e.Kind] = append(parts[e.Kind], r)
		}
	}
	for _, part := range []struct{ kind, title string }{
		{"window", "plansheet.waits"}, {"routine", "plansheet.routines"}, {"care", "planpage.good_to_know"},
		{"phase", "planpage.expects"}, {"products", "planpage.products"},
	} {
		if rows := parts[part.kind]; len(rows) > 0 {
			s.Parts = append(s.Parts, PlanSheetPart{v.T(part.title), rows})
		}
	}
	if spacing, sessions := v.Spacing(p.Spacing), v.Sessions(p.Spacing); spacing != "" || sessions != "" {
		row := PlanSheetRow{Text: v.known(sessions)}
		if spacing != "" {
			row.Name = v.T("plansheet.after", Args{"Spacing": spacing})
		}
		s.Parts = append(s.Parts, PlanSheetPart{v.T("plansheet.next"), []PlanSheetRow{row}})
	}
	if s.Phone = phone; s.Phone == "" {
		s.Phone = p.Clinic.Phone
	}
	s.Calls = v.sheetCalls(p)
	s.Foot = []string{v.sources(p), v.T("plansheet.no_device")}
	if p.Clinic.Name != "" {
		s.Sign = []string{v.T("plansheet.signed"), v.T("plansheet.date")}
	}
	return s
}

// Letter says whether the reader's paper is that of North America: where dates begin with the month, and in Canada.
func (v Voice) Letter() bool {
	canada := v.format.Order == locale.YearMonth && v.format.Week == locale.FromSunday && v.format.Hours == locale.Hours12
	return v.format.Order == locale.MonthDay || canada
}

// dated is an instant with its date, whatever now is: paper is read on another day. "Fri 27 Nov, 15:30".
func (v Voice) dated(t time.Time) string {
	return v.T("moment.date_at", Args{"Day": v.ShortWeekdayDate(t), "Clock": v.TimeOfDay(t)})
}

// sheetCalls are the reasons to call, a line for each thing to do, the most urgent first.
func (v Voice) sheetCalls(p guidance.Plan) (lines []string) {
	all := guidance.CallList(p)
	for i := 0; i < len(all); {
		act, reasons := all[i].Act, ""
		for ; i < len(all) && all[i].Act == act; i++ {
			reasons = Paragraph(reasons, Stop(all[i].Text))
		}
		lines = append(lines, v.T("plansheet.call", Args{"Act": Capital(v.CallAct(act)), "Reasons": reasons}))
	}
	return lines
}

// mostSources is how many sources a sheet names.
const mostSources = 4

// sources says who says what the plan says.
func (v Voice) sources(p guidance.Plan) string {
	var names []string
	for _, s := range p.Sources[:min(mostSources, len(p.Sources))] {
		names = append(names, s.Title)
	}
	if more := len(p.Sources) - len(names); more > 0 {
		return v.T("plansheet.who_more", Args{"Sources": v.commas(names), "Count": more})
	}
	return v.T("plansheet.who", Args{"Sources": v.List(names)})
}

// unprinted are the keys of an entry that say how the program treats it, or what stands elsewhere on the sheet.
var unprinted = []string{"id", "name", "avoid", "until", "usually", "condition", "and_when", "activities", "source", "says", "how", "times", "every",
	"times_a_day", "amount", "role", "ask", "useful_for", "expect", "text", "rule", "covers", "about", "never", "after", "extend", "says_so", "meant", "soft"}

// sheetRow is an entry as an instruction; ok is false for what is none.
func (v Voice) sheetRow(e guidance.Entry, c *course.Course) (row PlanSheetRow, ok bool) {
	said := func(key string) string { s, _ := e.Get(key).(string); return Stop(s) }
	row = PlanSheetRow{Name: e.Name}
	text := ""
	switch e.Kind {
	case "window":
		row.When, text = v.sheetEnd(e, c), said("avoid")
	case "routine":
		row.When, text = v.PlanDue(e), Paragraph(said("how"), Stop(Capital(v.sheetEnd(e, c))))
	case "phase":
		row.When, text = v.sheetEnd(e, c), Capital(said("expect"))
	case "care":
		row.When, text = v.sheetEnd(e, c), said("text")
	case "products":
		row.Name = ""
	default:
		return row, false
	}
	if text != "" {
		row.Text = append(row.Text, text)
	}
	if soft, _ := e.Get("soft").(bool); soft {
		row.Text = append(row.Text, v.T("plansheet.less"))
	}
	for _, f := range e.Fields {
		skipped := slices.Contains(unprinted, f.Key) || f.IsSource() || f.Key == "from" && e.Kind == "phase" || f.Key == "when" && c != nil
		if f.Said() && (!skipped || e.Kind == "products" && f.Key == "avoid") {
			value := v.PlanValue(f.Value)
			if at := placed(e, c, f.Key); !at.IsZero() && value != "" {
				value = v.T("plansheet.at", Args{"At": v.dated(at), "Planned": value})
			}
			row.Text = append(row.Text, v.T("plansheet.key", Args{"Key": Capital(v.PlanKey(f.Key)), "Value": value}))
		}
	}
	return row, row.Name != "" || len(row.Text) > 0
}

// sheetEnd is until when an entry holds: by the clock if the treatment tells it, with what the plan says of it.
func (v Voice) sheetEnd(e guidance.Entry, c *course.Course) string {
	planned := v.PlanUntil(e)
	until, ok := moment(e.Get("until"))
	when, _ := e.Get("and_when").(string)
	byClock := []guidance.AnchorKind{guidance.FromTreatment, guidance.Morning, guidance.Night, guidance.Bedtime, guidance.EndOfDay}
	if c == nil || !ok || when != "" || !slices.Contains(byClock, until.Anchor) {
		return planned
	}
	at := placed(e, c, "until")
	if at.IsZero() {
		return planned
	}
	return v.T("plansheet.until", Args{"At": v.dated(at), "Planned": v.PlanValue(until)})
}

// placed is the instant of an entry's "from", "until" or "then_until" in a course; zero if it has none.
func placed(e guidance.Entry, c *course.Course, key string) (at time.Time) {
	if c == nil {
		return at
	}
	pick := func(from, until, then time.Time) time.Time {
		return map[string]time.Time{"from": from, "until": until, "then_until": then}[key]
	}
	switch e.Kind {
	case "window":
		for i := range c.Windows {
			if w := &c.Windows[i]; w.Spec.ID == e.ID {
				at = pick(w.From, w.Until, w.ThenUntil)
			}
		}
	case "routine":
		for i := range c.Routines {
			if r := &c.Routines[i]; r.Spec.ID == e.ID {
				at = pick(r.From, r.Until, time.Time{})
			}
		}
	case "care":
		for i := range c.Care {
			if x := &c.Care[i]; x.Spec.ID == e.ID {
				at = pick(x.From, x.Until, time.Time{})
			}
		}
	case "phase":
		for i := range c.Phases {
			if p := &c.Phases[i]; p.Spec.ID == e.ID {
				at = pick(p.From, p.Until, time.Time{})
			}
		}
	}
	return at
}
