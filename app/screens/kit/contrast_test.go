package kit

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/legible"
	"afterglow/app/screens/theme"
)

// looks are the two palettes.
func looks() map[string]theme.Choice {
	return map[string]theme.Choice{"light": theme.AlwaysLight, "dark": theme.AlwaysDark}
}

// grounds are what a control can stand on.
func grounds(p *theme.Palette) map[string]color.NRGBA {
	return map[string]color.NRGBA{"page": p.Background, "card": p.Card, "soft": p.Soft}
}

// on puts o on a ground into the window, with room for a ring around it.
func (b *bench) on(ground color.NRGBA, o fyne.CanvasObject) {
	b.win.SetContent(Over(canvas.NewRectangle(ground), Pad(16, 16, 16, 16, Column(12, o))))
	b.win.Resize(fyne.NewSize(420, 220))
}

func abc() []Choice { return []Choice{{"a", "Pen"}, {"b", "Roller"}, {"c", "Radio frequency"}} }

func TestWordsAndEdgesOfEveryControlStandOut(t *testing.T) {
	controls := map[string]func(*Kit) fyne.CanvasObject{
		"primary":   func(k *Kit) fyne.CanvasObject { return k.Primary("a", "Done", nil) },
		"secondary": func(k *Kit) fyne.CanvasObject { return k.Secondary("a", "Later", nil) },
		"quiet":     func(k *Kit) fyne.CanvasObject { return k.Quiet("a", "Undo", nil) },
		"link":      func(k *Kit) fyne.CanvasObject { return k.Link("a", "Says who?", nil) },
		"clinic":    func(k *Kit) fyne.CanvasObject { return k.Clinic("a", "When to call my clinic", nil) },
		"segments":  func(k *Kit) fyne.CanvasObject { return k.Segments("a", abc(), "b", nil) },
		"chips":     func(k *Kit) fyne.CanvasObject { return k.Chips("a", abc(), "b", nil) },
		"chip":      func(k *Kit) fyne.CanvasObject { return k.Chip("a", "Shower", nil) },
		"check":     func(k *Kit) fyne.CanvasObject { return k.Check("a", "Sensitive", true, nil) },
		"unchecked": func(k *Kit) fyne.CanvasObject { return k.Check("a", "Sensitive", false, nil) },
		"switch on": func(k *Kit) fyne.CanvasObject { return Left(k.Switch("a", "Sleep", true, nil)) },
		"switch":    func(k *Kit) fyne.CanvasObject { return Left(k.Switch("a", "Sleep", false, nil)) },
		"scale":     func(k *Kit) fyne.CanvasObject { return k.Scale("a", "Itch", 4, nil) },
		"no scale":  func(k *Kit) fyne.CanvasObject { return k.Scale("a", "Itch", Unsaid, nil) },
		"sage pill": func(k *Kit) fyne.CanvasObject { return k.Pill(IconCheck, "Yes", k.Sage()) },
		"amber":     func(k *Kit) fyne.CanvasObject { return k.Pill(IconClock, "Not yet", k.Amber()) },
		"water":     func(k *Kit) fyne.CanvasObject { return k.Pill(IconShade, "Shade", k.Water()) },
		"rose pill": func(k *Kit) fyne.CanvasObject { return k.Pill("", "Twice a day", k.Rose()) },
		"neutral":   func(k *Kit) fyne.CanvasObject { return k.Pill(IconAsk, "Does not say", k.Neutral()) },
		"notice":    func(k *Kit) fyne.CanvasObject { return k.Notice(k.Muted("Paused")) },
		"banner":    func(k *Kit) fyne.CanvasObject { return k.Banner(k.Amber(), k.Body("Is your skin calm?")) },
		"card":      func(k *Kit) fyne.CanvasObject { return k.Card(Column(4, k.Title("T"), k.Task("T"), k.Muted("m"))) },
		"for clinic": func(k *Kit) fyne.CanvasObject {
			return k.ForClinic(k.SectionInked("Call today", k.P.Red))
		},
		"ring": func(k *Kit) fyne.CanvasObject {
			return k.Ring(108, 10, Turn{Steps: []bool{true, false}, Share: 0.6}, "day", "1")
		},
	}
	for look, choice := range looks() {
		for name, control := range controls {
			t.Run(look+"/"+name, func(t *testing.T) {
				b := newBench(t, choice, phrase.New(locale.Format{}))
				for on, ground := range grounds(b.k.P) {
					b.on(ground, control(b.k))
					for _, f := range legible.Faint(b.win.Content(), ground, b.k.P.Line) {
						t.Errorf("on %s: %s", on, f)
					}
				}
			})
		}
	}
}

