package leaflet

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// part is a piece of a clause behind or before its verb: a thing, or times.
type part struct {
	thing  []token
	except bool // it is allowed
	times  []timex
	at, to int  // of a thing: its place among the tokens
	like   bool // it is named as an example of what stands before it
	paren  bool // it stands in brackets: times are of the thing before alone, things of what was named before
}

// mostWords is how many words a thing has at most; what is longer is a tale.
const mostWords = 7

// partsOf are the things and times in a piece of a clause, in its order. lost are the words that may be a thing and were
// not taken for one.
func (r *reader) partsOf(list []token, times []timex) (parts []part, lost []Span) {
	timeAt := func(i int) (timex, bool) {
		for _, t := range times {
			if t.from == i {
				return t, true
			}
		}
		return timex{}, false
	}
	var cur []token
	except, skipping, depth, reason, like := false, false, 0, false, false
	contains := false // what follows is what products contain
	inside := false   // what is excepted stands in brackets: it ends there
	flush := func() {
		if depth > 0 && len(cur) > 1 && cur[0].text == "no" { // "do not remove hair (no wax)"
			cur = cur[1:]
		}
		thing := r.thing(cur)
		for len(cur) > 1 && (cur[0].text == "but" || cur[0].text == "then" || cur[0].text == "so") {
			cur = cur[1:]
		}
		if len(cur) > 1 && slices.Contains([]string{"our", "we", "they", "he", "she", "i"}, cur[0].text) && len(r.mentionsIn(spanOf(cur))) > 0 { // another sentence begins
			lost = append(lost, spanOf(cur))
			thing = nil
		}
		defer func() {
			if len(thing) > 0 && len(parts) > 0 && parts[len(parts)-1].to == 0 && parts[len(parts)-1].thing != nil {
				parts[len(parts)-1].at, parts[len(parts)-1].to = placeOf(list, thing)
			}
		}()
		if contains && len(thing) == 1 && thing[0].text == "alcohol" { // of what products contain, not what one drinks
			lost = append(lost, spanOf(thing))
		} else if len(thing) > 0 && len(thing) <= mostWords {
			parts = append(parts, part{thing: thing, except: except, like: like, paren: depth > 0})
		} else if len(thing) > mostWords {
			if short := r.mentioned(thing); short != nil {
				parts = append(parts, part{thing: short, except: except})
			} else {
				lost = append(lost, spanOf(thing))
			}
		}
		cur, skipping = nil, false
	}
	begin := 0
	if n := phraseAt(list, 0, fillerWord); n > 2 { // "it is advised that"
		begin = n
	}
	for i := begin; i < len(list); {
		if t, ok := timeAt(i); ok {
			flush()
			reason, like, contains = false, false, false
			if n := len(parts); n > 0 && parts[n-1].times != nil && parts[n-1].paren == (depth > 0) {
				parts[n-1].times = append(parts[n-1].times, t)
			} else {
				parts = append(parts, part{times: []timex{t}, paren: depth > 0})
			}
			i = t.to
			continue
		}
		switch t := list[i]; {
		case t.kind == open && remark(list, i) > i: // "(in a low pH formula)"
			i = remark(list, i)
		case t.kind == open:
			flush()
			depth++
			i++
		case t.kind == close:
			flush()
			if depth > 0 && r.qualifies(parts) { // "(oral and topical)", "(check with us)"
				lost = append(lost, spanOf(parts[len(parts)-1].thing))
			}
			if n := len(parts) - 1; n > 0 && parts[n].paren && i+1 < len(list) && list[i+1].kind == word && !isTime(list, i+1) && phraseAt(list, i+1, endOfThing|reasonWord|exceptWord|includingWord|fillerWord) == 0 && list[i+1].text != "and" && list[i+1].text != "or" && parts[n].thing != nil {
				lost = append(lost, spanOf(parts[n].thing)) // "depilatory (hair removal) creams"
			}
			depth, reason, except = max(depth-1, 0), false, except && !inside
			inside = false
			i++
		case t.kind == colon && len(parts) > 0 && parts[len(parts)-1].times != nil && depth == 0: // "for 1 week: retinol, acids"
			flush()
			depth++
			i++
		case (t.kind == comma || t.text == "and" || t.text == "or") && i+1 < len(list) && len(list[i+1].text) == 1 && list[i+1].upper && find2(cur, "vitamin", "vitamins") >= 0: // "vitamins B and E"
			cur = append(cur, t, list[i+1])
			i += 2
		case t.kind == comma, t.kind == dash, t.kind == colon, t.kind == stop, t.text == "and" || t.text == "or" || t.text == "nor":
			if !reason && !(t.text == "and" && r.oneThing(cur, list, i)) {
				flush()
			} else if !reason {
				cur = append(cur, t)
			}
			i++
		case reason:
			i++
		case phraseAt(list, i, exceptWord) > phraseAt(list, i, includingWord):
			flush()
			except, inside = true, depth > 0
			i += phraseAt(list, i, exceptWord)
		case phraseAt(list, i, includingWord) > 0:
			flush()
			like = true
			i += phraseAt(list, i, includingWord)
		case list[i].text == "containing" && i+1 < len(list) && vague[list[i+1].text] && len(r.mentionsIn(spanOf(append(slices.Clone(cur), list[i])))) > 0: // "acid containing products"
			cur = append(cur, list[i], list[i+1])
			i += 2
		case phraseAt(list, i, containingWord) > 0 && len(cur) > 0 && follows(list, i+phraseAt(list, i, containingWord), "alcohol"): // what one drinks is something else
			n := phraseAt(list, i, containingWord) + 1
			cur = append(cur, list[i:i+n]...)
			i += n
		case phraseAt(list, i, containingWord) > 0:
			for n := len(parts) - 1; n >= 0 && parts[n].thing != nil && i > 0 && len(parts[n].thing) == 1 && products[parts[n].thing[0].text]; n-- { // "serums or creams with acids"
				parts = parts[:n]
			}
			cur, skipping, contains = nil, false, true
			i += phraseAt(list, i, containingWord)
		case r.tellsWhich(list, i, cur): // "anything that makes you sweat"
			end := r.relativeEnd(list, i, times)
			cur = append(cur, list[i:end]...)
			i = end
		case t.text == "as" && i > 0 && find2(list[i-1:i], "perceived", "considered", "known", "described") == 0:
			cur = append(cur, t)
			i++
		case phraseAt(list, i, reasonWord) > 0 && (len(cur) > 0 || len(parts) > 0):
			flush()
			reason = true
			i += phraseAt(list, i, reasonWord)
		case phraseAt(list, i, endOfThing) > 0 && len(r.thing(cur)) > 0 && r.endsAt(cur, list, i):
			if (t.text == "it" || t.text == "them") && len(r.mentionsIn(spanOf(cur))) == 0 { // "help it along"
				lost = append(lost, spanOf(cur))
				cur = nil
			}
			skipping = true
			i += phraseAt(list, i, endOfThing)
		case skipping:
			i++
		default:
			cur = append(cur, t)
			i++
		}
	}
	flush()
	return r.merged(list, parts), lost
}

