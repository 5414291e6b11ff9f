package timeline

import (
	"image"

	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
	"afterglow/app/screens/theme"
	lay "afterglow/app/timeline"
)

const (
	corner   = 7
	dotSize  = 4  // radius of an occurrence
	pillHigh = 24 // of what the line says
	lineFoot = 10 // below the line's end
	ghostInk = 0.3
)

// drawHead draws the ground of the axis, with the first part of the days' lines.
func drawHead(c *Chart, w, h int, size fyne.Size) image.Image {
	sc := newScreen(w, h, size, c.k.P.Card)
	sc.left = padLeft - inset
	for _, x := range c.layout.Grid {
		sc.box(x, 6, 1, size.Height, 0, c.k.P.Line)
	}
	return sc.img
}

// paintHead draws days and hours, and what the line and the faint one at now say.
func paintHead(c *Chart, e *shapes) {
	l, p := c.layout, c.k.P
	if len(l.Lanes) == 0 {
		return
	}
	for _, d := range l.Axis {
		ink := p.Text
		if !d.Bold {
			ink = p.Muted
		}
		text := d.Text
		if d.Hidden {
			text = ""
		}
		e.text(text, padLeft+d.X, headMid, d.Size, d.Bold, ink)
	}
	if g := l.Ghost; g.Shown {
		top := float32(headMid + 9)
		if g.Label.Text == "" {
			top = headMid
		}
		e.text(g.Label.Text, padLeft+g.Label.X, headMid, g.Label.Size, false, p.Muted)
		e.box(padLeft+g.X-1, top, 2, headHigh-top, 0, theme.Fade(p.Text, ghostInk))
	}
	t := l.CursorLabel
	e.box(padLeft+l.CursorX-1, headMid, 2, headHigh-headMid, 0, p.Text)
	e.box(padLeft+t.X-lay.CursorPad, headMid-pillHigh/2, t.Width+2*lay.CursorPad, pillHigh, pillHigh/2, p.Text)
	e.text(t.Text, padLeft+t.X, headMid, t.Size, t.Bold, p.Background)
}

// paintBody draws the words of the lanes, and the lines over them.
func paintBody(c *Chart, e *shapes) {
	l, p := c.layout, c.k.P
	if len(l.Lanes) == 0 {
		return
	}
	bottom := c.body.Size().Height - lineFoot
	for _, lane := range l.Lanes {
		y := lane.Y - lay.HeadHeight
		half := l.BarHigh / 2
		marked := lane.ID != "" && lane.ID == c.marked
		mid := y + half
		if of := c.note(lane.ID); of != "" {
			e.text(kit.Fit(of, theme.SizeSmall, false, c.nameRoom()), padLeft, mid+7.5, theme.SizeSmall, false, p.Muted)
			mid -= 7 // nearer to its own note than to the next name
		}
		ink := p.Text
		if marked {
			ink = p.Rose
		}
		e.text(kit.Fit(lane.Name, theme.SizeBody, marked, c.nameRoom()), padLeft, mid, theme.SizeBody, marked, ink)
		for _, b := range lane.Bars {
			e.text(b.Label, padLeft+b.LabelX, y+half, lay.BarText, true, barTone(c.k, b.Tone).Ink)
		}
	}
	for _, v := range l.Treatments {
		e.text(v.Label.Text, padLeft+v.Label.X, v.Label.Y+8-lay.HeadHeight, v.Label.Size, v.Label.Bold, p.Muted)
	}
	if l.Ghost.Shown {
		e.box(padLeft+l.Ghost.X-1, 0, 2, bottom, 0, theme.Fade(p.Text, ghostInk))
	}
	e.box(padLeft+l.CursorX-1, 0, 2, bottom, 0, p.Text)
}
