package sheets

import (
	"strconv"

	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// Own is where the person writes what their clinic told them of one thing, and takes it back.
type Own struct {
	What string // what it is about at first; "": nothing yet
	When string // how long, at first
	All  []service.OwnView
	Save func(n service.NewOwn, answer func(error))
	Back func(o service.OwnView)

	note  string
	wrong error
}

// ownWide is how wide a field is, in Fyne's units.
const ownWide = 420

// Sheet implements Panel.
func (p *Own) Sheet(k *kit.Kit, h Handle) *kit.Sheet {
	v := k.V
	what := p.field(k, "mine.what", v.T("own.field_what"), v.T("own.hint_what"), &p.What)
	when := p.field(k, "mine.when", v.T("own.field_when"), v.T("own.hint_when"), &p.When)
	note := p.field(k, "mine.note", v.T("own.field_note"), v.T("own.hint_note"), &p.note)
	var times []*kit.Press
	for i, id := range []string{"own.pick_day", "own.pick_two_days", "own.pick_three_days", "own.pick_week", "own.pick_calm"} {
		word := v.T(id)
		times = append(times, k.Chip("mine.pick."+strconv.Itoa(i), word, func() { when.SetText(word); p.When = word }))
	}
	lines := []fyne.CanvasObject{k.Body(v.T("own.how"))}
	if w := k.Wrong(p.wrong); w != nil {
		lines = append(lines, w)
	}
	lines = append(lines, named(k, v.T("own.field_what"), what), kit.Column(6, k.Strong(v.T("own.field_when")), when, k.Offers(kit.GapInside, 6, times...)), named(k, v.T("own.field_note"), note),
		k.Muted(v.T("own.fine_print")))
	if len(p.All) > 0 {
		lines = append(lines, k.Rule(), k.Strong(v.T("own.yours")))
	}
	for _, o := range p.All {
		lines = append(lines, p.written(k, h, o))
	}
	save := func() {
		p.What, p.When, p.note = what.Text, when.Text, note.Text
		p.Save(service.NewOwn{What: p.What, When: p.When, Note: p.note, Avoid: v.OwnAvoid(p.What)}, func(err error) {
			if err == nil {
				h.Close()
				return
			}
			p.wrong = err
			h.Redraw()
		})
	}
	note.OnEnter = save
	return k.Sheet(Wide, v.T("own.title"), h.Close, kit.Column(kit.GapInside, lines...),
		k.Secondary("sheet.no", v.T("sheet.not_now"), h.Close), k.Primary("mine.save", v.T("own.save"), save))
}

// field is a line to type in; what stands there stays when the panel is drawn anew.
func (p *Own) field(k *kit.Kit, id, name, hint string, text *string) *kit.Entry {
	e := k.Entry(id, *text, hint, ownWide, func(typed string) { *text = typed })
	e.Name = name
	e.OnChanged = func(typed string) { *text = typed }
	return e
}

// named is a field below its name.
func named(k *kit.Kit, name string, o fyne.CanvasObject) fyne.CanvasObject {
	return kit.Column(6, k.Strong(name), o)
}

// written is one change that holds, with the way back.
func (p *Own) written(k *kit.Kit, h Handle, o service.OwnView) fyne.CanvasObject {
	v := k.V
	of := ""
	if o.Called != nil {
		of = v.T("own.for_treatment", phrase.Args{"Treatment": v.Called(*o.Called)})
	}
	text := kit.Column(0, k.Strong(o.Name), k.Body(phrase.Paragraph(v.OwnWrote(o.Own), v.OwnPlan(o.Own))))
	if of != "" {
		text.Add(k.Muted(of))
	}
	back := k.Quiet("mine.back."+strconv.FormatInt(o.Entry, 10), v.T("own.back"), func() { h.Close(); p.Back(o) })
	back.Named(v.T("own.back_what", phrase.Args{"Name": o.Name}))
	return kit.Answered(kit.GapInside, text, back)
}

// First implements Form.
func (p *Own) First() string {
	if p.What == "" {
		return "mine.what"
	}
	return "mine.when"
}

// Follow implements Panel: what is typed stays.
func (p *Own) Follow(Model) Answer { return Answer{} }
