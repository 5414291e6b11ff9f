package today

import (
	"strconv"

	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
)

// side is what a large page has at its right: the path as a list, what is kept for the clinic, and what the plan expects
// of all days if that has room in the height of the page.
func (p *Page) side(between, room float32) fyne.CanvasObject {
	parts := []fyne.CanvasObject{p.ahead(), p.toAsk()}
	if o := p.expects(); o != nil && kit.Height(kit.Column(between, append(parts, o)...), sideWide) <= room {
		parts = append(parts, o)
	}
	return kit.Column(between, parts...)
}

// expects is what the plan expects in each of its phases, with the one that runs marked; nil if it tells of none or one.
func (p *Page) expects() fyne.CanvasObject {
	k, st := p.k, p.model.Status
	if len(p.model.Phases) < 2 {
		return nil
	}
	rows := []fyne.CanvasObject{k.Section(k.V.T("guide.section_expect"))}
	for i, ph := range p.model.Phases {
		if i > 0 {
			rows = append(rows, k.Rule())
		}
		name := fyne.CanvasObject(k.Strong(ph.Name))
		if st.Phase != nil && st.Phase.ID == ph.ID {
			name = kit.Row(10, -1, name, k.Pill("", k.V.T("guide.now"), k.Rose()))
		}
		rows = append(rows, kit.Pad(8, 0, 8, 0, kit.Column(0, name, k.Muted(k.V.PhaseLine(ph)))))
	}
	return k.Card(kit.Column(0, rows...))
}

// ahead is the path in a column of its own.
func (p *Page) ahead() fyne.CanvasObject {
	k, all := p.k, p.points()
	shown := all
	if most := mostRows + 2; !p.all && len(all) > most {
		shown = all[:most]
	}
	return k.Card(kit.Column(8, p.more(k.Section(k.V.T("path.ahead")), len(all)-len(shown)), p.below(shown)))
}

// mostToAsk is how many questions for the clinic stand beside the day.
const mostToAsk = 3

// toAsk is what is kept for the clinic; nil if nothing is.
func (p *Page) toAsk() fyne.CanvasObject {
	k, list := p.k, p.model.ToAsk
	if len(list) == 0 {
		return nil
	}
	rows := []fyne.CanvasObject{k.Section(k.V.T("today.to_ask")), kit.Pad(0, 0, 8, 0, k.Muted(k.V.T("today.to_ask_how")))}
	for i, q := range list[:min(len(list), mostToAsk)] {
		if i > 0 {
			rows = append(rows, k.Rule())
		}
		rows = append(rows, k.Press("today.to_ask."+strconv.Itoa(i+1), q, kit.Corner, kit.Pad(6, 0, 6, 0, k.Body(q)), p.do.ToAsk))
	}
	if len(list) > mostToAsk {
		rows = append(rows, k.Rule(), kit.Left(k.Link("today.to_ask.all", k.V.T("today.to_ask_all"), p.do.ToAsk)))
	}
	return k.Card(kit.Column(4, rows...))
}
