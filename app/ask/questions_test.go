package ask_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/locale"
	"afterglow/app/phrase"
)

// labelled is a question with what a fair, strict reader of Essentials takes for a right answer.
type labelled struct {
	ID        int      `json:"id"`
	Q         string   `json:"q"`
	Topic     string   `json:"topic"`
	Expect    []string `json:"expect"`    // items that answer it, the best first
	Verdict3  string   `json:"verdict3"`  // 3 hours after a treatment
	Verdict30 string   `json:"verdict30"` // 30 hours after
	OK3       []string `json:"ok3"`       // other verdicts that are right
	OK30      []string `json:"ok30"`
	Never     []string `json:"never"` // wrong at any hour
	Note      string   `json:"note"`
}

// right are the verdicts that are right so many hours after.
func (q labelled) right(hours int) []string {
	if hours == 3 {
		return append([]string{q.Verdict3}, q.OK3...)
	}
	return append([]string{q.Verdict30}, q.OK30...)
}

// harms says whether a verdict does harm: one that is never right, or a yes to what waits, is forbidden or is a reason
// to call.
func (q labelled) harms(got string, hours int) bool {
	right := q.right(hours)
	strict := right[0] == "not_yet" || right[0] == "no" || right[0] == "call"
	return slices.Contains(q.Never, got) || got == "yes" && strict && !slices.Contains(right, "yes")
}

// questionFiles are all questions: `given` are those that the work began with, corrected where a plan was mended since;
// `everyday` were written before the vocabulary, the others beside it, none by looking at its words. `hard` are misspelt,
// long or of several things, `odd` far from the ways in which most people ask, `people` are those of forums.
func questionFiles(t *testing.T) map[string][]labelled {
	t.Helper()
	paths, err := filepath.Glob("testdata/questions/*.json")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no questions: %v", err)
	}
	files := map[string][]labelled{}
	for _, p := range paths {
		text, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		var list []labelled
		if err := json.Unmarshal(text, &list); err != nil {
			t.Fatalf("%s: %v", p, err)
		}
		files[filepath.Base(p)] = list
	}
	return files
}

var voice = phrase.New(locale.Format{}).At(now, time.UTC)

// typed is a question as the programs read it, with the moment that it names.
func typed(text string) ask.Question { return voice.ReadQuestion(text) }

func TestEveryLabelCanBeAnswered(t *testing.T) {
	verdicts := []string{"yes", "not_yet", "no", "advice", "call", "silent", "unknown"}
	seen := map[int]string{}
	for file, list := range questionFiles(t) {
		for _, q := range list {
			if other := seen[q.ID]; other != "" {
				t.Errorf("%s: id %d stands in %s, too", file, q.ID, other)
			}
			seen[q.ID] = file
			for _, v := range slices.Concat(q.right(3), q.right(30), q.Never) {
				if !slices.Contains(verdicts, v) {
					t.Errorf("%s: %d: no verdict %q", file, q.ID, v)
				}
			}
			if len(q.Expect) == 0 || q.Topic == "" {
				t.Errorf("%s: %d: %q has no topic or nothing that is expected", file, q.ID, q.Q)
			}
			for _, hours := range []int{3, 30} {
				if q.harms(q.right(hours)[0], hours) {
					t.Errorf("%s: %d: %q: its own label would do harm", file, q.ID, q.Q)
				}
			}
		}
	}
}

