package askbox

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"afterglow/app/ask"
	"afterglow/app/record"
)

func TestTheAnswerStandsThereWhileOneTypes(t *testing.T) {
	st := newStage(t)
	st.types("sauna")
	st.shows("Sauna: not yet", "Heat, pool", "Exercise")
	if st.state.Text != "sauna" || !st.state.Open {
		t.Errorf("the box is at %+v", st.state)
	}
	if st.did != nil {
		t.Errorf("typing alone did %q", st.did)
	}
}

func TestHalfAWordIsNotCalledUnknown(t *testing.T) {
	st := newStage(t)
	st.types("sau")
	st.hides("understood", "Did you mean")
	st.types("n")
	st.shows("Sauna: not yet")
	st.types("xx") // no word any more: the last answer stays until the question is settled
	st.shows("Sauna: not yet")
	st.hides("understood")
	st.pause()
	st.shows("understood", "Did you mean")
	st.hides("not yet")
}

func TestEnterSettlesAQuestionAndRemembersIt(t *testing.T) {
	st := newStage(t)
	st.types("nonsense")
	st.hides("understood")
	st.key(fyne.KeyReturn)
	st.shows("understood")
	st.wantDid() // there is no answer to come back to
	if st.pause != nil {
		t.Error("the pause still runs")
	}
	st.key(fyne.KeyEscape)
	st.types("sauna")
	st.key(fyne.KeyReturn)
	st.wantDid("remember sauna")
}

func TestWhatIsNotUnderstoodCanBePickedFromTheNearest(t *testing.T) {
	st := newStage(t)
	st.types("suana")
	st.key(fyne.KeyEnter)
	st.tap("ask.near.sauna")
	st.shows("Sauna: not yet")
	if st.state.Text != "Sauna" || st.focus() != "ask" {
		t.Errorf("the field says %q, and the keyboard is at %q", st.state.Text, st.focus())
	}
}

func TestEscClearsAndThenLeaves(t *testing.T) {
	st := newStage(t)
	st.types("sauna")
	st.key(fyne.KeyEscape)
	if st.state != (State{Open: true}) || st.box.field.Entry.Text != "" || st.focus() != "ask" {
		t.Fatalf("after one Esc the box is at %+v, the keyboard at %q", st.state, st.focus())
	}
	st.hides("Sauna: not yet")
	st.key(fyne.KeyEscape)
	if st.state != (State{}) || st.focus() != "" {
		t.Errorf("after two the box is at %+v, the keyboard at %q", st.state, st.focus())
	}
}

func TestTheArrowKeysReachAllThatIsBelowTheField(t *testing.T) {
	st := newStage(t, "makeup")
	st.types("sauna")
	var way []string
	for range st.box.order {
		st.key(fyne.KeyDown)
		way = append(way, st.focus())
	}
	if got, want := strings.Join(way, " "), "ask.says ask.tell ask.phone ask.lane "; !strings.HasPrefix(got, want) || !strings.HasSuffix(got, "ask.common.2 ask.forget ask.before.1") {
		t.Errorf("down leads to %s", got)
	}
	for range way {
		st.key(fyne.KeyUp)
	}
	if st.focus() != "ask" {
		t.Errorf("all the way up lies %q", st.focus())
	}
}

func TestTheFieldOutlivesThePageAndTheTheme(t *testing.T) {
	st := newStage(t)
	st.types("sauna")
	field := st.box.field.Entry
	field.CursorColumn = 2
	st.box.Show(st.model)
	st.box.do.Turn()
	if st.win.Canvas().Focused() != field || field.CursorColumn != 2 || field.Text != "sauna" {
		t.Errorf("after the page was built anew the field says %q, its caret at %d", field.Text, field.CursorColumn)
	}
	st.dress(true)
	if e := st.box.field.Entry; e.Text != "sauna" || e.CursorColumn != len("sauna") {
		t.Errorf("in the other theme the field says %q, its caret at %d", e.Text, e.CursorColumn)
	}
	st.shows("Sauna: not yet")
}

func TestTheAnswerIsThatOfTheMomentThatWasReadLast(t *testing.T) {
	st := newStage(t, "makeup")
	st.types("sauna")
	over := makeup
	over.Topics = sauna.Topics
	st.scene.fixed["sauna"] = over
	st.box.Show(st.model)
	st.shows("Sauna: yes")
	st.hides("not yet")
}

