package kit

import (
	"strings"

	"afterglow/app/reader"
)

// related finds which of the words of a window name a field: those before it that are its name, the nearest of them. What
// follows these words at once explains the field, as the line below a setting's name does, and is heard with it.
func related(all []reader.Node) []reader.Node {
	w := &wording{texts: map[string]*naming{}}
	w.walk(all)
	return all
}

// wording is what was read so far on the way through a window.
type wording struct {
	texts map[string]*naming // by what they say, the nearest of those that name nothing yet
	run   []*naming          // the words since anything else
}

// naming is words that may name a field, with those that explain it.
type naming struct {
	text *reader.Node
	more []string
}

func (w *wording) walk(all []reader.Node) {
	for i := range all {
		n := &all[i]
		switch n.Role {
		case reader.Heading, reader.Paragraph, reader.Label, reader.ListItem:
			w.say(n)
		case reader.Panel: // no more than who stands together
		case reader.Entry, reader.ComboBox, reader.Slider, reader.ToggleButton:
			w.run = nil
			w.name(n)
		default:
			w.run = nil
		}
		w.walk(n.Children)
	}
}

// say notes words. The name of a page names no field.
func (w *wording) say(n *reader.Node) {
	for _, before := range w.run {
		before.more = append(before.more, n.Name)
	}
	if n.Level != 1 {
		x := &naming{text: n}
		w.run = append(w.run, x)
		w.texts[spelled(n.Name)] = x
	}
}

// name has a field be named by its words.
func (w *wording) name(field *reader.Node) {
	key := spelled(field.Name)
	x := w.texts[key]
	if x == nil || field.ID == "" {
		return
	}
	delete(w.texts, key)
	x.text.LabelFor = field.ID
	help := []string{}
	for _, more := range x.more {
		if !saidIn(heardOf(*field), more) {
			help = append(help, more)
		}
	}
	field.Help = strings.TrimSpace(strings.Join(append(help, field.Help), " "))
}
