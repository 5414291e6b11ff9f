package leaflet

import (
	"slices"
	"strconv"
	"strings"

	"afterglow/app/studio/row"
)

// call reads a sentence that is a reason to call.
func (r *reader) call(list []token, hold holding) bool {
	at, words := find(list, callWord)
	for i := 0; at < 0 && i+1 < len(list); i++ { // "call 01632 960123"
		if list[i+1].kind == figure && len(list[i+1].text) > 2 && slices.Contains([]string{"call", "ring", "phone", "text"}, list[i].text) {
			at = i
		}
	}
	when, _ := find(list, callIf)
	said := at >= 0 && when >= 0 && !(hold.before && find2(list[at:at+max(words, 1)], "call", "phone", "ring", "contact") < 0)
	if !said && hold.rule != row.Call {
		return false
	}
	c := cueOf(list, timesIn(list))
	if !said && (c.at >= 0 && c.rule == row.Avoid && !c.none || at >= 0) {
		return false
	}
	if said && c.at >= 0 && c.rule == row.Avoid && !c.none && c.at < at { // "avoid it if ..., and call us if ..."
		return false
	}
	if said && hold.rule != row.Call && find2(list, "tell", "inform", "notify", "know", "speak", "consult", "ask") >= 0 && find2(list, "notice", "experience", "develop", "see", "feel", "worried", "concerned", "concern", "concerns", "unsure", "worse", "worsens", "spreads", "symptom", "symptoms", "signs", "questions", "reaction", "infection", "fever", "pain", "blisters", "blister", "pus", "swelling", "bleeding") < 0 {
		r.pass(list, NoRule) // "tell us if you are pregnant"
		return true
	}
	if before, _ := find(list, beforeWord); before >= 0 && said && hold.rule != row.Call && phraseAt(list, before, beforeWord) > 1 {
		r.pass(list, NoRule)
		return true
	}
	if find2(list, "history", "prone", "pregnant", "allergic", "allergies", "often", "taking") >= 0 { // what to tell before, no reason to call
		r.pass(list, NoRule)
		return true
	}
	if find2(list, "reschedule", "rebook", "rearrange", "cancel") >= 0 { // of an appointment to come
		r.pass(list, NoRule)
		return true
	}
	act := row.ActClinic
	urgent := slices.ContainsFunc(hold.heads, func(h head) bool { i, _ := find(h.tokens, urgentWord); return h.rule == row.Call && i >= 0 })
	if i, _ := find(list, urgentWord); i >= 0 || urgent {
		act = row.ActToday
	}
	if i, _ := find(list, emergencyWord); i >= 0 {
		act = row.ActEmergency
	}
	p := Proposal{At: spanOf(list), Row: row.Row{Rule: row.Call, Act: act}}
	p.Row.Text, p.Row.Says = r.words(p.At), r.words(p.At)
	for _, h := range hold.heads {
		p.Heads = append(p.Heads, h.at)
	}
	r.out = append(r.out, p)
	return true
}

// spacing reads a sentence about the time between treatments and how many a series has.
func (r *reader) spacing(list []token, hold holding) bool {
	var l length
	found, skip := 0, 0
	sessions, count, clash := "", Span{}, false
	var doubts []Doubt
	if c := cueOf(list, timesIn(list)); c.rule == row.Avoid && !c.wait && !c.none {
		return false
	}
	if find2(list, "maintenance", "maintain", "top", "topup") >= 0 { // of those behind the series
		return false
	}
	gap := find2(list, "between")
	bare := list
	for len(bare) > 0 && bare[0].kind > figure {
		bare = bare[1:]
	}
	due := len(bare) > 3 && slices.Contains([]string{"your", "the", "our"}, bare[0].text) && bare[1].text == "next" && phraseAt(bare, 2, treatmentWord) > 0
	next := len(bare) > 2 && bare[0].text == "next" && phraseAt(bare, 1, treatmentWord) > 0
	for i := range list {
		if i < skip {
			continue
		}
		every := follows(list, i, "every") && i+1 < len(list)
		start := i
		if every || follows(list, i, "intervals", "of") || follows(list, i, "interval", "of") {
			start = i + 1
			if !every {
				start++
			}
		}
		if x, n, _, ok := lengthAt(list, start); ok && (x.unit == "week" || x.unit == "month" || x.unit == "day") {
			end := start + n
			back := follows(list, max(start-2, 0), "back", "in") || follows(list, max(start-2, 0), "return", "in")
			between := next || back && series(list) || due && start < 9 || gap >= 0 && gap+3 < len(list) && treatmentNear(list[:min(gap+5, len(list))], gap) && i > gap || follows(list, end, "apart") && !follows(list, end, "apart", "from") || follows(list, end, "between") && treatmentNear(list, end) || follows(list, end, "intervals") || follows(list, end, "interval") || start != i && !every
			if between || every && treatmentNear(list, 0) && (x.unit == "week" || x.unit == "month") {
				if found == 0 || x != l {
					l = x
					found++
				}
				skip = end
				continue
			}
		}
		said, end, ok := sessionsAt(list, i)
		switch {
		case !ok:
		case sessions != "" && sessions != said || i > 1 && rangeWord(list, i-1) && (list[i-2].kind == figure || unitOf(list[i-2].text) != ""):
			doubts = append(doubts, Doubt{AFigure, spanOf(list[max(i-2, 0):end])})
			clash, skip = true, end
		default:
			sessions, count, skip = said, spanOf(list[i:end]), end
		}
	}
	if clash {
		sessions = ""
	}
	if len(doubts) > 0 { // one row would say the one or the other
		r.pass(list, AFigure)
		return true
	}
	if found != 1 && !(found == 0 && sessions != "" && hold.rule == "") {
		return false
	}
	p := Proposal{At: spanOf(list), Row: row.Row{Rule: row.Spacing, Sessions: sessions}, Doubts: doubts}
	if found == 1 {
		p.Row.From = counted(l.min, l.unit)
		if l.max > l.min {
			p.Row.Until = counted(l.max, l.unit)
		}
	}
	if p.Row.Says = r.words(p.At); found == 1 {
		p.Row.Text = l.text("")
	} else {
		p.Row.Text = strings.ToLower(r.words(count))
	}
	r.out = append(r.out, p)
	return true
}

