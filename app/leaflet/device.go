package leaflet

import (
	"slices"

	"afterglow/app/studio/row"
)

// kinds are the words for a kind of treatment: needling alone is what every plan is for.
var kinds = map[string]string{
	"rf": "rf", "radiofrequency": "rf", "morpheus": "rf", "prp": "prp", "prf": "prp", "vampire": "prp", "plasma": "prp",
	"roller": "roller", "dermaroller": "roller", "pen": "pen", "skinpen": "pen", "dermapen": "pen",
	"needling": "needling", "microneedling": "needling", "peel": "peel", "peels": "peel", "laser": "laser", "lasers": "laser", "ipl": "laser", "co2": "laser", "fraxel": "laser",
	"led": "led", "microdermabrasion": "abrasion", "hydrafacial": "abrasion", "hydradermabrasion": "abrasion", "microblading": "ink", "dermaplaning": "blade", "dermaplane": "blade", "tattoo": "tattoo",
	"botox": "toxin", "dysport": "toxin", "toxin": "toxin", "filler": "filler", "fillers": "filler", "sculptra": "filler", "profhilo": "filler", "polynucleotides": "filler",
}

// told are the kinds that a plan can say a row is for.
var told = []string{"rf", "prp", "roller", "pen"}

// kindsIn are the kinds of treatment that words name. Needling with something else is that.
func kindsIn(list []token) (out []string) {
	for _, t := range list {
		if k := kinds[t.text]; k != "" && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	if len(out) > 1 && (slices.Contains(out, "rf") || slices.Contains(out, "prp") || slices.Contains(out, "pen") || slices.Contains(out, "roller")) {
		out = slices.DeleteFunc(out, func(k string) bool { return k == "needling" })
	}
	slices.Sort(out)
	return out
}

// allKinds says whether words name kinds of treatment, and nothing else.
func allKinds(list []token) bool {
	return !slices.ContainsFunc(list, func(t token) bool {
		return t.kind <= figure && kinds[t.text] == "" && !anyTreatment[t.text] && find2([]token{t}, "and", "chemical", "facial", "skin", "with", "fractional", "aftercare", "care") < 0
	})
}

// survey notes which kinds of treatment the headings of the text name.
func (r *reader) survey() {
	for i, l := range r.rows {
		list := tokens(r.text, l.at.From, l.at.To)
		if len(list) == 0 || len(list) > 10 || l.item || l.cells != nil {
			continue
		}
		of := kindsIn(list)
		if len(of) == 0 || i > 0 && cueOf(list, timesIn(list)).at >= 0 || slices.ContainsFunc(r.kinds, func(k []string) bool { return slices.Equal(k, of) }) {
			continue
		}
		r.kinds = append(r.kinds, of)
	}
}

// concerned has rows hold for the kind of treatment that their sentence or its heading names, where the leaflet is for
// others, too; false if a plan cannot say so.
func (r *reader) concerned(a asked, rows []Proposal) bool {
	of := r.kindOf(a, rows)
	if len(of) == 0 || len(r.kinds) == 1 && allIn(of, r.kinds[0]) || slices.Equal(of, []string{"needling"}) {
		return true
	}
	if len(r.kinds) > 1 {
		var all []string
		for _, k := range r.kinds {
			all = append(all, k...)
		}
		if allIn(all, of) {
			return true
		}
	}
	for i := range rows {
		if slices.Contains([]row.Rule{row.Clinic, row.Spacing, row.Call}, rows[i].Row.Rule) {
			continue
		}
		if !allIn(of, told) {
			return false
		}
		rows[i].Row.Device = of
	}
	return true
}

func allIn(some, all []string) bool {
	return !slices.ContainsFunc(some, func(k string) bool { return !slices.Contains(all, k) })
}

// kindOf are the kinds of treatment for which a clause holds: its sentence names them beside its things, or the innermost
// heading that names some.
func (r *reader) kindOf(a asked, rows []Proposal) []string {
	var said []token
	all := append(slices.Clone(a.before), a.list...)
	for i, t := range all {
		if kinds[t.text] != "" && besideThings(all, i) && !slices.ContainsFunc(rows, func(p Proposal) bool {
			return p.Row.Rule == row.Do || p.Row.Rule == row.Expect || slices.ContainsFunc(p.carried, func(s Span) bool { return s.From <= t.from && t.to <= s.To })
		}) {
			said = append(said, t)
		}
	}
	if of := kindsIn(said); len(of) > 0 {
		return of
	}
	for i := len(a.hold.heads) - 1; i >= 0; i-- {
		h := a.hold.heads[i]
		if of := kindsIn(tokens(r.text, h.at.From, h.at.To)); len(of) > 0 && h.rule == "" && (len(h.thing) == 0 || allIn(of, told)) {
			return of
		}
	}
	return nil
}

// besideThings says whether a word for a kind of treatment stands there as the treatment that the person had.
func besideThings(list []token, i int) bool {
	return i > 0 && find2(list[i-1:i], "with", "after", "for", "following", "during", "your", "a", "an", "the", "post", "had", "both", "of", "rf", "prp") == 0 ||
		i+1 < len(list) && find2(list[i+1:i+2], "only", "treatment", "treatments", "session", "sessions", "patients", "clients", "microneedling", "needling") == 0
}

// forSome says whether a heading is for some people alone, for a part of the body, or for a depth: which, no row says.
func forSome(list []token) bool {
	for i, t := range list {
		if slices.Contains([]string{"patients", "clients", "people", "those", "anyone", "everyone"}, t.text) && i+1 < len(list) && slices.Contains([]string{"with", "who", "on", "having", "prone", "that", "taking"}, list[i+1].text) {
			return true
		}
	}
	if find2(list, "without") >= 0 || find2(list, "with") >= 0 && find2(list[:1], "for", "if") == 0 && len(kindsIn(list)) > 0 { // "for treatments with PRP"
		return true
	}
	if find2(list, "men", "women", "male", "female", "fitzpatrick", "darker", "dark", "pregnant", "smokers", "if", "unless", "only", "deep", "deeper", "superficial", "medium", "mm", "intense", "aggressive", "stronger", "prone", "beard", "types") >= 0 {
		return true
	}
	if _, n := find(list[:min(2, len(list))], conditionWord); n > 1 { // "should you need makeup:"
		return true
	}
	parts := 0
	for _, t := range list {
		switch {
		case slices.Contains([]string{"face", "scalp", "body", "neck", "chest", "legs", "arms", "decolletage"}, t.text):
			parts++
		case t.kind == word && t.text != "and" && t.text != "the" && t.text != "your":
			return false
		}
	}
	return parts > 0
}
