package screens

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// walk visits what can be seen, with its place in the window and whether it scrolls.
func walk(o fyne.CanvasObject, at fyne.Position, scrolls bool, visit func(o fyne.CanvasObject, at fyne.Position, scrolls bool)) {
	if o == nil || !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	visit(o, at, scrolls)
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			walk(c, at, scrolls, visit)
		}
	case *kit.Scroll:
		walk(o.Content, at, true, visit)
	case *kit.Entry:
		// Fyne's own field scrolls its text inside itself.
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			walk(c, at, scrolls, visit)
		}
	}
}

func (st *stage) walk(visit func(o fyne.CanvasObject, at fyne.Position, scrolls bool)) {
	c := st.win.Canvas()
	walk(c.Content(), fyne.NewPos(0, 0), false, visit)
	for _, o := range c.Overlays().List() {
		walk(o, fyne.NewPos(0, 0), false, visit)
	}
}

// texts are all words that can be seen.
func (st *stage) texts() string {
	var b strings.Builder
	st.walk(func(o fyne.CanvasObject, _ fyne.Position, _ bool) {
		switch o := o.(type) {
		case *kit.Para:
			b.WriteString(o.Text() + "\n")
		case *kit.Line:
			b.WriteString(o.Text() + "\n")
		case *canvas.Text:
			b.WriteString(o.Text + "\n")
		}
	})
	return strings.ReplaceAll(b.String(), "\u00a0", " ")
}

func (st *stage) press(t testing.TB, id string) *kit.Press {
	t.Helper()
	var found *kit.Press
	st.walk(func(o fyne.CanvasObject, _ fyne.Position, _ bool) {
		if p, ok := o.(*kit.Press); ok && p.ID == id {
			found = p
		}
	})
	if found == nil {
		t.Fatalf("nothing to press is called %q; there are: %s", id, strings.Join(st.ids(), ", "))
	}
	return found
}

func (st *stage) tap(t testing.TB, id string) {
	t.Helper()
	test.Tap(st.press(t, id))
}

// toWindow opens the panel of a window by the way that Today offers: a point of its path, and where several windows
// stand at that, the menu. The whole path is shown first if it is not.
func (st *stage) toWindow(t testing.TB, id string) {
	t.Helper()
	if slices.Contains(st.ids(), "today.more") && len(st.presses("today.window.")) == 0 {
		st.tap(t, "today.more")
	}
	i := slices.IndexFunc(st.shell.state.status.Windows, func(w service.WindowView) bool { return w.ID == id })
	if i < 0 {
		t.Fatalf("there is no window %q", id)
	}
	name := st.shell.state.status.Windows[i].Name
	for _, p := range st.presses("today.window." + id) {
		if p.ID == "today.window."+id || p.Label() == name {
			test.Tap(p)
			return
		}
	}
	for _, p := range st.presses("today.path.") {
		if !strings.Contains(strings.ToLower(p.Label()), strings.ToLower(name)) {
			continue
		}
		test.Tap(p)
		for _, line := range st.presses("path.") {
			if strings.Contains(line.Label(), name) {
				test.Tap(line)
			}
		}
		return
	}
	t.Fatalf("nothing on the path is called %q; there are: %s", name, strings.Join(st.ids(), ", "))
}

// presses are those whose ID begins so.
func (st *stage) presses(prefix string) (all []*kit.Press) {
	st.walk(func(o fyne.CanvasObject, _ fyne.Position, _ bool) {
		if p, ok := o.(*kit.Press); ok && strings.HasPrefix(p.ID, prefix) {
			all = append(all, p)
		}
	})
	return all
}

func (st *stage) ids() []string {
	var ids []string
	st.walk(func(o fyne.CanvasObject, _ fyne.Position, _ bool) {
		switch o := o.(type) {
		case *kit.Press:
			ids = append(ids, o.ID)
		case *kit.Entry:
			ids = append(ids, o.ID)
		}
	})
	return ids
}

func (st *stage) entry(t testing.TB, id string) *kit.Entry {
	t.Helper()
	var found *kit.Entry
	st.walk(func(o fyne.CanvasObject, _ fyne.Position, _ bool) {
		if e, ok := o.(*kit.Entry); ok && e.ID == id {
			found = e
		}
	})
	if found == nil {
		t.Fatalf("no field is called %q", id)
	}
	return found
}

