package screens

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"afterglow/app/fault"
	"afterglow/app/locale"
	"afterglow/app/screens/products"
	"afterglow/app/service"
	"afterglow/guidance"
)

// paste puts a list into the field of Products, which must be on.
func (st *stage) paste(t testing.TB, list string) {
	t.Helper()
	e := st.entry(t, "products.list")
	st.win.Canvas().Focus(e)
	e.SetText(list)
}

func productStage(t testing.TB, f *fake) *stage {
	st := newStage(t, f, false, minWide, minHigh)
	st.shell.Show(PageProducts)
	return st
}

func questionStage(t testing.TB, f *fake) *stage {
	st := newStage(t, f, false, minWide, minHigh)
	st.shell.Show(PageQuestions)
	return st
}

func TestAPastedListIsAnsweredAtOnce(t *testing.T) {
	st := productStage(t, dayOne(t))
	st.wantText(t, "Nothing is on your shelf yet.")
	st.paste(t, serumLabel)
	st.wantText(t, "ingredients to wait with or leave out", "Not yet, until Wednesday 15:30, in 4 days", "Retinol and Glycolic Acid",
		"Cetearyl Alcohol: A fatty alcohol.", "Sodium Obscurate and Polyglyceryl-9 Nothingate. That does not mean they suit you.")
	if len(st.service.did) > 0 {
		t.Errorf("to look wrote down %q", st.service.did)
	}
	st.paste(t, creamLabel)
	st.wantNoText(t, "Retinol")
	st.tap(t, "products.clear")
	st.wantNoText(t, "Keep on my shelf", "Panthenol")
	if st.entry(t, "products.list").Text != "" || st.focus() != "products.list" {
		t.Errorf("the field is not empty, or the keyboard is at %q", st.focus())
	}
}

func TestAListIsPastedWithoutAClickIntoTheField(t *testing.T) {
	st := productStage(t, dayOne(t))
	for _, list := range []string{oddLabel, serumLabel} {
		st.win.Canvas().Unfocus()
		st.app.Clipboard().SetContent(list)
		st.shell.pasted(&fyne.ShortcutPaste{Clipboard: st.app.Clipboard()})
		if got := st.entry(t, "products.list").Text; got != list || st.focus() != "products.list" {
			t.Errorf("the field says %q, the keyboard is at %q", got, st.focus())
		}
	}
	st.shell.Show(PageToday)
	st.shell.pasted(&fyne.ShortcutPaste{Clipboard: st.app.Clipboard()})
	st.shell.Show(PageProducts)
	if got := st.entry(t, "products.list").Text; got != serumLabel {
		t.Errorf("pasted on another page, the field says %q", got)
	}
}

func TestMoreThanAnyLabelHasIsRefusedAndWhatStoodThereStays(t *testing.T) {
	book := strings.Repeat("Call me Ishmael. ", 4000)
	for way, put := range map[string]func(*stage){
		"with the keyboard": func(st *stage) {
			st.app.Clipboard().SetContent(book)
			st.entry(t, "products.list").TypedShortcut(&fyne.ShortcutPaste{Clipboard: st.app.Clipboard()})
		},
		"with the mouse": func(st *stage) { st.entry(t, "products.list").SetText(book) },
	} {
		t.Run(way, func(t *testing.T) {
			st := productStage(t, dayOne(t))
			st.paste(t, "Retinol")
			put(st)
			st.wantText(t, "That is more than any label has.")
			if got := st.entry(t, "products.list").Text; got != "Retinol" {
				t.Errorf("the field says %d letters: %.20q", len(got), got)
			}
			st.paste(t, "Retinol, Aqua")
			st.wantText(t, "Not yet, until Wednesday 15:30")
		})
	}
}

func TestNoProductIsCalledFitForUse(t *testing.T) {
	for _, scene := range []func(testing.TB) *fake{dayOne, nothing} {
		for _, list := range []string{serumLabel, creamLabel, oddLabel} {
			st := productStage(t, scene(t))
			st.paste(t, list)
			for _, never := range []string{"safe", "fine", "Yes", "OK", "suitable"} {
				if strings.Contains(st.texts(), never) {
					t.Errorf("of %q the page says %q", list, never)
				}
			}
		}
	}
}