func TestQuestionsAreAnsweredAsTheirLabelsSay(t *testing.T) {
	const verdictsAtLeast, itemsAtLeast = 97, 93 // of a hundred
	for file, list := range questionFiles(t) {
		t.Run(file, func(t *testing.T) {
			verdicts, items := 0, 0
			for _, hours := range []int{3, 30} {
				scene := treated(t, starter(t, "essentials"), time.Duration(hours)*time.Hour)
				for _, q := range list {
					reply := scene.Answer(typed(q.Q))
					got, first := string(reply.Verdict), ""
					if len(reply.Answers) > 0 {
						first = string(reply.Answers[0].Kind) + ":" + reply.Answers[0].ID
					}
					if q.harms(got, hours) {
						t.Errorf("%d h: %d %q: %s (%s), want %s", hours, q.ID, q.Q, got, first, q.right(hours)[0])
					}
					rightVerdict := slices.Contains(q.right(hours), got)
					rightItem := slices.Contains(q.Expect, first) ||
						first == "" && (q.Expect[0] == "silent" || q.Expect[0] == "unknown")
					if rightVerdict {
						verdicts++
					}
					if rightItem {
						items++
					}
					if !rightVerdict || !rightItem {
						t.Logf("%d h: %d %q: %s (%s), want %s %v", hours, q.ID, q.Q, got, first, q.right(hours)[0], q.Expect)
					}
				}
			}
			asked := 2 * len(list)
			percent := func(n int) float64 { return 100 * float64(n) / float64(asked) }
			t.Logf("asked %d: right verdict %.1f %%, right item %.1f %%", asked, percent(verdicts), percent(items))
			if 100*verdicts < verdictsAtLeast*asked || 100*items < itemsAtLeast*asked {
				t.Errorf("right verdict %d, right item %d of %d", verdicts, items, asked)
			}
		})
	}
}

// No wait of Cautious is shorter than in Essentials, so what does harm there does harm here.
func TestNoAnswerOfTheCarefulPlanDoesHarm(t *testing.T) {
	for file, list := range questionFiles(t) {
		for _, hours := range []int{3, 30} {
			scene := treated(t, starter(t, "cautious"), time.Duration(hours)*time.Hour)
			for _, q := range list {
				if got := string(scene.Answer(typed(q.Q)).Verdict); q.harms(got, hours) {
					t.Errorf("%s: %d h: %d %q: %s, want %s", file, hours, q.ID, q.Q, got, q.right(hours)[0])
				}
			}
		}
	}
}

func TestAMisspeltOrTurnedQuestionNeverGetsAYesThatTheRightOneDoesNot(t *testing.T) {
	scene := treated(t, starter(t, "essentials"), 30*time.Hour)
	for file, list := range questionFiles(t) {
		for _, q := range list {
			if slices.Contains(q.right(30), "yes") || q.Expect[0] == "unknown" {
				continue
			}
			for _, text := range variants(q.Q) {
				if otherWords[text] {
					continue
				}
				if got := scene.Answer(typed(text)).Verdict; got == ask.Yes {
					t.Errorf("%s: %d: %q for %q: yes, want %s", file, q.ID, text, q.Q, q.right(30)[0])
				}
			}
		}
	}
}

// otherWords are variants that make a word of their own.
var otherWords = map[string]bool{
	"pinting my bedroom": true, "moisturiser sings": true, "cream eye": true, "sented moisturiser": true,
	"cream can i use my eye": true, "up can I do the washing": true,
}

// variants are a question with a letter left out, doubled or swapped in each long word in turn, in capitals, and with
// its last word first.
func variants(question string) []string {
	words := strings.Fields(question)
	var out []string
	with := func(i int, word string) {
		changed := slices.Clone(words)
		changed[i] = word
		out = append(out, strings.Join(changed, " "))
	}
	for i, w := range words {
		if len(w) < 7 {
			continue
		}
		for _, at := range []int{1, len(w) / 2} {
			with(i, w[:at]+w[at+1:])
			with(i, w[:at]+w[at:at+1]+w[at:])
			with(i, w[:at]+w[at+1:at+2]+w[at:at+1]+w[at+2:])
		}
	}
	if n := len(words); n > 1 {
		out = append(out, words[n-1]+" "+strings.Join(words[:n-1], " "))
	}
	return append(out, strings.ToUpper(question), question+"???")
}

func TestAPlansOwnWordBesideOneThatNobodyKnowsIsRead(t *testing.T) {
	plan := starter(t, "essentials")
	plan.Windows = slices.Clone(plan.Windows)
	plan.Windows[0].Activities = append(slices.Clone(plan.Windows[0].Activities), "quilling")
	scene := treated(t, plan, 30*time.Hour)
	for text, want := range map[string]ask.Verdict{"quilling": ask.Yes, "can I go quilling": ask.Yes, "quilling xylomarimba": ask.Unknown} {
		if got := scene.Answer(typed(text)).Verdict; got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
