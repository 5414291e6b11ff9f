package reminder

import (
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/guidance"
)

// What a plan asks for at bedtime is due in the minute in which the sleep hours begin.
func TestWhatIsDueAtBedtimeIsToldAsTheSleepHoursBegin(t *testing.T) {
	wash := guidance.Routine{
		ID: "wash", Name: "First wash", Times: []guidance.Clock{guidance.AtBedtime}, UsefulFor: 2 * time.Hour,
		From: guidance.Moment{Anchor: guidance.Bedtime}, Until: guidance.Moment{Anchor: guidance.Night, Day: 1},
	}
	in := Input{
		Now: at(t, "Sat 22:30"), Zone: berlin(t), Prefs: course.DefaultPrefs(),
		Courses: []course.Course{begun(1, guidance.Plan{Routines: []guidance.Routine{wash}}, at(t, "Sat 15:30"))},
	}
	d := Decide(in)
	if len(d.Show) != 1 || d.Show[0].What != "wash" {
		t.Errorf("at bedtime is shown: %s", lines(d, in.Zone))
	}
	in.Quiet.On = true
	if d := Decide(in); len(d.Show) != 0 {
		t.Errorf("beside a program that wants quiet is shown: %s", lines(d, in.Zone))
	}
	in.Quiet.On = false
	in.Now = at(t, "Sat 23:00")
	if d := Decide(in); len(d.Show) != 0 {
		t.Errorf("half an hour into the sleep is shown: %s", lines(d, in.Zone))
	}
}
