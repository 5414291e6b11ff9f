package ask_test

import (
	"testing"
	"time"

	"afterglow/app/ask"
)

// What is asked of prices, shops, bookings and dates names things of the plan, and is about none of them.
func TestAQuestionOfAnotherFieldIsAnsweredWithNothingOnTheThingThatItNames(t *testing.T) {
	s := treated(t, starter(t, "essentials"), 9*24*time.Hour) // most waits are over: a word that is taken for ours would be a yes
	for _, q := range []string{
		"am I allowed to pay by card", "am I allowed to pay by card after the peel", "can I pay with alcohol", "can I pay for botox in instalments",
		"what do you charge for a peel", "what does botox cost", "how much is the sauna", "is sunscreen too expensive", "can I get a discount on sunscreen",
		"where do I buy sunscreen", "do you sell moisturiser", "which shop has makeup", "can I pick a date", "can I pick a time for the next one",
		"can I touch base with you", "can I work out the bill", "can I work out my budget", "is there a foundation for my thesis", "can I park at the beach",
		"can I use my voucher for the spa", "sun sign leo",
	} {
		if got := s.Answer(ask.Question{Text: q}); got.Verdict != ask.Unknown && got.Verdict != ask.Silent {
			t.Errorf("%q is answered with %s: %+v", q, got.Verdict, got.Answers)
		}
	}
	for q, want := range map[string]ask.Verdict{
		"can I use a cheap moisturiser": ask.Advice, "can I work out my legs": ask.Yes, "is a cheap foundation ok": ask.Yes, "can I pick at a spot": ask.No,
	} {
		if got := s.Answer(ask.Question{Text: q}); got.Verdict != want {
			t.Errorf("%q is answered with %s, want %s", q, got.Verdict, want)
		}
	}
}
