package screens

import (
	"bytes"
	"context"
	"image"
	_ "image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"afterglow/app/choose"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/theme"
)

// onDayOne is the window on a life, a day after a treatment by the clinic's plan, with a folder to save in.
func onDayOne(t *testing.T, w, h float32) (*stage, string) {
	t.Helper()
	l := newLife(t, at(21, 11, 30))
	l.treatedByClinic(at(20, 15, 30))
	st := newStageOn(t, l, phrase.New(locale.Format{}), theme.AlwaysLight, w, h)
	folder := t.TempDir()
	st.shell.opts.ChooseFile = func(context.Context, choose.Question) (string, error) { return folder, nil }
	return st, folder
}

func TestAMomentIsShownToAPhoneFromTodayAndTheOthersFollow(t *testing.T) {
	st, _ := onDayOne(t, 900, 640)
	st.tap(t, "today.phone")
	st.wantText(t, "To my phone", "Point your phone", "1 of ")
	st.tap(t, "phone.later")
	st.wantText(t, "2 of ")
	st.tap(t, "phone.form")
	st.wantText(t, "Show the first form again")
	st.tap(t, "phone.discreet")
	st.wantText(t, "Reminder ")
	st.wantNoText(t, "wait ends")
}

func TestAWaitsCardShowsItsOwnEndToAPhone(t *testing.T) {
	st, _ := onDayOne(t, 900, 640)
	for _, w := range st.shell.state.status.Windows {
		if w.ID == "makeup" {
			st.shell.windowSheet(w)
		}
	}
	st.tap(t, "sheet.phone")
	st.wantText(t, "Makeup: wait ends 15:30", "Sat 21 Nov, 15:30")
}

func TestAnAnswerLeadsToThePhoneIfItsEndIsKnown(t *testing.T) {
	st, _ := onDayOne(t, 900, 640)
	for question, known := range map[string]bool{"makeup": true, "when to call": false} {
		st.shell.Show(PageAsk)
		st.write(t, "ask", question)
		if got := slices.Contains(st.ids(), "ask.phone"); got != known {
			t.Errorf("%s: the way to the phone is there: %v, want %v", question, got, known)
		}
	}
	st.write(t, "ask", "makeup")
	st.tap(t, "ask.phone")
	st.wantText(t, "wait ends 15:30")
}

func TestTheCalendarFileIsSavedAndSavedAgain(t *testing.T) {
	st, folder := onDayOne(t, 640, 400)
	st.shell.Show(PagePhone)
	st.tap(t, "phone.part.file")
	st.wantText(t, "Google Calendar")
	for range 2 {
		st.tap(t, "phone.save")
		st.wantText(t, "Saved as")
	}
	text, err := os.ReadFile(filepath.Join(folder, "afterglow.ics"))
	if err != nil || !strings.Contains(string(text), "SUMMARY:Makeup: wait ends 15:30") {
		t.Fatalf("%v, the file is\n%s", err, text)
	}
	if err := os.WriteFile(filepath.Join(folder, "afterglow.ics"), []byte("somebody else's"), 0o600); err != nil {
		t.Fatal(err)
	}
	st.tap(t, "phone.save")
	st.wantText(t, "is there already")
	st.wantNoText(t, "Saved as")
}

func TestOfTheExampleNothingGoesToAPhone(t *testing.T) {
	l := newLife(t, at(21, 11, 30))
	st := newStageOn(t, l, phrase.New(locale.Format{}), theme.AlwaysLight, 900, 640)
	st.shell.showExample()
	st.shell.toPhone(nil)
	st.wantText(t, "Enter a treatment of your own first.")
	st.wantNoText(t, "Point your phone")
}

func TestWithoutAMomentThePhonePanelSaysSo(t *testing.T) {
	l := newLife(t, at(21, 11, 30))
	st := newStageOn(t, l, phrase.New(locale.Format{}), theme.AlwaysLight, 900, 640)
	st.shell.Show(PagePhone)
	st.wantText(t, "no moment to come")
}

func TestACardForTheLockScreenIsSeenAndSaved(t *testing.T) {
	st, folder := onDayOne(t, 900, 640)
	st.shell.Show(PagePhone)
	st.tap(t, "phone.part.lock")
	st.wantText(t, "keeps free where your phone shows its clock")
	st.tap(t, "phone.dark.on")
	st.tap(t, "phone.size.1")
	st.tap(t, "phone.save_card")
	st.wantText(t, "Saved as", "Open it")
	st.tap(t, "phone.size.0")
	st.wantNoText(t, "Saved as")
	st.tap(t, "phone.save_card")
	for name, want := range map[string]image.Point{"afterglow-card.png": {X: 1170, Y: 2532}, "afterglow-card-2.png": {X: 1080, Y: 2400}} {
		file, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		if size, _, err := image.DecodeConfig(bytes.NewReader(file)); err != nil || size.Width != want.X || size.Height != want.Y {
			t.Errorf("%s: %d x %d, %v", name, size.Width, size.Height, err)
		}
	}
}

func TestAPageForTheFridgeIsSaved(t *testing.T) {
	st, folder := onDayOne(t, 640, 400)
	st.shell.Show(PagePhone)
	st.tap(t, "phone.part.paper")
	st.tap(t, "phone.letter.on")
	st.tap(t, "phone.save_card")
	st.wantText(t, "Saved as")
	if file, err := os.ReadFile(filepath.Join(folder, "afterglow-card.pdf")); err != nil || !bytes.Contains(file, []byte("/MediaBox [0 0 612.00 792.00]")) {
		t.Errorf("%v, %d bytes", err, len(file))
	}
}
