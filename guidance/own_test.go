package guidance

import (
	"testing"
	"time"
)

func TestTheirOwnWaitCountsFromTheTreatmentAlsoWhereThePlansBeginsLater(t *testing.T) {
	plan, err := Parse("p.toml", []byte(`format = 1
id = "p"
name = "P"
version = "1"
[[sources]]
id = "s"
title = "S"
strength = "clinic"
[[windows]]
id = "later"
name = "Makeup"
avoid = "No makeup."
from = "2h"
until = "3h"
[[windows]]
id = "before"
name = "Sun"
avoid = "No sun."
from = "-2d"
until = "3h"
`))
	if err != nil {
		t.Fatal(err)
	}
	until := Moment{Elapsed: 5 * time.Hour}
	own := plan.WithOwn([]Own{{Entry: 1, What: "makeup", Until: &until, Whole: []string{"later"}}, {Entry: 2, What: "sun", Until: &until, Whole: []string{"before"}}})
	if got := own.Windows[0]; got.From != (Moment{}) || got.Until != until {
		t.Errorf("makeup waits from %v until %v", got.From, got.Until)
	}
	if got := own.Windows[1]; got.From != plan.Windows[1].From {
		t.Errorf("sun waits from %v: before the treatment the plan's own word goes on", got.From)
	}
}
