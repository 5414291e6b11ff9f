package studio

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"afterglow/app/studio/row"
	"afterglow/guidance"
)

// Kind is which table of a plan file a row stands in.
type Kind string

// The kinds. Those with a dot are a part of the row above them.
const (
	KindWindow      Kind = "windows"
	KindWindowWhen  Kind = "windows.when"
	KindRoutine     Kind = "routines"
	KindStage       Kind = "routines.stages"
	KindRoutineWhen Kind = "routines.when"
	KindCare        Kind = "care"
	KindPhase       Kind = "phases"
	KindCall        Kind = "call"
	KindSpacing     Kind = "spacing"
	KindSpacingWhen Kind = "spacing.when"
	KindClinic      Kind = "clinic"
	KindAvoid       Kind = products + ":avoid" // a list of ingredients; so are the next two
	KindAllow       Kind = products + ":allow"
	KindUse         Kind = products + ":use"
	KindProductWait Kind = products + ".waits"
)

// products is the table that the lists of ingredients stand in.
const products = "products"

// Part says whether a row of this kind is a part of another one.
func (k Kind) Part() bool {
	return slices.Contains([]Kind{KindWindowWhen, KindStage, KindRoutineWhen, KindSpacingWhen}, k)
}

// Ingredients says whether the row is a list of ingredients.
func (k Kind) Ingredients() bool { return strings.HasPrefix(string(k), products) }

// listKey is the key of a list of ingredients.
func (k Kind) listKey() string { return strings.TrimPrefix(string(k), products+":") }

// kindOf is the kind that a new row becomes.
func kindOf(r row.Row) Kind {
	switch r.Rule {
	case row.Do:
		if r.Often != "" {
			return KindRoutine
		}
		return KindCare
	case row.Note:
		return KindCare
	case row.Expect:
		return KindPhase
	case row.Call:
		return KindCall
	case row.Spacing:
		return KindSpacing
	case row.Clinic:
		return KindClinic
	}
	return KindWindow
}

// meant is how a plan file says which rule a wait was written as.
var meant = map[row.Rule]string{row.Only: guidance.MeantOnly, row.May: guidance.MeantMay}

// adviceMeant is the same of advice.
var adviceMeant = map[row.Rule]string{row.Do: guidance.MeantDo, row.Note: guidance.MeantNote, row.Expect: guidance.MeantExpect}

// meantBy is what a file has to say of the rule of advice, "" where its times tell it.
func meantBy(r row.Row) string {
	timed := r.From != "" || r.Until != ""
	if r.Rule == row.Do && timed || r.Rule == row.Note && !timed {
		return ""
	}
	return adviceMeant[r.Rule]
}

// sessions writes how many treatments a series has: a number, or a range as a text.
func sessions(s string) string {
	s = strings.TrimSpace(s)
	if m := ofASeries().FindStringSubmatch(strings.ToLower(s)); m != nil {
		s = cmp.Or(count(m[1]), s)
	}
	if n, err := strconv.Atoi(s); err == nil && n > 0 {
		return strconv.Itoa(n)
	}
	return quoted(s)
}

// ofASeries is a number of treatments as it is typed: "3", "3 or 4 sessions".
var ofASeries = pattern(`^(?:a (?:series|course) of )?(.+?)(?: (?:sessions?|treatments?|times))?$`)

// whom are the keys that say for which treatments something is.
var whom = []string{"device", "area", "depth_over_mm", "depth_up_to_mm", "sensitive"}

func writeWhom(r row.Row) []said {
	return []said{{"device", list(r.Device)}, {"area", list(r.Area)}, {"depth_over_mm", number(r.DepthOver)}, {"depth_up_to_mm", number(r.DepthUpTo)}, {"sensitive", yes(r.Sensitive)}}
}

func readWhom(v values, r *row.Row) {
	r.Device, r.Area = v.list("device"), v.list("area")
	r.DepthOver, r.DepthUpTo = v.number("depth_over_mm"), v.number("depth_up_to_mm")
	r.Sensitive = v["sensitive"] == true
}

