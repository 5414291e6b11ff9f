package timeline

import (
	"image/color"

	"afterglow/app/screens/kit"
	"afterglow/app/screens/theme"
	lay "afterglow/app/timeline"
)

const (
	corner   = 7
	edge     = 2
	dotSize  = 5.5 // radius of an occurrence
	veilWith = 0.48
	nameRoom = lay.LabelColumn - 12 // for a lane's name and what stands below it
)

// paintHead draws the axis: days, hours and the line's label.
func paintHead(c *Chart, e *shapes) {
	l, p := c.layout, c.k.P
	for _, x := range l.Grid {
		e.box(x, 0, 1, headHigh, 0, p.Line, nil, 0)
	}
	for _, d := range l.Days {
		e.text(d.Text, d.X, d.Y+10, d.Size, d.Bold, p.Text)
	}
	t := l.CursorLabel
	for _, h := range l.Hours {
		// Not so near to the pill that both read as one.
		if h.X+h.Width > t.X-lay.CursorPad-6 && h.X < t.X+t.Width+lay.CursorPad+6 {
			continue
		}
		e.text(h.Text, h.X, h.Y+8, h.Size, h.Bold, p.Muted)
	}
	if len(l.Lanes) == 0 {
		return
	}
	e.box(l.CursorX-1, 40, 2, headHigh-40, 0, p.Text, nil, 0)
	const high = 22
	e.box(t.X-lay.CursorPad, t.Y+9-high/2, t.Width+2*lay.CursorPad, high, high/2, p.Text, nil, 0)
	e.text(t.Text, t.X, t.Y+9, t.Size, t.Bold, p.Background)
}

// paintBody draws the lanes: shapes, then the veil over what has passed, then words and dots, then the line.
func paintBody(c *Chart, e *shapes) {
	l, k := c.layout, c.k
	p := k.P
	if len(l.Lanes) == 0 {
		return
	}
	bottom := l.Height - headHigh
	night := theme.Fade(p.Text, 0.035)
	if p.Dark {
		night = theme.Fade(p.Background, 0.45)
	}
	for _, n := range l.Nights {
		e.box(n.X0, 0, n.X1-n.X0, bottom, 0, night, nil, 0)
	}
	for _, x := range l.Grid {
		e.box(x, 0, 1, bottom, 0, p.Line, nil, 0)
	}
	for _, lane := range l.Lanes {
		if lane.ID == c.marked {
			from := l.LabelWidth - markRoom
			e.box(from, lane.Y-headHigh-markRoom, c.body.Size().Width-from, lay.BarHeight+2*markRoom, corner+4, p.RoseFill, nil, 0)
		}
	}
	for _, v := range l.Treatments {
		e.box(v.X, 0, 2, bottom, 0, p.Rose, nil, 0)
	}
	for _, lane := range l.Lanes {
		for _, b := range lane.Bars {
			paintBar(e, k, b, lane.Y-headHigh)
		}
	}
	e.box(l.LabelWidth-2, 0, max(0, l.CursorX-l.LabelWidth+2), bottom, 0, theme.Fade(p.Card, veilWith), nil, 0)
	for _, lane := range l.Lanes {
		y := lane.Y - headHigh
		name := kit.Fit(lane.Name, theme.SizeBody, lane.ID == c.marked, nameRoom)
		const half = float32(lay.BarHeight) / 2
		mid := y + half
		if of := c.note(lane.ID); of != "" {
			of = kit.Fit(of, theme.SizeSmall, false, nameRoom)
			e.text(of, 0, mid+9, theme.SizeSmall, false, p.Muted)
			mid -= 8
		}
		ink := p.Text
		if lane.ID == c.marked {
			ink = p.Rose
		}
		e.text(name, 0, mid, theme.SizeBody, lane.ID == c.marked, ink)
		for _, b := range lane.Bars {
			if b.Label != "" {
				ink := barTone(k, b.Tone).Ink
				if b.Faded {
					ink = blend(ink, p.Card, 0.35)
				}
				e.text(b.Label, b.LabelX, y+half, lay.BarText, true, ink)
			}
		}
		for _, t := range lane.Ticks {
			paintTick(e, p, t, y+lay.BarHeight)
		}
	}
	for _, v := range l.Treatments {
		e.text(v.Label.Text, v.Label.X, v.Label.Y+8-headHigh, v.Label.Size, v.Label.Bold, p.Muted)
	}
	e.box(l.CursorX-1, 0, 2, bottom, 0, p.Text, nil, 0)
}

func paintBar(e *shapes, k *kit.Kit, b lay.Bar, y float32) {
	t := barTone(k, b.Tone)
	w := b.X1 - b.X0
	fill := color.Color(t.Fill)
	if b.Tone == lay.ToneAsk {
		fill = k.P.Card
	}
	round := min(float32(corner), w/2)
	e.box(b.X0, y, w, lay.BarHeight, round, fill, nil, 0)
	if b.Tone == lay.ToneWait || b.Tone == lay.ToneRest {
		e.hatch(b.X0, y, w, lay.BarHeight, round, theme.Fade(t.Ink, 0.34))
	}
	e.box(b.X0, y, w, lay.BarHeight, round, color.Transparent, t.Ink, edge)
}

func paintTick(e *shapes, p *theme.Palette, t lay.Tick, y float32) {
	ink := color.NRGBA(p.Rose)
	if t.Past {
		ink = blend(p.Rose, p.Card, 0.35)
	}
	fill := p.Card
	if t.Done {
		fill = ink
	}
	e.dot(t.X, y, dotSize, fill, ink, 2)
}

// blend mixes share of b into a.
func blend(a, b color.NRGBA, share float64) color.NRGBA {
	mix := func(x, y uint8) uint8 { return uint8(float64(x)*(1-share) + float64(y)*share + 0.5) }
	return color.NRGBA{R: mix(a.R, b.R), G: mix(a.G, b.G), B: mix(a.B, b.B), A: 255}
}
