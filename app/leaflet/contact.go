package leaflet

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"afterglow/app/studio/row"
)

var phoneNumber = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:\+|\(\+?|\b)\d[\d()./ \x{a0}\x{2010}-\x{2013}-]{5,20}\d\b`)
})

// phoneIn finds a number to call in a part of the text.
func (r *reader) phoneIn(s Span) (string, Span, bool) {
	text := r.text[s.From:s.To]
	small := strings.ToLower(text)
	said := slices.ContainsFunc([]string{"call", "phone", "tel", "ring", "contact", "mobile", "text", "whatsapp", "t:", "reach", "number", "dial"}, func(w string) bool { return strings.Contains(small, w) })
	for _, at := range phoneNumber().FindAllStringIndex(text, -1) {
		digits := 0
		for _, c := range text[at[0]:at[1]] {
			if c >= '0' && c <= '9' {
				digits++
			}
		}
		whole := strings.TrimFunc(text[:at[0]]+text[at[1]:], func(c rune) bool { return !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z') }) == ""
		if digits >= 8 && digits <= 15 && (said || whole || len(text) < 60 && named(text[:at[0]])) {
			return strings.Join(strings.Fields(text[at[0]:at[1]]), " "), Span{s.From + at[0], s.From + at[1]}, true
		}
	}
	return "", Span{}, false
}

// clinicWords are words of a clinic's name.
var clinicWords = []string{"clinic ", "aesthetics ", "dermatology ", "spa ", "medspa ", "studio ", "practice ", "clinics "}

// named says whether words before a number are a clinic's name: "Rose Street Clinic, ".
func named(before string) bool {
	before = strings.ToLower(strings.TrimRight(before, " ,:-–—|·")) + " "
	return !strings.ContainsAny(before, ".!?") && slices.ContainsFunc(clinicWords, func(w string) bool { return strings.HasSuffix(before, " "+w) })
}

// clinic proposes whom to call, once; the number stands in the i-th line.
func (r *reader) clinic(i int, phone string, number Span) {
	at := r.rows[i].at
	for i := range r.out {
		if r.out[i].Row.Rule == row.Clinic {
			if r.out[i].Row.Phone != phone {
				r.out[i].Doubts = append(r.out[i].Doubts, Doubt{AFigure, number})
			}
			return
		}
	}
	if before := r.text[at.From:number.From]; r.name == "" && named(before) {
		r.name = strings.TrimRight(r.words(Span{at.From, number.From}), " ,:-–—|·")
	}
	if r.name == "" && i > 0 {
		r.name = r.calledBy(r.rows[i-1])
	}
	if r.name == "" && i > 0 && named(r.words(r.rows[0].at)) {
		r.title(r.rows[0].at)
	}
	r.out = append(r.out, Proposal{At: at, Row: row.Row{Rule: row.Clinic, Name: r.name, Phone: phone, Says: r.words(at)}})
}

// calledBy is the name that a line right above a telephone number may be: some words with capitals, no sentence; "" if it is
// none.
func (r *reader) calledBy(l line) string {
	list := tokens(r.text, l.at.From, l.at.To)
	if l.item || l.at.To-l.at.From > mostLetters || len(list) == 0 || cueOf(list, timesIn(list)).at >= 0 {
		return ""
	}
	for _, t := range list {
		if t.kind != word && t.kind != dash && t.kind != comma || t.kind == word && len(t.text) > 3 && !t.upper {
			return ""
		}
	}
	if at, _ := find(list, treatmentWord|callWord); at >= 0 {
		return ""
	}
	return r.words(l.at)
}

// title notes a line that may be the clinic's name.
func (r *reader) title(s Span) {
	small := " " + strings.ToLower(r.text[s.From:s.To]) + " "
	if r.name == "" && s.To-s.From <= 40 && slices.ContainsFunc(clinicWords, func(w string) bool { return strings.Contains(small, w) }) {
		r.name = r.words(s)
	}
}

// onlyContact says whether a line tells no more than how to reach the clinic.
func (r *reader) onlyContact(list []token) bool {
	when, _ := find(list, callIf)
	words := 0
	for _, t := range list {
		if t.kind == word && len(t.text) > 1 {
			words++
		}
	}
	return when < 0 && words <= 8
}
