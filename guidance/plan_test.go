package guidance

import "testing"

func TestEveryShippedPlanParses(t *testing.T) {
	for _, id := range starterIDs() {
		text, ok := StarterText(id)
		if !ok {
			t.Fatalf("%s is not there", id)
		}
		if _, err := Parse(id+".toml", text); err != nil {
			t.Errorf("%v", err)
		}
	}
	text, err := plans.ReadFile("plans/calls.toml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := parseCalls("calls.toml", text); err != nil {
		t.Errorf("%v", err)
	}
}
