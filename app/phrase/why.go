package phrase

import (
	"strings"

	"afterglow/app/course"
	"afterglow/app/service"
	"afterglow/guidance"
)

// Can is the answer to "may I?" in a word or two: "yes", "not yet". What the plan hands over to something else,
// such as the sun to sunscreen, is never a plain yes.
func (v Voice) Can(c service.CanView) string {
	switch {
	case c.Never != "":
		return v.T("can.no")
	case c.Except != "":
		return v.T("ask.verdict_except")
	case c.State == course.Before:
		return v.T("can.before")
	case less(c.Window):
		return v.T("can.less")
	case c.State == course.Ask && c.Window.End.Condition != "":
		return v.T("can.ask_condition", Args{"Condition": v.Condition(c.Window.End.Condition)})
	case c.State == course.Ask:
		return v.T("can.ask")
	case beforehand(c):
		return v.T("ask.verdict_before")
	case c.Ungiven:
		return v.T("ask.verdict_wait_over")
	case !c.Allowed:
		return v.T("can.not_yet")
	case c.State == course.Then:
		return v.T("can.then", Args{"Then": Bare(c.Then)})
	}
	if c.Window.End.Own != nil {
		return v.T("own.yes")
	}
	return v.T("can.yes")
}

// CanUntil is until when that answer holds: "until tomorrow 18:00, in 21 h 40"; "" if it does not end by itself.
func (v Voice) CanUntil(c service.CanView) string {
	if w := c.Window; w.State == course.Wait && (w.End.Open || w.End.ByWord()) && w.Hours == nil {
		return v.waitEnd(w.End, w.Until, false)
	}
	if c.Until == nil {
		return ""
	}
	if beforehand(c) {
		return v.MomentIn(*c.Until)
	}
	return v.T("can.until", Args{"Until": v.MomentIn(*c.Until)})
}

// beforehand says whether what waits is told to wait for the treatment: that is no moment from which it is allowed.
func beforehand(c service.CanView) bool {
	w := c.Window
	return w.Beforehand && !w.Soft && w.State == course.Wait && w.Hours == nil && w.End.Own == nil && c.Until != nil
}

// CanRow is the answer in the two columns of a table: what it is, and until when.
func (v Voice) CanRow(c service.CanView) (answer, until string) {
	if c.State != course.Ask || c.Never != "" || c.Except != "" {
		return v.Can(c), v.CanUntil(c)
	}
	answer = v.T("can.not_yet")
	if less(c.Window) {
		answer = v.T("can.less")
	}
	return answer, v.T("window.end_word", Args{"Condition": v.Condition(c.Window.End.Condition)})
}

// CanLine is the answer in one line: "Makeup: not yet, until tomorrow 18:00, in 21 h 40."
func (v Voice) CanLine(c service.CanView) string {
	until := v.CanUntil(c)
	if c.Except != "" {
		return v.T("can.line", Args{"Name": Capital(c.Except), "Answer": v.Can(c)})
	}
	if until == "" {
		return v.T("can.line", Args{"Name": c.Name, "Answer": v.Can(c)})
	}
	return v.T("can.line_until", Args{"Name": c.Name, "Answer": v.Can(c), "Until": until})
}

// GoesOn is what goes on of courses that are over, a line each.
func (v Voice) GoesOn(lasting []service.CanView) (lines []string) {
	for _, c := range lasting {
		lines = append(lines, v.CanLine(c))
	}
	return lines
}

// Why is the plan's rule for the answer and what holds at that moment, in a few short sentences.
func (v Voice) Why(c service.CanView) string {
	if c.Free {
		return v.T("can.free")
	}
	if c.Never != "" {
		return c.Never
	}
	all := v.why(c)
	if c.Except != "" { // the rule is for the rest
		all = []string{v.T("ask.except", Args{"Except": c.Except}), c.Window.Avoid}
	}
	if c.Ungiven && afterOpen(c.Window) == "" {
		all = append(all, v.T("ask.why_ungiven"))
	}
	if c.Silent {
		all = append(all, v.T("ask.why_silent_after"), v.T("ask.why_silent"))
	}
	if by := v.SetBy(c.Setters); by != "" {
		all = append(all, v.T("can.set_by", Args{"Treatment": by}))
	}
	return Paragraph(all...)
}

