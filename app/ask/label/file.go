package label

import (
	"encoding/binary"
	"regexp"
	"strings"
	"sync"
	"unicode/utf16"
)

// FromFile is the text of a file. Some editors and shells of Windows write two bytes a letter (UTF-16), with a mark
// at the begin; every other file is taken as it stands.
func FromFile(b []byte) string {
	if len(b) < 2 || len(b)%2 != 0 {
		return string(b)
	}
	var order binary.ByteOrder
	switch [2]byte{b[0], b[1]} {
	case [2]byte{0xff, 0xfe}:
		order = binary.LittleEndian
	case [2]byte{0xfe, 0xff}:
		order = binary.BigEndian
	default:
		return string(b)
	}
	var units []uint16
	for i := 2; i < len(b); i += 2 {
		units = append(units, order.Uint16(b[i:]))
	}
	return string(utf16.Decode(units))
}

// escape is what colours a text or names a window at a terminal, and comes along when that is copied.
var escape = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile("\x1b(?:\\[[0-9;:?]*[ -/]*[@-~]|\\][^\x07\x1b\n]*(?:\x07|\x1b\\\\)?)")
})

// Uncoloured is a text without the escapes of terminals: a colour's "[31m" would stand before a name and hide it.
func Uncoloured(text string) string {
	if strings.IndexByte(text, '\x1b') < 0 {
		return text
	}
	return escape().ReplaceAllString(text, "")
}
