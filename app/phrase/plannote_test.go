package phrase_test

import (
	"strings"
	"testing"

	"afterglow/app/locale"
	"afterglow/guidance"
)

func TestACheckTellsWhatANotificationWillShowOfALongRoutine(t *testing.T) {
	long := strings.Repeat("Pat softly ", 12) + "dry."
	for _, c := range []struct {
		name string
		r    guidance.Routine
		want []string // the keys that are told
	}{
		{"short", guidance.Routine{How: "Pat dry."}, nil},
		{"what to do", guidance.Routine{How: long}, []string{"how"}},
		{"a second sentence that is left out", guidance.Routine{How: "Use lukewarm water and clean hands. Pat dry with a clean towel, and do not rub the skin at all."}, []string{"how"}},
		{"in a stage", guidance.Routine{How: "Pat dry.", Stages: []guidance.Stage{{How: long}, {None: true}}}, []string{"how"}},
		{"with the next one behind it", guidance.Routine{Role: guidance.Moisturise, How: strings.Repeat("A thin ", 11) + "layer."}, []string{"how"}},
		{"the question", guidance.Routine{Ask: "Would you care for another large glass of still water now?", How: "Sip."}, []string{"ask"}},
		{"of a drink", guidance.Routine{Amount: guidance.Amount{Max: 8}, How: long}, []string{"how"}},
		{"of a check-in, where it is not shown", guidance.Routine{Role: guidance.CheckIn, How: long}, nil},
		{"of a situation, which is not reminded of", guidance.Routine{Situation: "outdoors", How: long}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.r.Name = "Care"
			notes := voice(locale.Format{}).PlanNotes(guidance.Plan{Routines: []guidance.Routine{c.r}})
			if len(notes) != len(c.want) {
				t.Fatalf("notes %+v, want %q", notes, c.want)
			}
			for i, key := range c.want {
				if !strings.HasPrefix(notes[i].Text, key+" of Care is longer than a notification. It will show: ") {
					t.Errorf("it says %q, want one of %s", notes[i].Text, key)
				}
			}
		})
	}
}

func TestACheckTellsInWhichLineIsWhatWillBeShortened(t *testing.T) {
	long := "Two drops, then the balsam, warmed between your hands and pressed on softly, never rubbed, and away from the eyes"
	for _, c := range []struct {
		name, old, new, want string
		line                 int
	}{
		{"how", `useful_for = "3h"`, "useful_for = \"3h\"\nhow = \"" + long + `"`, "how of Cleanse is longer than a notification. It will show: Two drops, then the balsam, warmed between your hands and pressed on softly, never…", 31},
		{"how of a stage", `how = "Water only."`, `how = "` + long + `"`, "how of Cleanse is longer than a notification. It will show: Two drops, then the balsam, warmed between your hands and pressed on softly, never…", 39},
		{"how of drinks", `times = ["08:00", "20:30"]`, "amount = \"8 cups\"\nhow = \"" + long + `"`, "how of Cleanse is longer than a notification. It will show: 0 of 8 cups today. Two drops, then the balsam, warmed between your hands and pressed on…", 28},
		{"a name", `name = "Makeup"`, `name = "Everything that covers the new skin"`, "name of Everything that covers the new skin is longer than a notification. It will show: Your everything that… wait is over", 14},
	} {
		notes := voice(locale.Format{}).PlanNotes(planOf(t, strings.Replace(smallPlan(t), c.old, c.new, 1)))
		if len(notes) != 1 || notes[0].Line != c.line || notes[0].Text != c.want {
			t.Errorf("%s: notes %+v", c.name, notes)
		}
	}
}
