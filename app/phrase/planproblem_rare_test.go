package phrase_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"afterglow/app/locale"
	"afterglow/guidance"
)

// rareMistakes are those that the small plan alone does not show.
func rareMistakes() []mistake {
	times := make([]string, 25)
	names := make([]string, 201)
	for i := range times {
		times[i] = fmt.Sprintf(`"%02d:%02d"`, i/2, i%2*30)
	}
	for i := range names {
		names[i] = fmt.Sprintf(`"n%d"`, i)
	}
	const avoid, useful, every = `avoid = "No makeup."`, `useful_for = "3h"`, `times = ["08:00", "20:30"]`
	return []mistake{
		{"an impossible use", useful, 1, `useful_for = "3 hrs"`, []string{`30: useful_for = "3 hrs" is not a length of time in routine "cleanse"; write useful_for = "3h"`}},
		{"of use for ever", useful, 1, `useful_for = "8d"`, []string{`30: useful_for = "8d" is too long in routine "cleanse"; write at most 7d`}},
		{"an unclear use", useful, 1, `useful_for = "a while"`, []string{`30: useful_for = "a while" is not a length of time in routine "cleanse"; write useful_for = "3h"`}},
		{"too many times", every, 1, "times = [" + strings.Join(times, ", ") + "]", []string{`27: 25 times a day are too many in routine "cleanse"; write every = "1h" instead`}},
		{"quotes within a text", avoid, 1, `avoid = “No “bold” makeup.”`, []string{`15: “ ” are the quotes of a word processor, and a plan file needs straight ones; write the line with straight quotes: key = "text"`}},
		{"a rule twice", `[[call]]`, 1, "[[care]]\nid = \"b\"\nname = \"B\"\ntext = \"B.\"\nrule = 6\n[[call]]", []string{`65: rule = 6 stands already in line 56, in care "b"; write another rule, or take the line out`}},
		{"a stage before its routine", `from = "0h"`, 2, `from = "1h"`, []string{`33: from = "0h" is before the routine begins in a stage of routine "cleanse"; write from = "1h" or later`}},
		{"a time before the next treatment in words", `until = "24h"`, 1, `until = "next 2w"`, []string{`17: until = "next 2w" is not a point in time in window "makeup"; write until = "next-NUMBERw"`}},
		{"a night without its number", `until = "24h"`, 1, `until = "night"`, []string{`17: until = "night" is not a point in time in window "makeup"; write until = "night NUMBER"`}},
		{"more time before the next treatment", `[[routines]]`, 1, "[[windows]]\nid = \"tan\"\nname = \"Tan\"\navoid = \"No tan.\"\nfrom = \"next-2w\"\nuntil = \"next\"\n[[windows.when]]\ndevice = \"pen\"\nadd = \"1d\"\n[[routines]]",
			[]string{`32: add cannot move until = "next" in a when of window "tan"; write until = "next-1w"`}},
		{"hours on top of a night", `until = "24h"`, 1, "until = \"night 2\"\n[[windows.when]]\narea = \"neck\"\nadd = \"6h\"\n[[windows.when]]\narea = \"scalp\"\nadd = \"1d\"",
			[]string{`20: add = "6h" is not whole days, as until = "night 2" needs, in a when of window "makeup"; write whole days, such as add = "1d"`, `28: until = "48h" cannot be compared`}},
		{"then_until in a when alone", `until = "48h"`, 1, "until = \"48h\"\nthen_until = \"3d\"", []string{`23: then_until varies nothing in a when of window "makeup"; write then and then_until in the window itself first`}},
		{"a table as a text", `version = "1"`, 1, "version = \"1\"\nclinic = \"Rose\"", []string{`5: clinic is not a table; write [clinic] on a line of its own, and its keys below`}},
		{"a list as a text", `covers = ["makeup"]`, 1, `covers = "makeup"`, []string{`59: covers is not a list in care "gentle"; write covers = ["makeup"]`}},
		{"an entry without a text", `covers = ["makeup"]`, 1, `covers = ["makeup", ""]`, []string{`59: entry 2 of covers in care "gentle" is empty; write covers = ["makeup"]`}},
		{"an entry with a hidden character", `covers = ["makeup"]`, 1, `covers = ["makeup", "a\u202e"]`, []string{`59: entry 2 of covers in care "gentle" has a hidden character or a line break (U+202E)`}},
		{"a long entry", `covers = ["makeup"]`, 1, `covers = ["makeup", "` + strings.Repeat("m", 41) + `"]`, []string{`59: entry 2 of covers in care "gentle" has 41 letters, more than 40`}},
		{"a long list", `use = ["panthenol"]`, 1, "use = [" + strings.Join(names, ", ") + "]", []string{`72: use has 201 entries in [products]; write at most 200`}},
		{"begins too late for some", `how = "Water only."`, 1, "how = \"Water only.\"\n[[routines.when]]\narea = \"neck\"\nfrom = \"8d\"", []string{`42: from = "8d" is not before until = "7d" in a when of routine "cleanse"; write a later until as well`}},
		{"an amount of another role", every, 1, "amount = \"3 cups\"\nrole = \"cleanse\"", []string{`28: role = "cleanse" stands with an amount, which only drinks have, in routine "cleanse"; write role = "water", or times instead of the amount`}},
		{"a role twice", `[[phases]]`, 1, "[[routines]]\nid = \"wash\"\nrole = \"cleanse\"\nname = \"Wash\"\ntimes = [\"09:00\"]\nuntil = \"2d\"\n[[phases]]", []string{`43: role = "cleanse" is that of routine "cleanse" already, in routine "wash"; write another role, or take the line out`}},
		{"a table's name left open", `[products]`, 1, `[products`, []string{`70: the line cannot be read`}},
	}
}

