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
