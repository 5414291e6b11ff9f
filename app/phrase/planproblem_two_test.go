package phrase_test

import (
	"strings"
	"testing"

	"afterglow/app/locale"
	"afterglow/guidance"
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
		{"a step that is a wait of its own", until, 1, until + "\nthen = \"better never\"", []string{`18: then = "better never" says what to leave, and then is for what to do, in window "makeup"; write no then here, and below another [[windows]] with from = "24h" and soft = true`}},
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
		{"until healed", until, 1, `until = "healed"`, []string{`17: until = "healed" is not a point in time in window "makeup"; write format = 2 at the top of the file, then until = "calm"`}},
		{"for ever", until, 1, `until = "forever"`, []string{`17: until = "forever" is not a point in time in window "makeup"; write format = 2 at the top of the file, and no until at all`}},
		{"a device of format 2", `device = "pen"`, 1, `device = "prp"`, []string{`20: device = "prp" is not a value of format 1, in a when of window "makeup"; write format = 2 at the top of the file`}},
	}
}

// saidOtherwise are a sheet's own words for a time, with what to write for them in a file of format 2.
func saidOtherwise() map[string]string {
	const calm, none = `until = "calm": the person is asked. The sheet's own words go into condition`, "no until at all: then the plan names no end"
	return map[string]string{
		"1m": `until = "1 month" if you mean months`, "healed": calm, "fully healed": calm, "Calm": calm, "redness is gone": calm,
		"indefinitely": none, "forever": none, "until further notice": none,
		"5–7 days": `until = "5 to 7 days"`, "5 - 7 days": `until = "5 to 7 days"`, "5/7 days": `until = "5 to 7 days"`, "6-8 wks": `until = "6 to 8 weeks"`,
		"72hrs": `until = "72 hours"`, "5 Days": `until = "5 days"`, "5 day’s": `until = "5 days"`, "two weeks": `until = "2 weeks"`, "a week": `until = "1 week"`,
		"3 weeks post": `until = "3 weeks"`, "at least 24 hours": `until = "24 hours"`, "24h+": `until = "24 hours"`, "3mo": `until = "3 months"`, "1 Month": `until = "1 month"`,
		"next morning": `until = "morning 1"`, "bed time": `until = "bedtime"`, "end of the day": `until = "end of day 0"`, "tonight": `until = "night 0"`,
		"next session": `until = "next"`, "last treatment": `until = "last"`, "morning": `until = "morning NUMBER"`,
		"1.5 days": `until = "NUMBER hours" with your number`, "48": `until = "NUMBER hours" with your number`, "48-72": `until = "NUMBER hours" with your number`,
	}
}

