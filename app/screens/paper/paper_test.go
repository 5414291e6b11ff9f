package paper_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/theme"

	"afterglow/app/screens/paper"
)

func fonts() paper.Fonts {
	return paper.Fonts{Regular: theme.DefaultTextFont().Content(), Bold: theme.DefaultTextBoldFont().Content()}
}

// sheet has so many instructions.
func sheet(rows int) paper.Sheet {
	s := paper.Sheet{
		Title: "Rose Street Clinic", Lead: []string{"Plan: Rose Street"}, Foot: []string{"Who says so: leaflet."}, Sign: []string{"For the clinic", "Date"},
		Call: paper.Call{Title: "When to call", Phone: "01234 567890", Lines: []string{"Call today: Pus."}}, Made: time.Date(2026, 11, 28, 9, 0, 0, 0, time.UTC),
	}
	for i := range rows {
		if i%8 == 0 {
			s.Sections = append(s.Sections, paper.Section{Title: fmt.Sprintf("Part %d", i/8)})
		}
		last := &s.Sections[len(s.Sections)-1]
		last.Rows = append(last.Rows, paper.Row{Name: "Makeup", When: "until Sat 28 Nov, 15:30", Text: []string{strings.Repeat("Nothing on your skin. ", 4)}})
	}
	return s
}

func TestAClinicsSheetIsOnePageAndALongPlanFewer(t *testing.T) {
	for _, c := range []struct{ rows, pages int }{{1, 1}, {16, 1}, {28, 1}, {70, 2}} {
		file, pages, err := paper.PDF(sheet(c.rows), fonts())
		if err != nil || pages != c.pages || !bytes.HasPrefix(file, []byte("%PDF-")) {
			t.Errorf("%d instructions: %d pages, want %d, %v", c.rows, pages, c.pages, err)
		}
	}
	file, pages, err := paper.PDF(sheet(600), fonts())
	if err != nil || pages < 3 || len(file) == 0 {
		t.Errorf("a book: %d pages, %v", pages, err)
	}
}

func TestThePaperIsThatOfTheReader(t *testing.T) {
	for letter, want := range map[bool]string{false: "595.28 841.89", true: "612.00 792.00"} {
		s := sheet(3)
		s.Letter = letter
		file, _, err := paper.PDF(s, fonts())
		if err != nil {
			t.Fatal(err)
		}
		if box := regexp.MustCompile(`/MediaBox \[0 0 ([0-9. ]+)\]`).FindSubmatch(file); box == nil || string(box[1]) != want {
			t.Errorf("letter %v: the page is %s", letter, box)
		}
	}
}

func TestAnyTextIsSet(t *testing.T) {
	for name, text := range map[string]string{
		"nothing": "", "a word without an end": strings.Repeat("W", 400), "other letters": "Größe, čeština, Ελληνικά, 肌, 🌿",
		"right to left": "שלום", "hidden": "a\u202eb\x00c",
	} {
		s := sheet(2)
		s.Title, s.Sections[0].Rows[0] = text, paper.Row{Name: text, When: text, Text: []string{text}}
		if _, pages, err := paper.PDF(s, fonts()); err != nil || pages < 1 {
			t.Errorf("%s: %d pages, %v", name, pages, err)
		}
	}
}
