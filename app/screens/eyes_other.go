//go:build windows || darwin

package screens

import (
	"context"

	"afterglow/app/bus"
)

// asksSharp is false: this system tells its wish for contrast in another way, which is not asked yet.
func asksSharp(context.Context, *bus.Bus) bool { return false }

// asksLarger is 1: this system has Fyne draw larger by itself.
func asksLarger(context.Context, *bus.Bus) float64 { return 1 }
