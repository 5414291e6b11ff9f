package sheets

import (
	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
)

// Print makes a sheet of paper of the plan: with the times of the treatment that runs, or as the plan says it.
type Print struct {
	Runs   bool // a treatment runs: its times can stand on the sheet
	Times  bool // they are to
	Letter bool // on the paper of North America
	Save   func(times, letter bool, answer func(file string, pages int, err error))
	Show   func(file string, answer func(error)) // opens the file in the desktop's own reader, which prints it

	file  string // the sheet that was saved last
	pages int
	wrong error
}

// Sheet implements Panel.
func (p *Print) Sheet(k *kit.Kit, h Handle) *kit.Sheet {
	v := k.V
	anew := func() { p.file, p.wrong = "", nil; h.Redraw() }
	lines := []fyne.CanvasObject{k.Body(v.T("plansheet.how"))}
	if p.Runs {
		lines = append(lines, k.Segments("print.times", []kit.Choice{
			{ID: "on", Text: v.T("plansheet.with_times")}, {ID: "off", Text: v.T("plansheet.as_planned")},
		}, kit.OnOff(p.Times), func(id string) { p.Times = id == "on"; anew() }))
	}
	lines = append(lines, k.Segments("print.letter", []kit.Choice{
		{ID: "off", Text: v.T("plansheet.a4")}, {ID: "on", Text: v.T("plansheet.letter")},
	}, kit.OnOff(p.Letter), func(id string) { p.Letter = id == "on"; anew() }))
	if p.file != "" {
		lines = append(lines, k.Inked(v.T("plansheet.saved", phrase.Args{"File": p.file, "Count": p.pages}), k.P.Sage, true))
	}
	if w := k.Wrong(p.wrong); w != nil {
		lines = append(lines, w)
	}
	yes := k.Primary("print.save", v.T("plansheet.save"), func() {
		p.Save(p.Times, p.Letter, func(file string, pages int, err error) {
			p.file, p.pages, p.wrong = file, pages, err
			h.Redraw()
		})
	})
	if p.file != "" {
		yes = k.Primary("print.show", v.T("plansheet.show"), func() {
			p.Show(p.file, func(err error) { p.wrong = err; h.Redraw() })
		})
	}
	return k.Sheet(Wide, v.T("plansheet.panel"), h.Close, kit.Column(kit.GapInside, lines...),
		k.Secondary("sheet.no", v.T("sheet.not_now"), h.Close), yes)
}

// Follow implements Panel: what is chosen stays, but for the times of a treatment that is not there any more.
func (p *Print) Follow(m Model) Answer {
	runs := m.Status.Treatment != nil
	if runs == p.Runs {
		return Answer{}
	}
	p.Runs, p.Times = runs, p.Times && runs
	return Answer{Changed: true}
}
