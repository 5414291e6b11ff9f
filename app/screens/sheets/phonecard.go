package sheets

import (
	"image"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/card"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
)

// preview draws the card as it will be, if one is to be made.
func (p *Phone) preview(h Handle) {
	switch p.part {
	case phoneLock:
		p.order.Form = "png"
	case phonePaper:
		p.order.Form, p.order.Letter = "pdf", p.Letter
		return
	default:
		return
	}
	p.looks++
	asked := p.looks
	p.Preview(p.order, p.Discreet, func(picture image.Image, err error) {
		if p.looks == asked { // else another one is on its way
			p.seen, p.wrong = picture, err
			h.Redraw()
		}
	})
}

// asCard is what waits as a picture or a page.
func (p *Phone) asCard(k *kit.Kit, h Handle) []fyne.CanvasObject {
	v := k.V
	chosen := func() { p.file, p.wrong = "", nil; p.preview(h); h.Redraw() }
	var lines []fyne.CanvasObject
	if p.part == phonePaper {
		lines = append(lines, k.Body(v.T("phone.paper_how")), k.Segments("phone.letter", []kit.Choice{
			{ID: "off", Text: v.T("plansheet.a4")}, {ID: "on", Text: v.T("plansheet.letter")},
		}, kit.OnOff(p.Letter), func(id string) { p.Letter = id == "on"; chosen() }))
	} else {
		if p.seen != nil {
			picture := canvas.NewImageFromImage(p.seen)
			picture.FillMode = canvas.ImageFillContain
			lines = append(lines, kit.Middle(kit.Fixed(p.Side*float32(p.order.Size.Wide)/float32(p.order.Size.High), p.Side, picture)))
		}
		lines = append(lines, k.Body(v.T("phone.lock_how")), k.Segments("phone.dark", []kit.Choice{
			{ID: "off", Text: v.T("phone.light")}, {ID: "on", Text: v.T("phone.dark")},
		}, kit.OnOff(p.order.Dark), func(id string) { p.order.Dark = id == "on"; chosen() }), p.sizes(k, chosen))
	}
	if p.file != "" {
		lines = append(lines, k.Inked(v.T("phone.card_saved", phrase.Args{"File": p.file}), k.P.Sage, true))
	}
	return append(lines, k.Muted(v.T("phone.card_still")))
}

// sizes are those of common phones.
func (p *Phone) sizes(k *kit.Kit, chosen func()) fyne.CanvasObject {
	var all []kit.Choice
	at := ""
	for i, s := range card.Sizes() {
		id := strconv.Itoa(i)
		all = append(all, kit.Choice{ID: id, Text: k.V.T("phone.size", phrase.Args{"Wide": s.Wide, "High": s.High})})
		if s == p.order.Size {
			at = id
		}
	}
	return kit.Column(4, k.Muted(k.V.T("phone.sizes")), k.Segments("phone.size", all, at, func(id string) {
		if i, err := strconv.Atoi(id); err == nil {
			p.order.Size = card.Sizes()[i]
			chosen()
		}
	}))
}

// cardButtons save the card, and open it once it is saved.
func (p *Phone) cardButtons(k *kit.Kit, h Handle) []fyne.CanvasObject {
	if p.file != "" {
		return []fyne.CanvasObject{k.Primary("phone.show", k.V.T("phone.show"), func() {
			p.Show(p.file, func(err error) { p.wrong = err; h.Redraw() })
		})}
	}
	return []fyne.CanvasObject{k.Primary("phone.save_card", k.V.T("phone.save_card"), func() {
		p.SaveCard(p.order, p.Discreet, func(file string, err error) {
			p.file, p.wrong = file, err
			h.Redraw()
		})
	})}
}
