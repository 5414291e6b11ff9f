package tray

import (
	"context"
	"strings"
	"unicode/utf16"

	"fyne.io/systray"
)

// item is one line of the menu with what it shows now.
type item struct {
	line   *systray.MenuItem
	label  string
	hidden bool
}

// show gives the item its label, or hides it where that is "". It touches
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
	system                                            string
	status, done, checkIn, later, water, pause, again item
}

// The order is that of the menu. A click calls its action on a goroutine of its own item.
func newMenu(ctx context.Context, a Actions, system string) *menu {
	m := &menu{system: system}
	top := func(label string, click func()) item {
		i := item{line: systray.AddMenuItem(label, ""), label: label}
		onClick(ctx, i.line, click)
		return i
	}
	sub := func(parent item, label string, click func()) {
		onClick(ctx, parent.line.AddSubMenuItem(label, ""), click)
	}
	m.status = top("Afterglow", nil)
	m.status.line.Disable()
	m.done = top("Done", a.Done)
	m.checkIn = top("Check in", a.CheckIn)
	m.later = top("Remind me later", nil)
	sub(m.later, "In 15 minutes", choose(a.Later, "15m"))
	sub(m.later, "In 1 hour", choose(a.Later, "1h"))
	sub(m.later, "Tonight", choose(a.Later, "tonight"))
	m.water = top("A glass of water", a.Water)
	m.pause = top("Pause reminders", nil)
	sub(m.pause, "For 1 hour", choose(a.Pause, "1h"))
	sub(m.pause, "Until tomorrow", choose(a.Pause, "tomorrow"))
	m.again = top("Resume now", a.Resume)
	systray.AddSeparator()
	top("Open Afterglow", a.Open)
	top("Quit Afterglow", a.Quit)
	return m
}

// show brings the menu to what the model says.
func (m *menu) show(w Model) {
	status := w.Status
	if status == "" {
		status = "Afterglow"
	}
	m.status.show(plainLabel(status, m.system))
	m.done.show(plainLabel(w.Done, m.system))
	m.checkIn.show(plainLabel(w.CheckIn, m.system))
	m.later.show(where(w.CanWait, "Remind me later"))
	m.water.show(plainLabel(w.Water, m.system))
	// Where there is no treatment nothing reminds, so there is nothing to pause.
	m.pause.show(where(w.PausedText == "" && w.Shape != ShapeNone, "Pause reminders"))
	m.again.show(plainLabel(w.PausedText, m.system))
}

func where(yes bool, label string) string {
	if yes {
		return label
	}
	return ""
}

func choose(f func(string), choice string) func() {
	if f == nil {
		return nil
	}
	return func() { f(choice) }
}

// onClick calls f at each click until ctx ends.
func onClick(ctx context.Context, line *systray.MenuItem, f func()) {
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
