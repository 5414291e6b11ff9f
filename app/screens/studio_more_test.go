package screens

import (
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
	"afterglow/app/screens/studio"
)

// studioOf is the page with this plan on it, and the file that keeps it.
func studioOf(t *testing.T, text string) (*stage, string) {
	t.Helper()
	st, file := studioStage(t, false)
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	st.shell.Show(PageToday)
	delete(st.shell.views, PageStudio)
	st.shell.writing = studio.State{}
	st.shell.Show(PageStudio)
	return st, file
}

// kept is the draft that is kept.
func kept(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestTheFormShowsEveryKeyThatItWritesAndWritesWhatIsTyped(t *testing.T) {
	every, err := os.ReadFile("../studio/testdata/every.toml")
	if err != nil {
		t.Fatal(err)
	}
	st, file := studioOf(t, string(every))
	for _, c := range []struct{ row, field, typed, want string }{
		{"windows/sun", "says", "Stay in the shade.", `says_so = "Stay in the shade."`},
		{"windows/sun", "what", "sunbathing, terrace", `activities = ["sunbathing", "terrace"]`},
		{"windows/sun", "except", "evening walk", `except = ["evening walk"]`},
		{"windows/sun", "text", "Stay in.", `avoid = "Stay in."`},
		{"windows/sun", "from-number", "3", `from = "-3d" # before, too`},
		{"windows/sun", "until-number", "8", `until = "8d"`},
		{"windows/sun", "condition", "the pink has gone", `condition = "the pink has gone"`},
		{"windows/sun", "then", "SPF 30", `then = "SPF 30"`},
		{"windows/sun", "then-until-number", "2", `then_until = "2 months"`},
		{"windows/sun", "then-avoid", "beach", `then_avoid = ["beach"]`},
		{"windows/sun", "hours", "11:00-15:00", `hours = "11:00-15:00"`},
		{"windows/sun", "situation", "in a garden", `situation = "in a garden"`},
		{"windows/sun", "extend-number", "2", `extend = "2d"`},
		{"windows/sun", "after", "Begin with a hat.", `after = "Begin with a hat."`},
		{"windows/sun", "why", "It marks.", `why = "It marks."`},
		{"windows/sun", "area", "scalp", `area = ["scalp"]`},
		{"windows/sun", "depth-over", "0.4", "depth_over_mm = 0.4"},
		{"windows/sun", "depth-upto", "2.2", "depth_up_to_mm = 2.2"},
		{"windows/makeup", "usually-number", "6 to 8", `usually = "6 to 8 days"`},
		{"windows/makeup", "allowed-number", "10", `allowed_from = "10h"`},
		{"windows/sun/windows.when", "until-number", "11", `until = "11d"`},
		{"windows/sun/windows.when", "usually-number", "13", `usually = "13d"`},
		{"windows/sun/windows.when", "then-until-number", "3", `then_until = "3 months"`},
		{"windows/sun/windows.when#2", "until-number", "30", `add = "30h" # on top`},
		{"routines/ice", "what", "Cold pack", `name = "Cold pack"`},
		{"routines/ice", "text", "In a cloth.", `how = "In a cloth."`},
		{"routines/ice", "often", "every 3 hours", `every = "3 hours"`},
		{"routines/ice", "for-number", "5 to 10", `for = "5 to 10 minutes"`},
		{"routines/ice", "from-number", "100", `from = "100m"`},
		{"routines/ice", "ask", "Ice now?", `ask = "Ice now?"`},
		{"routines/ice", "useful-number", "2", `useful_for = "2h"`},
		{"routines/ice", "allowed-number", "2", `allowed_from = "2h"`},
		{"routines/ice/routines.stages", "until-number", "5", `until = "5h"`},
		{"routines/ice/routines.stages#2", "text", "Only water.", `how = "Only water."`},
		{"routines/ice/routines.stages#2", "often", "every 4 hours", `every = "4 hours"`},
		{"routines/ice/routines.when", "from-number", "3", `from = "3h"`},
		{"routines/ice/routines.when", "allowed-number", "100", `allowed_from = "100m"`},
		{"routines/ice/routines.when", "until-number", "5", `until = "5d"`},
		{"routines/wash", "often", "09:00, bedtime", `times = ["09:00", "bedtime"]`},
		{"routines/spray", "often", "5 times a day", `times_a_day = "5"`},
		{"routines/drink", "often", "7 glasses", `amount = "7 glasses"`},
		{"phases/peeling", "from-number", "4", `from = "4d"`},
		{"phases/calming", "text", "red skin", `expect = "red skin"`},
		{"care/moist", "never", "rubbing", `never = ["rubbing"]`},
		{"care/moist", "what", "ointment", `about = ["ointment"]`},
		{"care/moist", "situation", "at work", `situation = "at work"`},
		{"call/still-red", "from-number", "6", `still_after = "6d"`},
		{"call/still-red", "text", "Still red.", `text = "Still red."`},
		{"spacing/", "from-number", "5", `from = "5w"`},
		{"spacing/", "sessions", "4", "sessions = 4"},
		{"spacing/", "text", "5 weeks", `text = "5 weeks"`},
		{"spacing//spacing.when", "until-number", "9", `until = "9w"`},
		{"clinic/", "phone", "0123", `phone = "0123" # the front desk`},
		{"products:avoid", "what", "menthol", `avoid = ["menthol"]`},
		{"products.waits/", "what", "lactic acid", `avoid = ["lactic acid"]`},
	} {
		if st.shell.writing.Row != c.row {
			st.tap(t, "studio/row."+c.row)
		}
		st.typeIn(t, "studio/"+c.field, c.typed)
		if got := kept(t, file); !strings.Contains(got, c.want) {
			t.Errorf("%s: %q written into %s does not give %s", c.row, c.typed, c.field, c.want)
		}
	}
	for _, c := range []struct{ row, press, gone string }{
		{"windows/sun", "calm", `and_when = "calm"`},
		{"windows/sun", "sensitive", "sensitive = true\n"},
		{"windows/sun", "rule.avoid", "soft = true"},
		{"routines/ice", "prescribed", `situation = "prescribed"`},
		{"routines/ice/routines.stages", "none", "none = true"},
	} {
		if st.shell.writing.Row != c.row {
			st.tap(t, "studio/row."+c.row)
		}
		st.tap(t, "studio/"+c.press)
		if got := strings.Count(kept(t, file), c.gone); got != strings.Count(string(every), c.gone)-1 {
			t.Errorf("%s: %s does not take %s away", c.row, c.press, c.gone)
		}
	}
}

func TestALengthIsTypedWithItsUnitAndShownAsItWasUnderstood(t *testing.T) {
	st, file := studioStage(t, true)
	st.tap(t, "studio/row.windows/makeup")
	st.typeIn(t, "studio/until-number", "2 weeks")
	if got := kept(t, file); !strings.Contains(got, `until = "2w"`) {
		t.Errorf("2 weeks are kept as\n%s", got)
	}
	if got := st.entry(t, "studio/until-number").Text; got != "2 weeks" {
		t.Errorf("while it has the keyboard the field says %q", got)
	}
	st.typeIn(t, "studio/what", "makeup")
	if got := st.entry(t, "studio/until-number").Text; got != "2" {
		t.Errorf("left, the field says %q", got)
	}
	st.wantText(t, "weeks")
}

func TestWhatAnotherKindOfRowCannotSayIsToldAndComesBack(t *testing.T) {
	st, file := studioStage(t, true)
	before := kept(t, file)
	st.tap(t, "studio/row.windows/makeup")
	st.tap(t, "studio/rule.do")
	st.wantText(t, "Choose the kind from before, and it is there again.")
	st.wantText(t, "Allowed all the same: mineral makeup")
	st.wantText(t, "1 part")
	st.tap(t, "studio/rule.avoid")
	if after := kept(t, file); !strings.Contains(after, `except = ["mineral makeup"]`) || !strings.Contains(after, "[[windows.when]]") || strings.Count(after, "\n") != strings.Count(before, "\n") {
		t.Errorf("it came back as\n%s\nand was\n%s", after, before)
	}
}

func TestADepthThatIsNoNumberIsTold(t *testing.T) {
	st, _ := studioStage(t, true)
	st.tap(t, "studio/row.windows/makeup/windows.when")
	st.typeIn(t, "studio/depth-over", "deep")
	st.wantText(t, "Write the depth as a number of millimetres")
}

func TestADigitTypedWhereAnEndIsChosenBeginsItsLength(t *testing.T) {
	st, file := studioStage(t, false)
	st.tap(t, "studio/begin.empty")
	st.typeIn(t, "studio/what", "sun")
	press, is := st.shell.k.Known("studio/until").(*kit.Press)
	if !is {
		t.Fatal("the end is not chosen from a list")
	}
	st.win.Canvas().Focus(press)
	press.TypedRune('2')
	for _, r := range "4 hours" {
		st.win.Canvas().Focused().TypedRune(r)
	}
	if got := kept(t, file); !strings.Contains(got, `until = "24h"`) {
		t.Errorf("it is kept as\n%s", got)
	}
}

func TestNewRowsStandInTheOrderOfTheirSheet(t *testing.T) {
	st, file := studioStage(t, false)
	st.tap(t, "studio/begin.empty")
	for _, sentence := range []string{"No makeup for 24 hours.", "Drink plenty of water.", "Sleep on a clean pillowcase.", "No sauna for 3 days."} {
		st.tap(t, "studio/add")
		st.typeIn(t, "studio/says", sentence)
		st.tap(t, "studio/fill")
	}
	text, last := kept(t, file), 0
	for _, name := range []string{"Makeup", "Sauna", "Drink plenty of water", "Sleep on a clean pillowcase"} {
		at := strings.Index(text, `name = "`+name)
		if at < last {
			t.Errorf("%s stands too early, or not at all:\n%s", name, text)
		}
		last = at
	}
}

func TestARowIsReachedAndOpenedByKeys(t *testing.T) {
	st, _ := studioStage(t, true)
	canvas := st.win.Canvas()
	canvas.Focus(st.shell.k.Known("studio/row.windows/makeup"))
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn} { // past the part of makeup
		canvas.Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
	if row := st.shell.writing.Row; row != "windows/sweat" {
		t.Errorf("the row %q is open", row)
	}
	if id, _ := kit.FocusID(canvas.Focused()); id != "studio/says" {
		t.Errorf("the keyboard is at %q", id)
	}
	canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if id, _ := kit.FocusID(canvas.Focused()); id != "studio/what" {
		t.Errorf("behind the sentence the keyboard is at %q", id)
	}
	canvas.Focus(st.shell.k.Known("studio/row.call/worried"))
	canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if id, _ := kit.FocusID(canvas.Focused()); id != "studio/text" {
		t.Errorf("behind the sentence of a call the keyboard is at %q", id)
	}
}
