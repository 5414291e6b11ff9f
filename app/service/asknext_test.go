package service_test

import (
	"slices"
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

func TestWhatComesAtATimeIsAllThatComesThen(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 05:00")
	for _, c := range []struct {
		name, at string
		want     []string
	}{
		{"a morning", "2026-11-25 09:00", []string{"cleanse 08:00", "moisturise 09:00"}},
		{"an evening", "2026-11-25 21:00", []string{"moisturise 18:30", "cleanse 20:30"}},
		{"a day", "2026-11-25 00:00", []string{"cleanse 08:00", "moisturise 13:30", "cleanse 20:30"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			v, err := w.service.Ask(w.ctx(), ask.Question{Text: "what should I do then", Time: &ask.Said{At: w.at(c.at), From: 17, To: 21}}, w.at("2026-11-24 20:00"))
			if err != nil || v.Verdict != ask.Advice {
				t.Fatalf("%s, %v", v.Verdict, err)
			}
			var got []string
			water := 0
			for i, a := range v.Answers {
				got = append(got, a.ID+" "+a.From.Format("15:04"))
				if i > 0 && a.From.Before(v.Answers[i-1].From) {
					t.Errorf("%s comes before what stands above it", got[i])
				}
				if a.ID == "water" {
					water++
				}
			}
			for _, want := range c.want {
				if !slices.Contains(got, want) {
					t.Errorf("%s is missing in %v", want, got)
				}
			}
			if water > 1 {
				t.Errorf("water is told %d times", water)
			}
		})
	}
}
