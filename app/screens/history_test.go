package screens

import (
	"strconv"
	"testing"
	"time"

	"fyne.io/fyne/v2/driver/desktop"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/theme"
)

func TestATakenBackLineIsPutBackInHistory(t *testing.T) {
	l := lives()["day1"](t)
	done, err := l.Done(t.Context(), "cleanse", time.Time{})
	l.must(err)
	st := newStageOn(t, l.Service, phrase.New(locale.Format{}), theme.AlwaysLight, 960, 680)
	st.shell.Show(PageHistory)
	id := strconv.FormatInt(done.ID, 10)
	st.tap(t, "history.take."+id)
	st.wantText(t, "Taken back.", "taken back")
	st.tap(t, "history.put."+id)
	st.wantText(t, "Put back.")
	st.press(t, "history.take."+id)
	st.tap(t, "toast.undo")
	st.press(t, "history.put."+id)
	st.tap(t, "toast.undo") // its toast puts it back
	st.press(t, "history.take."+id)
}

func TestToTakeTheEnteringOfATreatmentBackIsAskedFirst(t *testing.T) {
	l := lives()["day0"](t)
	st := newStageOn(t, l.Service, phrase.New(locale.Format{}), theme.AlwaysLight, 960, 680)
	st.shell.Show(PageHistory)
	st.tap(t, "history.take.1")
	st.wantText(t, "Remove this treatment?", "In History you can bring it back")
	if l.status().Treatment == nil {
		t.Error("it was removed before the answer")
	}
}

func TestAToastStaysAsLongAsAPanelLiesOverIt(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	var over func()
	st.shell.opts.Tick = func(_ time.Duration, f func()) func() {
		over = f
		return func() {}
	}
	st.shell.Show("checkin")
	st.shell.say("Done.", 77)
	over()
	if st.shell.layers[toast] == nil {
		t.Fatal("it is gone before anybody could press it")
	}
	st.shell.escape()
	if st.shell.layers[panel] != nil {
		t.Fatal("the panel stays")
	}
	over()
	if st.shell.layers[toast] != nil {
		t.Error("it never goes")
	}
}

func TestAToastStaysAsLongAsPointerOrKeyboardAreOnIt(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	waits := false
	st.shell.opts.Tick = func(time.Duration, func()) func() {
		waits = true
		return func() { waits = false }
	}
	st.shell.say("Done.", 77)
	undo := st.press(t, "toast.undo")
	hold, ok := st.shell.foot.Objects[1].(*kit.Hold)
	if !ok || !waits {
		t.Fatal("it does not go by itself")
	}
	for _, c := range []struct {
		name  string
		do    func()
		waits bool
	}{
		{"the pointer comes", func() { hold.MouseIn(&desktop.MouseEvent{}) }, false},
		{"and goes", hold.MouseOut, true},
		{"it is on Undo", func() { undo.MouseIn(&desktop.MouseEvent{}) }, false},
		{"the keyboard comes too", func() { st.win.Canvas().Focus(undo) }, false},
		{"the pointer goes", undo.MouseOut, false},
		{"the keyboard goes", st.win.Canvas().Unfocus, true},
	} {
		c.do()
		if c.waits != waits {
			t.Errorf("%s: it goes by itself: %v", c.name, waits)
		}
	}
}
