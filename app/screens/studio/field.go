package studio

import (
	"strings"

	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/studio"
	"afterglow/app/studio/row"
)

// field is a field of the form. It outlives what is drawn, so that caret and keyboard stay while each letter changes
// the draft.
type field struct {
	entry *kit.Entry
	area  *kit.Area
	set   func(text string)
	said  string // what the draft says in its place
	here  bool   // the keyboard is in it
}

// entry is the field of that name with its label above it.
func (p *Page) entry(name, label, text, hint string, width float32, set func(text string)) *kit.Entry {
	f := p.fields[name]
	if f == nil {
		f = &field{}
		f.entry = p.k.Entry("studio/"+name, text, hint, width, nil)
		f.entry.Name = label
		f.entry.OnFocus = f.seated
		f.entry.OnChanged = func(text string) { f.set(text) }
		if name != "name" {
			f.entry.OnEnter = p.Next
		}
		p.fields[name] = f
	}
	f.put(text)
	f.set = set
	p.k.Again(f.entry)
	return f.entry
}

// lines is a field of two lines. It holds one sentence: Enter goes on.
func (p *Page) lines(name, label, text, hint string, enter func(), set func(text string)) fyne.CanvasObject {
	f := p.fields[name]
	if f == nil {
		f = &field{}
		f.area = p.k.Area("studio/"+name, text, hint, 2, mostTyped, func(text string, tooLong bool) {
			if !tooLong {
				f.set(text)
			}
		})
		f.entry = f.area.Entry
		f.entry.Name = label
		f.entry.OnFocus = f.seated
		f.entry.OnKey = func(key fyne.KeyName) bool {
			if key != fyne.KeyReturn && key != fyne.KeyEnter {
				return false
			}
			enter()
			return true
		}
		p.fields[name] = f
	}
	f.put(text)
	f.set = set
	p.k.Again(f.entry)
	return f.area.Object()
}

// mostTyped is how many bytes a sentence of the sheet may have in the form.
const mostTyped = 2_000

// seated notes whether the keyboard is in the field. What was typed there is shown as it was understood once it is not.
func (f *field) seated(here bool) {
	f.here = here
	f.put(f.said)
}

// put shows a text that was not typed here.
func (f *field) put(text string) {
	f.said = text
	if f.here || f.entry.Text == text {
		return
	}
	set := f.set
	f.set = func(string) {}
	f.entry.SetText(text)
	f.set = set
}

// labelled is a label with what it is of below it.
func (p *Page) labelled(label string, of ...fyne.CanvasObject) fyne.CanvasObject {
	return kit.Column(4, append([]fyne.CanvasObject{p.k.Muted(label)}, of...)...)
}

// change changes the open row. field names what is typed: its letters are taken back together; "" is a change of its own.
// What a row of another kind cannot say is put aside.
func (p *Page) change(field string, change func(e studio.Entry) row.Row) {
	d := p.state.Draft
	e, ok := d.Row(p.state.Row)
	if !ok {
		return
	}
	if field != "" {
		d.Typing(field)
	}
	key, aside, err := d.Turn(p.state.Row, change(e), p.state.aside)
	if p.wrong = err; err == nil {
		p.state.Row, p.state.aside = key, aside
		p.changed()
	}
	if field == "" || err != nil {
		p.draw()
	}
}

// with is a change of one value of the row.
func (p *Page) with(field string, set func(r *row.Row)) {
	p.change(field, func(e studio.Entry) row.Row {
		r := e.Row.Clone()
		set(&r)
		return r
	})
}

// split takes words apart that were written with commas.
func split(text string) (words []string) {
	for _, w := range strings.FieldsFunc(text, func(c rune) bool { return c == ',' || c == ';' || c == '\n' }) {
		if w = strings.Join(strings.Fields(w), " "); w != "" {
			words = append(words, w)
		}
	}
	return words
}

// choices are words of the catalog to choose from: each has the id of its message's end.
func choices[T ~string](v phrase.Voice, prefix string, of []T) []kit.Choice {
	list := make([]kit.Choice, len(of))
	for i, x := range of {
		list[i] = kit.Choice{ID: string(x), Text: v.T(prefix + string(x))}
	}
	return list
}
