package studio

import (
	"bytes"
	"os"
	"path/filepath"
	"sync"

	"afterglow/app/datadir"
)

// Keeper keeps drafts one after the other: of several that are on their way the newest stays. It knows what it wrote last,
// so that what something else wrote in its place is never written over.
type Keeper struct {
	mu     sync.Mutex
	asked  int // how many were given
	writes sync.Mutex
	known  []byte // what the data folder keeps, as far as the window knows; nil: nothing that it could read
}

// Next gives a draft its number.
func (k *Keeper) Next() int {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.asked++
	return k.asked
}

// Know tells that the window has seen what the data folder keeps.
func (k *Keeper) Know(text []byte) {
	k.writes.Lock()
	defer k.writes.Unlock()
	k.known = bytes.Clone(text)
}

// Keep has dir keep the draft of that number, unless a newer one was given. What lies there and was never seen by the window
// is put aside first, and its file named; "": nothing was.
func (k *Keeper) Keep(dir string, n int, text []byte) (aside string, err error) {
	k.writes.Lock()
	defer k.writes.Unlock()
	k.mu.Lock()
	old := n < k.asked
	k.mu.Unlock()
	if old {
		return "", nil
	}
	if k.unseen(dir, text) {
		if aside, err = moveTo(dir, datadir.OtherDrafts); err != nil {
			return "", unkept(err)
		}
	}
	if err := WriteKept(dir, text); err != nil {
		return aside, err
	}
	k.known = bytes.Clone(text)
	return aside, nil
}

// unseen says whether dir keeps what the window never saw, and what is not the new text either. What cannot be read is that.
func (k *Keeper) unseen(dir string, text []byte) bool {
	if _, err := os.Lstat(filepath.Join(dir, datadir.DraftFile)); err != nil {
		return false // there is nothing, or nothing can be written either
	}
	there, err := ReadKept(dir)
	return err != nil || there == nil || !bytes.Equal(there, k.known) && !bytes.Equal(there, text)
}