// remark is where a bracket ends that opens at the i-th token and says nothing that a row has to say; i if it does not.
func remark(list []token, i int) int {
	for end := i + 1; end < len(list); end++ {
		if list[end].kind == close {
			if isPhrase(list[i+1:end], harmless) {
				return end + 1
			}
			break
		}
	}
	return i
}

// qualifies says whether the vocabulary has none of the things that stand in the last bracket: they are none, then.
func (r *reader) qualifies(parts []part) bool {
	n := len(parts)
	for n > 0 && parts[n-1].paren && parts[n-1].thing != nil {
		if n--; parts[n].like || len(r.mentionsIn(spanOf(parts[n].thing))) > 0 {
			return false
		}
	}
	return n < len(parts) && n > 0
}

// tellsWhich says whether the words from the i-th token on say which of a thing are meant, so that they are a part of it:
// "medicine that ..." is not any. "Which can ..." says why instead.
func (r *reader) tellsWhich(list []token, i int, cur []token) bool {
	return (list[i].text == "that" || list[i].text == "which") && len(cur) > 0 && i+1 < len(list) && list[i+1].kind <= figure && phraseAt(list, i, containingWord) == 0 &&
		(phraseAt(list, i, whyWord) == 0 || list[i].text == "that" && vague[cur[len(cur)-1].text])
}

// products are words for what is put on the skin, of which only some are meant where it is said what they contain.
var products = map[string]bool{
	"serum": true, "serums": true, "cream": true, "creams": true, "products": true, "lotions": true, "toner": true, "toners": true,
	"cleansers": true, "cleanser": true, "masks": true, "oils": true, "soaps": true, "moisturisers": true, "moisturizers": true, "skincare": true,
}

