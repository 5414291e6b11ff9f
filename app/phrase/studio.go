package phrase

import (
	"strings"

	"afterglow/app/studio"
	"afterglow/app/studio/row"
	"afterglow/guidance"
)

// The rows of a plan that is being written are worded here: what a row is called and says in a few words, the text that a
// patient reads if its writer gives none, and what may be wrong with it.

// StudioText is what a patient reads of a row that has no text of its own: "No makeup.", else the sheet's sentence.
func (v Voice) StudioText(r row.Row) string {
	if r.Rule == row.Clinic {
		return v.T("studio.title_clinic")
	}
	name := v.or([]string{v.Inside(r.Name)})
	if len(r.What) > 1 && studio.NameOf(r.What) == r.Name {
		name = v.or(r.What)
	}
	if name == "" {
		return r.Says
	}
	switch r.Rule {
	case row.Only:
		if len(r.Except) > 0 {
			return v.T("studio.text_only", Args{"Except": v.or(r.Except)})
		}
		return r.Says // "no moisturiser" would be wrong where one kind is fine
	case row.Avoid, row.May:
		if len(r.Except) > 0 {
			return v.T("studio.text_except", Args{"Name": name, "Except": v.or(r.Except)})
		}
		return v.T("studio.text_avoid", Args{"Name": name})
	case row.Less:
		return v.T("studio.text_less", Args{"Name": name})
	}
	if r.Says != "" {
		return r.Says
	}
	return Stop(r.Name)
}

// or is "a", "a or b", "a, b or c". A thing that joins two by "and" has them by "or" too: none of both is meant.
func (v Voice) or(things []string) string {
	and, or := v.T("studio.word_and"), v.T("studio.word_or")
	list := make([]string, len(things))
	for i, thing := range things {
		words := strings.Fields(thing)
		for j, w := range words {
			if strings.EqualFold(w, and) {
				words[j] = or
			}
		}
		list[i] = strings.Join(words, " ")
	}
	n := len(list) - 1
	if n < 1 {
		return strings.Join(list, "")
	}
	return v.T("studio.or", Args{"First": v.commas(list[:n]), "Last": list[n]})
}

// StudioTitle is what a row is called in the list of rows.
func (v Voice) StudioTitle(e studio.Entry) string {
	switch e.Kind {
	case studio.KindSpacing, studio.KindSpacingWhen:
		return v.T("studio.title_spacing")
	case studio.KindClinic:
		return v.T("studio.title_clinic")
	case studio.KindWindowWhen, studio.KindRoutineWhen:
		return v.T("studio.title_when", Args{"Whom": v.studioWhom(e)})
	case studio.KindStage:
		return v.T("studio.title_stage")
	case studio.KindAvoid, studio.KindProductWait:
		return v.T("studio.title_avoid")
	case studio.KindAllow:
		return v.T("studio.title_allow")
	case studio.KindUse:
		return v.T("studio.title_use")
	}
	if title := e.Title(); title != "" {
		return Fit(title, longestTitle)
	}
	return v.T("studio.title_new")
}

// How many letters of a row's own words stand in the list of rows.
const (
	longestTitle = 60
	longestSaid  = 70
)

// StudioSummary is what a row says in a few words: "No, until 24 hours".
func (v Voice) StudioSummary(e studio.Entry) string {
	switch e.Kind {
	case studio.KindClinic:
		return strings.Join(v.known(e.Name, e.Phone), ", ")
	case studio.KindCall:
		return v.T("studio.act_" + cmpOr(e.Act, row.ActClinic))
	case studio.KindCare:
		if e.From == "" && e.Until == "" {
			return Fit(e.Text, longestSaid)
		}
	case studio.KindStage:
		return strings.Join(v.known(v.studioStage(e), v.studioSpan(e), Fit(e.Text, longestSaid)), ", ")
	case studio.KindAvoid, studio.KindAllow, studio.KindUse, studio.KindProductWait:
		return Fit(strings.Join(e.What, ", "), longestSaid)
	}
	often := e.Often
	if length := v.studioMoment(e.For); length != "" {
		often = strings.Join(v.known(often, v.T("studio.each", Args{"Length": length})), ", ")
	}
	parts := v.known(often, v.studioSpan(e))
	if e.Kind == studio.KindWindow && e.Rule != row.Avoid {
		parts = append([]string{v.T("studio.rule_" + string(e.Rule))}, parts...)
	}
	if whom := v.studioWhom(e); whom != "" && !e.Kind.Part() {
		parts = append(parts, whom)
	}
	if e.Prescribed {
		parts = append(parts, v.T("studio.if_prescribed"))
	}
	parts = append(parts, v.known(e.Situation, e.Hours)...)
	if e.Then != "" {
		parts = append(parts, v.T("studio.then_short", Args{"Then": Fit(e.Then, longestSaid)}))
	}
	return strings.Join(parts, ", ")
}