// A state is told by something that has 3:1 to what stands there otherwise, not by a faint tint.
func TestEveryStateIsSeenBesideTheOther(t *testing.T) {
	focused := func(make func(*Kit) fyne.CanvasObject) (func(*bench) fyne.CanvasObject, func(*bench)) {
		return func(b *bench) fyne.CanvasObject { return make(b.k) }, func(b *bench) {
			b.win.Canvas().Focus(b.k.Known("a"))
		}
	}
	type state struct {
		one, other func(*bench) fyne.CanvasObject
		act        func(*bench) // makes the other of the one; nil if other does
	}
	states := map[string]state{
		"the chosen segment": {func(b *bench) fyne.CanvasObject { return b.k.Segments("a", abc(), "a", nil) },
			func(b *bench) fyne.CanvasObject { return b.k.Segments("a", abc(), "b", nil) }, nil},
		"the chosen chip": {func(b *bench) fyne.CanvasObject { return b.k.Chips("a", abc(), "a", nil) },
			func(b *bench) fyne.CanvasObject { return b.k.Chips("a", abc(), "b", nil) }, nil},
		"a tick": {func(b *bench) fyne.CanvasObject { return b.k.Check("a", "Sensitive", false, nil) },
			func(b *bench) fyne.CanvasObject { return b.k.Check("a", "Sensitive", true, nil) }, nil},
		"a switch": {func(b *bench) fyne.CanvasObject { return Left(b.k.Switch("a", "Sleep", false, nil)) },
			func(b *bench) fyne.CanvasObject { return Left(b.k.Switch("a", "Sleep", true, nil)) }, nil},
		"a figure": {func(b *bench) fyne.CanvasObject { return b.k.Scale("a", "Itch", 3, nil) },
			func(b *bench) fyne.CanvasObject { return b.k.Scale("a", "Itch", 6, nil) }, nil},
		"an open step of the ring": {func(b *bench) fyne.CanvasObject {
			return b.k.Ring(108, 10, Turn{Steps: []bool{false, false, false}, Share: 0.5}, "", "")
		}, func(b *bench) fyne.CanvasObject {
			return b.k.Ring(108, 10, Turn{Steps: []bool{true, false, false}, Share: 0.5}, "", "")
		}, nil},
	}
	for name, make := range map[string]func(*Kit) fyne.CanvasObject{
		"primary":   func(k *Kit) fyne.CanvasObject { return Left(k.Primary("a", "Done", nil)) },
		"secondary": func(k *Kit) fyne.CanvasObject { return Left(k.Secondary("a", "Later", nil)) },
		"quiet":     func(k *Kit) fyne.CanvasObject { return Left(k.Quiet("a", "Undo", nil)) },
		"link":      func(k *Kit) fyne.CanvasObject { return Left(k.Link("a", "Says who?", nil)) },
		"clinic":    func(k *Kit) fyne.CanvasObject { return Left(k.Clinic("a", "When to call", nil)) },
		"chip":      func(k *Kit) fyne.CanvasObject { return Left(k.Chip("a", "Shower", nil)) },
		"check":     func(k *Kit) fyne.CanvasObject { return k.Check("a", "Sensitive", true, nil) },
		"switch":    func(k *Kit) fyne.CanvasObject { return Left(k.Switch("a", "Sleep", true, nil)) },
		"field":     func(k *Kit) fyne.CanvasObject { return k.Entry("a", "", "", 200, nil) },
		"area":      func(k *Kit) fyne.CanvasObject { return k.Area("a", "", "", 3, 100, func(string, bool) {}).Object() },
		"search": func(k *Kit) fyne.CanvasObject {
			return k.Search("a", "", "Ask", []string{"bread"}, "Clear", func() {}, func() {}).Object()
		},
	} {
		one, act := focused(make)
		states["the keyboard in a "+name] = state{one, nil, act}
	}
	for look, choice := range looks() {
		for name, s := range states {
			t.Run(look+"/"+name, func(t *testing.T) {
				b := newBench(t, choice, phrase.New(locale.Format{}))
				for on, ground := range grounds(b.k.P) {
					b.win.Canvas().Unfocus()
					b.on(ground, s.one(b))
					before := b.picture()
					if s.act != nil {
						s.act(b)
					} else {
						b.on(ground, s.other(b))
					}
					if n := told(before, b.picture()); n < leastTold {
						t.Errorf("on %s it is told by %d pixels of 3:1, want %d", on, n, leastTold)
					}
				}
			})
		}
	}
}

// leastTold is how many pixels have to tell a state: fewer are a speck.
const leastTold = 24

// told counts the pixels in which two pictures of one size have 3:1 to each other.
func told(a, b image.Image) (n int) {
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			p := color.NRGBAModel.Convert(a.At(x, y)).(color.NRGBA)
			q := color.NRGBAModel.Convert(b.At(x, y)).(color.NRGBA)
			if p != q && theme.Contrast(p, q) >= legible.Marks {
				n++
			}
		}
	}
	return n
}
