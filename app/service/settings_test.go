package service_test

import (
	"slices"
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/guidance"
)

func TestUntilSomethingIsChosenTheDefaultsHold(t *testing.T) {
	w := newWorld(t, "12:00")
	got, err := w.service.Prefs(w.ctx())
	want := course.DefaultPrefs()
	if err != nil || got.Sleep != want.Sleep || got.Spacing != want.Spacing || got.Cap != want.Cap || got.Water != want.Water ||
		got.GlassML != want.GlassML || got.Sound != want.Sound || got.Discreet != want.Discreet || len(got.Times) != 0 {
		t.Errorf("got %+v, %v, want %+v", got, err, want)
	}
	views, err := w.service.Settings(w.ctx())
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, v := range views {
		keys = append(keys, v.Key)
		if v.Value != v.Default || w.voice().SettingHelp(v.Key) == "" {
			t.Errorf("%s is %q, default %q, help %q", v.Key, v.Value, v.Default, w.voice().SettingHelp(v.Key))
		}
	}
	all := []string{"sleep", "water", "glass", "unit", "cleanse.times", "moisturise.times", "sunscreen.times", "checkin.times",
		"spacing", "cap", "sound", "discreet", "theme", "clock", "autostart", "plan", "clinic", "phone"}
	if !slices.Equal(keys, all) {
		t.Errorf("keys %q", keys)
	}
}

func TestEachSettingIsTidiedStoredAndFelt(t *testing.T) {
	clocks := func(c ...guidance.Clock) []guidance.Clock { return c }
	for _, c := range []struct {
		key, value, stored string
		felt               func(course.Prefs) bool
	}{
		{"sleep", " 23:00-6:30 ", "23:00-06:30", func(p course.Prefs) bool { return p.Sleep == guidance.HourRange{From: 1380, To: 390} }},
		{"sleep", "OFF", "off", func(p course.Prefs) bool { return p.Sleep.From == p.Sleep.To }},
		{"Water", "Off", "off", func(p course.Prefs) bool { return !p.Water }},
		{"glass", "250 ml", "250ml", func(p course.Prefs) bool { return p.GlassML == 250 }},
		{"glass", "0.2l", "200ml", func(p course.Prefs) bool { return p.GlassML == 200 }},
		{"glass", "2,5 dl", "250ml", func(p course.Prefs) bool { return p.GlassML == 250 }},
		{"glass", "8floz", "8floz", func(p course.Prefs) bool { return p.GlassML == 237 }},
		{"unit", "ml", "ml", nil},
		{"cleanse.times", "21:00, 7:30, 21:00", "07:30,21:00", func(p course.Prefs) bool { return slices.Equal(p.Times["cleanse"], clocks(450, 1260)) }},
		{"checkin.times", "off", "off", func(p course.Prefs) bool { return p.Times["checkin"] != nil && len(p.Times["checkin"]) == 0 }},
		{"spacing", "45m", "45m", func(p course.Prefs) bool { return p.Spacing == 45*time.Minute }},
		{"cap", "007", "7", func(p course.Prefs) bool { return p.Cap == 7 }},
		{"cap", "off", "off", func(p course.Prefs) bool { return p.Cap == 0 }},
		{"sound", "off", "off", func(p course.Prefs) bool { return !p.Sound }},
		{"discreet", "on", "on", func(p course.Prefs) bool { return p.Discreet }},
		{"theme", "dark", "dark", nil},
		{"clock", "12H", "12h", nil},
		{"autostart", "on", "off", nil}, // the system keeps it
		{"plan", "Cautious", "cautious", nil},
	} {
		w := newWorld(t, "12:00")
		if err := w.service.SetSetting(w.ctx(), c.key, c.value); err != nil {
			t.Errorf("%s %q: %v", c.key, c.value, err)
			continue
		}
		if v, err := w.service.Setting(w.ctx(), c.key); err != nil || v.Value != c.stored {
			t.Errorf("%s %q is kept as %q, %v", c.key, c.value, v.Value, err)
		}
		p, err := w.service.Prefs(w.ctx())
		if err != nil || (c.felt != nil && !c.felt(p)) {
			t.Errorf("%s %q makes %+v, %v", c.key, c.value, p, err)
		}
		if err := w.service.SetSetting(w.ctx(), c.key, "default"); err != nil {
			t.Error(err)
		}
		if v, _ := w.service.Setting(w.ctx(), c.key); v.Value != v.Default {
			t.Errorf("%s does not go back: %q", c.key, v.Value)
		}
	}
}

func TestAValueThatCannotBeMeantIsRefusedAndTheOldOneStays(t *testing.T) {
	w := newWorld(t, "12:00")
	for _, c := range [][2]string{
		{"sleep", "22:30"}, {"sleep", "07:00-07:00"}, {"sleep", "01:00-23:00"}, {"water", "yes"}, {"glass", "3l"},
		{"glass", "20ml"}, {"glass", "-8floz"}, {"unit", "cups"}, {"cleanse.times", "8"}, {"cleanse.times", ""},
		{"cleanse.times", "0:00,1:00,2:00,3:00,4:00,5:00,6:00,7:00,8:00,9:00,10:00,11:00,12:00"}, {"spacing", "0m"},
		{"spacing", "5h"}, {"cap", "0"}, {"cap", "99"}, {"theme", "pink"}, {"clock", "13h"}, {"autostart", "1"}, {"plan", "nosuch"}, {"plan", ""},
		{"glass", "2"}, {"clinic", "Rose\u202eStreet"}, {"phone", "+49\u200b30"}, {"phone", "abc"}, {"phone", "*#06#"}, {"phone", "o151 444 55 66"}, {"phone", "+49 3O 12l"},
	} {
		w.refused(w.service.SetSetting(w.ctx(), c[0], c[1]), "")
		if v, err := w.service.Setting(w.ctx(), c[0]); err != nil || v.Value != v.Default {
			t.Errorf("%s %q was kept as %q, %v", c[0], c[1], v.Value, err)
		}
	}
	w.refused(w.service.SetSetting(w.ctx(), "slep", "off"), `Did you mean "sleep"?`)
}

func TestAValueThatCannotBeReadAnyMoreCountsAsTheDefault(t *testing.T) {
	w := newWorld(t, "12:00")
	for _, c := range [][2]string{{"sleep", "never"}, {"cap", "many"}, {"glass", "bucket"}, {"plan", "gone"}} {
		if err := w.journal.Set(w.ctx(), c[0], c[1]); err != nil {
			t.Fatal(err)
		}
	}
	p, err := w.service.Prefs(w.ctx())
	if want := course.DefaultPrefs(); err != nil || p.Sleep != want.Sleep || p.Cap != want.Cap || p.GlassML != want.GlassML {
		t.Errorf("got %+v, %v", p, err)
	}
	if plan, _, err := w.service.Plan(w.ctx(), ""); err != nil || plan.ID != "essentials" {
		t.Errorf("plan %q, %v", plan.ID, err)
	}
}
