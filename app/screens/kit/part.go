package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"afterglow/app/reader"
)

// Part is a widget that says what it is: to who cannot see it, and to the keyboard.
type Part interface {
	fyne.CanvasObject
	// Inside are what lies in it, in the order of Tab.
	Inside() []fyne.CanvasObject
	// Tell is what it is, without its place and what lies in it.
	Tell() Telling
}

// Telling is what a Part says of itself. With [reader.None] it is nothing by itself: what lies in it stands in its place.
type Telling struct {
	reader.Node
	Of string // what it is about, where its name does not say so
}

// Asked is a Part that does what a screen reader asks for.
type Asked interface {
	Ask(r reader.Request) bool
}

// inside are what lies in any object, in the order of Tab.
func inside(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.ThemeOverride:
		return []fyne.CanvasObject{o.Content}
	case Part:
		return o.Inside()
	}
	return nil
}

// told says that who cannot see the window has to hear of a change.
func (k *Kit) told() {
	if k != nil && k.Told != nil {
		k.Told()
	}
}

// Inside implements Part.
func (p *Press) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{p.content} }

// roles are what a Press is, in a screen reader's words. What is not here is a button.
var roles = map[fyne.AccessibleRole]reader.Role{
	fyne.AccessibleRoleLink: reader.Link,
	RoleBox:                 reader.CheckBox,
	RoleSwitch:              reader.ToggleButton,
	RoleOption:              reader.RadioButton,
	RoleTab:                 reader.PageTab,
	RoleList:                reader.ComboBox,
	RoleScale:               reader.Slider,
	RoleDays:                reader.Slider,
	RoleItem:                reader.MenuItem,
	RoleChoice:              reader.RadioItem,
}

// Tell implements Part.
func (p *Press) Tell() Telling {
	n := reader.Node{ID: p.ID, Role: roles[p.role], Name: p.label, State: reader.Works, Action: "press"}
	if n.Role == reader.None {
		n.Role = reader.Button
	}
	on := func(can, is reader.State) {
		n.State |= can
		if p.state.On {
			n.State |= is
		}
	}
	switch p.role {
	case RoleBox, RoleSwitch, RoleOption, RoleChoice:
		on(reader.Checkable, reader.Checked)
	case RoleTab:
		on(reader.Selectable, reader.Selected)
	case RoleFold:
		on(reader.Expandable, reader.Expanded)
	case RoleList:
		n.State |= reader.HasPopup
		n.Text = &reader.Text{Content: p.state.Value}
	}
	if p.figure != nil {
		n.Value = p.figure()
	}
	if p.off {
		n.State &^= reader.Works &^ reader.Seen
	}
	return Telling{Node: n, Of: p.of}
}

// Ask implements Asked: as if it were done by the keyboard.
func (p *Press) Ask(r reader.Request) bool {
	if p.off {
		return false
	}
	switch r.Act {
	case reader.Press:
		if p.OnTap == nil {
			return false
		}
		p.quiet = false
		p.tap()
		return true
	case reader.SetValue:
		return p.onFigure != nil && p.onFigure(r.Value)
	}
	return false
}

// Inside implements Part: nothing in a field is told by itself.
func (e *Entry) Inside() []fyne.CanvasObject { return nil }

// Tell implements Part.
func (e *Entry) Tell() Telling {
	n := reader.Node{ID: e.ID, Role: reader.Entry, Name: e.Name, State: reader.Works | reader.Editable | reader.SingleLine}
	if e.MultiLine {
		n.State ^= reader.SingleLine | reader.MultiLine
	}
	if e.Disabled() {
		n.State &^= reader.Works&^reader.Seen | reader.Editable
	}
	if n.Name == "" {
		n.Name = e.PlaceHolder
	} else {
		n.Help = e.PlaceHolder
	}
	at, content := e.CursorTextOffset(), e.Text
	if e.Password { // nobody hears what is not to be seen
		content = strings.Repeat("•", len([]rune(content)))
	}
	n.Text = &reader.Text{Content: content, Caret: at, From: at, To: at}
	return Telling{Node: n, Of: e.of}
}

// Ask implements Asked.
func (e *Entry) Ask(r reader.Request) bool {
	switch r.Act {
	case reader.SetText:
		if e.Disabled() || len(r.Text) > e.most {
			return false
		}
		e.SetText(r.Text)
		e.CursorColumn = len([]rune(r.Text))
		if !e.focused {
			e.finish()
		}
		return true
	case reader.SetCaret:
		if e.MultiLine || r.Caret < 0 || r.Caret > len([]rune(e.Text)) {
			return false
		}
		e.CursorColumn = r.Caret
		e.Refresh()
		return true
	}
	return false
}

// Inside implements Part.
func (p *Para) Inside() (links []fyne.CanvasObject) {
	for _, r := range p.runs {
		if r.Link != nil {
			links = append(links, r.Link)
		}
	}
	return links
}

// Tell implements Part.
func (p *Para) Tell() Telling {
	n := words(p.plain(), p.level)
	if p.heard && n.Role == reader.Paragraph {
		n.Role, n.ID = reader.Notification, p.id
	}
	return Telling{Node: n}
}

// Inside implements Part.
func (l *Line) Inside() []fyne.CanvasObject { return nil }

// Tell implements Part.
func (l *Line) Tell() Telling { return Telling{Node: words(l.text, 0)} }

// words is text that is read, as a heading if it has a level. The tick before what went well is for the eye.
func words(text string, level int) reader.Node {
	text = strings.TrimPrefix(text, "✓ ")
	switch {
	case text == "":
		return reader.Node{}
	case level > 0:
		return reader.Node{Role: reader.Heading, Name: text, Level: level, State: reader.Seen}
	}
	return reader.Node{Role: reader.Paragraph, Name: text, State: reader.Seen}
}

// Inside implements Part.
func (p *Page) Inside() []fyne.CanvasObject { return (&pageRenderer{p}).Objects() }

// Tell implements Part.
func (p *Page) Tell() Telling {
	if p.listed == "" {
		return Telling{}
	}
	return Telling{Node: reader.Node{Role: reader.List, Name: p.listed, State: reader.Seen}}
}

// Inside implements Part.
func (s *Scroll) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{s.Content} }

// Tell implements Part.
func (s *Scroll) Tell() Telling { return Telling{} }

// Inside implements Part.
func (h *Hold) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{h.content} }

// Tell implements Part.
func (h *Hold) Tell() Telling { return Telling{} }

// Inside implements Part.
func (s *Sheet) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{s.card} }

// Tell implements Part.
func (s *Sheet) Tell() Telling {
	return Telling{Node: reader.Node{ID: "sheet", Role: reader.Dialog, Name: s.title, State: reader.Seen | reader.Enabled | reader.Sensitive | reader.Modal}}
}

// Inside implements Part.
func (f *float) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{f.card} }

// Tell implements Part.
func (f *float) Tell() Telling {
	n := reader.Node{ID: "float", Role: reader.Dialog, Name: f.name, State: reader.Seen | reader.Enabled | reader.Sensitive | reader.Modal}
	if f.menu {
		n.Role = reader.Menu
	}
	return Telling{Node: n}
}
