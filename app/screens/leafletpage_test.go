package screens

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/storage"

	"afterglow/app/choose"
	"afterglow/app/datadir"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/theme"
)

// roseLeaflet is a leaflet with a heading, a list, a sentence that asks for two things, and one that no rule understands.
const roseLeaflet = `Rose Street Clinic
Tel: 020 7946 0000

After your treatment
- No makeup for 24 hours.
- Avoid sauna, exercise and swimming for 3 days.
- Do not use retinol until your skin has healed.
- Wash your face with a gentle cleanser twice a day for 7 days.
- Wear SPF 50 every day.

Ask Ann at the desk about the parking.
Call us if you see pus or have a fever.
`

// leafletStage is the page, in a voice, look and size, with a data folder of its own.
func leafletStage(t testing.TB, v phrase.Voice, look theme.Choice, w, h float32) *stage {
	t.Helper()
	l := lives()["day1"](t)
	l.must(l.SetSetting(t.Context(), "theme", string(look)))
	st := newStageOn(t, l.Service, v, look, w, h)
	st.shell.opts.DataDir = t.TempDir()
	st.shell.Show(PageGuide)
	st.tap(t, "guide.plan.leaflet")
	return st
}

// pasteText pastes a text on the page.
func (st *stage) pasteText(t testing.TB, text string) {
	t.Helper()
	st.app.Clipboard().SetContent(text)
	st.tap(t, "paste.copied")
}

func plainStage(t testing.TB, w, h float32) *stage {
	t.Helper()
	return leafletStage(t, phrase.New(locale.Format{}), theme.AlwaysLight, w, h)
}

func TestALeafletBecomesADraftOfTheRowsThatWereTakenAlone(t *testing.T) {
	st := plainStage(t, 1100, 800)
	st.write(t, "paste.text", roseLeaflet)
	st.tap(t, "paste.read")
	st.wantText(t, "Check what was read", "0 rows of", "Not taken over", "Avoid: makeup; until 24 hours")
	st.tap(t, "paste.make")
	st.wantText(t, "Take at least one row first.")

	for _, p := range st.presses("paste.row.") {
		n := strings.TrimPrefix(p.ID, "paste.row.")
		is := "take"
		if strings.Contains(p.Label(), "sauna") {
			is = "drop"
		}
		st.tap(t, "paste.answer."+n+"."+is)
	}
	st.tap(t, "paste.make")
	st.wantText(t, "Make a plan already?", "left out", "marked as seen.", "Not now")
	st.tap(t, "sheet.no")
	st.tap(t, "paste.see_all")
	st.tap(t, "paste.make")
	if st.shell.page != PageStudio || st.shell.layers[leafletText] != nil {
		t.Fatalf("page %s, layer %v:\n%s", st.shell.page, st.shell.layers[leafletText], st.texts())
	}
	d := st.shell.writing.Draft
	if d == nil {
		t.Fatal("no draft is being written")
	}
	text := string(d.Text())
	for _, want := range []string{"020 7946 0000", `until = "24 hours"`, `says_so = "No makeup for 24 hours"`, "retinol", `format = 2`} {
		if !strings.Contains(text, want) {
			t.Errorf("the draft has no %s:\n%s", want, text)
		}
	}
	if strings.Contains(text, "sauna") {
		t.Errorf("what was dropped is in the draft:\n%s", text)
	}
	if _, err := d.Check(); err != nil {
		t.Errorf("the draft cannot be used: %v\n%s", err, text)
	}
	kept, err := os.ReadFile(filepath.Join(st.shell.opts.DataDir, datadir.DraftFile))
	if err != nil || string(kept) != text {
		t.Errorf("kept is %v:\n%s", err, kept)
	}
	st.shell.Show(PageGuide)
	st.tap(t, "guide.plan.leaflet")
	st.wantText(t, "Paste your clinic's leaflet")
}

func TestTheNumbersOfAListStandInNoRowOfTheirOwn(t *testing.T) {
	st := plainStage(t, 1100, 800)
	st.pasteText(t, "Aftercare\n\n1. No makeup for 24 hours.\n2. No sauna for 3 days.\nb) No gym for 2 days.\n\nSee page 12\n")
	st.wantText(t, "No makeup for 24 hours", "See page 12")
	for _, line := range strings.Split(st.texts(), "\n") {
		if line = strings.TrimSpace(line); line == "1." || line == "2." || line == "b)" {
			t.Errorf("%q stands alone:\n%s", line, st.texts())
		}
	}
}

