package pdf

import (
	"bytes"
	"compress/flate"
	"encoding/ascii85"
	"io"

	"golang.org/x/image/tiff/lzw"
)

// content are the bytes of a stream, unpacked as far as its form is known and the budget goes.
func (f *file) content(s *stream) ([]byte, error) {
	filters := f.list(s.dict["Filter"])
	if n, ok := f.value(s.dict["Filter"]).(name); ok {
		filters = []any{n}
	}
	params := f.list(s.dict["DecodeParms"])
	if d, ok := f.value(s.dict["DecodeParms"]).(dict); ok {
		params = []any{d}
	}
	b := s.raw
	if len(filters) > 4 {
		return nil, ErrTooMuch
	}
	for i, filter := range filters {
		var param dict
		if i < len(params) {
			param = f.dict(params[i])
		}
		kind, _ := f.value(filter).(name)
		out, err := f.filter(kind, param, b)
		if err != nil {
			return nil, err
		}
		b = out
	}
	return b, nil
}

func (f *file) filter(kind name, param dict, b []byte) ([]byte, error) {
	var in io.Reader
	switch kind {
	case "FlateDecode", "Fl":
		if len(b) < 2 {
			return nil, nil
		}
		in = flate.NewReader(bytes.NewReader(b[2:])) // without the check at its end: a damaged one is read as far as it goes
	case "LZWDecode", "LZW":
		in = lzw.NewReader(bytes.NewReader(b), lzw.MSB, 8)
	case "ASCIIHexDecode", "AHx":
		x := lexer{b: append([]byte{'<'}, b...)}
		return []byte(x.hex()), nil
	case "ASCII85Decode", "A85":
		if i := bytes.Index(b, []byte("~>")); i >= 0 {
			b = b[:i]
		}
		in = ascii85.NewDecoder(bytes.NewReader(bytes.TrimPrefix(bytes.TrimSpace(b), []byte("<~"))))
	default:
		return nil, nil // a picture
	}
	var out bytes.Buffer
	n, _ := io.Copy(&out, io.LimitReader(in, int64(f.left)+1)) // what comes before a fault counts
	f.left -= int(n)
	if f.left < 0 {
		f.left = 0
		return nil, ErrTooMuch
	}
	return f.predicted(param, out.Bytes()), nil
}

// predicted takes back what was done to rows of bytes so that they pack better (PNG's filters).
func (f *file) predicted(param dict, b []byte) []byte {
	kind, _ := f.number(param["Predictor"])
	if kind < 10 {
		return b
	}
	get := func(key name, other int) int {
		if n, ok := f.number(param[key]); ok && n >= 1 && n < 1<<16 {
			return int(n)
		}
		return other
	}
	pixel := max(1, get("Colors", 1)*get("BitsPerComponent", 8)/8)
	row := (get("Columns", 1)*get("Colors", 1)*get("BitsPerComponent", 8) + 7) / 8
	out := make([]byte, 0, len(b))
	last := make([]byte, row)
	for len(b) > row {
		how, cur := b[0], bytes.Clone(b[1:row+1])
		b = b[row+1:]
		for i := range cur {
			var left, corner byte
			if i >= pixel {
				left, corner = cur[i-pixel], last[i-pixel]
			}
			switch how {
			case 1:
				cur[i] += left
			case 2:
				cur[i] += last[i]
			case 3:
				cur[i] += byte((int(left) + int(last[i])) / 2)
			case 4:
				cur[i] += paeth(left, last[i], corner)
			}
		}
		out = append(out, cur...)
		last = cur
	}
	return out
}

// paeth is the nearest of three neighbours to where they lead.
func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	da, db, dc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	switch {
	case da <= db && da <= dc:
		return a
	case db <= dc:
		return b
	}
	return c
}

func abs(n int) int { return max(n, -n) }
