package today

import (
	"strconv"

	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// point is one point of the path as it is shown.
type point struct {
	id   string // of its press, in the order of the path
	head string // "Now", "Tomorrow"
	when string // "open", "15:30"
	line string // head and when in one line
	dot  dot
	what []service.Opening
}

// mostNames is how many windows a point of the path names; the others it counts.
const mostNames = 5

// mostChoices is how many windows a menu offers; of a point with more each stands on the page.
const mostChoices = 8

// points are the whole path: first what is open, then what waits for the person's word or for a treatment, then what
// comes. The order never changes, so nothing jumps from one day to the next.
func (p *Page) points() []point {
	v, o := p.k.V, p.model.Status.Openings()
	var out []point
	add := func(pt point) {
		pt.id = "today.path." + strconv.Itoa(len(out))
		out = append(out, pt)
	}
	word := func(head, when string, d dot, what []service.Opening) {
		add(point{head: head, when: when, line: v.T("path.line", phrase.Args{"Head": head, "When": when}), dot: d, what: what})
	}
	if len(o.Open) > 0 {
		add(point{head: v.T("path.now"), when: v.T("path.open"), line: v.T("path.now"), dot: dotOpen, what: o.Open})
	} else {
		word(v.T("path.now"), v.T("path.nothing"), dotWait, nil)
	}
	if len(o.Asked) > 0 {
		word(v.T("path.calm_head"), v.T("path.calm_when"), dotAsk, o.Asked)
	}
	if len(o.Until) > 0 {
		word(v.T("path.until_head"), v.T("path.until_when"), dotWait, o.Until)
	}
	if len(o.NoEnd) > 0 {
		word(v.T("path.no_end_head"), v.T("path.no_end_when"), dotWait, o.NoEnd)
	}
	if len(o.Never) > 0 {
		word(v.T("path.never_head"), v.T("path.never_when"), dotNever, o.Never)
	}
	for _, m := range o.Ahead {
		add(point{head: v.PathDay(m.At), when: v.TimeOfDay(m.At), line: v.PathMoment(m.At), dot: dotWait, what: m.What})
	}
	return out
}

// Measures of the path.
const (
	leastColumn = 106 // the least width of a point beside others
	mostColumns = 6
	fewPoints   = 5 // fewer leave the first one more room
	dotSize     = 14
)

// columns is how many points stand side by side at this width; 0: too few, they stand below one another.
func columns(width float32) int {
	n := min(mostColumns, int(width/leastColumn))
	if n < 4 {
		return 0
	}
	return n
}

// path is the card that answers what one may do, and when the rest.
func (p *Page) path() fyne.CanvasObject {
	k, all := p.k, p.points()
	most := columns(p.inner())
	side := most > 0 && !p.all
	shown := all
	if side && len(all) > most {
		shown = all[:most]
	} else if !side && !p.all && len(all) > mostRows {
		shown = all[:mostRows]
	}
	head := p.more(k.Section(k.V.T("path.title")), len(all)-len(shown))
	body := p.beside(shown)
	if !side {
		body = p.below(shown)
	}
	return k.Card(kit.Column(kit.GapInside, head, body))
}

// mostRows is how many points stand below one another before "and 2 more".
const mostRows = 6

// more is a heading with the way to the points that are not on show at its right.
func (p *Page) more(title fyne.CanvasObject, hidden int) fyne.CanvasObject {
	k := p.k
	parts := []fyne.CanvasObject{title}
	if by := p.setByAll(); by != "" {
		parts = append(parts, k.Muted(by))
	}
	var links []fyne.CanvasObject
	text := k.V.T("path.fewer")
	if hidden > 0 {
		text = k.V.T("path.more", phrase.Args{"Count": hidden})
	}
	if hidden > 0 || p.all {
		links = append(links, k.Link("today.more", text, func() {
			p.all = !p.all
			p.draw()
		}))
	}
	if len(p.model.Status.Openings().Ahead) > 0 {
		links = append(links, k.Link("today.phone", k.V.T("phone.title"), p.do.Phone))
	}
	if len(links) == 0 {
		return kit.Wrap(kit.GapInside, 0, parts...)
	}
	const over = (kit.Target - 22) / 2 // the links' targets are higher than the line
	return kit.TopRow(kit.GapInside, 0, kit.Wrap(kit.GapInside, 0, parts...), kit.Pad(-over, 0, -over, 0, kit.Row(kit.GapInside, -1, links...)))
}

// beside sets the points side by side on one line, in columns as wide as their words ask for.
func (p *Page) beside(points []point) fyne.CanvasObject {
	k := p.k
	cells := make([]fyne.CanvasObject, len(points))
	columnsOf := make([]column, len(points))
	for i, pt := range points {
		head := k.Strong(pt.head)
		if pt.dot == dotOpen {
			head = k.Inked(pt.head, k.P.Sage, true)
		}
		words := []fyne.CanvasObject{head, k.Body(pt.when)}
		words = append(words, p.names(pt, len(points) < fewPoints)...)
		columnsOf[i] = p.column(pt, words, len(points) < fewPoints && i > 0)
		at := p.press(pt, kit.Column(8, kit.Left(p.mark(pt.dot)), columnsOf[i].words))
		// The line runs on to the next point; what is pressed, and the ring around it, keeps away from that.
		cells[i] = kit.Over(p.track(pt.dot, i < len(points)-1), kit.Pad(0, columnGap, 0, 0, at))
	}
	return kit.Grid(0, widths(columnsOf, p.inner(), len(points) < fewPoints), cells...)
}

// below sets the points below one another.
func (p *Page) below(points []point) fyne.CanvasObject {
	k := p.k
	var rows []fyne.CanvasObject
	for i, pt := range points {
		if i > 0 {
			rows = append(rows, k.Rule())
		}
		head := k.Strong(pt.line)
		if pt.dot == dotOpen {
			head = k.Inked(pt.line, k.P.Sage, true)
		}
		row := func(words ...fyne.CanvasObject) fyne.CanvasObject {
			return kit.Pad(8, 0, 8, 0, kit.Row(kit.GapInside, 1, p.mark(pt.dot), kit.Column(0, append([]fyne.CanvasObject{head}, words...)...)))
		}
		if p.all && len(pt.what) > 1 {
			rows = append(rows, row(p.each(pt)...))
			continue
		}
		rows = append(rows, p.press(pt, row(p.names(pt, true)...)))
	}
	return kit.Column(0, rows...)
}

// names are what comes at a point, and of several treatments whose wait it is. roomy says that what is open has room
// for all its names.
func (p *Page) names(pt point, roomy bool) []fyne.CanvasObject {
	k := p.k
	var out []fyne.CanvasObject
	most := mostNames
	if pt.dot == dotOpen && roomy {
		most = 0
	}
	if names := k.V.PathNames(pt.what, most); names != "" {
		out = append(out, k.Muted(names))
	}
	if by := p.setBy(pt); by != nil {
		out = append(out, by)
	}
	return out
}

// each is what comes at a point, each window to be pressed.
func (p *Page) each(pt point) []fyne.CanvasObject {
	k := p.k
	parts := make([]fyne.CanvasObject, len(pt.what))
	for i, o := range pt.what {
		text, _ := k.V.PathName(o)
		id := "today.window." + o.Window.ID
		if o.Kind == service.OpensHours || o.Kind == service.Begins { // it stands on the path twice
			id += "." + string(o.Kind)
		}
		parts[i] = k.Link(id, text, func() { p.do.Window(o.Window) })
	}
	out := []fyne.CanvasObject{kit.Wrap(kit.GapBetween, 0, parts...)}
	if by := p.setBy(pt); by != nil {
		out = append(out, by)
	}
	return out
}

// setBy tells of several treatments whose wait a point is; nil if that is said for all.
func (p *Page) setBy(pt point) fyne.CanvasObject {
	by := p.k.V.PathSetBy(p.model.Status, pt.what)
	if by == "" || p.setByAll() != "" {
		return nil
	}
	return p.k.Small(by)
}

// press makes a point lead to its windows: to the one that it has, or to a choice of them.
func (p *Page) press(pt point, content fyne.CanvasObject) fyne.CanvasObject {
	k := p.k
	if len(pt.what) == 0 {
		return content
	}
	label := k.V.T("path.point", phrase.Args{"Head": pt.line, "Names": k.V.PathNames(pt.what, 0)})
	var at *kit.Press
	at = k.Press(pt.id, label, kit.Corner, content, func() {
		switch {
		case len(pt.what) == 1:
			p.do.Window(pt.what[0].Window)
			return
		case len(pt.what) > mostChoices:
			p.all = true
			p.draw()
			return
		}
		items := make([]kit.MenuItem, len(pt.what))
		for i, o := range pt.what {
			text, _ := k.V.PathName(o)
			items[i] = kit.MenuItem{Text: text, Do: func() { p.do.Window(o.Window) }}
		}
		p.do.Menu("path", at, func(st service.Status) bool { return sameWindows(st, pt.what) }, items...)
	})
	return at
}

// sameWindows says whether the windows of a point are all still as they were.
func sameWindows(st service.Status, what []service.Opening) bool {
	for _, o := range what {
		same := false
		for _, w := range st.Windows {
			same = same || w.ID == o.Window.ID && w.State == o.Window.State && w.Until.Equal(o.Window.Until)
		}
		if !same {
			return false
		}
	}
	return true
}

// setByAll names the one of several treatments that all waits come from: that is said once, beside the heading. It is
// "" if they come from more than one, or only one is looked after.
func (p *Page) setByAll() string {
	v, st, all := p.k.V, p.model.Status, ""
	for _, pt := range p.points() {
		switch by := v.PathSetBy(st, pt.what); {
		case by == "":
		case all != "" && by != all:
			return ""
		default:
			all = by
		}
	}
	return all
}