func TestWithoutATreatmentItIsSaidWhoseWaitsTheseAre(t *testing.T) {
	st := productStage(t, nothing(t))
	st.paste(t, serumLabel)
	st.wantText(t, "No treatment is entered.")
}

func TestIfAPlanCannotBeReadNothingIsSaidOfAnyProduct(t *testing.T) {
	f := stocked(t)
	f.scene.Courses, f.status.Unread = nil, fault.New("refusal.no_product", fault.Args{"Number": 7})
	st := productStage(t, f)
	st.paste(t, serumLabel)
	st.tap(t, "products.shelf.2")
	st.wantText(t, "That product is not on your shelf any more", creamLabel)
	st.wantNoText(t, "Not yet", "Wait", "asks for no wait here", "Keep on my shelf")
}

func TestWhatIsNoListIsSaidBeneathTheField(t *testing.T) {
	st := productStage(t, dayOne(t))
	st.paste(t, noLabel)
	st.wantText(t, "There is no ingredient in that.")
	st.wantNoText(t, "Keep on my shelf")
	st.paste(t, "  \n ")
	st.wantNoText(t, "There is no ingredient in that.")
}

func TestAProductIsKeptByNameAndStandsOnTheShelf(t *testing.T) {
	st := productStage(t, dayOne(t))
	st.paste(t, serumLabel)
	st.tap(t, "products.keep")
	st.wantText(t, "Nothing is written there")
	if st.focus() != "products.name" {
		t.Errorf("the keyboard is at %q, not at the name", st.focus())
	}
	st.write(t, "products.name", "Night serum")
	st.wantDid(t, "keep Night serum: "+serumLabel)
	st.wantText(t, "Night serum is on your shelf.", "Wait until Wednesday 15:30, in 4 days: Retinol and Glycolic Acid")
	st.wantNoText(t, "Keep on my shelf")
	st.tap(t, "toast.undo")
	st.wantDid(t, "undo 97")
}

func TestAListIsTakenFromATextFile(t *testing.T) {
	type file struct {
		name, text string
		fits       bool
	}
	var chosen file
	st := newStage(t, dayOne(t), false, minWide, minHigh)
	state := products.State{Text: "Retinol"}
	page := products.New(st.shell.k, products.Actions{Open: func(_ int64, answer func(string, []byte, bool)) {
		answer(chosen.name, []byte(chosen.text), chosen.fits)
	}}, &state)
	st.win.SetContent(page.Object())
	page.Show(products.Model{Scene: st.service.scene})
	for name, c := range map[string]struct {
		file        file
		want, state string
	}{
		"a list":     {file{"Night serum.txt", creamLabel, true}, "Petrolatum", creamLabel},
		"a picture":  {file{"photo.png", "\xff\xfe\x00", true}, "That is no text.", "Retinol"},
		"a huge one": {file{"book.txt", "", false}, "more than any label has", "Retinol"},
		"no name":    {file{".txt", oddLabel, true}, "Nothing here is on our list.", oddLabel},
	} {
		t.Run(name, func(t *testing.T) {
			st.entry(t, "products.list").SetText("Retinol")
			chosen = c.file
			st.tap(t, "products.open")
			st.wantText(t, c.want)
			if state.Text != c.state {
				t.Errorf("the field says %q", state.Text)
			}
			if name == "a list" && state.Name != "Night serum" {
				t.Errorf("the product is called %q", state.Name)
			}
		})
	}
}

func TestAProductIsOpenedWithItsListAndClosed(t *testing.T) {
	st := productStage(t, stocked(t))
	st.wantNoText(t, "Its list of ingredients")
	st.tap(t, "products.shelf.1")
	st.wantText(t, "Its list of ingredients", serumLabel, "Not yet, until Wednesday 15:30, in 4 days", "kept Wednesday 20:05")
	st.tap(t, "products.kept.1")
	st.wantText(t, "Micro Needling Aftercare")
	st.shell.escape()
	st.tap(t, "products.shelf.2")
	st.wantText(t, creamLabel)
	st.wantNoText(t, serumLabel)
	st.tap(t, "products.shelf.2")
	st.wantNoText(t, "Its list of ingredients")
}

