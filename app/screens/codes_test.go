package screens

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"afterglow/app/choose"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/plancode"
	"afterglow/app/plancode/picture"
	"afterglow/app/screens/theme"
)

// longPlan is a clinic's plan that takes several codes.
func longPlan(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile(clinicPlan(t))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.Write(text)
	for i := range 260 {
		fmt.Fprintf(&b, "# %x\n", uint64(i+1)*0x9E3779B97F4A7C15)
	}
	return b.String()
}

// drawnCodes are picture files of a plan's codes.
func drawnCodes(t testing.TB, plan string) (paths []string, codes []string) {
	t.Helper()
	codes, err := plancode.Encode([]byte(plan))
	if err != nil {
		t.Fatal(err)
	}
	for i, code := range codes {
		drawn, err := picture.PNG(code)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, writePlan(t, fmt.Sprintf("photo%d.PNG", i), string(drawn)))
	}
	return paths, codes
}

func TestAPhotoOfACodeShowsThePlanBeforeAnythingIsStored(t *testing.T) {
	st := newStage(t, dayOne(t), false, 900, 640)
	paths, _ := drawnCodes(t, longPlan(t))
	if len(paths) < 2 {
		t.Fatal("the test wants several codes")
	}
	st.shell.OpenPlan(paths[1])
	st.wantText(t, "One part of several", "still missing", "Choose a picture")
	rest := append([]string{}, paths[0])
	rest = append(rest, paths[2:]...)
	st.shell.opts.ChooseFile = func(context.Context, choose.Question) (string, error) {
		next := rest[0]
		rest = rest[1:]
		return next, nil
	}
	last := filepath.Base(rest[len(rest)-1])
	for len(rest) > 0 {
		st.tap(t, "sheet.yes")
	}
	st.wantText(t, "Use this plan?", "Rose Street, pen", "Nothing is stored yet.", last)
	if len(st.service.did) != 0 {
		t.Errorf("looking did %q", st.service.did)
	}
}

func TestPartsMayBeDroppedTogetherAndAnotherPlanBeginsAnew(t *testing.T) {
	st := newStage(t, dayOne(t), false, 900, 640)
	paths, _ := drawnCodes(t, longPlan(t))
	other, _ := drawnCodes(t, longPlan(t)+"# other\n")
	st.shell.OpenPlan(other[0])
	st.shell.close(panel)
	var dropped []fyne.URI
	for _, path := range paths {
		dropped = append(dropped, storage.NewFileURI(path))
	}
	st.shell.dropped(fyne.Position{}, dropped)
	st.wantText(t, "Use this plan?", "Rose Street, pen")
}

func TestACopiedCodeIsPastedByKeyAndFromTheGuide(t *testing.T) {
	_, codes := drawnCodes(t, longPlan(t))
	letter := "Dear Ms Lee,\n\n> " + strings.Join(codes, "\n> ") + "\n"
	st := newStage(t, dayOne(t), false, 900, 640)
	st.app.Clipboard().SetContent(letter)
	st.shell.pasted(&fyne.ShortcutPaste{Clipboard: st.app.Clipboard()})
	st.wantText(t, "Use this plan?", "Rose Street, pen", "the copied code")

	st = newStage(t, dayOne(t), false, 900, 640)
	st.shell.Show(PageGuide)
	st.app.Clipboard().SetContent("a shopping list")
	st.tap(t, "guide.plan.paste")
	st.wantText(t, "No plan code is copied.")
	st.app.Clipboard().SetContent(letter)
	st.tap(t, "guide.plan.paste")
	st.wantText(t, "Use this plan?")
}

func TestAPictureWithoutACodeIsToldAndAnotherMayBeChosen(t *testing.T) {
	st := newStage(t, dayOne(t), false, 900, 640)
	paths, codes := drawnCodes(t, longPlan(t))
	for _, c := range []struct{ name, file, says string }{
		{"photo.png", "\x89PNG\r\n\x1a\nxx", "no picture that can be read"},
		{"photo.jpg", strings.Replace(codes[0], codes[0][60:64], "AAAA", 1), "cannot be read as it is"},
	} {
		st.shell.OpenPlan(writePlan(t, c.name, c.file))
		st.wantText(t, "That did not work", c.says)
		st.shell.close(panel)
	}
	st.shell.OpenPlan(writePlan(t, "photo.png", "a text"))
	st.wantText(t, "This file cannot be used yet")
	st.tap(t, "plan.leave")
	st.shell.OpenPlan(filepath.Join(t.TempDir(), "gone.png"))
	st.wantText(t, "There is no file gone.png.")
	if missing, of := st.shell.parts.Missing(); of != 0 {
		t.Errorf("of what could not be read %v of %d are missing", missing, of)
	}
	st.shell.OpenPlan(paths[0])
	st.wantText(t, "One part of several")
}

func TestThePlanInUseIsShownAsACodeThatGivesItBack(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 900, Height: 640}, {Width: 640, Height: 400}} {
		l := newLife(t, at(21, 11, 30))
		l.treated(at(20, 15, 30), "face", "")
		st := newStageOn(t, l, phrase.New(locale.Format{}), theme.AlwaysLight, size.Width, size.Height)
		st.shell.Show(PageGuide)
		st.tap(t, "guide.plan.code")
		st.wantText(t, "as a code", "It holds the plan alone")
		st.tap(t, "code.copy")
		st.wantText(t, "Copied.")
		var all plancode.Collector
		if err := all.Add(st.app.Clipboard().Content()); err != nil {
			t.Fatal(err)
		}
		if plan, err := all.Plan(); err != nil || !strings.Contains(string(plan), `id = "essentials"`) {
			t.Errorf("it gave %v", err)
		}
		folder := t.TempDir()
		st.shell.opts.ChooseFile = func(context.Context, choose.Question) (string, error) { return folder, nil }
		st.tap(t, "code.save")
		st.wantText(t, "Saved as", "afterglow-plan.png")
		st.tap(t, "code.save")
		st.wantText(t, "is there already")
	}
}

func TestPartsThatComeAtOnceAreAllGathered(t *testing.T) {
	st := newStage(t, dayOne(t), false, 900, 640)
	paths, _ := drawnCodes(t, longPlan(t))
	var waiting []func() // the background is slow: all files are read before one is taken up
	st.shell.opts.OnUI = func(f func()) { waiting = append(waiting, f) }
	var dropped []fyne.URI
	for _, path := range paths {
		dropped = append(dropped, storage.NewFileURI(path))
	}
	st.shell.dropped(fyne.Position{}, dropped)
	for len(waiting) > 0 {
		next := waiting
		waiting = nil
		for _, f := range next {
			f()
		}
	}
	st.wantText(t, "Use this plan?", "Rose Street, pen")
}