// write is what a form writes of a row of some kind, in its order. A key without a value is not to be there.
func write(k Kind, r row.Row) []said {
	from, until := quoted(r.From), quoted(r.Until)
	if r.Rule == row.May {
		from, until = "", from
	}
	end := []said{{"usually", quoted(r.Usually)}, {"condition", quoted(r.Condition)}}
	situation, says := said{"situation", situationOf(r)}, said{"says_so", quoted(r.Says)}
	switch k {
	case KindWindow:
		keys := []said{{"name", quoted(r.Name)}, {"avoid", quoted(r.Text)}, {"from", from}, {"until", until}}
		calm := ""
		if r.AndCalm {
			calm = `"calm"`
		}
		keys = append(append(keys, end...), said{"and_when", calm}, said{"allowed_from", quoted(r.Allowed)}, said{"hours", quoted(r.Hours)}, said{"extend", quoted(r.Extend)},
			said{"then", quoted(r.Then)}, said{"then_until", quoted(r.ThenUntil)}, said{"then_avoid", list(r.ThenAvoid)}, said{"soft", yes(r.Rule == row.Less)}, said{"meant", quoted(meant[r.Rule])},
			said{"activities", list(r.What)}, said{"except", list(r.Except)}, situation, said{"why", quoted(r.Why)}, said{"after", quoted(r.After)})
		return append(append(keys, writeWhom(r)...), says)
	case KindRoutine:
		keys := append([]said{{"name", quoted(r.Name)}, {"ask", quoted(r.Ask)}, {"how", quoted(r.Text)}}, often(r.Often)...)
		keys = append(append(keys, said{"for", quoted(r.For)}, said{"from", from}, said{"until", until}), end...)
		return append(append(append(keys, said{"allowed_from", quoted(r.Allowed)}, said{"useful_for", quoted(r.UsefulFor)}, situation), writeWhom(r)...), says)
	case KindCare:
		keys := append([]said{{"name", quoted(r.Name)}, {"text", quoted(r.Text)}, {"from", from}, {"until", until}}, end...)
		return append(append(append(keys, said{"about", list(r.What)}, said{"never", list(r.Never)}, situation, said{"meant", quoted(meantBy(r))}), writeWhom(r)[:2]...), says) // care knows device and area alone; its text says the rest
	case KindPhase:
		return []said{{"name", quoted(r.Name)}, {"from", from}, {"until", until}, {"expect", quoted(r.Text)}, says}
	case KindCall:
		keys := []said{{"text", quoted(r.Text)}, {"act", quoted(r.Act)}, {"still_after", from}}
		return append(append(keys, writeWhom(r)...), says)
	case KindSpacing:
		return []said{{"from", from}, {"until", until}, {"text", quoted(r.Text)}, {"sessions", sessions(r.Sessions)}, says}
	case KindClinic:
		return []said{{"name", quoted(r.Name)}, {"phone", quoted(r.Phone)}}
	}
	return writePart(k, r)
}

// writePart is write for what is a part of something else.
func writePart(k Kind, r row.Row) []said {
	from, until := quoted(r.From), quoted(r.Until)
	switch k {
	case KindWindowWhen:
		add := ""
		if more, isMore := strings.CutPrefix(r.Until, "+"); isMore {
			add, until = quoted(more), ""
		}
		return append(writeWhom(r), said{"until", until}, said{"usually", quoted(r.Usually)}, said{"add", add}, said{"then_until", quoted(r.ThenUntil)})
	case KindRoutineWhen:
		return append(writeWhom(r), said{"from", from}, said{"allowed_from", quoted(r.Allowed)}, said{"until", until})
	case KindStage:
		keys := []said{{"from", from}, {"until", until}, {"none", yes(r.Rule == row.Avoid)}, {"how", quoted(r.Text)}}
		return append(keys, often(r.Often)...)
	case KindSpacingWhen:
		return append(writeWhom(r), said{"from", from}, said{"until", until}, said{"text", quoted(r.Text)})
	case KindAvoid, KindAllow, KindUse:
		return []said{{k.listKey(), list(r.What)}}
	case KindProductWait:
		return []said{{"avoid", list(r.What)}, {"until", until}}
	}
	return nil
}

