package service_test

import (
	"testing"
	"time"
)

func TestAQuestionAskedAgainAtOnceIsWrittenDownOnce(t *testing.T) {
	w := newWorld(t, "12:00")
	ask := func(question string) (written bool) {
		rung := w.rung
		w.noError(w.service.RememberAsked(w.ctx(), question))
		return w.rung > rung
	}
	for _, c := range []struct {
		after    time.Duration
		question string
		want     bool
	}{
		{0, "makeup", true},
		{time.Minute, "Makeup?", false},
		{time.Hour, "makeup", true}, // a new asking
		{time.Minute, "wine", true},
		{time.Minute, "makeup", true}, // it comes first again
	} {
		w.clock.Advance(c.after)
		if got := ask(c.question); got != c.want {
			t.Errorf("%q after %v: written %t, want %t", c.question, c.after, got, c.want)
		}
	}
}
