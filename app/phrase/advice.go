package phrase

import (
	"strings"
	"time"
	"unicode/utf8"

	"afterglow/app/service"
)

// AdviceEnd is until when the plan's advice holds, within a line: "until Friday 15:30", "until the scabs are gone"; "" if
// it holds as long as the course.
func (v Voice) AdviceEnd(c service.AdviceView) string {
	switch {
	case c.Until != nil:
		return v.waitEnd(c.End, *c.Until, false)
	case c.End.ByWord():
		return v.waitEnd(c.End, time.Time{}, false)
	}
	return ""
}

// Advice is the plan's advice for these days in one line: "Keep the skin moist, until Friday 15:30."
func (v Voice) Advice(c service.AdviceView) string {
	text := v.advised(c)
	if end := v.AdviceEnd(c); end != "" {
		return Paragraph(v.T("today.advice_until", Args{"Text": Bare(text), "Until": end}), Stop(v.Situation(c.Situation)))
	}
	c.Text = text
	return v.AdviceText(c)
}

// advised is the advice's own text, with its name where the text does not say what it is about: "Ice pack: Later as
// needed."
func (v Voice) advised(c service.AdviceView) string {
	first, _, _ := strings.Cut(strings.ToLower(c.Name), " ")
	if first == "" || strings.Contains(strings.ToLower(c.Text), first) || utf8.RuneCountInString(c.Text) > briefAdvice {
		return c.Text
	}
	return v.T("today.advice_of", Args{"Name": c.Name, "Text": c.Text})
}

// briefAdvice is how many letters an advice has that may leave out what it is about; a longer one says it.
const briefAdvice = 30

// AdviceText is the plan's advice without its end, with when it is meant: "Use the cream. Only if your clinic prescribed it."
func (v Voice) AdviceText(c service.AdviceView) string {
	return Paragraph(Stop(c.Text), Stop(v.Situation(c.Situation)))
}

// Series is how far a series of treatments is: "Session 1 of 4."
func (v Voice) Series(s service.SeriesView) string {
	return v.T("today.series", Args{"Session": s.Session, "Of": sessionsSaid(s.Spacing)})
}
