package pdf

import "strings"

// matrix moves and scales: x' = a x + c y + e, y' = b x + d y + f.
type matrix [6]float64

func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

var still = matrix{1, 0, 0, 1, 0, 0}

// run is a piece of text at its place on the page.
type run struct {
	x, y, end, size float64
	bold            bool
	text            string
}

// state is what holds while a page is drawn.
type state struct {
	place                       matrix
	font                        *font
	size, letter, word, stretch float64
	leading, rise               float64
}

// painter goes through what a page draws.
type painter struct {
	f     *file
	fonts map[any]*font
	runs  []run
	bytes int // of the text of all pages
}

// pages are the pages of the file, in their order.
func (f *file) pages() []dict {
	var root dict
	for i := len(f.trailers) - 1; i >= 0 && root == nil; i-- {
		root = f.dict(f.trailers[i]["Root"])
	}
	var out []dict
	seen := map[ref]bool{}
	var walk func(o any, from dict, depth int)
	walk = func(o any, from dict, depth int) {
		n, isRef := o.(ref)
		d := f.dict(o)
		if d == nil || isRef && seen[n] || depth > mostDepth || len(out) >= mostPages || f.spend(1) != nil {
			return
		}
		seen[n] = isRef
		page := dict{"Resources": from["Resources"]}
		for k, v := range d {
			page[k] = v
		}
		if kids := f.list(d["Kids"]); kids != nil {
			for _, kid := range kids {
				walk(kid, page, depth+1)
			}
			return
		}
		out = append(out, page)
	}
	walk(root["Pages"], dict{}, 0)
	return out
}

// page draws one page and gives its text.
func (p *painter) page(d dict) ([]run, error) {
	p.runs = nil
	var b []byte
	contents := f0(p.f.value(d["Contents"]))
	for _, o := range contents {
		if s, ok := p.f.value(o).(*stream); ok {
			part, err := p.f.content(s)
			if err != nil {
				return nil, err
			}
			b = append(append(b, part...), '\n')
		}
	}
	err := p.paint(b, p.f.dict(d["Resources"]), state{place: still, stretch: 1}, 0)
	return p.runs, err
}

func f0(o any) []any {
	if l, ok := o.([]any); ok {
		return l
	}
	return []any{o}
}

// mostForms is how deep forms may be drawn within one another.
const mostForms = 6

// paint carries out the operators of a page or a form.
func (p *painter) paint(b []byte, resources dict, g state, depth int) error {
	x := lexer{b: b}
	var args []any
	var kept []state
	line, at := still, still
	num := func(i int) float64 {
		if i < len(args) {
			n, _ := args[i].(float64)
			return n
		}
		return 0
	}
	move := func(tx, ty float64) {
		line = matrix{1, 0, 0, 1, tx, ty}.times(line)
		at = line
	}
	for {
		if err := p.f.spend(1); err != nil {
			return err
		}
		if p.bytes > mostText {
			return nil
		}
		o, ok := x.next(0)
		if !ok {
			return nil
		}
		op, isOp := o.(word)
		if !isOp {
			if len(args) < 64 {
				args = append(args, o)
			}
			continue
		}
		switch op {
		case "q":
			if len(kept) < 256 {
				kept = append(kept, g)
			}
		case "Q":
			if n := len(kept); n > 0 {
				g, kept = kept[n-1], kept[:n-1]
			}
		case "cm":
			g.place = matrix{num(0), num(1), num(2), num(3), num(4), num(5)}.times(g.place)
		case "BT":
			line, at = still, still
		case "Tf":
			if len(args) > 1 {
				g.font, g.size = p.font(p.f.dict(resources["Font"]), args[0]), num(1)
			}
		case "Tc":
			g.letter = num(0)
		case "Tw":
			g.word = num(0)
		case "Tz":
			g.stretch = num(0) / 100
		case "TL":
			g.leading = num(0)
		case "Ts":
			g.rise = num(0)
		case "Td":
			move(num(0), num(1))
		case "TD":
			g.leading = -num(1)
			move(num(0), num(1))
		case "Tm":
			line = matrix{num(0), num(1), num(2), num(3), num(4), num(5)}
			at = line
		case "T*":
			move(0, -g.leading)
		case "Tj":
			p.show(&g, &at, args)
		case "'":
			move(0, -g.leading)
			p.show(&g, &at, args)
		case "\"":
			g.word, g.letter = num(0), num(1)
			move(0, -g.leading)
			p.show(&g, &at, args[min(2, len(args)):])
		case "TJ":
			if len(args) > 0 {
				list, _ := args[0].([]any)
				p.show(&g, &at, list)
			}
		case "Do":
			if err := p.form(resources, args, g, depth); err != nil {
				return err
			}
		case "BI":
			x.skipPicture()
		}
		args = args[:0]
	}
}

