package screens

import (
	"image/color"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/record"
	"afterglow/app/screens/kit"
)

// toastID begins the ids of what can be pressed in a toast.
const toastID = "toast."

// toastTime is how long a toast stays, and toastLetter how much longer each letter of a long one takes to read.
const (
	toastTime   = 10 * time.Second
	toastLetter = 100 * time.Millisecond
	toastShort  = 80 // letters
)

func toastFor(text string) time.Duration {
	return toastTime + toastLetter*time.Duration(max(0, utf8.RuneCountInString(text)-toastShort))
}

// offer is what a toast offers to do about the entries that it tells of; without entries it offers nothing.
type offer struct {
	entries []int64
	back    bool // they were taken back, and can be put back; else they can be taken back
}

// say shows a line at the foot of the page, with Undo if there are entries that it takes back.
func (s *Shell) say(text string, undo ...int64) { s.tell(text, offer{entries: undo}) }

// tell shows a line at the foot of the page. It stays for a while, as long as pointer or keyboard are on it, and as long as
// a panel lies over it: nobody can press it there, but what it says stands above the panel's shade as well.
func (s *Shell) tell(text string, o offer) {
	l, was := &layer{}, s.seat()
	if _, open := s.over(); open {
		was = s.below
	}
	stop := func() {}
	var wait func()
	wait = func() {
		stop()
		if s.opts.Tick != nil {
			stop = s.opts.Tick(toastFor(text), func() {
				switch _, covered := s.over(); {
				case s.layers[toast] != l:
				case covered:
					wait()
				default:
					s.close(toast)
				}
			})
		}
	}
	s.aloud.toasts++
	draw := func() {
		s.foot.Objects = s.toast(text, o, func(held bool) {
			switch {
			case s.layers[toast] != l:
			case held:
				stop()
			default:
				wait()
			}
		})
		if s.sunk = s.layers[panel] != nil; s.sunk {
			s.foot.Hide()
		} else {
			s.foot.Show()
		}
		s.root.Refresh()
		s.aloud.changed()
		s.tellPanel(s.toastLine(text))
	}
	l.again = func() {
		draw()
		wait() // what had pointer or keyboard is gone
	}
	l.close = func() {
		stop()
		is, _ := kit.FocusID(s.win.Canvas().Focused())
		s.foot.Hide()
		s.sunk = false
		s.tellPanel(nil)
		if strings.HasPrefix(is, toastID) { // what was done there is done: the keyboard goes back to where it came from
			s.sit(was)
		}
	}
	l.check = func() {
		if !o.back && takenBack(s.state.scene.Entries, o.entries) {
			s.say(s.k.V.T("shell.taken_back_already"))
		}
	}
	s.put(toast, l)
	draw()
	wait()
}

// tellPanel shows a line above the shade of the panel that is open, if one is; nil takes it away.
func (s *Shell) tellPanel(line fyne.CanvasObject) {
	if p := s.layers[panel]; p != nil {
		p.tell(line)
	}
}

// toastLine is what a toast says, without anything to press.
func (s *Shell) toastLine(text string) fyne.CanvasObject {
	return kit.Over(s.toastGround(), kit.Pad(12, 18, 12, 18, s.k.Inked(text, s.k.P.Background, false)))
}

func (s *Shell) toastGround() fyne.CanvasObject {
	ground := canvas.NewRectangle(s.k.P.Text)
	ground.CornerRadius = 10
	ground.Shadow = canvas.Shadow{Color: color.NRGBA{A: 50}, BlurRadius: 12, Offset: fyne.NewPos(0, 3)}
	return ground
}

func (s *Shell) toast(text string, o offer, held func(bool)) []fyne.CanvasObject {
	k := s.k
	parts := []fyne.CanvasObject{k.Inked(text, k.P.Background, false)}
	var buttons []*kit.Press
	if len(o.entries) > 0 {
		word := "shell.undo"
		if o.back {
			word = "shell.put_back"
		}
		buttons = append(buttons, k.LinkInked(toastID+"undo", k.V.T(word), k.P.Background, func() {
			s.close(toast)
			s.accept(offer{o.entries, !o.back})
		}))
	}
	buttons = append(buttons, k.Bare(toastID+"close", k.V.T("shell.close"), k.Icon(kit.IconClose, 12, k.P.Background), func() { s.close(toast) }))
	for _, b := range buttons {
		parts = append(parts, b)
	}
	return []fyne.CanvasObject{s.toastGround(), kit.NewHold(kit.Pad(6, 8, 6, 18, kit.Row(14, 0, parts...)), held, buttons...)}
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
