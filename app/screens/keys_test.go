package screens

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/theme"
	"afterglow/app/screens/timeline"
)

// strike presses keys where the keyboard is.
func (st *stage) strike(t testing.TB, keys ...fyne.KeyName) {
	t.Helper()
	for _, key := range keys {
		w := st.win.Canvas().Focused()
		if w == nil {
			t.Fatalf("%s is pressed while nothing has the keyboard", key)
		}
		w.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

// tab does what the driver does at a Tab: it asks who has the keyboard whether they keep it, and gives it to the next.
func (st *stage) tab(t testing.TB) { t.Helper(); st.tabs(t, st.win.Canvas().FocusNext) }

// back is tab at Shift+Tab.
func (st *stage) back(t testing.TB) { t.Helper(); st.tabs(t, st.win.Canvas().FocusPrevious) }

func (st *stage) tabs(t testing.TB, on func()) {
	t.Helper()
	if at, is := st.win.Canvas().Focused().(fyne.Tabbable); is && at.AcceptsTab() {
		t.Fatalf("%q keeps the Tab", st.focus())
	}
	on()
}

// byKeys goes through what the window shows by so many Tabs, and at each stop to the first and the last of what the arrow
// keys go through from there. It says what had the keyboard on the way, and that a ring showed it.
func (st *stage) byKeys(t testing.TB, tabs int) map[string]bool {
	t.Helper()
	reached := map[string]bool{}
	come := func() {
		reached[st.focus()] = true
		if p, is := st.win.Canvas().Focused().(*kit.Press); is {
			if _, ring := p.Focused(); !ring {
				t.Errorf("%s has the keyboard without a ring", p.ID)
			}
		}
	}
	for range tabs {
		st.tab(t)
		come()
		p, is := st.win.Canvas().Focused().(*kit.Press)
		if !is || !p.Walks() || strings.HasPrefix(p.ID, "ask") { // the box has a walk of its own
			continue
		}
		for _, key := range []fyne.KeyName{fyne.KeyUp, fyne.KeyDown} {
			for last := ""; last != st.focus(); {
				last = st.focus()
				st.strike(t, key)
				come()
			}
		}
	}
	return reached
}

// goTo gives what has this ID the keyboard.
func (st *stage) goTo(t testing.TB, id string) {
	t.Helper()
	for _, root := range append([]fyne.CanvasObject{st.shell.root}, st.win.Canvas().Overlays().List()...) {
		for _, stop := range kit.Stops(root) {
			if stop.ID == id {
				st.win.Canvas().Focus(stop.At)
				return
			}
		}
	}
	t.Fatalf("nothing that takes the keyboard is called %q", id)
}

// wantKeyboard holds that the keyboard is on id, and on what the window shows under that name now.
func (st *stage) wantKeyboard(t testing.TB, when, id string) {
	t.Helper()
	if got := st.focus(); got != id {
		t.Errorf("%s: the keyboard is at %q, want %q", when, got, id)
	}
	if w := st.win.Canvas().Focused(); w != nil && !st.shell.stands(w) {
		t.Errorf("%s: what has the keyboard is in the window no more", when)
	}
}

func TestTheKeyboardStaysOnTheRowThatIsTakenBackAndPutBack(t *testing.T) {
	l := lives()["day0"](t)
	done, err := l.Done(t.Context(), "moisturise", l.now)
	l.must(err)
	st := newStageOn(t, l.Service, phrase.New(locale.Format{}), theme.AlwaysLight, 960, 680)
	st.shell.Show(PageHistory)
	id := strconv.FormatInt(done.ID, 10)
	st.goTo(t, "history.take."+id)
	st.strike(t, fyne.KeyReturn)
	st.wantKeyboard(t, "taken back", "history.put."+id)
	st.strike(t, fyne.KeySpace)
	st.wantKeyboard(t, "put back", "history.take."+id)
	st.goTo(t, "toast.undo")
	st.strike(t, fyne.KeyReturn)
	st.wantKeyboard(t, "undone in the toast", "history.put."+id)
	st.goTo(t, "toast.close")
	st.strike(t, fyne.KeyReturn)
	st.wantKeyboard(t, "the toast closed", "history.put."+id)
}

func TestAPanelThatClosesGivesTheKeyboardToThePageAsItIsNow(t *testing.T) {
	for name, leave := range map[string]func(*testing.T, *stage){
		"Esc":              func(t *testing.T, st *stage) { st.strike(t, fyne.KeyEscape) },
		"its own button":   func(t *testing.T, st *stage) { st.goTo(t, "sheet.close"); st.strike(t, fyne.KeyReturn) },
		"it holds no more": func(_ *testing.T, st *stage) { st.shell.close(panel) },
	} {
		t.Run(name, func(t *testing.T) {
			st := newStage(t, dayOne(t), false, 960, 680)
			st.goTo(t, "today.expects.says")
			st.strike(t, fyne.KeyReturn)
			if st.shell.layers[panel] == nil {
				t.Fatal("no panel is open")
			}
			st.shell.view().show() // the page is made anew beneath it
			leave(t, st)
			st.wantKeyboard(t, "closed", "today.expects.says")
		})
	}
}

func TestAnotherPageTakesTheKeyboardFromTheOneThatIsGone(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	st.goTo(t, "today.done")
	st.shell.shortcuts()[fyne.Key7]()
	if id := st.focus(); !strings.HasPrefix(id, "settings.") {
		t.Errorf("on Settings the keyboard is at %q", id)
	}
	st.wantKeyboard(t, "turned", st.focus())
	st.goTo(t, "rail.settings")
	st.shell.shortcuts()[fyne.Key1]()
	st.wantKeyboard(t, "turned from the rail", "today.change")
}

func TestAnAnswerThatComesLateGivesTheKeyboardToNothingThatIsGone(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	st.shell.Show(PageBegin)
	st.shell.escape()
	st.goTo(t, "today.done")
	st.shell.k.GoTo("begin.when")
	st.wantKeyboard(t, "the answer came", "today.done")
}

func TestEnterInAFieldOfTheStepsGoesOn(t *testing.T) {
	for _, c := range []struct{ field, text, to string }{
		{"begin.when", "yesterday 14:00", "step 2 of 3"},
		{"begin.when", "hello", "step 1 of 3"},
		{"begin.depth", "0.7", "step 2 of 3"},
		{"begin.depth", "seven", "step 1 of 3"},
	} {
		t.Run(c.field+" "+c.text, func(t *testing.T) {
			st := newStage(t, nothing(t), false, 960, 680)
			st.shell.Show(PageBegin)
			st.write(t, c.field, c.text)
			st.wantText(t, c.to)
		})
	}
	f := nothing(t)
	f.scene.Plan.Clinic.Phone = ""
	st := newStage(t, f, false, 960, 680)
	st.shell.Show(PageBegin)
	st.tap(t, "begin.next")
	st.tap(t, "begin.plan.cautious")
	st.write(t, "begin.phone", "030 5550 1234")
	st.wantText(t, "step 3 of 3")
}

func TestStepsThatWereLeftOpenAgainAtTheirStep(t *testing.T) {
	st := newStage(t, nothing(t), false, 960, 680)
	st.shell.Show(PageBegin)
	st.write(t, "begin.when", "yesterday 14:00")
	st.shell.escape()
	st.shell.Show(PageBegin)
	st.wantText(t, "step 2 of 3")
	if id := st.focus(); !strings.HasPrefix(id, "begin.plan.") {
		t.Errorf("the keyboard is at %q", id)
	}
	st.tap(t, "begin.back")
	if got := st.entry(t, "begin.when").Text; got != "yesterday 14:00" {
		t.Errorf("the field says %q", got)
	}
}

func TestTheArrowKeysGoThroughWhatBelongsTogether(t *testing.T) {
	for _, c := range []struct {
		page, from string
		keys       []fyne.KeyName
		to         string
	}{
		{PageBegin, "begin.device.pen", []fyne.KeyName{fyne.KeyRight}, "begin.device.roller"},
		{PageBegin, "begin.device.pen", []fyne.KeyName{fyne.KeyLeft}, "begin.device.pen"},
		{PageBegin, "begin.device.pen", []fyne.KeyName{fyne.KeyEnd, fyne.KeyUp}, "begin.device.prp"},
		{PageSettings, "settings.theme.system", []fyne.KeyName{fyne.KeyRight, fyne.KeyDown, fyne.KeyDown}, "settings.theme.dark"},
		{PageSettings, "settings.theme.dark", []fyne.KeyName{fyne.KeyHome}, "settings.theme.system"},
		{PageSettings, "rail.today", []fyne.KeyName{fyne.KeyDown, fyne.KeyDown}, "rail.guide"},
		{PageSettings, "rail.settings", []fyne.KeyName{fyne.KeyDown}, "rail.settings"},
		{PageProducts, "rail.today", []fyne.KeyName{fyne.KeyRight}, "products.list"},
	} {
		st := newStage(t, dayOne(t), false, 960, 680)
		st.shell.Show(c.page)
		st.goTo(t, c.from)
		st.strike(t, c.keys...)
		st.wantKeyboard(t, c.from, c.to)
	}
}

func TestTheKeysAreToldOnF1AQuestionMarkAndInSettings(t *testing.T) {
	for name, ask := range map[string]func(*stage){
		"a question mark": func(st *stage) { st.shell.letter('?') },
		"F1":              func(st *stage) { st.goTo(t, "today.expects.says"); st.strike(t, fyne.KeyF1) },
		"F1 in a field":   func(st *stage) { st.shell.Show(PageAsk); st.strike(t, fyne.KeyF1) },
		"F1 in a picture": func(st *stage) {
			st.shell.Show(PageTimeline)
			st.walk(func(o fyne.CanvasObject, _ fyne.Position, _ bool) {
				if c, ok := o.(*timeline.Chart); ok {
					st.win.Canvas().Focus(c)
				}
			})
			st.strike(t, fyne.KeyF1)
		},
		"Settings": func(st *stage) { st.shell.Show(PageSettings); st.tap(t, "settings.keys") },
	} {
		t.Run(name, func(t *testing.T) {
			st := newStage(t, dayOne(t), false, 960, 680)
			ask(st)
			st.wantText(t, "+1 to ", "+K or /", "Shift+Tab", "Esc")
			st.shell.letter('?') // it is there already
			st.shell.escape()
			st.wantNoText(t, "Shift+Tab")
		})
	}
	for system, want := range map[string]string{"linux": "ctrl", "windows": "ctrl", "darwin": "cmd"} {
		if got := commandKey(system); got != want {
			t.Errorf("on %s the key is %q", system, got)
		}
	}
}

func TestWhatIsTakenAwayLeavesTheKeyboardAtWhatTookItsPlace(t *testing.T) {
	stops := func(ids ...string) (all []kit.Stop) {
		for _, id := range ids {
			all = append(all, kit.Stop{ID: id, At: &kit.Press{ID: id}})
		}
		return all
	}
	before := []string{"a", "b", "c", "rail.x", "rail.y"}
	for _, c := range []struct {
		name, was string
		order     []string
		now       []kit.Stop
		want      string
	}{
		{"it is there", "b", before, stops("a", "b", "c", "rail.x"), "b"},
		{"the next moved up", "b", before, stops("a", "c", "rail.x"), "c"},
		{"another took its place", "b", before, stops("a", "B", "c", "rail.x"), "B"},
		{"the last is gone", "c", before, stops("a", "b", "rail.x"), "b"},
		{"only a toast follows", "c", before, stops("a", "b", "toast.undo"), "b"},
		{"the first is gone", "a", before, stops("b", "c", "rail.x"), "b"},
		{"all of the page is another", "c", before, stops("x", "y", "rail.x"), "x"},
		{"the page is still to be read", "c", before, stops("rail.x", "rail.y"), ""},
		{"a line of the rail is gone", "rail.y", before, stops("a", "rail.x", "rail.z"), "rail.z"},
		{"it was never seen", "z", before, stops("a", "rail.x"), ""},
	} {
		got, _ := kit.FocusID(seat{id: c.was, order: c.order}.in(c.now))
		if got != c.want {
			t.Errorf("%s: the keyboard goes to %q, want %q", c.name, got, c.want)
		}
	}
}

func TestAPanelThatWasClosedHasNoSayInWhereTheKeyboardGoes(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	st.goTo(t, "today.expects.says")
	st.strike(t, fyne.KeyReturn, fyne.KeyEscape)
	st.goTo(t, "rail.timeline")
	st.strike(t, fyne.KeyReturn)
	st.wantKeyboard(t, "turned", "rail.timeline")
}

func TestToChangeATreatmentFromSettingsAndLeaveLeadsBackThere(t *testing.T) {
	for name, leave := range map[string]func(*stage){
		"Esc":    func(st *stage) { st.shell.escape() },
		"Cancel": func(st *stage) { st.goTo(t, "begin.back"); st.strike(t, fyne.KeyReturn) },
	} {
		t.Run(name, func(t *testing.T) {
			st := newStage(t, dayOne(t), false, 960, 680)
			st.shell.Show(PageSettings)
			edit := st.presses("settings.edit.")[0].ID
			st.goTo(t, edit)
			st.strike(t, fyne.KeyReturn)
			st.wantText(t, "step 1 of 2")
			leave(st)
			if st.shell.page != PageSettings {
				t.Errorf("it leads to %q", st.shell.page)
			}
			st.wantKeyboard(t, "left", edit)
		})
	}
}

func TestAPanelThatIsOpenedByKeysShowsWhereTheKeyboardIs(t *testing.T) {
	for _, byKeys := range []bool{true, false} {
		st := newStage(t, dayOne(t), false, 960, 680)
		if byKeys {
			st.goTo(t, "today.expects.says")
			st.strike(t, fyne.KeyReturn)
		} else {
			st.tap(t, "today.expects.says")
		}
		p, ok := st.win.Canvas().Focused().(*kit.Press)
		if !ok || p.ID != "sheet.close" {
			t.Fatalf("the keyboard is at %q", st.focus())
		}
		if _, ring := p.Focused(); ring != byKeys {
			t.Errorf("opened by keys: %v; its ring is shown: %v", byKeys, ring)
		}
	}
}

func TestOnAPageThatIsStillReadTheKeyboardWaitsForItsFirstThing(t *testing.T) {
	st := newStageOn(t, lives()["day1"](t).Service, phrase.New(locale.Format{}), theme.AlwaysLight, 960, 680)
	st.goTo(t, "today.expects.says")
	var later []func()
	st.shell.opts.Background = func(do func()) { later = append(later, do) }
	st.shell.shortcuts()[fyne.Key6]()
	if p, ok := st.win.Canvas().Focused().(*kit.Press); ok {
		if _, ring := p.Focused(); ring {
			t.Errorf("before it is read a ring is shown at %q", p.ID)
		}
	}
	for _, do := range later {
		do()
	}
	st.wantKeyboard(t, "read", "history.clinic")
}

func TestWhatGetsTheKeyboardIsNotBehindAToast(t *testing.T) {
	st := newStage(t, dayOne(t), false, 800, 480)
	st.shell.Show(PageSettings)
	st.shell.say("Done.", 77)
	top := st.shell.foot.Position().Y
	stops, seen := kit.Stops(st.shell.scrolling()), 0
	for _, stop := range stops[:len(stops)/2] { // what is at the page's end can come no higher
		st.win.Canvas().Focus(stop.At)
		bottom := fyne.CurrentApp().Driver().AbsolutePositionForObject(stop.At.(fyne.CanvasObject)).Y + stop.At.(fyne.CanvasObject).Size().Height
		if bottom > top {
			t.Errorf("%s reaches down to %v, and the toast begins at %v", stop.ID, bottom, top)
		}
		if st.shell.scrolling().Scrolled() > 0 {
			seen++
		}
	}
	if seen == 0 {
		t.Error("the page never had to scroll")
	}
}

// What the window holds for the way of Tab is that way: else it would lose the keyboard to what it does not know.
func TestTheStopsOfAPageAreThoseOfTabInItsOrder(t *testing.T) {
	for _, page := range pageNames() {
		st := newStage(t, busy(t), false, 960, 680)
		st.shell.Show(page)
		c := st.win.Canvas()
		root := fyne.CanvasObject(st.shell.root)
		if over := c.Overlays().Top(); over != nil {
			root = over
		}
		var told, tab []string
		c.Unfocus()
		stops := kit.TabStops(root)
		for _, x := range stops {
			told = append(told, x.ID)
		}
		c.Focus(stops[0].At) // where nothing has the keyboard, Tab comes to the first of the page's first group
		for first := c.Focused(); ; {
			if id := st.focus(); id != "" { // the timeline's picture has none
				tab = append(tab, id)
			}
			if st.tab(t); c.Focused() == first || len(tab) > 2*len(told) {
				break
			}
		}
		if !slices.Equal(told, tab) {
			t.Errorf("%s: the stops are\n%q, Tab goes to\n%q", page, told, tab)
		}
	}
}

func TestTheFirstTabInAWindowLeadsIntoThePage(t *testing.T) {
	st := newStage(t, &fake{}, false, 960, 680)
	st.win.Canvas().FocusNext()
	st.wantKeyboard(t, "on the first page", "today.begin")
}

func TestAPageThatIsTurnedToByAKeyTakesTheKeyboardFromTheRail(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	for key, page := range map[fyne.KeyName]string{fyne.Key2: PageTimeline, fyne.Key3: PageGuide, fyne.Key5: PageQuestions, fyne.Key7: PageSettings} {
		st.goTo(t, "rail.products")
		st.shell.shortcuts()[key]()
		at, is := st.win.Canvas().Focused().(fyne.CanvasObject)
		if !is || !kit.Wake(st.shell.content, at) {
			t.Errorf("%s by a key: the keyboard is at %q", page, st.focus())
		}
		if _, quiet := kit.FocusID(st.win.Canvas().Focused()); quiet {
			t.Errorf("%s by a key: nothing shows where the keyboard is", page)
		}
	}
}

func TestAPageThatWasNotDrawnForAMinuteGetsTheKeyboardBack(t *testing.T) {
	st := newStage(t, nothing(t), false, 960, 680)
	st.goTo(t, "today.begin")
	st.strike(t, fyne.KeyReturn)
	st.forget(t, st.shell.views[PageToday].object)
	st.strike(t, fyne.KeyEscape)
	st.wantKeyboard(t, "the steps were left", "today.begin")
}

// forget has Fyne let go of all that draws o, as it does of what was not drawn for a minute.
func (st *stage) forget(t *testing.T, o fyne.CanvasObject) {
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			st.forget(t, c)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			st.forget(t, c)
		}
		t.Run("forgets", func(t *testing.T) { test.TempWidgetRenderer(t, o) })
	}
}