// series says whether words name how many treatments there are.
func series(list []token) bool {
	for i := range list {
		if _, _, ok := sessionsAt(list, i); ok {
			return true
		}
	}
	return false
}

// mostSessions is how many treatments a series has at most, as a plan counts them.
const mostSessions = 24

// sessionsAt reads how many treatments a series has: "four sessions", "3 to 6 treatments", and where these words end.
func sessionsAt(list []token, i int) (said string, end int, ok bool) {
	n, isNumber := numberAt(list, i)
	if !isNumber || i == 0 || n < 2 || n > mostSessions || list[i-1].text == "between" || list[i-1].text == "the" || i > 1 && follows(list, i-2, "up", "to") || i > 1 && follows(list, i-2, "at", "most") {
		return "", 0, false
	}
	said = strconv.Itoa(n)
	j := i + numberWords(list, i)
	if rangeWord(list, j) {
		high, isNumber := numberAt(list, j+1)
		if !isNumber || high <= n || high > mostSessions {
			return "", 0, false
		}
		said += " to " + strconv.Itoa(high)
		j += 1 + numberWords(list, j+1)
	}
	for k := j; k < len(list) && k < j+3; k++ {
		if phraseAt(list, k, treatmentWord) > 0 {
			return said, k + 1, strings.HasSuffix(list[k].text, "s")
		}
		if list[k].kind != word || unitOf(list[k].text) != "" || rangeWord(list, k) {
			break
		}
	}
	return "", 0, false
}

// treatmentNear says whether a word for the treatment stands behind the i-th token.
func treatmentNear(list []token, i int) bool {
	at, _ := find(list[i:], treatmentWord)
	return at >= 0
}

// expects says whether a clause tells what the skin does.
func (a asked) expects() bool {
	if a.hold.rule == row.Expect && a.cue.at == 0 && a.cue.rule == row.Do && phraseAt(a.list, 0, symptomWord) > 0 && !(len(a.list) > 1 && strings.HasSuffix(a.list[1].text, "ly")) {
		return true // "dry skin"
	}
	if a.cue.at >= 0 && (a.cue.rule == row.Avoid || a.cue.rule == row.Less || a.cue.rule == row.Only || a.cue.rule == row.Do && !a.cue.post || a.cue.none) {
		return false
	}
	if at, _ := find(a.list, callWord); at >= 0 {
		return false
	}
	if at, n := find(a.list, conditionWord); at >= 0 && at < 3 && n > 0 && a.list[at].text == "if" {
		return false // "if your skin feels hot, splash it"
	}
	if a.hold.rule != row.Expect && follows2(a.list, "you", "should", "must", "need") {
		return false // "as there may be swelling, you should ..."
	}
	if at, _ := find(a.list, expectWord); a.cue.at >= 0 && a.cue.rule == row.Do && a.cue.post && at > a.cue.at {
		return false // "a cream should be applied when it feels dry"
	}
	if a.cue.rule == row.May && !a.cue.post && phraseAt(a.list, a.cue.at, expectWord) == 0 {
		return false // "you may apply a cream where it feels dry"
	}
	says, n := find(a.list, expectWord)
	shows := a.shows()
	for _, t := range a.times { // "until the redness subsides"
		if (t.kind == calm || t.kind == whenCalm) && (t.from <= says && says < t.to || t.from <= shows && shows < t.to) {
			return false
		}
	}
	if shows >= 0 && a.hold.rule != row.Avoid && deniedBefore(a.list[:shows]) { // "there will be no marks"
		return false
	}
	if a.cue.rule == row.May && a.cue.post || says >= 0 && done(a.list, says, says+n) { // "may be taken for discomfort"
		return false
	}
	if a.hold.rule == "" && a.cue.at < 0 && a.alone && len(a.hold.times) > 0 && showsFirst(a.list) {
		return true
	}
	if a.hold.rule == row.Expect {
		return shows >= 0 || says >= 0 && a.cue.at < 0
	}
	return says >= 0 && shows >= 0
}