// write puts text into a field and presses Enter.
func (st *stage) write(t testing.TB, id, text string) {
	t.Helper()
	e := st.entry(t, id)
	st.win.Canvas().Focus(e)
	e.SetText(text)
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

// typeIn types into a field and leaves the keyboard in it.
func (st *stage) typeIn(t testing.TB, id, text string) {
	t.Helper()
	e := st.entry(t, id)
	st.win.Canvas().Focus(e)
	e.SetText(text)
}

func (st *stage) wantText(t testing.TB, want ...string) {
	t.Helper()
	have := st.texts()
	for _, w := range want {
		if !strings.Contains(have, w) {
			t.Errorf("%q cannot be read on the page; it says:\n%s", w, have)
		}
	}
}

func (st *stage) wantNoText(t testing.TB, never ...string) {
	t.Helper()
	have := st.texts()
	for _, w := range never {
		if strings.Contains(have, w) {
			t.Errorf("%q must not be on the page; it says:\n%s", w, have)
		}
	}
}

func (st *stage) wantDid(t testing.TB, want string) {
	t.Helper()
	for _, d := range st.service.did {
		if d == want {
			return
		}
	}
	t.Errorf("the service was not asked to %q, but to %q", want, st.service.did)
}

// beyond visits what reaches out of the panel or the page that it belongs to, at its sides.
func beyond(o fyne.CanvasObject, at fyne.Position, left, right float32, report func(what string)) {
	if o == nil || !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	const ring = 8 // a target may be so much wider than what is seen of it
	outside := at.X < left-ring || at.X+o.Size().Width > right+ring
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			beyond(c, at, max(left, at.X), min(right, at.X+o.Size().Width), report)
		}
	case *kit.Scroll:
		beyond(o.Content, at, max(left, at.X), min(right, at.X+o.Size().Width), report)
	case *kit.Press:
		if outside {
			report(o.ID)
		}
	case *kit.Entry:
		if outside {
			report(o.ID)
		}
	case fyne.Widget:
		if outside {
			report(fmt.Sprintf("%T", o))
		}
		for _, c := range test.WidgetRenderer(o).Objects() {
			beyond(c, at, max(left, at.X), min(right, at.X+o.Size().Width), report)
		}
	}
}

// cut tells what of the page cannot be read whole.
func (st *stage) cut() []string {
	size := st.win.Canvas().Size()
	var out []string
	st.walk(func(o fyne.CanvasObject, at fyne.Position, scrolls bool) {
		w, h := o.Size().Width, o.Size().Height
		switch o := o.(type) {
		case *canvas.Text:
			m := o.MinSize()
			if m.Width > w+1 || m.Height > h+1 {
				out = append(out, fmt.Sprintf("%q needs %v and has %v", o.Text, m, o.Size()))
			}
			if strings.HasSuffix(o.Text, "…") {
				out = append(out, fmt.Sprintf("%q is cut short", o.Text))
			}
			if at.X < 0 || at.X+m.Width > size.Width+0.5 {
				out = append(out, fmt.Sprintf("%q lies at %v, outside of %v", o.Text, at, size))
			}
			if !scrolls && (at.Y < 0 || at.Y+m.Height > size.Height+0.5) {
				out = append(out, fmt.Sprintf("%q lies at %v, below %v", o.Text, at, size))
			}
		case *kit.Press:
			if w < kit.Target-0.5 || h < kit.Target-0.5 {
				out = append(out, fmt.Sprintf("%q is a target of %v only", o.ID, o.Size()))
			}
			if at.X < 0 || at.X+w > size.Width+0.5 || (!scrolls && at.Y+h > size.Height+0.5) {
				out = append(out, fmt.Sprintf("%q lies at %v with %v, outside of %v", o.ID, at, o.Size(), size))
			}
		}
	})
	for _, o := range append([]fyne.CanvasObject{st.win.Canvas().Content()}, st.win.Canvas().Overlays().List()...) {
		beyond(o, fyne.NewPos(0, 0), 0, size.Width, func(what string) { out = append(out, fmt.Sprintf("%q reaches out of what it lies on", what)) })
	}
	return out
}
