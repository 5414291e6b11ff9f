package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/screens/kit"
)

// tipOn names what the pointer is on, where the rail has icons alone.
func (s *Shell) tipOn(p *kit.Press) func(fyne.Position, bool) {
	return func(_ fyne.Position, here bool) {
		if !here {
			s.hideTip()
			return
		}
		s.showTip(p)
	}
}

// showTip says what p is called, at its right.
func (s *Shell) showTip(p *kit.Press) {
	k := s.k
	ground := canvas.NewRectangle(k.P.Text)
	ground.CornerRadius = 6
	s.tip.Objects = []fyne.CanvasObject{kit.Over(ground, kit.Pad(5, 10, 5, 10, k.Inked(p.Label(), k.P.Background, false)))}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p)
	words := s.tip.MinSize()
	s.tip.Resize(words)
	s.tip.Move(fyne.NewPos(s.rail.wide()+4, at.Y+(p.Size().Height-words.Height)/2))
	s.tip.Show()
	s.tip.Refresh()
}

func (s *Shell) hideTip() {
	if s.tip.Visible() {
		s.tip.Hide()
	}
}

// revealInRail brings the line that got the keyboard into view, and names it.
func (s *Shell) revealInRail(o fyne.CanvasObject) {
	p, line := o.(*kit.Press)
	if line && p.ID != "rail.calls" {
		s.rail.pages.Reveal(o)
	}
	if line && s.rail.icons {
		s.showTip(p)
	}
}
