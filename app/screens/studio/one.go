package studio

import (
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
	"afterglow/app/studio"
	"afterglow/app/studio/row"
)

// One is the form of one row alone, on a page that shows it among other things.
type One struct{ p *Page }

// OneOf is the form of r. draw draws the page that it is on; now is what that page shows, look does something that takes a
// while and then shows it.
func OneOf(k *kit.Kit, r row.Row, now time.Time, look func(do func() (show func())), draw func()) (*One, error) {
	d := studio.New(k.V.T("studio.our_plan"), now.Format("2006-01"))
	d.Say = k.V.StudioText
	key, err := d.Add(r, "")
	if err != nil {
		return nil, err
	}
	state := &State{Draft: d, Row: key, asked: true}
	p := New(k, Actions{Keep: func([]byte, func(string, error)) {}, Look: look}, state)
	p.model, p.alone = Model{Now: now}, draw
	p.look()
	return &One{p}, nil
}

// Object is the form as it stands now; it is asked for anew with each drawing of its page.
func (o *One) Object() fyne.CanvasObject { return o.p.form() }

// Row is the row as it was changed.
func (o *One) Row() row.Row {
	e, _ := o.p.state.Draft.Row(o.p.state.Row)
	r := e.Row.Clone()
	if len(r.What) == 0 { // a file says a thing by the name alone
		r.What = e.Words()
	}
	return r
}
