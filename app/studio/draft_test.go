package studio_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"afterglow/app/studio"
	"afterglow/app/studio/row"
	"afterglow/guidance"
)

// files are plan files of many hands: the starter plans and all that the tests of the format have.
func files(t testing.TB) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	for _, id := range []string{"essentials", "cautious"} {
		text, ok := guidance.StarterText(id)
		if !ok {
			t.Fatalf("no plan %s", id)
		}
		all[id] = text
	}
	paths, err := filepath.Glob("../../guidance/testdata/*/*.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all[path] = text
	}
	return all
}

func open(t testing.TB, text []byte) *studio.Draft {
	t.Helper()
	d, err := studio.Open(text)
	if err != nil {
		t.Fatalf("open: %v\n%s", err, text)
	}
	return d
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestEveryEntryOfAPlanBecomesARow(t *testing.T) {
	for name, text := range files(t) {
		p, err := guidance.Reread(name, text)
		if err != nil {
			continue // a file that is wrong on purpose
		}
		count := map[studio.Kind]int{}
		for _, e := range open(t, text).Rows() {
			count[e.Kind]++
		}
		want := map[studio.Kind]int{
			studio.KindWindow: len(p.Windows), studio.KindRoutine: len(p.Routines), studio.KindCare: len(p.Care),
			studio.KindPhase: len(p.Phases), studio.KindCall: len(p.Calls), studio.KindProductWait: len(p.Products.Waits),
			studio.KindSpacingWhen: len(p.Spacing.When),
		}
		for _, w := range p.Windows {
			want[studio.KindWindowWhen] += len(w.When)
		}
		for _, r := range p.Routines {
			want[studio.KindRoutineWhen] += len(r.When)
			want[studio.KindStage] += len(r.Stages)
		}
		for k, n := range want {
			if count[k] != n {
				t.Errorf("%s: %d rows of %s, want %d", name, count[k], k, n)
			}
		}
	}
}

// changedLines are the lines of one text that the other has not, each as often.
func changedLines(a, b []byte) (gone, come []string) {
	left := map[string]int{}
	for _, l := range strings.SplitAfter(string(a), "\n") {
		left[l]++
	}
	for _, l := range strings.SplitAfter(string(b), "\n") {
		if left[l]--; left[l] < 0 {
			come = append(come, l)
		}
	}
	for l, n := range left {
		for range n {
			gone = append(gone, l)
		}
	}
	return gone, come
}

func TestAChangeOfOneRowLeavesAllOtherBytesAlone(t *testing.T) {
	for name, text := range files(t) {
		d := open(t, text)
		before := d.Text()
		for _, e := range d.Rows() {
			r := e.Row.Clone()
			lines := 1
			switch {
			case e.Kind == studio.KindClinic:
				r.Phone = "000 111"
			case e.Kind.Ingredients() && e.Kind != studio.KindProductWait:
				r.What = append(r.What, "snail mucin")
				continue // a list over several lines becomes one line: see the next test
			case e.Rule == row.May:
				r.From = "77h" // it has no end, but a begin
			case e.Kind == studio.KindCall:
				r.Text = "Another reason."
			case e.Kind == studio.KindCare:
				r.Rule, r.Until = row.Do, "77h"
			default:
				r.Until = "77h"
			}
			if _, err := d.Change(e.Key, r); err != nil {
				t.Fatalf("%s: change %s: %v", name, e.Key, err)
			}
			gone, come := changedLines(before, d.Text())
			if i := slices.Index(come, "format = 2\n"); i >= 0 { // an end of care is new in format 2
				come = slices.Delete(come, i, i+1)
				gone = slices.DeleteFunc(gone, func(l string) bool { return l == "format = 1\n" })
			}
			if len(gone) > lines || len(come) > lines {
				t.Errorf("%s: a change of %s changed\n%q\ninto\n%q", name, e.Key, gone, come)
			}
			if !d.Undo() || !bytes.Equal(d.Text(), before) {
				t.Fatalf("%s: undo of a change of %s is not the text before", name, e.Key)
			}
		}
	}
}

func TestARowThatIsWrittenAsItIsChangesNothing(t *testing.T) {
	for name, text := range files(t) {
		d := open(t, text)
		before := d.Text()
		for _, e := range d.Rows() {
			_, err := d.Change(e.Key, e.Row)
			must(t, err)
			if !bytes.Equal(d.Text(), before) {
				gone, come := changedLines(before, d.Text())
				t.Fatalf("%s: %s became\n%q\nof\n%q", name, e.Key, come, gone)
			}
		}
	}
}

func TestARowThatIsRemovedTakesItsCommentAndItsPartsAndNothingElse(t *testing.T) {
	text := []byte("format = 1\nid = \"a\"\nname = \"A\"\n# who says so\n[[sources]]\nid = \"s\"\ntitle = \"S\"\nstrength = \"clinic\"\n\n" +
		"# the first\n[[windows]]\nid = \"makeup\" # the id\nname = \"Makeup\"\navoid = \"No makeup.\"\nuntil = \"24h\"\n  [[windows.when]]\n  device = \"pen\"\n  until = \"48h\"\n\n" +
		"# of both\n\n# the second\n[[windows]]\nid = \"sun\"\nname = \"Sun\"\navoid = \"No sun.\"\nuntil = \"7d\"\n")
	d := open(t, text)
	must(t, d.Remove("windows/makeup"))
	want := string(text[:bytes.Index(text, []byte("# the first"))]) + string(text[bytes.Index(text, []byte("# of both")):])
	// What stands between two tables with an empty line behind it is of neither; it goes with the table that it follows.
	want = strings.Replace(want, "# of both\n\n", "", 1)
	if string(d.Text()) != want {
		t.Errorf("got\n%s\nwant\n%s", d.Text(), want)
	}
	if !d.Undo() || !bytes.Equal(d.Text(), text) {
		t.Error("undo does not bring it back")
	}
	if !d.Redo() || string(d.Text()) != want {
		t.Error("redo does not take it out again")
	}
}

func TestTwoMovesLeadBack(t *testing.T) {
	for name, text := range files(t) {
		d := open(t, text)
		for _, e := range d.Rows() {
			if e.Of != "" || e.Kind.Ingredients() || e.Kind == studio.KindSpacing || e.Kind == studio.KindClinic || e.ID == "" {
				continue
			}
			before := keys(d)
			must(t, d.Move(e.Key, 1))
			after := keys(d)
			if slices.Equal(before, after) {
				continue // the last of its kind
			}
			slices.Sort(after)
			if sorted := slices.Sorted(slices.Values(before)); !slices.Equal(sorted, after) {
				t.Fatalf("%s: after a move of %s the rows are %q, not %q", name, e.Key, after, sorted)
			}
			must(t, d.Move(e.Key, -1))
			if !slices.Equal(keys(d), before) {
				t.Fatalf("%s: %s moved down and up is not where it was", name, e.Key)
			}
		}
	}
}

func keys(d *studio.Draft) (keys []string) {
	for _, e := range d.Rows() {
		keys = append(keys, e.Key)
	}
	return keys
}

// text is some text that a row may hold, hostile ones among them.
func text() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.StringMatching(`[a-zA-Z][a-z ,.'-]{0,20}[a-z]`),
		rapid.SampledFrom([]string{`a "quoted" thing`, `back\slash`, "# no comment", "]] [[windows]]", "ünïcödé ☀", "''' and \"\"\""}),
	)
}

