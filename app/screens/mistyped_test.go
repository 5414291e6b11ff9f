package screens

import (
	"strconv"
	"testing"
	"time"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/theme"
)

// mistyped is a window over a treatment that was entered now with that moment, by mistake.
func mistyped(t *testing.T, ended time.Time) (*stage, *life) {
	t.Helper()
	l := newLife(t, at(27, 16, 0))
	l.treated(ended, "face", "essentials")
	return newStageOn(t, l.Service, phrase.New(locale.Format{}), theme.AlwaysLight, 960, 680), l
}

func TestWhoMistypedTheDayFindsTheWayToChangeItForADay(t *testing.T) {
	for name, c := range map[string]struct {
		ended time.Time
		says  string
	}{
		"by three days": {at(24, 15, 30), "Day 3"},
		"by months":     {at(-60, 15, 30), "Is the date wrong?"},
	} {
		t.Run(name, func(t *testing.T) {
			st, l := mistyped(t, c.ended)
			st.wantText(t, c.says, "Change the treatment")
			st.tap(t, "today.change")
			st.wantText(t, "step 1 of 2")
			st.shell.escape()
			st.shell.escape()
			l.now = l.now.Add(24 * time.Hour)
			st.shell.Refresh()
			st.wantNoText(t, "Change the treatment", "Is the date wrong?")
		})
	}
}

func TestARemovedTreatmentIsBroughtBackByNameAndNotRemovedAgainUnasked(t *testing.T) {
	st, l := mistyped(t, at(27, 15, 30))
	e, err := l.Remove(t.Context(), 1)
	l.must(err)
	st.shell.Refresh()
	st.shell.Show(PageHistory)
	st.wantText(t, "Bring it back")
	st.tap(t, "history.take."+strconv.FormatInt(e.ID, 10))
	st.wantText(t, "The treatment is back.")
	st.wantNoText(t, "Put back")
	if l.status().Treatment == nil {
		t.Fatal("it is not back")
	}
	st.tap(t, "history.take.1")
	st.tap(t, "sheet.yes")
	st.tap(t, "toast.undo") // what its own toast offers brings it back, too
	st.wantText(t, "The treatment is back.")
	st.wantNoText(t, "Put back")
	if l.status().Treatment == nil {
		t.Error("it is not back")
	}
}

func TestWhyACheckInCouldNotBeKeptStandsInThePanelThatIsOpenAgain(t *testing.T) {
	st, _ := mistyped(t, at(27, 15, 30))
	st.tap(t, "today.feel")
	st.press(t, "sheet.itch").TypedRune('3')
	st.entry(t, "sheet.note").SetText("it is red\u202e")
	st.tap(t, "sheet.keep")
	st.wantText(t, "This is what you said before. It was not kept yet.", "nobody can see")
	st.entry(t, "sheet.note").SetText("\n \n") // an empty note is no note
	st.tap(t, "sheet.keep")
	st.wantText(t, "Kept: itch 3.")
}

func TestBeforeATreatmentTheTimelineAnswersForWhereItsLineStands(t *testing.T) {
	st := newStageOn(t, lives()["planned"](t).Service, phrase.New(locale.Format{}), theme.AlwaysLight, 960, 680)
	st.shell.Show(PageTimeline)
	st.wantText(t, "20 November, 15:30", "21 November, 15:30: makeup, alcohol, touching")
	st.wantNoText(t, "Now", "Back to now")
}
