package phrase_test

import (
	"strings"
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/app/service"
	"afterglow/guidance"
)

// wait is a window that holds until tomorrow 15:30, with what a test changes of it.
func wait(change func(*service.WindowView)) service.WindowView {
	w := service.WindowView{
		ID: "makeup", Name: "Makeup", State: course.Wait, Now: now, From: now.Add(-24 * time.Hour), Until: now.Add(24 * time.Hour),
		Avoid: "No makeup.", Why: "It can sting.", After: "Use clean brushes",
	}
	change(&w)
	return w
}

func in(d time.Duration) *time.Time { t := now.Add(d); return &t }

func TestAWindowIsWordedInOnePlaceInEveryLength(t *testing.T) {
	hours := &guidance.HourRange{From: 10 * 60, To: 14 * 60}
	for _, c := range []struct {
		name                    string
		window                  service.WindowView
		state, time, line, rule string
		terms                   string
	}{
		{"a wait", wait(func(*service.WindowView) {}),
			"Not yet", "until tomorrow 15:30, in 24 h", "Makeup: not yet, until tomorrow 15:30", "No makeup.", ""},
		{"a wait that the plan allows already", wait(func(w *service.WindowView) { w.Allowed, w.AllowedNow = in(-time.Hour), true }),
			"Better to wait", "until tomorrow 15:30, in 24 h", "Makeup: better to wait, until tomorrow 15:30", "No makeup.", "Allowed, but better to wait"},
		{"a wait with terms", wait(func(w *service.WindowView) {
			w.Hours, w.Situation, w.Extended, w.Allowed, w.AndWhen = hours, "outdoors", true, in(time.Hour), "calm"
		}), "Not yet", "until tomorrow 15:30, in 24 h", "Makeup: not yet, until tomorrow 15:30", "No makeup.",
			"Each day, 10:00 to 14:00 | When outdoors | You added time | Allowed from 16:30 | And when your skin is calm"},
		{"not begun", wait(func(w *service.WindowView) { w.State, w.From = course.Before, now.Add(48*time.Hour) }),
			"Not begun", "begins Sunday 15:30, in 2 days", "Makeup: not begun, from Sunday 15:30", "From Sunday 15:30: No makeup.", ""},
		{"the time is up", wait(func(w *service.WindowView) { w.State, w.AndWhen = course.Ask, "calm" }),
			"When calm", "Is your skin calm?", "Makeup: is your skin calm?", "No makeup.", ""},
		{"something follows", wait(func(w *service.WindowView) {
			w.State, w.Then, w.ThenUntil = course.Then, "SPF 30+, hat, shade.", in(72*time.Hour)
		}), "SPF 30+, hat, shade", "until Monday 15:30, in 3 days", "Makeup: SPF 30+, hat, shade", "Now: SPF 30+, hat, shade.", ""},
		{"over", wait(func(w *service.WindowView) { w.State, w.Until = course.Open, now.Add(-25*time.Hour) }),
			"Yes", "since yesterday 14:30", "Makeup: yes", "Use clean brushes.", ""},
		{"over, and the step that followed too", wait(func(w *service.WindowView) {
			w.State, w.From, w.Until, w.Then = course.Open, now.Add(-49*time.Hour), now.Add(-25*time.Hour), "SPF 30+"
		}),
			"Yes", "since yesterday 14:30", "Makeup: yes", "Your plan's wait is over.", ""},
		{"free at this hour of the day", wait(func(w *service.WindowView) { w.State, w.Hours = course.Open, hours }),
			"Yes", "not from 10:00 to 14:00 each day, until tomorrow 15:30", "Makeup: yes",
			"Not from 10:00 to 14:00 each day, your plan says, until tomorrow 15:30.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := voice(locale.Format{})
			rule, _ := v.WindowRule(c.window)
			got := [5]string{v.WindowState(c.window), v.WindowTime(c.window), v.WindowLine(c.window), rule, strings.Join(v.WindowTerms(c.window), " | ")}
			if want := [5]string{c.state, c.time, c.line, c.rule, c.terms}; got != want {
				t.Errorf("it reads\n%q, want\n%q", got, want)
			}
		})
	}
}

func TestAnAnswerAboutAnotherMomentIsSaidFromTheReadersNow(t *testing.T) {
	asked := now.Add(28*time.Hour + 30*time.Minute) // tomorrow 20:00
	w := wait(func(w *service.WindowView) { w.Now, w.Until = asked, now.Add(48*time.Hour) })
	c := service.CanView{Name: w.Name, State: w.State, Until: &w.Until, Window: w}
	v := voice(locale.Format{})
	if got, want := v.CanLine(c), "Makeup: not yet, until Sunday 15:30, in 2 days."; got != want {
		t.Errorf("asked about tomorrow evening it says %q, want %q", got, want)
	}
	if got, want := v.Why(c), "No makeup. Your plan says wait until Sunday 15:30."; got != want {
		t.Errorf("and why %q, want %q", got, want)
	}
}

func TestWhatHoldsFromAMomentToComeIsNeverSaidToHoldSinceThen(t *testing.T) {
	asked := now.Add(72 * time.Hour)
	over := wait(func(w *service.WindowView) { w.State, w.Now = course.Open, asked })
	followed := wait(func(w *service.WindowView) {
		w.State, w.Now, w.Then, w.ThenUntil = course.Open, asked, "SPF 30+", in(48*time.Hour)
	})
	long := wait(func(w *service.WindowView) {
		w.State, w.Until, w.Then, w.ThenUntil = course.Open, now.Add(-96*time.Hour), "SPF 30+", in(-48*time.Hour)
	})
	allowed := wait(func(w *service.WindowView) {
		w.Now, w.Until, w.Allowed, w.AllowedNow = asked, now.Add(96*time.Hour), in(24*time.Hour), true
	})
	v := voice(locale.Format{})
	for _, c := range []struct{ name, got, want string }{
		{"the time of a wait that will be over", v.WindowTime(over), "from tomorrow 15:30, in 24 h"},
		{"the time of one that the plan follows by something", v.WindowTime(followed), "from Sunday 15:30, in 2 days"},
		{"the time of one that was followed by something", v.WindowTime(long), "since Wednesday 15:30"},
		{"why it will be", v.Why(service.CanView{State: over.State, Window: over}), "Your plan's wait ends tomorrow 15:30. Use clean brushes"},
		{"what will be allowed", v.Why(service.CanView{State: allowed.State, Window: allowed}),
			"No makeup. Your plan says wait until Tuesday 15:30. It allows it from tomorrow 15:30, but advises the wait."},
	} {
		if c.got != c.want {
			t.Errorf("%s reads %q, want %q", c.name, c.got, c.want)
		}
	}
}

func TestTreatmentsAreToldApartInAFewWords(t *testing.T) {
	v := voice(locale.Format{})
	face, neck := service.Called{Area: "face", Day: 1}, service.Called{Area: "neck", Day: 1}
	for want, all := range map[string][]service.Called{
		"":                                      nil,
		"face, day 1":                           {face},
		"face and neck, day 1":                  {face, neck},
		"face, day 1 and neck, day 0":           {face, {Area: "neck"}},
		"area not named, tomorrow":              {{Day: -1}},
		"face, day 1 and face, day 1, 15:30":    {face, {Area: "face", Day: 1, At: now}},
		"scalp, in 2 days":                      {{Area: "scalp", Day: -2}},
		"area not named, day 1 and face, day 1": {{Day: 1}, face},
	} {
		if got := v.SetBy(all); got != want {
			t.Errorf("%v are called %q, want %q", all, got, want)
		}
	}
}
