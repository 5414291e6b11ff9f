//go:build !linux || !cgo

package agent

import "runtime/debug"

// rest gives back the memory that was needed and idling does not need.
func rest() { debug.FreeOSMemory() }