func TestWhatIsNotAnsweredIsInNoPlanAndToldFirst(t *testing.T) {
	st := plainStage(t, 1100, 800)
	st.pasteText(t, roseLeaflet)
	st.tap(t, "paste.answer.1.take")
	st.tap(t, "paste.make")
	st.wantText(t, "rows have no answer yet.", "What has no answer is not in the plan.")
	st.tap(t, "sheet.yes")
	if rows := st.shell.writing.Draft.Rows(); len(rows) != 1 {
		t.Errorf("%d rows are in the draft", len(rows))
	}
}

func TestARowIsChangedInItsPlaceBeforeItIsTaken(t *testing.T) {
	st := plainStage(t, 1100, 800)
	st.write(t, "paste.text", roseLeaflet)
	st.tap(t, "paste.read")
	n := ""
	for _, p := range st.presses("paste.row.") {
		if strings.Contains(p.Label(), "makeup") {
			n = strings.TrimPrefix(p.ID, "paste.row.")
		}
	}
	st.tap(t, "paste.change."+n)
	st.write(t, "studio/until-number", "48")
	st.tap(t, "paste.unchanged")
	st.wantText(t, "Avoid: makeup; until 24 hours")
	st.tap(t, "paste.change."+n)
	st.write(t, "studio/until-number", "48")
	st.tap(t, "studio/rule.less")
	st.tap(t, "paste.changed")
	st.wantText(t, "1 row of", "Less: Makeup; until 48 hours")
	st.tap(t, "paste.make")
	st.tap(t, "sheet.yes")
	text := string(st.shell.writing.Draft.Text())
	if !strings.Contains(text, `until = "48h"`) || !strings.Contains(text, "soft = true") {
		t.Errorf("the plan is\n%s", text)
	}
}

func TestAnAnswerIsTakenBackByGivingItOnceMoreAndAllThatAreLeftAreTakenAtOnce(t *testing.T) {
	st := plainStage(t, 1100, 800)
	st.pasteText(t, roseLeaflet)
	all := len(st.presses("paste.row."))
	st.tap(t, "paste.answer.0.drop")
	st.tap(t, "paste.answer.1.take")
	st.tap(t, "paste.answer.1.take")
	st.wantText(t, fmt.Sprintf("Take all %d rows without a question", all-1))
	st.tap(t, "paste.take_all")
	st.wantText(t, fmt.Sprintf("%d rows of %d taken.", all-1, all))
	st.tap(t, "paste.see_all")
	if len(st.presses("paste.take_all")) != 0 || len(st.presses("paste.see_all")) != 0 {
		t.Error("there is still something to answer")
	}
}

func TestARowWithAQuestionIsTakenByItsOwnAnswerAlone(t *testing.T) {
	st := plainStage(t, 1100, 800)
	st.pasteText(t, "No makeup for 24 hours.\nAvoid sunbeds.\nNo scrubs for 5 days, peels 2 weeks.\nWear SPF 50 every day.\nAsk Ann about the parking.\n")
	st.wantText(t, "The leaflet names no end here. Does the row hold without an end?", "Is the row right about", "Yes, take it", "Take all 2 rows without a question")
	st.goTo(t, "paste.take_all")
	st.strike(t, fyne.KeyReturn)
	st.wantText(t, "2 rows of 5 taken.", "3 rows have no answer yet.")
	st.wantKeyboard(t, "all without a question taken", "paste.row.1")
	st.strike(t, fyne.KeyReturn) // pressed once too often it answers nothing
	st.wantText(t, "2 rows of 5 taken.")
	for _, n := range []string{"1", "2", "3"} {
		st.tap(t, "paste.answer."+n+".take")
	}
	st.goTo(t, "paste.see_all")
	st.strike(t, fyne.KeyReturn)
	st.wantText(t, "5 rows of 5 taken.")
	st.wantKeyboard(t, "nothing is left to decide", "paste.make")
}

func TestTheAnswersOfARowStayInSightWhileTheKeyboardIsOnIt(t *testing.T) {
	st := plainStage(t, 800, 480)
	st.pasteText(t, roseLeaflet)
	page := st.shell.leaflet.Object()
	d := fyne.CurrentApp().Driver()
	for n, words := range st.presses("paste.words.")[:5] { // of each of these one row was read
		for _, id := range []string{words.ID, fmt.Sprintf("paste.row.%d", n)} {
			st.goTo(t, id)
			answer := st.shell.k.Known(fmt.Sprintf("paste.answer.%d.take", n)).(fyne.CanvasObject)
			low := d.AbsolutePositionForObject(answer).Y + answer.Size().Height
			if foot := d.AbsolutePositionForObject(page).Y + page.Size().Height - page.FootHigh(); low > foot {
				t.Errorf("%s: the row's answer ends at %.0f, the foot begins at %.0f", id, low, foot)
			}
		}
	}
}

