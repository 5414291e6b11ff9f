package service_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// sheetsFolder holds public aftercare sheets as facts; its README says what each file is.
const sheetsFolder = "../../guidance/testdata/sheets"

// fact is one instruction of a sheet, in our own words.
type fact struct {
	text  string
	kinds []string
}

var (
	factLine   = regexp.MustCompile(`^(\d+)\. (.+) \(([a-z, ]+)\)$`)
	figures    = regexp.MustCompile(`\d+`)
	listNumber = regexp.MustCompile(`(?m)^ *\d+\. `)
)

// sheetNames are the sheets, by their files of facts.
func sheetNames(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(sheetsFolder, "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, file := range files {
		if name := strings.TrimSuffix(filepath.Base(file), ".md"); name != "README" {
			names = append(names, name)
		}
	}
	if len(names) < 20 {
		t.Fatalf("%d sheets, want at least 20", len(names))
	}
	return names
}

func sheetFile(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(sheetsFolder, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// facts are the numbered facts of a sheet; the first has the number 1.
func facts(t testing.TB, name string) []fact {
	t.Helper()
	var list []fact
	for line := range strings.Lines(sheetFile(t, name+".md")) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] < '0' || line[0] > '9' {
			continue
		}
		m := factLine.FindStringSubmatch(line)
		if m == nil || m[1] != fmt.Sprint(len(list)+1) {
			t.Fatalf("%s: after fact %d stands %q, want the next number, a fact and its kinds in brackets", name, len(list), line)
		}
		list = append(list, fact{text: m[2], kinds: strings.Split(m[3], ", ")})
	}
	if len(list) == 0 {
		t.Fatalf("%s has no facts", name)
	}
	return list
}

func TestSheetsAreCountedRightInTheirReadme(t *testing.T) {
	names := sheetNames(t)
	kinds, rows, all := map[string]int{}, []string{}, 0
	for _, name := range names {
		list := facts(t, name)
		all += len(list)
		for _, f := range list {
			for _, kind := range f.kinds {
				kinds[kind]++
			}
		}
		title, _, _ := strings.Cut(strings.TrimPrefix(sheetFile(t, name+".md"), "# "), "\n")
		rows = append(rows, fmt.Sprintf("| %s | %s | %d |", name, title, len(list)))
	}
	readme := sheetFile(t, "README.md")
	want := append(rows, fmt.Sprintf("%d public sheets with %d instructions.", len(names), all))
	for kind, n := range kinds {
		want = append(want, fmt.Sprintf("| %d | %s |", n, kind))
	}
	for _, line := range want {
		if !strings.Contains(readme, line) {
			t.Errorf("README.md lacks %q", line)
		}
	}
	if told := strings.Count(readme, "\n| "); told != len(rows)+len(kinds)+2 {
		t.Errorf("README.md has %d rows, want %d sheets, %d kinds and two heads", told, len(rows), len(kinds))
	}
}

func TestSheetsNameTheirAddressAndTreatment(t *testing.T) {
	for _, name := range sheetNames(t) {
		text := sheetFile(t, name+".md")
		for _, want := range []string{"# ", "\n- address: http", "\n- treatment: ", "\n- read: "} {
			if !strings.Contains("\n"+text, want) {
				t.Errorf("%s.md lacks %q", name, want)
			}
		}
	}
}

// A leaflet that had a figure of its own would be a wrong test of whoever reads it.
func TestLeafletsSayNoFigureThatTheirFactsDoNotSay(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(sheetsFolder, "*.leaflet.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 12 {
		t.Fatalf("%d leaflets, want at least 12", len(files))
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".leaflet.txt")
		text := listNumber.ReplaceAllString(sheetFile(t, name+".leaflet.txt"), "")
		said := map[string]bool{}
		for _, f := range facts(t, name) {
			for _, n := range figures.FindAllString(f.text, -1) {
				said[n] = true
			}
		}
		if got, want := figuresOf(text), slices.Sorted(maps.Keys(said)); !slices.Equal(got, want) {
			t.Errorf("%s: the leaflet has the figures %v, its facts %v", name, got, want)
		}
	}
}

// figuresOf are the figures of a text, each once, sorted.
func figuresOf(text string) []string {
	list := figures.FindAllString(text, -1)
	slices.Sort(list)
	return slices.Compact(list)
}
