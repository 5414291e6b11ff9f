package leaflet

import (
	_ "embed" // the words
	"strings"
	"sync"
)

//go:embed english.txt
var english string

// class is a section of the words.
type class uint64

// sections are the sections of the words, by name.
var sections = []string{
	"avoid", "never_rule", "do_not_forget", "avoided", "wait", "less", "less_after", "only", "may", "may_begin",
	"may_after", "do", "do_lead", "done", "call", "call_if", "emergency", "urgent", "expect", "symptom", "prescribed",
	"sensitive", "condition", "except", "including", "containing", "light", "filler", "before", "treatment", "heals",
	"for_ever", "avoid_head", "do_list", "do_head", "may_head", "expect_head", "call_head", "after_head", "no_thing",
	"reason", "end_of_thing", "end_of_do", "why", "harmless", "other_head", "on_the_day",
	"plain", "quality", "ban_quality", "turns",
}

const (
	avoidWord class = 1 << iota
	neverRule
	doNotForget
	avoidedWord
	waitWord
	lessWord
	lessAfter
	onlyWord
	mayWord
	mayBegin
	mayAfter
	doWord
	doLead
	doneWord
	callWord
	callIf
	emergencyWord
	urgentWord
	expectWord
	symptomWord
	prescribedWord
	sensitiveWord
	conditionWord
	exceptWord
	includingWord
	containingWord
	lightWord
	fillerWord
	beforeWord
	treatmentWord
	healsWord
	forEver
	avoidHead
	doList
	doHead
	mayHead
	expectHead
	callHead
	afterHead
	noThing
	reasonWord
	endOfThing
	endOfDo
	whyWord
	harmless
	otherHead
	onTheDay
	plainWord
	qualityWord
	banQuality
	turnsWord
)

// lexicon is the words by phrase.
type lexicon struct {
	phrases map[string]class
	longest map[string]int // how many words the longest phrase has that begins with a word
}

var words = sync.OnceValue(func() lexicon {
	x := lexicon{phrases: map[string]class{}, longest: map[string]int{}}
	in := class(0)
	for line := range strings.Lines(english) {
		line, _, _ = strings.Cut(line, "#")
		line = strings.TrimSpace(line)
		if name, head := strings.CutPrefix(line, "["); head {
			in = 0
			for i, s := range sections {
				if s == strings.TrimSuffix(name, "]") {
					in = 1 << i
				}
			}
			continue
		}
		for phrase := range strings.SplitSeq(line, ",") {
			list := strings.Fields(phrase)
			if len(list) == 0 {
				continue
			}
			x.phrases[strings.Join(list, " ")] |= in
			x.longest[list[0]] = max(x.longest[list[0]], len(list))
		}
	}
	return x
})

// phraseAt is how many tokens the longest phrase of these classes has that begins at the i-th token; 0: none does.
func phraseAt(list []token, i int, of class) int {
	if i >= len(list) || list[i].kind != word && list[i].kind != figure {
		return 0
	}
	x := words()
	for n := min(x.longest[list[i].text], len(list)-i); n > 0; n-- {
		if key, ok := joined(list[i : i+n]); ok && x.phrases[key]&of != 0 {
			return n
		}
	}
	return 0
}

// isPhrase says whether the tokens are as a whole a phrase of these classes.
func isPhrase(list []token, of class) bool {
	key, ok := joined(list)
	return ok && words().phrases[key]&of != 0
}

// joined are tokens as the key of a phrase; false if they are not all words.
func joined(list []token) (string, bool) {
	if len(list) == 1 {
		return list[0].text, list[0].kind <= figure
	}
	var b strings.Builder
	for i, t := range list {
		if t.kind != word && t.kind != figure {
			return "", false
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.text)
	}
	return b.String(), true
}

// find is where the first phrase of these classes stands in the tokens, and how many tokens it has; -1: none does.
func find(list []token, of class) (at, n int) {
	for i := range list {
		if n := phraseAt(list, i, of); n > 0 {
			return i, n
		}
	}
	return -1, 0
}
