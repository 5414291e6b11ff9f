package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	base "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"afterglow/app/screens/theme"
)

// Measures of a search field, in Fyne's units.
const (
	searchHigh   = 48
	searchCorner = 24
	searchIcon   = 18
	searchLeft   = 20 // from the edge to the icon
	searchText   = 42 // from the edge to the field; what is written begins some units further in
	searchRight  = 10
	searchInset  = 8 // from the field's edge to what is written in it
	searchGap    = 8 // from the hint to the examples
	searchRise   = 2 // Fyne writes that much below the middle of a field
)

// Search is a field to ask in: a glass, room to write, and a button that clears what is written. It outlives the pages
// that it stands on, so that what is written, the caret and the keyboard stay as they are.
type Search struct {
	Entry *Entry

	box      *fyne.Container
	wears    *container.ThemeOverride
	clear    *Press
	examples *Line
}

// Search makes one. hint stands in it while nothing is written, and after it the first of the examples that has room. press is told that the field was clicked, clear that its button was, which is called away.
func (k *Kit) Search(id, text, hint string, examples []string, away string, press, clear func()) *Search {
	s := &Search{}
	s.Entry = k.Entry(id, text, hint, 120, nil)
	s.Entry.bare, s.Entry.ground = true, k.ground(searchCorner)
	s.Entry.CursorColumn = len([]rune(text))
	s.Entry.OnPress = press
	s.clear = k.Bare(id+".clear", away, k.Icon(IconClose, 12, k.P.Muted), clear)
	glass := newPane(func() {
		if k.Focus != nil {
			k.Focus(s.Entry)
		}
		press()
	})
	s.examples = k.line("", k.P.Muted, false, theme.SizeSection, 22)
	s.examples.Hidden = text != ""
	s.wears = container.NewThemeOverride(s.Entry, larger{theme.New(choiceOf(k.P)).Sharp(k.P.Sharp)})
	s.box = s.Entry.ground.under(&fyne.Container{Layout: search{s, hint, examples}, Objects: []fyne.CanvasObject{
		k.Icon(IconSearch, searchIcon, k.P.Rose), s.wears, s.clear, glass, s.examples,
	}})
	return s
}

// Object is what to put on a page, which is told anew how it looks: Fyne forgets the theme of what was not drawn for a
// minute, and would write in that of the window.
func (s *Search) Object() *fyne.Container {
	s.wears.Refresh()
	return s.box
}

// choiceOf is the theme that a palette is of.
func choiceOf(p *theme.Palette) theme.Choice {
	if p.Dark {
		return theme.AlwaysDark
	}
	return theme.AlwaysLight
}

// ShowClear shows the button that clears, or hides it.
func (s *Search) ShowClear(on bool) {
	if on == s.clear.Visible() {
		return
	}
	s.clear.Hidden = !on
	s.box.Refresh()
}

// Written tells whether something is written, so that no example stands in its place.
func (s *Search) Written(on bool) {
	if on != s.examples.Hidden {
		s.examples.Hidden = on
		s.box.Refresh()
	}
}

// Example is the example on show; "": none.
func (s *Search) Example() string {
	if s.examples.Hidden {
		return ""
	}
	return s.examples.Text()
}

// larger writes in the size of a section's heading, and the hint in the colour of text: examples follow it in a fainter one.
type larger struct{ theme.Theme }

// Size is a length by its role.
func (l larger) Size(name fyne.ThemeSizeName) float32 {
	if name == base.SizeNameText {
		return theme.SizeSection
	}
	return l.Theme.Size(name)
}

// Color is a colour by its role.
func (l larger) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if name == base.ColorNamePlaceHolder {
		name = base.ColorNameForeground
	}
	return l.Theme.Color(name, v)
}

// search lays out: glass, field, button, the pane over the glass, and the examples behind the hint.
type search struct {
	of       *Search
	hint     string
	examples []string
}

func (search) heightFor([]fyne.CanvasObject, float32) float32 { return searchHigh }

func (search) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, searchHigh) }

func (l search) Layout(o []fyne.CanvasObject, size fyne.Size) {
	place(o[0], searchLeft, (size.Height-searchIcon)/2, searchIcon, searchIcon)
	right := size.Width - searchRight
	if o[2].Visible() {
		right -= Target
		place(o[2], right, (size.Height-Target)/2, Target, Target)
	}
	field := fyne.Min(size.Height-4, o[1].MinSize().Height)
	place(o[1], searchText, (size.Height-field)/2-searchRise, right-searchText, field)
	place(o[3], 0, 0, searchText, size.Height)
	x := searchText + searchInset + measure(l.hint, theme.SizeSection, false) + searchGap
	l.of.examples.SetText(l.of.examples.Longest(right-searchInset-x, l.examples))
	place(o[4], x, (size.Height-o[4].MinSize().Height)/2-searchRise, right-x, o[4].MinSize().Height)
}

// pane is a place to click on that shows nothing and is no stop of the keyboard.
type pane struct {
	widget.BaseWidget
	tap func()
}

var _ fyne.Tappable = (*pane)(nil)

func newPane(tap func()) *pane {
	p := &pane{tap: tap}
	p.ExtendBaseWidget(p)
	return p
}

// Tapped implements fyne.Tappable.
func (p *pane) Tapped(*fyne.PointEvent) { p.tap() }

// CreateRenderer implements fyne.Widget.
func (p *pane) CreateRenderer() fyne.WidgetRenderer {
	return Laid(widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent)), p.Size())
}
