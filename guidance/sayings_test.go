package guidance

import (
	"strings"
	"testing"
)

// What people who had only FORMAT.md wrote at first sight.

func TestLeaveWithoutAWaitIsAdviceThatSaysSo(t *testing.T) {
	p := mustParse(t, planBefore(2, `until = "2d"`)+"[[care]]\nid = \"pain\"\nname = \"Pain\"\ntext = \"You may take paracetamol.\"\nmeant = \"may\"\n")
	if p.Care[0].Meant != MeantMay {
		t.Errorf("it is meant as %q", p.Care[0].Meant)
	}
}

func TestAStepThatSaysWhatToLeaveIsRefusedWithWhatToWrite(t *testing.T) {
	for then, wrong := range map[string]bool{
		"better never": true, "better not, until day 30": true, "keep the sun to a minimum": true, "No sunbathing": true, "still avoid the sun": true, "as little as possible": true,
		"SPF 50, hat": false, "at least SPF 30, no sunbathing": false, "gently, without sweating": false, "notify us": false, "nonstop SPF": false,
	} {
		text := planBefore(2, "until = \"48 hours\"\nTHEN")
		text = strings.Replace(strings.Replace(text, "THEN", "then = \""+then+"\"", 1), "THEN\n", "", 1)
		_, err := Parse("then.toml", []byte(text))
		if got := err != nil && strings.Contains(err.Error(), "then_wait"); got != wrong || !wrong && err != nil {
			t.Errorf("then = %q: %v", then, err)
		}
		if _, err := Reread("then.toml", []byte(text)); err != nil {
			t.Errorf("a plan that was taken in before is refused for then = %q: %v", then, err)
		}
	}
}

func TestAListOfTablesUnderAnotherNameIsToldItsWholeHeader(t *testing.T) {
	for _, header := range []string{"[[products.wait]]", "[products.wait]", "[products.waits]"} {
		_, err := Parse("p.toml", []byte(planBefore(2, `until = "2d"`)+"[products]\nallow = [\"panthenol\"]\n"+header+"\navoid = [\"parfum\"]\nuntil = \"7 days\"\n"))
		if err == nil || !strings.Contains(err.Error(), "[[products.waits]]") {
			t.Errorf("%s: %v", header, err)
		}
	}
}

func TestWhatComesOnOneDayAloneIsDoneOnce(t *testing.T) {
	at := func(s string) Moment {
		m, err := ParseMoment(s)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	one, two := []Clock{AtBedtime}, []Clock{8 * 60, AtBedtime}
	for name, c := range map[string]struct {
		r    Routine
		want bool
	}{
		"the first wash":             {Routine{Times: one, From: at("bedtime"), Until: at("bedtime 1")}, true},
		"on the treatment's day":     {Routine{Times: one, Until: at("end of day 0")}, true},
		"within a day":               {Routine{Times: one, Until: at("24 hours")}, true},
		"twice":                      {Routine{Times: two, Until: at("end of day 0")}, false},
		"two days":                   {Routine{Times: one, Until: at("2 days")}, false},
		"no end":                     {Routine{Times: one, Until: at("no end")}, false},
		"until calm":                 {Routine{Times: one, Until: at("calm")}, false},
		"until the next treatment":   {Routine{Times: one, Until: at("next")}, false},
		"a month":                    {Routine{Times: one, Until: at("1 month")}, false},
		"from the entry":             {Routine{Times: one, From: at("entry"), Until: at("end of day 0")}, false},
		"from the evening before":    {Routine{Times: one, From: at("night -1"), Until: at("end of day 0")}, false},
		"once a day, on day 2 and 3": {Routine{TimesADay: Amount{Min: 1, Max: 1}, From: at("end of day 1"), Until: at("end of day 3")}, false},
	} {
		if got := c.r.Once(); got != c.want {
			t.Errorf("%s: once is %v", name, got)
		}
	}
}

func TestDaysBeforeATreatmentAreWholeDaysAndHoursAreExact(t *testing.T) {
	for said, want := range map[string]bool{
		"-1 day": true, "-2 days": true, "-3 days": true, "-1 week": true, "-1 month": true, "-1 to 2 days": true, "next-2w": true, "first-3 days": true,
		"-24 hours": false, "-48h": false, "-72 hours": false, "-90 minutes": false, "2 days": false, "0h": false, "night -1": false, "next": false, "entry": false,
	} {
		m, err := ParseMoment(said)
		if err != nil || m.DayBefore() != want {
			t.Errorf("%s: %v, %v", said, m.DayBefore(), err)
		}
	}
}

func TestTheSheetsOwnWordsOfTheNextTreatmentMayBeASentence(t *testing.T) {
	const text = "when it is healed, or 2 to 4 weeks after the last treatment"
	if p := mustParse(t, planOf("4")+"text = \""+text+"\"\n"); p.Spacing.Text != text {
		t.Errorf("%q", p.Spacing.Text)
	}
	if _, err := Parse("p.toml", []byte(planOf("4")+"text = \""+strings.Repeat("word ", 40)+"\"\n")); err == nil {
		t.Error("200 letters are taken in")
	}
}
