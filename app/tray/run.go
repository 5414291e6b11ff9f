package tray

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"

	"afterglow/app/bus"
)

// name is the icon's title and id for panels. They remember an icon's place
// by it, so it never changes.
const name = "afterglow"

// Options say what the tray does. All functions are called from other
// goroutines than Run's, and none may block.
type Options struct {
	Bus     *bus.Bus // shared with others; nil: one of its own
	Words   Words
	Actions Actions
	// OnHost tells whether this desktop shows tray icons: at the start, and
	// when a panel comes, goes or comes back. May be nil.
	OnHost func(present bool)
	// OnFile is told of each plan file that is opened on the desktop: on macOS
	// the tray program hears of it, elsewhere the window does. May be nil.
	OnFile func(path string)
}

// Tray is the icon with its menu. It runs once.
type Tray struct {
	opts Options
	lib  library

	mu    sync.Mutex // guards all below, and the order of what the panel is told
	want  Model
	shown *Model // by the icon, its tooltip and the menu; nil: nothing yet
	faced *Model // by the icon and its tooltip
	menu  *menu  // nil until the menu stands
}

// New returns a tray that is not shown yet.
func New(o Options) *Tray { return &Tray{opts: o, lib: newLibrary()} }

// Run shows the tray until ctx ends, then takes it away. On macOS it must be
// called on the main goroutine. Where the session has no place for a tray it
// tells OnHost so and waits.
func (t *Tray) Run(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var watch sync.WaitGroup
	defer watch.Wait()
	defer cancel()

	told := t.opts.OnHost
	if told == nil {
		told = func(bool) {}
	}
	session := t.opts.Bus
	if session == nil {
		session = bus.New(ctx)
	}
	watch.Go(func() { followHost(ctx, session, told) })

	if t.opts.Actions.Open != nil {
		t.lib.onTap(t.opts.Actions.Open)
	}
	var failed error
	if runtime.GOOS != "windows" && runtime.GOOS != "darwin" {
		// Told before the icon is registered, so that no panel sees it without.
		t.mu.Lock()
		failed = t.face(t.want)
		t.mu.Unlock()
	}
	if t.opts.OnFile != nil {
		hearFiles(t.opts.OnFile)
	}
	err := t.lib.run(ctx, session, func() {
		t.mu.Lock()
		t.menu = newMenu(ctx, t.opts, t.lib, runtime.GOOS)
		_ = t.apply() // at the next Update it is tried again, and told
		t.mu.Unlock()
	})
	return errors.Join(failed, err)
}

// Update shows m. It may be called from any goroutine, before Run too, and as
// often as one likes: what is the same already costs nothing.
func (t *Tray) Update(m Model) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.want = m
	if t.menu == nil {
		return nil // Run will see to it
	}
	return t.apply()
}

// apply brings the panel to what is wanted. mu is held and the menu stands.
func (t *Tray) apply() error {
	want := t.want
	want.Share = step(want.Share)
	if t.shown != nil && want == *t.shown {
		return nil
	}
	if err := t.face(want); err != nil {
		return err
	}
	t.menu.show(want)
	t.lib.flush()
	t.shown = &want
	return nil
}

// face sets the icon and the tooltip, each if it differs. mu is held.
func (t *Tray) face(m Model) error {
	m.Share = step(m.Share)
	if t.faced == nil || m.Shape != t.faced.Shape || m.Share != t.faced.Share {
		if err := t.lib.picture(m.Shape, m.Share); err != nil {
			return fmt.Errorf("show the tray icon: %w", err)
		}
	}
	if tip := t.tipOf(m); t.faced == nil || tip != t.tipOf(*t.faced) {
		t.lib.tip(tip)
	}
	t.faced = &m
	return nil
}

// tipOf is the tooltip: never empty, as some screen readers read nothing else of a tray icon.
func (t *Tray) tipOf(m Model) string {
	switch {
	case m.Tip != "":
		return shortTip(unmarked.Replace(m.Tip))
	case m.Status != "":
		return shortTip(unmarked.Replace(m.Status))
	}
	return t.opts.Words.App
}
