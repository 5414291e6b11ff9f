package ask

import (
	"slices"

	"afterglow/app/course"
)

// theSun is the topic of sun on the skin: no plan's silence allows it.
const theSun = "sun"

// asksFirst are words of a plan by which the clinic is asked once a wait is over: "Ask your clinic first."
var asksFirst = []string{"ask", "check", "consult"}

// inPlenty are words by which more of a drink is asked for than the end of a wait tells of.
var inPlenty = []string{"lot", "lots", "loads", "plenty", "drunk", "wasted", "pissed", "binge"}

// giveNothing takes back the yes of a wait that is over where its end is none: to the sun, to what the step behind it left alone,
// to much of a drink, and where the plan asks the clinic first. A wait that the person wrote themselves is theirs.
func (h *hearing) giveNothing(a *Answer, t int, r relation, then string) {
	if a.Kind != Window || a.Verdict != Yes || a.State != course.Open || !a.Until.IsZero() || a.Own != nil {
		return
	}
	left := r == stays && then != ""
	asks := slices.ContainsFunc(h.wordsOf(a.After), func(w word) bool { return slices.Contains(asksFirst, w.text) })
	much := h.isOf(t, "alcohol") && slices.ContainsFunc(h.q.words, func(w word) bool { return slices.Contains(inPlenty, w.text) })
	if left || asks || much || h.isOf(t, theSun) {
		a.Verdict, a.Ungiven = Advice, true
	}
}

// stepFirst leaves out a wait that is over and gives nothing where the step behind another one holds: that tells what is asked for.
func stepFirst(list []found) []found {
	if !slices.ContainsFunc(list, func(f found) bool { return f.State == course.Then && f.Verdict == Yes }) {
		return list
	}
	return slices.DeleteFunc(list, func(f found) bool { return f.Ungiven })
}
