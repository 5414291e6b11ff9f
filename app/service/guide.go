package service

import (
	"slices"

	"afterglow/app/ask"
	"afterglow/guidance"
)

// GuideSection is the advice about one matter, such as washing.
type GuideSection struct {
	ID    string // as the vocabulary has it; "": of what no section is about, at the end
	Items []GuideItem
}

// GuideItem is one piece of a plan's advice.
type GuideItem struct {
	Kind   ask.Kind // Care, Window, Routine, Phase or Spacing
	ID     string
	Rule   int // 1 to 7: one of the seven rules; 0: none
	Name   string
	Text   string            // the plan's own words; "" of what Phase or Spacing say
	Why    string            // the plan's reason; often ""
	When   string            // of care its situation ("prescribed"); else ""
	Covers []string          // ids of the waits and routines that carry it out
	Phase  *guidance.Phase   // what the plan expects in it
	Visit  *guidance.Spacing // the time to the next treatment
	Says   SourceView
}

// expectID is the section of what the plan expects, and when.
const expectID = "expect"

// Guide is the plan's advice in sections: what concerns the treatments that are looked after, or all if there is none.
// A wait or routine that carries an advice out stands with it alone.
func (sc Scene) Guide() []GuideSection {
	p := sc.Plan
	p.Care = sc.care()
	book := ask.Default()
	in := book.Sorted(p)
	var all []GuideItem
	covered := map[string]bool{}
	for i := range p.Care {
		c := &p.Care[i]
		all = append(all, GuideItem{Kind: ask.Care, ID: c.ID, Rule: c.Rule, Name: c.Name, Text: c.Text, When: c.Situation, Covers: c.Covers, Says: SaysParts(p, c.Source, c.Line, c.Says)})
		for _, id := range c.Covers {
			covered[id] = true
		}
	}
	for i := range p.Phases {
		ph := &p.Phases[i]
		all = append(all, GuideItem{Kind: ask.Phase, ID: ph.ID, Name: ph.Name, Phase: ph, Says: SaysParts(p, ph.Source, ph.Line, ph.Says)})
	}
	slices.SortStableFunc(all, func(a, b GuideItem) int { return rank(a) - rank(b) })
	for i := range p.Windows {
		if w := &p.Windows[i]; !covered[w.ID] {
			all = append(all, GuideItem{Kind: ask.Window, ID: w.ID, Name: w.Name, Text: w.Avoid, Why: w.Why, Covers: []string{w.ID}, Says: SaysParts(p, w.Source, w.Line, w.Says)})
		}
	}
	for i := range p.Routines {
		if r := &p.Routines[i]; !covered[r.ID] && r.Role != guidance.CheckIn {
			all = append(all, GuideItem{Kind: ask.Routine, ID: r.ID, Name: r.Name, Text: r.How, Covers: []string{r.ID}, Says: Says(p, r.Source, r.Line)})
		}
	}
	if s := p.Spacing; s.Text != "" || s.From != 0 || s.Sessions != 0 {
		all = append(all, GuideItem{Kind: ask.Spacing, ID: string(ask.Spacing), Visit: &s, Says: Says(p, s.Source, s.Line)})
	}
	return sections(append(book.Sections(), ""), all, func(x GuideItem) string {
		if x.Phase != nil || x.Visit != nil {
			return expectID
		}
		return in[ask.Part{Kind: x.Kind, ID: x.ID}]
	})
}

// rank has what is expected stand first, then the seven rules in their order, then other advice.
func rank(x GuideItem) int {
	switch {
	case x.Phase != nil:
		return 0
	case x.Rule == 0:
		return 8
	}
	return x.Rule
}

// sections puts the items into those of the sections that have any.
func sections(ids []string, all []GuideItem, in func(GuideItem) string) []GuideSection {
	var out []GuideSection
	for _, id := range ids {
		s := GuideSection{ID: id}
		for _, x := range all {
			if in(x) == id {
				s.Items = append(s.Items, x)
			}
		}
		if len(s.Items) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// care is the plan's advice that concerns one of the treatments that are looked after: none about a device or an area
// that the person did not have. Without a treatment it is all.
func (sc Scene) care() []guidance.Care {
	lead, ok := sc.Lead()
	if !ok {
		return sc.Plan.Care
	}
	return slices.DeleteFunc(slices.Clone(lead.Treatment.Plan.Care), func(c guidance.Care) bool {
		for i := range sc.Courses {
			if c.For(sc.Courses[i].Treatment.Traits()) {
				return false
			}
		}
		return true
	})
}
