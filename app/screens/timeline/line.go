package timeline

import (
	"slices"

	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
)

// lineLayout sets the moment, as many answers as fit, in brief if need be, a link to the others and the way back to now at
// the right. Nothing is cut short.
type lineLayout struct {
	a    *answers
	more *kit.Press
}

const lineHigh = 32

func (lineLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, lineHigh) }

func (l lineLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	when, back, items := o[0], o[1], o[3:]
	const gap = kit.GapBetween
	mid := func(c fyne.CanvasObject, x, w float32) {
		h := fyne.Max(c.MinSize().Height, 20)
		c.Move(fyne.NewPos(x, (size.Height-h)/2))
		c.Resize(fyne.NewSize(w, h))
	}
	right := size.Width
	if back.Visible() {
		w := back.MinSize().Width
		right -= w
		mid(back, right, w)
		right -= gap / 2
	}
	whenW := fyne.Min(when.MinSize().Width+2, right)
	mid(when, 0, whenW)
	x := whenW + gap
	left := 0 // windows that are not told yet
	for _, s := range l.a.said {
		left += s.Count
	}
	for i, item := range items {
		room := right - x
		if i < len(items)-1 {
			room -= l.moreWidth(left-l.a.said[i].Count) + gap
		}
		w := l.fit(item, l.a.said[i], room, l.behind(items, i, gap))
		if w > room {
			for _, rest := range items[i:] {
				rest.Hide()
			}
			break
		}
		item.Show()
		mid(item, x, w)
		x += w + gap
		left -= l.a.said[i].Count
	}
	if left == 0 {
		l.more.Hide()
		return
	}
	l.more.Show()
	l.more.Reword(l.others(left))
	mid(l.more, x, fyne.Min(l.moreWidth(left), right-x))
}

// behind is how wide the answers behind the ith are in brief: the next one, that and the one after it, and so on.
func (l lineLayout) behind(items []fyne.CanvasObject, i int, gap float32) []float32 {
	var widths []float32
	var sum float32
	for j := i + 1; j < len(items); j++ {
		sum += gap + l.least(items[j], l.a.said[j])
		widths = append(widths, sum)
	}
	return widths
}

// fit words an answer for so much room, in brief where more of those behind it find room only then: when the next opens
// matters more than each name of what is open. It says how wide the answer is then. No words are tried on: each change of
// them would have the window painted once more.
func (l lineLayout) fit(item fyne.CanvasObject, s phrase.Answer, room float32, behind []float32) float32 {
	words, around := l.words(item)
	if words == nil {
		return around
	}
	text := s.Text
	if s.Brief != "" {
		whole, brief := around+words.Wide(s.Text), around+words.Wide(s.Brief)
		more := slices.ContainsFunc(behind, func(w float32) bool { return whole+w > room && brief+w <= room })
		if whole > room || more {
			text = s.Brief
		}
	}
	words.SetText(text)
	return around + words.Wide(text)
}

// least is how wide an answer is in brief.
func (l lineLayout) least(item fyne.CanvasObject, s phrase.Answer) float32 {
	words, around := l.words(item)
	switch {
	case words == nil:
		return around
	case s.Brief != "":
		return around + words.Wide(s.Brief)
	}
	return around + words.Wide(s.Text)
}

// words are those of an answer, and how wide the rest of it is; without any that is all of it.
func (lineLayout) words(item fyne.CanvasObject) (words *kit.Line, around float32) {
	wide := item.MinSize().Width
	words, ok := item.(*fyne.Container).Objects[1].(*kit.Line)
	if !ok {
		return nil, wide
	}
	return words, wide - words.MinSize().Width
}

// others are the words of the link that tells of so many windows.
func (l lineLayout) others(count int) string {
	return l.a.k.V.T("timeline.more", phrase.Args{"Count": count})
}

// moreWidth is how wide that link is.
func (l lineLayout) moreWidth(count int) float32 { return l.more.Wide(l.others(count)) }