func TestAProductIsRenamed(t *testing.T) {
	st := productStage(t, stocked(t))
	st.tap(t, "products.shelf.2")
	st.tap(t, "products.rename")
	e := st.entry(t, "products.new_name")
	if e.Text != "Barrier cream" || st.focus() != "products.new_name" {
		t.Fatalf("the field says %q, the keyboard is at %q", e.Text, st.focus())
	}
	st.write(t, "products.new_name", "")
	st.wantText(t, "Nothing is written there")
	st.write(t, "products.new_name", "Day cream")
	st.wantDid(t, "rename 2: Day cream")
	st.wantText(t, "It is now called Day cream.", "Undo")
	if st.focus() != "products.rename" {
		t.Errorf("the keyboard is at %q", st.focus())
	}
}

func TestEscLeavesAFieldAndWritesNothing(t *testing.T) {
	st := productStage(t, stocked(t))
	st.tap(t, "products.shelf.2")
	st.tap(t, "products.rename")
	e := st.entry(t, "products.new_name")
	e.SetText("Nonsense")
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	st.wantNoText(t, "Its new name")
	st.shell.Show(PageQuestions)
	st.tap(t, "questions.says.1")
	e = st.entry(t, "questions.answer")
	e.SetText("Nonsense")
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	st.wantNoText(t, "Nonsense")
	if len(st.service.did) > 0 {
		t.Errorf("it did %q", st.service.did)
	}
}

func TestAProductIsRemovedAndBroughtBack(t *testing.T) {
	st := productStage(t, stocked(t))
	st.tap(t, "products.shelf.1")
	st.tap(t, "products.remove")
	st.wantDid(t, "remove product 1")
	st.wantText(t, "Night serum is off your shelf.", "Barrier cream")
	st.wantNoText(t, "Its list of ingredients")
	st.tap(t, "toast.undo")
	st.wantDid(t, "undo 99")
}

func TestWhatIsPastedStaysOverReadingsThemesAndPages(t *testing.T) {
	st := productStage(t, stocked(t))
	st.paste(t, "Retinol")
	field := st.entry(t, "products.list")
	field.CursorColumn = 3
	st.shell.Refresh()
	st.stroke('x')
	if e := st.entry(t, "products.list"); e != field || e.Text != "Retxinol" || st.focus() != "products.list" {
		t.Errorf("the field says %q, the keyboard is at %q", e.Text, st.focus())
	}
	st.entry(t, "products.name").SetText("Serum")
	st.tap(t, "products.shelf.2")
	st.service.SetSetting(t.Context(), "theme", "dark")
	st.shell.Refresh()
	st.shell.Show(PageQuestions)
	st.entry(t, "questions.new").SetText("Scabs")
	st.tap(t, "questions.says.2")
	st.entry(t, "questions.answer").SetText("Leave")
	st.service.SetSetting(t.Context(), "theme", "light")
	st.shell.Refresh()
	for id, want := range map[string]string{"questions.new": "Scabs", "questions.answer": "Leave"} {
		if got := st.entry(t, id).Text; got != want {
			t.Errorf("%s says %q", id, got)
		}
	}
	st.shell.Show(PageProducts)
	for id, want := range map[string]string{"products.list": "Retxinol", "products.name": "Serum"} {
		if got := st.entry(t, id).Text; got != want {
			t.Errorf("%s says %q", id, got)
		}
	}
	st.wantText(t, "Its list of ingredients")
}

func TestAnAnswerMovesWithTheClock(t *testing.T) {
	st := productStage(t, stocked(t))
	st.paste(t, "Retinol")
	st.wantText(t, "Not yet, until Wednesday 15:30, in 4 days")
	now := at(24, 17, 50)
	st.service.scene.Now, st.service.status.Now = now, now
	st.shell.Refresh()
	st.wantText(t, "Not yet, until tomorrow 15:30, in 21 h 40")
}

