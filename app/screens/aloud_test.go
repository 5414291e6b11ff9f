package screens

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/reader"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/theme"
)

// ear is somebody who hears the window.
type ear struct {
	window reader.Node
	do     func(r reader.Request, done func(ok bool))
	deaf   bool
	told   int
}

func (e *ear) Listens() bool { return !e.deaf }
func (e *ear) Show(_ reader.Box, windows ...reader.Node) {
	e.told++
	e.window = windows[0]
}

// heard has somebody listen to a stage.
func (st *stage) heard() *ear {
	e := &ear{}
	st.shell.opts.Aloud = func(_ func(), do func(r reader.Request, done func(ok bool))) Listener {
		e.do = do
		return e
	}
	st.shell.aloud.listen(st.shell)
	st.shell.Front(true)
	return e
}

// each visits every node, with what it lies in.
func each(n reader.Node, visit func(n reader.Node, in []reader.Node)) {
	var walk func(n reader.Node, in []reader.Node)
	walk = func(n reader.Node, in []reader.Node) {
		visit(n, in)
		for _, c := range n.Children {
			walk(c, append(slices.Clone(in), n))
		}
	}
	walk(n, nil)
}

// find is the node with an ID.
func (e *ear) find(id string) (found reader.Node, ok bool) {
	each(e.window, func(n reader.Node, _ []reader.Node) {
		if n.ID == id {
			found, ok = n, true
		}
	})
	return found, ok
}

// all are the names of those of a role.
func (e *ear) all(role reader.Role) (names []string) {
	each(e.window, func(n reader.Node, _ []reader.Node) {
		if n.Role == role {
			names = append(names, n.Name)
		}
	})
	return names
}

// asks has something be done, and says whether it was.
func (e *ear) asks(r reader.Request) (done bool) {
	e.do(r, func(ok bool) { done = ok })
	return done
}

func (e *ear) ask(t testing.TB, id string, act reader.Act) {
	t.Helper()
	if !e.asks(reader.Request{ID: id, Act: act}) {
		t.Fatalf("%s of %q was not done", act, id)
	}
}

// wrong tells what of the window cannot be heard, or not be told apart.
func (e *ear) wrong() (out []string) {
	ids := map[string]bool{}
	focused := 0
	each(e.window, func(n reader.Node, in []reader.Node) {
		if n.State&reader.Focused != 0 {
			focused++
		}
		if strings.TrimSpace(n.Name) == "" {
			out = append(out, fmt.Sprintf("a thing of role %d with the id %q has no name", n.Role, n.ID))
		}
		if n.ID != "" && ids[n.ID] {
			out = append(out, fmt.Sprintf("%q is there twice", n.ID))
		}
		ids[n.ID] = true
		if n.Action != "" && n.ID == "" {
			out = append(out, fmt.Sprintf("%q can be pressed and has no id", n.Name))
		}
		names := map[string]int{}
		for _, c := range n.Children {
			if c.Action != "" || c.Text != nil {
				names[c.Name]++
			}
		}
		for _, name := range slices.Sorted(maps.Keys(names)) {
			if names[name] > 1 {
				out = append(out, fmt.Sprintf("%d things in %q are called %q", names[name], n.Name, name))
			}
		}
	})
	if focused != 1 {
		out = append(out, fmt.Sprintf("%d things have the keyboard", focused))
	}
	return out
}

