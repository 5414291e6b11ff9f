package guidance

import (
	"reflect"
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
			!reflect.DeepEqual(got.Is, list(want["is"])) || !reflect.DeepEqual(got.Items, list(want["items"])) ||
			got.Local != (want["local"] == true) || got.Weak != (want["weak"] == true) || got.Mild != (want["mild"] == true) {
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
	if !reflect.DeepEqual(v.Plain, list(words["plain"])) || !reflect.DeepEqual(v.Forbid, list(words["forbid"])) {
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
