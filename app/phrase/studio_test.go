package phrase_test

import (
	"testing"

	"afterglow/app/locale"
	"afterglow/app/studio"
	"afterglow/app/studio/row"
)

func TestARowSaysInAFewWordsWhatItsTableSays(t *testing.T) {
	v := voice(locale.Format{})
	for name, c := range map[string]struct {
		row         row.Row
		title, says string
	}{
		"a wait":                {row.Row{Rule: row.Avoid, What: []string{"makeup"}, Until: "24h"}, "Makeup", "until 24 hours"},
		"a range":               {row.Row{Rule: row.Avoid, What: []string{"gym", "sauna"}, Until: "5 to 7 days"}, "Gym, sauna", "until 5 to 7 days"},
		"no end":                {row.Row{Rule: row.Avoid, What: []string{"sunbeds"}}, "Sunbeds", "no end named"},
		"the sheet's words":     {row.Row{Rule: row.Avoid, What: []string{"acids"}, Until: "calm", Condition: "the flaking is over"}, "Acids", "until the flaking is over"},
		"less, for some":        {row.Row{Rule: row.Less, What: []string{"sun"}, Until: "2w", Device: []string{"rf"}, DepthOver: 1}, "Sun", "Use less, until 2 weeks, RF, deeper than 1 mm"},
		"leave to begin":        {row.Row{Rule: row.May, What: []string{"makeup"}, From: "morning 1"}, "Makeup", "May start, from morning 1"},
		"what is done":          {row.Row{Rule: row.Do, Name: "Mist", Often: "3 to 4 times a day", From: "1d", Until: "3d", Prescribed: true}, "Mist", "3 to 4 times a day, from 24 hours, until 3 days, if prescribed"},
		"a reason to call":      {row.Row{Rule: row.Call, Text: "Fever.", Act: row.ActToday}, "Fever.", "The clinic, today"},
		"a moment that is none": {row.Row{Rule: row.Avoid, What: []string{"makeup"}, Until: "soon"}, "Makeup", "until soon"},
	} {
		d := studio.New("Rose Street", "2026-11")
		if _, err := d.Add(c.row, ""); err != nil {
			t.Fatal(err)
		}
		e := d.Rows()[0]
		if title, says := v.StudioTitle(e), v.StudioSummary(e); title != c.title || says != c.says {
			t.Errorf("%s: %q says %q, want %q and %q", name, title, says, c.title, c.says)
		}
	}
}
