package studio_test

import (
	"testing"

	"afterglow/app/studio"
	"afterglow/app/studio/row"
)

func TestAStepWhoseFirstTimeComesWhileItWaitsIsNoted(t *testing.T) {
	noSPF := row.Row{Rule: row.Avoid, What: []string{"sunscreen"}, Until: "24h", Text: "No SPF yet.", Says: "No SPF for 24 hours."}
	noWash := row.Row{Rule: row.Avoid, What: []string{"washing my face"}, Until: "bedtime 0", Text: "Do not wash your face.", Says: "Do not wash your face before bedtime."}
	spf := row.Row{Rule: row.Do, Name: "Sunscreen", Often: "08:20", From: "end of day 0", Text: "Put it on.", Says: "Sunscreen from the next day."}
	serum := row.Row{Rule: row.Do, Name: "Serum", Often: "18:00", Text: "After cleansing, a thin layer.", Says: "Serum after cleansing."}
	for name, c := range map[string]struct {
		rows []row.Row
		want bool
	}{
		"a reminder under the wait":           {[]row.Row{noSPF, spf}, true},
		"a first time behind the wait":        {[]row.Row{noSPF, with(spf, func(r *row.Row) { r.Often = "11:00" })}, false},
		"a step behind washing":               {[]row.Row{noWash, serum}, true},
		"a step behind washing, at bedtime":   {[]row.Row{noWash, with(serum, func(r *row.Row) { r.Often = "23:00" })}, false},
		"a step behind the treatment":         {[]row.Row{noWash, with(serum, func(r *row.Row) { r.Text = "After the treatment, a thin layer." })}, false},
		"a step behind washing, none waiting": {[]row.Row{noSPF, serum}, false},
	} {
		t.Run(name, func(t *testing.T) {
			d, keys := drafted(t, c.rows...)
			noted := false
			for _, w := range d.Warnings(trial()) {
				noted = noted || w.Kind == studio.Contradicts && w.Key == keys[len(keys)-1] && w.Other == keys[0]
			}
			if noted != c.want {
				t.Errorf("noted is %v: %+v", noted, d.Warnings(trial()))
			}
		})
	}
}

func with(r row.Row, change func(*row.Row)) row.Row {
	r = r.Clone()
	change(&r)
	return r
}