// slips are lines that a text editor and its person make of a plan, as told in a file of format 2.
func slips() []mistake {
	const until, avoid, device, depth, none, times, useful, sensitive = `until = "24h"`, `avoid = "No makeup."`, `device = "pen"`, `depth_over_mm = 1.0`, `none = true`, `times = ["08:00", "20:30"]`, `useful_for = "3h"`, `none = true`
	return []mistake{
		{"a quote left out behind", avoid, 1, `avoid = "No makeup.`, []string{`15: a text stands in quotes, one before it and one behind it; write avoid = "No makeup."`}},
		{"a quote left out before", avoid, 1, `avoid = No makeup."`, []string{`15: a text stands in quotes, one before it and one behind it; write avoid = "No makeup."`}},
		{"no quotes at all", until, 1, `until = 24h`, []string{`17: a text stands in quotes, one before it and one behind it; write until = "24h"`}},
		{"quotes inside a text", avoid, 1, `avoid = "No "bold" makeup."`, []string{`15: a text has a quote inside, which ends it; write avoid = "No 'bold' makeup."`}},
		{"a text on two lines", avoid, 1, "avoid = \"No makeup\nat all.\"", []string{`15: a text is broken over two lines; write avoid = "No makeup at all."`}},
		{"a colon for the equals sign", until, 1, `until: "24h"`, []string{`17: a key and its value have = between them; write until = "24h"`}},
		{"no equals sign", until, 1, `until "24h"`, []string{`17: a key and its value have = between them; write until = "24h"`}},
		{"a semicolon behind", until, 1, `until = "24h";`, []string{`17: something stands behind the value; write until = "24h"`}},
		{"yes for true", none, 1, `none = yes`, []string{`35: yes and no are written true and false; write none = true`}},
		{"a capital true", none, 1, `none = True`, []string{`35: yes and no are written true and false; write none = true`}},
		{"a comma for a point", depth, 1, `depth_over_mm = 1,5`, []string{`21: a number with a comma, and a plan file needs a point; write depth_over_mm = 1.5`}},
		{"a number with its unit", depth, 1, `depth_over_mm = 1.5 mm`, []string{`21: a number stands alone, without its unit; write depth_over_mm = 1.5`}},
		{"a number as a text", depth, 1, `depth_over_mm = "1.5"`, []string{`21: depth_over_mm is not a depth from 0 to 10 mm in a when of window "makeup"; write depth_over_mm = 1.5`}},
		{"a device in capitals", device, 1, `device = "PRP"`, []string{`20: device "PRP" is not known in a when of window "makeup"; write device = "prp"`}},
		{"a device by its brand", device, 1, `device = "dermapen"`, []string{`20: device "dermapen" is not known in a when of window "makeup"; write device = "pen"`}},
		{"a key in capitals", until, 1, `Until = "24h"`, []string{`17: unknown key "Until" in window "makeup" (did you mean until?); write until = "24h"`}},
		{"a key in other words", until, 1, `till = "24 hours"`, []string{`17: unknown key "till" in window "makeup" (did you mean until?); write until = "24 hours"`}},
		{"a list without brackets", times, 1, `times = "08:00"`, []string{`27: times is not a list in routine "cleanse"; write times = ["08:00"]`}},
		{"times a day in a word", times, 1, `times_a_day = "twice"`, []string{`27: times_a_day is not a number of times a day in routine "cleanse"; write times_a_day = "2"`}},
		{"times a day with the word", times, 1, `times_a_day = "3-4 times"`, []string{`27: times_a_day is not a number of times a day in routine "cleanse"; write times_a_day = "3 to 4"`}},
		{"times as an amount", times, 1, `amount = "3 times"`, []string{`27: amount = "3 times" is not a number of something in routine "cleanse"; write times_a_day = 3`}},
		{"never due", times, 1, ``, []string{`24: routine "cleanse" does not say when it is due; write times = ["08:00", "20:30"], times_a_day = 3, every = "NUMBERh" or amount = "8 glasses"; without a count it is a [[care]]`}},
		{"a time from in words", `from = "0h"`, 1, `from = "a while"`, []string{`16: from = "a while" is not a point in time in window "makeup"; write from = "NUMBER hours" with your number, or days, weeks or months`}},
		{"a comma left out of a list", times, 1, `times = ["08:00" "20:30"]`, []string{`27: the line cannot be read (expected ',' or ']' after array value); write the list as key = ["one", "two"]`}},
		{"a key alone", until, 1, `until`, []string{`17: the line cannot be read (expected '=' after key); write the line as key = "text in quotes"`}},
		{"an id twice", `id = "gentle"`, 1, "id = \"gentle\"\nname = \"A\"\ntext = \"A.\"\n[[care]]\nid = \"gentle\"", nil},
		{"one pair of brackets", `[[care]]`, 1, `[care]`, []string{`54: care is not a list of tables; write [[care]] on a line of its own, and its keys below`}},
		{"phases that overlap", `from = "3d"`, 1, `from = "2 days"`, []string{`50: from = "2 days" overlaps the phase before in phase "renewing"; write from = "3d", where phase "calming" ends`}},
		{"a long name", `name = "Makeup"`, 1, `name = "` + strings.Repeat("m", 41) + `"`, []string{`14: name has 41 letters, more than 40, in window "makeup"; write name = "Makeup", at most 40 letters`}},
	}
}

func TestASheetsOwnWordsForATimeAreToldAsAPlanWritesThem(t *testing.T) {
	for words, want := range saidOtherwise() {
		m := mistake{words, `until = "24h"`, 1, `until = "` + words + `"`, nil}
		t.Run(words, func(t *testing.T) {
			text := strings.Replace(two(m.apply(t)), "  [[windows.when]]\n  device = \"pen\"\n  depth_over_mm = 1.0\n  until = \"48h\"\n", "", 1)
			_, err := guidance.Parse("clinic.toml", []byte(text))
			if got := voice(locale.Format{}).Error(err); !strings.Contains(got, "; write "+want) {
				t.Errorf("it says %s\nwant write %s", got, want)
			}
		})
	}
}

func TestEachSlipInATextEditorNamesItsLineAndTheWayOut(t *testing.T) {
	for _, m := range slips() {
		t.Run(m.name, func(t *testing.T) { m.try(t, two(m.apply(t))) })
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
