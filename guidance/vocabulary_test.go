package guidance

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"
)

func TestTheVocabularyIsReadAsAnyReaderOfTOMLReadsIt(t *testing.T) {
	var file map[string]any
	if err := toml.Unmarshal([]byte(vocabularyFile), &file); err != nil {
		t.Fatal(err)
	}
	v, err := Words()
	if err != nil {
		t.Fatal(err)
	}
	topics := file["topics"].([]any)
	if len(topics) != len(v.Topics) {
		t.Fatalf("%d topics are read, want %d", len(v.Topics), len(topics))
	}
	list := func(x any) []string {
		var out []string
		many, _ := x.([]any)
		for _, s := range many {
			out = append(out, s.(string))
		}
		return out
	}
	for i, x := range topics {
		want := x.(map[string]any)
		got := v.Topics[i]
		if got.ID != want["id"] || got.Name != want["name"] || !reflect.DeepEqual(got.Words, list(want["words"])) ||
			!reflect.DeepEqual(got.Is, list(want["is"])) || !reflect.DeepEqual(got.Items, list(want["items"])) || !reflect.DeepEqual(got.Else, list(want["else"])) ||
			got.Local != (want["local"] == true) || got.Weak != (want["weak"] == true) || got.Mild != (want["mild"] == true) ||
			got.More != (want["more"] == true) || got.Seen != (want["seen"] == true) ||
			got.State != (want["state"] == true) {
			t.Errorf("topic %s is read as %+v", want["id"], got)
		}
		if line := strings.Split(vocabularyFile, "\n")[got.Line-1]; line != "[[topics]]" {
			t.Errorf("topic %s is said to stand at line %d: %q", got.ID, got.Line, line)
		}
	}
	for i, x := range file["signs"].([]any) {
		want := x.(map[string]any)
		var all [][]string
		for _, g := range want["all"].([]any) {
			all = append(all, list(g))
		}
		if got := v.Signs[i]; got.Call != want["call"] || !reflect.DeepEqual(got.All, all) {
			t.Errorf("sign %d is read as %+v, want %v", i, got, want)
		}
	}
	words := file["words"].(map[string]any)
	if !reflect.DeepEqual(v.Plain, list(words["plain"])) || !reflect.DeepEqual(v.Forbid, list(words["forbid"])) ||
		!reflect.DeepEqual(v.Bound, list(words["bound"])) {
		t.Errorf("the plain words or those of forbidding are not read as they stand")
	}
}

func BenchmarkTheVocabularyIsRead(b *testing.B) {
	for b.Loop() {
		if _, err := ParseVocabulary(vocabularyFile); err != nil {
			b.Fatal(err)
		}
	}
}

// inStarters are the parts of the starter plans, as the vocabulary names them.
func inStarters(t *testing.T) map[string]bool {
	t.Helper()
	there := map[string]bool{"spacing": true, "call:all": true, "phase:all": true}
	for _, p := range Starters() {
		for _, w := range p.Windows {
			there["window:"+w.ID] = true
		}
		for _, r := range p.Routines {
			there["routine:"+r.ID], there["routine:"+string(r.Role)] = true, true
		}
		for _, c := range p.Care {
			there["care:"+c.ID] = true
		}
		for _, ph := range p.Phases {
			there["phase:"+ph.ID] = true
		}
		for _, c := range CallList(p) {
			there["call:"+c.ID] = true
		}
	}
	return there
}

func TestWhatTheVocabularyNamesIsThere(t *testing.T) {
	v, err := Words()
	if err != nil {
		t.Fatal(err)
	}
	there := inStarters(t)
	topics := map[string]int{}
	for _, topic := range v.Topics {
		switch {
		case !isID(topic.ID), topic.Name == "", len(topic.Words) == 0:
			t.Errorf("line %d: topic %q lacks an id, a name or words", topic.Line, topic.ID)
		case topics[topic.ID] > 0:
			t.Errorf("line %d: topic %q stands at line %d, too", topic.Line, topic.ID, topics[topic.ID])
		}
		topics[topic.ID] = topic.Line
	}
	for _, topic := range v.Topics {
		for _, id := range topic.Is {
			if topics[id] == 0 || id == topic.ID {
				t.Errorf("line %d: %s is a kind of %q, which is no topic", topic.Line, topic.ID, id)
			}
		}
		for _, id := range topic.Else {
			if topics[id] == 0 || id == topic.ID || slices.Contains(topic.Is, id) {
				t.Errorf("line %d: %s is answered else by %q, which is no topic or a broader one", topic.Line, topic.ID, id)
			}
		}
		for _, item := range topic.Items {
			if !there[item] && !strings.HasPrefix(item, "ingredient:") { // a clinic's plan may list any

				t.Errorf("line %d: %s is answered by %q, which no starter plan has", topic.Line, topic.ID, item)
			}
		}
	}
	for _, s := range v.Signs {
		if !there["call:"+s.Call] {
			t.Errorf("line %d: there is no call %q", s.Line, s.Call)
		}
		for _, group := range append([][]string{s.Unless}, s.All...) {
			for _, word := range group {
				if name, ok := strings.CutPrefix(word, "@"); ok && len(v.Groups[name]) == 0 {
					t.Errorf("line %d: there is no group %q", s.Line, name)
				}
			}
		}
		if len(s.All) == 0 {
			t.Errorf("line %d: a sign without words", s.Line)
		}
	}
	frames := []string{"may", "must", "when", "how_long", "normal", "why", "how", "how_many", "what", "which", "next"}
	for _, f := range v.Frames {
		if !slices.Contains(frames, f.Frame) {
			t.Errorf("line %d: there is no way to ask %q", f.Line, f.Frame)
		}
	}
}

func TestAVocabularyThatIsNotUnderstoodIsRefusedWithItsLine(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		line int
	}{
		"a table that is none":        {"format = 1\n[[topic]]\n", 2},
		"a key that is none":          {"[[topics]]\nid = \"a\"\ncolour = \"red\"\n", 3},
		"a text where a list belongs": {"[[topics]]\nwords = \"a\"\n", 2},
		"an escape":                   {"[[topics]]\nid = \"a\\n\"\n", 2},
		"a list without an end":       {"[[topics]]\nwords = [\"a\",\n\"b\"\n", 2},
		"a line without a meaning":    {"format = 1\n\nwords\n", 3},
		"another format":              {"format = 2\n", 1},
	} {
		_, err := ParseVocabulary(c.text)
		var wrong *VocabularyError
		if !errors.As(err, &wrong) || wrong.Line != c.line {
			t.Errorf("%s: %v, want line %d", name, err, c.line)
		}
	}
}
