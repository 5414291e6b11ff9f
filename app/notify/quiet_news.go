//go:build !windows && !darwin

package notify

import (
	"slices"

	"github.com/godbus/dbus/v5"
)

// quietMatches are the signals by which each desktop tells that "do not disturb"
// was switched. So what it held back comes at once when it ends, and nothing is polled.
func quietMatches() [][]dbus.MatchOption {
	var all [][]dbus.MatchOption
	for _, m := range manners() {
		all = append(all, m.news...)
	}
	return all
}

// ofQuiet reports whether a signal is about "do not disturb". Any program can send one; all that it does is that we ask again.
func ofQuiet(s *dbus.Signal) bool {
	return slices.ContainsFunc(manners(), func(m manner) bool { return m.about(s) })
}