func TestAVeryLongQuestionIsCut(t *testing.T) {
	st := newStage(t)
	st.win.Canvas().Focus(st.box.field.Entry)
	st.box.field.Entry.SetText(strings.Repeat("ß ", ask.Longest))
	if n := len([]rune(st.box.field.Entry.Text)); n != ask.Longest {
		t.Errorf("%d letters stand in the field", n)
	}
	st.key(fyne.KeyReturn)
	if n := len([]rune(st.state.Shown)); n == 0 || n > ask.Longest {
		t.Errorf("%d letters are asked", n)
	}
}

func TestSpacesAreNoQuestion(t *testing.T) {
	st := newStage(t)
	st.types("   ")
	st.key(fyne.KeyReturn)
	if st.did != nil || st.scene.asked > 0 && st.state.Shown != "" {
		t.Errorf("it did %q and shows an answer to %q", st.did, st.state.Shown)
	}
}

func TestATabThatPassesLeavesThePageAsItIs(t *testing.T) {
	st := newStage(t)
	st.win.Canvas().Focus(st.box.field.Entry)
	if st.state.Open || st.turns != 1 {
		t.Errorf("the box took the page: %+v", st.state)
	}
	st.box.field.Entry.OnPress()
	if !st.state.Open {
		t.Error("a click does not open it")
	}
}

func TestAPauseThatIsOverSaysNothingOfWhatWasClearedMeanwhile(t *testing.T) {
	st := newStage(t)
	st.types("zz")
	late := st.pause
	st.key(fyne.KeyEscape)
	late()
	st.hides("understood")
}

func TestEachActReachesTheWindow(t *testing.T) {
	for name, c := range map[string]struct{ ask, tap, want string }{
		"tell me when":    {"sauna", "ask.tell", "tell Sauna heat,sweat"},
		"says who":        {"sauna", "ask.says", "says Sauna: not yet"},
		"the timeline":    {"sauna", "ask.lane", "lane heat"},
		"the calls":       {"fever", "ask.calls", "calls"},
		"keep what":       {"tattoo", "ask.keep", "keep tattoo"},
		"keep what it is": {"fever", "ask.keep", "keep fever"},
		"forget":          {"sauna", "ask.forget", "forget"},
		"ask again":       {"sauna", "ask.before.1", "remember makeup"},
	} {
		t.Run(name, func(t *testing.T) {
			st := newStage(t, "makeup")
			st.types(c.ask)
			st.tap(c.tap)
			st.wantDid(c.want)
		})
	}
}

func TestTellMeWhenIsOfferedOnlyWhereAnEndIsToCome(t *testing.T) {
	st := newStage(t)
	endless := sauna
	endless.Answers = []ask.Answer{{Kind: ask.Window, ID: "heat", Name: "Heat, pool", Verdict: ask.NotYet}}
	st.scene.fixed["endless"] = endless
	for _, text := range []string{"makeup", "tattoo", "fever", "endless"} {
		st.types(text)
		st.hides("Tell me when")
		st.key(fyne.KeyEscape)
	}
	st.scene.telling = at(23, 15, 30)
	st.types("sauna")
	st.hides("Tell me when")
	st.shows("We will tell you Monday 15:30")
}

func TestTheClinicsWordsStandAboveSilenceAndNeverInPlaceOfACall(t *testing.T) {
	st := newStage(t)
	st.scene.notes = []record.ClinicQuestion{{ID: 1, Text: "tattoo", Topics: []string{"tattoo", "fever"}, Answer: "After 3 weeks", AnsweredAt: at(19, 12, 0)}}
	st.types("tattoo")
	st.shows("19 November", "After 3 weeks", "030 1234")
	st.hides("Keep for my clinic")
	st.key(fyne.KeyEscape)
	withTopic := fever
	withTopic.Topics = []ask.Topic{{ID: "fever", Name: "Fever"}}
	st.scene.fixed["fever"] = withTopic
	st.types("fever")
	st.shows("Fever or chills", "Clinic Lindenhof: phone 030 1234", "When to call my clinic")
	if text := st.texts(); strings.Index(text, "After 3 weeks") < strings.Index(text, "030 1234") {
		t.Errorf("the note does not stand below the call:\n%s", text)
	}
}

