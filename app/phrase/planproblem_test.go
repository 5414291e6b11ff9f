package phrase_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/phrase/pseudo"
	"afterglow/guidance"
)

// smallPlan is a small plan; each mistake below changes one line of it.
func smallPlan(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../guidance/testdata/small.toml")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// mistake replaces the nth (from 1) line that reads old by new.
type mistake struct {
	name string
	old  string
	nth  int
	new  string
	want []string // each "line: text", and each text must stand in the problem of that line
}

func mistakes() []mistake {
	return []mistake{
		{"no format", `format = 1`, 1, ``, []string{`1: the plan has no format; write format = 2`}},
		{"another format", `format = 1`, 1, `format = 3`, []string{`1: format = "3" is not one that this version reads; write format = 2`}},
		{"format as text", `format = 1`, 1, `format = "1"`, []string{`1: format = "1" is not one`}},
		{"misspelt key", `until = "24h"`, 1, `untill = "24h"`, []string{`17: unknown key "untill" in window "makeup" (did you mean until?); write until = "24h"`}},
		{"unknown key", `version = "1"`, 1, `colour = "red"`, []string{`4: unknown key "colour" in the plan; write one of format, id, name, version`}},
		{"unknown table", `[products]`, 1, `[prices]`, []string{`70: unknown key "prices" in the plan`}},
		{"misspelt table", `[[windows]]`, 1, `[[window]]`, nil},
		{"a misspelt table beside a right one", `[[routines]]`, 1, "[[window]]\nid = \"a\"\n[[routines]]", []string{`24: unknown key "window" in the plan (did you mean windows?); write [[windows]]`}},
		{"a misspelt single table beside a right one", `[products]`, 1, "[product]\navoid = [\"a\"]\n[products]", []string{`70: unknown key "product" in the plan; write one of format, id`}},
		{"a decimal comma", `depth_over_mm = 1.0`, 1, `depth_over_mm = 1,5 # mm`, []string{`21: a number with a comma, and a plan file needs a point; write depth_over_mm = 1.5`}},
		{"an amount without a gap", `times = ["08:00", "20:30"]`, 1, `amount = "8Tassen"`, []string{`27: amount = "8Tassen" is not a number of something in routine "cleanse"; write amount = "8 Tassen"`}},
		{"words for a time", `until = "24h"`, 1, `until = "24 hours"`, []string{`17: until = "24 hours" is not a point in time in window "makeup"; write until = "24h"`}},
		{"a leaflet's words", `until = "24h"`, 1, `until = "36 hrs"`, []string{`17: until = "36 hrs" is not a point in time in window "makeup"; write until = "36h"`}},
		{"words that are no figure", `until = "24h"`, 1, `until = "a day or two"`, []string{`17: until = "a day or two" is not a point in time in window "makeup"; write until = "NUMBERh" with your number of hours, or m for minutes, d for days, w for weeks`}},
		{"a misspelt key with words", `until = "24h"`, 1, `untill = "36 hours"`, []string{`17: unknown key "untill" in window "makeup" (did you mean until?); write until = "36h"`}},
		{"a misspelt key with a figure", `until = "24h"`, 1, `untill = "48h"`, []string{`17: unknown key "untill" in window "makeup" (did you mean until?); write until = "48h"`}},
		{"mornings as people say", `until = "24h"`, 1, `until = "mornings 2"`, []string{`17: until = "mornings 2" is not a point in time in window "makeup"; write until = "morning 2"`}},
		{"a bare number", `until = "24h"`, 1, `until = 24`, []string{`17: until is not a text in quotes in window "makeup"; write until = "NUMBERh" with your number of hours, or m for minutes, d for days, w for weeks`}},
		{"a missing until", `until = "24h"`, 1, ``, []string{`12: window "makeup" has no until; write until = "NUMBERh" with your number of hours, or m for minutes, d for days, w for weeks`}},
		{"until before from", `from = "0h"`, 1, `from = "2d"`, []string{`17: until = "24h" is not after from = "2d"`}},
		{"misspelt morning", `until = "24h"`, 1, `until = "morning"`, []string{`17: until = "morning" is not a point in time in window "makeup"; write until = "morning NUMBER", counted from the morning after the treatment as 1`}},
		{"a missing id", `id = "makeup"`, 1, ``, []string{`12: a window has no id; write id = "makeup": small letters, digits and -`, `59: covers names "makeup"`}},
		{"capital letters in an id", `id = "gentle"`, 1, `id = "Be gentle"`, []string{`55: id = "Be gentle" has more than small letters, digits and -`}},
		{"an id taken by a window", `id = "cleanse"`, 1, `id = "makeup"`, []string{`25: id "makeup" is already taken in line 13; write an id of its own`}},
		{"a phase's id twice", `id = "renewing"`, 1, `id = "calming"`, []string{`48: id "calming" is already taken in line 42`}},
		{"the reminders' own id", `id = "cleanse"`, 1, `id = "welcome"`, []string{`25: id = "welcome" is kept for the welcome-back notification; write another id`}},
		{"an unknown source", `source = "sheet"`, 1, `source = "shet"`, []string{`18: source = "shet" is not among the sources, in window "makeup"; write source = "sheet"`}},
		{"an unknown strength", `strength = "clinic"`, 1, `strength = "strong"`, []string{`10: strength = "strong" is not known in source "sheet"; write one of clinic, A, B, C, unsourced`}},
		{"a program as address", `url = "https://example.org/sheet"`, 1, `url = "file:///etc/passwd"`, []string{`9: url = "file:///etc/passwd" is not a web address`}},
		{"a name before the host", `url = "https://example.org/sheet"`, 1, `url = "https://clinic.example@example.org/sheet"`, []string{`9: url = "https://clinic.example@example.org/sheet" is not a web address`}},
		{"a kept source id", `id = "sheet"`, 1, `id = "call-sheet"`, []string{`7: ids that begin with "call-" are kept`, `18: source = "sheet" is not among`, `31: source`}},
		{"an unknown device", `device = "pen"`, 1, `device = "pem"`, []string{`20: device "pem" is not known in a when of window "makeup"; write device = "pen"`}},
		{"a negative depth", `depth_over_mm = 1.0`, 1, `depth_over_mm = -1.0`, []string{`21: depth_over_mm is not a depth from 0 to 10 mm`}},
		{"no number for a depth", `depth_over_mm = 1.0`, 1, `depth_over_mm = nan`, []string{`21: depth_over_mm is not a depth`}},
		{"an impossible depth", `depth_over_mm = 1.0`, 1, "depth_over_mm = 1.0\ndepth_up_to_mm = 0.5", []string{`21: no depth is over 1 and up to 0.5 mm`}},
		{"a variant that never holds", `until = "48h"`, 1, `until = "12h"`, []string{`22: until = "12h" is before the "24h" above and would never hold`}},
		{"a variant on another scale", `until = "48h"`, 1, `until = "night 3"`, []string{`22: until = "night 3" cannot be compared with "24h"`}},
		{"a variant without a figure", `until = "48h"`, 1, ``, []string{`19: a when of window "makeup" has no until`}},
		{"a variant for no one", `until = "48h"`, 1, "until = \"48h\"\n[[windows.when]]\nadd = \"1d\"", []string{`23: a when of window "makeup" is for no one in particular`}},
		{"allowed after until", `avoid = "No makeup."`, 1, "avoid = \"No makeup.\"\nallowed_from = \"3d\"", []string{`16: allowed_from = "3d" is after until = "24h"`}},
		{"allowed before from", `avoid = "No makeup."`, 1, "avoid = \"No makeup.\"\nallowed_from = \"-1h\"", []string{`16: allowed_from = "-1h" is before from = "0h"`}},
		{"a state we cannot ask for", `avoid = "No makeup."`, 1, "avoid = \"No makeup.\"\nand_when = \"dry\"", []string{`16: and_when = "dry" is not known in window "makeup"; write and_when = "calm"`}},
		{"then until, but what", `avoid = "No makeup."`, 1, "avoid = \"No makeup.\"\nthen_until = \"3d\"", []string{`16: then_until says until when, but nothing says what`}},
		{"then over at once", `avoid = "No makeup."`, 1, "avoid = \"No makeup.\"\nthen = \"Shade\"\nthen_until = \"24h\"", []string{`17: then_until = "24h" is not after until = "24h"`}},
		{"a variant that outlasts then", `avoid = "No makeup."`, 1, "avoid = \"No makeup.\"\nthen = \"Shade\"\nthen_until = \"40h\"", []string{`24: until = "48h" would outlast then_until = "40h" in a when of window "makeup"; write a then_until here too`}},
		{"a negative extend", `avoid = "No makeup."`, 1, "avoid = \"No makeup.\"\nextend = \"-24h\"", []string{`16: extend = "-24h" is not longer than nothing`}},
		{"no stretch of the day", `avoid = "No makeup."`, 1, "avoid = \"No makeup.\"\nhours = \"10-14\"", []string{`16: hours = "10-14" is not a stretch of the day`}},
		{"an empty stretch of the day", `avoid = "No makeup."`, 1, "avoid = \"No makeup.\"\nhours = \"10:00-10:00\"", []string{`16: hours = "10:00-10:00" is no time at all`}},
		{"no activities", `avoid = "No makeup."`, 1, "avoid = \"No makeup.\"\nactivities = []", []string{`16: activities is an empty list`}},
		{"an empty list of times", `times = ["08:00", "20:30"]`, 1, `times = []`, []string{`27: times is an empty list in routine "cleanse"; write times = ["08:00", "20:30"]`}},
		{"a bad clock time", `times = ["08:00", "20:30"]`, 1, `times = ["08:00", "25:00"]`, []string{`27: "25:00" is not a time of day in routine "cleanse"; write times =`}},
		{"times in disorder", `times = ["08:00", "20:30"]`, 1, `times = ["20:30", "08:00"]`, []string{`27: 08:00 comes after 20:30`}},
		{"a time twice", `times = ["08:00", "20:30"]`, 1, `times = ["08:00", "08:00"]`, []string{`27: "08:00" stands twice`}},
		{"times without quotes", `times = ["08:00", "20:30"]`, 1, `times = [08:00:00]`, []string{`27: entry 1 of times in routine "cleanse" is not a text in quotes`}},
		{"never due", `times = ["08:00", "20:30"]`, 1, ``, []string{`24: routine "cleanse" does not say when it is due`}},
		{"due in two ways", `times = ["08:00", "20:30"]`, 1, "times = [\"08:00\"]\nevery = \"2h\"", []string{`28: times and every stand together in routine "cleanse"; write only one of them`}},
		{"far too often", `times = ["08:00", "20:30"]`, 1, `every = "5m"`, []string{`27: every = "5m" is too often`}},
		{"a negative amount", `times = ["08:00", "20:30"]`, 1, `amount = "-8 glasses"`, []string{`27: amount = "-8 glasses" is not a number of something`}},
		{"an amount turned round", `times = ["08:00", "20:30"]`, 1, `amount = "6 to 4 glasses"`, []string{`27: amount = "6 to 4 glasses" cannot be shared out`}},
		{"an amount as a measure", `times = ["08:00", "20:30"]`, 1, `amount = "2 litres"`, []string{`27: amount = "2 litres" is a measure`}},
		{"useful for nothing", `useful_for = "3h"`, 1, `useful_for = "0h"`, []string{`30: useful_for = "0h" is not longer than nothing`}},
		{"stages that overlap", `from = "90m"`, 1, `from = "1h"`, []string{`37: from = "1h" overlaps the stage before, which ends at "90m"`}},
		{"a stage after the end", `until = "24h"`, 2, `until = "8d"`, []string{`38: until = "8d" is after the routine ends`}},
		{"a stage that differs in nothing", `how = "Water only."`, 1, ``, []string{`36: a stage of routine "cleanse" differs in nothing`}},
		{"none, but at times", `none = true`, 1, "none = true\nevery = \"1h\"", []string{`35: none = true means that nothing is due, but times are said`}},
		{"none as text", `none = true`, 1, `none = "yes"`, []string{`35: none is neither true nor false`}},
		{"a gap between phases", `from = "3d"`, 1, `from = "4d"`, []string{`50: from = "4d" leaves a gap after the phase before in phase "renewing"; write from = "3d"`}},
		{"phases that overlap", `from = "3d"`, 1, `from = "2d"`, []string{`50: from = "2d" overlaps the phase before`}},
		{"a late first phase", `until = "3d"`, 1, "until = \"3d\"\nfrom = \"1h\"", []string{`45: from = "1h" leaves the time from the treatment on unnamed`}},
		{"nothing expected", `expect = "dry skin"`, 1, ``, []string{`47: phase "renewing" has no expect`}},
		{"a rule beyond the seven", `rule = 6`, 1, `rule = 8`, []string{`56: rule is not a whole number from 1 to 7`}},
		{"advice carried out by nothing", `covers = ["makeup"]`, 1, `covers = ["makup"]`, []string{`59: covers names "makup", which is neither a window nor a routine, in care "gentle"; write covers = ["makeup"]`}},
		{"an unknown act", `act = "clinic"`, 1, `act = "now"`, []string{`64: act = "now" is not known in call "worried"`}},
		{"spacing turned round", `until = "6w"`, 2, `until = "2w"`, []string{`68: until = "2w" is before from = "4w"`}},
		{"a product in two lists", `use = ["panthenol"]`, 1, `use = ["retinol"]`, []string{`71: "retinol" is to be avoided and used`}},
		{"a line break in a text", `avoid = "No makeup."`, 1, `avoid = "No\nmakeup."`, []string{`15: avoid has a hidden character or a line break (U+000A)`}},
		{"text turned round", `avoid = "No makeup."`, 1, `avoid = "No \u202Emakeup."`, []string{`15: avoid has a hidden character or a line break (U+202E)`}},
		{"an empty text", `avoid = "No makeup."`, 1, `avoid = " "`, []string{`15: avoid is empty`}},
		{"a long name", `name = "Makeup"`, 1, `name = "` + strings.Repeat("m", 41) + `"`, []string{`14: name has 41 letters, more than 40`}},
		{"a long sentence", `avoid = "No makeup."`, 1, `avoid = "` + strings.Repeat("m", 301) + `"`, []string{`15: avoid has 301 letters, more than 300`}},
		{"ten thousand years", `until = "24h"`, 1, `until = "520000w"`, []string{`17: until = "520000w" is not a point in time`}},
		{"a quote left open", `avoid = "No makeup."`, 1, `avoid = "No makeup.`, []string{`15: a text stands in quotes, one before it and one behind it; write avoid = "No makeup."`}},
		{"a key twice", `avoid = "No makeup."`, 1, "avoid = \"No makeup.\"\navoid = \"None.\"", []string{`16: the line cannot be read`}},
		{"a list that is none", `version = "1"`, 1, "version = \"1\"\ncare = 3", nil},
		{"a phone number in words", `[products]`, 1, "[clinic]\nname = \"Rose\"\nphone = \"ask us\"\n[products]", []string{`72: phone = "ask us" is not a telephone number in [clinic]; write phone = "01234 567890"`}},
		{"a clinic's long name", `[products]`, 1, "[clinic]\nname = \"" + strings.Repeat("m", 41) + "\"\n[products]", []string{`71: name has 41 letters, more than 40, in [clinic]; write name = "Rose Street Clinic", at most 40 letters`}},
		{"curly quotes", `avoid = "No makeup."`, 1, `avoid = “No makeup.”`, []string{`15: “ ” are the quotes of a word processor, and a plan file needs straight ones; write avoid = "No makeup."`}},
		{"German quotes", `avoid = "No makeup."`, 1, `avoid = „No makeup.“`, []string{`15: “ „ are the quotes of a word processor`}},
		{"a month as minutes", `until = "24h"`, 1, `until = "1m"`, []string{`17: until = "1m" is 1 minute in window "makeup", since m is minutes; write until = "4w" or until = "30d" if you mean months`}},
		{"a month as minutes is told once", `from = "0h"`, 1, "from = \"0h\"\nallowed_from = \"1m\"", []string{`17: allowed_from = "1m" is 1 minute in window "makeup", since m is minutes`}},
		{"a month as minutes before what follows it", `avoid = "No makeup."`, 1, "avoid = \"No makeup.\"\nthen = \"Shade\"\nthen_until = \"1m\"", []string{`17: then_until = "1m" is 1 minute in window "makeup", since m is minutes`}},
		{"three months as minutes", `from = "4w"`, 1, `from = "3m"`, []string{`67: from = "3m" is 3 minutes in [spacing], since m is minutes; write from = "12w" or from = "90d"`}},
		{"the next treatment, but when", `[spacing]`, 1, "[[windows]]\nid = \"tan\"\nname = \"Tan\"\navoid = \"No tan.\"\nfrom = \"next-2w\"\nuntil = \"next\"\n[other]", nil},
		{"a role that is taken", `useful_for = "3h"`, 1, "useful_for = \"3h\"\nrole = \"toner\"", []string{`31: role = "toner" is not known in routine "cleanse"; write one of cleanse, moisturise, water, sunscreen, checkin`}},
		{"a direction mark in an emoji", `avoid = "No makeup."`, 1, `avoid = "No \u200dmakeup."`, []string{`15: avoid has a hidden character or a line break (U+200D) in window "makeup"`}},
	}
}

func TestEachMistakeNamesItsLineAndTheWayOut(t *testing.T) {
	for _, m := range mistakes() {
		t.Run(m.name, func(t *testing.T) { m.try(t, m.apply(t)) })
	}
}

// try reads the text and holds that what is wrong with it is told as wanted.
func (m mistake) try(t *testing.T, text string) {
	t.Helper()
	v := voice(locale.Format{})
	_, err := guidance.Parse("clinic.toml", []byte(text))
	problems, ok := errors.AsType[guidance.Problems](err)
	if !ok {
		t.Fatalf("taken without a problem")
	}
	for _, p := range problems {
		if p.File != "clinic.toml" || p.Line < 1 || v.What(p) == "" || v.Write(p) == "" {
			t.Errorf("problem without file, line, what or way out: %+v", p)
		}
	}
	lines := strings.Join(v.PlanProblems(problems), "\n")
	if strings.ContainsAny(lines, "⟨⟩") || strings.Count(lines, "\n") != len(problems)-1 {
		t.Errorf("not in words, a line each: %s", lines)
	}
	for _, want := range m.want {
		if !strings.Contains("\n"+lines, "\nclinic.toml:"+want) {
			t.Errorf("got  %s\nwant clinic.toml:%s", lines, want)
		}
	}
	if m.want != nil && len(problems) != len(m.want) {
		t.Errorf("%d problems for one mistake:\n%s", len(problems), lines)
	}
}

func (m mistake) apply(t *testing.T) string {
	t.Helper()
	lines := strings.Split(smallPlan(t), "\n")
	n := 0
	for i, line := range lines {
		if strings.TrimSpace(line) != m.old {
			continue
		}
		if n++; n == m.nth {
			lines[i] = m.new
			return strings.Join(lines, "\n")
		}
	}
	t.Fatalf("the small plan has no line %q number %d", m.old, m.nth)
	return ""
}

func TestAPlanThatCountsFromANextTreatmentSaysWhenThatIs(t *testing.T) {
	text := strings.Replace(smallPlan(t), "[spacing]\nfrom = \"4w\"\nuntil = \"6w\"\n", "", 1)
	text = strings.Replace(text, "until = \"24h\"", "until = \"next\"", 1)
	text = strings.Replace(text, "  [[windows.when]]\n  device = \"pen\"\n  depth_over_mm = 1.0\n  until = \"48h\"\n", "", 1)
	_, err := guidance.Parse("clinic.toml", []byte(text))
	want := `clinic.toml:17: until = "next" counts from the next treatment in window "makeup", but the plan does not say when that is; write a table [spacing] with from, the time to the next treatment`
	if got := voice(locale.Format{}).Error(err); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if _, err := guidance.Reread("clinic.toml", []byte(text)); err != nil {
		t.Errorf("a plan that was taken in before is refused: %v", err)
	}
}

func TestTheFirstProblemIsToldWithTheNumberOfTheOthers(t *testing.T) {
	_, err := guidance.Parse("clinic.toml", []byte("format = 1\nid = \"x\"\nname = \"X\"\nunknown = 3\n"))
	problems, _ := errors.AsType[guidance.Problems](err)
	if got := voice(locale.Format{}).Error(err); len(problems) != 3 || !strings.HasPrefix(got, "clinic.toml:1: ") || !strings.HasSuffix(got, "(and 2 more; see: afterglow plan check)") {
		t.Errorf("%d problems are told as %q", len(problems), got)
	}
}

func TestAProblemIsToldInTheReadersLanguage(t *testing.T) {
	files, err := pseudo.Catalog()
	if err != nil {
		t.Fatal(err)
	}
	_, err = guidance.Parse("clinic.toml", []byte(strings.Replace(smallPlan(t), `until = "24h"`, `until = "12 moons"`, 1)))
	if got := phrase.From(locale.Format{}, files).Error(err); pseudo.Outside(got) != "" {
		t.Errorf("%q stands outside of the brackets in %q", pseudo.Outside(got), got)
	}
}
