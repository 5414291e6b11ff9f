package askbox

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"afterglow/app/ask"
	"afterglow/app/phrase"
	"afterglow/app/service"
)

// question is one of those that many people ask, with its answer now.
type question struct {
	text  string
	reply service.AskView
}

// suggested are common questions that the plan answers: first what has to wait, the nearest end first, then what else
// it speaks of. What it says nothing of is not offered.
func (b *Box) suggested() []question {
	if b.common != nil {
		return b.common
	}
	b.common = []question{}
	for text := range strings.SplitSeq(b.k.V.T("askbox.common"), ",") {
		text = strings.TrimSpace(text)
		switch r := b.ask(text); r.Verdict {
		case ask.Yes, ask.NotYet, ask.No, ask.Advice:
			b.common = append(b.common, question{phrase.Capital(text), r})
		}
	}
	slices.SortStableFunc(b.common, func(a, b question) int {
		return cmp.Or(cmp.Compare(turn(a.reply), turn(b.reply)), end(a.reply).Compare(end(b.reply)))
	})
	return b.common
}

// turn is 0 for what has to wait, 1 for the rest.
func turn(r service.AskView) int {
	if r.Verdict == ask.NotYet {
		return 0
	}
	return 1
}

// end is when the wait for something is over; zero: there is none, or it is not known.
func end(r service.AskView) time.Time {
	if r.Verdict != ask.NotYet || len(r.Answers) == 0 {
		return time.Time{}
	}
	return r.Answers[0].Until
}
