package timeline

// bars places a lane's stretches in the picture, without labels.
func (v *view) bars(stretches []stretch) []Bar {
	bars := make([]Bar, 0, len(stretches))
	for i := range stretches {
		s := &stretches[i]
		endless := s.Until.IsZero() || s.Until.After(v.until)
		if !s.From.Before(v.until) || (!endless && !s.Until.After(v.from)) {
			continue
		}
		b := Bar{Stretch: s.Stretch, Span: Span{v.x(s.From), v.right}}
		if !endless {
			b.X1 = v.x(s.Until)
		}
		if !endless && i+1 < len(stretches) && stretches[i+1].From.Equal(s.Until) {
			b.X1 -= barGap
		}
		if b.X1-b.X0 < narrowest {
			continue
		}
		bars = append(bars, b)
	}
	return bars
}

// label chooses the longest wording that fits: right of the line if the bar crosses it, else, of what has no wait to tell,
// in the part that is past, where "not yet" would be read as "was not yet". What is wholly past says nothing more. The
// faint line at ghost crosses no words if they have room beside it.
func (v *view) label(b *Bar, texts *[]sized, cursorX float32, ghost Ghost) {
	if b.X1 <= cursorX {
		return
	}
	all := v.texts(b, texts)
	b.Label, b.LabelX = beside(all, max(b.X0, cursorX), b.X1, ghost)
	if b.Label == "" && cursorX > b.X0 && !b.Tone.waits() {
		b.Label, b.LabelX = beside(all, b.X0, cursorX, ghost)
	}
}

// beside is fit, on the side of the faint line that has room: after it, else before it.
func beside(texts []sized, x0, x1 float32, ghost Ghost) (string, float32) {
	if !ghost.Shown || ghost.X <= x0 || ghost.X >= x1 {
		return fit(texts, x0, x1)
	}
	if text, x := fit(texts, ghost.X, x1); text != "" {
		return text, x
	}
	return fit(texts, x0, ghost.X)
}

// fit gives the first of the texts that fits between x0 and x1, with its left edge.
func fit(texts []sized, x0, x1 float32) (string, float32) {
	for _, t := range texts {
		if t.width <= x1-x0-2*barPad {
			return t.text, x0 + barPad
		}
	}
	return "", x0 + barPad
}

// texts are what the bar may say, the longest first. They are worded once.
func (v *view) texts(b *Bar, kept *[]sized) []sized {
	if *kept == nil {
		texts := v.o.Words.Bar(b.Stretch)
		*kept = make([]sized, len(texts))
		for i, text := range texts {
			(*kept)[i] = sized{text, v.width(text, BarText, true)}
		}
	}
	return *kept
}