func TestAQuestionIsKeptAndToldOnce(t *testing.T) {
	st := questionStage(t, dayOne(t))
	st.wantText(t, "You keep no question yet.", "Rose Street Skin", "Phone 020 7946 0000")
	st.write(t, "questions.new", "May I fly?")
	st.wantDid(t, "keep the question May I fly?")
	st.wantText(t, "To ask my clinic", "kept 17:50", "Kept for your clinic: May I fly?", "Undo")
	if st.entry(t, "questions.new").Text != "" || st.focus() != "questions.new" {
		t.Errorf("the field says %q, the keyboard is at %q", st.entry(t, "questions.new").Text, st.focus())
	}
	st.write(t, "questions.new", "may i fly")
	st.wantText(t, "You keep that question already.")
	if n := len(st.service.did); n != 1 {
		t.Errorf("it was kept %d times", n)
	}
}

func TestAQuestionIsCrossedOffAskedAgainAndRemoved(t *testing.T) {
	st := questionStage(t, stocked(t))
	st.tap(t, "questions.cross.1")
	st.wantDid(t, "cross off 1")
	st.wantText(t, "Crossed off: Niacinamide?", "crossed off 17:50")
	st.tap(t, "toast.undo")
	st.wantDid(t, "undo 94")
	st.tap(t, "questions.again.4")
	st.wantDid(t, "open 4")
	st.press(t, "questions.cross.4")
	st.tap(t, "questions.remove.4")
	st.wantDid(t, "remove question 4")
	st.wantText(t, "Removed: Arnica?", "Undo")
}

func TestWhatTheClinicSaidIsWrittenDownAndChanged(t *testing.T) {
	st := questionStage(t, stocked(t))
	st.tap(t, "questions.says.1")
	if st.focus() != "questions.answer" {
		t.Errorf("the keyboard is at %q", st.focus())
	}
	st.write(t, "questions.answer", "")
	st.wantText(t, "Nothing is written there")
	st.write(t, "questions.answer", "after 5 days")
	st.wantDid(t, "answer 1: after 5 days")
	st.wantText(t, "My clinic says: after 5 days", "answered 17:50", "Noted. My clinic says: after 5 days.")
	st.tap(t, "questions.says.1")
	if got := st.entry(t, "questions.answer").Text; got != "after 5 days" {
		t.Errorf("to change it, the field says %q", got)
	}
}

func TestAClinicWithoutANumberLeadsToWhereItIsWritten(t *testing.T) {
	f := stocked(t)
	f.scene.Plan.Clinic = guidance.Clinic{}
	st := questionStage(t, f)
	st.wantText(t, "Its phone number is not written down.")
	st.tap(t, "questions.settings")
	if st.shell.page != PageSettings || st.focus() != "settings.phone" {
		t.Errorf("the window shows %s, the keyboard is at %q", st.shell.page, st.focus())
	}
}

// keptScenes are the two pages with all that can be open on them.
func keptScenes() map[string]func(t *testing.T, st *stage) {
	return map[string]func(t *testing.T, st *stage){
		"a pasted list": func(t *testing.T, st *stage) { st.shell.Show(PageProducts); st.paste(t, serumLabel) },
		"nothing known": func(t *testing.T, st *stage) { st.shell.Show(PageProducts); st.paste(t, oddLabel) },
		"no list":       func(t *testing.T, st *stage) { st.shell.Show(PageProducts); st.paste(t, noLabel) },
		"no name": func(t *testing.T, st *stage) {
			st.shell.Show(PageProducts)
			st.paste(t, creamLabel)
			st.tap(t, "products.keep")
		},
		"kept": func(t *testing.T, st *stage) {
			st.shell.Show(PageProducts)
			st.paste(t, creamLabel)
			st.write(t, "products.name", "Night serum")
		},
		"a product": func(t *testing.T, st *stage) { st.shell.Show(PageProducts); st.tap(t, "products.shelf.1") },
		"a name": func(t *testing.T, st *stage) {
			st.shell.Show(PageProducts)
			st.tap(t, "products.shelf.3")
			st.tap(t, "products.rename")
		},
		"no list kept": func(t *testing.T, st *stage) { st.shell.Show(PageProducts); st.tap(t, "products.shelf.4") },
		"a removal": func(t *testing.T, st *stage) {
			st.shell.Show(PageProducts)
			st.tap(t, "products.shelf.1")
			st.tap(t, "products.remove")
		},
		"an answer": func(t *testing.T, st *stage) { st.shell.Show(PageQuestions); st.tap(t, "questions.says.2") },
		"no answer": func(t *testing.T, st *stage) {
			st.shell.Show(PageQuestions)
			st.tap(t, "questions.says.2")
			st.tap(t, "questions.note")
		},
		"noted": func(t *testing.T, st *stage) {
			st.shell.Show(PageQuestions)
			st.tap(t, "questions.says.2")
			st.write(t, "questions.answer", "leave them")
		},
		"a twin":  func(t *testing.T, st *stage) { st.shell.Show(PageQuestions); st.write(t, "questions.new", "Scabs?") },
		"crossed": func(t *testing.T, st *stage) { st.shell.Show(PageQuestions); st.tap(t, "questions.cross.2") },
		"a new one": func(t *testing.T, st *stage) {
			st.shell.Show(PageQuestions)
			st.write(t, "questions.new", "Niacinamide")
		},
	}
}