func texts() *rapid.Generator[[]string] {
	return rapid.SliceOfNDistinct(rapid.StringMatching(`[a-z]{3,8}`), 0, 3, rapid.ID[string])
}

func moment() *rapid.Generator[string] {
	return rapid.SampledFrom([]string{"", "24h", "5 to 7 days", "1 month", "morning 1", "night 3", "bedtime 0", "end of day 0", "next-2w", "next", "calm", "-3d", "last+4w"})
}

func anyRow() *rapid.Generator[row.Row] {
	return rapid.Custom(func(t *rapid.T) row.Row {
		return row.Row{
			Rule: rapid.SampledFrom(row.Rules).Draw(t, "rule"),
			What: texts().Draw(t, "what"), Except: texts().Draw(t, "except"),
			From: moment().Draw(t, "from"), Until: moment().Draw(t, "until"),
			Usually: moment().Draw(t, "usually"), Condition: rapid.SampledFrom([]string{"", "the scabs are gone"}).Draw(t, "condition"),
			AndCalm: rapid.Bool().Draw(t, "calm"), Allowed: moment().Draw(t, "allowed"),
			Often:     rapid.SampledFrom([]string{"", "every 2h", "every 3 to 4 hours", "3 to 4 times a day", "08:00, 20:30", "08:00, bedtime", "8 glasses", "now and then"}).Draw(t, "often"),
			Device:    rapid.SampledFrom([][]string{nil, {"rf"}, {"pen", "prp"}}).Draw(t, "device"),
			DepthOver: rapid.SampledFrom([]float64{0, 0.25, 1}).Draw(t, "over"), DepthUpTo: rapid.SampledFrom([]float64{0, 1.5}).Draw(t, "up to"),
			Sensitive: rapid.Bool().Draw(t, "sensitive"), Prescribed: rapid.Bool().Draw(t, "prescribed"),
			Area: rapid.SampledFrom([][]string{nil, {"scalp"}}).Draw(t, "area"), Act: rapid.SampledFrom([]string{"", row.ActToday}).Draw(t, "act"),
			Name: rapid.SampledFrom([]string{"", "Gym and sauna"}).Draw(t, "name"), Phone: "01234 5", Sessions: rapid.SampledFrom([]string{"", "4", "3 to 6"}).Draw(t, "sessions"),
			Text: text().Draw(t, "text"), Says: text().Draw(t, "says"),
		}
	})
}

func TestRowsReadBackFromTheirFileAreTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := studio.New("Rose Street", "2026-11")
		want := map[string]row.Row{}
		for range rapid.IntRange(1, 6).Draw(t, "rows") {
			r := anyRow().Draw(t, "row")
			key, err := d.Add(r, "")
			if err != nil {
				t.Fatal(err)
			}
			asAdvice := r.Rule == row.Expect && strings.HasPrefix(key, "care/") // no phase fits it
			if asAdvice {
				r.Rule = row.Note
			}
			if r.Rule == row.Clinic && r.Name == "" {
				r.Name = want[key].Name // what is there stays
			}
			canonical := studio.Canonical(r, nil)
			if asAdvice {
				canonical.Rule = row.Expect
			}
			want[key] = canonical
		}
		again, err := studio.Open(d.Text())
		if err != nil {
			t.Fatalf("%v\n%s", err, d.Text())
		}
		rows := again.Rows()
		for _, e := range rows {
			if !want[e.Key].Equal(e.Row) {
				t.Fatalf("%s is\n%+v\nnot\n%+v\n%s", e.Key, e.Row, want[e.Key], d.Text())
			}
		}
		if len(rows) != len(want) {
			t.Fatalf("%d rows, not %d:\n%s", len(rows), len(want), d.Text())
		}
	})
}

func TestAChangeReadsBackAsItIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := studio.New("Rose Street", "2026-11")
		key, err := d.Add(anyRow().Draw(t, "first"), "")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := d.Add(row.Row{Rule: row.Avoid, What: []string{"zebra crossings"}, Until: "1d"}, ""); err != nil {
			t.Fatal(err)
		}
		r := anyRow().Draw(t, "then")
		r.Name, r.Text = "Named", "Said."
		at, err := d.Change(key, r)
		if err != nil {
			t.Fatal(err)
		}
		e, ok := d.Row(at)
		want := studio.Canonical(r, nil)
		if e.Kind == studio.KindCare || e.Kind == studio.KindRoutine { // these two may stay what they are
			want.Rule, want.What, want.Often = e.Rule, e.What, e.Often
			want.Allowed, want.Area, want.Device = e.Allowed, e.Area, e.Device
			if e.Kind == studio.KindRoutine { // a routine knows how deep and whose skin marks easily, advice does not
				want.Sensitive, want.Prescribed, want.DepthOver, want.DepthUpTo = r.Sensitive, r.Prescribed, r.DepthOver, r.DepthUpTo
			}
			if r.Rule == row.Expect { // advice says more than a phase does
				want.Prescribed, want.Usually, want.Condition = e.Prescribed, e.Usually, e.Condition
			}
		}
		if !ok || !want.Equal(e.Row) {
			t.Fatalf("%s is\n%+v\nnot\n%+v\n%s", at, e.Row, want, d.Text())
		}
	})
}

func TestWhatIsTypedIntoOneFieldIsTakenBackTogether(t *testing.T) {
	d, keys := drafted(t, row.Row{Rule: row.Avoid})
	before := string(d.Text())
	key := keys[0]
	for _, typed := range []string{"m", "mak", "makeup"} {
		e, ok := d.Row(key)
		if !ok {
			t.Fatalf("no row %s", key)
		}
		d.Typing("what")
		var err error
		key, err = d.Change(key, e.WithWhat([]string{typed}))
		must(t, err)
	}
	e, _ := d.Row(key)
	if e.ID != "makeup" || e.Name != "Makeup" {
		t.Errorf("the row is %q, called %q", e.ID, e.Name)
	}
	d.Typing("until")
	r := e.Row
	r.Until = "24h"
	_, err := d.Change(key, r)
	must(t, err)
	if !d.Undo() || !d.Undo() || string(d.Text()) != before {
		t.Errorf("after two steps back the draft is\n%s", d.Text())
	}
}
