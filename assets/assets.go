// Package assets holds the pictures that the programs carry with them.
package assets

import _ "embed"

// Icon is Afterglow's icon as a PNG.
//
//go:embed icon.png
var Icon []byte
