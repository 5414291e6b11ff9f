package studio

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/studio"
	"afterglow/app/studio/row"
)

// list is every row in the plan's order, on a card of this width, and how far down in it the open one stands. opened draws
// the open row within it, in a window too narrow for two columns; nil: it stands beside the list.
func (p *Page) list(width float32, opened func() fyne.CanvasObject) (card fyne.CanvasObject, down float32) {
	const left, top, gap = 12, 14, 2
	k, v := p.k, p.k.V
	lines := []fyne.CanvasObject{kit.Left(k.Secondary("studio/add", v.T("studio.add"), p.Next)), kit.Gap(4)}
	group := ""
	var presses []*kit.Press
	rows := p.state.Draft.Rows()
	for _, e := range rows {
		if g := groupOf(e.Kind); g != group {
			group = g
			lines = append(lines, kit.Pad(8, 0, 0, 10, k.Small(v.T("studio.group_"+g))))
		}
		if e.Key == p.state.Row {
			down = top
			for _, o := range lines {
				down += kit.Height(o, width-2*left) + gap
			}
		}
		line := p.line(e)
		presses = append(presses, line)
		lines = append(lines, line)
		if opened != nil && e.Key == p.state.Row {
			lines = append(lines, opened())
		}
	}
	k.Walk(presses...)
	for i, press := range presses {
		walk := press.OnKey
		press.OnKey = func(key fyne.KeyName) bool {
			if key == fyne.KeyRight {
				p.enter(rows[i].Key)
				return true
			}
			return key != fyne.KeyLeft && walk(key)
		}
	}
	if len(rows) == 0 {
		lines = append(lines, kit.Pad(8, 0, 8, 10, k.Muted(v.T("studio.no_rows"))))
	}
	return k.CardPadded(left, top, kit.Column(gap, lines...)), down - top
}

// groupOf is the end of the message of the heading that a row stands under.
func groupOf(k studio.Kind) string {
	switch k {
	case studio.KindWindow, studio.KindWindowWhen:
		return "waits"
	case studio.KindRoutine, studio.KindStage, studio.KindRoutineWhen:
		return "does"
	case studio.KindCare:
		return "notes"
	case studio.KindPhase:
		return "expects"
	case studio.KindCall:
		return "calls"
	case studio.KindSpacing, studio.KindSpacingWhen:
		return "spacing"
	case studio.KindClinic:
		return "clinic"
	}
	return "products"
}

// line is one row: what it is about, what it says in a few words, and whether something may be wrong with it.
func (p *Page) line(e studio.Entry) *kit.Press {
	k, v := p.k, p.k.V
	title := v.StudioTitle(e)
	says := v.StudioSummary(e)
	icon, ink := "", k.P.Muted
	switch kind, warned := p.gravest(e.Key); {
	case !warned || kind == studio.NoSentence || p.isEmpty(e):
	case kind == studio.Wrong, kind == studio.YesToBan, kind == studio.Contradicts:
		icon, ink = kit.IconAskOn, k.P.Amber
	default:
		icon, ink = kit.IconAskOn, k.P.Muted
	}
	words := kit.Column(0, k.Strong(title))
	if says != "" {
		words.Add(k.Muted(says))
	}
	body := fyne.CanvasObject(words)
	label := phrase.Paragraph(title, says)
	if icon != "" {
		body = kit.TopRow(8, 0, words, kit.Pad(2, 0, 0, 0, k.Icon(icon, 16, ink)))
		label = phrase.Paragraph(label, v.T("studio.look_again"))
	}
	left := float32(10)
	if e.Of != "" {
		left = 26
	}
	content := fyne.CanvasObject(kit.Pad(6, 10, 6, left, body))
	open := e.Key == p.state.Row
	if open {
		content = kit.Over(p.ground(), content)
	}
	press := k.Press("studio/row."+e.Key, label, kit.Corner, content, nil)
	press.OnTap = func() {
		_, byKeys := press.Focused()
		switch {
		case byKeys:
			p.enter(e.Key)
		case e.Key == p.state.Row:
			p.open("")
		default:
			p.open(e.Key)
		}
	}
	return press.As(kit.RoleOption, open)
}

// enter opens a row and goes into its form.
func (p *Page) enter(key string) {
	if key != p.state.Row {
		p.open(key)
	}
	stops := kit.Stops(p.root)
	at := slices.IndexFunc(stops, func(s kit.Stop) bool { return s.ID == "studio/row."+key })
	for _, s := range stops[at+1:] {
		if !strings.HasPrefix(s.ID, "studio/row.") {
			p.k.GoTo(s.ID)
			return
		}
	}
}

// ground lies under the row that is open.
func (p *Page) ground() fyne.CanvasObject {
	r := canvas.NewRectangle(p.k.P.RoseFill)
	r.CornerRadius = kit.Corner
	return r
}

// gravest is the gravest warning of a row.
func (p *Page) gravest(key string) (studio.WarningKind, bool) {
	for _, w := range p.looked.warnings {
		if w.Key == key {
			return w.Kind, true
		}
	}
	return "", false
}

// open opens a row; "" closes it.
func (p *Page) open(key string) {
	p.state.Row, p.state.aside = key, row.Row{}
	p.typed, p.someOnly, p.offered, p.chosen = map[string]studio.Time{}, false, false, map[string]bool{}
	p.filled = nil
	name := p.fields["name"]
	p.fields = map[string]*field{}
	if name != nil {
		p.fields["name"] = name
	}
	p.look()
	p.draw()
}

// Next adds a row behind the open one, for the sheet's next sentence. A row that says nothing yet is that already.
func (p *Page) Next() {
	if p.state.Draft == nil || p.alone != nil {
		return
	}
	if e, ok := p.state.Draft.Row(p.state.Row); ok && p.isEmpty(e) {
		p.k.GoTo("studio/says")
		return
	}
	p.add(row.Row{Rule: row.Avoid})
}

// isEmpty says whether nothing is written into a row yet.
func (p *Page) isEmpty(e studio.Entry) bool {
	return e.ID != "" && !e.Kind.Part() && e.Row.Equal(row.Row{Rule: e.Rule})
}

// add adds a row behind the open one, opens it and puts the keyboard into it.
func (p *Page) add(r row.Row) {
	key := ""
	p.act(func(d *studio.Draft) (err error) {
		key, err = d.Add(r, p.state.Row)
		return err
	})
	if key != "" && p.wrong == nil {
		p.open(key)
		p.k.GoTo("studio/says")
	}
}
