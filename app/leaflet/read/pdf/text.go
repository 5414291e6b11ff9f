package pdf

import (
	"context"
	"strings"
	"unicode"
)

// Text is the text of a PDF: lines as they stand, an empty line between paragraphs, "#" before a heading as Markdown has
// it. It is "" if the pages hold no letters, as a scanned one does.
func Text(ctx context.Context, b []byte) (text string, err error) {
	defer func() {
		if recover() != nil { // a file that nobody thought of must not end the program
			text, err = "", ErrDamaged
		}
	}()
	f, err := open(ctx, b)
	if err != nil {
		return "", err
	}
	pages := f.pages()
	if len(pages) == 0 {
		return "", ErrDamaged
	}
	p := &painter{f: f, fonts: map[any]*font{}}
	var lines []textLine
	for i, d := range pages {
		runs, err := p.page(d)
		if err != nil {
			return "", err
		}
		for j, l := range linesOf(runs) {
			l.page = i > 0 && j == 0
			lines = append(lines, l)
		}
	}
	return written(lines), nil
}

// textLine is one line of a page.
type textLine struct {
	text    string
	x, y    float64
	end     float64
	size    float64
	letters int
	bold    int  // letters of it in bold
	page    bool // the first of a page
}

// linesOf puts the pieces of a page together: what follows on the same height is of one line, a wide gap parts cells.
func linesOf(runs []run) []textLine {
	var out []textLine
	for _, r := range runs {
		letters := len([]rune(strings.TrimSpace(r.text)))
		size := max(r.size, 1)
		if n := len(out); n > 0 {
			l := &out[n-1]
			gap := r.x - l.end
			if abs64(r.y-l.y) < max(size, l.size)*0.4 && gap > -size*0.8 {
				switch {
				case strings.HasSuffix(l.text, " ") || strings.HasPrefix(r.text, " ") || l.text == "":
				case gap > size*2.5 && !isMark(l.text):
					l.text += " | "
				case gap > size*0.18:
					l.text += " "
				}
				l.text += r.text
				l.end = max(r.end, l.end)
				l.letters += letters
				if r.bold {
					l.bold += letters
				}
				if letters > 0 {
					l.size = max(l.size, size)
				}
				continue
			}
		}
		l := textLine{text: r.text, x: r.x, y: r.y, end: r.end, size: size, letters: letters}
		if r.bold {
			l.bold = letters
		}
		out = append(out, l)
	}
	return out
}

// isMark says whether a piece is the mark of a list, behind which a gap is usual: "•", "10.".
func isMark(s string) bool {
	s = strings.TrimSpace(s)
	short := len([]rune(s)) < 3 && strings.IndexFunc(s, unicode.IsLetter) < 0 || len([]rune(s)) == 1 // "DO" is the head of a column
	return short || strings.HasSuffix(s, ".") && len(s) < 4 || strings.HasSuffix(s, ")") && len(s) < 4
}

// written writes lines as text.
func written(lines []textLine) string {
	sizes := map[int]int{}
	left := 1e9
	for _, l := range lines {
		sizes[int(l.size+0.5)] += l.letters
		if l.letters > 3 {
			left = min(left, l.x)
		}
	}
	body, most := 0, 0
	for size, n := range sizes {
		if n > most || n == most && size > body {
			body, most = size, n
		}
	}
	var out strings.Builder
	var last *textLine
	for i := range lines {
		l := &lines[i]
		text := strings.TrimFunc(l.text, unicode.IsSpace)
		if text == "" {
			continue
		}
		gap := last != nil && (last.y-l.y > max(last.size, l.size)*1.75 || l.y > last.y+l.size || l.page)
		if gap || last != nil && l.heads(body) != last.heads(body) {
			out.WriteByte('\n')
		}
		switch level := l.heads(body); {
		case level > 0:
			out.WriteString(strings.Repeat("#", level) + " ")
		case l.x > left:
			out.WriteString(strings.Repeat(" ", min(12, int((l.x-left)/max(l.size, 1)))))
		}
		out.WriteString(text + "\n")
		last = l
	}
	return out.String()
}

// heads is the level of a heading that a line is, by its size and weight; 0: it is none.
func (l *textLine) heads(body int) int {
	switch {
	case l.letters > 70:
		return 0
	case l.size >= float64(body)*1.4:
		return 1
	case l.size >= float64(body)*1.12:
		return 2
	case l.letters > 2 && l.bold*10 >= l.letters*9:
		return 3
	}
	return 0
}