func TestAChosenRowIsMarkedInTheTextAndAChosenSentenceMarksItsRow(t *testing.T) {
	st := plainStage(t, 1100, 800)
	st.pasteText(t, roseLeaflet)
	find := func(prefix, words string) string {
		t.Helper()
		for _, p := range st.presses(prefix) {
			if strings.Contains(p.Label(), words) {
				return p.ID
			}
		}
		t.Fatalf("no %s says %q:\n%s", prefix, words, st.texts())
		return ""
	}
	row, sentence := find("paste.row.", "makeup"), find("paste.words.", "makeup")
	const words = "No makeup for 24 hours"
	for _, id := range []string{row, sentence} {
		st.goTo(t, id)
		st.strike(t, fyne.KeySpace)
		st.wantKeyboard(t, "chosen", id)
		if got := st.markedWords(); !strings.Contains(got, words) || strings.Contains(got, "retinol") {
			t.Errorf("%s marks %q", id, got)
		}
		st.strike(t, fyne.KeyReturn)
		if got := st.markedWords(); got != "" {
			t.Errorf("%s once more still marks %q", id, got)
		}
	}
}

// markedWords are the words of the text that are marked.
func (st *stage) markedWords() string {
	var all []string
	st.walk(func(o fyne.CanvasObject, _ fyne.Position, _ bool) {
		if p, ok := o.(*kit.Press); ok && strings.HasPrefix(p.ID, "paste.words.") {
			walk(p, fyne.Position{}, false, func(o fyne.CanvasObject, _ fyne.Position, _ bool) {
				if text, ok := o.(*canvas.Text); ok && text.Color == st.shell.k.P.Rose {
					all = append(all, text.Text)
				}
			})
		}
	})
	return strings.Join(all, " ")
}

func TestAFileIsChosenAndReadAndWhatIsNoneIsTold(t *testing.T) {
	st := plainStage(t, 900, 640)
	for _, c := range []struct{ name, file, says string }{
		{"empty.txt", " \n", "holds no text"},
		{"leaflet.docx", "PK\x03\x04 nothing", "the file is damaged"},
		{"photo.png", "\x89PNG\r\n\x1a\nxx", "none of the files that can be read"},
		{"rose.txt", roseLeaflet, "Check what was read"},
	} {
		path := writePlan(t, c.name, c.file)
		st.shell.opts.ChooseFile = func(_ context.Context, q choose.Question) (string, error) {
			if got := fmt.Sprint(q.Kinds[0].Endings); got != "[.txt .md .docx .pdf]" {
				t.Errorf("files of %s are offered", got)
			}
			return path, nil
		}
		st.tap(t, "paste.open")
		st.wantText(t, c.says)
	}
	st.wantText(t, "rose.txt")
}

func TestADroppedLeafletIsReadAndADroppedPlanIsStillAPlan(t *testing.T) {
	st := plainStage(t, 900, 640)
	st.shell.escape()
	if st.shell.layers[leafletText] != nil {
		t.Fatal("Esc does not leave the page")
	}
	drop := func(path string) { st.shell.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)}) }
	drop(writePlan(t, "leaflet.pdf", "no PDF"))
	st.wantText(t, "Make a plan from a leaflet", "the file is damaged")
	drop(writePlan(t, "rose.txt", roseLeaflet))
	st.wantText(t, "Check what was read")
	drop(clinicPlan(t))
	st.wantText(t, "Use this plan?")
	st.shell.escape()
	st.wantText(t, "Check what was read")
}

func TestAnotherDraftIsNotLostWithoutAWord(t *testing.T) {
	st := plainStage(t, 1100, 800)
	st.withDraft(t)
	st.pasteText(t, roseLeaflet)
	st.tap(t, "paste.take_all")
	st.tap(t, "paste.see_all")
	st.tap(t, "paste.make")
	st.wantText(t, "Another plan is being written.")
	st.tap(t, "sheet.no")
	st.wantText(t, "Check what was read")
	st.tap(t, "paste.make")
	st.tap(t, "sheet.yes")
	if st.shell.page != PageStudio {
		t.Errorf("page %s is on", st.shell.page)
	}
}