// studioStage is how often something is done for a part of its time.
func (v Voice) studioStage(e studio.Entry) string {
	if e.Rule == row.Avoid {
		return v.T("studio.stage_none")
	}
	return e.Often
}

// known are the texts that are not empty.
func (v Voice) known(texts ...string) (list []string) {
	for _, s := range texts {
		if s != "" {
			list = append(list, s)
		}
	}
	return list
}

func cmpOr(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// studioSpan is from when until when a row holds: "until 24 hours", "from 3 days, until 1 week", "no end named".
func (v Voice) studioSpan(e studio.Entry) string {
	if more, longer := strings.CutPrefix(e.Until, "+"); longer {
		return v.T("studio.longer", Args{"Length": v.studioMoment(more)})
	}
	var parts []string
	if e.Rule == row.May && (e.From == "" || e.From == "calm") {
		return v.T("studio.from_on", Args{"From": v.Condition(e.Condition)})
	}
	if from := v.studioMoment(e.From); from != "" {
		parts = append(parts, v.T("studio.from_on", Args{"From": from}))
	}
	until, err := guidance.ParseMoment(cmpOr(e.Until, guidance.Moment{Anchor: guidance.NoEnd}.String()))
	switch {
	case e.Rule == row.Spacing && e.Until == "": // it is a length of time, and says no end
	case err != nil:
		parts = append(parts, v.T("studio.until", Args{"Until": e.Until}))
	case e.Until != "" || e.From == "":
		var guess *guidance.Moment
		if m, err := guidance.ParseMoment(e.Usually); err == nil {
			guess = &m
		}
		parts = append(parts, v.PlanEnd(until, guess, e.Condition, e.AndCalm))
	}
	return strings.Join(parts, ", ")
}

// studioMoment is a moment of a row in words; as it is written if it is none.
func (v Voice) studioMoment(said string) string {
	if said == "" {
		return ""
	}
	m, err := guidance.ParseMoment(said)
	if err != nil {
		return said
	}
	if m.Anchor == guidance.NoEnd {
		return ""
	}
	return v.PlanMoment(m)
}

// studioWhom is for which treatments a row is: "RF, deeper than 1 mm"; "" for all.
func (v Voice) studioWhom(e studio.Entry) string {
	var parts []string
	for _, d := range e.Device {
		parts = append(parts, v.T("studio.device_"+d))
	}
	parts = append(parts, e.Area...)
	if e.DepthOver > 0 {
		parts = append(parts, v.T("studio.deeper", Args{"MM": e.DepthOver}))
	}
	if e.DepthUpTo > 0 {
		parts = append(parts, v.T("studio.up_to", Args{"MM": e.DepthUpTo}))
	}
	if e.Sensitive {
		parts = append(parts, v.T("studio.sensitive"))
	}
	if len(parts) == 0 {
		return ""
	}
	return v.commas(parts)
}

// StudioPart says what a row that is a part of another one, or a list, is.
func (v Voice) StudioPart(e studio.Entry) string {
	switch e.Kind {
	case studio.KindWindowWhen, studio.KindRoutineWhen, studio.KindSpacingWhen:
		return v.T("studio.part_when")
	case studio.KindStage:
		return v.T("studio.part_stage")
	}
	return v.T("studio.part_products")
}

// StudioWarning says what may be wrong with a row; title is what another row is called.
func (v Voice) StudioWarning(w studio.Warning, title func(key string) string) string {
	switch w.Kind {
	case studio.Wrong:
		if says := v.missing(*w.Problem, w.Key); says != "" {
			return says
		}
		return Paragraph(Stop(Capital(v.What(*w.Problem))), v.write(*w.Problem))
	case studio.YesToBan:
		return v.T("studio.warn_yes_to_ban", Args{"Word": w.Word, "After": w.After})
	case studio.Contradicts:
		if w.Other == "" {
			return v.T("studio.warn_contradicts", Args{"Word": w.Word})
		}
		return v.T("studio.warn_contradicts_row", Args{"Word": w.Word, "Other": title(w.Other)})
	case studio.NewFigure:
		return v.T("studio.warn_new_figure", Args{"Figure": v.studioMoment(w.Figure)})
	case studio.NoFigure:
		return v.T("studio.warn_no_figure", Args{"Figure": v.studioMoment(w.Figure)})
	case studio.BannedYes:
		if w.Other == "" {
			return v.T("studio.warn_banned_yes", Args{"Word": w.Word})
		}
		return v.T("studio.warn_banned_yes_row", Args{"Word": w.Word, "Other": title(w.Other)})
	case studio.LostFigure:
		return v.T("studio.warn_lost_figure", Args{"Figure": w.Figure})
	case studio.TextFigure:
		return v.T("studio.warn_text_figure", Args{"Figure": w.Figure})
	case studio.LeaveBanned:
		return v.T("studio.warn_leave_banned", Args{"Word": w.Word, "Other": title(w.Other)})
	case studio.SparesOwn:
		return v.T("studio.warn_spares_own", Args{"Word": w.Word})
	case studio.OnlyNothing:
		return v.T("studio.warn_only_nothing")
	case studio.Twice:
		return v.T("studio.warn_twice", Args{"Word": w.Word, "Other": title(w.Other)})
	case studio.LateNever:
		return v.T("studio.warn_late_never", Args{"At": guidance.Clock(w.After.Minutes())})
	case studio.NeverShows:
		return v.T("studio.warn_never_shows", Args{"Word": w.Word})
	}
	return v.T("studio.warn_no_sentence")
}

// inForm are the problems that a form has words of its own for: who fills it in sees no key of a file.
var inForm = map[string]string{
	"planproblem.no_amount": "studio.lacks_often", "planproblem.no_moment": "studio.no_moment", "planproblem.no_range": "studio.no_range",
	"planproblem.until_before_from": "studio.until_before_from", "planproblem.phase_gap": "studio.phase_gap", "planproblem.phase_overlaps": "studio.phase_gap", "planproblem.late_phase": "studio.late_phase",
	"planproblem.then_never": "studio.then_never", "planproblem.then_until_alone": "studio.then_alone", "planproblem.no_hours": "studio.no_hours",
	"planproblem.spacing_order": "studio.spacing_order", "planproblem.no_phone": "studio.no_phone", "planproblem.no_such_depth": "studio.no_depth",
	"planproblem.for_no_one": "studio.for_no_one", "planproblem.empty_plan": "studio.no_rows_to_use", "planproblem.no_difference": "studio.no_difference",
}

// missing is what the row of that key, "" for the plan itself, lacks or has wrong, in the words of the form; "" for another
// problem.
func (v Voice) missing(p guidance.Problem, of string) string {
	if p.What == nil {
		return ""
	}
	key, _ := p.What.Args["Key"].(string)
	if id := inForm[p.What.ID]; id != "" {
		return v.T(id)
	}
	if p.What.ID == "planproblem.no_span" && key == "every" {
		return v.T("studio.lacks_often")
	}
	if p.What.ID == "planproblem.text_long" {
		return v.T("studio.too_long", Args{"Count": p.What.Args["Count"], "Most": p.What.Args["Most"]})
	}
	if p.What.ID != "planproblem.missing" {
		return ""
	}
	switch {
	case key == "name" && of == "":
		return v.T("studio.lacks_plan_name")
	case key == "name" && strings.HasPrefix(of, string(studio.KindClinic)):
		return v.T("studio.lacks_clinic")
	}
	switch key {
	case "name":
		return v.T("studio.lacks_name")
	case "avoid", "text", "how", "expect":
		return v.T("studio.lacks_text")
	case "act":
		return v.T("studio.lacks_act")
	case "until":
		return v.T("studio.lacks_until")
	case "from": // of the spacing alone
		return v.T("studio.lacks_from")
	}
	return ""
}

// write is what to write in place of what is wrong, as a sentence.
func (v Voice) write(p guidance.Problem) string {
	if p.Write == nil {
		return ""
	}
	return Stop(v.T("studio.write", Args{"Write": p.Write}))
}
