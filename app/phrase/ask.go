package phrase

import (
	"slices"
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/app/phrase/typed"
	"afterglow/guidance"
)

// An answer to a question is worded here: as a headline (AskHead), the reason below it (AskWhy), and in a few words
// where it stands in a list (AskBrief). Its parts are worded in askpart.go.

// longestSubject is how many letters of a question stand in the headline if no topic of it is known.
const longestSubject = 48

// AskHead is the headline of an answer, parted around its verdict, which has an ink of its own: "Hot yoga, Saturday
// 10:00: ", "not yet", "". A moment is said if the question or the person named one.
func (v Voice) AskHead(r ask.Reply) (before, verdict, after string) {
	if r.Verdict == ask.Unknown {
		return v.T("ask.head_unknown"), "", ""
	}
	if lead, ok := leads(r); ok && r.Next {
		return v.askNext(lead)
	}
	if KeepOffFrom(r) {
		return v.averseFrom(r)
	}
	args := Args{"Subject": v.askSubject(r)}
	verdict = v.askVerdict(r)
	switch at := v.AskAt(r); {
	case args["Subject"] == "":
		return "", Capital(verdict), ""
	case at != "":
		before, after = v.Around("ask.head_at", "Verdict", args, Args{"At": at})
	default:
		before, after = v.Around("ask.head", "Verdict", args)
	}
	return before, verdict, after
}

// askNext is the headline of what comes next: "Next: moisturise, 18:30", "Now: moisturise", "Next: makeup wait over, 18:30".
func (v Voice) askNext(a ask.Answer) (before, step, after string) {
	step = v.Inside(a.Name)
	if a.Kind == ask.Window {
		step = v.T("ask.step_over", Args{"Name": step})
	}
	if a.From.IsZero() {
		before, after = v.Around("ask.head_now", "Step")
	} else {
		before, after = v.Around("ask.head_next", "Step", Args{"At": a.From})
	}
	return before, step, after
}

// verdictID is the end of the id of a verdict's message.
func verdictID(r ask.Reply) string {
	lead, _ := leads(r)
	if id := averseID(r); id != "" {
		return id
	}
	switch {
	case WholeList(r):
		return "call_list"
	case r.Verdict == ask.Call:
		return "call_" + lead.Act
	case r.Verdict == ask.Yes && lead.Then != "":
		return "then"
	case Unsaid(r, r.Verdict):
		return string(ask.Advice)
	case r.Verdict == ask.Advice && lead.Kind == ask.Phase:
		return "expects"
	case r.Verdict == ask.NotYet && lead.Soft:
		return "less"
	case r.Verdict == ask.NotYet && lead.Only:
		return "only"
	case r.Verdict == ask.Yes && lead.Own != nil && lead.Kind == ask.Window:
		return "own"
	case r.Verdict == ask.Advice && lead.Except != "":
		return "except"
	case r.Verdict == ask.Advice && !lead.Ended.IsZero():
		return "said"
	case r.Verdict == ask.Silent && Untold(r):
		return "no_treatment"
	}
	return string(r.Verdict)
}

// Unsaid says whether a yes or a no is not said as such a word, since the question would turn it round.
func Unsaid(r ask.Reply, v ask.Verdict) bool { return r.Turned && (v == ask.Yes || v == ask.No) }

// Untold says whether a plan has an answer, and only lacks the treatment from which it counts.
func Untold(r ask.Reply) bool {
	return r.NoTreatment && (r.Verdict == ask.Silent || r.Verdict == ask.Advice) && slices.ContainsFunc(r.Answers, func(a ask.Answer) bool { return a.Verdict == ask.Silent })
}

// WholeList says whether an answer is the list of reasons to call itself, and not one or a few of them.
func WholeList(r ask.Reply) bool {
	const few = 6
	return r.Verdict == ask.Call && len(r.Answers) > few
}

// leads is the part that leads an answer; not ok if it has none.
func leads(r ask.Reply) (ask.Answer, bool) {
	if len(r.Answers) == 0 {
		return ask.Answer{}, false
	}
	return r.Answers[0], true
}

