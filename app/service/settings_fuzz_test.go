package service_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"afterglow/app/clock/clocktest"
	"afterglow/app/course"
	"afterglow/app/journal"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/service"
	"afterglow/guidance"
)

// FuzzSetting: whatever is asked for is stored tidy and holds, or is refused in one line and
// changes nothing; and whatever lies in the journal, as after restoring somebody's file,
// reminders keep to what the settings allow.
func FuzzSetting(f *testing.F) {
	for _, s := range [][2]string{
		{"sleep", "22:30-07:30"}, {"sleep", "24:00-99:99"}, {"glass", "250 ml"}, {"glass", "1e9ml"}, {"unit", "floz"}, {"cleanse.times", "07:30,21:00"},
		{"checkin.times", "off"}, {"moisturise.times", ",,,"}, {"spacing", "20m"}, {"spacing", "-1w"}, {"cap", "12"}, {"cap", "99999999999999999999"},
		{"theme", "dark"}, {"plan", "cautious"}, {"plan", "../../etc/passwd"}, {"clinic", "A\nB"}, {"phone", "+49 30 \x00"}, {"water", "default"}, {"", "x"},
	} {
		f.Add(s[0], s[1])
	}
	j, err := journal.Open(f.Context(), f.TempDir())
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { _ = j.Close() })
	now := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	s := service.New(j, clocktest.New(now, time.UTC), func() {})

	f.Fuzz(func(t *testing.T, key, value string) {
		before, known := s.Setting(t.Context(), key)
		err := s.SetSetting(t.Context(), key, value)
		after, still := s.Setting(t.Context(), key)
		said := ""
		if err != nil {
			said = phrase.New(locale.Format{}).At(now, time.UTC).Error(err)
		}
		switch {
		case err == nil:
			if known != nil || still != nil {
				t.Fatalf("%q is taken as a setting and cannot be read: %v, %v", key, known, still)
			}
			if err := s.SetSetting(t.Context(), key, after.Value); err != nil && after.Value != "" {
				t.Errorf("%s: the value that holds, %q, is refused: %v", after.Key, after.Value, err)
			}
			if again, _ := s.Setting(t.Context(), key); again.Value != after.Value {
				t.Errorf("%s: %q became %q", after.Key, after.Value, again.Value)
			}
			keepsToPlans(t, s, after)
		case said == "" || strings.ContainsAny(said, "\r\n\x00\u202e⟨"):
			t.Errorf("%q = %q is refused in no single line: %q", key, value, said)
		case after.Value != before.Value || !errors.Is(still, known) && (still == nil) != (known == nil):
			t.Errorf("%q = %q is refused and changed %q to %q", key, value, before.Value, after.Value)
		}
		inRange(t, s)

		// As if somebody else's program, or an older version, had written it.
		if key = strings.ToLower(strings.TrimSpace(key)); known != nil || key == "" {
			return
		}
		if err := j.Set(t.Context(), key, value); err == nil {
			inRange(t, s)
			if err := j.Unset(t.Context(), key); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// keepsToPlans holds that a plan is chosen by the id of one that is there, never by a path.
func keepsToPlans(t *testing.T, s *service.Service, v service.SettingView) {
	if v.Key != "plan" {
		return
	}
	plans, err := s.Plans(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(plans, func(p service.PlanView) bool { return p.ID == v.Value }) {
		t.Errorf("the plan %q is not among those that are there", v.Value)
	}
}

// inRange holds that reminders keep to what the settings say is allowed.
func inRange(t *testing.T, s *service.Service) {
	p, err := s.Prefs(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	clock := func(c guidance.Clock) bool { return c >= 0 && c < 24*60 }
	if !clock(p.Sleep.From) || !clock(p.Sleep.To) || p.GlassML < 50 || p.GlassML > 1000 || p.Spacing < time.Minute || p.Spacing > 4*time.Hour ||
		p.Cap < 0 || p.Cap > 50 || !slices.Contains([]string{course.UnitGlass, course.UnitML, course.UnitFluidOunce}, p.Unit) {
		t.Errorf("preferences out of range: %+v", p)
	}
	for id, times := range p.Times {
		if !slices.IsSorted(times) || slices.ContainsFunc(times, func(c guidance.Clock) bool { return !clock(c) }) {
			t.Errorf("times of %s: %v", id, times)
		}
	}
	if _, err := s.Settings(t.Context()); err != nil {
		t.Fatal(err)
	}
}
