package tray

import (
	"context"
	"strings"
	"sync"
	"unicode/utf16"
)

// item is one line of the menu with what it shows now.
type item struct {
	line   *menuItem
	label  string
	hidden bool
}

// show gives the item its label, or hides it if that is "". It touches
// only what differs: each touch makes the panel read the menu again.
func (i *item) show(label string) {
	if label != "" && label != i.label {
		i.line.SetTitle(label)
		i.label = label
	}
	switch hide := label == ""; {
	case hide && !i.hidden:
		i.line.Hide()
		i.hidden = true
	case !hide && i.hidden:
		i.line.Show()
		i.hidden = false
	}
}

// menu is built once; after that its items change in place.
type menu struct {
	system                                     string
	words                                      Words
	status, done, checkIn, water, again, phone item
	later, pause                               choices
}

// choices is a menu within the menu.
type choices struct {
	head  item
	lines [len(Choices{})]item

	mu   sync.Mutex
	keys Choices // guarded by mu: what the lines stand for now
}

// The order is that of the menu. A click calls its action on a goroutine of its own item.
func newMenu(ctx context.Context, o Options, lib library, system string) *menu {
	a := o.Actions
	m := &menu{system: system, words: o.Words}
	top := func(label string, click func()) item {
		i := item{line: lib.add(label), label: label}
		onClick(ctx, i.line, click)
		return i
	}
	m.status = top(o.Words.App, nil)
	m.status.line.Disable()
	m.done = top("", a.Done)
	m.checkIn = top("", a.CheckIn)
	m.later.make(ctx, top(o.Words.Later, nil), a.Later)
	m.water = top("", a.Water)
	m.pause.make(ctx, top(o.Words.Pause, nil), a.Pause)
	m.again = top("", a.Resume)
	lib.separator()
	top(o.Words.Ask, a.Ask)
	m.phone = top("", a.Phone)
	top(o.Words.Open, a.Open)
	top(o.Words.Quit, a.Quit)
	return m
}

// make adds the lines below head. A click tells choose what the line stands for then.
func (c *choices) make(ctx context.Context, head item, choose func(key string)) {
	c.head = head
	for i := range c.lines {
		c.lines[i].line = below(head.line, "")
		if choose != nil {
			onClick(ctx, c.lines[i].line, func() { choose(c.key(i)) })
		}
	}
}

func (c *choices) key(i int) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.keys[i].Key
}

// show brings the lines to what is to be chosen; without anything the head goes too.
func (c *choices) show(label string, of Choices, system string) {
	c.mu.Lock()
	c.keys = of
	c.mu.Unlock()
	if of == (Choices{}) {
		label = ""
	}
	c.head.show(label)
	for i := range c.lines {
		c.lines[i].show(plainLabel(of[i].Label, system))
	}
}

// show brings the menu to what the model says.
func (m *menu) show(w Model) {
	status := w.Status
	if status == "" {
		status = m.words.App
	}
	m.status.show(plainLabel(status, m.system))
	m.done.show(plainLabel(w.Done, m.system))
	m.checkIn.show(plainLabel(w.CheckIn, m.system))
	m.later.show(plainLabel(m.words.Later, m.system), w.Later, m.system)
	m.water.show(plainLabel(w.Water, m.system))
	m.pause.show(plainLabel(m.words.Pause, m.system), w.Pause, m.system)
	m.again.show(plainLabel(w.Resume, m.system))
	m.phone.show(plainLabel(w.Phone, m.system))
}

// onClick calls f at each click until ctx ends.
func onClick(ctx context.Context, line *menuItem, f func()) {
	if f == nil {
		return
	}
	go func() {
		for {
			select {
			case _, ok := <-line.ClickedCh:
				if !ok {
					return
				}
				f()
			case <-ctx.Done():
				return
			}
		}
	}()
}

// plainLabel keeps a menu from taking a letter for a keyboard shortcut: Linux
// marks it with an underscore, Windows with an ampersand.
func plainLabel(s, system string) string {
	s = strings.Join(strings.Fields(s), " ")
	switch system {
	case "windows":
		return strings.ReplaceAll(s, "&", "&&")
	case "darwin":
		return s
	}
	return strings.ReplaceAll(s, "_", "__")
}

// unmarked replaces what some desktops read as markup in a tooltip by letters that look alike: a plan's "<b>" must not
// be carried out, and "<5%" must not be gone.
var unmarked = strings.NewReplacer("<", "‹", ">", "›")

// maxTip is what Windows shows of a tooltip, in UTF-16 units, the final zero left out.
const maxTip = 127

// shortTip cuts a tooltip to what fits.
func shortTip(s string) string {
	units := utf16.Encode([]rune(s))
	if len(units) <= maxTip {
		return s
	}
	cut := maxTip - 1 // one is for the dots
	if utf16.IsSurrogate(rune(units[cut])) && units[cut] >= 0xDC00 {
		cut-- // not through the middle of a character
	}
	return string(utf16.Decode(units[:cut])) + "…"
}