// wholeFiles are mistakes of a file as a whole.
func wholeFiles(t *testing.T) map[string][2]string {
	t.Helper()
	small := smallPlan(t)
	many := strings.Repeat("[[call]]\nid = \"x\"\ntext = \"X.\"\nact = \"clinic\"\n", 201)
	return map[string][2]string{
		"nothing":           {"", `1: the plan has nothing to avoid and nothing to do; write a table [[windows]] or [[routines]]`},
		"cut off":           {small + "[[call]]\nid = \"y\"\ntext = \"Call when it", `: the file ends in the middle of a line, so a part of it is missing; write the line to its end, or get the whole file again`},
		"no sources":        {"format = 1\n", `1: the plan does not say where its figures come from; write a table [[sources]] with id, title and strength`},
		"over 1 MiB":        {small + strings.Repeat("#\n", guidance.LargestFile/2), `1: the file is larger than 1 MiB; write a shorter file, of at most 1 MiB`},
		"not UTF-8":         {"format = 1\nname = \"Caf\xe9\"\n", `2: the text is not UTF-8; write the file again, saved as UTF-8`},
		"keys without end":  {strings.Repeat("a = 1\n", 10_001), `1: the file has more than 10000 keys and tables; write a shorter file, of a few hundred keys`},
		"many calls":        {small + many, `61: there are 202 entries of call; write at most 200`},
		"lists in the list": {"format = 1\nwindows = [3]\n", `2: entry 1 of windows is not a table; write [[windows]] on a line of its own, and its keys below`},
		"one more":          {small + strings.Repeat("[[call]]\nid = \"y\"\ntext = \"Y.\"\nact = \"soon\"\n", 11), `and 1 more problem after this`},
		"an amount by stages": {strings.Replace(strings.Replace(small, `times = ["08:00", "20:30"]`, `amount = "3 cups"`, 1), `how = "Water only."`, `times = ["09:00"]`, 1),
			`an amount is shared out over the day, so times change nothing in a stage of routine "cleanse"; write none = true or how = "..."`},
	}
}

func TestARareMistakeNamesItsLineAndTheWayOutToo(t *testing.T) {
	for _, m := range rareMistakes() {
		t.Run(m.name, func(t *testing.T) { m.try(t, m.apply(t)) })
	}
}

func TestAFileThatIsWrongAsAWholeIsToldSo(t *testing.T) {
	for name, c := range wholeFiles(t) {
		_, err := guidance.Parse("clinic.toml", []byte(c[0]))
		problems, ok := errors.AsType[guidance.Problems](err)
		if !ok {
			t.Errorf("%s: no problem is found, but %v", name, err)
			continue
		}
		lines := strings.Join(voice(locale.Format{}).PlanProblems(problems), "\n")
		if !strings.Contains(lines, c[1]) || strings.ContainsAny(lines, "⟨⟩") {
			t.Errorf("%s: got  %s\nwant %s", name, lines, c[1])
		}
	}
}

// A message that no mistake above shows could lack a place without anybody seeing it.
func TestEveryProblemOfTheCatalogIsTried(t *testing.T) {
	tried := map[string]bool{"planproblem.line": true, "planproblem.line_alone": true, "planproblem.first": true, "planproblem.first_in_window": true}
	var texts []string
	for _, m := range slices.Concat(mistakes(), rareMistakes(), partMistakes(), oneMistakes()) {
		texts = append(texts, m.apply(t))
	}
	for _, m := range append(twoMistakes(), slips()...) {
		texts = append(texts, two(m.apply(t)))
	}
	for words := range saidOtherwise() {
		texts = append(texts, two(mistake{words, `until = "24h"`, 1, `until = "` + words + `"`, nil}.apply(t)))
	}
	for _, c := range wholeFiles(t) {
		texts = append(texts, c[0])
	}
	for _, text := range texts {
		_, err := guidance.Parse("clinic.toml", []byte(text))
		problems, _ := errors.AsType[guidance.Problems](err)
		for _, p := range problems {
			tried[p.What.ID] = true
			if p.Write != nil {
				tried[p.Write.ID] = true
			}
		}
	}
	for id := range catalogue(t) {
		if (strings.HasPrefix(id, "planproblem.") || strings.HasPrefix(id, "planwrite.")) && !tried[id] {
			t.Errorf("no mistake above is told by %q", id)
		}
	}
}
