//go:build !windows && !darwin

package reader

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/godbus/dbus/v5"
)

// Bounds on what is told. A window has some hundred nodes; what is beyond them is left out.
const (
	mostNodes = 5000
	mostDeep  = 32
	mostText  = 16 << 10 // bytes of a name or of what stands in a field
)

// tree is what was told at one moment. It never changes.
type tree struct {
	at    Box // where the windows' content lies on the screen
	items map[dbus.ObjectPath]*item
	order []*item        // each before what is in it
	paths map[string]int // the number of each thing's path, by its key
	last  int            // the highest number that was ever given: none is given twice
	named map[string]*item
}

// item is a node with its place in the tree.
type item struct {
	Node
	path     dbus.ObjectPath
	parent   dbus.ObjectPath
	at       int // among its parent's children; -1 for the program
	children []dbus.ObjectPath
	labels   []dbus.ObjectPath // the texts that name it
}

// lay makes the tree of what is shown now. A thing that was there before keeps its path: by its ID, else by its place among
// its like. What comes again after it was gone has another path, for whoever listened was told that the old one is no more.
func lay(before *tree, program Node, p picture) *tree {
	t := &tree{at: p.at, items: map[dbus.ObjectPath]*item{}, paths: map[string]int{}, named: map[string]*item{}, last: before.last}
	root := &item{Node: program, path: rootPath, at: -1}
	t.items[rootPath], t.order = root, []*item{root}
	t.addAll(before, root, "", p.windows, 0)
	for _, it := range t.order {
		if to := t.named[it.LabelFor]; it.LabelFor != "" && to != nil {
			to.labels = append(to.labels, it.path)
		}
	}
	return t
}

// addAll adds nodes below a parent, whose key begins theirs.
func (t *tree) addAll(before *tree, parent *item, key string, nodes []Node, deep int) {
	like := map[Role]int{}
	for _, n := range nodes {
		if len(t.order) > mostNodes || deep > mostDeep {
			return
		}
		if n.ID != "" && t.named[n.ID] != nil {
			n.ID = "" // the first of that name has it
		}
		own := "#" + n.ID
		if n.ID == "" {
			like[n.Role]++
			own = key + "/" + strconv.Itoa(int(n.Role)) + "." + strconv.Itoa(like[n.Role])
			if n.Role == Notification { // other words are another one, and so are read out
				own += " " + n.Name
			}
		}
		number := before.paths[own]
		if was := before.items[pathOf(number)]; was == nil || was.parent != parent.path {
			t.last++ // it is new, or has moved
			number = t.last
		}
		t.paths[own] = number
		children := n.Children
		n.Children = nil
		n.Name, n.Help = plain(n.Name), plain(n.Help)
		if n.Text != nil {
			text := *n.Text
			text.Content = plain(text.Content)
			n.Text = &text
		}
		it := &item{Node: n, path: pathOf(number), parent: parent.path, at: len(parent.children)}
		parent.children = append(parent.children, it.path)
		t.items[it.path] = it
		t.order = append(t.order, it)
		if n.ID != "" {
			t.named[n.ID] = it
		}
		t.addAll(before, it, own, children, deep+1)
	}
}

func pathOf(number int) dbus.ObjectPath { return dbus.ObjectPath(nodePath + strconv.Itoa(number)) }

// plain is text as D-Bus takes it, and not endless. Spaces that keep words together are spaces to who hears them.
func plain(text string) string {
	if len(text) > mostText {
		text = text[:mostText]
	}
	if !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
		text = strings.ReplaceAll(strings.ToValidUTF8(text, ""), "\x00", "")
	}
	return strings.ReplaceAll(text, "\u00a0", " ")
}
