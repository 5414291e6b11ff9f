//go:build windows || darwin

package tray

import (
	"context"
	"runtime"

	"fyne.io/systray"

	"afterglow/app/bus"
)

// menuItem is a line of the menu.
type menuItem = systray.MenuItem

// library is what shows icon and menu on this system. A process has one, once.
type library struct{}

func newLibrary() library { return library{} }

func (library) onTap(f func()) {
	if runtime.GOOS != "darwin" { // there a click opens the menu
		systray.SetOnTapped(f)
	}
}
func (library) tip(text string)                    { systray.SetTooltip(text) }
func (library) add(label string) *menuItem         { return systray.AddMenuItem(label, "") }
func (library) separator()                         { systray.AddSeparator() }
func (library) flush()                             {}
func below(head *menuItem, label string) *menuItem { return head.AddSubMenuItem(label, "") }

// picture shows the icon of a state.
func (library) picture(shape Shape, share float64) error {
	drawn, err := picture(shape, share, runtime.GOOS)
	if err != nil {
		return err
	}
	return handIcon(drawn)
}

// run shows all until ctx ends; ready makes the menu.
func (library) run(ctx context.Context, _ *bus.Bus, ready func()) error {
	systray.Run(func() {
		// Not before: on Windows an end that comes while the icon's window is made would be lost.
		context.AfterFunc(ctx, systray.Quit)
		ready()
	}, func() {})
	return nil
}
