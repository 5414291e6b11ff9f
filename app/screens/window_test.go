package screens

import (
	"context"
	"image"
	"runtime/debug"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"afterglow/app/journal"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/theme"
	"afterglow/app/service"
)

// Hundreds of windows are made here, and Fyne keeps what it drew of each for a minute: the collector is to keep up with it.
func init() { debug.SetMemoryLimit(5 << 30) }

// fakeLogin is "open at login" in memory.
type fakeLogin struct {
	on   bool
	fail error
}

func (l *fakeLogin) On() (bool, error) { return l.on, nil }
func (l *fakeLogin) Set(on bool) error { l.on = on; return l.fail }

// stage is a window with its shell on the test driver.
type stage struct {
	dials   bool // a program of the computer takes telephone numbers
	app     fyne.App
	win     fyne.Window
	shell   *Shell
	service *fake
	login   *fakeLogin
	note    error    // what a test notification answers
	invent  *life    // the example, once it was opened
	late    []func() // what waits in the background, once that is slow
	own     []any    // more that holds a plan's and a person's own words
}

func newStage(t testing.TB, f *fake, dark bool, width, height float32) *stage {
	t.Helper()
	return newStageIn(t, f, phrase.New(locale.Format{}), dark, width, height)
}

// newStageIn is newStage in a voice.
func newStageIn(t testing.TB, f *fake, v phrase.Voice, dark bool, width, height float32) *stage {
	t.Helper()
	look := theme.AlwaysLight
	if dark {
		look = theme.AlwaysDark
	}
	for i := range f.settings {
		if f.settings[i].Key == "theme" {
			f.settings[i].Value = string(look)
		}
	}
	st := newStageOn(t, f, v, look, width, height)
	st.service = f
	return st
}

// newStageOn is a window over any service; st.service stays nil.
func newStageOn(t testing.TB, c Service, v phrase.Voice, look theme.Choice, width, height float32) *stage {
	t.Helper()
	a := test.NewApp()
	t.Cleanup(a.Quit)
	a.Settings().SetTheme(theme.New(look))
	w := a.NewWindow("Afterglow")
	st := &stage{app: a, win: w, login: &fakeLogin{}}
	st.shell = NewShell(a, w, Options{
		DataDir: "a folder", Version: "0.1.0", Autostart: st.login,
		Voice:      v,
		TestNote:   func(context.Context) (string, error) { return "", st.note },
		Dials:      func(context.Context) bool { return st.dials },
		Example:    st.example,
		Server:     &aServer{},
		Background: func(f func()) { f() },
		OnUI:       func(f func()) { f() },
		Tick:       func(time.Duration, func()) func() { return func() {} },
	})
	w.Resize(fyne.NewSize(width, height))
	st.shell.Ready(c, nil)
	return st
}

// example opens a real journal in memory, at the moment that the window shows.
func (st *stage) example(ctx context.Context) (Example, error) {
	j, err := journal.InMemory(ctx)
	if err != nil {
		return Example{}, err
	}
	st.invent = &life{journal: j, now: st.shell.state.scene.Now}
	st.invent.Service = service.New(j, st.invent, nil)
	return Example{st.invent, func() { _ = j.Close() }}, nil
}

func (st *stage) picture() image.Image { return st.win.Canvas().Capture() }
