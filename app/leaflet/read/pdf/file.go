package pdf

import (
	"bytes"
	"context"
	"errors"
	"strconv"
)

// What is wrong with a file.
var (
	ErrProtected = errors.New("it is protected by a password")
	ErrDamaged   = errors.New("no pages are found")
	ErrTooMuch   = errors.New("it holds too much")
)

// Bounds of one file.
const (
	mostUnpacked = 64 << 20   // bytes of all streams, unpacked
	mostObjects  = 200_000    //
	mostSteps    = 20_000_000 // objects and operators that are read
	mostPages    = 200
	mostText     = 1 << 20 // bytes of text
)

// file is a PDF whose objects were found.
type file struct {
	ctx      context.Context
	b        []byte
	at       map[ref]int // where an object begins, the last of its number
	packed   map[ref]any // objects out of streams of objects
	read     map[ref]any
	trailers []dict
	left     int // bytes that may still be unpacked
	steps    int
}

// open finds the objects of a file by looking through it: tables of where they lie may be wrong.
func open(ctx context.Context, b []byte) (*file, error) {
	f := &file{ctx: ctx, b: b, at: map[ref]int{}, packed: map[ref]any{}, read: map[ref]any{}, left: mostUnpacked}
	var holders []ref
	trailer := -1 // where the next one stands; len(b): none does
	for pos := 0; ; {
		i := bytes.Index(b[pos:], []byte("obj"))
		if trailer < pos {
			trailer = len(b)
			if j := bytes.Index(b[pos:], []byte("trailer")); j >= 0 {
				trailer = pos + j
			}
		}
		if trailer < len(b) && (i < 0 || trailer < pos+i) {
			x := lexer{b: b, pos: trailer + len("trailer")}
			if d, ok := x.next(0); ok {
				if t, ok := d.(dict); ok {
					f.trailers = append(f.trailers, t)
				}
			}
			pos = max(x.pos, trailer+1)
			continue
		}
		if i < 0 {
			break
		}
		end := pos + i
		pos = end + 3
		n, ok := numberBefore(b, end)
		if !ok || f.spend(1) != nil {
			continue
		}
		if len(f.at) > mostObjects {
			return nil, ErrTooMuch
		}
		f.at[n] = pos
		x := lexer{b: b, pos: pos}
		o, _ := x.next(0)
		d, isDict := o.(dict)
		if pos = max(pos, x.pos); !isDict {
			continue
		}
		pos = max(pos, f.behindStream(d, x.pos))
		switch d["Type"] {
		case name("ObjStm"):
			holders = append(holders, n)
		case name("XRef"):
			f.trailers = append(f.trailers, d)
		}
	}
	for _, t := range f.trailers {
		if t["Encrypt"] != nil {
			return nil, ErrProtected
		}
	}
	for _, n := range holders {
		f.unpack(n)
	}
	if f.steps > mostSteps {
		return nil, ErrTooMuch
	}
	return f, ctx.Err()
}

// spend counts steps; an error ends the reading.
func (f *file) spend(n int) error {
	f.steps += n
	if f.steps > mostSteps {
		return ErrTooMuch
	}
	if f.steps%4096 == 0 {
		return f.ctx.Err()
	}
	return nil
}

// numberBefore is the number of the object whose "obj" stands at end.
func numberBefore(b []byte, end int) (ref, bool) {
	i := end
	for k := 0; k < 2; k++ {
		for i > 0 && isSpace(b[i-1]) {
			i--
		}
		to := i
		for i > 0 && b[i-1] >= '0' && b[i-1] <= '9' && to-i < 10 {
			i--
		}
		if to == i {
			return 0, false
		}
		if k == 1 {
			n, err := strconv.Atoi(string(b[i:to]))
			return ref(n), err == nil
		}
	}
	return 0, false
}

// behindStream is where the stream of an object ends whose table ends at pos; pos if it has none.
func (f *file) behindStream(d dict, pos int) int {
	from, ok := streamBegin(f.b, pos)
	if !ok {
		return pos
	}
	if n, ok := d["Length"].(float64); ok && n >= 0 && int(n) <= len(f.b)-from {
		rest := f.b[from+int(n):]
		if bytes.HasPrefix(bytes.TrimLeft(rest[:min(len(rest), 16)], "\r\n \t"), []byte("endst")) {
			return from + int(n)
		}
	}
	if i := bytes.Index(f.b[from:], []byte("endstream")); i >= 0 {
		return from + i
	}
	return len(f.b)
}

// streamBegin is where the bytes of a stream begin behind its table.
func streamBegin(b []byte, pos int) (int, bool) {
	x := lexer{b: b, pos: pos}
	x.space()
	if !bytes.HasPrefix(b[x.pos:], []byte("stream")) {
		return 0, false
	}
	from := x.pos + len("stream")
	if from < len(b) && b[from] == '\r' {
		from++
	}
	if from < len(b) && b[from] == '\n' {
		from++
	}
	return from, true
}

// unpack reads a stream of objects.
func (f *file) unpack(n ref) {
	s, ok := f.object(n).(*stream)
	if !ok {
		return
	}
	count, _ := f.value(s.dict["N"]).(float64)
	first, _ := f.value(s.dict["First"]).(float64)
	b, err := f.content(s)
	if err != nil && len(b) == 0 || first < 0 || int(first) > len(b) || count > mostObjects {
		return
	}
	head := lexer{b: b[:int(first)]}
	for range int(count) {
		num, ok1 := head.next(0)
		off, ok2 := head.next(0)
		if !ok1 || !ok2 || f.spend(1) != nil {
			return
		}
		id, isNum := num.(float64)
		at, isOff := off.(float64)
		if !isNum || !isOff || at < 0 || int(first+at) > len(b) {
			continue
		}
		x := lexer{b: b, pos: int(first + at)}
		if o, ok := x.next(0); ok {
			f.packed[ref(int(id))] = o
		}
	}
}

// object is an object by its number; nil if there is none.
func (f *file) object(n ref) any {
	if o, ok := f.read[n]; ok {
		return o
	}
	pos, ok := f.at[n]
	if !ok {
		return f.packed[n]
	}
	f.read[n] = nil
	x := lexer{b: f.b, pos: pos}
	o, _ := x.next(0)
	if d, isDict := o.(dict); isDict {
		if from, ok := streamBegin(f.b, x.pos); ok {
			end := f.behindStream(f.lengthKnown(d), x.pos)
			o = &stream{dict: d, raw: f.b[from:max(from, end)]}
		}
	}
	f.read[n] = o
	return o
}

// lengthKnown is the table of a stream with its length in it, if that is an object of its own.
func (f *file) lengthKnown(d dict) dict {
	if n, ok := d["Length"].(ref); ok {
		if v, ok := f.object(n).(float64); ok {
			return dict{"Length": v}
		}
	}
	return d
}

// value follows a reference, and one behind it.
func (f *file) value(o any) any {
	for range 4 {
		n, ok := o.(ref)
		if !ok {
			return o
		}
		o = f.object(n)
	}
	return nil
}

func (f *file) dict(o any) dict {
	switch v := f.value(o).(type) {
	case dict:
		return v
	case *stream:
		return v.dict
	}
	return nil
}

func (f *file) list(o any) []any {
	l, _ := f.value(o).([]any)
	return l
}

func (f *file) number(o any) (float64, bool) {
	n, ok := f.value(o).(float64)
	return n, ok
}
