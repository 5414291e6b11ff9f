package kit

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"afterglow/app/screens/theme"
)

// Run is a stretch of a paragraph: words in one colour and weight, or a link.
type Run struct {
	Text string
	Ink  color.Color
	Bold bool
	Link *Press // shown in place of Text, never broken across lines
}

// Para is text that breaks into lines at the width it gets.
type Para struct {
	widget.BaseWidget
	runs  []Run
	size  float32
	line  float32 // height of one line
	align fyne.TextAlign
	level int // of a heading, 1 for a page's; 0: it is none
	heard bool
	id    string // of what is heard; "": its words tell it apart
	k     *Kit

	flown map[float32]flown // by width: a page asks for the same few again and again while it is laid out
}

// flown is how a paragraph breaks into lines at one width.
type flown struct {
	pieces []piece
	lines  int
	widest float32
}

var (
	_ fyne.Widget     = (*Para)(nil)
	_ Flowing         = (*Para)(nil)
	_ fyne.Accessible = (*Para)(nil)
	_ Part            = (*Para)(nil)
)

func (k *Kit) para(size, line float32, runs ...Run) *Para {
	p := &Para{k: k, runs: runs, size: size, line: line}
	p.ExtendBaseWidget(p)
	return p
}

// Para is a paragraph of several runs in the body's size.
func (k *Kit) Para(runs ...Run) *Para { return k.para(theme.SizeBody, 20, runs...) }

// Body is plain text in the body's size.
func (k *Kit) Body(text string) *Para { return k.Para(Run{Text: text, Ink: k.P.Text}) }

// Strong is bold text in the body's size.
func (k *Kit) Strong(text string) *Para { return k.Para(Run{Text: text, Ink: k.P.Text, Bold: true}) }

// Muted is quiet text in the body's size.
func (k *Kit) Muted(text string) *Para { return k.Para(Run{Text: text, Ink: k.P.Muted}) }

// Inked is text of one colour in the body's size.
func (k *Kit) Inked(text string, ink color.Color, bold bool) *Para {
	return k.Para(Run{Text: text, Ink: ink, Bold: bold})
}

// Title is a page's name.
func (k *Kit) Title(text string) *Para {
	return k.para(theme.SizeTitle, 34, Run{Text: text, Ink: k.P.Text, Bold: true}).Heading(1)
}

// Task is the name of the one thing to do.
func (k *Kit) Task(text string) *Para {
	return k.para(theme.SizeTask, 26, Run{Text: text, Ink: k.P.Text, Bold: true}).Heading(2)
}

// Headline is a Task of several runs.
func (k *Kit) Headline(runs ...Run) *Para {
	return k.para(theme.SizeTask, 26, runs...).Heading(2)
}

// Section is a heading inside a page.
func (k *Kit) Section(text string) *Para {
	return k.SectionInked(text, k.P.Text)
}

// SectionInked is Section in a colour of its own.
func (k *Kit) SectionInked(text string, ink color.Color) *Para {
	return k.para(theme.SizeSection, 22, Run{Text: text, Ink: ink, Bold: true}).Heading(2)
}

// Welcome is the first page's headline.
func (k *Kit) Welcome(text string) *Para {
	return k.para(theme.SizeWelcome, 38, Run{Text: text, Ink: k.P.Text, Bold: true}).Centred().Heading(1)
}

// Lead is what stands below it.
func (k *Kit) Lead(text string) *Para {
	return k.para(theme.SizeSection, 24, Run{Text: text, Ink: k.P.Muted}).Centred()
}

// Small is the footer's text.
func (k *Kit) Small(text string) *Para {
	return k.para(theme.SizeSmall, 16, Run{Text: text, Ink: k.P.Muted})
}

// Centred sets the lines in the middle.
func (p *Para) Centred() *Para {
	p.align = fyne.TextAlignCenter
	return p
}

// Heard has it read out when it comes, to who cannot see that it came.
func (p *Para) Heard() *Para {
	p.heard = true
	return p
}

// Heading says that it is a heading of this level, 1 for a page's; 0: it is none.
func (p *Para) Heading(level int) *Para {
	p.level = level
	return p
}

// SetRuns changes the words.
func (p *Para) SetRuns(runs ...Run) {
	p.runs, p.flown = runs, nil
	p.Refresh()
	p.k.told()
}

// plain is the words without its links.
func (p *Para) plain() string {
	var b strings.Builder
	for _, r := range p.runs {
		if r.Link == nil {
			b.WriteString(r.Text)
		}
	}
	return strings.TrimSpace(b.String())
}

// Text is all the words, for tests and screen readers.
func (p *Para) Text() string {
	var b strings.Builder
	for _, r := range p.runs {
		if r.Link != nil {
			b.WriteString(r.Link.label)
			continue
		}
		b.WriteString(r.Text)
	}
	return b.String()
}

// AccessibilityLabel is what a screen reader reads.
func (p *Para) AccessibilityLabel() string { return p.Text() }

// AccessibilityRole says that this is text.
func (p *Para) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// piece is one stretch of one line.
type piece struct {
	text string
	run  int
	x, w float32
	line int
}

func measure(text string, size float32, bold bool) float32 {
	return fyne.MeasureText(text, size, fyne.TextStyle{Bold: bold}).Width
}

// flow breaks the runs into lines at width; 0 or less never breaks.
func (p *Para) flow(width float32) (pieces []piece, lines int, widest float32) {
	f, known := p.flown[width]
	if !known {
		f.pieces, f.lines, f.widest = p.breaks(width)
		if p.flown == nil || len(p.flown) == mostWidths {
			p.flown = map[float32]flown{}
		}
		p.flown[width] = f
	}
	return f.pieces, f.lines, f.widest
}

