package studio_test

import (
	"slices"
	"testing"

	"afterglow/app/studio"
	"afterglow/app/studio/row"
)

func TestARowComesBackAsTheRuleItWasWrittenAs(t *testing.T) {
	for _, c := range []struct {
		name string
		row  row.Row
	}{
		{"a ban", row.Row{Rule: row.Avoid, What: []string{"makeup"}, Until: "24h", Text: "No makeup."}},
		{"only this kind", row.Row{Rule: row.Only, What: []string{"sunscreen"}, Except: []string{"mineral sunscreen"}, Until: "2 weeks", Text: "As the sheet says."}},
		{"less", row.Row{Rule: row.Less, What: []string{"alcohol"}, Until: "3d", Text: "As the sheet says."}},
		{"leave to begin", row.Row{Rule: row.May, What: []string{"makeup"}, From: "morning 1", Text: "As the sheet says."}},
		{"leave to begin once it is calm", row.Row{Rule: row.May, What: []string{"gym"}, From: "calm", Usually: "3d", Condition: "the redness is gone", Text: "As the sheet says."}},
		{"something to do with a count", row.Row{Rule: row.Do, Name: "Mist", Often: "every 2h", Until: "2d", Text: "As the sheet says."}},
		{"something to do for a time", row.Row{Rule: row.Do, What: []string{"balm"}, Until: "2d", Text: "Keep it moist."}},
		{"something to do without an end", row.Row{Rule: row.Do, What: []string{"balm"}, Text: "Keep it moist."}},
		{"good to know", row.Row{Rule: row.Note, What: []string{"pillow"}, Text: "Use a fresh pillowcase."}},
		{"good to know for a time", row.Row{Rule: row.Note, What: []string{"pillow"}, Text: "Use a fresh pillowcase.", Until: "3d"}},
		{"what to expect", row.Row{Rule: row.Expect, Name: "Red", Text: "pink skin", Until: "3d"}},
		{"what to expect, no phase", row.Row{Rule: row.Expect, Name: "Dry", Text: "dry skin", From: "morning 3", Says: "Dry from day 3"}},
		{"a range of sessions", row.Row{Rule: row.Spacing, From: "4 weeks", Until: "6 weeks", Sessions: "3 to 6"}},
		{"if prescribed, without a count", row.Row{Rule: row.Do, What: []string{"cream"}, Text: "Use the cream.", Prescribed: true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			first := row.Row{Rule: row.Avoid, What: []string{"sauna"}, Until: "24h", Text: "No sauna."}
			d, keys := drafted(t, first, c.row)
			again := open(t, d.Text())
			e, ok := again.Row(keys[1])
			if !ok || e.Rule != c.row.Rule || e.From != c.row.From || e.Until != c.row.Until || e.Sessions != c.row.Sessions || e.Prescribed != c.row.Prescribed {
				t.Errorf("it came back as %+v\n%s", e.Row, d.Text())
			}
			if _, err := again.Check(); err != nil {
				t.Errorf("%v\n%s", err, d.Text())
			}
		})
	}
}

func TestARuleThatIsChangedAndChangedBackKeepsItsTime(t *testing.T) {
	d, keys := drafted(t, row.Row{Rule: row.Avoid, What: []string{"makeup"}, Until: "24h", Text: "No makeup."})
	before := string(d.Text())
	key := keys[0]
	for _, rule := range []row.Rule{row.May, row.Only, row.Less, row.May, row.Avoid} {
		e, _ := d.Row(key)
		var err error
		key, err = d.Change(key, e.Row.As(rule))
		must(t, err)
		if e, _ = d.Row(key); e.Rule != rule || e.End() != "24h" {
			t.Fatalf("as %s it is %+v", rule, e.Row)
		}
	}
	if string(d.Text()) != before {
		t.Errorf("the file became\n%s", d.Text())
	}
}

func TestThePrescribedMarkOutlivesTheCount(t *testing.T) {
	d, keys := drafted(t, row.Row{Rule: row.Do, Name: "Tablets", Often: "08:00", Until: "5d", Text: "One tablet.", Prescribed: true})
	e, _ := d.Row(keys[0])
	r := e.Row
	r.Often, r.Rule = "", row.Note
	key, err := d.Change(keys[0], r)
	must(t, err)
	e, _ = d.Row(key)
	if e.Kind != studio.KindCare || !e.Prescribed || e.Rule != row.Note {
		t.Errorf("it is %s %+v\n%s", e.Kind, e.Row, d.Text())
	}
	if slices.Contains(e.More, "situation") {
		t.Errorf("the form does not show its mark: %q", e.More)
	}
}
