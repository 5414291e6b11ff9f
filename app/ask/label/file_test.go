package label

import (
	"encoding/binary"
	"testing"
	"unicode/utf16"
)

func TestAFileOfTwoBytesALetterIsRead(t *testing.T) {
	const list = "Ingredients: Aqua, Rétinol, Parfum 🌹"
	wide := func(order binary.AppendByteOrder) []byte {
		var b []byte
		for _, u := range utf16.Encode([]rune("\ufeff" + list)) {
			b = order.AppendUint16(b, u)
		}
		return b
	}
	for name, b := range map[string][]byte{"the small end first": wide(binary.LittleEndian), "the big end first": wide(binary.BigEndian), "one byte": []byte(list)} {
		if got := FromFile(b); got != list {
			t.Errorf("%s: it reads %q", name, got)
		}
	}
	for name, s := range map[string]string{"nothing": "", "the mark alone": "\xff\xfe", "one letter": "a", "half a letter": "\xff\xfea"} {
		if got := FromFile([]byte(s)); len(got) > len(s) {
			t.Errorf("%s: it reads %q", name, got)
		}
	}
}

func TestWhatComesAlongFromATerminalHidesNoName(t *testing.T) {
	for _, text := range []string{
		"Aqua, \x1b[31mRetinol\x1b[0m, Glycerin", "Aqua,\x1b[1;38:5:196m Retinol \x1b[K, Glycerin", "\x1b]0;a title\x07Aqua, Retinol, Glycerin",
		"\x1b]8;;https://example.org\x1b\\Aqua, Retinol\x1b]8;;\x1b\\, Glycerin", "Aqua, \x1bRetinol, Glycerin", "Aqua, \u3164Retinol, Gly\u115fcerin\x1b",
	} {
		l, err := Read(text)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, i := range l.Items {
			if i.Known != nil {
				names = append(names, i.Known.INCI)
			}
		}
		if len(l.Items) != 3 || len(names) < 2 || names[0] != "Retinol" && names[1] != "Retinol" {
			t.Errorf("%q reads %q, %d names", text, names, len(l.Items))
		}
	}
}
