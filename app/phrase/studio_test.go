package phrase_test

import (
	"slices"
	"testing"
	"time"

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
		"a wait":                {row.Row{Rule: row.Avoid, What: []string{"makeup"}, Until: "24h"}, "Makeup", "until 24 hours after"},
		"a range":               {row.Row{Rule: row.Avoid, What: []string{"gym", "sauna"}, Until: "5 to 7 days"}, "Gym, sauna", "until 5 to 7 days after"},
		"no end":                {row.Row{Rule: row.Avoid, What: []string{"sunbeds"}}, "Sunbeds", "no end named"},
		"the sheet's words":     {row.Row{Rule: row.Avoid, What: []string{"acids"}, Until: "calm", Condition: "the flaking is over"}, "Acids", "until the flaking is over"},
		"less, for some":        {row.Row{Rule: row.Less, What: []string{"sun"}, Until: "2w", Device: []string{"rf"}, DepthOver: 1}, "Sun", "Use less, until 2 weeks after, RF, deeper than 1 mm"},
		"leave to begin":        {row.Row{Rule: row.May, What: []string{"makeup"}, From: "morning 1"}, "Makeup", "May start, from morning 1"},
		"what is done":          {row.Row{Rule: row.Do, Name: "Mist", Often: "3 to 4 times a day", From: "1d", Until: "3d", Prescribed: true}, "Mist", "3 to 4 times a day, from 1 day, until 3 days after, if prescribed"},
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

func TestWhatIsNotRightInAFormIsSaidWithoutTheKeysOfAFile(t *testing.T) {
	v := voice(locale.Format{})
	makeup := []string{"makeup"}
	for says, r := range map[string]row.Row{
		"Write the smaller figure first: 5 to 7.":                                     {Rule: row.Avoid, What: makeup, Until: "7 to 5 days"},
		"It ends before it begins.":                                                   {Rule: row.Avoid, What: makeup, From: "3d", Until: "24h"},
		"This is no time that a plan can count. Choose one, with a number.":           {Rule: row.Avoid, What: makeup, Until: "soon"},
		"Say how often: 3 times a day, every 2 hours, 08:00 or bedtime.":              {Rule: row.Do, Name: "Mist", Often: "now and then"},
		"What to expect begins with the treatment. Say what comes before this.":       {Rule: row.Expect, Name: "Red", Text: "red", From: "2d", Until: "5d"},
		"Say when the wait ends: then the other thing can follow it.":                 {Rule: row.Avoid, What: makeup, Then: "mineral makeup"},
		"Say what follows the wait.":                                                  {Rule: row.Avoid, What: makeup, Until: "2d", ThenUntil: "5d"},
		"Write the hours like this: 11:00-15:00.":                                     {Rule: row.Avoid, What: makeup, Until: "2d", Hours: "midday"},
		"The second time is before the first.":                                        {Rule: row.Spacing, From: "6 weeks", Until: "4 weeks"},
		"Write the phone number in figures.":                                          {Rule: row.Clinic, Name: "Rose Street", Phone: "call us"},
		"No depth is deeper than the one figure and up to the other.":                 {Rule: row.Avoid, What: makeup, Until: "2d", DepthOver: 2, DepthUpTo: 1},
		"Choose whom to call.":                                                        {Rule: row.Call, Text: "Fever."},
		"Say what it is about.":                                                       {Rule: row.Avoid, Text: "No."},
		"The sheet's sentence says 24 hours, and this row has no end. Is that right?": {Rule: row.Avoid, What: makeup, Says: "No makeup for 24 hours."},
		"The patient reads 2 days, and this row has another time.":                    {Rule: row.Avoid, What: makeup, Until: "24h", Text: "No makeup for 2 days."},
		"Say which kind is allowed.":                                                  {Rule: row.Only, What: makeup, Until: "24h", Text: "Mineral makeup only."},
	} {
		d := studio.New("Rose Street", "2026-11")
		d.Say = v.StudioText
		if _, err := d.Add(r, ""); err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, w := range d.Warnings(studio.Trial{At: time.Date(2026, 11, 28, 10, 0, 0, 0, time.UTC), Zone: time.UTC}) {
			all = append(all, v.StudioWarning(w, func(string) string { return "" }))
		}
		if !slices.Contains(all, says) {
			t.Errorf("%+v: %q, not %q", r, all, says)
		}
	}
}
