package ask_test

import (
	"slices"
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/guidance"
)

// reasons is the plan of a sheet that expects redness and swelling for some days, and wants a call for a lot of it.
const reasons = sheetHead + `[[windows]]
id = "sun"
name = "Sun"
avoid = "No direct sun."
until = "3 days"
[[care]]
id = "antihistamines"
name = "Antihistamines"
text = "You may take antihistamines if your face is swollen."
about = ["antihistamines"]
[[phases]]
id = "first"
name = "Redness"
until = "5 days"
expect = "bruises, redness and swelling, slight bleeding"
[[call]]
id = "worry"
text = "Blisters, or a lot of redness or swelling."
act = "clinic"
`

func TestAPlansOwnReasonToCallLeadsWhereMuchOfItIsSaid(t *testing.T) {
	for _, q := range []string{
		"I have a lot of redness", "my face is really red", "my face is very red", "my face is too red", "I have a lot of swelling",
		"is it ok that my face is very swollen", "my face is so swollen", "excessive swelling", "the redness is massive",
	} {
		wantLed(t, longKnown(planOf(t, reasons), 10*time.Hour), q, ask.Call, "worry")
	}
	for _, q := range []string{
		"my face is red", "is it normal to be red", "is a little redness normal", "my face is slightly swollen", "it is not very red",
		"is it really normal to be red", "my face is bleeding a little",
	} {
		wantLed(t, longKnown(planOf(t, reasons), 10*time.Hour), q, ask.Advice, "first")
	}
}

func TestWhatIsExpectedForSomeDaysIsAReasonToCallAfterThem(t *testing.T) {
	for _, q := range []string{"my face is swollen", "my face is still swollen"} {
		wantLed(t, longKnown(planOf(t, reasons), 8*24*time.Hour), q, ask.Call, "worry")
	}
}

func TestAWordOfAlarmIsNotAnsweredByWhatAPlanExpects(t *testing.T) {
	for name, plan := range map[string]guidance.Plan{"essentials": starter(t, "essentials"), "cautious": starter(t, "cautious"), "sheet": planOf(t, reasons)} {
		for _, hours := range []int{2, 30, 96} {
			for _, q := range []string{
				"bleeding won't stop", "the bleeding will not stop", "blood is gushing from my cheek", "blood is pouring down my face",
				"my cheek does not stop bleeding", "my skin is peeling off in sheets", "big sheets of skin are peeling off",
			} {
				if r := longKnown(plan, time.Duration(hours)*time.Hour).Answer(ask.Question{Text: q}); r.Verdict != ask.Silent && r.Verdict != ask.Call || len(r.Also) > 0 {
					t.Errorf("%s, %d h: %q is answered %s: %+v, %+v", name, hours, q, r.Verdict, r.Answers, r.Also)
				}
			}
		}
	}
}

func TestBloodThatComesNowIsNotAnsweredByOldSpotsOfIt(t *testing.T) {
	sc := longKnown(starter(t, "essentials"), 2*time.Hour)
	for _, q := range []string{"my cheek is bleeding", "my cheek is bleeding a little", "scab fell off and bleeding", "I am bleeding"} {
		if r := sc.Answer(ask.Question{Text: q}); r.Verdict != ask.Silent || len(r.Answers) > 0 {
			t.Errorf("%q is answered %s: %+v", q, r.Verdict, r.Answers)
		}
	}
	for _, q := range []string{"pinpoint bleeding", "tiny blood spots", "specks of dried blood"} {
		wantLed(t, sc, q, ask.Advice, "flaking")
	}
}

func TestWhatTheSkinCommonlyDoesStaysCalm(t *testing.T) {
	for hours, questions := range map[int][]string{
		2:  {"my face is pink", "my face is very red", "my skin is warm", "my face feels hot", "my face feels tight", "it stings", "my face is a bit swollen"},
		30: {"my face is pink", "my face feels tight", "my face is a bit swollen", "my skin is really itchy"},
		96: {"my skin is peeling", "a lot of peeling", "is flaking normal", "so flaky", "my skin is very dry"},
	} {
		for _, q := range questions {
			if r := longKnown(starter(t, "essentials"), time.Duration(hours)*time.Hour).Answer(ask.Question{Text: q}); r.Verdict != ask.Advice {
				t.Errorf("%d h: %q is answered %s: %+v", hours, q, r.Verdict, r.Answers)
			}
		}
	}
}

func TestASkinThatIsBurningIsSoreAndMayBeBurnt(t *testing.T) {
	essentials := starter(t, "essentials")
	for _, q := range []string{"my face is burning", "is it normal that my face is burning"} {
		r := longKnown(essentials, 2*time.Hour).Answer(ask.Question{Text: q})
		if r.Verdict != ask.Advice || r.Answers[0].ID != "settling" || !slices.ContainsFunc(r.Also, func(a ask.Answer) bool { return a.ID == "rf-burns" }) {
			t.Errorf("%q is answered %s: %+v, %+v", q, r.Verdict, r.Answers, r.Also)
		}
		wantLed(t, longKnown(essentials, 96*time.Hour), q, ask.Call, "rf-burns")
	}
	for _, q := range []string{"my face is burnt", "I got a burn", "the machine burned me"} {
		wantLed(t, longKnown(essentials, 2*time.Hour), q, ask.Call, "rf-burns")
	}
	wantLed(t, longKnown(essentials, 30*time.Hour), "pain is 9 out of 10", ask.Call, "worse")
}
