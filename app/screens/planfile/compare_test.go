package planfile

import (
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/guidance"
)

func TestAWaitThatIsNotLongerSaysWhatDiffers(t *testing.T) {
	const day = 24 * time.Hour
	plain := guidance.Window{Until: guidance.Moment{Elapsed: 2 * day}}
	with := func(change func(*guidance.Window)) guidance.Window { w := plain; change(&w); return w }
	noon := guidance.Moment{Elapsed: day}
	for _, c := range []struct {
		name string
		a, b guidance.Window
		want string
	}{
		{"nothing", plain, plain, ""},
		{"the sources alone", with(func(w *guidance.Window) { w.Why = "other" }), plain, ""},
		{"it asks", with(func(w *guidance.Window) { w.AndWhen = "calm" }), plain, "asks"},
		{"it asks no more", plain, with(func(w *guidance.Window) { w.AndWhen = "calm" }), "asks_not"},
		{"its begin", with(func(w *guidance.Window) { w.From = noon }), plain, "from"},
		{"its condition", with(func(w *guidance.Window) { w.Condition = "the scabs are gone" }), plain, "until"},
		{"less, not none", with(func(w *guidance.Window) { w.Soft = true }), plain, "soft"},
		{"none, not less", plain, with(func(w *guidance.Window) { w.Soft = true }), "strict"},
		{"what it leaves out", with(func(w *guidance.Window) { w.Except = []string{"walks"} }), plain, "except"},
		{"the step afterwards", with(func(w *guidance.Window) { w.Then = "SPF 50" }), plain, "then"},
		{"until when that step", with(func(w *guidance.Window) { w.ThenUntil = &noon }), plain, "then"},
		{"from when it is allowed", with(func(w *guidance.Window) { w.AllowedFrom = &noon }), plain, "hours"},
	} {
		p := &Page{}
		laid := p.lay(guidance.Plan{Windows: []guidance.Window{c.a, c.b}})
		if got := difference(laid[0], laid[1]); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestAWaitIsCalledLongerOrShorterOnlyIfItSurelyIs(t *testing.T) {
	const day = 24 * time.Hour
	timed := func(d time.Duration) guidance.Window { return guidance.Window{Until: guidance.Moment{Elapsed: d}} }
	calm := func(w guidance.Window) guidance.Window { w.AndWhen = "calm"; return w }
	word := guidance.Window{Until: guidance.Moment{Anchor: guidance.UntilCalm}}
	endless := guidance.Window{Until: guidance.Moment{Anchor: guidance.NoEnd}}
	for _, c := range []struct {
		name string
		a, b guidance.Window
		want int
	}{
		{"longer", timed(3 * day), timed(2 * day), 1},
		{"shorter", timed(day), timed(2 * day), -1},
		{"alike", timed(day), timed(day), 0},
		{"a shorter time that asks may last longer", calm(timed(2 * day)), timed(5 * day), 0},
		{"a longer time that asks is longer", calm(timed(5 * day)), timed(2 * day), 1},
		{"against a shorter time that asks", timed(5 * day), calm(timed(2 * day)), 0},
		{"against a longer time that asks", timed(2 * day), calm(timed(5 * day)), -1},
		{"both ask", calm(timed(2 * day)), calm(timed(5 * day)), 0},
		{"the person's word against a time", word, timed(5 * day), 0},
		{"no end against a time", endless, timed(5 * day), 1},
		{"a time against no end", timed(5 * day), endless, -1},
		{"no end against the person's word", endless, word, 1},
	} {
		p := &Page{}
		laid := p.lay(guidance.Plan{Windows: []guidance.Window{c.a, c.b}})
		if got := compare(laid[0], laid[1]); got != c.want {
			t.Errorf("%s, before a treatment: %d, want %d", c.name, got, c.want)
		}
		if c.a.Until.Anchor != guidance.FromTreatment || c.b.Until.Anchor != guidance.FromTreatment {
			continue
		}
		at := time.Date(2026, 11, 20, 15, 30, 0, 0, time.UTC)
		a, b := course.Window{Spec: c.a, Until: at.Add(c.a.Until.Elapsed)}, course.Window{Spec: c.b, Until: at.Add(c.b.Until.Elapsed)}
		if got := compare(a, b); got != c.want {
			t.Errorf("%s, with a treatment: %d, want %d", c.name, got, c.want)
		}
	}
}
