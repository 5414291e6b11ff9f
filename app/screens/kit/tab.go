package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// AcceptsTab implements fyne.Tabbable. A Tab leaves every field, also one of several lines: who has no mouse would be
// caught in it. Fyne asks it at each Tab, before the keyboard goes on, and tells what gets the keyboard nothing of that.
func (e *Entry) AcceptsTab() bool { return e.k.tabs() }

// AcceptsTab implements fyne.Tabbable: a Tab goes on.
func (p *Press) AcceptsTab() bool { return p.k.tabs() }

// tabs notes that a Tab is on its way to the next thing. It has come when the event is over, even if it led nowhere.
func (k *Kit) tabs() bool {
	k.tabbed = true
	if k.Later != nil {
		k.Later(func() { k.tabbed = false })
	}
	return false
}

// Tabs is what a widget that is none of the kit's answers when Fyne asks whether it keeps a Tab.
func (k *Kit) Tabs() bool { return k.tabs() }

// arrived says whether a Tab brought the keyboard, and forgets it.
func (k *Kit) arrived() bool {
	was := k.tabbed
	k.tabbed = false
	return was
}

// whole says that all of the field's text is chosen, so that a letter takes its place.
func (e *Entry) whole() bool { return e.focused && e.Text != "" && e.SelectedText() == e.Text }

// choose has a field that a Tab came to choose its text, as fields do everywhere: what is typed takes its place. Of
// several lines none is chosen, or one letter would lose them all: there the caret goes to the end, if nobody moved it.
func (e *Entry) choose() {
	if !e.MultiLine {
		e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
		return
	}
	e.atEnd()
}

// atEnd puts the caret of a field that nobody wrote in behind its text.
func (e *Entry) atEnd() {
	if e.MultiLine && e.CursorRow == 0 && e.CursorColumn == 0 {
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	}
}

// ends goes to the first or the last letter of the field by Ctrl+Home and Ctrl+End, which Fyne's own does not know.
func (e *Entry) ends(s fyne.Shortcut) bool {
	c, is := s.(*desktop.CustomShortcut)
	if !is || c.Modifier != fyne.KeyModifierShortcutDefault {
		return false
	}
	key, known := map[fyne.KeyName]fyne.KeyName{fyne.KeyHome: fyne.KeyPageUp, fyne.KeyEnd: fyne.KeyPageDown}[c.KeyName]
	if known {
		e.Entry.TypedKey(&fyne.KeyEvent{Name: key})
	}
	return known
}
