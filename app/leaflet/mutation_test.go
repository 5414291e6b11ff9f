package leaflet_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"afterglow/app/ask"
	"afterglow/app/leaflet"
	"afterglow/app/studio/row"
)

// sureSentences are the sentences of all leaflets here that, alone, read as rows without a question.
func sureSentences(t *testing.T) (all []string) {
	t.Helper()
	files, err := filepath.Glob("testdata/*/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	more, err := filepath.Glob(filepath.Join(sheets, "*.leaflet.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range append(files, more...) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		d := leaflet.Read(string(text), ask.Default())
		for _, p := range d.Proposals {
			s := strings.TrimRight(d.Words(p.At), ".!")
			if p.Row.Rule != row.Avoid && p.Row.Rule != row.Do && p.Row.Rule != row.May || slices.Contains(all, s) || len(s) > 200 || strings.HasPrefix(s, "-") {
				continue
			}
			if rows := leaflet.Read(s+".", ask.Default()).Proposals; len(rows) > 0 && !slices.ContainsFunc(rows, func(p leaflet.Proposal) bool { return !certain(p) }) {
				all = append(all, s)
			}
		}
	}
	return all
}

func lowered(s string) string {
	first := []rune(s)
	if len(first) > 1 && unicode.IsUpper(first[1]) {
		return s
	}
	first[0] = unicode.ToLower(first[0])
	return string(first)
}

// says says whether a row has words, of a condition or an exception, in its own.
func says(p leaflet.Proposal, words string) bool {
	text := strings.ToLower(strings.Join(append(append([]string{p.Row.Text, p.Row.Condition}, p.Row.Except...), p.Row.What...), " | "))
	return strings.Contains(text, strings.ToLower(words))
}

// What is put into a sentence that reads without a question is asked about, or the row says it: a condition, an exception, a
// limit to some people, a no. And no row keeps a figure that was changed.
func TestWhatIsPutIntoASentenceIsNeverLost(t *testing.T) {
	behind := []struct{ add, words string }{
		{" if your skin is glorbed", "glorbed"}, {" unless we zimmed it", "zimmed"}, {" when you have a frobble", "frobble"},
		{" except on the forehead", "forehead"}, {" apart from mineral ones", "mineral ones"}, {", but not on your nose", "nose"},
		{" only if it blisters", "blisters"}, {", or longer if it is red", "longer"}, {" provided we agree", "we agree"},
		{" until we call you", "we call you"}, {" without a doctor's word", "doctor"}, {" (not the neck)", "neck"},
	}
	front := []struct{ add, words string }{
		{"If you had a frobble, ", "frobble"}, {"Unless we zimmed it, ", "zimmed"}, {"For those with glorbed skin, ", "glorbed"}, {"Except on your nose, ", "nose"},
		{"Smokers: ", "smokers"}, {"Once the blisp is gone, ", "blisp"},
	}
	number := regexp.MustCompile(`\d+`)
	all := sureSentences(t)
	if len(all) < 150 {
		t.Fatalf("only %d sentences", len(all))
	}
	read := func(s string) []leaflet.Proposal { return leaflet.Read(s+".", ask.Default()).Proposals }
	lost, tried := 0, 0
	for _, s := range all {
		held := func(text, words string) {
			tried++
			rows := read(text)
			for _, p := range rows {
				beside := slices.ContainsFunc(rows, func(o leaflet.Proposal) bool {
					return o.Row.Rule == row.Do && says(o, words) || p.Row.Rule == row.Expect && says(o, words)
				}) // care beside it says so
				if certain(p) && !says(p, words) && !beside {
					lost++
					t.Errorf("%q: %s %q %v leaves %q out", text, p.Row.Rule, things(p.Row), figuresOf(p.Row), words)
				}
			}
		}
		for _, m := range behind {
			held(s+m.add, m.words)
		}
		for _, m := range front {
			held(m.add+lowered(s), m.words)
		}
		for _, no := range []string{"You do not need to ", "There is no need to ", "Do not avoid to "} {
			tried++
			for _, p := range read(no + lowered(s)) {
				if certain(p) && p.Row.Rule != row.Avoid && !strings.Contains(s, " and ") {
					lost++
					t.Errorf("%q: %s %q", no+lowered(s), p.Row.Rule, things(p.Row))
				}
			}
		}
		for _, at := range number.FindAllStringIndex(s, -1) {
			n, err := strconv.Atoi(s[at[0]:at[1]])
			if err != nil || n > 90 {
				continue
			}
			other := s[:at[0]] + strconv.Itoa(n+3) + s[at[1]:]
			tried++
			for _, p := range read(other) {
				for key, v := range figuresOf(p.Row) {
					if certain(p) && key != "phone" && key != "often" && slices.Contains(number.FindAllString(v, -1), strconv.Itoa(n)) && !slices.Contains(number.FindAllString(other, -1), strconv.Itoa(n)) && !strings.HasPrefix(v, "end of day") && !strings.Contains(v, "morning") {
						lost++
						t.Errorf("%q: %s is %s", other, key, v)
					}
				}
			}
		}
	}
	t.Logf("%d sentences, %d changes, %d lost", len(all), tried, lost)
}
