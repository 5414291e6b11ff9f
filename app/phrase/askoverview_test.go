package phrase_test

import (
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/app/locale"
)

func TestABanBeforeTheTreatmentIsToldToLastUntilIt(t *testing.T) {
	tan := ask.Answer{Kind: ask.Window, ID: "tan", Name: "Tan", Verdict: ask.NotYet, State: course.Wait, Beforehand: true,
		Until: now.Add(48 * time.Hour), Text: "Please do not come with a tan."}
	r := ask.Reply{Understood: true, Overview: true, Averse: true, Verdict: ask.Advice, At: now, Answers: []ask.Answer{tan}}
	want := "Please do not come with a tan. Until your treatment, Sunday 15:30, in 2 days."
	if _, line := voice(locale.Format{}).AskTile(r, tan); line != want {
		t.Errorf("%q, want %q", line, want)
	}
}
