//go:build linux || windows

package agent

import (
	"time"

	"github.com/fsnotify/fsnotify"

	"afterglow/app/journal"
)

// gatherFor is how long changes of the journal's files are gathered: one transaction makes many.
const gatherFor = 50 * time.Millisecond

// watchJournal notices what others write without saying so: a program that cannot reach the agent, or a journal
// that a person put in its place. The system wakes it; it never looks by itself. Where the system cannot, as when
// all of its watches are in use, what others say is heard all the same.
func (a *agent) watchJournal() {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return
	}
	defer watcher.Close()
	if watcher.Add(a.journal.Dir()) != nil {
		return
	}
	var gathered <-chan time.Time // nil: nothing has changed
	for {
		select {
		case <-a.ctx.Done():
			return
		case e := <-watcher.Events:
			if gathered == nil && journal.HoldsEntries(e.Name) {
				gathered = time.After(gatherFor)
			}
		case <-watcher.Errors: // more changes than the system remembers
			if gathered == nil {
				gathered = time.After(gatherFor)
			}
		case <-gathered:
			gathered = nil
			a.lookForNews()
		}
	}
}
