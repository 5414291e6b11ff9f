//go:build !windows

package notify

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"unicode"

	"github.com/gen2brain/beeep"
)

// plain shows notifications through beeep: no actions, no ids, no taking back.
type plain struct {
	app  string
	icon any           // a string or []byte, as beeep takes it
	turn chan struct{} // holds one token: beeep cannot be cancelled, so no two are ever under way
	send func(n Note, icon any) error
}

func newPlain(o Options) *plain {
	p := &plain{app: o.AppName, icon: o.Icon, turn: make(chan struct{}, 1), send: beep}
	if o.Icon == "" && len(o.IconPNG) > 0 {
		p.icon = o.IconPNG
	}
	p.turn <- struct{}{}
	return p
}

func (p *plain) show(ctx context.Context, n Note) error {
	ctx, cancel := context.WithTimeout(ctx, callTime)
	defer cancel()
	select {
	case <-p.turn:
	case <-ctx.Done():
		return errors.New("the notification before this one is still on its way")
	}
	done := make(chan error, 1)
	go func() {
		defer func() { p.turn <- struct{}{} }()
		beeep.AppName = p.app // beeep keeps its name in a variable; the turn guards it
		done <- p.send(tame(n, runtime.GOOS), p.icon)
	}()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return fmt.Errorf("show a notification: %w", ctx.Err())
	}
}

func beep(n Note, icon any) error {
	// On Linux beeep's Alert means "critical", elsewhere it means "with a sound".
	if n.Sound && runtime.GOOS == "darwin" {
		return beeep.Alert(n.Title, n.Body, icon)
	}
	defer withoutAutolaunch()()
	return beeep.Notify(n.Title, n.Body, icon)
}

// tame makes text harmless for the programs that beeep hands it to. On Linux notify-send
// would take a title that begins with a dash for one of its options. On Windows beeep is
// not used: it falls back to a PowerShell script that holds the text in a string which
// expands $(...).
func tame(n Note, system string) Note {
	n.Title, n.Body = clean(n.Title, false), clean(n.Body, true)
	if system == "linux" {
		n.Body = unmarked.Replace(n.Body)
	}
	if system == "darwin" {
		// AppleScript knows fewer escapes than Go writes for such characters.
		n.Title, n.Body = printable(n.Title), printable(n.Body)
	}
	for _, s := range []*string{&n.Title, &n.Body} {
		if strings.HasPrefix(*s, "-") {
			*s = "–" + (*s)[1:]
		}
	}
	return n
}

func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || unicode.IsPrint(r) {
			return r
		}
		return ' '
	}, s)
}
