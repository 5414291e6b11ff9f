package sheets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/card"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
)

// Moment is one moment that a phone can be shown.
type Moment struct {
	Key         string // what it is, whatever its words
	Title, When string
	Whole, Bare image.Image // its code with what stands around an event, and without
}

// Phone is what can be taken along: one moment as a code, all in a calendar file, what waits as a picture for the lock
// screen, or as a page.
type Phone struct {
	Unread   error // names a treatment whose moments are not known; nil: none
	Discreet bool
	Side     float32  // how large a code is shown, in Fyne's units
	Moments  []Moment // the next first
	At       int      // the one that is on show
	Look     func(discreet bool, answer func([]Moment, error))
	Save     func(each, discreet bool, answer func(file string, count int, err error))
	Letter   bool // a page is for the paper of North America
	Preview  func(o card.Order, discreet bool, answer func(image.Image, error))
	SaveCard func(o card.Order, discreet bool, answer func(file string, err error))
	Show     func(file string, answer func(error)) // opens a file in the desktop's own program for it

	part  string // one of the parts below; "": the first
	whole bool   // the other form of the code
	order card.Order
	looks int         // how often a card was asked for
	seen  image.Image // how the card will look; nil: not drawn yet
	each  bool        // each time of a routine
	file  string
	count int
	wrong error
}

// Parts of the panel.
const (
	phoneMoment = "moment"
	phoneFile   = "file"
	phoneLock   = "lock"
	phonePaper  = "paper"
)

// Sheet implements Panel.
func (p *Phone) Sheet(k *kit.Kit, h Handle) *kit.Sheet {
	v := k.V
	if p.part == "" {
		p.part, p.order.Size, p.order.Dark = phoneMoment, card.Sizes()[0], k.P.Dark
	}
	lines := []fyne.CanvasObject{k.Segments("phone.part", []kit.Choice{
		{ID: phoneMoment, Text: v.T("phone.part_moment")}, {ID: phoneFile, Text: v.T("phone.part_file")},
		{ID: phoneLock, Text: v.T("phone.part_lock")}, {ID: phonePaper, Text: v.T("phone.part_paper")},
	}, p.part, func(id string) {
		p.part, p.file, p.wrong = id, "", nil
		p.preview(h)
		h.Redraw()
	})}
	if p.Unread != nil {
		lines = append(lines, k.Banner(k.Amber(), k.Body(v.Error(p.Unread))))
	}
	var buttons []fyne.CanvasObject
	switch p.part {
	case phoneFile:
		lines, buttons = append(lines, p.asFile(k, h)...), append(buttons, p.save(k, h))
	case phoneLock, phonePaper:
		lines, buttons = append(lines, p.asCard(k, h)...), append(buttons, p.cardButtons(k, h)...)
	default:
		lines = append(lines, p.asCode(k, h)...)
	}
	discreet := v.T("phone.discreet")
	lines = append(lines, k.Rule(), kit.Row(kit.GapInside, 0, kit.Column(0, k.Strong(discreet), k.Muted(v.T("phone.discreet_how"))),
		k.Switch("phone.discreet", discreet, p.Discreet, func(on bool) {
			p.Discreet, p.file, p.wrong = on, "", nil
			p.Look(on, func(all []Moment, err error) {
				p.Moments, p.At, p.wrong = all, min(p.At, max(len(all)-1, 0)), err
				h.Redraw()
			})
			p.preview(h)
			h.Redraw()
		})))
	if w := k.Wrong(p.wrong); w != nil {
		lines = append(lines, w)
	}
	return k.Sheet(Wide, v.T("phone.title"), h.Close, kit.Column(kit.GapInside, lines...), buttons...)
}

// asCode shows one moment to a camera.
func (p *Phone) asCode(k *kit.Kit, h Handle) []fyne.CanvasObject {
	v := k.V
	if len(p.Moments) == 0 {
		return []fyne.CanvasObject{k.Body(v.T("phone.none"))}
	}
	m := p.Moments[p.At]
	picture, other := m.Bare, v.T("phone.other_form")
	if p.whole {
		picture, other = m.Whole, v.T("phone.first_form")
	}
	code := canvas.NewImageFromImage(picture)
	code.ScaleMode, code.FillMode = canvas.ImageScalePixels, canvas.ImageFillContain
	lines := []fyne.CanvasObject{
		kit.Middle(kit.Fixed(p.Side, p.Side, code)),
		kit.Middle(kit.Column(0, k.Strong(m.Title).Centred(), k.Muted(m.When).Centred())),
	}
	if len(p.Moments) > 1 {
		lines = append(lines, p.steps(k, h))
	}
	return append(lines, k.Body(v.T("phone.point")), kit.Column(2, k.Muted(v.T("phone.forms")),
		kit.Left(k.Link("phone.form", other, func() { p.whole = !p.whole; h.Redraw() }))))
}

// steps turn to the other moments.
func (p *Phone) steps(k *kit.Kit, h Handle) fyne.CanvasObject {
	v, last := k.V, len(p.Moments)-1
	turn := func(by int) func() {
		return func() { p.At = min(max(p.At+by, 0), last); h.Redraw() }
	}
	earlier, later := k.Secondary("phone.earlier", v.T("phone.earlier"), turn(-1)), k.Secondary("phone.later", v.T("phone.later"), turn(1))
	if p.At == 0 {
		earlier.Disable()
	}
	if p.At == last {
		later.Disable()
	}
	return kit.MiddleActions(kit.GapInside, earlier, k.Muted(v.T("phone.of", phrase.Args{"Number": p.At + 1, "Of": len(p.Moments)})), later)
}

// asFile is all moments in one calendar file.
func (p *Phone) asFile(k *kit.Kit, h Handle) []fyne.CanvasObject {
	v := k.V
	lines := []fyne.CanvasObject{
		k.Body(v.T("phone.file_how")),
		k.Segments("phone.each", []kit.Choice{{ID: "off", Text: v.T("phone.few")}, {ID: "on", Text: v.T("phone.each")}},
			kit.OnOff(p.each), func(id string) { p.each, p.file = id == "on", ""; h.Redraw() }),
		k.Muted(v.T("phone.file_again")),
	}
	if p.file != "" {
		lines = append(lines, k.Inked(v.T("phone.saved", phrase.Args{"File": p.file, "Count": p.count}), k.P.Sage, true))
	}
	return append(lines, k.Muted(v.T("export.alarms")))
}

func (p *Phone) save(k *kit.Kit, h Handle) fyne.CanvasObject {
	return k.Primary("phone.save", k.V.T("phone.save"), func() {
		p.Save(p.each, p.Discreet, func(file string, count int, err error) {
			p.file, p.count, p.wrong = file, count, err
			h.Redraw()
		})
	})
}

// Follow implements Panel: what is shown is of the moment in which it was asked for.
func (p *Phone) Follow(Model) Answer { return Answer{} }
