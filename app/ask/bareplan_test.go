package ask_test

import (
	"regexp"
	"slices"
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/guidance"
)

// barePlan is Essentials as a clinic would write it: its names, rules and sentences alone, with ids that no vocabulary
// knows, no word typed for what people call things, and no list of ingredients.
func barePlan(t *testing.T) guidance.Plan {
	t.Helper()
	text, _ := guidance.StarterText("essentials")
	for _, part := range []struct{ cut, put string }{
		{`(?ms)^\[products\].*`, ""},
		{`(?ms)^(activities|about|never|covers|then_avoid) = \[.*?\]\n`, ""},
		{`(?m)^  \[\[[a-z]+\.says\]\]\n  of = .*\n  source = .*\n`, ""},
		{`(?m)^id = "(makeup|sun|sweat|heat|actives|alcohol|wax|procedures|hands|bare|shade|gentle|flaking|pillow|hair|food|drink|soothe|clean|uncovered|first-day|daisy|ice|medicines|results|eyes-and-lips)"$`, `id = "x-$1"`},
	} {
		text = regexp.MustCompile(part.cut).ReplaceAll(text, []byte(part.put))
	}
	p, err := guidance.Parse("bare.toml", text)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range p.Windows {
		if len(w.Activities) > 0 || len(w.ID) < 3 || w.ID[:2] != "x-" {
			t.Fatalf("the plan is not bare: %s %q", w.ID, w.Activities)
		}
	}
	return p
}

func TestAPlanWithoutAnyWordsForWhatPeopleSayIsUnderstoodByItsSentences(t *testing.T) {
	const verdictsAtLeast = 90 // of a hundred
	p := barePlan(t)
	asked, right := 0, 0
	for _, list := range questionFiles(t) {
		for _, hours := range []int{3, 30} {
			scene := treated(t, p, time.Duration(hours)*time.Hour)
			for _, q := range list {
				got := string(scene.Answer(typed(q.Q)).Verdict)
				asked++
				if slices.Contains(q.right(hours), got) {
					right++
				}
				if q.harms(got, hours) {
					t.Errorf("%d h: %q: %s, want %s", hours, q.Q, got, q.right(hours)[0])
				}
			}
		}
	}
	if 100*right < verdictsAtLeast*asked {
		t.Errorf("right verdict %d of %d", right, asked)
	}
	if r := treated(t, p, 3*time.Hour).Answer(ask.Question{Text: "gym"}); first(r) != "window:x-sweat" {
		t.Errorf("gym is answered by %v", ids(r.Answers))
	}
}