func TestNothingOfWhatIsKeptIsCutOff(t *testing.T) {
	for name, open := range keptScenes() {
		st := newStage(t, stocked(t), false, minWide, minHigh)
		open(t, st)
		for _, c := range st.cut() {
			t.Errorf("%s: %s", name, c)
		}
	}
}

func TestTabReachesAllOfWhatIsKeptAndIsCaughtNowhere(t *testing.T) {
	for name, open := range keptScenes() {
		st := newStage(t, stocked(t), false, minWide, minHigh)
		open(t, st)
		c := st.win.Canvas()
		c.Unfocus()
		reached := st.byKeys(t, 80)
		for _, id := range st.ids() {
			if !reached[id] {
				t.Errorf("%s: Tab never reaches %q", name, id)
			}
		}
	}
}

// own are words of a label and of our list of ingredients, which the catalog does not have.
type own struct{ Name, Text, Why, After string }

func ownOf(sc service.Scene) (all []own) {
	for _, list := range []string{serumLabel, creamLabel, oddLabel, noLabel} {
		all = append(all, own{Text: list})
		c, err := sc.Check(list)
		if err != nil {
			continue
		}
		for _, f := range append(c.Found, c.Noted...) {
			all = append(all, own{f.Name, f.Note, f.Figure, f.Window}, own{f.Word, f.Rule, f.Why, f.After})
		}
		for _, name := range c.Unknown {
			all = append(all, own{Name: name})
		}
	}
	return append(all, own{"leave them", "after 3 days, with a mask on", "Niacinamide", "Night serum"})
}

func TestWhatIsKeptSpeaksFromTheCatalogAloneAndIsReadWhole(t *testing.T) {
	for name, open := range keptScenes() {
		t.Run(name, func(t *testing.T) {
			st := newStageIn(t, stocked(t), pseudoVoice(t, locale.Hours12), true, minWide, minHigh)
			st.own = append(st.own, ownOf(st.service.scene))
			open(t, st)
			st.wantPseudo(t, name)
		})
	}
}

// A list has to be answered and laid out within a frame, 16 ms; drawing it is Fyne's part.
func BenchmarkALongList(b *testing.B) {
	f := stocked(b)
	for len(f.scene.Shelf) < service.MostProducts {
		f.scene.Shelf = append(f.scene.Shelf, f.scene.Shelf[0])
	}
	st := productStage(b, f)
	e := st.entry(b, "products.list")
	for b.Loop() {
		e.SetText(serumLabel + ", " + creamLabel)
		e.SetText(serumLabel)
	}
}

func TestWhatIsToldCoversNoFieldAtTheFoot(t *testing.T) {
	st := newStage(t, essentials(t, dayOne(t)), false, 960, 680)
	st.shell.Show(PageProducts)
	st.shell.say("Told.")
	low := st.shell.foot.Position().Y
	st.paste(t, "Aqua, Retinol, Parfum")
	foot := st.shell.scrolling().FootHigh()
	if up := low - st.shell.foot.Position().Y; foot == 0 || up != foot {
		t.Errorf("it stands %.0f higher above a foot of %.0f", up, foot)
	}
	st.tap(t, "products.clear")
	if st.shell.foot.Position().Y != low {
		t.Error("it does not come down again")
	}
}
