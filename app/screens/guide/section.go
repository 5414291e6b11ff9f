package guide

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
	"afterglow/app/screens/sheets"
	"afterglow/app/service"
)

// headID is the id of a section's head.
func headID(section string) string { return "guide.section." + section }

// sections are the heads, one below the other, and what is in the one that is open.
func (p *Page) sections() fyne.CanvasObject {
	k := p.k
	p.heads, p.items = nil, map[string]fyne.CanvasObject{}
	var parts []fyne.CanvasObject
	for i, s := range p.model.Sections {
		if i > 0 {
			parts = append(parts, kit.Pad(0, 12, 0, 12, k.Rule()))
		}
		parts = append(parts, p.section(s))
		p.heads = append(p.heads, headID(s.ID))
	}
	return k.CardPadded(6, 6, kit.Column(0, parts...))
}

// title is what a section is called.
func (p *Page) title(s service.GuideSection) string {
	if s.ID == "" {
		return p.k.V.T("guide.more")
	}
	return p.k.V.T("guide.section_" + s.ID)
}

func (p *Page) section(s service.GuideSection) fyne.CanvasObject {
	k, title := p.k, p.title(s)
	open := p.any && p.open == s.ID
	icon := kit.IconDown
	lines := []fyne.CanvasObject{k.Section(title)}
	if open {
		icon = kit.IconUp
	} else if names := p.names(s); names != title {
		lines = append(lines, k.Muted(names))
	}
	row := kit.Row(12, 0, kit.Column(0, lines...), kit.Fixed(16, 16, k.Icon(icon, 16, k.P.Muted)))
	head := k.Press(headID(s.ID), title, kit.Corner, kit.Pad(9, 12, 9, 12, row), func() { p.toggle(s.ID) }).As(kit.RoleFold, open)
	head.OnKey = func(key fyne.KeyName) bool { return p.step(headID(s.ID), key) }
	if !open {
		return head
	}
	body := p.body(s)
	p.items[""] = body
	return kit.Column(0, head, body)
}

// names are what a closed section has in it, in a line.
func (p *Page) names(s service.GuideSection) string {
	var names []string
	for _, x := range s.Items {
		names = append(names, p.name(x))
	}
	return p.k.V.Names(names)
}

// toggle opens a section, and closes the one that was open.
func (p *Page) toggle(section string) {
	if p.any && p.open == section {
		p.any = false
		p.k.Rebuild(p.draw)
		return
	}
	p.show(section, "")
}

// step goes from one head to the next by the arrow keys.
func (p *Page) step(from string, key fyne.KeyName) bool {
	at := slices.Index(p.heads, from)
	switch key {
	case fyne.KeyDown:
		at++
	case fyne.KeyUp:
		at--
	case fyne.KeyHome:
		at = 0
	case fyne.KeyEnd:
		at = len(p.heads) - 1
	default:
		return false
	}
	if at >= 0 && at < len(p.heads) {
		p.k.GoTo(p.heads[at])
	}
	return true
}

// body is what an open section has in it.
func (p *Page) body(s service.GuideSection) fyne.CanvasObject {
	k := p.k
	shown := map[string]bool{}
	numbered := slices.ContainsFunc(s.Items, func(x service.GuideItem) bool { return x.Rule > 0 })
	var parts []fyne.CanvasObject
	var said []sheets.Said
	for _, x := range s.Items {
		o := p.item(x, shown)
		switch {
		case x.Rule > 0:
			o = kit.TopRow(12, 1, p.number(x.Rule), kit.Pad(2, 0, 0, 0, o))
		case numbered:
			o = kit.Pad(0, 0, 0, 36, o)
		}
		p.items[x.ID] = o
		parts = append(parts, o)
		said = append(said, sheets.Said{Name: p.name(x), View: x.Says})
	}
	title := p.title(s)
	says := k.Link(strings.Replace(headID(s.ID), ".section.", ".says.", 1), k.V.T("source.says_who"), func() { p.do.Says(title, said) })
	if numbered {
		parts = append(parts, kit.Pad(0, 0, 0, 36, kit.Left(says)))
	} else {
		parts = append(parts, kit.Left(says))
	}
	return kit.Pad(2, 14, 12, 12, kit.Column(14, parts...))
}