// words are a text in small letters, without what stands between them.
func words(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

// unheard are texts that are seen in what can be used now, and not heard.
func (st *stage) unheard(e *ear) (out []string) {
	var b strings.Builder
	each(e.window, func(n reader.Node, _ []reader.Node) {
		b.WriteString(" " + n.Name + " " + n.Help)
		if n.Text != nil {
			b.WriteString(" " + n.Text.Content)
		}
		if n.Value != nil {
			b.WriteString(" " + n.Value.Said)
		}
	})
	all := " " + words(b.String()) + " "
	st.walk(func(o fyne.CanvasObject, _ fyne.Position, _ bool) {
		text := ""
		switch o := o.(type) {
		case *kit.Para:
			text = o.Text()
		case *kit.Line:
			text = o.Text()
		}
		if said := words(text); !strings.Contains(all, " "+said) && !shortened(all, said) {
			out = append(out, text)
		}
	})
	return out
}

// shortened says whether each word of a text, or a longer one that begins with it, is heard somewhere.
func shortened(all, text string) bool {
	return !slices.ContainsFunc(strings.Fields(text), func(word string) bool { return !strings.Contains(all, " "+word) })
}

func TestWhoHearsTheWindowHearsAllThatIsSeenAndCanTellItApart(t *testing.T) {
	all := lives()
	for _, scene := range slices.Sorted(maps.Keys(all)) {
		t.Run(scene, func(t *testing.T) {
			st := newStageOn(t, all[scene](t).Service, phrase.New(locale.Format{}), theme.AlwaysLight, 1400, 940)
			if scene == "example" {
				st.shell.showExample()
			}
			e := st.heard()
			for _, page := range pageNames() {
				e.deaf = true // or it would hear each step on the way
				st.shell.Show(page)
				e.deaf = false
				st.shell.aloud.changed()
				for _, wrong := range append(e.wrong(), st.unheard(e)...) {
					t.Errorf("%s: %s", page, wrong)
				}
			}
		})
	}
}

func TestWhatOpensOverAPageIsHeard(t *testing.T) {
	for name, open := range overPages() {
		t.Run(name, func(t *testing.T) {
			st := newStage(t, busy(t), false, 960, 680)
			e := st.heard()
			open(t, st)
			for _, wrong := range append(e.wrong(), st.unheard(e)...) {
				t.Error(wrong)
			}
		})
	}
}

func TestWhatLiesBeneathAPanelCanBeReadButNotUsed(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	e := st.heard()
	e.ask(t, "today.expects.says", reader.Press)
	if dialogs := e.all(reader.Dialog); len(dialogs) != 1 {
		t.Fatalf("the panels are %q", dialogs)
	}
	below, _ := e.find("today.feel")
	if below.Name == "" || below.State&(reader.Enabled|reader.Focusable) != 0 {
		t.Errorf("what lies beneath is told as %+v", below)
	}
	if e.asks(reader.Request{ID: "today.feel", Act: reader.Press}) {
		t.Error("what lies beneath a panel was pressed")
	}
	e.ask(t, "sheet.close", reader.Press)
	if len(e.all(reader.Dialog)) != 0 {
		t.Error("the panel stays")
	}
	if back, _ := e.find("today.expects.says"); back.State&reader.Focused == 0 {
		t.Error("the keyboard is not back where it was")
	}
}

func TestNobodyIsDescribedToWhileNobodyListens(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	e := st.heard()
	e.deaf, e.told = true, 0
	for _, page := range pageNames() {
		st.shell.Show(page)
	}
	if e.told > 0 {
		t.Errorf("it was told %d times", e.told)
	}
}

func TestALineAtTheFootIsHeardEachTime(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	e := st.heard()
	var ids []string
	for range 2 {
		st.shell.say("Taken back.", 77)
		each(e.window, func(n reader.Node, _ []reader.Node) {
			if n.Role == reader.Notification && n.Name == "Taken back." {
				ids = append(ids, n.ID)
			}
		})
	}
	if len(ids) != 2 || ids[0] == ids[1] {
		t.Errorf("the lines are %q: the same one is read once", ids)
	}
	if _, ok := e.find("toast.undo"); !ok {
		t.Error("what the line offers is not told")
	}
}

func TestTheNewsOfAnActIsHeardWithWhatItChanged(t *testing.T) {
	st := newStageOn(t, lives()["day1"](t).Service, phrase.New(locale.Format{}), theme.AlwaysLight, 960, 680)
	e := st.heard()
	var all []func()
	later := func(f func()) { all = append(all, f) }
	st.shell.opts.Later, st.shell.k.Later = later, later
	st.tap(t, "today.mark.cleanse.2")
	heard := false
	for len(all) > 0 {
		do := all[0]
		all = all[1:]
		do()
		if !slices.ContainsFunc(e.all(reader.Notification), func(n string) bool { return strings.Contains(n, "done") }) {
			continue
		}
		heard = true
		if c, _ := e.find("today.mark.cleanse.2"); c.State&reader.Checked == 0 {
			t.Errorf("it hears of what was done beside %+v", c)
		}
	}
	if !heard {
		t.Errorf("nothing is heard of what was done: %q", e.all(reader.Notification))
	}
}

func TestAPageThatShowsNothingToPressHasTheKeyboardForWhoHears(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	e := st.heard()
	st.win.Canvas().Unfocus()
	st.shell.Show(PageGuide)
	page, _ := e.find("page.guide")
	if page.State&reader.Focused == 0 || page.Name != "Guide" {
		t.Errorf("the page is told as %q, with the keyboard: %v", page.Name, page.State&reader.Focused != 0)
	}
}

func TestAnAnswerIsReadOutOnceTheTypingRests(t *testing.T) {
	st := newStageOn(t, lives()["day1"](t).Service, phrase.New(locale.Format{}), theme.AlwaysLight, 960, 680)
	e := st.heard()
	st.shell.Show(PageAsk)
	e.asks(reader.Request{ID: "ask", Act: reader.SetText, Text: "makeup"})
	if got := e.all(reader.Notification); len(got) != 0 {
		t.Errorf("while it is typed it says %q", got)
	}
	st.entry(t, "ask").TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	got := e.all(reader.Notification)
	if len(got) != 1 || !strings.HasPrefix(got[0], "Makeup") {
		t.Errorf("after Enter it says %q", got)
	}
}

func TestAScaleIsSetByItsFigureAndSaysIt(t *testing.T) {
	st := newStage(t, busy(t), false, 960, 680)
	e := st.heard()
	st.shell.Show(PageCheckIn)
	seen := 0
	each(e.window, func(n reader.Node, _ []reader.Node) {
		if n.Role != reader.Slider {
			return
		}
		seen++
		for _, c := range []struct {
			to   float64
			done bool
		}{{7, true}, {0, true}, {11, false}, {-1, false}, {2.5, false}} {
			if got := e.asks(reader.Request{ID: n.ID, Act: reader.SetValue, Value: c.to}); got != c.done {
				t.Errorf("%s set to %v: %v", n.Name, c.to, got)
			}
			now, _ := e.find(n.ID)
			if c.done && (now.Value.Now != c.to || !strings.HasPrefix(now.Value.Said, fmt.Sprint(c.to))) {
				t.Errorf("%s set to %v says %+v", n.Name, c.to, *now.Value)
			}
		}
	})
	if seen == 0 {
		t.Error("there is no scale")
	}
}

func TestAWaitThatEndsIsReadOut(t *testing.T) {
	l := lives()["day1"](t)
	st := newStageOn(t, l.Service, phrase.New(locale.Format{}), theme.AlwaysLight, 960, 680)
	e := st.heard()
	l.until(at(22, 16, 0))
	st.shell.Refresh()
	got := e.all(reader.Notification)
	if len(got) != 1 || !strings.HasPrefix(got[0], "Your plan's wait is over. ") {
		t.Errorf("it says %q", got)
	}
}

func TestTheTimelineIsHeardAsItsListAndItsLineCanBeSet(t *testing.T) {
	st := newStageOn(t, lives()["day1"](t).Service, phrase.New(locale.Format{}), theme.AlwaysLight, 960, 680)
	e := st.heard()
	st.shell.Show(PageTimeline)
	picture := e.all(reader.ListItem)
	st.tap(t, "timeline.list")
	if list := e.all(reader.ListItem); len(list) < 5 || !slices.Equal(list, picture) {
		t.Errorf("the list says %q, and the picture %q", list, picture)
	}
	st.tap(t, "timeline.list")
	before, _ := e.find("chart.line")
	for _, c := range []struct {
		to   float64
		done bool
	}{{before.Value.Now + 600, true}, {-1, false}, {before.Value.Most + 1, false}} {
		if got := e.asks(reader.Request{ID: "chart.line", Act: reader.SetValue, Value: c.to}); got != c.done {
			t.Errorf("set to minute %v: %v", c.to, got)
		}
	}
	if after, _ := e.find("chart.line"); after.Value.Now <= before.Value.Now || after.Value.Said == before.Value.Said {
		t.Errorf("the line was at %+v, and is at %+v", *before.Value, *after.Value)
	}
}