func TestManyPartsAreFoldedAndUnfolded(t *testing.T) {
	st := newStage(t)
	many := sauna
	many.Answers = nil
	for _, name := range []string{"One", "Two", "Three", "Four", "Five", "Six"} {
		many.Answers = append(many.Answers, ask.Answer{Kind: ask.Care, ID: name, Name: name, Verdict: ask.Advice, Text: "Text."})
	}
	st.scene.fixed["many"] = many
	st.types("many")
	st.shows("Four", "Show 2 more")
	st.hides("Five")
	st.tap("ask.more")
	st.shows("Six")
	st.hides("Show 2 more")
	st.key(fyne.KeyEscape)
	st.types("many")
	st.hides("Six")
}

func TestWhatWasAskedBeforeIsAnsweredNow(t *testing.T) {
	st := newStage(t, "sauna", "makeup", "tattoo")
	st.box.Open()
	st.shows("Asked before", "Sauna", "Makeup", "Your plan does not say.")
	st.model.Asked = nil // as in discreet mode
	st.box.Show(st.model)
	st.hides("Asked before", "Clear")
}

func TestOnlyTheNewestQuestionsAreShown(t *testing.T) {
	st := newStage(t, "one", "two", "three", "four", "five", "six", "seven")
	st.box.Open()
	st.shows("Five")
	st.hides("Six", "Seven")
}

func TestWhatHasNoLaneIsNotLookedForOnTheTimeline(t *testing.T) {
	st := newStage(t)
	st.scene.fixed["how"] = ask.Reply{Understood: true, Verdict: ask.Advice, Topics: []ask.Topic{{ID: "how", Name: "How"}}, Answers: []ask.Answer{
		{Kind: ask.Routine, ID: "checkin", Name: "Check-in", Verdict: ask.Advice, Text: "Twenty seconds.", Treatment: 1},
	}}
	st.types("how")
	st.shows("Check-in")
	st.hides("See it on the timeline")
}

func TestWithoutATreatmentTheWayToOneIsOffered(t *testing.T) {
	st := newStage(t)
	first := tattoo
	first.NoTreatment = true
	st.scene.fixed["first"] = first
	st.types("first")
	st.hides("Keep for my clinic")
	st.tap("ask.begin")
	st.wantDid("begin")
}

func TestTheSameEndIsToldOnce(t *testing.T) {
	st := newStage(t)
	wait := func(kind ask.Kind, name, topic string, day int) ask.Answer {
		return ask.Answer{Kind: kind, ID: name, Name: name, Topic: topic, Verdict: ask.NotYet, State: "wait", Until: at(day, 15, 30)}
	}
	st.scene.fixed["both"] = ask.Reply{Understood: true, Verdict: ask.NotYet, Topics: []ask.Topic{{ID: "retinol", Name: "Retinol"}, {ID: "sauna", Name: "Sauna"}},
		Answers: []ask.Answer{wait(ask.Window, "Acids", "retinol", 25), wait(ask.Ingredient, "Retinyl palmitate", "retinol", 25),
			wait(ask.Ingredient, "Tretinoin", "retinol", 26), wait(ask.Window, "Heat", "sauna", 25)}}
	st.types("both")
	st.shows("Acids", "Tretinoin", "Heat")
	st.hides("Retinyl palmitate")
}

func TestAYesToSomethingElseDoesNotLookLikeOne(t *testing.T) {
	st := newStage(t)
	open := makeup.Answers[0]
	open.Topic = "picking"
	never := ask.Answer{Kind: ask.Care, ID: "flaking", Name: "Flaking", Topic: "picking", Verdict: ask.No, Text: "Never pick."}
	other := open
	other.Name, other.Topic = "Wine", "wine"
	st.scene.fixed["pick"] = ask.Reply{Understood: true, Verdict: ask.No, Topics: []ask.Topic{{ID: "picking", Name: "Picking"}}, Answers: []ask.Answer{never, open, other}}
	st.types("pick")
	st.shows("Never pick.", "Wine")
	st.hides("Makeup\nYour plan")
	for _, p := range st.box.parts(*st.box.reply) {
		if p.tone == st.k.Sage() {
			t.Errorf("%s looks like a yes", p.Name)
		}
	}
}
