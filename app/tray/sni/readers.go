//go:build !windows && !darwin

package sni

import (
	"slices"

	"github.com/godbus/dbus/v5"
)

// The panels of Xfce, Cinnamon, MATE and others read a menu with libdbusmenu: first its layout, then the properties of all
// lines in several calls at once, one for each menu within the menu. The answers may overtake one another, and a line whose
// menu is not known yet is lost to it for good: the menu within the menu stays empty. So such a reader is told of the menu's
// own lines first, and of those below them once it has asked for the properties of these.

// reader is how far a panel has read the menu.
type reader int

const (
	nothing reader = iota
	heads          // the menu's own lines
	whole          // these and their properties
)

// mostReaders is how many panels are remembered; those before them read anew.
const mostReaders = 32

// trims says whether the one who asks for a layout is to be told of the menu's own lines alone, and notes that. mu is held.
func (i *Icon) trims(who dbus.Sender, below, depth int32, names []string) bool {
	byParts := below == 0 && depth < 0 && slices.Contains(names, "label")
	if !byParts || i.readers[who] == whole {
		return false
	}
	if len(i.readers) >= mostReaders {
		clear(i.readers)
	}
	i.readers[who] = heads
	return true
}

// knows notes that somebody has asked for the properties of these lines. Who knows the menu's own lines by now is told to read
// it again, with what is below them. mu is held.
func (i *Icon) knows(who dbus.Sender, ids []int32) {
	if i.readers[who] != heads || slices.ContainsFunc(i.order, func(id int32) bool { return len(i.items[id].order) > 0 && !slices.Contains(ids, id) }) {
		return
	}
	i.readers[who] = whole
	i.readAgain()
}

// readAgain has panels read the menu anew. mu is held.
func (i *Icon) readAgain() {
	i.revision++
	if i.conn != nil {
		_ = i.conn.Emit(MenuPath, MenuFace+".LayoutUpdated", i.revision, int32(0))
	}
}
