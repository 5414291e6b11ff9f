package ask_test

import (
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/locale"
	"afterglow/app/phrase"
)

func TestWhatIsToBeDoneAtATimeIsAskedInManyWays(t *testing.T) {
	scene := treated(t, starter(t, "essentials"), 26*time.Hour)
	now := scene.Now.In(scene.Zone)
	on := func(day int, clock string) time.Time {
		at, err := time.ParseInLocation("2006-01-02 15:04", now.AddDate(0, 0, day).Format("2006-01-02 ")+clock, scene.Zone)
		if err != nil {
			t.Fatal(err)
		}
		return at
	}
	v := phrase.New(locale.Format{}).At(now, scene.Zone)
	for question, want := range map[string]time.Time{
		"what should I do tonight":                         on(0, "21:00"),
		"tell me what I must do tomorrow please":           on(1, "00:00"),
		"anything I must do tomorrow morning":              on(1, "09:00"),
		"what did my clinic say about tomorrow":            on(1, "00:00"),
		"what does my plan say for tomorrow evening":       on(1, "18:00"),
		"what should I do in the morning":                  on(1, "09:00"),
		"anything else before bed?":                        on(0, "20:00"),
		"so what do I have to do before I go to bed":       on(0, "20:00"),
		"what do I do on day 3":                            on(2, "00:00"),
		"what's on tomorrow":                               on(1, "00:00"),
		"is there anything left to do":                     now,
		"What shall I do with my skin first thing?":        on(1, "09:00"),
		"whats due today":                                  now,
		"what am i supposed to do when i get home tonight": on(0, "21:00"),
	} {
		r := scene.Answer(v.ReadQuestion(question))
		if !r.Next || r.Frame != ask.NextStep || !r.At.Equal(want) {
			t.Errorf("%q: next %v at %s, not %s", question, r.Next, r.At, want)
		}
	}
}

func TestWhatIsToBeDoneIsNoAnswerToAQuestionOfSomethingElse(t *testing.T) {
	scene := treated(t, starter(t, "essentials"), 26*time.Hour)
	v := phrase.New(locale.Format{}).At(scene.Now, scene.Zone)
	for _, question := range []string{
		"what should I do", "what do I do if it bleeds tonight", "what should I do about my sister tomorrow", "what should I cook tonight",
		"what did my clinic say about makeup tomorrow", "what should I do with my retinol tonight", "what did my nurse say about running tomorrow",
		"what to watch tonight", "what is on tv tonight", "what should I wear tomorrow", "anything on netflix tonight", "tomorrow", "tonight",
		"what should I do about the swelling this evening", "my eye hurts what should I do tonight",
	} {
		if r := scene.Answer(v.ReadQuestion(question)); r.Next {
			t.Errorf("%q is answered with what comes next", question)
		}
	}
}
