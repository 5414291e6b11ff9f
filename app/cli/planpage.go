package cli

import (
	"slices"

	"afterglow/app/phrase"
	"afterglow/guidance"
)

// planPage shows a plan as a page of text: what people ask first in one row, whatever else the plan says beneath.
type planPage struct {
	*run
	v phrase.Voice
}

func (r *run) printPlan(p guidance.Plan) {
	page := planPage{r, r.voice()}
	page.head(p)
	parts := map[string][][]string{}
	for _, e := range p.Entries() {
		parts[e.Kind] = append(parts[e.Kind], page.rows(e)...)
	}
	for _, c := range guidance.CallList(p) {
		parts["calls"] = append(parts["calls"], []string{page.v.CallAct(c.Act), c.Text})
		if e := c.Entry(); slices.ContainsFunc(p.Calls, func(own guidance.Call) bool { return own.ID == c.ID }) {
			parts["calls"] = append(parts["calls"], page.more(e, "text", "act")...)
		}
	}
	page.section("planpage.waits", parts["window"])
	page.section("planpage.routines", parts["routine"])
	page.section("planpage.expects", parts["phase"])
	page.section("planpage.good_to_know", parts["care"])
	page.section("planpage.when_to_call", parts["calls"])
	page.spacing(p)
	page.section("planpage.products", parts["products"])
	page.section("planpage.who_says_so", parts["source"])
}

func (p planPage) head(plan guidance.Plan) {
	title := plan.Name
	if plan.Version != "" {
		title = p.v.T("planpage.title", phrase.Args{"Name": plan.Name, "Version": plan.Version})
	}
	p.print(title)
	if plan.Summary != "" {
		p.print(plan.Summary)
	}
	switch c := plan.Clinic; {
	case c.Name != "" && c.Phone != "":
		p.print(p.v.T("planpage.clinic_phone", phrase.Args{"Clinic": c.Name, "Phone": c.Phone}))
	case c.Name != "":
		p.print(p.v.T("planpage.clinic", phrase.Args{"Clinic": c.Name}))
	}
}

func (p planPage) section(title string, rows [][]string) {
	if len(rows) == 0 {
		return
	}
	p.print("")
	p.print(p.v.T(title))
	p.table(rows)
}

// rows are an entry's first row, and one for each further key that the plan says.
func (p planPage) rows(e guidance.Entry) [][]string {
	text := func(key string) string { s, _ := e.Get(key).(string); return s }
	source := text("source")
	ends := []string{"until", "usually", "condition", "and_when"} // in one row
	switch e.Kind {
	case "window":
		return append([][]string{{e.Name, p.v.PlanUntil(e), p.cited(text("avoid"), source)}}, p.more(e, append(ends, "avoid")...)...)
	case "routine":
		told := append(ends, "how", "times", "times_a_day", "every", "amount")
		if role, _ := e.Get("role").(guidance.Role); string(role) == e.ID {
			told = append(told, "role")
		}
		rows := [][]string{{e.Name, p.v.PlanDue(e), p.cited(text("how"), source)}, {"", p.v.PlanUntil(e)}}
		return append(rows, p.more(e, told...)...)
	case "phase":
		rows := [][]string{{e.Name, p.v.PlanUntil(e), p.cited(text("expect"), source)}}
		return append(rows, p.more(e, "expect", "until", "from")...) // it begins with the end of the one before
	case "care":
		rows := [][]string{{e.Name, p.cited(text("text"), source)}}
		if until := p.v.PlanUntil(e); until != "" {
			rows = append(rows, []string{"", until})
		}
		return append(rows, p.more(e, append(ends, "text")...)...)
	case "source":
		rows := [][]string{{p.mark(e.ID), e.Name, phrase.Capital(p.v.Strength(text("strength"))), text("url")}}
		return append(rows, p.more(e, "title", "strength", "url")...)
	case "products":
		return p.more(e)
	}
	return nil
}

// more is a row for each key that the plan says, but for those that are told already.
func (p planPage) more(e guidance.Entry, told ...string) (rows [][]string) {
	for _, f := range e.Fields {
		if f.Key != "id" && f.Key != "name" && !f.IsSource() && f.Said() && !slices.Contains(told, f.Key) {
			rows = append(rows, []string{"", p.v.PlanKey(f.Key), p.v.PlanValue(f.Value)})
		}
	}
	return rows
}

func (p planPage) spacing(plan guidance.Plan) {
	s := plan.Spacing
	text := p.v.Spacing(s)
	if text == "" && s.Sessions == 0 {
		return
	}
	p.print("")
	if text != "" {
		text = p.v.T("planpage.next_treatment", phrase.Args{"Spacing": text})
	}
	p.print(p.cited(phrase.Paragraph(text, p.v.Sessions(s)), s.Source))
	for _, e := range plan.Entries() {
		if e.Kind == "spacing" {
			p.table(p.more(e, "text", "from", "until", "sessions"))
		}
	}
}

// mark names a source as the list at the end of the page has it.
func (p planPage) mark(source string) string {
	return p.v.T("planpage.mark", phrase.Args{"Source": source})
}

// cited is a text with its source's mark.
func (p planPage) cited(text, source string) string {
	switch {
	case source == "":
		return text
	case text == "":
		return p.mark(source)
	}
	return p.v.T("planpage.cited", phrase.Args{"Text": text, "Source": source})
}
