package screens

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"afterglow/app/ipc"
	"afterglow/app/journal"
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
	st.shell.opts.Data = Data{Erase: func(context.Context) ([]string, error) { erasedAll = true; return nil, nil }}
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

func TestWhatCannotBeErasedIsToldAndTheWindowGoesOn(t *testing.T) {
	st, _ := pastCourse(t)
	st.shell.opts.Data = Data{Erase: func(context.Context) ([]string, error) { return nil, errors.New("the agent stays") }}
	st.shell.openPanel(&sheets.Farewell{Folder: "a folder", Erase: st.shell.erase, Copy: func(answer func(string, error)) { answer("/stick/copy.sqlite", nil) }})
	st.tap(t, "sheet.yes")
	st.tap(t, "sheet.yes")
	st.wantText(t, "the agent stays")
	st.tap(t, "sheet.no")
	st.wantText(t, "Your face course is over.")
}

func TestErasingEndsTheAgentAndLeavesTheFolderEmpty(t *testing.T) {
	dir, stick := filepath.Join(t.TempDir(), "data"), t.TempDir()
	j, err := journal.Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
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
	window, err := ipc.Listen(dir, ipc.Window, func(ipc.Message) ipc.Reply { return ipc.Reply{OK: true} })
	if err != nil {
		t.Fatal(err)
	}
	data := dataIn(dir, opened{journal: j}, func() {
		_ = j.Close()
		_ = window.Close()
	})
	for range 2 {
		if _, err := data.BackUp(t.Context(), stick); err != nil {
			t.Fatal(err)
		}
	}
	if file, err := data.BackUp(t.Context(), dir); err == nil {
		t.Errorf("a copy was saved as %s, where all is erased", file)
	}
	left, err := data.Erase(t.Context())
	if err != nil || len(left) > 0 {
		t.Fatalf("left %v, %v", left, err)
	}
	if names, _ := os.ReadDir(dir); len(names) > 0 {
		t.Errorf("the folder has %v", names)
	}
	if names, _ := os.ReadDir(stick); len(names) != 2 {
		t.Errorf("the copies are %v", names)
	}
}
