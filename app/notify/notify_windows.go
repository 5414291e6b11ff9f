package notify

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"time"

	"git.sr.ht/~jackmordaunt/go-toast/wintoast"
	"golang.org/x/sys/windows/registry"

	"afterglow/app/notify/toast"
)

// Notifications as Windows' own toasts, with Done and Later, through go-toast's lower half:
// its upper one would paste the text into a PowerShell script if the toast fails.
//
// Never run on Windows itself. Under wine 8, which has no toasts, this was run: that the
// toast fails in one clear error, and that a balloon at the tray icon takes its place.
// Not run anywhere: the toast, its buttons, and that Windows calls back.
//
// go-toast takes no toast away again and replaces none. One that was answered elsewhere
// stays in the notification centre, three days at most; its buttons then do nothing.

// activator is by what name Windows calls this program when a toast is clicked. The
// set-up writes the same into the Start menu: packaging/windows/setup.nsi.
const activator = "{90B69824-7A50-4EA4-B44B-A7474AB74EB9}"

// appKey tells Windows the name that stands above our toasts.
const appKey = `Software\Classes\AppUserModelId\`

// maxQueue is how many answers wait for a reader that does not read; those after it are lost.
const maxQueue = 256

// New returns this desktop's notifications. They stop when ctx ends.
func New(ctx context.Context, o Options) Notifier {
	t := &toaster{opts: o, work: make(chan func()), ended: make(chan struct{}), push: func(xml string) error { return wintoast.Push(xml) }, events: make(chan Event, maxQueue)}
	// An id is never used twice, not by a later process either: so an answer to an old toast finds its own.
	t.next = uint32(time.Now().Unix())
	wintoast.SetActivationCallback(func(_, answer string, _ []wintoast.UserData) { t.answered(answer) })
	go t.worker()
	go t.do(ctx, t.register)
	context.AfterFunc(ctx, t.Stop)
	return t
}

// toaster is a Notifier that shows toasts.
type toaster struct {
	opts  Options
	work  chan func()   // carried out on one thread, which Windows' runtime library asks for
	ended chan struct{} // closed by Stop
	push  func(xml string) error

	mu      sync.Mutex // guards the rest, and the closing of events
	stopped bool
	events  chan Event
	next    uint32 // the id of the next toast
}

// worker carries out what do hands it, all of it on one thread, and never ends: were its
// thread to go before the process, Windows would call on what it was told of there, in a
// thread that is half gone, which crashes. Seen under wine.
func (t *toaster) worker() {
	runtime.LockOSThread()
	for f := range t.work {
		f()
	}
}

// do runs f on the one thread and waits for it, but not for ever.
func (t *toaster) do(ctx context.Context, f func() error) error {
	ctx, cancel := context.WithTimeout(ctx, callTime)
	defer cancel()
	done := make(chan error, 1)
	select {
	case t.work <- func() { done <- f() }:
	case <-ctx.Done():
		return errors.New("the notification before this one is still on its way")
	case <-t.ended:
		return errors.New("Afterglow is ending")
	}
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return fmt.Errorf("Windows does not answer: %w", ctx.Err())
	}
}

// register tells Windows our name, and whom to call when a toast is clicked.
func (t *toaster) register() error {
	if err := nameOurselves(t.opts); err != nil {
		return err
	}
	if err := wintoast.SetAppData(wintoast.AppData{AppID: t.opts.DesktopEntry, GUID: activator}); err != nil {
		return fmt.Errorf("tell Windows of our notifications: %w", err)
	}
	// An empty toast is refused, once this program is known as the one to be called: so
	// the toasts that an agent before this one left behind can be answered from now on.
	_ = wintoast.Push("")
	return nil
}

// nameOurselves writes the name before go-toast does, which would write the bare id.
func nameOurselves(o Options) error {
	k, _, err := registry.CreateKey(registry.CURRENT_USER, appKey+o.DesktopEntry, registry.SET_VALUE)
	if err != nil {
		return fmt.Errorf("tell Windows our name: %w", err)
	}
	defer k.Close()
	if err := k.SetStringValue("DisplayName", o.AppName); err != nil {
		return fmt.Errorf("tell Windows our name: %w", err)
	}
	return nil
}

// Show shows n as a toast, or, if Windows takes none, as a balloon without buttons.
func (t *toaster) Show(ctx context.Context, n Note) (uint32, error) {
	id := n.Replaces // a toast of the same number takes its place
	if id == 0 {
		id = t.newID()
	}
	text, err := toast.XML(toastOf(n, id))
	if err != nil {
		return 0, err
	}
	err = t.do(ctx, func() error { return t.push(text) })
	if err == nil {
		return id, nil
	}
	if other := balloon(n); other != nil {
		return 0, fmt.Errorf("show %q: %s (%w)", n.Title, allow, errors.Join(err, other))
	}
	return 0, nil
}

// allow is what to do if Windows shows nothing.
const allow = "Windows does not take our notifications: allow them under Settings, System, Notifications"

func toastOf(n Note, id uint32) toast.Toast {
	t := toast.Toast{ID: id, Title: clean(n.Title, false), Body: clean(n.Body, true), Sound: n.Sound}
	for _, a := range n.Actions {
		t.Buttons = append(t.Buttons, toast.Button{Key: a.Key, Label: clean(a.Label, false)})
	}
	return t
}

func (t *toaster) newID() uint32 {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.next++
	return t.next
}

// answered hears, on a thread of Windows', what the person did with a toast.
func (t *toaster) answered(answer string) {
	key, id, ok := toast.Parse(answer)
	if !ok {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.stopped {
		return
	}
	select {
	case t.events <- Event{ID: id, Key: key}:
	default: // nobody reads: Windows must not be kept waiting
	}
}

// Close does nothing: go-toast takes no toast away.
func (t *toaster) Close(context.Context, uint32) error { return nil }

// Events delivers what the person does, until Stop.
func (t *toaster) Events() <-chan Event { return t.events }

// Stop lets go of Windows. Toasts that are shown stay.
func (t *toaster) Stop() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.stopped {
		t.stopped = true
		close(t.ended)
		close(t.events)
	}
}

// Abilities tells what toasts can do; whether they are allowed, Windows alone knows.
func (t *toaster) Abilities(context.Context) Abilities {
	return Abilities{Server: "Windows", Actions: true, Quiet: ByDesktop}
}
