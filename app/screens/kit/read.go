package kit

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"afterglow/app/reader"
)

// Reading is what a part of the window is to who cannot see it.
type Reading struct {
	Focused fyne.Focusable  // what has the keyboard; nil: nothing
	Scale   float32         // dots of the screen to one of Fyne's units
	At      map[string]Part // by its ID, what can be asked for something
	Found   bool            // what has the keyboard was among it
	Heading string          // the first heading of a page; "": none
	inert   bool            // it lies beneath something that has the keyboard to itself
	voice   func(string, string) string
}

// reading is a node that may still get its place in a group.
type reading struct {
	reader.Node
	of string
}

// Read describes o, of which the upper left corner of what holds it lies at a place in the window. What is inert can be
// read, but not used.
func (k *Kit) Read(r *Reading, o fyne.CanvasObject, at fyne.Position, inert bool) []reader.Node {
	r.inert, r.voice = inert, k.spoken
	if r.At == nil {
		r.At = map[string]Part{}
	}
	return related(r.grouped(r.read(o, at)))
}

// read describes what can be seen of o, without groups.
func (r *Reading) read(o fyne.CanvasObject, at fyne.Position) []reading {
	if o == nil || !o.Visible() {
		return nil
	}
	at = at.Add(o.Position())
	part, told := o.(Part)
	if !told {
		return r.readAll(inside(o), at)
	}
	t := part.Tell()
	if t.Role == reader.None {
		return r.readAll(part.Inside(), at)
	}
	n := t.Node
	n.Box = r.box(at, o.Size())
	r.know(part, &n)
	in := r.readAll(part.Inside(), at)
	switch n.Role {
	case reader.Paragraph, reader.Heading, reader.Notification: // its links follow it
		if n.Level == 1 && r.Heading == "" {
			r.Heading = n.Name
		}
		return append([]reading{{n, t.Of}}, in...)
	case reader.List:
		n.Children = as(reader.ListItem, r.grouped(in))
	case reader.Dialog, reader.Menu:
		n.Children = as(reader.Label, r.grouped(in)) // which are read by themselves when it opens
	default:
		var rest []reading
		n.Help, rest = r.more(n, in)
		n.Children = append(n.Children, r.grouped(rest)...)
	}
	return []reading{{n, t.Of}}
}

func (r *Reading) readAll(objects []fyne.CanvasObject, at fyne.Position) (all []reading) {
	for _, o := range objects {
		all = append(all, r.read(o, at)...)
	}
	return all
}

// box is a place in dots of the screen.
func (r *Reading) box(at fyne.Position, size fyne.Size) reader.Box {
	dots := func(v float32) int32 { return int32(v*r.Scale + 0.5) }
	return reader.Box{X: dots(at.X), Y: dots(at.Y), W: dots(size.Width), H: dots(size.Height)}
}

// know notes what can be asked for something, and where the keyboard is.
func (r *Reading) know(p Part, n *reader.Node) {
	if r.inert {
		n.State &^= reader.Works &^ reader.Seen
		return
	}
	if f, ok := p.(fyne.Focusable); ok && r.Focused != nil && f == r.Focused {
		n.State |= reader.Focused
		r.Found = true
	}
	if n.ID != "" && r.At[n.ID] == nil {
		r.At[n.ID] = p
	}
}

// more is what stands on a thing beyond its name, such as the line below it; what of it can be used itself is the rest.
func (r *Reading) more(n reader.Node, in []reading) (help string, rest []reading) {
	said := heardOf(n)
	parts := []string{}
	if n.Help != "" {
		parts = append(parts, n.Help)
	}
	for _, x := range in {
		switch x.Role {
		case reader.Paragraph, reader.Heading:
			if !saidIn(said, x.Name) {
				parts = append(parts, x.Name)
			}
		default:
			rest = append(rest, x)
		}
	}
	return strings.Join(parts, " "), rest
}

// heardOf is what of a thing is read beside its help, as spelled has it.
func heardOf(n reader.Node) string {
	said := n.Name
	if n.Text != nil {
		said += " " + n.Text.Content
	}
	if n.Value != nil {
		said += " " + n.Value.Said
	}
	return " " + spelled(said)
}

// spelled is text in small letters, with one space between its words and nothing else.
func spelled(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

// saidIn says whether each word of a text, or one that it shortens, stands in what was said.
func saidIn(said, text string) bool {
	for _, word := range strings.Fields(spelled(text)) {
		if !strings.Contains(said, " "+word) {
			return false
		}
	}
	return true
}

// grouped gives those that follow one another and are about the same a group with its name; words between them are in it.
// What is alone in that has what it is about in its own name.
func (r *Reading) grouped(all []reading) []reader.Node {
	out := make([]reader.Node, 0, len(all))
	for i := 0; i < len(all); {
		end := groupEnd(all, i)
		if end == i+1 {
			n := all[i].Node
			n.Name = r.voice(n.Name, all[i].of)
			out, i = append(out, n), end
			continue
		}
		group := reader.Node{Role: reader.Panel, Name: all[i].of, State: reader.Seen, Box: all[i].Box}
		for _, x := range all[i:end] {
			group.Children = append(group.Children, x.Node)
			group.Box = around(group.Box, x.Box)
		}
		out, i = append(out, group), end
	}
	return out
}

// groupEnd is where the group that begins at i ends: behind the last of those that are about the same.
func groupEnd(all []reading, i int) int {
	end := i + 1
	if all[i].of == "" {
		return end
	}
	for at := end; at < len(all); at++ {
		switch x := all[at]; {
		case x.of == all[i].of:
			end = at + 1
		case x.of != "" || x.Role != reader.Paragraph:
			return end
		}
	}
	return end
}

// around is the least box that holds two.
func around(a, b reader.Box) reader.Box {
	right, bottom := max(a.X+a.W, b.X+b.W), max(a.Y+a.H, b.Y+b.H)
	x, y := min(a.X, b.X), min(a.Y, b.Y)
	return reader.Box{X: x, Y: y, W: right - x, H: bottom - y}
}

// as gives all words among nodes another role.
func as(role reader.Role, nodes []reader.Node) []reader.Node {
	for i := range nodes {
		if nodes[i].Role == reader.Paragraph {
			nodes[i].Role = role
		}
	}
	return nodes
}
