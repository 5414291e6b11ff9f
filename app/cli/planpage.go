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
	}
	page.section("planpage.waits", parts["window"])
	page.section("planpage.routines", parts["routine"])
	page.section("planpage.expects", parts["phase"])
	page.section("planpage.good_to_know", parts["care"])
	page.section("planpage.when_to_call", parts["calls"])
	page.spacing(p.Spacing)
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
	var rows [][]string
	var told []string // keys that the first row holds
	switch e.Kind {
	case "window":
		rows, told = [][]string{{e.Name, p.v.PlanUntil(e), p.cited(text("avoid"), source)}}, []string{"avoid", "until", "and_when"}
	case "routine":
		rows, told = [][]string{{e.Name, p.v.PlanDue(e), p.cited(text("how"), source)}}, []string{"how", "times", "every", "amount"}
		if role, _ := e.Get("role").(guidance.Role); string(role) == e.ID {
			told = append(told, "role")
		}
	case "phase":
		rows, told = [][]string{{e.Name, p.v.PlanUntil(e), p.cited(text("expect"), source)}}, []string{"expect", "until"}
		told = append(told, "from") // the end of the one before
	case "care":
		rows, told = [][]string{{e.Name, p.cited(text("text"), source)}}, []string{"text", "rule", "covers", "about"}
	case "source":
		return [][]string{{p.mark(e.ID), e.Name, phrase.Capital(p.v.Strength(text("strength"))), text("url")}}
	case "products":
	default:
		return nil
	}
	for _, f := range e.Fields {
		if f.Key != "id" && f.Key != "name" && !f.IsSource() && f.Said() && !slices.Contains(told, f.Key) {
			rows = append(rows, []string{"", p.v.PlanKey(f.Key), p.v.PlanValue(f.Value)})
		}
	}
	return rows
}

func (p planPage) spacing(s guidance.Spacing) {
	text := p.v.Spacing(s)
	if text == "" {
		return
	}
	p.print("")
	p.print(p.cited(p.v.T("planpage.next_treatment", phrase.Args{"Spacing": text}), s.Source))
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
