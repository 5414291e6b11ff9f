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
		{"of a drink, where it is not shown", guidance.Routine{Amount: guidance.Amount{Max: 8}, How: long}, nil},
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
