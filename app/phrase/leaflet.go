package phrase

import (
	"strings"

	"afterglow/app/leaflet"
	"afterglow/app/studio/row"
	"afterglow/guidance"
)

// LeafletRow is a row that was read from a leaflet, in a line: "Avoid: makeup, sauna; until 24 hours".
func (v Voice) LeafletRow(p leaflet.Proposal) string {
	r := p.Row
	what := strings.Join(r.What, ", ")
	switch r.Rule {
	case row.Only:
		what = strings.Join(r.Except, ", ")
	case row.Clinic:
		what = strings.TrimSpace(r.Name + " " + r.Phone)
	case row.Call, row.Expect:
		what = r.Text
	case row.Spacing:
		what = ""
	case row.Do:
		if r.Text != "" && r.From+r.Until+r.Often == "" { // its words say more than its things
			what = strings.TrimSuffix(r.Text, ".")
		}
	}
	parts := []string{what}
	if r.Rule == row.Call {
		parts = append(parts, v.CallAct(r.Act))
	}
	if r.Rule == row.Spacing {
		parts = append(parts, v.leafletSpacing(r))
	} else {
		parts = append(parts, v.leafletTimes(p)...)
	}
	if len(r.Except) > 0 && r.Rule != row.Only {
		parts = append(parts, v.T("leaflet.except", Args{"Things": strings.Join(r.Except, ", ")}))
	}
	if len(r.Device) > 0 {
		parts = append(parts, v.T("leaflet.for_device", Args{"Devices": v.row("plan.or", r.Device)}))
	}
	if r.Sensitive {
		parts = append(parts, v.T("plan.marks_easily"))
	}
	if r.Prescribed {
		parts = append(parts, v.T("leaflet.prescribed"))
	}
	return v.T("leaflet.row", Args{"Rule": v.T("leaflet.rule_" + string(r.Rule)), "What": v.row("plan.parts", parts)})
}

// leafletTimes are the times of a row, in words.
func (v Voice) leafletTimes(p leaflet.Proposal) (parts []string) {
	r := p.Row
	if r.From != "" {
		parts = append(parts, v.leafletFrom(r))
	}
	switch {
	case r.Condition != "" && r.Until == "calm":
		parts = append(parts, v.T("leaflet.until", Args{"Until": r.Condition}))
	case r.Until == "calm":
		parts = append(parts, v.T("leaflet.until_calm"))
	case r.Until != "":
		parts = append(parts, v.T("leaflet.until", Args{"Until": v.rowTime(r.Until)}))
	case r.Ban() && r.Rule != row.May:
		parts = append(parts, v.T("leaflet.no_end"))
	}
	if r.Usually != "" {
		parts = append(parts, v.T("leaflet.usually", Args{"Usually": v.rowTime(r.Usually)}))
	}
	if r.AndCalm {
		parts = append(parts, v.T("leaflet.and_calm"))
	}
	return append(parts, r.Often)
}

// leafletFrom is from when a row holds.
func (v Voice) leafletFrom(r row.Row) string {
	switch {
	case r.From == "calm" && r.Condition != "":
		return v.T("leaflet.once", Args{"When": r.Condition})
	case r.From == "calm":
		return v.T("leaflet.once_calm")
	}
	return v.T("leaflet.from", Args{"From": v.rowTime(r.From)})
}

// leafletSpacing is the time to the next treatment, and how many there are.
func (v Voice) leafletSpacing(r row.Row) string {
	var parts []string
	switch {
	case r.From != "" && r.Until != "":
		parts = append(parts, v.T("plan.between", Args{"From": r.From, "To": r.Until}))
	case r.From != "":
		parts = append(parts, r.From)
	}
	if r.Sessions != "" {
		parts = append(parts, v.T("leaflet.sessions", Args{"Sessions": r.Sessions}))
	}
	return v.row("plan.and_also", parts)
}

// rowTime is a moment of a row in words. A length after the treatment stays as the leaflet has it ("72 hours"), so that
// the two can be held side by side.
func (v Voice) rowTime(s string) string {
	m, err := guidance.ParseMoment(s)
	if err != nil || m.Anchor == guidance.FromTreatment && m.Elapsed > 0 && strings.Contains(s, " ") {
		return s
	}
	return v.PlanMoment(m)
}

// LeafletWhy says why words of a leaflet were not taken over.
func (v Voice) LeafletWhy(why leaflet.Why) string { return v.T("leaflet.why_" + string(why)) }

// mostAsked is how many letters of a leaflet's words a question repeats: they stand beside it.
const mostAsked = 120

// LeafletQuestion asks what a proposal leaves open; words are those of the leaflet that are meant.
func (v Voice) LeafletQuestion(d leaflet.Doubt, words string) string {
	return v.T("leaflet.ask_"+string(d.Why), Args{"Words": Fit(words, mostAsked)})
}
