package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"afterglow/app/screens/theme"
)

// Line is text on one line; if it does not fit it ends in an ellipsis.
type Line struct {
	widget.BaseWidget
	text string
	ink  color.Color
	bold bool
	size float32
	line float32
	k    *Kit
}

var _ fyne.Accessible = (*Line)(nil)

// Line is one line in the body's size.
func (k *Kit) Line(text string, ink color.Color, bold bool) *Line {
	return k.line(text, ink, bold, theme.SizeBody, 20)
}

func (k *Kit) line(text string, ink color.Color, bold bool, size, height float32) *Line {
	l := &Line{k: k, text: text, ink: ink, bold: bold, size: size, line: height}
	l.ExtendBaseWidget(l)
	return l
}

// SetText changes the words.
func (l *Line) SetText(text string) {
	if l.text == text {
		return
	}
	l.text = text
	l.Refresh()
	l.k.told()
}

// Wide is how wide it would be with that text.
func (l *Line) Wide(text string) float32 { return measure(text, l.size, l.bold) }

// Longest is the first of these texts that has room in this width; "" if none has.
func (l *Line) Longest(width float32, texts []string) string {
	for _, t := range texts {
		if l.Wide(t) <= width {
			return t
		}
	}
	return ""
}

// Text is the whole text, also what is cut on screen.
func (l *Line) Text() string { return l.text }

// AccessibilityLabel is what a screen reader reads.
func (l *Line) AccessibilityLabel() string { return l.text }

// AccessibilityRole says that this is text.
func (l *Line) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// MinSize is the whole text.
func (l *Line) MinSize() fyne.Size { return fyne.NewSize(l.Wide(l.text), l.line) }

// CreateRenderer implements fyne.Widget.
func (l *Line) CreateRenderer() fyne.WidgetRenderer {
	r := &lineRenderer{l: l, t: canvas.NewText("", color.Transparent)}
	r.objects = []fyne.CanvasObject{r.t}
	return Laid(r, l.Size())
}

type lineRenderer struct {
	l       *Line
	t       *canvas.Text
	objects []fyne.CanvasObject
}

func (r *lineRenderer) Destroy()                     {}
func (r *lineRenderer) MinSize() fyne.Size           { return r.l.MinSize() }
func (r *lineRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *lineRenderer) Refresh() {
	r.Layout(r.l.Size())
	canvas.Refresh(r.l)
}

func (r *lineRenderer) Layout(size fyne.Size) {
	l := r.l
	setText(r.t, Fit(l.text, l.size, l.bold, size.Width), l.ink, l.size, l.bold)
	m := r.t.MinSize()
	place(r.t, 0, (size.Height-m.Height)/2, m.Width, m.Height)
}

// Fit cuts text so that it is at most so wide, with an ellipsis if it is cut.
func Fit(text string, size float32, bold bool, width float32) string {
	if measure(text, size, bold) <= width+0.5 {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes)
	for low < high {
		mid := (low + high + 1) / 2
		if measure(string(runes[:mid])+"…", size, bold) <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	if low == 0 {
		return ""
	}
	return string(runes[:low]) + "…"
}
