package screens

import (
	"image/color"
	"slices"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/record"
	"afterglow/app/screens/kit"
)

// toastTime is how long a toast stays, and toastLetter how much longer each letter of a long one takes to read.
const (
	toastTime   = 10 * time.Second
	toastLetter = 100 * time.Millisecond
	toastShort  = 80 // letters
)

func toastFor(text string) time.Duration {
	return toastTime + toastLetter*time.Duration(max(0, utf8.RuneCountInString(text)-toastShort))
}

// say shows a line at the foot of the page, with Undo if there are entries that it takes back.
func (s *Shell) say(text string, undo ...int64) {
	l := &layer{}
	stop := func() {}
	draw := func() {
		s.foot.Objects = s.toast(text, undo)
		s.foot.Show()
		s.root.Refresh()
	}
	l.again = draw
	l.close = func() {
		stop()
		s.foot.Hide()
	}
	l.check = func() {
		if takenBack(s.state.scene.Entries, undo) {
			s.say(s.k.V.T("shell.taken_back_already"))
		}
	}
	s.put(toast, l)
	draw()
	if s.opts.Tick != nil {
		stop = s.opts.Tick(toastFor(text), func() {
			if s.layers[toast] == l {
				s.close(toast)
			}
		})
	}
}

func (s *Shell) toast(text string, undo []int64) []fyne.CanvasObject {
	k := s.k
	ground := canvas.NewRectangle(k.P.Text)
	ground.CornerRadius = 10
	ground.Shadow = canvas.Shadow{Color: color.NRGBA{A: 50}, BlurRadius: 12, Offset: fyne.NewPos(0, 3)}
	parts := []fyne.CanvasObject{k.Inked(text, k.P.Background, false)}
	if len(undo) > 0 {
		parts = append(parts, k.LinkInked("toast.undo", k.V.T("shell.undo"), k.P.Background, func() {
			s.close(toast)
			s.undo(undo...)
		}))
	}
	parts = append(parts, k.Bare("toast.close", k.V.T("shell.close"), k.Icon(kit.IconClose, 12, k.P.Background), func() { s.close(toast) }))
	return []fyne.CanvasObject{ground, kit.Pad(6, 8, 6, 18, kit.Row(14, 0, parts...))}
}

// takenBack says whether all of these entries were taken back, such as on the command line.
func takenBack(entries []record.Entry, ids []int64) bool {
	for _, id := range ids {
		if !slices.ContainsFunc(entries, func(e record.Entry) bool { return e.ID == id && e.Undone }) {
			return false
		}
	}
	return len(ids) > 0
}
