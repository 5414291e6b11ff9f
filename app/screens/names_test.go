package screens

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/theme"
)

// spoken are the names of all that takes the keyboard, by the ID of each; a name that several share tells of all.
func (st *stage) spoken() map[string][]string {
	names := map[string][]string{}
	c := st.win.Canvas()
	from := c.Content()
	if over := c.Overlays().Top(); over != nil { // a reader hears nothing of what lies beneath
		from = over
	}
	walk(from, fyne.NewPos(0, 0), false, func(o fyne.CanvasObject, _ fyne.Position, _ bool) {
		switch o := o.(type) {
		case *kit.Press:
			names[o.AccessibilityLabel()] = append(names[o.AccessibilityLabel()], o.ID)
		case *kit.Entry:
			names[o.AccessibilityLabel()] = append(names[o.AccessibilityLabel()], o.ID)
		}
	})
	return names
}

// misnamed tells what has no name of its own.
func (st *stage) misnamed() (out []string) {
	names := st.spoken()
	for _, name := range slices.Sorted(maps.Keys(names)) {
		ids := names[name]
		switch {
		case strings.TrimSpace(name) == "":
			out = append(out, fmt.Sprintf("%q has no name", ids))
		case len(ids) > 1:
			out = append(out, fmt.Sprintf("%q is the name of %q", name, ids))
		}
	}
	return out
}

func TestEverythingThatTakesTheKeyboardHasANameOfItsOwn(t *testing.T) {
	all := lives()
	for _, scene := range slices.Sorted(maps.Keys(all)) {
		t.Run(scene, func(t *testing.T) {
			l := all[scene](t)
			st := newStageOn(t, l.Service, phrase.New(locale.Format{}), theme.AlwaysLight, 1400, 940)
			if scene == "example" {
				st.shell.showExample()
			}
			for _, page := range pageNames() {
				st.shell.Show(page)
				for _, wrong := range st.misnamed() {
					t.Errorf("%s: %s", page, wrong)
				}
			}
		})
	}
}

// overPages are places that no page name leads to: steps, panels, menus, a calendar.
func overPages() map[string]func(t *testing.T, st *stage) {
	return map[string]func(t *testing.T, st *stage){
		"the plan's step":   func(t *testing.T, st *stage) { st.shell.Show(PageBegin); st.tap(t, "begin.next") },
		"the nudges' step":  func(t *testing.T, st *stage) { st.shell.Show(PageBegin); st.toNudges(t) },
		"a calendar":        func(t *testing.T, st *stage) { st.shell.Show(PageBegin); st.tap(t, "begin.when.calendar") },
		"a list to choose":  func(t *testing.T, st *stage) { st.shell.Show(PageSettings); st.tap(t, "settings.spacing") },
		"the check-in":      func(t *testing.T, st *stage) { st.shell.Show(PageCheckIn) },
		"a wait":            func(t *testing.T, st *stage) { st.toWindow(t, "sun") },
		"ways to put off":   func(t *testing.T, st *stage) { st.tap(t, "today.later") },
		"a source":          func(t *testing.T, st *stage) { st.tap(t, "today.expects.says") },
		"the timeline list": func(t *testing.T, st *stage) { st.shell.Show(PageTimeline); st.tap(t, "timeline.list") },
	}
}

func TestWhatOpensOverAPageNamesEachThingApart(t *testing.T) {
	for name, open := range overPages() {
		t.Run(name, func(t *testing.T) {
			st := newStage(t, busy(t), false, 960, 680)
			open(t, st)
			for _, wrong := range st.misnamed() {
				t.Error(wrong)
			}
		})
	}
}

func TestANameStaysWhateverIsChosen(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	for _, c := range []struct{ page, id, name string }{
		{PageBegin, "begin.device.pen", "Pen, With what?"},
		{PageBegin, "begin.sensitive", "My skin marks easily, or dark patches stay for long"},
		{PageSettings, "settings.theme.dark", "Dark, Look"},
		{PageSettings, "settings.sound", "Sound"},
	} {
		st.shell.Show(c.page)
		before := st.press(t, c.id)
		on := before.State().On
		st.tap(t, c.id)
		after := st.press(t, c.id)
		if before.AccessibilityLabel() != c.name || after.AccessibilityLabel() != c.name {
			t.Errorf("%s is called %q, then %q; want %q", c.id, before.AccessibilityLabel(), after.AccessibilityLabel(), c.name)
		}
		if after.State().On == on {
			t.Errorf("%s: its state does not tell that it was pressed", c.id)
		}
	}
}

func TestEscFromTheStepsGivesTheKeyboardBackToWhatOpenedThem(t *testing.T) {
	st := newStage(t, nothing(t), false, 960, 680)
	open := st.press(t, "today.begin")
	st.win.Canvas().Focus(open)
	open.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	for range 3 {
		st.tab(t)
	}
	st.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if st.shell.layers[steps] != nil || st.focus() != "today.begin" {
		t.Errorf("after Esc the keyboard is at %q", st.focus())
	}
}

func TestACalendarThatIsLeftGivesBackTheUsualAnswer(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	st.shell.Show(PageBegin)
	st.tap(t, "begin.quick.now")
	st.tap(t, "begin.when.calendar")
	days := st.win.Canvas().Focused()
	days.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if st.press(t, "begin.quick.now").State().On {
		t.Fatal("another day was chosen, and the answer is still: just now")
	}
	days.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if got := st.entry(t, "begin.when").Text; got != "now" || !st.press(t, "begin.quick.now").State().On {
		t.Errorf("after Esc the field says %q, and that answer is not chosen", got)
	}
}
