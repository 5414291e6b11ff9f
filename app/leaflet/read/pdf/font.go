package pdf

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// font says what the bytes of a string are as letters, and how wide they are.
type font struct {
	wide   bool             // two bytes a letter
	letter map[int]string   // by code
	plain  *charmap.Charmap // of codes that letter does not have; nil: none
	width  map[int]float64  // in thousandths of the size
	other  float64          // of codes without a width
	bold   bool
}

// fontOf reads a font.
func (f *file) fontOf(o any) *font {
	d := f.dict(o)
	t := &font{letter: map[int]string{}, width: map[int]float64{}, other: 500}
	base, _ := f.value(d["BaseFont"]).(name)
	t.bold = strings.Contains(strings.ToLower(string(base)), "bold") || strings.Contains(string(base), "Black") || strings.Contains(string(base), "Heavy")
	if f.value(d["Subtype"]) == name("Type0") {
		t.wide, t.other = true, 1000
		if kids := f.list(d["DescendantFonts"]); len(kids) > 0 {
			f.wideWidths(t, f.dict(kids[0]))
		}
	} else {
		f.encoding(t, d["Encoding"])
		first, _ := f.number(d["FirstChar"])
		for i, w := range f.list(d["Widths"]) {
			if n, ok := f.number(w); ok && i < 256 {
				t.width[int(first)+i] = n
			}
		}
	}
	if s, ok := f.value(d["ToUnicode"]).(*stream); ok {
		if b, err := f.content(s); err == nil {
			f.toUnicode(t, b)
		}
	}
	return t
}

// wideWidths reads the widths of a font with two bytes a letter.
func (f *file) wideWidths(t *font, d dict) {
	if n, ok := f.number(d["DW"]); ok {
		t.other = n
	}
	list := f.list(d["W"])
	for i := 0; i+1 < len(list); {
		first, ok := f.number(list[i])
		if !ok || f.spend(1) != nil {
			return
		}
		if widths := f.list(list[i+1]); widths != nil {
			for k, w := range widths {
				if n, ok := f.number(w); ok {
					t.width[int(first)+k] = n
				}
			}
			i += 2
			continue
		}
		if i+2 >= len(list) {
			return
		}
		last, _ := f.number(list[i+1])
		n, _ := f.number(list[i+2])
		for c := int(first); c <= int(last) && c < 1<<16 && f.spend(1) == nil; c++ {
			t.width[c] = n
		}
		i += 3
	}
}

// encoding reads what the codes of a font with one byte a letter are.
func (f *file) encoding(t *font, o any) {
	t.plain = charmap.Windows1252
	base := f.value(o)
	if d, ok := base.(dict); ok {
		code := 0
		for _, x := range f.list(d["Differences"]) {
			switch v := f.value(x).(type) {
			case float64:
				code = int(v)
			case name:
				if s := glyph(string(v)); s != "" {
					t.letter[code] = s
				}
				code++
			}
		}
		base = f.value(d["BaseEncoding"])
	}
	if base == name("MacRomanEncoding") {
		t.plain = charmap.Macintosh
	}
}

// glyph are the letters that a name of a glyph stands for; "": not known.
func glyph(s string) string {
	s, _, _ = strings.Cut(s, ".")
	if len(s) == 1 {
		return s
	}
	if x, ok := glyphs[s]; ok {
		return x
	}
	hex, isUni := strings.CutPrefix(s, "uni")
	if !isUni {
		hex, isUni = strings.CutPrefix(s, "u")
	}
	if n, err := strconv.ParseUint(hex, 16, 21); isUni && err == nil && len(hex) >= 4 {
		return string(rune(n))
	}
	return ""
}

var glyphs = map[string]string{
	"space": " ", "exclam": "!", "quotedbl": "\"", "numbersign": "#", "dollar": "$", "percent": "%", "ampersand": "&",
	"quotesingle": "'", "quoteright": "’", "quoteleft": "‘", "parenleft": "(", "parenright": ")", "asterisk": "*", "plus": "+",
	"comma": ",", "hyphen": "-", "minus": "-", "period": ".", "slash": "/", "zero": "0", "one": "1", "two": "2",
	"three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "colon": ":",
	"semicolon": ";", "less": "<", "equal": "=", "greater": ">", "question": "?", "at": "@", "bracketleft": "[",
	"bracketright": "]", "underscore": "_", "endash": "–", "emdash": "—", "bullet": "•", "quotedblleft": "“",
	"quotedblright": "”", "fi": "fi", "fl": "fl", "ff": "ff", "ffi": "ffi", "ffl": "ffl", "degree": "°", "onehalf": "½",
	"onequarter": "¼", "threequarters": "¾", "eacute": "é", "egrave": "è", "agrave": "à", "ccedilla": "ç", "sterling": "£",
	"multiply": "×", "ellipsis": "…", "periodcentered": "·", "check": "✓", "bar": "|", "nbspace": " ", "dotlessi": "i",
	"adieresis": "ä", "odieresis": "ö", "udieresis": "ü", "germandbls": "ß", "registered": "®", "trademark": "™", "copyright": "©",
}

// mostLetters is how many codes a table of letters gives at most.
const mostLetters = 1 << 17

// toUnicode reads the table of letters that a font carries.
func (f *file) toUnicode(t *font, b []byte) {
	x := lexer{b: b}
	var stack []any
	for len(t.letter) < mostLetters && f.spend(1) == nil {
		o, ok := x.next(0)
		if !ok {
			return
		}
		if w, isWord := o.(word); !isWord {
			stack = append(stack, o)
		} else {
			switch w {
			case "endcodespacerange":
				if low, ok := first(stack).(text); ok {
					t.wide = len(low) > 1
				}
			case "endbfchar":
				for i := 0; i+1 < len(stack); i += 2 {
					t.set(stack[i], stack[i+1], 0)
				}
			case "endbfrange":
				for i := 0; i+2 < len(stack); i += 3 {
					f.letterRange(t, stack[i], stack[i+1], stack[i+2])
				}
			}
			stack = stack[:0]
		}
	}
}

func first(list []any) any {
	if len(list) == 0 {
		return nil
	}
	return list[0]
}

func (f *file) letterRange(t *font, low, high, to any) {
	a, ok1 := low.(text)
	b, ok2 := high.(text)
	if !ok1 || !ok2 {
		return
	}
	list, each := to.([]any)
	for c := code(a); c <= code(b) && c-code(a) < 1<<16 && len(t.letter) < mostLetters && f.spend(1) == nil; c++ {
		n := c - code(a)
		if !each {
			t.setCode(c, to, n)
		} else if n < len(list) {
			t.setCode(c, list[n], 0)
		}
	}
}

func (t *font) set(from, to any, add int) {
	if s, ok := from.(text); ok {
		t.setCode(code(s), to, add)
	}
}

func (t *font) setCode(c int, to any, add int) {
	s, ok := to.(text)
	if !ok || len(s) < 2 || len(s) > 16 {
		return
	}
	var units []uint16
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	units[len(units)-1] += uint16(add)
	t.letter[c] = string(utf16.Decode(units))
}

func code(s text) int {
	n := 0
	for i := range min(len(s), 4) {
		n = n<<8 | int(s[i])
	}
	return n
}

// one is the letter of a code.
func (t *font) one(c int) string {
	if s, ok := t.letter[c]; ok {
		return s
	}
	if t.plain != nil && c < 256 {
		return string(t.plain.DecodeByte(byte(c)))
	}
	return ""
}

func (t *font) widthOf(c int) float64 {
	if w, ok := t.width[c]; ok {
		return w
	}
	return t.other
}