func (v Voice) why(c service.CanView) []string {
	w := c.Window
	switch w.State {
	case course.Before:
		return []string{v.T("window.why_before", Args{"From": w.From})}
	case course.Wait:
		until := w.Until
		if c.Until != nil {
			until = *c.Until
		}
		all := []string{w.Avoid}
		if !beforehand(c) {
			all = append(all, v.endSentences(w.End, until, w.Soft)...)
		}
		if except := unnamed(w.Except, w.Avoid); len(except) > 0 {
			all = append(all, v.T("window.why_except", Args{"Names": except}))
		}
		if w.Hours != nil {
			all = append(all, v.T("window.why_hours", Args{"From": w.Hours.From, "To": w.Hours.To}))
		}
		switch {
		case w.AllowedNow && !w.Allowed.After(v.now):
			all = append(all, v.T("window.why_allowed_since", Args{"Since": *w.Allowed}))
		case w.Allowed != nil:
			all = append(all, v.T("window.why_allowed_from", Args{"From": *w.Allowed}))
		}
		switch {
		case w.End.ByWord() || w.End.Open:
		case w.AndWhen != "" && w.End.Condition != "":
			all = append(all, v.T("window.why_then_condition", Args{"Condition": v.Condition(w.End.Condition)}))
		case w.AndWhen != "":
			all = append(all, v.T("window.why_calm"))
		}
		return all
	case course.Ask:
		switch {
		case w.End.Own != nil:
			return append([]string{w.Avoid}, v.endSentences(w.End, w.Until, w.Soft)...)
		case w.End.ByWord():
			return []string{w.Avoid, v.T("window.why_word", Args{"Condition": v.Condition(w.End.Condition)}), v.guess(w.End)}
		case w.End.Condition != "":
			return []string{w.Avoid, v.T("window.why_word", Args{"Condition": v.Condition(w.End.Condition)}), v.T("window.you_decide")}
		}
		return []string{w.Avoid, v.T("window.why_ask")}
	case course.Then:
		args := Args{"Then": Bare(w.Then)}
		if w.ThenUntil == nil {
			return append([]string{v.T("window.why_then", args)}, v.own(w.End.Own)...)
		}
		args["Until"] = *w.ThenUntil
		return append([]string{v.T("window.why_then_until", args)}, v.own(w.End.Own)...)
	}
	switch {
	case w.End.Own != nil:
		return append(v.own(w.End.Own), afterOpen(w))
	case w.Hours != nil && w.End.Open:
		return []string{v.T("window.why_open_hours_no_end", Args{"From": w.Hours.From, "To": w.Hours.To})}
	case w.Hours != nil && w.Until.After(w.Now):
		// A yes for these hours: the rule must not stand beside it as if it held now.
		return []string{v.T("window.why_open_hours", Args{"From": w.Hours.From, "To": w.Hours.To, "Until": w.Until})}
	case !w.Until.After(w.From):
		return []string{v.T("window.why_no_wait"), afterOpen(w)}
	}
	if w.Until.After(v.now) { // over at the moment that was asked about, and not yet where the reader is
		return []string{v.T("window.why_ends", Args{"Until": w.Until}), afterOpen(w)}
	}
	return []string{v.T("window.why_over", Args{"Since": w.Until}), afterOpen(w)}
}

// Strength says how strong a source is.
func (v Voice) Strength(strength string) string {
	if text, ok := v.Find("source.strength_" + strength); ok {
		return text
	}
	return ""
}

// HowStrong says in a sentence how strong a source is; "" if it is not known.
func (v Voice) HowStrong(strength string) string {
	text, _ := v.Find("source.how_" + strength)
	return text
}

// SourcePart names who says a part of it: "Laser, peel: General knowledge."
func (v Voice) SourcePart(p service.SourcePart) string {
	return v.T("source.part", Args{"Of": Capital(v.row("plan.and_also", p.Of)), "Source": v.Source(p.Says)})
}

// Source names who says a figure: its title, and how strong it is.
func (v Voice) Source(s service.SourceView) string {
	title := s.Title
	switch {
	case s.Strength == guidance.OwnStrength && title == "":
		return v.T("own.source")
	case s.Strength == guidance.OwnStrength:
		return v.T("own.source_note", Args{"Note": Bare(title)})
	}
	if title == "" {
		title = s.ID
	}
	if title == "" {
		title = s.Plan
	}
	if strength := v.Strength(s.Strength); strength != "" && !strings.EqualFold(strength, title) {
		return v.T("source.title_strength", Args{"Title": title, "Strength": strength})
	}
	return title
}
