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

// longest is what an answer may take. Other work on the computer is left out by taking the fastest of some.
const longest = 5 * time.Millisecond

func TestTenThousandLettersAreAnsweredAtOnce(t *testing.T) {
	sc := treated(t, starter(t, "essentials"), 30*time.Hour)
	random := rand.New(rand.NewPCG(1, 2))
	for name, alphabet := range map[string]string{
		"words": "abcdefghijklmnopqrstuvwxyz     ", "one word": "abcdefghijklmnopqrstuvwxyz", "all sorts": "aZ9'’.,-/ éß漢字🙂\u200d\n\x00",
	} {
		letters := []rune(alphabet)
		text := make([]rune, 10_000)
		for i := range text {
			text[i] = letters[random.IntN(len(letters))]
		}
		fastest := time.Hour
		for tries := 0; tries < 50 && fastest > longest; tries++ {
			began := time.Now()
			sc.Answer(ask.Question{Text: string(text)})
			fastest = min(fastest, time.Since(began))
		}
		if fastest > longest {
			t.Errorf("%s: %v, want at most %v", name, fastest, longest)
		}
	}
}
