// Package messages holds everything that a person reads, one file a subject and language: "tray.en.toml"
// holds the messages "tray....". Package phrase reads it; nobody else should.
package messages

import "embed"

// Files are the catalog's files.
//
//go:embed *.toml
var Files embed.FS