func TestAnswersOutliveThePageAndTheTheme(t *testing.T) {
	st := plainStage(t, 1100, 800)
	st.pasteText(t, roseLeaflet)
	st.tap(t, "paste.answer.0.take")
	st.shell.renew()
	st.wantText(t, "1 row of")
	st.tap(t, "paste.leave")
	st.tap(t, "guide.plan.leaflet")
	st.wantText(t, "1 row of")
	st.tap(t, "paste.again")
	st.wantText(t, "Your answers to this text are not kept then.")
	st.tap(t, "sheet.yes")
	st.wantText(t, "Paste your clinic's leaflet")
}

// hostileLeaflets are texts that no clinic wrote.
func hostileLeaflets() map[string]string {
	return map[string]string{
		"a megabyte":         strings.Repeat(roseLeaflet, 1<<20/len(roseLeaflet)),
		"no spaces":          strings.Repeat("x", 1<<20),
		"turned around":      "No makeup \u202efor 24 hours.\u202c\nلا مكياج لمدة 24 ساعة\n",
		"control characters": "No \x1b[31mmakeup\x07 for 24 hours.\x00\r\n\x85Avoid sun for 3 days.",
		"nothing but lines":  strings.Repeat("\n", 5000) + ".",
		"broken letters":     "No makeup for 24 hours \xff\xfe\xc3.",
		"many doubts":        strings.Repeat("If 3 then 4 unless 5. ", 400),
	}
}

func TestAHostileTextIsShownInPartsAndNothingOfItReachesOut(t *testing.T) {
	for name, text := range hostileLeaflets() {
		t.Run(name, func(t *testing.T) {
			st := plainStage(t, minWide, minHigh)
			st.pasteText(t, text)
			for _, c := range st.cut() {
				if !strings.HasSuffix(c, "is cut short") { // a long text is
					t.Error(c)
				}
			}
			shown := st.texts()
			for _, bad := range []string{"\u202e", "\x1b", "\x07", "\u0085"} {
				if strings.Contains(shown, bad) {
					t.Errorf("%q is on the page", bad)
				}
			}
			if n := len(st.ids()); n > 1000 {
				t.Errorf("%d things can be pressed", n)
			}
			if len(st.presses("paste.after")) > 0 {
				st.tap(t, "paste.after")
				st.wantText(t, "Part 2 of")
			}
		})
	}
}

func TestALongTextIsNotLaidOutInTheField(t *testing.T) {
	st := plainStage(t, 900, 640)
	field := st.entry(t, "paste.text")
	field.SetText(strings.Repeat("No makeup. ", 10_000))
	if field.Text != "" {
		t.Errorf("%d bytes stand in the field", len(field.Text))
	}
	st.wantText(t, "This text is too long for the field.")
}

func TestTheLeafletsPageIsReadWholeAtEverySizeInBothLooks(t *testing.T) {
	for _, z := range sizes {
		for _, look := range []theme.Choice{theme.AlwaysLight, theme.AlwaysDark} {
			t.Run(fmt.Sprintf("%.0f/%s", z[0], look), func(t *testing.T) {
				st := leafletStage(t, phrase.New(locale.Format{}), look, z[0], z[1])
				check := func() {
					t.Helper()
					for _, c := range append(st.cut(), st.misnamed()...) {
						t.Error(c)
					}
					wantLegible(t, st)
				}
				check()
				st.pasteText(t, roseLeaflet)
				check()
				st.tap(t, "paste.answer.0.take")
				st.tap(t, "paste.answer.1.drop")
				st.tap(t, "paste.row.2")
				st.tap(t, "paste.seen.0")
				check()
				st.tap(t, "paste.left.0")
				check()
			})
		}
	}
}

func TestEnterTwiceAtReadItThrowsNothingAwayAndTakesNothing(t *testing.T) {
	st := plainStage(t, 960, 680)
	st.entry(t, "paste.text").SetText(roseLeaflet)
	st.goTo(t, "paste.read")
	st.strike(t, fyne.KeyReturn, fyne.KeyReturn)
	if st.shell.layers[leafletText] == nil {
		t.Fatal("the page is closed")
	}
	st.wantText(t, "Check what was read", "0 rows of")
	if at := st.focus(); !strings.HasPrefix(at, "paste.words.") {
		t.Errorf("the keyboard is at %q", at)
	}
}
