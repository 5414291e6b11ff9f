package products

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"afterglow/app/ask/check"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// shelf is what the person keeps: each product with what of it waits, and until when.
func (p *Page) shelf() fyne.CanvasObject {
	k := p.k
	title := k.Section(k.V.T("products.shelf"))
	if len(p.model.Shelf) == 0 {
		return kit.Column(4, title, kit.Narrow(600, k.Muted(k.V.T("products.shelf_empty"))))
	}
	rows := make([]fyne.CanvasObject, 0, 2*len(p.model.Shelf))
	for i, product := range p.model.Shelf {
		if i > 0 {
			rows = append(rows, k.Rule())
		}
		rows = append(rows, p.row(product))
		if product.ID == p.state.Open {
			rows = append(rows, kit.Pad(0, 0, 8, 0, p.opened(product)))
		}
	}
	return kit.Column(8, title, k.CardPadded(18, 8, kit.Column(4, rows...)))
}

// row is one product of the shelf, to open and to close.
func (p *Page) row(product service.ProductView) fyne.CanvasObject {
	k, id := p.k, product.ID
	lines := k.V.ShelfLines(product)
	if p.model.blind() {
		product.State, lines = service.ShelfNone, nil
	}
	head, below := fyne.CanvasObject(k.Strong(product.Name)), []fyne.CanvasObject{}
	label := k.V.T("products.row", phrase.Args{"Name": product.Name, "Lines": phrase.Paragraph(ended(lines)...)})
	arrow, down := kit.IconDown, float32(3) // in the middle of the first line
	if state := k.V.ShelfState(product); state != "" {
		down = 6
		icon, tone := p.look(verdictOf(product.State))
		head = k.Named(product.Name, icon, phrase.Capital(state), tone)
	}
	if id == p.state.Open {
		arrow = kit.IconUp
		label = k.V.T("products.row_open", phrase.Args{"Name": product.Name})
		lines = []string{k.V.T("shelf.since", phrase.Args{"At": product.AddedAt})}
	}
	for _, line := range lines {
		below = append(below, k.Muted(line))
	}
	content := kit.TopRow(12, 0, kit.Column(2, head, kit.Column(0, below...)), kit.Pad(down, 0, 0, 0, k.Icon(arrow, 14, k.P.Muted)))
	return k.Press("products.shelf."+strconv.FormatInt(id, 10), label, 8, kit.Pad(8, 0, 8, 0, content), func() { p.open(id) })
}

// ended are lines that are read one after the other.
func ended(lines []string) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = phrase.Stop(line)
	}
	return out
}

// verdictOf is the verdict that a product as a whole looks like.
func verdictOf(s service.ShelfState) check.Verdict {
	if s == service.ShelfAvoid {
		return check.Avoid
	}
	return check.Wait
}

// open opens a product of the shelf, or closes it again.
func (p *Page) open(id int64) {
	if p.state.Open == id {
		id = 0
	}
	p.state.Open, p.state.Renaming, p.refused = id, false, nil
	p.draw()
}

// opened is a product with its list and what holds of each ingredient.
func (p *Page) opened(product service.ProductView) fyne.CanvasObject {
	k := p.k
	var parts []fyne.CanvasObject
	switch {
	case p.model.blind():
	case product.State == service.ShelfUnread:
		parts = append(parts, k.Body(k.V.Error(product.Unread)))
	default:
		if product.State == service.ShelfNone {
			parts = append(parts, k.Body(k.V.CheckHead(product.Check)))
		}
		parts = append(parts, p.findings("kept", product.Check)...)
	}
	parts = append(parts, kit.Column(2, k.Strong(k.V.T("shelf.label")), k.Muted(strings.ReplaceAll(product.Label, "\t", "  "))))
	if p.state.Renaming {
		return kit.Column(kit.GapInside, append(parts, p.renaming())...)
	}
	return kit.Column(kit.GapInside, append(parts, kit.Wrap(kit.GapInside, kit.GapInside,
		k.Secondary("products.rename", k.V.T("products.rename"), func() {
			p.state.Renaming = true
			p.newName.SetText(product.Name)
			p.draw()
			k.GoTo("products.new_name")
			p.newName.TypedShortcut(&fyne.ShortcutSelectAll{})
		}),
		k.Secondary("products.remove", k.V.T("products.remove"), func() { p.do.Remove(product.Product) })))...)
}

// renaming is the field for another name.
func (p *Page) renaming() fyne.CanvasObject {
	k := p.k
	return k.Edit(k.V.T("products.new_name"), p.newName,
		k.Secondary("products.save", k.V.T("products.save"), p.rename), k.Quiet("products.cancel", k.V.T("products.cancel"), p.leaveName), p.refused)
}

// rename gives the open product the name that was written.
func (p *Page) rename() {
	p.do.Rename(p.state.Open, p.state.NewName, func(err error) {
		if p.refused = err; err != nil {
			p.draw()
			return
		}
		p.leaveName()
	})
}

// leaveName leaves the field for another name.
func (p *Page) leaveName() {
	p.state.Renaming, p.refused = false, nil
	p.draw()
	p.k.GoTo("products.rename")
}
