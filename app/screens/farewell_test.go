package screens

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"afterglow/app/ipc"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/sheets"
	"afterglow/app/screens/theme"
)

// pastCourse is a window over a course that is over.
func pastCourse(t *testing.T) (*stage, *life) {
	t.Helper()
	l := lives()["over"](t)
	return newStageOn(t, l.Service, phrase.New(locale.Format{}), theme.AlwaysLight, 960, 680), l
}

func TestTheEndOfACourseIsToldUntilItIsKept(t *testing.T) {
	st, _ := pastCourse(t)
	st.wantText(t, "Your face course is over.", "What went by", "Moisturise: 20 times", "When the next may be")
	st.tap(t, "today.over.keep")
	st.wantNoText(t, "Your face course is over.")
	st.tap(t, "toast.undo")
	st.wantText(t, "Your face course is over.")
}

func TestTheEndOfACourseIsReachedFromTheNextOne(t *testing.T) {
	st, l := pastCourse(t)
	l.treated(l.now, "neck", "essentials")
	st.shell.Refresh()
	st.wantNoText(t, "What went by")
	st.tap(t, "today.over.see")
	st.wantText(t, "What went by")
	st.tap(t, "today.over.back")
	st.wantNoText(t, "What went by")
}

func TestNothingIsErasedBeforeACopyWasSaved(t *testing.T) {
	st, _ := pastCourse(t)
	var erasedAll, saved bool
	st.shell.opts.Data = Data{Erase: func(context.Context) (Erased, error) { erasedAll = true; return Erased{}, nil }}
	st.shell.openPanel(&sheets.Farewell{Folder: "a folder", Erase: st.shell.erase, Copy: func(answer func(string, error)) {
		if !saved {
			saved = true
			answer("", errors.New("the disk is full"))
			return
		}
		answer("/stick/copy.sqlite", nil)
	}})
	st.tap(t, "sheet.yes")
	st.wantText(t, "the disk is full", "Choose a folder")
	st.tap(t, "sheet.yes")
	st.wantText(t, "Your copy: /stick/copy.sqlite", "Erase everything")
	if erasedAll {
		t.Fatal("it was erased with the first step")
	}
	st.tap(t, "sheet.yes")
	st.wantText(t, "All your data is erased.", "a folder is empty now.", "Your copy: /stick/copy.sqlite")
}

func TestWhatCannotBeErasedIsToldAndTheWindowGoesOnWithIt(t *testing.T) {
	st, l := pastCourse(t)
	still := lives()["over"](t)
	still.treated(l.now, "neck", "essentials")
	st.shell.opts.Data = Data{
		Erase: func(context.Context) (Erased, error) { return Erased{}, errors.New("the agent stays") },
		Again: func() (Service, error) { return still.Service, nil },
	}
	st.shell.openPanel(&sheets.Farewell{Folder: "a folder", Erase: st.shell.erase, Copy: func(answer func(string, error)) { answer("/stick/copy.sqlite", nil) }})
	st.tap(t, "sheet.yes")
	st.tap(t, "sheet.yes")
	st.wantText(t, "the agent stays")
	st.tap(t, "sheet.no")
	st.wantText(t, "Day 0")
}

func TestWhatGoesWrongOnceAllIsErasedIsToldAtTheEnd(t *testing.T) {
	st, _ := pastCourse(t)
	st.shell.opts.Data = Data{Erase: func(context.Context) (Erased, error) {
		return Erased{Wrong: errors.New("it may still start")}, nil
	}}
	st.shell.erase("/stick/copy.sqlite", func(error) { t.Error("it was told as not erased") })
	st.wantText(t, "All your data is erased.", "it may still start", "Your copy: /stick/copy.sqlite")
	st.wantNoText(t, "a folder is empty now.")
}

