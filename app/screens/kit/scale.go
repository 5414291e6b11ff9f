package kit

import (
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/phrase"
	"afterglow/app/reader"
	"afterglow/app/screens/theme"
)

// ScaleMost is the last step of a Scale; the first is 0.
const ScaleMost = 10

// Unsaid is the value of a Scale that was skipped.
const Unsaid = -1

// Measures of a scale, in Fyne's units.
const (
	scaleDot   = 14  // across a dot
	scaleBig   = 20  // across the chosen one
	scaleInset = 12  // from the edge to the middle of the first dot
	scaleWide  = 480 // at most: a longer row is no longer seen as one
	scaleWords = 16  // height of the figures beneath
	scaleLine  = 20  // height of a line of words
)

// scale is a row of dots from 0 to ScaleMost of which one can be chosen, or none.
type scale struct {
	k     *Kit
	value int
	hover int // the dot beneath the pointer; Unsaid for none
	set   func(int)

	press *Press
	row   *fyne.Container
	form  *fyne.Container
	says  *Line
	clear *Press
	line  *canvas.Rectangle
	reach *canvas.Rectangle // the line up to the chosen dot
	dots  [ScaleMost + 1]*canvas.Circle
	words [ScaleMost + 1]*canvas.Text
}

// Scale asks how strong something is, from 0 to ScaleMost, in a row of dots. It can be left open: value and what set
// hears are Unsaid then. One stop of the keyboard: the arrows, Home, End and the digits choose, Delete and Backspace
// take the answer away; so does a click on the chosen dot. set may be nil.
func (k *Kit) Scale(id, label string, value int, set func(value int)) *fyne.Container {
	s := &scale{k: k, value: Unsaid, hover: Unsaid, set: set}
	if value >= 0 && value <= ScaleMost {
		s.value = value
	}
	s.line, s.reach = canvas.NewRectangle(k.P.Line), canvas.NewRectangle(k.P.Rose)
	objects := []fyne.CanvasObject{s.line, s.reach}
	for i := range s.dots {
		s.dots[i] = canvas.NewCircle(k.P.Card)
		s.words[i] = canvas.NewText(strconv.Itoa(i), k.P.Muted)
		s.words[i].TextSize = theme.SizeSmall
		s.words[i].Alignment = fyne.TextAlignCenter
		objects = append(objects, s.dots[i], s.words[i])
	}
	s.row = &fyne.Container{Layout: scaleRow{s}, Objects: objects}
	s.press = k.Press(id, label, 8, s.row, nil)
	s.press.role = RoleScale
	s.press.figure = func() *reader.Value {
		return &reader.Value{Now: float64(max(0, s.value)), Most: ScaleMost, Step: 1, Said: s.press.state.Value}
	}
	s.press.onFigure = func(v float64) bool {
		if v < 0 || v > ScaleMost || v != math.Trunc(v) {
			return false
		}
		s.choose(int(v))
		return true
	}
	s.press.OnTap = func() { // by the keyboard: an answer that is there stays
		if s.value == Unsaid {
			s.choose(0)
		}
	}
	s.press.OnKey, s.press.OnRune, s.press.OnPoint, s.press.OnHover = s.key, s.digit, s.point, s.over
	s.says = k.Line("", k.P.Muted, false)
	s.clear = k.Bare(id+".clear", k.V.T("kit.scale_clear", phrase.Args{"Name": label}), k.Icon(IconClose, 10, k.P.Muted), func() { s.choose(Unsaid) })
	s.form = &fyne.Container{Layout: scaleForm{s}, Objects: []fyne.CanvasObject{k.Strong(label), s.says, s.clear, s.press}}
	s.dress()
	return s.form
}

// choose takes an answer, shows it and tells it.
func (s *scale) choose(value int) {
	value = max(Unsaid, min(ScaleMost, value))
	if value == s.value {
		return
	}
	s.value = value
	s.dress()
	s.form.Refresh()
	s.row.Refresh()
	if value == Unsaid && s.k.Focus != nil && s.clear.focused {
		s.k.Focus(s.press) // the button that was pressed is gone
	}
	s.k.told()
	if s.set != nil {
		s.set(value)
	}
}

