package course

import (
	"testing"
	"time"

	"afterglow/app/record"
	"afterglow/guidance"
)

// Calm skin does not tell that the scabs are gone, and not that the days are over which the nurse wrote in.
func TestAPartWithAConditionOfItsOwnEndsByTheAnswerToItAlone(t *testing.T) {
	at := time.Date(2026, 11, 10, 10, 0, 0, 0, time.UTC)
	asked := at.Add(48 * time.Hour)
	calm := guidance.Moment{Anchor: guidance.UntilCalm}
	for name, c := range map[string]struct {
		condition string
		entry     record.Entry
		ends      bool
	}{
		"calm skin ends what asks for it":           {"", record.Entry{Kind: record.KindFeel, Feeling: record.Feeling{Skin: record.SkinCalm}}, true},
		"calm of all ends what asks for it":         {"", record.Entry{Kind: record.KindCalm}, true},
		"calm skin ends no other condition":         {"the scabs are gone", record.Entry{Kind: record.KindFeel, Feeling: record.Feeling{Skin: record.SkinCalm}}, false},
		"calm of all ends no other condition":       {"the scabs are gone", record.Entry{Kind: record.KindCalm}, false},
		"the answer ends its condition":             {"the scabs are gone", record.Entry{Kind: record.KindCalm, What: "scabs"}, true},
		"the answer to another ends no condition":   {"the scabs are gone", record.Entry{Kind: record.KindCalm, What: "makeup"}, false},
		"the answer to another ends nothing at all": {"", record.Entry{Kind: record.KindCalm, What: "makeup"}, false},
	} {
		c.entry.At = asked
		plan := guidance.Plan{
			Windows:  []guidance.Window{{ID: "scabs", Until: calm, Condition: c.condition}},
			Routines: []guidance.Routine{{ID: "scabs", Until: calm, Condition: c.condition, Times: []guidance.Clock{8 * 60}}},
			Care:     []guidance.Care{{ID: "scabs", Until: &calm, Condition: c.condition}},
		}
		got := New(Treatment{ID: 1, At: at, Plan: plan}, time.UTC, []record.Entry{c.entry})
		later := asked.Add(time.Hour)
		if s := got.Windows[0].StateAt(later, time.UTC); (s == Open) != c.ends {
			t.Errorf("%s: the window is %s", name, s)
		}
		if said := got.Routines[0].CalmSaid; said.IsZero() == c.ends {
			t.Errorf("%s: the routine ends %v", name, said)
		}
		if holds := got.Care[0].Holds(later); holds == c.ends {
			t.Errorf("%s: the advice holds is %v", name, holds)
		}
	}
}
