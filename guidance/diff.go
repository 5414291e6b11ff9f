package guidance

import (
	"strconv"
	"strings"
	"time"
)

// Change is one difference between two plans, in words that can be shown.
type Change struct {
	Kind    string // "plan", "clinic", "source", "window", "routine", "phase", "care", "call", "spacing" or "products"
	ID      string // of the entry; "" for the parts that stand once
	Name    string // as people know it
	Field   string // the key that differs; "" where the whole entry is new or gone
	Have    string // "" where the plan in hand does not say it
	Offered string // "" where the offered plan does not say it
}

// entry is one part of a plan, flattened to keys and words for comparing.
type entry struct {
	kind, id, name string
	fields         []field
}

type field struct{ key, words string }

// Diff tells what the offered plan says otherwise than the plan in hand: first
// what changed or went, in the order of the plan in hand, then what is new.
func Diff(have, offered Plan) []Change {
	mine, theirs := entries(have), entries(offered)
	known := map[string]entry{}
	for _, e := range theirs {
		known[e.kind+"/"+e.id] = e
	}
	var changes []Change
	for _, e := range mine {
		key := e.kind + "/" + e.id
		other, ok := known[key]
		delete(known, key)
		if !ok {
			changes = append(changes, Change{Kind: e.kind, ID: e.id, Name: e.name, Have: e.summary()})
			continue
		}
		for i, f := range e.fields {
			if o := other.fields[i]; o.words != f.words {
				changes = append(changes, Change{Kind: e.kind, ID: e.id, Name: e.name, Field: f.key, Have: f.words, Offered: o.words})
			}
		}
	}
	for _, e := range theirs {
		key := e.kind + "/" + e.id
		if _, isNew := known[key]; isNew {
			delete(known, key)
			changes = append(changes, Change{Kind: e.kind, ID: e.id, Name: e.name, Offered: e.summary()})
		}
	}
	return changes
}

// summary is what an entry says first, for the line that says it is new or gone.
func (e entry) summary() string {
	for _, f := range e.fields {
		if f.words != "" && f.key != "name" {
			return f.key + " " + f.words
		}
	}
	return e.name
}

// entries flattens a plan. Each kind always has the same fields in the same
// order, with what people care for most first.
func entries(p Plan) []entry {
	list := []entry{
		{"plan", "", p.Name, []field{{"id", p.ID}, {"name", p.Name}, {"version", p.Version}, {"summary", p.Summary}}},
		{"clinic", "", "Clinic", []field{{"name", p.Clinic.Name}, {"phone", p.Clinic.Phone}}},
	}
	for _, w := range p.Windows {
		list = append(list, w.entry())
	}
	for _, r := range p.Routines {
		list = append(list, r.entry())
	}
	for _, x := range p.Phases {
		list = append(list, entry{"phase", x.ID, x.Name, []field{
			{"until", x.Until.Words()}, {"from", startWords(x.From)}, {"expect", x.Expect}, {"name", x.Name}, {"source", x.Source}}})
	}
	for _, c := range p.Care {
		list = append(list, entry{"care", c.ID, c.Name, []field{
			{"text", c.Text}, {"name", c.Name}, {"rule", numberWords(c.Rule)}, {"covers", strings.Join(c.Covers, ", ")}, {"source", c.Source}}})
	}
	for _, c := range p.Calls {
		list = append(list, entry{"call", c.ID, c.Text, []field{{"text", c.Text}, {"act", c.Act}, {"source", c.Source}}})
	}
	list = append(list, p.Spacing.entry(), entry{"products", "", "Products", []field{
		{"avoid", strings.Join(p.Products.Avoid, ", ")}, {"allow", strings.Join(p.Products.Allow, ", ")}, {"use", strings.Join(p.Products.Use, ", ")}}})
	for _, s := range p.Sources {
		list = append(list, entry{"source", s.ID, s.Title, []field{
			{"title", s.Title}, {"url", s.URL}, {"strength", s.Strength}, {"note", s.Note}}})
	}
	for _, e := range list {
		for i, f := range e.fields {
			if s, ok := p.SourceOf(f.words); ok && f.key == "source" {
				e.fields[i].words = s.Title
			}
		}
	}
	return list
}

