package screens

import (
	"context"
	"errors"
	"testing"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/theme"
)

func TestTheWindowTellsThatNothingRemindsAnyMoreAndStartsIt(t *testing.T) {
	l := lives()["day1"](t)
	st := newStageOn(t, l.Service, phrase.New(locale.Format{}), theme.AlwaysLight, 960, 680)
	runs, fails := true, errors.New("the disk is gone")
	st.shell.opts.Reminding = Reminding{Runs: func() bool { return runs }, Start: func(context.Context) error {
		runs = fails == nil
		return fails
	}}
	st.shell.Front(true)
	st.wantNoText(t, "nothing reminds you")

	runs = false // it was ended beside the window
	st.shell.Show(PageTimeline)
	st.shell.Show(PageToday)
	st.wantText(t, "Afterglow is not in the tray, so nothing reminds you.")
	st.tap(t, "today.remind")
	st.wantText(t, "the disk is gone", "nothing reminds you")
	fails = nil
	st.tap(t, "today.remind")
	st.wantText(t, "Reminders are on again.")
	st.wantNoText(t, "nothing reminds you")

	runs = false
	st.shell.Front(true) // whoever comes back to the window is told, too
	st.wantText(t, "nothing reminds you")
	runs = true // started from the menu of the desktop
	st.shell.Front(true)
	st.wantNoText(t, "nothing reminds you")
}

func TestTheExampleNeverSaysThatNothingReminds(t *testing.T) {
	st := newStage(t, nothing(t), false, 960, 680)
	st.shell.opts.Reminding = Reminding{Runs: func() bool { return false }}
	st.tap(t, "today.example")
	st.wantText(t, "example")
	st.wantNoText(t, "nothing reminds you")
}
