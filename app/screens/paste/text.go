package paste

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"afterglow/app/leaflet"
	"afterglow/guidance"
)

// Clean is a text without what nobody sees or what turns text around: the rows keep its sentences. Lines and tabs stay.
func Clean(text string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == '\n' || c == '\t':
			return c
		case c == '\r' || c == '\f' || c == '\v' || c == '\u2028' || c == '\u2029':
			return '\n'
		case unicode.Is(unicode.Join_Control, c):
			return c
		}
		if _, hidden := guidance.Hidden(string(c)); hidden || c == utf8.RuneError {
			return -1
		}
		return c
	}, strings.ReplaceAll(text, "\r\n", "\n"))
}

// block is a stretch of the text: a sentence with what was read from it, or one between these.
type block struct {
	at        leaflet.Span
	proposals []int // that came from it
	left      []int // parts of it that are in no row
}

// plain says that nothing was read from it: a heading, which rows may stand on.
func (b block) plain() bool { return len(b.proposals)+len(b.left) == 0 }

// listMark is the number or the letter of a list's item, such as "2." or "b)", with nothing behind it.
var listMark = regexp.MustCompile(`^(\d{1,2}|[A-Za-z])[.)]\s*$`)

// blocksOf lays a text out: what proposals and left parts share stands together, and what lies between is not lost.
func blocksOf(d leaflet.Draft) []block {
	var found []block
	for i, p := range d.Proposals {
		found = append(found, block{at: p.At, proposals: []int{i}})
	}
	for i, l := range d.Left {
		found = append(found, block{at: l.At, left: []int{i}})
	}
	slices.SortStableFunc(found, func(a, b block) int { return a.at.From - b.at.From })
	var all []block
	end := 0
	between := func(to int) {
		word := func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }
		if n := strings.IndexFunc(d.Text[min(end, to):to], word); n >= 0 && !listMark.MatchString(d.Text[end+n:to]) { // a full stop says nothing either
			words := strings.TrimRight(d.Text[end+n:to], " \t\n-–—*•") // the mark of the item below says nothing
			all = append(all, block{at: leaflet.Span{From: end + n, To: end + n + len(words)}})
		}
	}
	for _, f := range found {
		if n := len(all); n > 0 && f.at.From < end {
			last := &all[n-1]
			last.at.To = max(last.at.To, f.at.To)
			last.proposals, last.left = append(last.proposals, f.proposals...), append(last.left, f.left...)
			end = max(end, f.at.To)
			continue
		}
		between(f.at.From)
		all = append(all, f)
		end = f.at.To
	}
	between(len(d.Text))
	return all
}

// A part of a long text holds at most so many blocks, and a block shows at most so many letters: no leaflet has more.
const (
	mostBlocks  = 50
	mostLetters = 1200
)

// parts is in how many parts the text is shown.
func (s *State) parts() int { return max(1, (len(s.blocks)+mostBlocks-1)/mostBlocks) }

// shown are the blocks of the part that is on show.
func (s *State) shown() []block {
	from := s.part * mostBlocks
	return s.blocks[from:min(from+mostBlocks, len(s.blocks))]
}

// stretch is a piece of a block's words: marked or not.
type stretch struct {
	words string
	mark  bool
}

// stretches are the words of a block, in one line, with what the marks cover told apart.
func stretches(text string, at leaflet.Span, marks []leaflet.Span) []stretch {
	cuts := []int{at.From, at.To}
	for _, m := range marks {
		for _, c := range []int{m.From, m.To} {
			if at.From < c && c < at.To {
				cuts = append(cuts, c)
			}
		}
	}
	slices.Sort(cuts)
	var list []stretch
	letters, space := 0, false
	for i := range len(cuts) - 1 {
		from, to := cuts[i], cuts[i+1]
		fields := strings.Fields(text[from:to])
		if len(fields) == 0 {
			space = space || from < to
			continue
		}
		words := strings.Join(fields, " ")
		first, _ := utf8.DecodeRuneInString(text[from:to])
		if (space || unicode.IsSpace(first)) && len(list) > 0 {
			words = " " + words
		}
		last, _ := utf8.DecodeLastRuneInString(text[from:to])
		space = unicode.IsSpace(last)
		mark := slices.ContainsFunc(marks, func(m leaflet.Span) bool { return m.From <= from && to <= m.To })
		if runes := []rune(words); letters+len(runes) > mostLetters {
			return append(list, stretch{string(runes[:mostLetters-letters]) + "…", mark})
		} else {
			letters += len(runes)
		}
		list = append(list, stretch{words, mark})
	}
	return list
}

// marks are the spans that the choice marks in the text.
func (s *State) marks() []leaflet.Span {
	switch s.chosen.kind {
	case proposal:
		p := s.read.Proposals[s.chosen.n]
		return append([]leaflet.Span{p.At}, p.Heads...)
	case left:
		return []leaflet.Span{s.read.Left[s.chosen.n].At}
	}
	return nil
}
