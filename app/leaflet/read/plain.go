package read

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// plainText is the text of a file without a form: UTF-8, UTF-16 with or without its mark, else Windows-1252 as older
// editors write. False: it is no text.
func plainText(b []byte) (string, bool) {
	switch {
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
		return wide(b[2:], binary.LittleEndian), true
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		return wide(b[2:], binary.BigEndian), true
	case bytes.HasPrefix(b, []byte{0xef, 0xbb, 0xbf}):
		b = b[3:]
	}
	if order := unmarked(b); order != nil {
		return wide(b, order), true
	}
	if bytes.IndexByte(b, 0) >= 0 {
		return "", false
	}
	if utf8.Valid(b) {
		return string(b), true
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(b)
	return string(out), err == nil
}

// unmarked is the order of the bytes of UTF-16 without a mark: every other byte of Latin letters is zero. Nil: it is
// none.
func unmarked(b []byte) binary.ByteOrder {
	head := b[:min(len(b), 512)&^1]
	if len(head) < 8 {
		return nil
	}
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	switch most := len(head) / 2; {
	case zeros[1] > most*3/4 && zeros[0] == 0:
		return binary.LittleEndian
	case zeros[0] > most*3/4 && zeros[1] == 0:
		return binary.BigEndian
	}
	return nil
}

func wide(b []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = order.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}
