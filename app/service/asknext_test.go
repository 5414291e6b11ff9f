package service_test

import (
	"testing"
	"time"

	"afterglow/app/ask"
)

func TestWhatIsNextIsAnsweredAsTheStatusDoes(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 05:00")
	for _, question := range []string{"what is next", "what now?", "what should I do next"} {
		for _, at := range []string{"2026-11-23 12:00", "2026-11-24 04:30", "2026-11-24 21:30", "2026-11-27 10:00"} {
			st := w.statusAt(w.at(at))
			if at == "2026-11-24 21:30" { // the status greets first, in the morning
				st.Next.What, st.Next.At = "cleanse", w.at("2026-11-25 08:00")
			}
			v, err := w.service.Ask(w.ctx(), ask.Question{Text: question}, w.at(at))
			if err != nil || v.Verdict != ask.Advice || len(v.Answers) == 0 {
				t.Fatalf("%s at %s: %s, %v", question, at, v.Verdict, err)
			}
			last := v.Answers[len(v.Answers)-1]
			if st.Next == nil || last.ID != st.Next.What || !last.From.Equal(st.Next.At) || len(v.Says) != len(v.Answers) {
				t.Errorf("%s at %s: %+v, the status says %+v", question, at, last, st.Next)
			}
			if len(v.Answers) != len(st.Due)+1 {
				t.Errorf("%s at %s: %d answers, due are %d", question, at, len(v.Answers), len(st.Due))
			}
		}
	}
}

func TestWithoutATreatmentNothingIsNext(t *testing.T) {
	w := newWorld(t, "12:00")
	v, err := w.service.Ask(w.ctx(), ask.Question{Text: "what is next"}, time.Time{})
	if err != nil || v.Verdict != ask.Silent || len(v.Answers) > 0 || !v.NoTreatment {
		t.Errorf("it is %s by %v, %v", v.Verdict, v.Answers, err)
	}
}
