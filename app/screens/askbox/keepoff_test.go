package askbox

import (
	"testing"

	"afterglow/app/ask"
	"afterglow/app/course"
)

func TestWhatIsToBeKeptOffFromAMomentOnLooksLikeAWaitAndSaysItOnce(t *testing.T) {
	st := newStage(t)
	st.scene.fixed["when do i stop retinol"] = ask.Reply{Understood: true, Averse: true, Verdict: ask.Silent, At: at(21, 17, 50),
		Topics: []ask.Topic{{ID: "retinol", Name: "Retinol"}},
		Answers: []ask.Answer{{Kind: ask.Window, ID: "actives", Name: "Acids, retinol", Topic: "retinol", Verdict: ask.Silent,
			State: course.Before, From: at(25, 15, 0), Text: "No retinol.", Source: "article", Treatment: 1}}}
	st.types("when do i stop retinol")
	st.shows("Retinol: keep off from Wednesday 15:00", "No retinol.")
	if got := st.box.toneOf(*st.box.reply); got != st.k.Amber() {
		t.Errorf("the headline is in %+v, and a wait in %+v", got, st.k.Amber())
	}
	if parts := st.box.parts(*st.box.reply); len(parts) > 0 {
		t.Errorf("below stands again %+v", parts)
	}
}
