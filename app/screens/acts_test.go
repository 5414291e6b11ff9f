package screens

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"afterglow/app/fault"
)

func TestWhatIsMeantOnceIsDoneOnceHoweverOftenItIsClicked(t *testing.T) {
	for _, c := range []struct {
		name  string
		click func(s *Shell)
		times int
	}{
		{"ticking off", func(s *Shell) { s.done("cleanse") }, 1},
		{"a longer wait", func(s *Shell) { s.extend("makeup") }, 1},
		{"a calm skin", func(s *Shell) { s.calm("makeup") }, 1},
		{"each glass is one more", func(s *Shell) { s.done("water") }, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := evening(t)
			st := newStage(t, f, false, 900, 640)
			var slow []func()
			st.shell.opts.Background = func(f func()) { slow = append(slow, f) }
			for range 3 {
				c.click(st.shell)
			}
			before := len(f.did)
			st.shell.opts.Background = func(f func()) { f() }
			for _, f := range slow {
				f()
			}
			if did := f.did[before:]; len(did) != c.times {
				t.Errorf("three clicks on a slow disk did %q, want %d", did, c.times)
			}
			c.click(st.shell)
			if did := f.did[before:]; len(did) != c.times+1 {
				t.Errorf("and one more click later did %q", did)
			}
		})
	}
}

func TestAnAnswerThatCouldNotBeKeptStaysOnTheScreen(t *testing.T) {
	f := evening(t)
	st := newStage(t, f, false, 900, 640)
	st.tap(t, "today.checkin")
	st.tap(t, "sheet.skin.calm")
	st.entry(t, "sheet.note").SetText("a little dry")
	f.fail = errors.New("the disk is full")
	st.tap(t, "sheet.keep")
	st.wantText(t, "the disk is full", "How does your skin feel?")
	if said := st.entry(t, "sheet.note").Text; said != "a little dry" {
		t.Errorf("the note is %q", said)
	}
	f.fail = nil
	st.tap(t, "sheet.keep")
	if feels := slices.DeleteFunc(slices.Clone(f.did), func(did string) bool { return !strings.HasPrefix(did, "feel calm") }); len(feels) != 2 || feels[0] != feels[1] {
		t.Errorf("it did %q, want the same twice", f.did)
	}
	st.wantNoText(t, "Soreness")
}

func TestWhatWasSaidAtTheFootGoesWithItsPage(t *testing.T) {
	st := newStage(t, evening(t), false, 900, 640)
	st.shell.done("cleanse")
	st.tap(t, "rail.today") // it stays where it was said
	st.wantText(t, "Undo")
	st.tap(t, "rail.guide")
	st.wantNoText(t, "Undo")
}

func TestNotesThatWereMendedAreToldUntilThatIsSeen(t *testing.T) {
	st := newStage(t, evening(t), false, 900, 640)
	st.shell.mended(fault.New("journal.mended", fault.Args{"Kept": "journal-damaged.sqlite", "Backup": "journal-2026-11-20.sqlite"}))
	st.wantText(t, "Your notes were mended", "They are kept as journal-damaged.sqlite.", "look in History")
	st.shell.Refresh()
	st.wantText(t, "Your notes were mended")
	st.tap(t, "sheet.no")
	st.wantNoText(t, "Your notes were mended")
}