// vague are words for things that say too little to be forbidden by themselves.
var vague = map[string]bool{
	"medicine": true, "medicines": true, "medication": true, "medications": true, "drugs": true, "supplements": true, "agents": true,
	"ingredients": true, "treatments": true, "treatment": true, "activities": true, "activity": true, "foods": true, "food": true,
	"products": true, "things": true, "examples": true, "procedures": true,
}

// relativeEnd is where the words end that say which of a thing are meant: at a comma, a time, or what joins another thing.
func (r *reader) relativeEnd(list []token, i int, times []timex) int {
	end := i + 1
	for end < len(list) && list[end].kind <= figure && timeFrom(times, end) == nil && phraseAt(list, end, whyWord) == 0 {
		if next := end + 1; (list[end].text == "and" || list[end].text == "or") && (next >= len(list) || r.named(list, next, times)) {
			break // "... that makes you sweat or sauna"
		}
		end++
	}
	return end
}

// named says whether the words from the i-th token on name a thing of the vocabulary, up to where they end.
func (r *reader) named(list []token, i int, times []timex) bool {
	end := i
	for end < len(list) && list[end].kind <= figure && timeFrom(times, end) == nil {
		end++
	}
	return end > i && len(r.mentionsIn(spanOf(list[i:end]))) > 0
}

// placeOf is where some of the tokens stand among all.
func placeOf(list, some []token) (at, to int) {
	for i := range list {
		if list[i].from == some[0].from {
			return i, i + len(some)
		}
	}
	return 0, 0
}

// merged puts together what is one thing with two qualities: "hard or high-impact exercise".
func (r *reader) merged(list []token, parts []part) []part {
	for i := 0; i+1 < len(parts); i++ {
		a, b := &parts[i], &parts[i+1]
		if len(a.thing) == 1 && len(b.thing) > 1 && a.to > 0 && b.at == a.to+1 && (list[a.to].text == "or" || list[a.to].text == "and") && len(r.mentionsIn(spanOf(a.thing))) == 0 && len(r.mentionsIn(spanOf(b.thing))) > 0 {
			b.thing, b.at = list[a.at:b.to], a.at
			parts = append(parts[:i], parts[i+1:]...)
		}
	}
	return parts
}

// endsAt says whether a thing ends before the i-th token: not if only what follows names it ("stay in the sun").
func (r *reader) endsAt(cur, list []token, i int) bool {
	end := i
	for end < len(list) && list[end].kind <= figure && list[end].text != "and" && list[end].text != "or" {
		end++
	}
	return end == i || len(r.mentionsIn(spanOf(cur))) > 0 || len(r.mentionsIn(spanOf(list[i:end]))) == 0 && len(r.mentionsIn(Span{cur[0].from, list[end-1].to})) == 0
}

// oneThing says whether an "and" stands within one thing of the vocabulary: "soap and water".
func (r *reader) oneThing(cur, list []token, i int) bool {
	if len(cur) == 0 || i+1 >= len(list) || list[i].text != "and" {
		return false
	}
	for _, m := range r.mentionsIn(Span{cur[0].from, list[min(i+2, len(list)-1)].to}) {
		if m.From < list[i].from && m.To > list[i].to {
			return true
		}
	}
	return false
}

// thing is a piece without the words around it that name nothing; nil if nothing is left.
func (r *reader) thing(list []token) []token {
	for len(list) > 0 {
		if any := find2(list, "anything", "something", "everything"); any >= 0 && any <= 1 && (any+2 < len(list) && (list[any+1].text == "that" || list[any+1].text == "which" || list[any+1].text == "perceived" || list[any+1].text == "considered") || any == 1 && phraseAt(list, 0, lightWord) == 1) {
			break // "anything that makes you sweat", "apply anything"
		}
		n := phraseAt(list, 0, lightWord|fillerWord)
		if n == 0 && list[0].kind != word && list[0].kind != figure {
			n = 1
		}
		if n == 0 || n == len(list) && len(r.mentionsIn(spanOf(list))) > 0 {
			break
		}
		list = list[n:]
	}
	for len(list) > 0 && (list[len(list)-1].kind > figure && list[len(list)-1].kind != sign || trailing[list[len(list)-1].text] && !(len(list) > 1 && (list[len(list)-1].tight || list[len(list)-1].upper && list[len(list)-1].text == "a" && !inCapitals(r.text[list[0].from:list[len(list)-1].to])))) && !(len(list) > 1 && list[len(list)-2].text == "vitamin") && !(list[len(list)-1].upper && len(list[len(list)-1].text) == 1 && find2(list, "vitamin", "vitamins") >= 0) {
		list = list[:len(list)-1]
	}
	if len(list) > 0 && list[0].text == "only" && len(r.mentionsIn(spanOf(list))) == 0 {
		return nil
	}
	if which := find2(list, "that", "which"); which > 0 && isPhrase(list[:which], noThing|harmless) && find2(list[:which], "anything", "something", "everything", "whatever") < 0 && len(r.mentionsIn(spanOf(list))) == 0 {
		return nil // "especially areas that are treated"
	}
	if len(list) > 0 && list[0].text == "without" {
		return nil
	}
	if len(list) == 0 || isPhrase(list, noThing) && len(r.mentionsIn(spanOf(list))) == 0 || len(list) == 1 && len(list[0].text) < 2 {
		return nil
	}
	return list
}

