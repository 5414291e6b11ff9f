//go:build !windows && !darwin

package tray

import (
	"context"
	"image"

	"github.com/godbus/dbus/v5"

	"afterglow/app/bus"
	"afterglow/app/tray/sni"
)

// panelSizes are the sizes, in pixels, in which the icon is sent: those of panels, and twice as large where pixels are small.
var panelSizes = []int{16, 22, 24, 32, 44, 48, 64}

// menuItem is a line of the menu.
type menuItem = sni.Item

// library is what shows icon and menu on this system.
type library struct{ icon *sni.Icon }

func newLibrary() library { return library{sni.New(name)} }

func (l library) onTap(f func())                   { l.icon.OnTap(f) }
func (l library) tip(text string)                  { l.icon.SetTip(text) }
func (l library) add(label string) *menuItem       { return l.icon.AddItem(label) }
func (l library) separator()                       { l.icon.AddSeparator() }
func (l library) flush()                           { l.icon.Flush() }
func below(head *menuItem, label string) *menuItem { return head.AddSubItem(label) }

// picture shows the icon of a state.
func (l library) picture(shape Shape, share float64) error {
	all := make([]*image.NRGBA, len(panelSizes))
	for i, size := range panelSizes {
		all[i] = Draw(Icon{Shape: shape, Share: step(share), Size: size, Ink: Rose()})
	}
	l.icon.SetPictures(all)
	return nil
}

// run shows all until ctx ends; ready makes the menu. A bus that goes takes the icon with it, and the next one has it again.
func (l library) run(ctx context.Context, session *bus.Bus, ready func()) error {
	ready()
	var failed error
	session.Each(ctx, func(conn *dbus.Conn) {
		failed = l.icon.Stand(ctx, conn)
		if !conn.Connected() || ctx.Err() != nil {
			failed = nil
		}
	})
	return failed
}