// read is the row that a table says.
func read(k Kind, v values) row.Row {
	r := row.Row{Name: v.text("name"), From: v.text("from"), Until: v.text("until"), Usually: v.text("usually"), Condition: v.text("condition"), Says: v.text("says_so")}
	readWhom(v, &r)
	if r.Situation = v.text("situation"); r.Situation == guidance.Prescribed {
		r.Prescribed, r.Situation = true, ""
	}
	switch k {
	case KindWindow:
		r.Rule, r.Text, r.What, r.Except = row.Avoid, v.text("avoid"), v.list("activities"), v.list("except")
		r.AndCalm, r.Allowed = v.text("and_when") == "calm", v.text("allowed_from")
		r.Then, r.ThenUntil, r.ThenAvoid = v.text("then"), v.text("then_until"), v.list("then_avoid")
		r.Hours, r.Extend, r.Why, r.After = v.text("hours"), v.text("extend"), v.text("why"), v.text("after")
		switch said := v.text("meant"); {
		case v["soft"] == true:
			r.Rule = row.Less
		case said == meant[row.Only]:
			r.Rule = row.Only
		case said == meant[row.May] && r.From == "":
			r = r.As(row.May)
		}
	case KindRoutine:
		r.Rule, r.Text, r.Often, r.Allowed = row.Do, v.text("how"), v.often(), v.text("allowed_from")
		r.For, r.UsefulFor, r.Ask = v.text("for"), v.text("useful_for"), v.text("ask")
	case KindCare:
		r.Rule, r.Text, r.What, r.Never = row.Note, v.text("text"), v.list("about"), v.list("never")
		if r.From != "" || r.Until != "" {
			r.Rule = row.Do
		}
		if v.text("meant") == guidance.MeantMay { // as it is shown: a form has leave for what waits alone
			r.Rule = row.Note
		}
		for rule, said := range adviceMeant {
			if said == v.text("meant") {
				r.Rule = rule
			}
		}
	case KindPhase:
		r.Rule, r.Text = row.Expect, v.text("expect")
	case KindCall:
		r.Rule, r.Text, r.Act, r.From = row.Call, v.text("text"), v.text("act"), v.text("still_after")
	case KindSpacing:
		r.Rule, r.Text, r.Sessions = row.Spacing, v.text("text"), v.text("sessions")
	case KindClinic:
		r.Rule, r.Phone = row.Clinic, v.text("phone")
	default:
		readPart(k, v, &r)
	}
	return r
}

func readPart(k Kind, v values, r *row.Row) {
	switch k {
	case KindWindowWhen:
		r.Rule, r.ThenUntil = row.Avoid, v.text("then_until")
		if add := v.text("add"); add != "" && r.Until == "" {
			r.Until = "+" + add
		}
	case KindRoutineWhen:
		r.Rule, r.Allowed = row.Do, v.text("allowed_from")
	case KindStage:
		r.Rule, r.Text, r.Often = row.Do, v.text("how"), v.often()
		if v["none"] == true {
			r.Rule = row.Avoid
		}
	case KindSpacingWhen:
		r.Rule, r.Text = row.Spacing, v.text("text")
	case KindAvoid:
		*r = row.Row{Rule: row.Avoid, What: v.list("avoid")}
	case KindAllow:
		*r = row.Row{Rule: row.May, What: v.list("allow")}
	case KindUse:
		*r = row.Row{Rule: row.Do, What: v.list("use")}
	case KindProductWait:
		r.Rule, r.What = row.Avoid, v.list("avoid")
	}
}

func situationOf(r row.Row) string {
	if r.Prescribed {
		return quoted(guidance.Prescribed)
	}
	return quoted(r.Situation)
}

// values are a table's keys as TOML gives them. A value of another type than expected is read as it would be written.
type values map[string]any

func (v values) text(key string) string {
	switch s := v[key].(type) {
	case nil:
		return ""
	case string:
		return s
	default:
		return fmt.Sprint(s)
	}
}

func (v values) list(key string) (texts []string) {
	switch items := v[key].(type) {
	case string:
		return []string{items}
	case []any:
		for _, x := range items {
			texts = append(texts, fmt.Sprint(x))
		}
	}
	return texts
}

func (v values) number(key string) float64 {
	switch n := v[key].(type) {
	case float64:
		return n
	case int64:
		return float64(n)
	}
	return 0
}
