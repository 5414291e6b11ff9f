package guidance_test

import (
	"testing"

	"afterglow/guidance"
)

func TestATimeThatSomebodySaidIsReadAsPeopleWriteIt(t *testing.T) {
	for said, want := range map[string]string{
		"3 days": "3d", "after 3 days": "3d", "three days": "3d", "48h": "48h", "2 weeks": "2w", "5 to 7 days": "5 to 7 days", "1 month": "1 month",
		"until calm": "calm", "until it is healed": "calm", "calm": "calm", "tomorrow morning": "morning 1", "bedtime": "bedtime 0", "end of day 0": "end of day 0",
		"For  at least 24 Hours": "24h", "90 minutes": "90m",
	} {
		at, err := guidance.ReadOwnTime(said)
		if err != nil || at.Until == nil || at.Until.String() != want {
			t.Errorf("%q: %v, %v, want %s", said, at.Until, err, want)
		}
	}
	for said, want := range map[string]string{"every 3 hours": "3h", "every two hours": "2h", "every hour": "1h", "every 3 to 4 hours": "3 to 4 hours"} {
		if at, err := guidance.ReadOwnTime(said); err != nil || at.Every.String() != want {
			t.Errorf("%q: %v, %v", said, at.Every, err)
		}
	}
	for said, want := range map[string]string{"twice a day": "2", "3 times a day": "3", "3 to 4 times daily": "3 to 4"} {
		if at, err := guidance.ReadOwnTime(said); err != nil || at.TimesADay.Text != want {
			t.Errorf("%q: %v, %v", said, at.TimesADay, err)
		}
	}
	for _, said := range []string{"", "0h", "10 minutes", "-2 days", "next", "last+4w", "first", "entry", "no end", "forever", "soon", "500 weeks", "every 2 days", "every 5 minutes", "every", "99 times a day", "-1 times a day", "end of day -1"} {
		if at, err := guidance.ReadOwnTime(said); err == nil {
			t.Errorf("%q is read as %+v", said, at)
		}
	}
}

func FuzzATimeThatSomebodySaidNeverFails(f *testing.F) {
	f.Add("after 3 days")
	f.Add("every 3 to 4 hours")
	f.Add("twice a day")
	f.Fuzz(func(t *testing.T, said string) {
		at, err := guidance.ReadOwnTime(said)
		if err == nil && (at.Until != nil) == (at.Every.Duration > 0 || at.TimesADay.Max > 0) {
			t.Errorf("%q says both or neither: %+v", said, at)
		}
	})
}
