package guidance

import (
	"fmt"
	"strings"
	"testing"
)

// planBefore is a plan with one window, one routine and one advice, each with these keys.
func planBefore(format int, keys string) string {
	return fmt.Sprintf(`format = %d
id = "before"
name = "Before"
[[sources]]
id = "sheet"
title = "Sheet"
strength = "clinic"
[[windows]]
id = "sun"
name = "Sun"
avoid = "No sun."
%[2]s
[[routines]]
id = "cream"
name = "Cream"
times = ["20:30"]
%[2]s
`, format, keys)
}

func TestWhatIsOnlyBeforeAndNamesNoBeginHoldsFromTheEntryOfTheAppointment(t *testing.T) {
	for _, until := range []string{"0h", "-24h", "-1 week"} {
		p := mustParse(t, planBefore(2, `until = "`+until+`"`))
		if from := window(t, p, "sun").From; from.Anchor != WhenEntered {
			t.Errorf("until %s the window is from %v", until, from)
		}
		if from := routine(t, p, "cream").From; from.Anchor != WhenEntered {
			t.Errorf("until %s the routine is from %v", until, from)
		}
	}
	for _, keys := range []string{`until = "1h"`, `until = "end of day 0"`, `until = "calm"`, ``, "from = \"-3d\"\nuntil = \"0h\""} {
		p := mustParse(t, planBefore(2, keys))
		if from := window(t, p, "sun").From; from.Anchor == WhenEntered {
			t.Errorf("with %q the window is from the entry", keys)
		}
	}
	if _, err := Parse("before.toml", []byte(planBefore(1, `until = "0h"`))); err == nil || !strings.Contains(err.Error(), "until_before_from") {
		t.Errorf("a file of format 1: %v", err)
	}
}

func TestTheEntryOfTheAppointmentMayBeWrittenAsABeginOnly(t *testing.T) {
	p := mustParse(t, planBefore(2, "from = \"entry\"\nuntil = \"-2d\""))
	if from := window(t, p, "sun").From; from.Anchor != WhenEntered || from.String() != "entry" {
		t.Errorf("from %v", from)
	}
	for _, keys := range []string{`until = "entry"`, "from = \"calm\"\nuntil = \"2d\"", "from = \"no end\"\nuntil = \"2d\""} {
		if _, err := Parse("before.toml", []byte(planBefore(2, keys))); err == nil {
			t.Errorf("%q is taken", keys)
		}
	}
}

func TestTheDayOfTheTreatmentBeginsAtTheEndOfTheDayBefore(t *testing.T) {
	p := mustParse(t, planBefore(2, "from = \"end of day -1\"\nuntil = \"0h\""))
	if from := window(t, p, "sun").From; from != (Moment{Anchor: EndOfDay, Day: -1}) || from.String() != "end of day -1" {
		t.Errorf("from %v", from)
	}
	for _, keys := range []string{`from = "end of day --1"`, `from = "night -1000"`} {
		if _, err := Parse("before.toml", []byte(planBefore(2, keys+"\nuntil = \"0h\""))); err == nil {
			t.Errorf("%s is taken", keys)
		}
	}
}

func TestADayBeforeTheTreatmentMayBeginAndEndSomething(t *testing.T) {
	for said, want := range map[string]Moment{
		"night -1": {Anchor: Night, Day: -1}, "bedtime -1": {Anchor: Bedtime, Day: -1}, "morning -1": {Anchor: Morning, Day: -1},
		"morning 0": {Anchor: Morning}, "end of day -2": {Anchor: EndOfDay, Day: -2}, "night -14": {Anchor: Night, Day: -14},
	} {
		p := mustParse(t, planBefore(2, "from = \""+said+"\"\nuntil = \"24h\""))
		if from := window(t, p, "sun").From; from != want || from.String() != said {
			t.Errorf("from %q is read as %v", said, from)
		}
		for _, keys := range []string{"", "from = \"-30d\"\n"} {
			p = mustParse(t, planBefore(2, keys+"until = \""+said+"\""))
			w := window(t, p, "sun")
			if w.Until != want || !w.OnlyBefore() || (keys == "") != (w.From.Anchor == WhenEntered) {
				t.Errorf("%suntil %q is from %v until %v", keys, said, w.From, w.Until)
			}
		}
		for _, keys := range []string{"from = \"" + said + "\"\nuntil = \"24h\"", "from = \"-30d\"\nuntil = \"" + said + "\""} {
			if _, err := Parse("before.toml", []byte(planBefore(1, keys))); err == nil {
				t.Errorf("a file of format 1 takes in %s", keys)
			}
		}
		if _, err := ReadOwnTime(said); err == nil {
			t.Errorf("a wait of the person's own lasts until %q", said)
		}
	}
}

func TestAdviceForBeforeNeedsNoBegin(t *testing.T) {
	p := mustParse(t, planBefore(2, `until = "2d"`)+"[[care]]\nid = \"clean\"\nname = \"Clean\"\ntext = \"Come with clean skin.\"\nuntil = \"0h\"\n")
	if c := p.Care[0]; c.From != nil || c.Until == nil || *c.Until != (Moment{}) {
		t.Errorf("advice: %+v", c)
	}
}