// dress gives each dot the look of its state, and says the answer.
func (s *scale) dress() {
	k, p := s.k, s.k.P
	said := k.V.T("kit.scale_open")
	if s.value != Unsaid {
		said = k.V.T("kit.scale_value", phrase.Args{"Value": strconv.Itoa(s.value), "Most": strconv.Itoa(ScaleMost)})
	}
	s.says.SetText(said)
	s.press.state.Value = said
	s.clear.Hidden = s.value == Unsaid
	s.reach.Hidden = s.value <= 0
	for i, d := range s.dots {
		d.FillColor, d.StrokeColor, d.StrokeWidth = p.Card, p.Outline, 1.5
		w := s.words[i]
		w.Color, w.TextStyle.Bold = p.Muted, false
		w.Hidden = i%5 != 0
		switch {
		case i == s.value:
			d.FillColor, d.StrokeColor = p.Rose, p.Rose
			w.Color, w.TextStyle.Bold, w.Hidden = p.Rose, true, false
		case i < s.value:
			d.FillColor, d.StrokeColor = p.RoseFill, p.Rose
		}
		if i == s.hover {
			d.StrokeColor, d.StrokeWidth, w.Hidden = p.Rose, 2.5, false
		}
	}
}

// key answers the keys that move along the row.
func (s *scale) key(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyRight, fyne.KeyUp:
		s.choose(s.value + 1)
	case fyne.KeyLeft, fyne.KeyDown:
		s.choose(max(0, s.value-1))
	case fyne.KeyHome:
		s.choose(0)
	case fyne.KeyEnd:
		s.choose(ScaleMost)
	case fyne.KeyDelete, fyne.KeyBackspace:
		s.choose(Unsaid)
	default:
		return false
	}
	return true
}

// digit chooses what is typed.
func (s *scale) digit(r rune) bool {
	if r < '0' || r > '9' {
		return false
	}
	s.choose(int(r - '0'))
	return true
}

// at is the dot nearest to a place in the row.
func (s *scale) at(p fyne.Position) int {
	pitch := scalePitch(s.row.Size().Width)
	return max(0, min(ScaleMost, int((p.X-scaleInset)/pitch+0.5)))
}

// point answers a click; one on the chosen dot takes the answer away.
func (s *scale) point(p fyne.Position) {
	i := s.at(p)
	if i == s.value {
		i = Unsaid
	}
	s.choose(i)
}

// over shows which dot a click would choose.
func (s *scale) over(p fyne.Position, here bool) {
	i := Unsaid
	if here {
		i = s.at(p)
	}
	if i == s.hover {
		return
	}
	s.hover = i
	s.dress()
	s.row.Refresh()
}

// scalePitch is how far the dots of a row of this width are apart.
func scalePitch(width float32) float32 { return (width - 2*scaleInset) / ScaleMost }

// scaleRow sets the dots on their line, with the figures beneath.
type scaleRow struct{ s *scale }

func (scaleRow) heightFor([]fyne.CanvasObject, float32) float32 { return Target + scaleWords }

func (scaleRow) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(Target*ScaleMost+2*scaleInset, Target+scaleWords)
}

func (l scaleRow) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	const y = Target / 2 // the line on which the dots lie
	s, pitch := l.s, scalePitch(size.Width)
	place(s.line, scaleInset, y-1, pitch*ScaleMost, 2)
	place(s.reach, scaleInset, y-1, pitch*float32(max(0, s.value)), 2)
	for i, d := range s.dots {
		x, across := scaleInset+pitch*float32(i), float32(scaleDot)
		if i == s.value {
			across = scaleBig
		}
		place(d, x-across/2, y-across/2, across, across)
		place(s.words[i], x-scaleInset, Target-4, 2*scaleInset, scaleWords)
	}
}
