//go:build windows || darwin

// Package bus is the connection to the session's D-Bus, which this system does not have.
package bus

import (
	"context"
	"time"
)

// Bus is nothing here.
type Bus struct{}

// New gives nothing to ask.
func New(context.Context) *Bus { return &Bus{} }

// Setting knows none: this system tells its settings in another way.
func (b *Bus) Setting(context.Context, string, string) any { return nil }

// Gone is false: there was none.
func (b *Bus) Gone(context.Context, time.Duration) bool { return false }
