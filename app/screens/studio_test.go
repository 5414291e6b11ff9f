package screens

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"afterglow/app/datadir"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/studio"
	"afterglow/app/screens/theme"
)

// sheetDraft is a clinic's plan that is being written: some of it is right, some is not yet.
const sheetDraft = `format = 2
id = "rose-street"
name = "Rose Street Clinic"
version = "2026-11"

[clinic]
name = "Rose Street Clinic"
phone = "01234 567890"

[[sources]]
id = "sheet"
title = "Rose Street Clinic"
strength = "clinic"

# as Ann said on the phone
[[windows]]
id = "makeup"
name = "Makeup"
avoid = "No makeup, except mineral makeup."
until = "24h"
except = ["mineral makeup"]
says_so = "Please do not wear makeup for 24 hours. Mineral makeup is fine."
  [[windows.when]]
  device = ["rf"]
  until = "48h"

[[windows]]
id = "sweat"
name = "Exercise, sauna"
avoid = "No exercise, no sauna."
until = "5 to 7 days"
activities = ["exercise", "sauna"]
says_so = "No exercise or sauna until your skin has calmed down."

[[windows]]
id = "actives"
name = "Retinol, acids"
avoid = "No retinol, no acids."
until = "calm"
usually = "5d"
condition = "the flaking is over"
activities = ["retinol", "acids"]
says_so = "Stop retinol and acids until the flaking is over, usually 5 days."

[[routines]]
id = "cleanse"
name = "Gentle cleanser"
how = "Lukewarm water and a gentle cleanser."
times = ["08:00", "20:30"]
until = "7d"
says_so = "Wash twice a day with a gentle cleanser for 7 days."

[[care]]
id = "pillow"
name = "Fresh pillowcase"
text = "Sleep on a fresh pillowcase."

[[call]]
id = "worried"
text = "Anything that worries you."
act = "clinic"
`

// withDraft has the data folder keep a draft.
func (st *stage) withDraft(t testing.TB) {
	t.Helper()
	st.shell.opts.DataDir = t.TempDir()
	if err := os.WriteFile(filepath.Join(st.shell.opts.DataDir, datadir.DraftFile), []byte(sheetDraft), 0o600); err != nil {
		t.Fatal(err)
	}
}

// studioStage is the page with an empty data folder, or one that keeps a draft.
func studioStage(t *testing.T, kept bool) (*stage, string) {
	t.Helper()
	l := lives()["day1"](t)
	st := newStageOn(t, l.Service, phrase.New(locale.Format{}), theme.AlwaysLight, 1500, 900)
	st.shell.opts.DataDir = t.TempDir()
	if kept {
		st.withDraft(t)
	}
	st.shell.Show(PageStudio)
	return st, filepath.Join(st.shell.opts.DataDir, datadir.DraftFile)
}

func TestAPlanIsWrittenFromNothingAndKeptAtEachLetter(t *testing.T) {
	st, file := studioStage(t, false)
	st.tap(t, "studio/begin.empty")
	st.write(t, "studio/what", "mascara, lipstick")
	st.write(t, "studio/says", "No mascara or lipstick until the redness is gone.")
	st.write(t, "studio/name", "Rose Street")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`name = "Rose Street"`, `id = "rose-street"`, "[[windows]]", `id = "makeup"`, `activities = ["mascara", "lipstick"]`, `avoid = "No mascara or lipstick."`, `says_so = "No mascara or lipstick until the redness is gone."`} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the draft that is kept has no %s:\n%s", want, text)
		}
	}
	st.tap(t, "studio/undo")
	if got := st.entry(t, "studio/name").Text; got != "Our clinic's plan" {
		t.Errorf("taken back, the plan is called %q", got)
	}
	st.tap(t, "studio/redo")

	again, _ := studioStage(t, false)
	again.shell.opts.DataDir = filepath.Dir(file)
	again.shell.writing = studio.State{}
	delete(again.shell.views, PageStudio)
	again.shell.Show(PageStudio)
	again.wantText(t, "Mascara, lipstick")
}

func TestARowSaysWhatMayBeWrongAndWhatItsPatientHears(t *testing.T) {
	st, _ := studioStage(t, true)
	st.tap(t, "studio/row.windows/sweat")
	st.wantText(t, "The sheet's sentence gives no figure", `Asked about "exercise"`, "After 1 hour")
	st.tap(t, "studio/row.windows/makeup")
	if got := st.entry(t, "studio/says").Text; got != "Please do not wear makeup for 24 hours. Mineral makeup is fine." {
		t.Errorf("the sheet's sentence is %q", got)
	}
	st.tap(t, "studio/until-number.more")
	if got := st.entry(t, "studio/until-number").Text; got != "25" {
		t.Errorf("one step more than 24 hours is %s", got)
	}
	st.wantText(t, "The sheet's sentence does not say 25 hours.")
}

func TestAPlanThatIsNotRightYetIsNotUsedButItsRowIsOpened(t *testing.T) {
	st, _ := studioStage(t, true)
	st.tap(t, "studio/row.windows/actives")
	st.write(t, "studio/condition", "")
	st.tap(t, "studio/row.windows/makeup")
	st.write(t, "studio/until-number", "soon")
	st.tap(t, "studio/row.care/pillow")
	st.tap(t, "studio/use")
	if st.shell.writing.Row != "windows/makeup" || st.shell.layers[planFile] != nil {
		t.Errorf("row %q is open, layer %v", st.shell.writing.Row, st.shell.layers[planFile])
	}
	st.write(t, "studio/until-said", "24h")
	st.tap(t, "studio/use")
	if st.shell.layers[planFile] == nil {
		t.Errorf("a plan that is right is not shown before it is used:\n%s", st.texts())
	}
}

func TestADamagedDraftIsSetAsideAndToldAndNeverWrittenOver(t *testing.T) {
	st, file := studioStage(t, false)
	for n, name := range []string{"plan-draft-damaged.toml", "plan-draft-damaged-2.toml"} {
		damaged := strings.Repeat("\x00\xff= [", n+1)
		if err := os.WriteFile(file, []byte(damaged), 0o600); err != nil {
			t.Fatal(err)
		}
		delete(st.shell.views, PageStudio)
		st.shell.writing = studio.State{}
		st.shell.Show(PageToday)
		st.shell.Show(PageStudio)
		st.wantText(t, "cannot be read any more", name)
		st.tap(t, "studio/begin.empty")
		if aside, err := os.ReadFile(filepath.Join(filepath.Dir(file), name)); err != nil || string(aside) != damaged {
			t.Errorf("%s has %q, %v", name, aside, err)
		}
		if kept, err := os.ReadFile(file); err != nil || !strings.Contains(string(kept), "format = 2") {
			t.Errorf("the new draft is %q, %v", kept, err)
		}
	}
}

func TestADraftThatCannotBeKeptSaysSo(t *testing.T) {
	st, file := studioStage(t, true)
	st.shell.opts.DataDir = filepath.Join(filepath.Dir(file), "gone")
	delete(st.shell.views, PageStudio)
	st.shell.Show(PageStudio)
	st.tap(t, "studio/row.care/pillow")
	st.tap(t, "studio/remove")
	st.wantText(t, "This draft is not kept on this computer")
}
