package today

import (
	"strconv"

	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
)

// side is what a large page has at its right: the path as a list, and what is kept for the clinic.
func (p *Page) side() fyne.CanvasObject {
	return kit.Column(gap, p.ahead(), p.toAsk())
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
