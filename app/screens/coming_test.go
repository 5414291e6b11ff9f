package screens

import (
	"testing"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/theme"
)

func TestATreatmentOfTheNextDaysIsToldBesideTheCourseThatRuns(t *testing.T) {
	l := newLife(t, at(27, 16, 0))
	l.treated(at(-2, 15, 30), "face", "essentials")
	l.treated(at(30, 18, 20), "face", "essentials")
	st := newStageOn(t, l.Service, phrase.New(locale.Format{}), theme.AlwaysLight, 960, 680)
	st.wantText(t, "Your next treatment: Monday 18:20. Its waits begin then.", "Change it")
	st.wantNoText(t, "glasses today")
	st.tap(t, "today.next_one.change")
	st.wantText(t, "Monday 30 November, 18:20")

	l = newLife(t, at(22, 16, 0)) // eight days before it is no news yet
	l.treated(at(-2, 15, 30), "face", "essentials")
	l.treated(at(30, 18, 20), "face", "essentials")
	st = newStageOn(t, l.Service, phrase.New(locale.Format{}), theme.AlwaysLight, 960, 680)
	st.wantNoText(t, "Your next treatment")
}

func TestAMomentOnTheWrongSideOfNowIsQuestioned(t *testing.T) {
	for _, c := range []struct {
		coming       bool
		typed, asked string // "": nothing is asked
	}{
		{true, "20 Nov 15:00", "Friday 20 November, 15:00: already over. Is the day right?"},
		{true, "yesterday", "Friday 20 November: already over. Is the day right? About when?"},
		{true, "today", "Saturday 21 November. About when?"},
		{true, "27 Nov 15:00", ""},
		{true, "1 Aug 2026 15:00", "112 days ago. Is the day right?"},
		{false, "27 Nov 2026 15:00", "Friday 27 November, 15:00: still to come. Is the day right?"},
		{false, "20 Nov 15:00", ""},
	} {
		st := newStage(t, nothing(t), false, 960, 680)
		if c.coming {
			st.shell.beginComing()
		} else {
			st.shell.begin()
		}
		st.entry(t, "begin.when").SetText(c.typed)
		if c.asked == "" {
			st.wantNoText(t, "Is the day right?")
		} else {
			st.wantText(t, c.asked)
		}
	}
}

func TestAnHourOfEitherHalfOfTheDayIsAskedAbout(t *testing.T) {
	st := newStage(t, nothing(t), false, 960, 680)
	st.shell.Show(PageBegin)
	st.entry(t, "begin.when").SetText("yesterday at 3")
	st.wantText(t, "Before or after noon? Choose one.", "Friday 20 November, 03:00", "Friday 20 November, 15:00")
	st.tap(t, "begin.half.1")
	if got := st.entry(t, "begin.when").Text; got != "Friday 20 November, 15:00" {
		t.Errorf("the field says %q", got)
	}
	st.wantNoText(t, "Before or after noon?")
	st.entry(t, "begin.when").SetText("31 Nov")
	st.wantText(t, "November has 30 days. Check the day.")
	st.entry(t, "begin.when").SetText("yesterday 25:00")
	st.wantText(t, `"25:00" is not a time of day. They go from 00:00 to 23:59.`)
}

func TestOfTwoDaysThatADateCanNameOneIsChosen(t *testing.T) {
	st := newStage(t, nothing(t), false, 960, 680)
	st.shell.Show(PageBegin)
	st.entry(t, "begin.when").SetText("11/12/2026 15:00")
	st.wantText(t, "Friday 11 December, 15:00: still to come. Is the day right?", "Thursday 12 November, 15:00")
	st.wantNoText(t, "write the month's name")
	st.tap(t, "begin.day.1")
	if got := st.entry(t, "begin.when").Text; got != "Thursday 12 November, 15:00" {
		t.Errorf("the field says %q", got)
	}
	st.wantNoText(t, "Is the day right?")
}

func TestWhileADepthIsWrittenNoOtherAnswerIsTicked(t *testing.T) {
	st := newStage(t, nothing(t), false, 960, 680)
	st.shell.Show(PageBegin)
	if !st.press(t, "begin.depth.").State().On {
		t.Fatal("at first they are not sure")
	}
	st.entry(t, "begin.depth").SetText("0,7")
	for _, p := range st.presses("begin.depth.") {
		if p.State().On {
			t.Errorf("%s is ticked beside it", p.Label())
		}
	}
}
