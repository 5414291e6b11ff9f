package phrase_test

import (
	"strings"
	"testing"
)

// twoMistakes are those in what format 2 says.
func twoMistakes() []mistake {
	const until, every, useful = `until = "24h"`, `times = ["08:00", "20:30"]`, `useful_for = "3h"`
	return []mistake{
		{"a range turned round", until, 1, `until = "7 to 5 days"`, []string{`17: until = "7 to 5 days" is a range whose second figure is not the larger, in window "makeup"; write the smaller figure first: "5 to 7 days"`}},
		{"a guess without a question", until, 1, until + "\nusually = \"5d\"", []string{`18: usually says when the skin is calm, but nothing waits for that, in window "makeup"; write until = "calm", or take usually out`}},
		{"a condition without a question", until, 1, until + "\ncondition = \"it is healed\"", []string{`18: condition says on what it ends, but it does not end on a condition, in window "makeup"; write until = "calm", or take condition out`}},
		{"calm twice", until, 1, "until = \"calm\"\nand_when = \"calm\"", []string{`18: and_when says again what until says, in window "makeup"; write until = "calm" alone, or a time there`}},
		{"what follows no end", until, 1, `then = "SPF 30+"`, []string{`17: then says what follows the end, but no end is said, in window "makeup"; write an until too, or take then out`, `22: until = "48h" is before the "no end" above and would never hold`}},
		{"an exception that is avoided", until, 1, until + "\nactivities = [\"mascara\"]\nexcept = [\"mascara\"]", []string{`19: except and activities both name "mascara" in window "makeup"; write it in one list`}},
		{"times a day in words", every, 1, `times_a_day = "a few"`, []string{`27: times_a_day is not a number of times a day in routine "cleanse"; write times_a_day = 3 or "3 to 4", at most 24`}},
		{"times twice", useful, 1, "times_a_day = 3", []string{`30: times and times_a_day stand together in routine "cleanse"; write only one of them`}},
		{"advice until nothing known", `covers = ["makeup"]`, 1, `until = "a while"`, []string{`59: until = "a while" is not a point in time in care "gentle"`}},
		{"longer until calm", until, 1, "until = \"calm\"\n[[windows.when]]\narea = \"neck\"\nadd = \"1d\"", []string{`20: add cannot move until = "calm" in a when of window "makeup"; write until = "7d"`}},
	}
}

// oneMistakes are what format 2 says in a file of format 1.
func oneMistakes() []mistake {
	const until = `until = "24h"`
	return []mistake{
		{"a key of format 2", until, 1, until + "\nsoft = true", []string{`18: soft is not a key of format 1, in window "makeup"; write format = 2 at the top of the file`}},
		{"a month", until, 1, `until = "1 month"`, []string{`17: until = "1 month" is not a value of format 1, in window "makeup"; write format = 2 at the top of the file`}},
		{"a range", until, 1, `until = "5-7d"`, []string{`17: until = "5-7d" is not a value of format 1, in window "makeup"; write format = 2 at the top of the file`}},
		{"a device of format 2", `device = "pen"`, 1, `device = "prp"`, []string{`20: device = "prp" is not a value of format 1, in a when of window "makeup"; write format = 2 at the top of the file`}},
	}
}

// two is a text as a file of format 2.
func two(text string) string { return strings.Replace(text, "format = 1", "format = 2", 1) }

func TestEachMistakeInFormatTwoNamesItsLineAndTheWayOut(t *testing.T) {
	for _, m := range twoMistakes() {
		t.Run(m.name, func(t *testing.T) { m.try(t, two(m.apply(t))) })
	}
}

func TestAFileOfFormatOneThatSaysMoreIsToldToBeOfFormatTwo(t *testing.T) {
	for _, m := range oneMistakes() {
		t.Run(m.name, func(t *testing.T) { m.try(t, m.apply(t)) })
	}
}