// done says whether what "may be" stands before is what somebody does: "may be covered".
func done(list []token, says, end int) bool {
	return end < len(list) && list[end-1].text == "be" && end-says == 2 && (strings.HasSuffix(list[end].text, "ed") || slices.Contains([]string{"taken", "worn", "put", "given", "done", "eaten", "drunk"}, list[end].text)) && phraseAt(list, end, symptomWord) == 0
}

// follows2 says whether a word stands right before one of others.
func follows2(list []token, first string, any ...string) bool {
	for i := 1; i < len(list); i++ {
		if list[i-1].text == first && slices.Contains(any, list[i].text) && !(i+1 < len(list) && list[i+1].text == "expect") {
			return true
		}
	}
	return false
}

// showsFirst says whether words begin with what skin shows: "some redness", "slight swelling around the eyes".
func showsFirst(list []token) bool {
	i := 0
	for i < len(list) && slices.Contains([]string{"some", "slight", "slightly", "mild", "light", "possible", "more", "moderate", "minor", "a", "little", "further"}, list[i].text) {
		i++
	}
	return i < len(list) && phraseAt(list, i, symptomWord) > 0 && find2(list, "no", "not", "avoid", "if", "unless", "never", "call", "contact") < 0
}

// shows is where a symptom stands that is not what something helps against; -1: nowhere.
func (a asked) shows() int {
	for i := range a.list {
		if (a.list[i].text == "peel" || a.list[i].text == "peels") && i > 0 && find2(a.list[i-1:i], "your", "the", "a", "our", "chemical", "tca", "this") == 0 { // the treatment
			continue
		}
		if phraseAt(a.list, i, symptomWord) > 0 && find2(a.list[max(0, i-5):i], "reduce", "relieve", "ease", "soothe", "minimise", "minimize", "prevent", "alleviate", "against") < 0 {
			return i
		}
	}
	return -1
}

// expectation makes the row of a clause that tells what the skin does.
func (r *reader) expectation(a asked) {
	own := spanOf(a.list)
	a.condition = slices.DeleteFunc(slices.Clone(a.condition), func(d Doubt) bool { return d.Why == AFigure && own.From <= d.At.From && d.At.To <= own.To }) // they are its own
	begins := find2(a.list, "begin", "begins", "start", "starts") >= 0
	times := a.gone()
	for i := range times {
		if begins && times[i].kind == stretch { // "it begins on day 3"
			times[i].kind, times[i].end = unsure, ""
		}
	}
	at := settle(row.Expect, times, a.list, false, false)
	if begins && len(a.times) > 0 && at.from == "" {
		at = at.unsure(figuresOf(a.times, a.list)) // "it will begin to flake at 5 days"
	}
	if !at.set && len(at.doubts) == 0 {
		at = r.inherited(a, row.Expect)
	}
	var g group
	for i := 0; i < len(a.list); i++ {
		if n := phraseAt(a.list, i, symptomWord); n > 0 {
			g.things = append(g.things, a.list[i:i+n])
			i += n - 1
		}
	}
	had := len(r.out)
	r.row(a, row.Expect, g, at, slices.Clone(at.doubts))
	if len(r.out) == had { // a part of it stands elsewhere
		return
	}
	p := &r.out[len(r.out)-1]
	if p.Row.Text == "" {
		p.Row.Text = r.words(spanOf(a.list))
	}
	p.carried = append(p.carried, spanOf(a.list))
}

// gone are a clause's times, of which "it subsides after 48 hours" is an end.
func (a asked) gone() []timex {
	out := slices.Clone(a.times)
	for i, t := range out {
		if t.kind == later && find2(a.list[t.to:], "subside", "subsides", "calm", "fade", "fades", "settle", "settles") >= 0 {
			out[i].kind = unsure // "after 2 hours it calms down": until then, or from then on?
			continue
		}
		if t.kind == later && find2(a.list[:t.from], "subside", "subsides", "fade", "fades", "resolve", "resolves", "settle", "settles", "disappear", "disappears", "clear", "clears", "go", "goes", "gone", "stop", "stops", "better", "normal", "improve", "improves", "diminish", "diminishes") >= 0 {
			out[i].kind, out[i].start, out[i].end = lasting, "", t.length.text("")
		}
	}
	return out
}
