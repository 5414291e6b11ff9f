package studio_test

import (
	"strings"
	"testing"

	"afterglow/app/studio"
	"afterglow/app/studio/row"
)

func TestARowThatBecomesAnotherKindAndBackSaysWhatItSaid(t *testing.T) {
	text := everyKey(t)
	opened, err := studio.Open(text)
	must(t, err)
	for _, e := range opened.Rows() {
		if e.Kind.Part() || e.Kind.Ingredients() || e.Rule == row.Clinic || e.Rule == row.Spacing {
			continue
		}
		for _, to := range []row.Rule{row.Avoid, row.Only, row.Less, row.May, row.Do, row.Note, row.Expect, row.Call} {
			t.Run(e.Key+" as "+string(to), func(t *testing.T) {
				d, err := studio.Open(text)
				must(t, err)
				key, aside, err := d.Turn(e.Key, e.As(to), row.Row{})
				must(t, err)
				between, _ := d.Row(key)
				key, _, err = d.Turn(key, between.As(e.Rule), aside)
				must(t, err)
				back, _ := d.Row(key)
				if !back.Row.Equal(e.Row) || back.Kind != e.Kind {
					t.Errorf("as %s it says\n%+v\nand was\n%+v\naside: %+v", back.Kind, back.Row, e.Row, aside)
				}
				for _, part := range opened.Rows() {
					if part.Of == e.Key && !strings.Contains(string(d.Text()), strings.Join(part.Device, "")) {
						t.Errorf("its part %q is gone", part.Key)
					}
				}
				if len(d.Rows()) != len(opened.Rows()) || strings.Join(back.More, " ") != strings.Join(e.More, " ") {
					t.Errorf("of %d rows %d are left; of the keys %q there are %q", len(opened.Rows()), len(d.Rows()), e.More, back.More)
				}
			})
		}
	}
}

func TestWhatAnotherKindOfRowCannotSayIsPutAside(t *testing.T) {
	d, keys := drafted(t, row.Row{Rule: row.Do, Name: "Balm", Text: "A thin layer.", Often: "3 times a day", For: "10 minutes", Until: "5d", DepthOver: 1})
	must2 := func(key string, left row.Row, err error) (string, row.Row) { must(t, err); return key, left }
	e, _ := d.Row(keys[0])
	key, left := must2(d.Turn(keys[0], e.As(row.Avoid), row.Row{}))
	if left.Often != "3 times a day" || left.For != "10 minutes" || left.Until != "" {
		t.Errorf("aside is %+v", left)
	}
	e, _ = d.Row(key)
	if _, left = must2(d.Turn(key, e.As(row.Note), left)); left.DepthOver != 1 || left.Often != "3 times a day" {
		t.Errorf("then aside is %+v", left)
	}
}
