package cli_test

import (
	"strings"
	"testing"
)

func TestCheckReadsAFileAPipeAndStandardInput(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00")
	file := w.file("serum.txt", "\xef\xbb\xbfIngredients: Aqua, Retinol 0.3%, Mica")
	want := w.must("check", file)
	for _, line := range []string{"Retinol: not yet, until Saturday 17:00", "Not on our list: Mica.", "That does not mean it suits you."} {
		if !strings.Contains(want, line) {
			t.Errorf("%q is not said: %s", line, want)
		}
	}
	w.in = "Ingredients: Aqua, Retinol 0.3%, Mica"
	for _, args := range [][]string{{"check", "-"}, {"check"}} {
		if got := w.must(args...); got != want {
			t.Errorf("%v: %s", args, got)
		}
	}
}

func TestCheckNeverSaysThatAProductIsSafe(t *testing.T) {
	w := newWorld(t, "12:00")
	for _, treated := range []bool{false, true} {
		if treated {
			w.must("treat", "--at", "yesterday 17:00")
		}
		for _, text := range []string{"Aqua", "Aqua, Glycerin, Panthenol", "Mica", "Retinol, Parfum, Citric Acid, Aloe Vera"} {
			out := w.must("check", w.file("label.txt", text))
			for _, word := range []string{"safe", "fine", "harmless", "no problem", "good for"} {
				if strings.Contains(strings.ToLower(out), word) {
					t.Errorf("%q: %q is said: %s", text, word, out)
				}
			}
		}
	}
}

func TestAFileThatIsNoLabelIsRefusedInOneLine(t *testing.T) {
	w := newWorld(t, "12:00")
	for _, c := range []struct{ name, line string }{
		{w.path("gone.txt"), "There is no file"},
		{w.dir, "is a folder"},
		{w.file("bytes.txt", "Aqua, \xff"), "That is no text"},
		{w.file("program", "Aqua\x00"), "That is no text"},
		{w.file("empty.txt", " \n"), "There is no ingredient in that"},
		{w.file("book.txt", strings.Repeat("Aqua, Retinol, ", 6000)), "That is more than any label has"},
		{"", "needs a file"},
	} {
		code, out, errs := w.run("check", c.name)
		if code == 0 || out != "" || strings.Count(errs, "\n") != 1 || !strings.Contains(errs, c.line) {
			t.Errorf("%q: exit %d, %q %q", c.name, code, out, errs)
		}
	}
}
