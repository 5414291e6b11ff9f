package ask_test

import (
	"slices"
	"testing"
	"time"

	"afterglow/app/ask"
)

func TestSkinThatPeelsIsNoTreatmentThatIsAskedFor(t *testing.T) {
	scene := treated(t, starter(t, "essentials"), 23*24*time.Hour) // the wait for a peel is over
	for question, want := range map[string]string{
		"is it normal that my skin still peels": "flaking",
		"my skin still peels":                   "flaking",
		"why does my face peel":                 "flaking",
		"it peels around the nose":              "flaking",
		"is the peel normal":                    "flaking",
		"why do I peel so much":                 "flaking",
		"my cheeks still peel":                  "flaking",
		"can I get a peel":                      "peel",
		"is a peel ok":                          "peel",
		"when may I have my next peel":          "peel",
		"peel":                                  "peel",
	} {
		r := scene.Answer(ask.Question{Text: question})
		if !slices.ContainsFunc(r.Topics, func(x ask.Topic) bool { return x.ID == want }) {
			t.Errorf("%q is read as %v", question, r.Topics)
		}
		if want == "flaking" && r.Verdict == ask.Yes {
			t.Errorf("%q is answered yes", question)
		}
	}
}