// trailing are words at the end of a thing that are none of it.
var trailing = map[string]bool{
	"etc": true, "of": true, "any": true, "kind": false, "for": true, "to": true, "with": true, "the": true, "also": true,
	"again": true, "well": true, "too": true, "yet": true, "e": true, "g": true, "on": true, "in": true, "be": true,
	"daily": true, "such": true, "like": true, "least": true, "at": true, "as": true, "please": true, "a": true, "is": true, "are": true,
}

// mentioned are the words of a long piece that name one thing of the vocabulary.
func (r *reader) mentioned(list []token) []token {
	all := r.mentionsIn(spanOf(list))
	if len(all) != 1 {
		return nil
	}
	from, to := -1, 0
	for i, t := range list {
		if t.from >= all[0].From && t.to <= all[0].To {
			if from < 0 {
				from = i
			}
			to = i + 1
		}
	}
	if from < 0 {
		return nil
	}
	return list[from:to]
}

// mention is a place in the text that names things of the vocabulary.
type mention struct {
	Span
	topics []string
	seen   bool
}

// ofAny says whether what is named is one of some topics.
func (m mention) ofAny(topics []string) bool {
	return slices.ContainsFunc(m.topics, func(t string) bool { return slices.Contains(topics, t) })
}

func (r *reader) mentionsIn(s Span) (out []mention) {
	for _, m := range r.book.Mentions(r.text[s.From:s.To]) {
		x := mention{Span: Span{s.From + m.From, s.From + m.To}, seen: m.Seen}
		for _, t := range m.Topics {
			x.topics = append(x.topics, t.ID)
		}
		out = append(out, x)
	}
	return out
}

// spoken are the words of some tokens as a row says them: with single spaces, small unless a word has a capital within.
func (r *reader) spoken(list []token) string {
	if len(list) == 0 {
		return ""
	}
	text := r.text[list[0].from:list[len(list)-1].to]
	line, _, _ := strings.Cut(r.text[strings.LastIndexByte(r.text[:list[0].from], '\n')+1:], "\n")
	all := inCapitals(line) // of a line that has no small letters they are no sign of a name
	fields := strings.FieldsFunc(text, func(c rune) bool { return unicode.IsSpace(c) || c == '*' || c == '_' })
	for i, f := range fields {
		f = strings.Map(func(c rune) rune {
			if isInvisible(c) || c == '"' || c == '“' || c == '”' || c == '‘' {
				return -1
			}
			if c == '’' {
				return '\''
			}
			return c
		}, f)
		if cut := strings.Trim(f, "'"); cut != "" { // quotes
			f = cut
		}
		runes := []rune(f)
		if all || len(runes) > 1 && unicode.IsUpper(runes[0]) && i == 0 && strings.ToLower(string(runes[1:])) == string(runes[1:]) {
			f = strings.ToLower(f)
		}
		fields[i] = f
	}
	return shortened(fields)
}

// shortened are as many words as a plan takes for a thing, without one at the end that joins it to what follows.
func shortened(fields []string) string {
	for n := len(fields); n > 0; n-- {
		if s := strings.Join(fields[:n], " "); utf8.RuneCountInString(s) <= mostLetters && (n == len(fields) || !joins[plain(fields[n-1])]) {
			return s
		}
	}
	return string([]rune(strings.Join(fields, " "))[:mostLetters])
}
