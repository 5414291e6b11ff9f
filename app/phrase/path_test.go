package phrase_test

import (
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/app/service"
	"afterglow/guidance"
)

// opening is a window on the path.
func opening(name string, kind service.OpeningKind, change func(*service.WindowView)) service.Opening {
	w := service.WindowView{Name: name, State: course.Wait, Now: now, From: now.Add(-24 * time.Hour), Until: now.Add(24 * time.Hour)}
	if change != nil {
		change(&w)
	}
	return service.Opening{Window: w, Kind: kind}
}

func TestAPointOfThePathNamesWhatOpensAndOnWhichTerms(t *testing.T) {
	plain := func(name string) service.Opening { return opening(name, service.Opens, nil) }
	sun := opening("Sun", service.Opens, func(w *service.WindowView) { w.Then, w.ThenUntil = "SPF 30+, hat, shade.", in(72*time.Hour) })
	for _, c := range []struct {
		name string
		list []service.Opening
		most int
		want string
	}{
		{"nothing", nil, 5, ""},
		{"one", []service.Opening{plain("Makeup")}, 5, "Makeup"},
		{"several, in one row", []service.Opening{plain("Makeup"), plain("Heat, pool"), plain("SPF tests"), plain("Alcohol")}, 5, "Makeup, heat, pool, SPF tests, alcohol"},
		{"one that a step follows has a sentence", []service.Opening{sun, plain("Exercise")}, 5, "Exercise. Sun: SPF 30+, hat, shade"},
		{"the step is over too", []service.Opening{opening("Sun", service.Opens, func(w *service.WindowView) { w.State, w.Then = course.Open, "SPF 30+" })}, 5, "Sun"},
		{"a step that ends no later than the wait", []service.Opening{opening("Sun", service.Opens, func(w *service.WindowView) { w.Then, w.ThenUntil = "SPF 30+", in(24*time.Hour) })}, 5, "Sun"},
		{"calm skin is asked for", []service.Opening{opening("Acids, retinol", service.Calms, nil)}, 5, "Acids, retinol: if calm"},
		{"it is asked now", []service.Opening{opening("Acids, retinol", service.Calms, func(w *service.WindowView) { w.State = course.Ask })}, 5, "Acids, retinol"},
		{"hours of the day", []service.Opening{opening("Sun", service.OpensHours, func(w *service.WindowView) { w.Hours = &guidance.HourRange{From: 10 * 60, To: 14 * 60} })}, 5, "Sun: not 10:00 to 14:00"},
		{"it begins", []service.Opening{opening("Retinol", service.Begins, nil)}, 5, "Retinol: stop"},
		{"a situation", []service.Opening{opening("Hat", service.Opens, func(w *service.WindowView) { w.Situation = "outdoors" })}, 5, "Hat (outdoors)"},
		{"more than there is room for", []service.Opening{plain("One"), plain("Two"), sun, plain("Three"), plain("Four")}, 3, "One, two, and 2 more. Sun: SPF 30+, hat, shade"},
		{"no bound", []service.Opening{plain("One"), plain("Two"), plain("Three")}, 0, "One, two, three"},
		{"more that have terms", []service.Opening{sun, sun, sun, sun}, 2, "Sun: SPF 30+, hat, shade. Sun: SPF 30+, hat, shade. And 2 more"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := voice(locale.Format{}).PathNames(c.list, c.most); got != c.want {
				t.Errorf("it reads %q, want %q", got, c.want)
			}
		})
	}
}

func TestAPointOfThePathSaysItsDayAsANotificationWould(t *testing.T) {
	for _, c := range []struct {
		name      string
		in        time.Duration
		day, line string
	}{
		{"later today", 2 * time.Hour, "Today", "Today 17:30"},
		{"tomorrow", 24 * time.Hour, "Tomorrow", "Tomorrow 15:30"},
		{"in six days", 6 * 24 * time.Hour, "Thursday", "Thursday 15:30"},
		{"in a week", 7 * 24 * time.Hour, "Fri 4 Dec", "Fri 4 Dec, 15:30"},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := voice(locale.Format{})
			if day, line := v.PathDay(now.Add(c.in)), v.PathMoment(now.Add(c.in)); day != c.day || line != c.line {
				t.Errorf("it reads %q and %q, want %q and %q", day, line, c.day, c.line)
			}
		})
	}
}
