package cli_test

import (
	"bytes"
	"image/png"
	"os"
	"strings"
	"testing"
	"time"

	"afterglow/app/cli/shape"
)

// drawnCard is what export card answers.
type drawnCard struct {
	File string
	Rows []struct {
		ID, Name, When string
		Until          *time.Time
	}
}

func TestACardAndAPageHaveEachEndThatStatusHas(t *testing.T) {
	w := newWorld(t, "12:00")
	w.withWindow()
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml")
	var picture, page drawnCard
	w.ask(&picture, "export", "card", w.path("lock"), "--size", "1170x2532", "--dark")
	w.ask(&page, "export", "card", w.path("fridge.pdf"), "--paper", "letter")
	file := []byte(w.reads(picture.File))
	if size, err := png.DecodeConfig(bytes.NewReader(file)); err != nil || size.Width != 1170 || size.Height != 2532 {
		t.Errorf("the picture is %+v, %v", size, err)
	}
	if text := w.reads(page.File); !strings.HasPrefix(text, "%PDF-") || !strings.Contains(text, "612.00 792.00") {
		t.Error("the page is none of Letter")
	}
	var st shape.Status
	w.ask(&st, "status")
	for _, c := range []drawnCard{picture, page} {
		ends, found := map[string]*time.Time{}, 0
		for _, row := range c.Rows {
			ends[row.ID] = row.Until
		}
		for _, window := range st.Windows {
			if window.State != "wait" || window.Until == nil {
				continue
			}
			found++
			if at := ends[window.ID]; at == nil || !at.Equal(*window.Until) {
				t.Errorf("%s ends at %v, the card says %v", window.ID, window.Until, at)
			}
		}
		if found < 2 {
			t.Errorf("%d waits were compared", found)
		}
	}
}

func TestWhatACardCannotBeIsSaidInOneLine(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml")
	there := w.file("there.png", "mine")
	for _, c := range []struct {
		name, words string
		code        int
		window      bool
		args        []string
	}{
		{"no program that draws", "afterglow-window", 1, false, []string{"card", w.path("a.png")}},
		{"no size", "1080x2400", 2, true, []string{"card", w.path("a.png"), "--size", "big"}},
		{"a size that no phone has", "320 to 4320", 2, true, []string{"card", w.path("a.png"), "--size", "99999x9"}},
		{"no paper", "a4 or letter", 2, true, []string{"card", w.path("a.pdf"), "--paper", "a3"}},
		{"another ending", ".png and .pdf", 2, true, []string{"card", w.path("a.jpg")}},
		{"a file that is there", "there already", 2, true, []string{"card", there}},
		{"a folder that is not there", "no such file", 1, true, []string{"card", w.path("none/a.pdf")}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := os.Lstat(w.path("afterglow-window")); c.window && err != nil {
				w.withWindow()
			}
			if !c.window {
				t.Setenv("PATH", w.dir)
			}
			code, _, errs := w.run(append([]string{"export"}, c.args...)...)
			if code != c.code || !strings.Contains(errs, c.words) || strings.Count(errs, "\n") != 1 {
				t.Errorf("exit %d, %q", code, errs)
			}
		})
	}
	if w.reads(there) != "mine" {
		t.Error("a file was written over")
	}
}