// askSubject is what an answer is about: "Hot yoga", "Wine, sauna" (a name may have an "and" in it); of a
// call "".
func (v Voice) askSubject(r ask.Reply) string {
	topics := r.Topics
	if r.Verdict == ask.Call && !WholeList(r) {
		return "" // whom to call comes first, and what else stands in the question is not what the list says
	}
	if r.Verdict == ask.Silent && len(r.Also) > 0 {
		topics = r.Silent // none, if it is a word that nobody knows
	}
	switch lead, ok := leads(r); {
	case len(topics) > 0:
		return Capital(v.commas(v.topics(topics)))
	case ok && lead.Name != "":
		return lead.Name
	}
	return Capital(Fit(inOneLine(r.Question), longestSubject))
}

// topics names things that people ask about, as they stand within a sentence.
func (v Voice) topics(all []ask.Topic) []string {
	const most = 3 // more names than these fill the line
	var names []string
	for _, t := range all {
		if name := v.Inside(t.Name); !slices.Contains(names, name) && len(names) < most {
			names = append(names, name)
		}
	}
	return names
}

// AskName is what a question was about, as a name: "Hot yoga and wine"; "" if it was not understood.
func (v Voice) AskName(r ask.Reply) string {
	if len(r.Topics) == 0 {
		return ""
	}
	return Capital(v.List(v.topics(r.Topics)))
}

// AskAt is the moment that an answer holds for, "" if that is now: "Saturday 10:00", and of a whole day, which is
// answered for its first minute, the day: "Saturday", "tomorrow", "24 December". At night "tomorrow" can mean two days,
// so the answer names its weekday.
func (v Voice) AskAt(r ask.Reply) string {
	at := r.At.In(v.zone)
	away := at.Sub(v.now)
	switch h, m, s := at.Clock(); {
	case away > -time.Minute && away < time.Minute:
		return ""
	case h+m+s > 0:
		return v.Moment(at)
	}
	switch days := v.days(at); {
	case days == 0:
		return v.T("ask.today")
	case days == 1 && v.now.In(v.zone).Hour() >= typed.NightEnds:
		return v.T("ask.tomorrow")
	case days == -1:
		return v.T("ask.yesterday")
	case days >= -furthestWeekday && days <= furthestWeekday:
		return v.Weekday(at)
	}
	return v.Date(at)
}

// AskWhy is the reason below the headline, in the plan's words where it has one; "" if the parts say all.
func (v Voice) AskWhy(r ask.Reply) string {
	switch r.Verdict {
	case ask.Call:
		lead, _ := leads(r)
		if WholeList(r) {
			return v.T("calls.lead")
		}
		return Paragraph(v.T("calls.lead_"+lead.Act), v.T("ask.why_call")) // what to do comes first
	case ask.Silent:
		return v.askSilence(r)
	case ask.Unknown:
		if len(r.Nearest) > 0 {
			return v.T("ask.why_nearest")
		}
		return v.T("ask.why_unknown")
	}
	all := []string{v.askReason(r)}
	for _, a := range r.Answers {
		if a.Own != nil && (a.State != "" || a.Kind == ask.Routine) {
			all = append(all, v.own(a.Own)...)
		}
	}
	if r.SilentAfter {
		all = append(all, v.T("ask.why_silent_after"), v.T("ask.why_silent"))
	}
	if len(r.Silent) > 0 {
		all = append(all, v.T("ask.why_silent_of", Args{"Topics": v.topics(r.Silent)}))
	}
	if Untold(r) {
		all = append(all, v.T("ask.why_no_treatment"))
	}
	if r.Elsewhere != "" {
		all = append(all, v.T("ask.why_elsewhere", Args{"Area": r.Elsewhere}))
	}
	return Paragraph(all...)
}

