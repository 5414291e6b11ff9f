package ask_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"afterglow/app/ask"
)

// FuzzQuestion asks whatever can be typed: nothing of it may end the program, or be answered with a verdict that no
// part of the plan gives.
func FuzzQuestion(f *testing.F) {
	for _, q := range []string{
		"may I pick at it?", "", "5k on day 3", "isn’t", "'''", "38.6", "1.", "\xff\xfe", "ÉÈ mákeup", "free free free",
		"no no no fever", "keep off", "day day 9 9", "99999999999999999999 weeks ago", "a\u0301", "makeup\x00", "paragliding qwrtz", "PARAGLIDING", "x paragliding free",
	} {
		f.Add(q, 0, 3)
	}
	scenes := []ask.Scene{treated(f, starter(f, "essentials"), 30*time.Hour), treated(f, clinicPlan(f), 30*time.Hour)}
	f.Fuzz(func(t *testing.T, text string, from, to int) {
		q := ask.Question{Text: text}
		if from < to {
			q.Time = &ask.Said{At: now, From: from, To: to}
		}
		for _, sc := range scenes {
			r := sc.Answer(q)
			switch r.Verdict {
			case ask.Silent, ask.Unknown:
			default:
				if len(r.Answers) == 0 || r.Answers[0].Verdict != r.Verdict {
					t.Errorf("%q is answered %s by %v", text, r.Verdict, ids(r.Answers))
				}
			}
		}
	})
}

// letters are ten thousand that nobody would type, three sorts of them.
func letters() map[string]string {
	random := rand.New(rand.NewPCG(1, 2))
	sorts := map[string]string{
		"words": "abcdefghijklmnopqrstuvwxyz     ", "one_word": "abcdefghijklmnopqrstuvwxyz", "all_sorts": "aZ9'’.,-/ éß漢字🙂\u200d\n\x00",
	}
	for name, alphabet := range sorts {
		of, text := []rune(alphabet), make([]rune, 10_000)
		for i := range text {
			text[i] = of[random.IntN(len(of))]
		}
		sorts[name] = string(text)
	}
	return sorts
}

func TestTenThousandLettersGetNoYes(t *testing.T) {
	sc := treated(t, starter(t, "essentials"), 30*time.Hour)
	for name, text := range letters() {
		if r := sc.Answer(ask.Question{Text: text}); r.Verdict == ask.Yes {
			t.Errorf("%s: %s by %v", name, r.Verdict, ids(r.Answers))
		}
	}
}
