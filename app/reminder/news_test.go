package reminder

import (
	"testing"
	"time"

	"afterglow/app/record"
	"afterglow/guidance"
)

func TestTheCheckInCountsTheDays(t *testing.T) {
	p := guidance.Plan{ID: "x", Routines: []guidance.Routine{routine("checkin", "Check-in", "", time.Hour, 19*60+30)}}
	p.Routines[0].Ask = "How does your skin feel?"
	in := only(t, "Tue 19:30", begun(1, p, at(t, "Sat 15:30")))
	in.Deliveries = []record.Delivery{{Occurrence: "checkin/2026-11-23/1", What: "checkin", State: record.Closed}}
	expect(t, in, "show checkin/2026-11-24/1 | Check-in, asks How does your skin feel?, day 3", "again Tue 20:30")
}

func TestSunscreenBeginsOnlyWithTheEndBesideIt(t *testing.T) {
	for _, c := range []struct {
		name string
		from time.Duration // of the sunscreen routine
		want string
	}{
		{"with it", 48 * time.Hour, ", sunscreen begins"},
		{"half a day later", 60 * time.Hour, ", sunscreen begins"},
		{"days before", 2 * time.Hour, ""},
		{"days later", 96 * time.Hour, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := smallPlan()
			p.Windows = p.Windows[2:]
			spf := routine("sunscreen", "Sunscreen", "SPF 30.", time.Hour, 8*60)
			spf.From = elapsed(c.from)
			p.Routines = []guidance.Routine{spf}
			d := Decide(only(t, "Mon 15:30", begun(1, p, at(t, "Sat 15:30"))))
			if len(d.Show) != 1 || tells(d.Show[0].News, d.Show[0].At.Location()) != "Sun, 48h0m0s until Mon 15:30, then SPF 30+, hat, shade"+c.want {
				t.Errorf("got %s", lines(d, berlin(t)))
			}
		})
	}
}
