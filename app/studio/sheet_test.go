package studio_test

import (
	"testing"

	"afterglow/app/studio"
	"afterglow/app/studio/row"
)

func TestWhatASheetSaysIsWrittenAsTheCheckTakesIt(t *testing.T) {
	red := row.Row{Rule: row.Expect, What: []string{"redness"}, Until: "3 days", Says: "Red for up to 3 days"}
	peel := row.Row{Rule: row.Expect, What: []string{"peeling"}, From: "3 days", Until: "5 to 7 days", Says: "Then it peels until day 5 to 7"}
	for _, c := range []struct {
		name string
		rows []row.Row
		want []studio.Kind
	}{
		{"phases without a gap", []row.Row{red, peel}, []studio.Kind{studio.KindPhase, studio.KindPhase}},
		{"a phase without an end", []row.Row{{Rule: row.Expect, What: []string{"dry skin"}, From: "morning 3", Says: "Dry from day 3"}}, []studio.Kind{studio.KindCare}},
		{"phases that overlap", []row.Row{red, {Rule: row.Expect, What: []string{"scabs"}, Until: "5 days", Says: "Scabs for 5 days"}}, []studio.Kind{studio.KindPhase, studio.KindCare}},
		{"a phase that begins late", []row.Row{peel}, []studio.Kind{studio.KindCare}},
		{"care if prescribed", []row.Row{{Rule: row.Do, What: []string{"cream"}, Prescribed: true, Says: "Use the cream if prescribed"}}, []studio.Kind{studio.KindCare}},
		{"care for skin that marks easily", []row.Row{{Rule: row.Do, What: []string{"cream"}, Sensitive: true, DepthOver: 1, Says: "If you mark easily, keep it cool"}}, []studio.Kind{studio.KindCare}},
		{"a clinic with a phone alone", []row.Row{{Rule: row.Clinic, Phone: "01234 567890"}}, []studio.Kind{studio.KindClinic}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := draftOfSheet()
			for i, r := range c.rows {
				key, err := d.Add(r, "")
				must(t, err)
				e, ok := d.Row(key)
				if !ok || e.Kind != c.want[i] {
					t.Errorf("row %d is %q, want %q", i, e.Kind, c.want[i])
				}
				if e.Until != r.Until || e.From != r.From || e.Says != r.Says {
					t.Errorf("row %d lost something: %+v", i, e.Row)
				}
				if e.Text != r.Says {
					t.Errorf("row %d reads %q, the sheet %q", i, e.Text, r.Says)
				}
			}
			whole := draftOfSheet()
			must(t, addAll(whole, append([]row.Row{{Rule: row.Avoid, What: []string{"makeup"}, Until: "24 hours", Says: "No makeup"}}, c.rows...)))
			if _, err := whole.Check(); err != nil {
				t.Errorf("%v\n%s", err, whole.Text())
			}
		})
	}
}

// draftOfSheet is an empty draft in which a clinic without a name is "Your clinic".
func draftOfSheet() *studio.Draft {
	d := studio.New("Our sheet", "2026-11")
	d.Say = func(r row.Row) string {
		if r.Rule == row.Clinic {
			return "Your clinic"
		}
		return r.Says
	}
	return d
}

func addAll(d *studio.Draft, rows []row.Row) error {
	for _, r := range rows {
		if _, err := d.Add(r, ""); err != nil {
			return err
		}
	}
	return nil
}

func TestAPhoneThatIsFoundLaterLeavesTheClinicsName(t *testing.T) {
	d := draftOfSheet()
	must(t, addAll(d, []row.Row{{Rule: row.Clinic, Name: "Rose Street Clinic"}, {Rule: row.Clinic, Phone: "01234 567890"}}))
	e, _ := d.Row("clinic/")
	if e.Name != "Rose Street Clinic" || e.Phone != "01234 567890" {
		t.Errorf("the clinic is %+v", e.Row)
	}
}
