package askbox

import "testing"

func TestExamplesStandInTheFieldOnlyWhileNothingIsWritten(t *testing.T) {
	st := newStage(t)
	st.box.field.Entry.SetText("")
	if got := st.box.field.Example(); got == "" {
		t.Error("an empty field has no example")
	}
	st.box.field.Entry.SetText("s")
	if got := st.box.field.Example(); got != "" {
		t.Errorf("behind what is written stands %q", got)
	}
}
