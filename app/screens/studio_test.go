package screens

import (
	"image"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

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
	st.typeIn(t, "studio/what", "mascara, lipstick")
	st.typeIn(t, "studio/says", "No mascara or lipstick until the redness is gone.")
	st.typeIn(t, "studio/name", "Rose Street")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`name = "Rose Street"`, `id = "rose-street"`, "[[windows]]", `id = "mascara-lipstick"`, `activities = ["mascara", "lipstick"]`, `avoid = "No mascara or lipstick."`, `says_so = "No mascara or lipstick until the redness is gone."`} {
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
	st.typeIn(t, "studio/condition", "")
	st.tap(t, "studio/row.windows/makeup")
	st.typeIn(t, "studio/until-number", "soon")
	st.tap(t, "studio/row.care/pillow")
	st.tap(t, "studio/use")
	if st.shell.writing.Row != "windows/makeup" || st.shell.layers[planFile] != nil {
		t.Errorf("row %q is open, layer %v", st.shell.writing.Row, st.shell.layers[planFile])
	}
	st.typeIn(t, "studio/until-said", "24h")
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

func TestASheetIsWrittenSentenceBySentenceWithEnterAlone(t *testing.T) {
	st, file := studioStage(t, false)
	st.tap(t, "studio/begin.empty")
	for _, sentence := range []string{"No makeup for 24 hours.", "No gym or sauna for 3 days.", "Wash your face twice a day for 7 days."} {
		if got := st.focus(); got != "studio/says" {
			t.Fatalf("a new row has the keyboard in %q", got)
		}
		st.write(t, "studio/says", sentence) // Enter fills it in
		if got := st.focus(); got != "studio/what" {
			t.Fatalf("after %q the keyboard is in %q", sentence, got)
		}
		st.wantText(t, "filled in from the sentence")
		st.entry(t, "studio/what").TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	text := kept(t, file)
	for _, want := range []string{`until = "24 hours"`, `activities = ["gym", "sauna"]`, `until = "3 days"`, `times_a_day = "2"`, `until = "7 days"`, `says_so = "No makeup for 24 hours."`} {
		if !strings.Contains(text, want) {
			t.Errorf("the draft has no %s:\n%s", want, text)
		}
	}
	st.shell.shortcuts()[fyne.KeyReturn]() // a row that says nothing yet is the next one already
	if again := kept(t, file); again != text {
		t.Errorf("a second empty row came:\n%s", again)
	}
	st.tap(t, "studio/use")
	if st.shell.layers[planFile] == nil {
		t.Errorf("the empty row at the end keeps the plan from being used:\n%s", st.texts())
	}
}

func TestASentenceThatNoRuleUnderstandsIsLeftToItsWriter(t *testing.T) {
	st, file := studioStage(t, false)
	st.tap(t, "studio/begin.empty")
	st.write(t, "studio/says", "Qwertz uiop asdf.")
	st.wantText(t, "This sentence is not understood.")
	if got := st.focus(); got != "studio/what" {
		t.Errorf("the keyboard is in %q", got)
	}
	if text := kept(t, file); !strings.Contains(text, `says_so = "Qwertz uiop asdf."`) {
		t.Errorf("the sentence is lost:\n%s", text)
	}
	st.tap(t, "studio/rule.do")
	if got := st.focus(); got != "studio/often" {
		t.Errorf("what is to be done asks how often next, and the keyboard is in %q", got)
	}
}

func TestASentenceOfSeveralInstructionsBecomesRowsThatAreTakenBackTogether(t *testing.T) {
	st, file := studioStage(t, true)
	before := kept(t, file)
	st.tap(t, "studio/row.windows/actives")
	st.tap(t, "studio/another")
	st.typeIn(t, "studio/says", "No botox and no filler for 1 week before and 1 week after.")
	with := kept(t, file)
	st.tap(t, "studio/fill")
	text := kept(t, file)
	for _, want := range []string{`name = "Botox"`, `name = "Filler"`} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s:\n%s", want, text)
		}
	}
	st.wantText(t, "The sentence became 2 rows.")
	st.tap(t, "studio/undo")
	if got := kept(t, file); got != with {
		t.Errorf("one step back leaves\n%s\nnot\n%s", got, with)
	}
	if !strings.Contains(before, "[[windows]]") || with == before {
		t.Error("nothing was written")
	}
}

func TestThePageIsLaidOutAnewInAWindowThatIsMadeNarrow(t *testing.T) {
	shown := func(sizes ...fyne.Size) image.Image {
		st, _ := studioStage(t, true)
		st.win.Resize(sizes[0])
		st.shell.Show(PageToday)
		st.shell.Show(PageStudio)
		for _, size := range sizes[1:] {
			st.win.Resize(size)
		}
		return st.picture()
	}
	wide, middle, narrow := fyne.NewSize(1500, 900), fyne.NewSize(1100, 700), fyne.NewSize(800, 480)
	for _, sizes := range [][]fyne.Size{{wide, narrow}, {wide, middle}, {narrow, wide}} {
		if !reflect.DeepEqual(shown(sizes...), shown(sizes[1])) {
			t.Errorf("from %v to %v the page is another one than in a window of that size", sizes[0], sizes[1])
		}
	}
}