// askReason is why the plan says yes, not yet or no, or advises something.
func (v Voice) askReason(r ask.Reply) string {
	lead, _ := leads(r)
	window := lead.State != ""
	switch {
	case lead.Except != "":
		return Paragraph(v.T("ask.except", Args{"Except": lead.Except}), Stop(lead.Text))
	case r.Verdict == ask.NotYet && window:
		return v.askNotYet(r)
	case r.Verdict == ask.No && window:
		return Paragraph(v.T("ask.why_no_course"), Stop(lead.Text))
	case r.Verdict == ask.No && lead.Kind == ask.Ingredient:
		return ""
	case r.Verdict == ask.No:
		return v.T("ask.why_never")
	case r.Verdict == ask.Yes && window && lead.State == course.Open && !lead.Until.IsZero():
		return v.T("ask.why_hours")
	case lead.Ungiven && lead.After == "":
		return v.T("ask.why_ungiven")
	case waitOver(r): // the headline says so
		return Stop(lead.After)
	case r.Verdict == ask.Yes && window:
		return Paragraph(v.askOver(r), Stop(lead.After))
	}
	return Stop(lead.Why)
}

// askOver says that a wait is over, now or by the moment that was asked about.
func (v Voice) askOver(r ask.Reply) string {
	lead, _ := leads(r)
	switch {
	case v.askAhead(r) && lead.Own != nil:
		return v.T("own.over_then")
	case v.askAhead(r):
		return v.T("ask.why_over_then")
	case lead.Own != nil:
		return v.T("own.over")
	}
	return v.T("ask.why_over")
}

// askNotYet is why to wait: of one wait its rule and the reason for it, of two both rules. Of three or more, which would
// fill the page, it only says that all have to end; each stands below with its name.
func (v Voice) askNotYet(r ask.Reply) string {
	lead, _ := leads(r)
	var rules []string
	waits := 0
	for _, a := range r.Answers {
		if a.Kind != ask.Window || a.Verdict != ask.NotYet {
			continue
		}
		waits++
		if rule := Stop(a.Text); !slices.Contains(rules, rule) {
			rules = append(rules, rule)
		}
	}
	switch {
	case waits > 2:
		return v.T("ask.why_all")
	case waits == 2:
		return Paragraph(append(rules, v.T("ask.why_both"))...)
	case len(r.Answers) == 1 && endless(lead):
		return Paragraph(append([]string{Stop(lead.Text)}, append(v.termsBeside(lead), Stop(lead.Why), v.T("ask.why_no_end"))...)...)
	}
	if lead.End.Anchor == guidance.UntilCalm && lead.State != "" && len(r.Answers) == 1 {
		if lead.Own != nil {
			return Paragraph(Stop(lead.Text), v.ownGuess(endOf(lead)))
		}
		return Paragraph(append([]string{Stop(lead.Text)}, append(v.termsBeside(lead), Stop(lead.Why), v.guess(endOf(lead)))...)...)
	}
	if waits == 1 {
		return Paragraph(append([]string{Stop(lead.Text)}, append(v.termsBeside(lead), Stop(lead.Why))...)...)
	}
	return Paragraph(Stop(lead.Text), Stop(lead.Why))
}

// briefLetters is how long a plan's words are in a list of answers.
const briefLetters = 48

