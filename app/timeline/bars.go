package timeline

// bars places a lane's stretches in the picture.
func (v *view) bars(lane *laneSource) []Bar {
	bars := make([]Bar, 0, len(lane.stretches))
	for i := range lane.stretches {
		s := &lane.stretches[i]
		endless := s.until.IsZero() || s.until.After(v.until)
		if !s.from.Before(v.until) || (!endless && !s.until.After(v.from)) {
			continue
		}
		b := Bar{Height: BarHeight, Tone: s.tone, From: s.from, Until: s.until, CutLeft: s.from.Before(v.from), CutRight: endless}
		b.X0, b.X1 = v.x(s.from), v.right
		if !endless {
			b.X1 = v.x(s.until)
		}
		if !endless && i+1 < len(lane.stretches) && lane.stretches[i+1].from.Equal(s.until) {
			b.X1 -= barGap
		}
		if b.X1-b.X0 < narrowest {
			continue
		}
		b.FadeTo = min(max(v.cursorX, b.X0), b.X1)
		v.label(&b, s, lane)
		b.Words = s.sentence(lane, v.zone)
		bars = append(bars, b)
	}
	return bars
}

// label chooses the longest wording that fits: right of the cursor where the bar
// crosses it, else in the part that is past.
func (v *view) label(b *Bar, s *stretch, lane *laneSource) {
	past := b.X1 <= v.cursorX
	w := teller{v.cursor, v.zone}
	if past || v.cursorX <= b.X0 {
		b.Faded = past
		b.Label, b.LabelX = v.fit(s, lane, w, past, b.X0, b.X1)
		return
	}
	if b.Label, b.LabelX = v.fit(s, lane, w, false, v.cursorX, b.X1); b.Label != "" {
		return
	}
	b.Label, b.LabelX = v.fit(s, lane, w, false, b.X0, v.cursorX)
	b.Faded = true
}

// fit gives the longest wording that fits between x0 and x1, with its left edge.
func (v *view) fit(s *stretch, lane *laneSource, w teller, past bool, x0, x1 float32) (string, float32) {
	room := x1 - x0 - 2*barPad
	x := x0 + barPad
	if room <= 0 {
		return "", x
	}
	for i := 0; ; i++ {
		text := s.wording(lane, w, past, i)
		if text == "" || v.width(text, BarText, true) <= room {
			return text, x
		}
	}
}
