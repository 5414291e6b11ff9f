package studio

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"afterglow/app/ask"
	"afterglow/app/leaflet"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/studio"
	"afterglow/app/studio/row"
)

// filled is what a sentence of the sheet was taken for.
type filled struct {
	rows int      // how many rows it became; 0: no rule understood it
	left []string // what was not taken over, each with why
}

// fill has the open row say what its sentence says, by the rules that read a leaflet. A sentence of several instructions
// becomes several rows. It is one change that can be taken back, and the form tells to look at it.
func (p *Page) fill() {
	e, ok := p.state.Draft.Row(p.state.Row)
	text := strings.TrimSpace(e.Says)
	if !ok || text == "" {
		return
	}
	read := leaflet.Read(text, ask.Default())
	got := filled{rows: len(read.Proposals)}
	left := func(at leaflet.Span, why leaflet.Why) {
		got.left = append(got.left, p.k.V.T("leaflet.doubt", phrase.Args{"Words": read.Words(at), "Why": p.k.V.LeafletWhy(why)}))
	}
	for _, x := range read.Proposals {
		for _, d := range x.Doubts {
			left(d.At, d.Why)
		}
	}
	for _, x := range read.Left {
		left(x.At, x.Why)
	}
	shown := ""
	if got.rows > 0 {
		p.act(func(d *studio.Draft) error {
			key := p.state.Row
			for i, x := range read.Proposals {
				r := x.Row.Clone()
				if r.Rule != row.Clinic {
					r.Says = text
				}
				to, err := p.place(d, r, key, i == 0)
				if err != nil {
					return err
				}
				// A clinic's number in passing is no reason to lose sight of the sentence.
				if e, _ := d.Row(shown); shown == "" || e.Kind == studio.KindClinic {
					shown = to
				}
				key = to
			}
			return nil
		})
	}
	if p.wrong != nil {
		return
	}
	if shown != "" {
		p.open(shown)
	}
	p.filled = &got
	p.draw()
	p.goOn()
}

// place has the row of that key say r if it is the first that a sentence gives, else it adds r behind it. Of a clinic and a
// spacing there is one alone: that one says r then.
func (p *Page) place(d *studio.Draft, r row.Row, key string, first bool) (string, error) {
	d.Typing("fill")
	if first {
		if to, err := d.Change(key, r); err == nil {
			return to, nil
		}
	}
	d.Typing("fill")
	to, err := d.Add(r, key)
	if err != nil || !first {
		return to, err
	}
	d.Typing("fill")
	return to, d.Remove(key)
}

// goOn puts the keyboard into the row's first field to write in behind its sentence: Enter there goes on, and chooses
// nothing. The sentence, and what came of it, stay in sight as far as there is room.
func (p *Page) goOn() {
	stops := kit.Stops(p.root)
	at := slices.IndexFunc(stops, func(s kit.Stop) bool { return s.ID == "studio/says" })
	if at < 0 { // a clinic has no sentence
		at = slices.IndexFunc(stops, func(s kit.Stop) bool { return strings.HasPrefix(s.ID, "studio/rule.") })
	}
	for _, s := range stops[at+1:] {
		if _, writes := s.At.(*kit.Entry); at >= 0 && writes {
			if o, drawn := stops[at].At.(fyne.CanvasObject); drawn {
				p.root.Reveal(o)
			}
			p.k.GoTo(s.ID)
			return
		}
	}
}

// enterSentence is what Enter does in the field of the sentence: a row that says nothing yet is filled in from it.
func (p *Page) enterSentence() {
	e, ok := p.state.Draft.Row(p.state.Row)
	if ok && p.alone == nil && e.Says != "" && len(e.Words()) == 0 && e.From == "" && e.Until == "" && e.Often == "" {
		p.fill()
		return
	}
	p.goOn()
}

// filling is the button that fills in a row from its sentence, and what came of that.
func (p *Page) filling(e studio.Entry) (parts []fyne.CanvasObject) {
	k, v := p.k, p.k.V
	if p.alone != nil || strings.TrimSpace(e.Says) == "" {
		return nil
	}
	if p.filled == nil {
		return []fyne.CanvasObject{kit.Left(k.Link("studio/fill", v.T("studio.fill"), p.fill))}
	}
	lines := []fyne.CanvasObject{k.Body(v.T("studio.filled", phrase.Args{"Count": p.filled.rows}))}
	if p.filled.rows == 0 {
		lines = []fyne.CanvasObject{k.Body(v.T("studio.filled_none"))}
	}
	for _, l := range p.filled.left {
		lines = append(lines, k.Inked(l, k.P.Amber, false))
	}
	return []fyne.CanvasObject{k.Notice(kit.Column(4, lines...))}
}
