package guidance

import (
	"strings"
	"testing"
)

// planOf is a plan of a series with so many sessions, as TOML says it.
func planOf(sessions string) string {
	return planBefore(2, `until = "2d"`) + "[spacing]\nfrom = \"4w\"\nsessions = " + sessions + "\n"
}

func TestASeriesMayHaveARangeOfSessionsAndCountsByTheMost(t *testing.T) {
	for text, want := range map[string]Spacing{
		`4`:        {Sessions: 4},
		`"4"`:      {Sessions: 4},
		`"3 to 5"`: {Sessions: 5, SessionsSaid: "3 to 5"},
		`"3-6"`:    {Sessions: 6, SessionsSaid: "3-6"},
		`"1 to 2"`: {Sessions: 2, SessionsSaid: "1 to 2"},
	} {
		s := mustParse(t, planOf(text)).Spacing
		if s.Sessions != want.Sessions || s.SessionsSaid != want.SessionsSaid {
			t.Errorf("%s: %d, said %q", text, s.Sessions, s.SessionsSaid)
		}
	}
}

func TestASeriesWithoutANumberIsRefused(t *testing.T) {
	for _, text := range []string{`0`, `25`, `"0 to 3"`, `"5 to 3"`, `"3 to 25"`, `"a few"`, `""`, `3.5`, `["3"]`} {
		_, err := Parse("series.toml", []byte(planOf(text)))
		if err == nil || !strings.Contains(err.Error(), "sessions") {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestThePlanTellsTheSessionsAsItsSheetSaysThem(t *testing.T) {
	for text, want := range map[string]any{`4`: 4, `"3 to 5"`: Amount{Text: "3 to 5", Max: 5}} {
		for _, e := range mustParse(t, planOf(text)).Entries() {
			if e.Kind == "spacing" && e.Get("sessions") != want {
				t.Errorf("%s: %v", text, e.Get("sessions"))
			}
		}
	}
}
