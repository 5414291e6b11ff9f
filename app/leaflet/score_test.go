package leaflet_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"afterglow/app/ask"
	"afterglow/app/leaflet"
	"afterglow/app/studio/row"
)

// wanted is one instruction of a leaflet, as a person reads it: "avoid | sun, sunbeds | until=2 weeks". An instruction
// that is in no row but not lost either may be written so, too: what is not proposed counts as missed.
type wanted struct {
	rule    string
	what    []string
	figures map[string]string
}

var figureKeys = []string{"from", "until", "usually", "often", "act", "phone", "sessions"}

// wantedOf reads the lines of a .want file.
func wantedOf(t *testing.T, file string) (all []wanted) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		parts := strings.Split(line, "|")
		if len(parts) != 3 {
			t.Fatalf("%s: %q is no instruction", file, line)
		}
		w := wanted{rule: strings.TrimSpace(parts[0]), figures: map[string]string{}}
		for what := range strings.SplitSeq(parts[1], ",") {
			if what = strings.TrimSpace(what); what != "" {
				w.what = append(w.what, what)
			}
		}
		for figure := range strings.SplitSeq(parts[2], ";") {
			if figure = strings.TrimSpace(figure); figure == "" {
				continue
			}
			key, value, ok := strings.Cut(figure, "=")
			if !ok || !slices.Contains(figureKeys, key) {
				t.Fatalf("%s: %q is no figure", file, figure)
			}
			w.figures[key] = value
		}
		all = append(all, w)
	}
	return all
}

func figuresOf(r row.Row) map[string]string {
	all := map[string]string{"from": r.From, "until": r.Until, "usually": r.Usually, "often": r.Often, "act": r.Act, "phone": r.Phone, "sessions": r.Sessions}
	for key, value := range all {
		if value == "" {
			delete(all, key)
		}
	}
	return all
}

func sameFigures(a, b map[string]string) bool {
	return len(a) == len(b) && fits(a, b)
}

// fits says whether all figures of a stand in b.
func fits(a, b map[string]string) bool {
	for key, value := range a {
		if b[key] != value {
			return false
		}
	}
	return true
}

// alike says whether two texts name the same thing: by the vocabulary, or by a word that both have.
func alike(a, b string) bool {
	x, y := topics(a), topics(b)
	for _, t := range x {
		if slices.Contains(y, t) {
			return true
		}
	}
	words := ask.Tokens(b)
	return slices.ContainsFunc(ask.Tokens(a), func(w string) bool {
		return len(w) > 2 && slices.ContainsFunc(words, func(o string) bool { return o == w || strings.TrimSuffix(o, "s") == strings.TrimSuffix(w, "s") })
	})
}

func topics(s string) (ids []string) {
	for _, m := range ask.Default().Mentions(s) {
		for _, t := range m.Topics {
			ids = append(ids, t.ID)
		}
	}
	return ids
}

func things(r row.Row) []string {
	all := append(slices.Clone(r.What), r.Except...)
	if len(all) == 0 {
		all = append(all, r.Text)
	}
	return append(all, r.Phone)
}

func about(r row.Row, what []string) bool {
	return len(what) == 0 || slices.ContainsFunc(what, func(w string) bool {
		return slices.ContainsFunc(things(r), func(x string) bool { return alike(w, x) })
	})
}

// found says whether an instruction is proposed right: each of its things by its rule, with its figures and no other; sure,
// that no row of it leaves a question open.
func found(w wanted, all []leaflet.Proposal) (right, sure bool) {
	each := w.what
	if len(each) == 0 {
		each = []string{""}
	}
	sure = true
	for _, what := range each {
		is := func(p leaflet.Proposal) bool {
			return string(p.Row.Rule) == w.rule && (what == "" || about(p.Row, []string{what})) && sameFigures(figuresOf(p.Row), w.figures)
		}
		if !slices.ContainsFunc(all, is) {
			return false, false
		}
		sure = sure && slices.ContainsFunc(all, func(p leaflet.Proposal) bool { return is(p) && certain(p) })
	}
	return true, sure
}

// certain says whether a proposal leaves nothing open but what "day 1" is, which the text does not say.
func certain(p leaflet.Proposal) bool {
	return !slices.ContainsFunc(p.Doubts, func(d leaflet.Doubt) bool { return d.Why != leaflet.ADayCount })
}

// wrong says what is wrong with a proposal: a figure that no instruction of its thing has, or a ban that names no end
// where the leaflet does and nothing is said of it.
func wrong(p leaflet.Proposal, all []wanted) string {
	figures := figuresOf(p.Row)
	if !slices.ContainsFunc(all, func(w wanted) bool {
		return string(p.Row.Rule) == w.rule && about(p.Row, w.what) && fits(figures, w.figures)
	}) && len(figures) > 0 {
		return fmt.Sprintf("no instruction has %v", figures)
	}
	if p.Row.Ban() && p.Row.Rule != row.May && p.Row.Until == "" && len(p.Doubts) == 0 && !slices.ContainsFunc(all, func(w wanted) bool {
		return string(p.Row.Rule) == w.rule && about(p.Row, w.what) && w.figures["until"] == ""
	}) && slices.ContainsFunc(all, func(w wanted) bool { return string(p.Row.Rule) == w.rule && about(p.Row, w.what) }) {
		return "it names no end, the leaflet does"
	}
	return ""
}

