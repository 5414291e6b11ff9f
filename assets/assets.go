// Package assets holds the pictures that the programs carry with them. They
// are drawn by gen.go.
package assets

import _ "embed"

// Icon is Afterglow's icon as a PNG of 64 pixels: for notifications, which
// carry their picture with every message.
//
//go:embed icon-64.png
var Icon []byte

// Large is Afterglow's icon as a PNG of 512 pixels: for windows and packages.
//
//go:embed icon.png
var Large []byte