func TestErasingEndsTheAgentAndLeavesTheFolderEmpty(t *testing.T) {
	dir, stick := filepath.Join(t.TempDir(), "data"), t.TempDir()
	ended := make(chan struct{})
	agent, err := ipc.Listen(dir, ipc.Agent, func(m ipc.Message) ipc.Reply {
		if m.Do == ipc.DoQuit {
			close(ended)
		}
		return ipc.Reply{OK: true}
	})
	if err != nil {
		t.Fatal(err)
	}
	go func() {
		<-ended
		_ = agent.Close()
	}()
	window, err := ipc.Listen(dir, ipc.Window, quiet)
	if err != nil {
		t.Fatal(err)
	}
	h := newHold(t.Context(), dir, window, quiet)
	data := dataIn(h, noAgent)
	for range 2 {
		if _, err := data.BackUp(t.Context(), stick); err != nil {
			t.Fatal(err)
		}
	}
	if file, err := data.BackUp(t.Context(), dir); err == nil {
		t.Errorf("a copy was saved as %s, where all is erased", file)
	}
	done, err := data.Erase(t.Context())
	if err != nil || len(done.Left) > 0 {
		t.Fatalf("done %+v, %v", done, err)
	}
	if names, _ := os.ReadDir(dir); len(names) > 0 {
		t.Errorf("the folder has %v", names)
	}
	if names, _ := os.ReadDir(stick); len(names) != 2 {
		t.Errorf("the copies are %v", names)
	}
}

// noAgent is for where no agent is to be started.
func noAgent() error { return nil }

// quiet answers for a window that is asked something.
func quiet(ipc.Message) ipc.Reply { return ipc.Reply{OK: true} }

func TestAnAgentThatWasEndedForNothingIsStartedAgain(t *testing.T) {
	for _, c := range []struct {
		name   string
		agent  bool // one runs
		window bool // another window keeps all from being erased
		again  int
	}{
		{"it was ended and all was erased", true, false, 0},
		{"it was ended and not all was erased", true, true, 1},
		{"none ran and not all was erased", false, true, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "data")
			window, err := ipc.Listen(dir, ipc.Window, quiet)
			if err != nil {
				t.Fatal(err)
			}
			if c.agent {
				told := make(chan struct{}, 9)
				agent, err := ipc.Listen(dir, ipc.Agent, func(m ipc.Message) ipc.Reply {
					told <- struct{}{}
					return ipc.Reply{OK: true, PID: 7}
				})
				if err != nil {
					t.Fatal(err)
				}
				go func() {
					<-told
					_ = agent.Close()
				}()
			}
			h := newHold(t.Context(), dir, window, quiet)
			t.Cleanup(func() { h.leave(func() {}) })
			h.opened()
			if c.window {
				h.server = nil // as if another process held it
				t.Cleanup(func() { _ = window.Close() })
			}
			started := 0
			_, err = dataIn(h, func() error { started++; return nil }).Erase(t.Context())
			if (err != nil) != c.window || started != c.again {
				t.Errorf("it was started %d times, want %d (%v)", started, c.again, err)
			}
		})
	}
}

func TestNotesThatCouldNotBeErasedAreOpenedAgain(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	window, err := ipc.Listen(dir, ipc.Window, quiet)
	if err != nil {
		t.Fatal(err)
	}
	h := newHold(t.Context(), dir, window, quiet)
	t.Cleanup(func() { h.leave(func() {}) })
	if err := h.opened().service.SetSetting(t.Context(), "theme", "dark"); err != nil {
		t.Fatal(err)
	}
	data := dataIn(h, noAgent)
	h.leave(func() {})
	c, err := data.Again()
	if err != nil {
		t.Fatal(err)
	}
	all, err := c.Settings(t.Context())
	if err != nil || themeOf(all) != string(theme.AlwaysDark) {
		t.Errorf("the theme is %v, %v", themeOf(all), err)
	}
	if _, err := ipc.Listen(dir, ipc.Window, quiet); !errors.Is(err, ipc.ErrRunning) {
		t.Errorf("another window may open beside it: %v", err)
	}
}

func TestWhereNothingRunsThePageOffersToBeginAsTheFirstOneDoes(t *testing.T) {
	l := lives()["kept"](t)
	st := newStageOn(t, l.Service, phrase.New(locale.Format{}), theme.AlwaysLight, 960, 680)
	st.wantText(t, "Nothing to look after today.")
	for id, want := range map[string]string{"today.begin": "When did it end?", "today.coming": "When will it be?"} {
		st.tap(t, id)
		st.wantText(t, want)
		st.tap(t, "begin.back")
	}
}
