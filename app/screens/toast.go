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

// toastTime is how long a line at the foot stays, and toastLetter how much longer each letter of a long one takes to read.
const (
	toastTime   = 10 * time.Second
	toastLetter = 100 * time.Millisecond
	toastShort  = 80 // letters
)

func toastFor(text string) time.Duration {
	return toastTime + toastLetter*time.Duration(max(0, utf8.RuneCountInString(text)-toastShort))
}

// toast is the line at the foot of the page that says what was done, with Undo.
type toast struct {
	shell *Shell
	box   *fyne.Container
	stop  func()
	text  string
	undo  []int64 // the entries that Undo takes back
}

func (n *toast) holder() *fyne.Container {
	if n.box == nil {
		n.box = kit.Over()
		n.box.Hide()
	}
	return n.box
}

// say shows a line, with Undo where there are entries that it takes back.
func (n *toast) say(text string, undo ...int64) {
	s, k := n.shell, n.shell.k
	n.text, n.undo = text, undo
	ground := canvas.NewRectangle(k.P.Text)
	ground.CornerRadius = 10
	ground.Shadow = canvas.Shadow{Color: color.NRGBA{A: 50}, BlurRadius: 12, Offset: fyne.NewPos(0, 3)}
	words := k.Inked(text, k.P.Background, false)
	parts := []fyne.CanvasObject{words}
	if len(undo) > 0 {
		parts = append(parts, k.LinkInked("toast.undo", "Undo", k.P.Background, func() {
			n.hide()
			s.undo(undo...)
		}))
	}
	parts = append(parts, k.Bare("toast.close", "Close", k.Icon(kit.IconClose, 12, k.P.Background), n.hide))
	n.box.Objects = []fyne.CanvasObject{ground, kit.Pad(6, 8, 6, 18, kit.Row(14, 0, parts...))}
	n.box.Show()
	s.root.Refresh()
	n.halt()
	if s.opts.Tick != nil {
		n.stop = s.opts.Tick(toastFor(text), n.hide)
	}
}

func (n *toast) halt() {
	if n.stop != nil {
		n.stop()
		n.stop = nil
	}
}

func (n *toast) hide() {
	n.halt()
	n.text, n.undo = "", nil
	n.box.Hide()
}

// check says so where all that Undo would take back was taken back elsewhere, such as on the command line.
func (n *toast) check(entries []record.Entry) {
	if len(n.undo) == 0 {
		return
	}
	for _, id := range n.undo {
		if !undone(entries, id) {
			return
		}
	}
	n.say("That was taken back already.")
}

// undone says whether the entry with this number was taken back.
func undone(entries []record.Entry, id int64) bool {
	return slices.ContainsFunc(entries, func(e record.Entry) bool { return e.ID == id && e.Undone })
}
