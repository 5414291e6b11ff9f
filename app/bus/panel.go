//go:build !windows && !darwin

package bus

import (
	"context"

	"github.com/godbus/dbus/v5"
)

// The program that tray icons are registered with.
const (
	PanelName = "org.kde.StatusNotifierWatcher"
	PanelPath = "/StatusNotifierWatcher"
)

// Panel is what becomes of tray icons on a desktop.
type Panel int

const (
	NoPanel    Panel = iota // nobody takes them
	IdlePanel               // they are taken, but nobody draws them
	ShowsIcons              // they are shown
)

// PanelOf asks whether tray icons are shown. It starts no panel.
func PanelOf(ctx context.Context, conn *dbus.Conn) Panel {
	switch shown, err := Property[bool](ctx, conn, PanelName, PanelPath, PanelName, "IsStatusNotifierHostRegistered"); {
	case err != nil:
		return NoPanel
	case !shown:
		return IdlePanel
	}
	return ShowsIcons
}

// PanelChanges match the signals after which PanelOf may say otherwise; see [PanelChanged].
func PanelChanges() [][]dbus.MatchOption {
	matches := [][]dbus.MatchOption{OwnerChanges(PanelName)}
	for _, member := range []string{"StatusNotifierHostRegistered", "StatusNotifierHostUnregistered"} {
		matches = append(matches, []dbus.MatchOption{dbus.WithMatchInterface(PanelName), dbus.WithMatchMember(member)})
	}
	return matches
}

// PanelChanged says whether a signal is one of PanelChanges.
func PanelChanged(s *dbus.Signal) bool {
	if _, _, ok := OwnerChanged(s, PanelName); ok {
		return true
	}
	return s != nil && (s.Name == PanelName+".StatusNotifierHostRegistered" || s.Name == PanelName+".StatusNotifierHostUnregistered")
}