// mostWidths bounds what a paragraph remembers while a window is made larger.
const mostWidths = 8

func (p *Para) breaks(width float32) (pieces []piece, lines int, widest float32) {
	var x float32
	line := 0
	for i, r := range p.runs {
		if r.Link != nil {
			w := r.Link.MinSize().Width
			if width > 0 && x > 0 && x+w > width {
				line, x = line+1, 0
			}
			pieces = append(pieces, piece{run: i, x: x, w: w, line: line})
			x += w
			widest = fyne.Max(widest, x)
			continue
		}
		for n, part := range strings.Split(r.Text, "\n") {
			if n > 0 {
				line, x = line+1, 0
			}
			pieces, line, x, widest = p.words(pieces, i, part, width, line, x, widest)
		}
	}
	return pieces, line + 1, widest
}

// leastBroken is the least width at which a word that is wider is broken.
const leastBroken = 40

// prefix is how many bytes of a word fit into width, one letter at least; all of them if they fit.
func prefix(word string, width, size float32, bold bool) int {
	const most = 1 << 10 // bytes; no line holds so many, and to measure more takes long
	for i := range word {
		if i > most {
			word = word[:i]
			break
		}
	}
	if measure(word, size, bold) <= width+0.01 {
		return len(word)
	}
	fits := 0
	for i := range word {
		if i > 0 && fits > 0 && measure(word[:i], size, bold) > width {
			return fits
		}
		if i > 0 {
			fits = i
		}
	}
	if fits == 0 {
		return len(word) // a single letter
	}
	return fits
}

// words lays one run's words from x on, as few pieces as lines.
func (p *Para) words(pieces []piece, run int, text string, width float32, line int, x, widest float32) ([]piece, int, float32, float32) {
	bold := p.runs[run].Bold
	start, at := 0, 0 // text[start:at] is what fits on this line so far
	var so stretch    // how wide that is, by its words
	emit := func() {
		if start == at {
			return
		}
		s := text[start:at]
		w := measure(s, p.size, bold)
		pieces = append(pieces, piece{text: s, run: run, x: x, w: w, line: line})
		x += w
		widest = fyne.Max(widest, x)
		start, so = at, stretch{}
	}
	for at < len(text) {
		next := at
		for next < len(text) && text[next] == ' ' {
			next++
		}
		for next < len(text) && text[next] != ' ' {
			next++
		}
		if width > 0 && (x > 0 || start < at) && p.wider(text[start:next], so.with(text[at:next], p.size, bold), width-x+0.01, bold) {
			emit()
			line, x = line+1, 0
			for start < len(text) && text[start] == ' ' {
				start++
			}
			at = start
			if next <= at {
				continue
			}
		}
		// An address is one word, and may be wider than the whole line.
		for width >= leastBroken && start == at && x == 0 {
			n := prefix(text[start:next], width, p.size, bold)
			if start+n == next {
				break
			}
			at = start + n
			emit()
			line, x = line+1, 0
		}
		if width > 0 {
			so = so.with(text[at:next], p.size, bold)
		}
		at = next
	}
	emit()
	return pieces, line, x, widest
}

// widestWord is the least width at which no word is cut.
func (p *Para) widestWord() float32 {
	_, _, widest := p.flow(1)
	return widest
}

// HeightFor is the height at this width.
func (p *Para) HeightFor(width float32) float32 {
	_, lines, _ := p.flow(width)
	return float32(lines) * p.line
}

// MinSize is the text on one line: a layout that gives less width asks HeightFor.
func (p *Para) MinSize() fyne.Size {
	_, lines, widest := p.flow(0)
	return fyne.NewSize(widest, float32(lines)*p.line)
}

// CreateRenderer implements fyne.Widget.
func (p *Para) CreateRenderer() fyne.WidgetRenderer {
	return Laid(&paraRenderer{p: p}, p.Size())
}

type paraRenderer struct {
	p       *Para
	texts   []*canvas.Text
	objects []fyne.CanvasObject
}

func (r *paraRenderer) Destroy()                     {}
func (r *paraRenderer) MinSize() fyne.Size           { return r.p.MinSize() }
func (r *paraRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *paraRenderer) Refresh() {
	r.Layout(r.p.Size())
	canvas.Refresh(r.p)
}

func (r *paraRenderer) Layout(size fyne.Size) {
	p := r.p
	pieces, lines, _ := p.flow(size.Width)
	ends := make([]float32, lines)
	for _, pc := range pieces {
		ends[pc.line] = fyne.Max(ends[pc.line], pc.x+pc.w)
	}
	r.objects = r.objects[:0]
	used := 0
	for _, pc := range pieces {
		run := p.runs[pc.run]
		x, y := pc.x, float32(pc.line)*p.line
		if p.align == fyne.TextAlignCenter {
			x += (size.Width - ends[pc.line]) / 2
		}
		if run.Link != nil {
			h := run.Link.MinSize().Height
			place(run.Link, x, y+(p.line-h)/2, pc.w, h)
			r.objects = append(r.objects, run.Link)
			continue
		}
		if used == len(r.texts) {
			r.texts = append(r.texts, canvas.NewText("", color.Transparent))
		}
		t := r.texts[used]
		used++
		setText(t, pc.text, run.Ink, p.size, run.Bold)
		h := t.MinSize().Height
		place(t, x, y+(p.line-h)/2, pc.w, h)
		r.objects = append(r.objects, t)
	}
}

func setText(t *canvas.Text, text string, ink color.Color, size float32, bold bool) {
	if t.Text == text && t.Color == ink && t.TextSize == size && t.TextStyle.Bold == bold {
		return
	}
	t.Text, t.Color, t.TextSize = text, ink, size
	t.TextStyle = fyne.TextStyle{Bold: bold}
	t.Refresh()
}
