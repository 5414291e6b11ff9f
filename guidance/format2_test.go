package guidance

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

func formatTwo(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile("testdata/format2.toml")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestAPlanOfFormatTwoMeansWhatItSays(t *testing.T) {
	p := mustParse(t, formatTwo(t))
	days := func(n, m int) Range { return Range{Low: n, High: m, Unit: Days} }
	for name, c := range map[string]struct{ got, want Moment }{
		"no until is no end":                       {window(t, p, "touching").Until, Moment{Anchor: NoEnd}},
		"until calm":                               {window(t, p, "makeup").Until, Moment{Anchor: UntilCalm}},
		"a guess counts by its later end":          {*window(t, p, "makeup").Usually, Moment{Elapsed: 7 * day, Said: days(5, 7)}},
		"a beginning counts by its earlier end":    {window(t, p, "sun").From, Moment{Elapsed: 2 * day, Said: days(2, 3)}},
		"a month is one of the calendar":           {window(t, p, "sun").Until, Moment{Elapsed: 30 * day, Months: 1}},
		"a beginning before counts by the earlier": {window(t, p, "retinol").From, Moment{Elapsed: -7 * day, Said: days(5, 7)}},
		"before the first session":                 {window(t, p, "tan").From, Moment{Anchor: FromFirst, Elapsed: -14 * day}},
		"after the last session by the later end":  {window(t, p, "tan").Until, Moment{Anchor: FromLast, Elapsed: 42 * day, Said: Range{Low: 4, High: 6, Unit: Weeks}}},
		"the end of a day":                         {window(t, p, "heat").Until, Moment{Anchor: EndOfDay, Day: 2}},
		"bedtime is that of the first evening":     {routine(t, p, "sunscreen").From, Moment{Anchor: Bedtime}},
		"a routine without until has no end":       {routine(t, p, "sunscreen").Until, Moment{Anchor: NoEnd}},
		"a routine until calm":                     {routine(t, p, "ointment").Until, Moment{Anchor: UntilCalm}},
		"next needs no spacing":                    {routine(t, p, "wash").Until, Moment{Anchor: BeforeNext}},
		"two units in a range":                     {routine(t, p, "mist").Until, Moment{Elapsed: 14 * day, Said: Range{Low: 5, LowUnit: Days, High: 2, Unit: Weeks}}},
		"advice until calm":                        {*p.Care[0].Until, Moment{Anchor: UntilCalm}},
		"a longer guess for some":                  {*window(t, p.For(Traits{Device: "prp"}), "makeup").Usually, Moment{Elapsed: 10 * day}},
		"no end for some wins over all":            {window(t, p.For(Traits{Device: "rf", Sensitive: true}), "makeup").Until, Moment{Anchor: NoEnd}},
		"a time for some is needed besides":        {window(t, p.For(Traits{Sensitive: true}), "makeup").Until, Moment{Elapsed: 14 * day}},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %+v, want %+v", name, c.got, c.want)
		}
	}
	if w := window(t, p.For(Traits{Sensitive: true}), "makeup"); w.AndWhen != "calm" || !w.AsksCalm() || w.Condition != "the scabs are gone" || !slices.Equal(w.Except, []string{"mineral makeup"}) {
		t.Errorf("makeup: %+v", w)
	}
	if w := window(t, p, "sun"); !w.Soft || w.AsksCalm() {
		t.Errorf("sun: %+v", w)
	}
	if s := window(t, p, "touching").SaysSo; !strings.HasPrefix(s, "Avoid picking") {
		t.Errorf("the sheet's own sentence is %q", s)
	}
	ointment, mist := routine(t, p, "ointment"), routine(t, p, "mist")
	if ointment.TimesADay != (Amount{Text: "3 to 4", Min: 3, Max: 4}) || ointment.For != 15*time.Minute || ointment.ForSaid.String() != "10 to 15 minutes" || ointment.Situation != Prescribed {
		t.Errorf("ointment: %+v", ointment)
	}
	if mist.Every != 3*time.Hour || mist.EverySaid.String() != "3 to 4 hours" {
		t.Errorf("mist: every %v, said %v", mist.Every, mist.EverySaid)
	}
	if times := routine(t, p, "wash").Times; !slices.Equal(times, []Clock{8 * 60, AtBedtime}) || times[1].String() != "bedtime" {
		t.Errorf("wash: %v", times)
	}
	if s := p.Spacing; s.From != 4*week || s.Until != 6*week || s.Text != "4 to 6 weeks" || s.Sessions != 4 {
		t.Errorf("spacing: %+v", s)
	}
	if p.Format != 2 || len(Diff(p, p)) != 0 {
		t.Errorf("format %d, differs from itself in %+v", p.Format, Diff(p, p))
	}
}

// What format 2 brings is refused in a file of format 1, in one line however much of it there is.
func TestAFileOfFormatOneIsToldOnceThatItSaysWhatFormatTwoHas(t *testing.T) {
	text := strings.Replace(formatTwo(t), "format = 2", "format = 1", 1)
	_, err := Parse("clinic.toml", []byte(text))
	told := 0
	problems, _ := err.(Problems)
	for _, p := range problems {
		if p.Write != nil && p.Write.ID == "planwrite.format_2" {
			told++
		}
	}
	if told != 1 {
		t.Errorf("told %d times: %v", told, err)
	}
}

// A file of format 1 that says nothing else than its number anew means what it meant.
func TestAPlanOfFormatOneMeansTheSameAsOneOfFormatTwo(t *testing.T) {
	texts := map[string]string{"small": good}
	for _, id := range StarterIDs() {
		text, _ := StarterText(id)
		texts[id] = string(text)
		old, err := os.ReadFile("testdata/" + id + "-2026-11.toml")
		if err != nil {
			t.Fatal(err)
		}
		texts["older "+id] = string(old)
	}
	for name, text := range texts {
		one := mustParse(t, strings.Replace(text, "format = 2", "format = 1", 1))
		two := mustParse(t, strings.Replace(text, "format = 1", "format = 2", 1))
		if changes := Diff(one, two); len(changes) != 0 {
			t.Errorf("%s: %+v", name, changes)
		}
	}
}