func (w Window) entry() entry {
	hours := ""
	if w.Hours != nil {
		hours = w.Hours.String()
	}
	var when []string
	for _, v := range w.When {
		figure := joined(prefixed("until ", pointWords(v.Until)), prefixed("plus ", spanWords(v.Add)), prefixed("then until ", pointWords(v.ThenUntil)))
		when = append(when, v.Words()+": "+figure)
	}
	return entry{"window", w.ID, w.Name, []field{
		{"until", w.Until.Words()}, {"from", startWords(w.From)}, {"and_when", w.AndWhen},
		{"allowed_from", pointWords(w.AllowedFrom)}, {"hours", hours}, {"situation", w.Situation},
		{"then", w.Then}, {"then_until", pointWords(w.ThenUntil)}, {"extend", spanWords(w.Extend)},
		{"when", strings.Join(when, "; ")}, {"name", w.Name}, {"avoid", w.Avoid}, {"why", w.Why},
		{"after", w.After}, {"activities", strings.Join(w.Activities, ", ")}, {"source", w.Source},
	}}
}

func (r Routine) entry() entry {
	var stages, when []string
	for _, s := range r.Stages {
		what := joined(s.How, timesWords(s.Times), prefixed("every ", spanWords(s.Every)))
		if s.None {
			what = joined("nothing", s.How)
		}
		stages = append(stages, startWords(s.From)+" to "+s.Until.Words()+": "+what)
	}
	for _, v := range r.When {
		when = append(when, v.Words()+": "+joined(prefixed("from ", pointWords(v.From)), prefixed("until ", pointWords(v.Until))))
	}
	return entry{"routine", r.ID, r.Name, []field{
		{"times", timesWords(r.Times)}, {"every", spanWords(r.Every)}, {"amount", r.Amount.Text}, {"for", spanWords(r.For)},
		{"from", startWords(r.From)}, {"until", r.Until.Words()}, {"useful_for", spanWords(r.UsefulFor)},
		{"situation", r.Situation}, {"stages", strings.Join(stages, "; ")}, {"when", strings.Join(when, "; ")},
		{"name", r.Name}, {"role", string(r.Role)}, {"ask", r.Ask}, {"how", r.How}, {"source", r.Source},
	}}
}

func (s Spacing) entry() entry {
	var when []string
	for _, v := range s.When {
		when = append(when, v.Words()+": "+joined(v.Text, prefixed("from ", spanWords(v.From)), prefixed("until ", spanWords(v.Until))))
	}
	return entry{"spacing", "", "Next treatment", []field{
		{"text", s.Text}, {"from", spanWords(s.From)}, {"until", spanWords(s.Until)}, {"when", strings.Join(when, "; ")}, {"source", s.Source}}}
}

// Words says which treatments are meant: "pen, deeper than 1 mm".
func (m Match) Words() string {
	depth := func(mm *float64, before string) string {
		if mm == nil {
			return ""
		}
		return before + strconv.FormatFloat(*mm, 'g', -1, 64) + " mm"
	}
	sensitive := ""
	if m.Sensitive != nil {
		sensitive = "skin that marks easily"
		if !*m.Sensitive {
			sensitive = "skin that does not mark easily"
		}
	}
	return joined(strings.Join(m.Device, " or "), depth(m.DepthOverMM, "deeper than "), depth(m.DepthUpToMM, "up to "), strings.Join(m.Area, " or "), sensitive)
}

func joined(parts ...string) string {
	var said []string
	for _, p := range parts {
		if p != "" {
			said = append(said, p)
		}
	}
	return strings.Join(said, ", ")
}

func prefixed(before, words string) string {
	if words == "" {
		return ""
	}
	return before + words
}

func pointWords(m *Moment) string {
	if m == nil {
		return ""
	}
	return m.Words()
}

// startWords says a start; the treatment itself is not "0 minutes".
func startWords(m Moment) string {
	if m == (Moment{}) {
		return "the treatment"
	}
	return m.Words()
}

func spanWords(d time.Duration) string {
	if d == 0 {
		return ""
	}
	return SpanWords(d)
}

func timesWords(times []Clock) string {
	words := make([]string, len(times))
	for i, t := range times {
		words[i] = t.String()
	}
	return strings.Join(words, ", ")
}

func numberWords(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