// astray says what is wrong with a proposal by itself, figures or not: it is no instruction of the leaflet, it has other
// figures than that, or something in its words is doubted.
func astray(p leaflet.Proposal, all []wanted) string {
	figures := figuresOf(p.Row)
	of := false
	for _, w := range all {
		if string(p.Row.Rule) != w.rule || !about(p.Row, w.what) {
			continue
		}
		of = true
		if sameFigures(figures, w.figures) || p.Row.Rule == row.Do && fits(figures, w.figures) && strings.Contains(p.Row.Says, strings.TrimSuffix(p.Row.Text, ".")) {
			return ""
		}
	}
	if !of {
		return fmt.Sprintf("it is no instruction of the leaflet %v", figures)
	}
	return fmt.Sprintf("its instruction has not %v", figures)
}

// sheets are where the leaflets lie that were written after real sheets.
const sheets = "../../guidance/testdata/sheets"

// leafletFile is the text that a .want file is of: beside it, or among the sheets.
func leafletFile(want string) string {
	name := strings.TrimSuffix(filepath.Base(want), ".want")
	if file := filepath.Join(filepath.Dir(want), name+".txt"); exists(file) {
		return file
	}
	return filepath.Join(sheets, name+".leaflet.txt")
}

func exists(file string) bool { _, err := os.Stat(file); return err == nil }

// counted is how the rows of some leaflets are: instructions proposed right without a question, or behind one, missed; rows
// that are wrong without a question, or behind one.
type counted struct{ sure, asked, missed, wrong, wrongAsked int }

// score reads the leaflets of a folder and tells of each what was missed, and what is wrong.
func score(t *testing.T, folder string) (n counted) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", folder, "*.want"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no leaflets in %s: %v", folder, err)
	}
	for _, file := range files {
		text, err := os.ReadFile(leafletFile(file))
		if err != nil {
			t.Fatal(err)
		}
		all := wantedOf(t, file)
		d := leaflet.Read(string(text), ask.Default())
		for _, w := range all {
			switch right, sure := found(w, d.Proposals); {
			case sure:
				n.sure++
			case right:
				n.asked++
			default:
				n.missed++
				t.Logf("%s: missed %s %q %v", file, w.rule, w.what, w.figures)
			}
		}
		for _, p := range d.Proposals {
			what := wrong(p, all)
			if what == "" {
				what = astray(p, all)
			}
			switch {
			case what == "":
			case certain(p):
				n.wrong++
				t.Errorf("%s: %s %q: %s (%s)", file, p.Row.Rule, things(p.Row), what, p.Row.Says)
			default:
				n.wrongAsked++
				t.Logf("%s: asked, but %s %q: %s (%s)", file, p.Row.Rule, things(p.Row), what, p.Row.Says)
			}
		}
		for _, l := range d.Left {
			t.Logf("%s: left %s %q", file, l.Why, d.Words(l.At))
		}
	}
	return n
}

// "first", "second" and "third" were written one after the other, each before the rules had seen it, and the rules mended
// behind each: at first sight 66, 68 and 71 % of their instructions were proposed right, beside 12, 5 and 11 wrong rows.
// 117 pages of clinics were read behind them, in batches that the rules had not seen: 7 to 12 rows of each were wrong, up to
// 8 by a time, however much was mended. Since then a row leaves a question open unless each word of its sentence is accounted
// for (weigh.go). In eight more batches, of 73 pages, 3, 0, 2, 5, 2, 5, 15 and 1 rows without a question were wrong at first
// sight, of some 50 to 75 each; by a time 0, 0, 1, 3, 0, 0, 0 and 0 (14 of the 15 stood below the names of other treatments).
// Of the instructions of the fifth, sixth and eighth batch 78, 80 and 82 % were proposed right, 37, 37 and 46 % without a
// question. Behind these six more, of 48 pages: 1, 2, 3, 2, 1 and 1 such rows were wrong at first sight, of some 40 to 80 each;
// by a time 0, 0, 1, 1, 1 and 0. Each cause is in careful_test.go, and mutation_test.go holds what is put into a sentence.
func TestMostInstructionsAreProposedAndNoneWithAWrongFigure(t *testing.T) {
	for _, folder := range []string{"known", "heldout", "first", "second", "third"} {
		t.Run(folder, func(t *testing.T) {
			n := score(t, folder)
			of := n.sure + n.asked + n.missed
			t.Logf("%s: %+v of %d", folder, n, of)
			if 100*(n.sure+n.asked) < 70*of {
				t.Errorf("only %d of %d instructions are proposed right", n.sure+n.asked, of)
			}
			if 2*n.sure < n.sure+n.asked {
				t.Errorf("of %d right instructions %d are asked about", n.sure+n.asked, n.asked)
			}
		})
	}
}
