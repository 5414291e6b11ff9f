//go:build windows || darwin

package screens

import (
	"context"

	"afterglow/app/bus"
	"afterglow/app/screens/theme"
)

// schemeOf leaves it to Fyne, which reads this system's own setting and follows it.
func schemeOf(context.Context, func(string) string, *bus.Bus) theme.Choice { return theme.System }

func followLooks(context.Context, func(string) string, *bus.Bus, func(looks)) {}
