package studio_test

import (
	"strings"
	"testing"

	"afterglow/app/studio/row"
)

func TestHowOftenIsTakenAsPeopleWriteIt(t *testing.T) {
	for said, want := range map[string]string{
		"3 to 4 times a day":          `times_a_day = "3 to 4"`,
		"twice a day":                 `times_a_day = "2"`,
		"twice daily":                 `times_a_day = "2"`,
		"2x daily":                    `times_a_day = "2"`,
		"3 x a day":                   `times_a_day = "3"`,
		"3 times per day":             `times_a_day = "3"`,
		"daily":                       `times_a_day = "1"`,
		"once a day":                  `times_a_day = "1"`,
		"morning and evening":         `times_a_day = "2"`,
		"in the morning and at night": `times_a_day = "2"`,
		"hourly":                      `every = "1 hour"`,
		"every hour":                  `every = "1 hour"`,
		"every 2 hours":               `every = "2 hours"`,
		"every 3 to 4 hours":          `every = "3 to 4 hours"`,
		"at night":                    `times = ["bedtime"]`,
		"every night":                 `times = ["bedtime"]`,
		"08:00, 20:30":                `times = ["08:00", "20:30"]`,
		"8am and 8 pm":                `times = ["08:00", "20:00"]`,
		"at 8:30 am, bedtime":         `times = ["08:30", "bedtime"]`,
		"12 am":                       `times = ["00:00"]`,
		"8 glasses":                   `amount = "8 glasses"`,
	} {
		d, _ := drafted(t, row.Row{Rule: row.Do, Name: "Mist", Often: said, Until: "3d", Text: "Mist."})
		if text := string(d.Text()); !strings.Contains(text, want+"\n") {
			t.Errorf("%q is written without %s:\n%s", said, want, text)
		}
		if _, err := d.Check(); err != nil && !strings.HasPrefix(want, "amount") {
			t.Errorf("%q is refused: %v", said, err)
		}
	}
}
