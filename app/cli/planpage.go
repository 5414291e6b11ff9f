package cli

import (
	"strings"

	"afterglow/guidance"
)

// printPlan shows a plan as a page of text.
func (r *run) printPlan(p guidance.Plan) {
	title := p.Name
	if p.Version != "" {
		title += ", version " + p.Version
	}
	r.line("%s", title)
	if p.Summary != "" {
		r.line("%s", p.Summary)
	}
	if p.Clinic.Name != "" {
		r.line("Clinic: %s %s", p.Clinic.Name, p.Clinic.Phone)
	}
	rows := [][]string{}
	for _, w := range p.Windows {
		until := w.Until.Words()
		if w.AndWhen != "" {
			until += " and when " + w.AndWhen
		}
		rows = append(rows, []string{w.Name, "until " + until, w.Avoid + mark(w.Source)})
	}
	r.section("Waits", rows)
	rows = nil
	for _, x := range p.Routines {
		when := strings.Join(clockWords(x.Times), ", ")
		switch {
		case x.Amount.Text != "":
			when = x.Amount.Text + " a day"
		case x.Every > 0:
			when = "every " + guidance.SpanWords(x.Every)
		case x.Situation != "":
			when = x.Situation
		}
		rows = append(rows, []string{x.Name, when, strings.TrimSpace(x.How + mark(x.Source))})
	}
	r.section("Routines", rows)
	rows = nil
	for _, x := range p.Phases {
		rows = append(rows, []string{x.Name, "until " + x.Until.Words(), x.Expect + mark(x.Source)})
	}
	r.section("What your plan expects", rows)
	rows = nil
	for _, c := range p.Care {
		rows = append(rows, []string{c.Name, c.Text + mark(c.Source)})
	}
	r.section("Good to know", rows)
	rows = nil
	for _, c := range guidance.CallList(p) {
		rows = append(rows, []string{actWords(c.Act), c.Text})
	}
	r.section("When to call", rows)
	if p.Spacing.Text != "" {
		r.line("")
		r.line("Next treatment: after %s.%s", p.Spacing.Text, mark(p.Spacing.Source))
	}
	rows = nil
	for _, s := range p.Sources {
		rows = append(rows, []string{"[" + s.ID + "]", s.Title, guidance.StrengthWords(s.Strength), s.URL})
	}
	r.section("Who says so", rows)
}

func (r *run) section(title string, rows [][]string) {
	if len(rows) == 0 {
		return
	}
	r.line("")
	r.line("%s", title)
	r.table(rows)
}

// mark names a source as the list at the end of the page has it.
func mark(source string) string {
	if source == "" {
		return ""
	}
	return " [" + source + "]"
}

func actWords(act string) string {
	switch act {
	case "emergency":
		return "emergency number"
	case "today":
		return "call today"
	}
	return "call your clinic"
}
