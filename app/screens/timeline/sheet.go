package timeline

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"afterglow/app/screens/kit"
	"afterglow/app/screens/theme"
	lay "afterglow/app/timeline"
)

// sheet is all of the lanes that does not move, drawn twice: as it looks before the line, and after. Each is seen on its
// side of the line alone. So a drag moves two edges, and nothing is drawn anew.
type sheet struct {
	past, ahead         *canvas.Raster
	pastClip, aheadClip *container.Clip
}

// pastShare is how much is left of the colours before the line.
const pastShare = 0.45

func newSheet(c *Chart) *sheet {
	s := &sheet{}
	half := func(past bool) (*canvas.Raster, *container.Clip) {
		r := canvas.NewRaster(nil)
		r.ScaleMode = canvas.ImageScalePixels
		r.Generator = func(w, h int) image.Image { return drawLanes(c, w, h, r.Size(), past) }
		return r, container.NewClip(container.NewWithoutLayout(r))
	}
	s.past, s.pastClip = half(true)
	s.ahead, s.aheadClip = half(false)
	return s
}

// place lays the sheet, high as all lanes, between left and right, with the line at x. Only what the scroll shows of it is
// seen: seen units from top on.
func (s *sheet) place(left, right, x, high, top, seen float32) {
	x = max(left, min(right, x))
	size := fyne.NewSize(right-left, high)
	s.past.Resize(size)
	s.ahead.Resize(size)
	s.pastClip.Move(fyne.NewPos(left, top))
	s.pastClip.Resize(fyne.NewSize(x-left, seen))
	s.past.Move(fyne.NewPos(0, -top))
	s.aheadClip.Move(fyne.NewPos(x, top))
	s.aheadClip.Resize(fyne.NewSize(right-x, seen))
	s.ahead.Move(fyne.NewPos(left-x, -top))
}

// redraw draws both sides anew.
func (s *sheet) redraw() {
	s.past.Refresh()
	s.ahead.Refresh()
}

// drawLanes draws one side of the lanes in w by h dots of the screen.
func drawLanes(c *Chart, w, h int, size fyne.Size, past bool) image.Image {
	p, l := c.k.P, c.layout
	sc := newScreen(w, h, size, p.Card)
	sc.left = padLeft - inset
	if len(l.Lanes) == 0 {
		return sc.img
	}
	bottom := size.Height
	night := theme.Fade(p.Text, 0.035)
	if p.Dark {
		night = theme.Fade(p.Background, 0.45)
	}
	for _, n := range l.Nights {
		sc.box(n.X0, 0, n.X1-n.X0, bottom, 0, night)
	}
	for _, x := range l.Grid {
		sc.box(x, 0, 1, bottom-lineFoot, 0, p.Line)
	}
	for _, lane := range l.Lanes {
		if lane.ID != "" && lane.ID == c.marked {
			sc.box(l.LabelWidth-markRoom, lane.Y-lay.HeadHeight-markRoom/2, size.Width, l.BarHigh+markRoom, corner+3, p.Soft)
			sc.edge(l.LabelWidth-markRoom, lane.Y-lay.HeadHeight-markRoom/2, size.Width, l.BarHigh+markRoom, corner+3, 2, p.Rose)
		}
	}
	for _, lane := range l.Lanes {
		for _, b := range lane.Bars {
			drawBar(sc, c.k, b, lane.Y-lay.HeadHeight, l.BarHigh, past)
		}
	}
	if past {
		sc.fade(p.Card, pastShare)
	}
	for _, v := range l.Treatments {
		sc.box(v.X, 0, 2, bottom-lineFoot, 0, p.Rose)
	}
	for _, lane := range l.Lanes {
		y := lane.Y - lay.HeadHeight
		for _, t := range lane.Ticks {
			drawTick(sc, p, t, y+l.BarHigh-1, past)
		}
		if len(lane.Felt) > 0 {
			sc.box(l.LabelWidth, y+l.BarHigh, l.Width-l.LabelWidth, 1, 0, p.Line)
		}
		for _, d := range lane.Felt {
			sc.dot(d.X, y+d.Y, dotSize, p.Rose, p.Rose, 0)
		}
	}
	return sc.img
}

func drawBar(sc *screen, k *kit.Kit, b lay.Bar, y, high float32, past bool) {
	t := barTone(k, b.Tone)
	w := b.X1 - b.X0
	round := min(float32(corner), w/2)
	if b.Tone != lay.ToneAsk {
		sc.box(b.X0, y, w, high, round, t.Fill)
	}
	// The edge tells a wait from what is open where colours are not told apart. What has passed needs none.
	switch b.Tone {
	case lay.ToneWait, lay.ToneRest, lay.ToneNever:
		if past {
			return
		}
		sc.edge(b.X0, y, w, high, round, 1, theme.Fade(t.Ink, 0.5))
	case lay.ToneAsk:
		sc.edge(b.X0, y, w, high, round, 2, t.Ink)
	}
}

// drawTick draws an occurrence: filled if it was answered, faint if it passed without.
func drawTick(sc *screen, p *theme.Palette, t lay.Tick, y float32, past bool) {
	ink, fill := p.Rose, p.Card
	switch {
	case t.Done:
		fill = ink
	case past:
		ink = blend(p.Rose, p.Card, 0.5)
	}
	sc.dot(t.X, y, dotSize, fill, ink, 1.5)
}

// blend mixes share of b into a.
func blend(a, b color.NRGBA, share float64) color.NRGBA {
	return color.NRGBA{R: mixed(a.R, b.R, share), G: mixed(a.G, b.G, share), B: mixed(a.B, b.B, share), A: 255}
}

func barTone(k *kit.Kit, t lay.Tone) kit.Tone {
	switch t {
	case lay.ToneOpen:
		return k.Sage()
	case lay.ToneThen:
		return k.Water()
	case lay.ToneCare:
		return k.Rose()
	}
	return k.Amber()
}