// skipPicture passes over a picture that stands among the operators.
func (x *lexer) skipPicture() {
	for x.pos+3 < len(x.b) {
		if isSpace(x.b[x.pos]) && x.b[x.pos+1] == 'E' && x.b[x.pos+2] == 'I' && isSpace(x.b[x.pos+3]) {
			x.pos += 3
			return
		}
		x.pos++
	}
	x.pos = len(x.b)
}

// form draws a form: a part of a page that is kept by itself.
func (p *painter) form(resources dict, args []any, g state, depth int) error {
	if len(args) == 0 || depth >= mostForms {
		return nil
	}
	key, _ := args[0].(name)
	s, ok := p.f.value(p.f.dict(resources["XObject"])[key]).(*stream)
	if !ok || p.f.value(s.dict["Subtype"]) != name("Form") {
		return nil
	}
	b, err := p.f.content(s)
	if err != nil {
		return err
	}
	if m := p.f.list(s.dict["Matrix"]); len(m) == 6 {
		var own matrix
		for i := range m {
			own[i], _ = p.f.number(m[i])
		}
		g.place = own.times(g.place)
	}
	inner := p.f.dict(s.dict["Resources"])
	if inner == nil {
		inner = resources
	}
	return p.paint(b, inner, g, depth+1)
}

// font finds a font by its name among the resources; each is read once.
func (p *painter) font(fonts dict, key any) *font {
	k, _ := key.(name)
	o := fonts[k]
	if n, ok := o.(ref); ok {
		if t := p.fonts[n]; t != nil {
			return t
		}
		t := p.f.fontOf(o)
		p.fonts[n] = t
		return t
	}
	return p.f.fontOf(o)
}

// show draws strings, and steps between them.
func (p *painter) show(g *state, at *matrix, list []any) {
	if g.font == nil {
		return
	}
	for _, o := range list {
		switch v := o.(type) {
		case float64:
			*at = matrix{1, 0, 0, 1, -v / 1000 * g.size * g.stretch, 0}.times(*at)
		case text:
			p.string(g, at, v)
		}
	}
}

// string draws one string.
func (p *painter) string(g *state, at *matrix, s text) {
	step := 1
	if g.font.wide {
		step = 2
	}
	var out strings.Builder
	begin := matrix{1, 0, 0, 1, 0, g.rise}.times(*at).times(g.place)
	for i := 0; i+step <= len(s) && p.f.spend(1) == nil; i += step {
		c := code(s[i : i+step])
		out.WriteString(g.font.one(c))
		w := g.font.widthOf(c)/1000*g.size + g.letter
		if step == 1 && s[i] == ' ' {
			w += g.word
		}
		*at = matrix{1, 0, 0, 1, w * g.stretch, 0}.times(*at)
	}
	end := at.times(g.place)
	size := g.size * abs64(begin[3])
	if begin[3] == 0 {
		size = g.size * abs64(begin[1]) // turned
	}
	if out.Len() > 0 {
		p.bytes += out.Len()
		p.runs = append(p.runs, run{x: begin[4], y: begin[5], end: end[4], size: abs64(size), bold: g.font.bold, text: out.String()})
	}
}

func abs64(n float64) float64 { return max(n, -n) }
