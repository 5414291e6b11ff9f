package screens

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"afterglow/app/choose"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/theme"
)

func TestThePlanIsPrintedWithTheTimesOfTheTreatment(t *testing.T) {
	l := newLife(t, at(21, 11, 30))
	l.treatedByClinic(at(20, 15, 30))
	st := newStageOn(t, l, phrase.New(locale.Format{}), theme.AlwaysLight, 900, 640)
	folder := t.TempDir()
	st.shell.opts.ChooseFile = func(context.Context, choose.Question) (string, error) { return folder, nil }
	st.shell.Show(PageGuide)
	st.tap(t, "guide.plan.print")
	st.wantText(t, "Your plan on paper", "With my times", "A4 paper")
	st.tap(t, "print.save")
	st.wantText(t, "Saved on one page", "Open to print")
	with, err := os.ReadFile(filepath.Join(folder, "afterglow-plan.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	st.tap(t, "print.letter.on")
	st.wantNoText(t, "Saved on one page")
	st.tap(t, "print.save")
	st.wantText(t, "is there already")
	if again, err := os.ReadFile(filepath.Join(folder, "afterglow-plan.pdf")); err != nil || string(again) != string(with) {
		t.Error("the sheet that was there is another one")
	}
}

func TestWithoutATreatmentThePlanIsPrintedAsItIs(t *testing.T) {
	l := newLife(t, at(21, 11, 30))
	st := newStageOn(t, l, phrase.New(locale.Format{}), theme.AlwaysLight, 640, 400)
	folder := t.TempDir()
	st.shell.opts.ChooseFile = func(context.Context, choose.Question) (string, error) { return folder, nil }
	st.shell.printPlan()
	st.wantNoText(t, "With my times")
	st.tap(t, "print.save")
	st.wantText(t, "Saved on 2 pages")
}
