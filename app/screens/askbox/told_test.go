package askbox

import (
	"testing"

	"afterglow/app/ask"
)

func TestWhatTheClinicToldIsWrittenDownFromItsAnswer(t *testing.T) {
	st := newStage(t)
	told := sauna
	told.Told = &ask.Told{What: "sauna", When: "two weeks"}
	st.scene.fixed["nurse said two weeks"] = told
	st.types("nurse said two weeks")
	st.shows("Write down what your clinic said")
	st.tap("ask.told")
	st.wantDid("told sauna, two weeks")
	st = newStage(t)
	st.types("sauna")
	st.hides("Write down what your clinic said")
}
