package studio

import (
	"slices"

	"fyne.io/fyne/v2"

	"afterglow/app/fault"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/studio"
	"afterglow/app/studio/row"
	"afterglow/guidance"
)

// head is the page's name, and what can be done with the draft as a whole.
func (p *Page) head() fyne.CanvasObject {
	k, v, d := p.k, p.k.V, p.state.Draft
	title := kit.Column(0, k.Title(v.T("studio.title")), k.Muted(v.T("studio.lead")))
	if d == nil {
		return title
	}
	buttons := []fyne.CanvasObject{
		k.Primary("studio/use", v.T("studio.use"), p.use),
		k.Secondary("studio/save", v.T("studio.save"), func() { p.do.Save(d.Head().ID, d.Text()) }),
	}
	if d.CanUndo() {
		buttons = append(buttons, k.Secondary("studio/undo", v.T("studio.undo"), func() { p.step(d.Undo) }))
	}
	if d.CanRedo() {
		buttons = append(buttons, k.Secondary("studio/redo", v.T("studio.redo"), func() { p.step(d.Redo) }))
	}
	buttons = append(buttons, k.Quiet("studio/leave", v.T("studio.leave"), func() { p.do.Sure(p.leave) }))
	name := p.labelled(v.T("studio.name"), p.entry("name", v.T("studio.name"), d.Head().Name, v.T("studio.name_hint"), 240, func(text string) {
		p.act(func(d *studio.Draft) error {
			d.Typing("name")
			h := d.Head()
			if studio.Named(h) {
				h.ID = studio.IDOf(text)
			}
			h.Name = text
			return d.SetHead(h)
		})
	}))
	do := kit.Wrap(8, 8, buttons...)
	if p.inner() < wideTwo {
		return kit.Column(kit.GapInside, title, name, do)
	}
	return kit.Column(kit.GapInside, title, kit.Grid(kit.GapBetween, []float32{1, 1.6}, name, kit.Pad(22, 0, 0, 0, do)))
}

// ofPlan is what is wrong with the plan and with none of its rows. That its rows ask for nothing is no fault until it is to be
// used.
func (p *Page) ofPlan() (parts []fyne.CanvasObject) {
	k := p.k
	for _, w := range p.looked.warnings {
		if w.Kind != studio.Wrong || w.Key != "" || w.Problem.What.ID == "planproblem.empty_plan" && p.wrong == nil {
			continue
		}
		return append(parts, k.Banner(k.Amber(), k.Body(k.V.StudioWarning(w, nil)))) // the others often say the same once more
	}
	return parts
}

// step takes a change back, or does it again.
func (p *Page) step(do func() bool) {
	do()
	p.state.aside = row.Row{}
	if _, still := p.state.Draft.Row(p.state.Row); !still {
		p.state.Row = ""
	}
	p.fields = map[string]*field{} // what is written in them is of the draft before
	p.changed()
	p.settle()
}

// use shows what the plan changes, if the check has nothing against it; else the row that it names is opened.
func (p *Page) use() {
	d := p.state.Draft
	p.dropEmpty()
	if _, err := d.Check(); err != nil {
		all := d.Warnings(p.trial())
		if i := slices.IndexFunc(all, func(w studio.Warning) bool { return w.Kind == studio.Wrong && w.Key != "" }); i >= 0 {
			p.wrong = fault.Use("studio.not_yet", nil)
			p.open(all[i].Key)
			return
		}
		p.wrong = fault.Use("studio.not_yet_plan", nil) // why stands below it
		p.draw()
		p.root.Top()
		return
	}
	p.wrong = nil
	p.do.Use(d.Text())
}

// dropEmpty takes out the rows into which nothing was written: Enter at the sheet's end leaves one.
func (p *Page) dropEmpty() {
	for _, e := range p.state.Draft.Rows() {
		if !p.isEmpty(e) {
			continue
		}
		p.act(func(d *studio.Draft) error { return d.Remove(e.Key) })
		if p.state.Row == e.Key {
			p.open("")
		}
	}
}

// leave forgets the draft.
func (p *Page) leave() {
	p.state.Draft, p.state.Row, p.wrong, p.looked = nil, "", nil, look{}
	p.fields = map[string]*field{}
	p.do.Keep(nil, p.kept)
	p.draw()
}

// beginnings are the ways to begin.
func (p *Page) beginnings() fyne.CanvasObject {
	k, v := p.k, p.k.V
	way := func(id, name, text string, do func()) fyne.CanvasObject {
		return k.Press("studio/begin."+id, phrase.Paragraph(name, text), kit.CardCorner, k.Card(kit.Column(2, k.Strong(name), k.Muted(text))), do)
	}
	ways := []fyne.CanvasObject{
		way("empty", v.T("studio.begin_empty"), v.T("studio.begin_empty_more"), p.fresh),
		way("leaflet", v.T("paste.begin"), v.T("paste.begin_more"), p.do.Leaflet),
		way("in-use", v.T("studio.begin_in_use", phrase.Args{"Plan": p.model.InUse.Name}), v.T("studio.begin_in_use_more"), func() {
			p.do.InUse(func(text string, err error) {
				if err != nil {
					p.begin(nil, err)
					return
				}
				p.adopt([]byte(text))
			})
		}),
	}
	for _, s := range guidance.Starters() {
		if s.ID != p.model.InUse.ID {
			ways = append(ways, way(s.ID, v.T("studio.begin_starter", phrase.Args{"Plan": s.Name}), s.Summary, func() {
				text, _ := guidance.StarterText(s.ID)
				p.adopt(text)
			}))
		}
	}
	ways = append(ways, way("file", v.T("studio.begin_file"), v.T("studio.begin_file_more"), func() {
		p.do.Open(func(text []byte, fits bool) {
			if !fits {
				p.begin(nil, fault.Use("studio.too_large", nil))
				return
			}
			p.begin(studio.Open(text))
		})
	}))
	return kit.Column(kit.GapInside, append([]fyne.CanvasObject{k.Section(v.T("studio.begin"))}, ways...)...)
}

// fresh begins with nothing but an empty row.
func (p *Page) fresh() {
	d := studio.New(p.k.V.T("studio.our_plan"), p.version())
	p.begin(d, nil)
	p.add(row.Row{Rule: row.Avoid})
}

// adopt begins with a copy of a plan. One of ours becomes the clinic's own.
func (p *Page) adopt(text []byte) {
	d, err := studio.Open(text)
	if err == nil && guidance.IsStarter(d.Head().ID) {
		err = d.Adopt(p.k.V.T("studio.our_plan"), p.version())
	}
	p.begin(d, err)
}

// version is the month, as plans write it.
func (p *Page) version() string { return p.model.Now.Format("2006-01") }
