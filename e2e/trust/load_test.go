//go:build e2e

package trust

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"
)

// load writes through the command line without a pause, and remembers everything
// that was acknowledged: a command that ended with 0 has promised that it is there for good.
type load struct {
	*scene
	end        context.CancelFunc
	done       chan struct{}
	sync.Mutex // held while entries are made; guards the rest too

	entries map[int64]bool // acknowledged, and whether it was taken back
	cap     int            // acknowledged last
	broken  error          // of the writing itself
}

func (s *scene) startLoad() *load {
	s.Helper()
	ctx, end := context.WithCancel(s.ctx)
	l := &load{scene: s, end: end, done: make(chan struct{}), entries: map[int64]bool{}}
	s.Cleanup(l.stop)
	go func() {
		defer close(l.done)
		for n := 0; ctx.Err() == nil; n++ {
			if err := l.write(ctx, n); err != nil && ctx.Err() == nil {
				l.Lock()
				l.broken = err
				l.Unlock()
				return
			}
		}
	}()
	return l
}

// stop ends the writing.
func (l *load) stop() {
	l.end()
	<-l.done
}

// write makes one entry, takes it back, makes another one and changes a setting.
func (l *load) write(ctx context.Context, n int) error {
	l.Lock()
	defer l.Unlock()
	var made struct{ ID int64 }
	if err := l.a.Read(ctx, &made, "done", "water"); err != nil {
		return err
	}
	l.entries[made.ID] = false
	// By its number: the treatment may have been changed meanwhile, and undo by itself leaves that alone.
	if _, err := l.a.Do(ctx, "undo", fmt.Sprint(made.ID)); err != nil {
		return err
	}
	l.entries[made.ID] = true
	if err := l.a.Read(ctx, &made, "done", "cleanse"); err != nil {
		return err
	}
	l.entries[made.ID] = false
	if _, err := l.a.Do(ctx, "settings", "cap", fmt.Sprint(n%40+1)); err != nil {
		return err
	}
	l.cap = n%40 + 1
	return nil
}

// acknowledge takes in the answer of a "done --json" that ended with 0. The lock is held.
func (l *load) acknowledge(answer string) {
	l.Helper()
	var made struct{ ID int64 }
	if err := json.Unmarshal([]byte(answer), &made); err != nil || made.ID == 0 {
		l.Errorf("a command that was done answered %q (%v)", answer, err)
	}
	l.entries[made.ID] = false
}

func (l *load) acknowledged() int {
	l.Lock()
	defer l.Unlock()
	return len(l.entries)
}

// check has SQLite examine the whole file, and holds what is in it against what was acknowledged.
func (l *load) check() {
	l.Helper()
	l.Lock()
	defer l.Unlock()
	if l.broken != nil {
		l.Errorf("a command that nobody killed failed: %v", l.broken)
	}
	if verdict := l.ask("PRAGMA integrity_check"); verdict != "ok" {
		l.Errorf("integrity_check says %q", verdict)
	}
	if dangling := l.ask("SELECT count(*) FROM pragma_foreign_key_check"); dangling != "0" {
		l.Errorf("%s references lead nowhere", dangling)
	}
	have := map[int64]bool{}
	l.lines("SELECT id, undone FROM entries", func(scan func(...any) error) error {
		var id int64
		var undone bool
		err := scan(&id, &undone)
		have[id] = undone
		return err
	})
	for id, undone := range l.entries {
		if is, there := have[id]; !there || is != undone {
			l.Errorf("entry %d was acknowledged (taken back: %t); now it is there: %t (taken back: %t)", id, undone, there, is)
		}
	}
	if value := l.ask("SELECT value FROM settings WHERE key = 'cap'"); l.cap > 0 && value != fmt.Sprint(l.cap) {
		l.Errorf("the setting is %q, and %d was acknowledged", value, l.cap)
	}
}
