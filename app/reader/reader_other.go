//go:build windows || darwin

package reader

import "context"

// Reader tells nobody anything: this system has no AT-SPI.
type Reader struct{}

// Start starts nothing.
func Start(context.Context, Options) *Reader { return &Reader{} }

// Listens is false.
func (*Reader) Listens() bool { return false }

// Show tells nobody.
func (*Reader) Show(Box, ...Node) {}