func TestEscLeavesAPageThatTheRailDoesNotName(t *testing.T) {
	for _, page := range []string{PageCalls, PageStudio} {
		st := newStage(t, dayOne(t), false, 960, 680)
		st.shell.Show(PageGuide)
		st.shell.Show(page)
		st.shell.escape()
		if st.shell.page != PageGuide {
			t.Errorf("Esc on %s leads to %s", page, st.shell.page)
		}
		st.shell.escape()
		if st.shell.page != PageGuide {
			t.Errorf("Esc on a page of the rail leads to %s", st.shell.page)
		}
	}
}

func TestEscInAFieldLeavesTheFieldAndThenThePage(t *testing.T) {
	st, _ := studioStage(t, true)
	st.shell.Show(PageStudio)
	st.tap(t, "studio/row.windows/makeup")
	var field *kit.Entry
	for _, stop := range kit.Stops(st.shell.content) {
		if e, ok := stop.At.(*kit.Entry); ok && field == nil {
			field = e
		}
	}
	st.win.Canvas().Focus(field)
	st.strike(t, fyne.KeyEscape)
	if st.shell.page != PageStudio || st.shell.typing() {
		t.Fatalf("the first Esc leads to %s, with the keyboard at %q", st.shell.page, st.focus())
	}
	st.shell.escape()
	if st.shell.page != PageToday {
		t.Errorf("the second Esc leads to %s", st.shell.page)
	}
}
