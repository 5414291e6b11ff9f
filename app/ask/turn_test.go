package ask_test

import (
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/locale"
	"afterglow/app/phrase"
)

func TestAQuestionThatAYesOrANoWouldTurnRoundIsToldAsSuch(t *testing.T) {
	scene := treated(t, starter(t, "essentials"), 26*time.Hour)
	v := phrase.New(locale.Format{}).At(scene.Now, scene.Zone)
	head := func(question string) string {
		_, verdict, _ := v.AskHead(scene.Answer(v.ReadQuestion(question)))
		return verdict
	}
	for _, question := range []string{
		"should I skip washing", "is it ok not to wash until Monday", "is it ok to skip moisturiser", "do I have to stop drinking water",
		"is one cleanse a day enough", "can I wash three times today", "is a thick layer of cream better", "can i use soap", "can I use any cleanser I like",
		"can i use my normal cleanser", "do I need to wake up to wash", "is makeup safe now", "did I ruin my skin by scratching",
		"can I use my dirty makeup brush", "i touched my face with dirty hands", "can I use old makeup",
	} {
		if got := head(question); got != "what your plan says" {
			t.Errorf("%q is answered %q", question, got)
		}
	}
	const over = "your plan's wait is over"
	for question, want := range map[string]string{
		"can I wear makeup": "yes", "may I wash my face now": "yes", "makeup": "yes", "wine tonight?": "yes", "can I put moisturiser on": "yes",
		"can I scratch": "no", "can I go to the gym": "not yet", "should I avoid the gym": "keep off", "is it too early for the sauna": "keep off",
		"should I avoid makeup today": over, "should I still wait with makeup": over, "is makeup forbidden": over, "is it too early for makeup": over,
		"do I have to avoid alcohol": over, "is it bad to touch my face": over, "should I avoid scratching": "keep off",
	} {
		if got := head(question); got != want {
			t.Errorf("%q is answered %q, not %q", question, got, want)
		}
	}
}

func TestNothingDirtyIsAllowedOnceAWaitIsOver(t *testing.T) {
	for name, after := range map[string]time.Duration{"while the skin is left alone": 3 * time.Hour, "after it": 30 * time.Hour} {
		t.Run(name, func(t *testing.T) {
			scene := treated(t, starter(t, "essentials"), after)
			for _, question := range []string{"can I touch my face with dirty hands", "dirty makeup brushes", "may I use unwashed makeup brushes"} {
				if r := scene.Answer(ask.Question{Text: question}); r.Verdict == ask.Yes || r.Verdict == ask.NotYet {
					t.Errorf("%q is answered %s", question, r.Verdict)
				}
			}
		})
	}
}

func TestGreyOrBlueSkinIsAReasonToCall(t *testing.T) {
	scene := treated(t, starter(t, "essentials"), 26*time.Hour)
	for _, question := range []string{"my skin looks grey", "my skin looks gray", "my cheek is blue", "there is a grey patch", "my face looks blue"} {
		if r := scene.Answer(ask.Question{Text: question}); r.Verdict != ask.Call {
			t.Errorf("%q is answered %s", question, r.Verdict)
		}
	}
}
