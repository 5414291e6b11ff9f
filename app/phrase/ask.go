package phrase

import (
	"slices"
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
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
	args := Args{"Subject": v.askSubject(r)}
	verdict = v.T("ask.verdict_" + verdictID(r))
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

// verdictID is the end of the id of a verdict's message.
func verdictID(r ask.Reply) string {
	lead, _ := leads(r)
	switch {
	case r.Verdict == ask.Call:
		return "call_" + act(lead)
	case r.Verdict == ask.Yes && lead.Then != "":
		return "then"
	case r.Verdict == ask.Advice && lead.Kind == ask.Phase:
		return "expects"
	}
	return string(r.Verdict)
}

// leads is the part that leads an answer; not ok if it has none.
func leads(r ask.Reply) (ask.Answer, bool) {
	if len(r.Answers) == 0 {
		return ask.Answer{}, false
	}
	return r.Answers[0], true
}

// act is whom a line of the call list says to call. A plan's own line without it goes to the clinic.
func act(a ask.Answer) string {
	if a.Act == "" {
		return "clinic"
	}
	return a.Act
}

// askSubject is what an answer is about: "Hot yoga", "Wine and sauna"; of a call without a topic "".
func (v Voice) askSubject(r ask.Reply) string {
	var names []string
	for _, t := range r.Topics {
		name := t.Name
		if len(names) > 0 {
			name = v.Inside(name)
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	const most = 3 // more names than these fill the line
	switch lead, ok := leads(r); {
	case len(names) > 0:
		return v.List(names[:min(len(names), most)])
	case r.Verdict == ask.Call:
		return ""
	case ok && lead.Name != "":
		return lead.Name
	}
	return Capital(Fit(inOneLine(r.Question), longestSubject))
}

// AskAt is the moment that an answer holds for, "" if that is now: "Saturday 10:00", and of a whole day, which is
// answered for its first minute, the day: "Saturday", "tomorrow", "24 December".
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
	case days == 1:
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
	lead, ok := leads(r)
	switch r.Verdict {
	case ask.Call:
		return Paragraph(v.T("ask.why_call"), v.T("calls.lead_"+act(lead)))
	case ask.Silent:
		return v.askSilence(r)
	case ask.Unknown:
		if len(r.Nearest) > 0 {
			return v.T("ask.why_nearest")
		}
		return v.T("ask.why_unknown")
	case ask.NotYet:
		if lead.Kind == ask.Window {
			return Paragraph(Stop(lead.Text), Stop(lead.Why), v.askWaits(r))
		}
	case ask.No:
		if lead.Kind == ask.Window {
			return Paragraph(v.T("ask.why_no_course"), Stop(lead.Text))
		}
		return v.T("ask.why_never")
	case ask.Yes:
		switch {
		case lead.Kind == ask.Window:
			return v.T("ask.why_over")
		case !ok:
			return v.T("ask.why_no_wait")
		}
	}
	return Stop(lead.Why)
}

// askSilence is what there is to say if the plan does not: what it says later, or of which skin it is.
func (v Voice) askSilence(r ask.Reply) string {
	if r.Elsewhere != "" {
		return Paragraph(v.T("ask.why_elsewhere", Args{"Area": r.Elsewhere}), v.T("ask.why_silent"))
	}
	if lead, ok := leads(r); ok && lead.From.After(r.At) {
		return Paragraph(v.T("ask.why_silent_until", Args{"From": lead.From, "Text": Stop(lead.Text)}), v.T("ask.why_silent"))
	}
	return v.T("ask.why_silent")
}

// askWaits says that several waits have to end; "" if it is one.
func (v Voice) askWaits(r ask.Reply) string {
	waits := 0
	for _, a := range r.Answers {
		if a.Kind == ask.Window && a.Verdict == ask.NotYet {
			waits++
		}
	}
	switch {
	case waits < 2:
		return ""
	case waits == 2:
		return v.T("ask.why_both")
	}
	return v.T("ask.why_all")
}

// briefLetters is how long a plan's words are in a list of answers.
const briefLetters = 48

// AskBrief is the whole answer in a few words, beside a question that was asked before: "No. Your plan says never."
func (v Voice) AskBrief(r ask.Reply) string {
	lead, ok := leads(r)
	switch r.Verdict {
	case ask.Call:
		return Stop(Capital(v.T("ask.verdict_call_" + act(lead))))
	case ask.Unknown:
		return v.T("ask.brief_unknown")
	case ask.Silent:
		return v.T("ask.brief_silent")
	case ask.No:
		if lead.Kind == ask.Window {
			return v.T("ask.brief_no_course")
		}
		return v.T("ask.brief_never")
	case ask.NotYet:
		switch {
		case lead.State == course.Ask:
			return v.T("ask.brief_calm")
		case !lead.Until.IsZero():
			return v.T("ask.brief_until", Args{"Until": lead.Until})
		case lead.From.After(r.At):
			return v.T("ask.brief_until", Args{"Until": lead.From})
		}
		return v.T("ask.brief_not_yet")
	case ask.Yes:
		switch {
		case lead.Then != "":
			return v.T("ask.brief_then", Args{"Then": Fit(Bare(lead.Then), briefLetters)})
		case lead.Kind == ask.Window:
			return v.T("ask.brief_yes")
		case !ok:
			return v.T("ask.why_no_wait")
		}
	}
	return v.T("ask.brief_says", Args{"Text": Stop(Fit(lead.Text, briefLetters))})
}