// AskBrief is the whole answer in a few words, beside a question that was asked before: "No. Your plan says never."
func (v Voice) AskBrief(r ask.Reply) string {
	lead, _ := leads(r)
	if brief := v.averseBrief(r); brief != "" {
		return brief
	}
	switch r.Verdict {
	case ask.Call:
		return Stop(Capital(v.T("ask.verdict_" + verdictID(r))))
	case ask.Unknown:
		return v.T("ask.brief_unknown")
	case ask.Silent:
		switch {
		case Untold(r):
			return v.T("ask.brief_no_treatment")
		case lead.Spent:
			return v.T("ask.brief_spent")
		}
		return v.T("ask.brief_silent")
	case ask.No:
		switch {
		case lead.State != "":
			return v.T("ask.brief_no_course")
		case lead.Kind == ask.Ingredient:
			return v.T("ask.brief_avoid")
		}
		return v.T("ask.brief_never")
	case ask.NotYet:
		switch {
		case lead.Only:
			return Stop(Capital(v.askVerdict(r)))
		case lead.Soft:
			return v.T("ask.brief_less", Args{"State": v.askState(r, lead)})
		case lead.Condition != "" && lead.Until.IsZero():
			return v.T("ask.brief_condition", Args{"Condition": v.Condition(lead.Condition)})
		case lead.State == course.Ask, lead.End.Anchor == guidance.UntilCalm && lead.Until.IsZero():
			return v.T("ask.brief_calm")
		case v.ended(lead):
			return Stop(Capital(v.askState(r, lead)))
		case !lead.Until.IsZero():
			return v.T("ask.brief_until", Args{"Until": lead.Until})
		case lead.From.After(r.At):
			return v.T("ask.brief_until", Args{"Until": lead.From})
		}
		return v.T("ask.brief_not_yet")
	case ask.Advice:
		switch {
		case lead.Except != "":
			return v.T("ask.except", Args{"Except": lead.Except})
		case lead.Ungiven && v.askAhead(r):
			return Stop(Capital(v.T("ask.over_then")))
		case lead.Ungiven:
			return v.T("ask.brief_yes")
		}
	case ask.Yes:
		switch {
		case lead.Then != "":
			return v.T("ask.brief_then", Args{"Then": Fit(Bare(lead.Then), briefLetters)})
		case lead.State == course.Open && !lead.Until.IsZero():
			return v.T("ask.brief_hours", Args{"Until": lead.Until})
		case lead.State != "" && v.askAhead(r) && lead.Own != nil:
			return v.T("own.over_then")
		case lead.State != "" && v.askAhead(r):
			return Stop(Capital(v.T("ask.over_then"))) // not now
		case lead.State != "" && lead.Own != nil:
			return v.T("own.over")
		case lead.State != "":
			return v.T("ask.brief_yes")
		}
	}
	if figure := v.routineFigure(lead); figure != "" {
		return v.T("ask.brief_says", Args{"Text": Stop(figure)})
	}
	if text := v.askText(lead); text != lead.Text {
		return Stop(Capital(text))
	}
	return v.T("ask.brief_says", Args{"Text": Stop(Fit(lead.Text, briefLetters))})
}

// AskTitle is the headline in one line, with the end of a wait that stands alone: "Lipstick: not yet, until 17:00, in 5 h."
func (v Voice) AskTitle(r ask.Reply) string {
	before, verdict, after := v.AskHead(r)
	head := before + verdict + after
	if lead, _ := leads(r); r.Verdict == ask.NotYet && !endless(lead) && (v.AskSaid(r) || r.Onward != nil || endAlike(r)) {
		return v.T("ask.title_not_yet", Args{"Headline": head, "State": v.titleState(r, lead)})
	}
	return Stop(head)
}

// endAlike says whether a wait leads an answer and all else in it that waits or is over ends at the same moment.
func endAlike(r ask.Reply) bool {
	lead, ok := leads(r)
	return ok && lead.State != "" && !lead.Until.IsZero() && !slices.ContainsFunc(r.Answers, func(a ask.Answer) bool {
		timed := a.Verdict == ask.NotYet || a.State != "" && a.Verdict != ask.Advice
		return timed && !a.Until.Equal(lead.Until)
	})
}

// AskSaid says that title and reason say all that there is to the part which leads: its line need not be repeated.
func (v Voice) AskSaid(r ask.Reply) bool {
	lead, ok := leads(r)
	if !ok || lead.Kind != ask.Window || len(r.Topics) > 1 || r.Onward != nil && r.Verdict == ask.NotYet || r.Verdict == ask.Advice && lead.Except == "" && !lead.Ungiven || Untold(r) {
		return false
	}
	return !slices.ContainsFunc(r.Answers[1:], func(a ask.Answer) bool { return a.State != "" && a.Verdict == r.Verdict })
}
