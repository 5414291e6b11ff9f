package studio_test

import (
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/studio/row"
)

func TestARowGetsAnIDOfTheVocabularyOnlyIfItsWordsAreAsBroad(t *testing.T) {
	for name, c := range map[string]struct {
		row row.Row
		id  string
	}{
		"the thing itself":              {row.Row{Rule: row.Avoid, What: []string{"makeup"}, Until: "24h"}, "makeup"},
		"another word for it":           {row.Row{Rule: row.Avoid, What: []string{"cosmetics"}, Until: "24h"}, "makeup"},
		"broad beside narrow":           {row.Row{Rule: row.Avoid, What: []string{"facials", "other treatments"}, Until: "24h"}, "procedures"},
		"a hair removal":                {row.Row{Rule: row.Avoid, What: []string{"waxing"}, Until: "24h"}, "wax"},
		"two of many treatments":        {row.Row{Rule: row.Avoid, What: []string{"Botox", "filler"}, Until: "24h"}, "botox-filler"},
		"one of the strong ingredients": {row.Row{Rule: row.Avoid, What: []string{"exfoliants", "peels"}, Until: "24h"}, "exfoliants-peels"},
		"one kind of makeup":            {row.Row{Rule: row.Avoid, What: []string{"mascara"}, Until: "24h"}, "mascara"},
		"one kind of heat":              {row.Row{Rule: row.Avoid, What: []string{"sauna"}, Until: "24h"}, "sauna"},
		"a step":                        {row.Row{Rule: row.Do, Name: "Sunscreen", Often: "08:00"}, "sunscreen"},
		"a step with one product":       {row.Row{Rule: row.Do, Name: "Cetaphil", Often: "08:00"}, "cetaphil"},
		"advice":                        {row.Row{Rule: row.Note, Name: "Ice"}, "ice-2"},
	} {
		t.Run(name, func(t *testing.T) {
			d, keys := drafted(t, c.row)
			if e, _ := d.Row(keys[0]); e.ID != c.id {
				t.Errorf("the id is %q, want %q", e.ID, c.id)
			}
		})
	}
}

func TestARowForbidsNothingThatItDoesNotName(t *testing.T) {
	for name, c := range map[string]struct {
		row   row.Row
		asked string
	}{
		"injections and a laser":   {row.Row{Rule: row.Avoid, What: []string{"Botox", "filler"}, Until: "7d"}, "laser"},
		"injections and a facial":  {row.Row{Rule: row.Avoid, What: []string{"Botox", "filler"}, Until: "7d"}, "facial"},
		"mascara and a foundation": {row.Row{Rule: row.Avoid, What: []string{"mascara"}, Until: "7d"}, "foundation"},
		"a hot shower and a pool":  {row.Row{Rule: row.Avoid, What: []string{"hot shower"}, Until: "7d"}, "swimming"},
		"scrubs and vitamin C":     {row.Row{Rule: row.Avoid, What: []string{"scrubs"}, Until: "7d"}, "vitamin c"},
	} {
		t.Run(name, func(t *testing.T) {
			c.row.Text = "Please avoid this."
			d, _ := drafted(t, c.row)
			p, _, ok := d.Readable()
			if !ok {
				t.Fatal("the draft is not readable")
			}
			if got := trial().Ask(p, c.asked, time.Hour).Verdict; got != ask.Silent {
				t.Errorf("%q is answered with %s", c.asked, got)
			}
		})
	}
}
