package askbox

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"afterglow/app/ask"
	"afterglow/app/record"
)

// fewKnown is a list as a label has it, with four names that we know.
const fewKnown = "Aqua, Glycerin, Retinol, Glycolic Acid, Panthenol, Parfum"

// longUnknown is a list of which we know nothing.
var longUnknown = strings.TrimSuffix(strings.Repeat("Xylometh Oxalatum, ", 14), ", ")

func TestAPastedListOfIngredientsLeadsToProductsAndAQuestionDoesNot(t *testing.T) {
	st := newStage(t)
	for _, c := range []struct {
		name, text string
		list       bool
	}{
		{"a short list of known names", fewKnown, true},
		{"a long list of unknown names", longUnknown, true},
		{"a list with the word for one in front", "Ingredients: " + fewKnown, true},
		{"things to ask about", "sauna, wine, makeup, running", false},
		{"two ingredients", "retinol, glycolic acid", false},
		{"a long question", strings.Repeat("my skin is tight and it feels hot when i smile, ", 5), false},
		{"a short list of unknown names", "xylometh, oxalatum, brebum, sil", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			st.win.Canvas().Focus(st.box.field.Entry)
			st.box.field.Entry.SetText(c.text)
			if !c.list {
				st.key(fyne.KeyReturn)
				st.hides("list of ingredients")
				st.did = nil
				return
			}
			st.shows("This looks like a list of ingredients")
			st.hides("not yet", "understood")
			st.key(fyne.KeyReturn)
			st.wantDid() // a list is nothing to be asked again
			st.tap("ask.list")
			st.wantDid("check " + c.text)
			st.did = nil
		})
	}
}

func TestAListThatIsLongerThanTheFieldIsCarriedOverWhole(t *testing.T) {
	st := newStage(t)
	whole := strings.Repeat(fewKnown+", ", 12) + "Linalool"
	st.win.Canvas().Focus(st.box.field.Entry)
	st.box.field.Entry.SetText(whole)
	if n := len([]rune(st.box.field.Entry.Text)); n != ask.Longest {
		t.Fatalf("the field holds %d letters", n)
	}
	st.box.field.Entry.CursorColumn = ask.Longest
	st.types("x") // the field is full
	st.dress(true)
	st.tap("ask.list")
	st.wantDid("check " + whole)

	st.win.Canvas().Focus(st.box.field.Entry)
	st.box.field.Entry.CursorColumn, st.did = ask.Longest, nil
	st.key(fyne.KeyBackspace)
	st.tap("ask.list")
	if st.wantDid("check " + st.state.Text); st.state.List != "" {
		t.Error("what was cut off is not forgotten once the rest is changed")
	}
}

func TestAReasonToCallIsToldAlsoAmongTheNamesOfIngredients(t *testing.T) {
	st := newStage(t)
	text := "fever after " + strings.ToLower(fewKnown)
	st.scene.fixed[text] = fever
	st.win.Canvas().Focus(st.box.field.Entry)
	st.box.field.Entry.SetText(text)
	st.shows("Fever or chills")
	st.hides("list of ingredients")
}

func TestTheWholeListOfReasonsToCallIsLeftToItsPage(t *testing.T) {
	st := newStage(t)
	st.types("when to call")
	st.shows("When to call: your plan has a list", "When to call my clinic")
	st.hides("Fever", "Keep for my clinic", "Says who?")
	st.tap("ask.calls")
	st.wantDid("calls")
}

func TestWhatIsKeptForTheClinicLeadsToItsPage(t *testing.T) {
	st := newStage(t)
	st.scene.notes = []record.ClinicQuestion{{ID: 1, Text: "tattoo"}}
	st.types("tattoo")
	st.hides("Keep for my clinic")
	st.tap("ask.kept")
	st.wantDid("kept")
}

func TestWhoPressesAButtonThatGoesAwayIsBackInTheField(t *testing.T) {
	for text, button := range map[string]string{"sauna": "ask.tell", "tattoo": "ask.keep"} {
		st := newStage(t)
		st.types(text)
		st.tap(button)
		if st.focus() != "ask" {
			t.Errorf("after %s the keyboard is at %q", button, st.focus())
		}
	}
}

func TestWhoWroteDownWhatTheClinicSaidIsNotSentToAskTheSame(t *testing.T) {
	st := newStage(t)
	st.scene.notes = []record.ClinicQuestion{{ID: 1, Text: "may I get a tattoo", Topics: []string{"tattoo"}, Answer: "after four weeks", AnsweredAt: at(20, 9, 0)}}
	st.types("tattoo")
	st.shows("after four weeks", "your plan does not say", "For anything else, ask your clinic.", "Keep for my clinic")
	if strings.Contains(st.texts(), "\nAsk your clinic.") {
		t.Errorf("it says:\n%s", st.texts())
	}
}
