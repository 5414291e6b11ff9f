package service

import (
	"context"
	"strconv"

	"afterglow/app/course"
	"afterglow/app/journal"
)

// setting is one preference: how it is read, and what it changes.
type setting struct {
	key, standard string
	// choices are the only values that it can have; nil if its value is written.
	choices []string
	// tidy checks a value and returns it as it is stored.
	tidy func(value string) (string, error)
	// apply changes the preferences by a tidy value; nil for what is no preference of reminders.
	apply func(p *course.Prefs, value string)
}

// choice is a setting of a few values.
func choice(key, standard string, choices []string, apply func(*course.Prefs, string)) setting {
	return setting{key, standard, choices, oneOf(choices...), apply}
}

// onOff are the values of a switch.
func onOff() []string { return []string{"on", "off"} }

// settingsBefore are the settings that are shown before those of the routines' times.
func settingsBefore() []setting {
	d := course.DefaultPrefs()
	return []setting{
		{"sleep", d.Sleep.String(), nil, tidySleep, applySleep},
		choice("water", "on", onOff(),
			func(p *course.Prefs, v string) { p.Water = v == "on" }),
		{"glass", strconv.Itoa(d.GlassML) + "ml", nil, tidyGlass, applyGlass},
		choice("unit", d.Unit, []string{course.UnitGlass, course.UnitML, course.UnitFluidOunce},
			func(p *course.Prefs, v string) { p.Unit = v }),
	}
}

// settingsAfter are those shown after them.
func settingsAfter() []setting {
	d := course.DefaultPrefs()
	return []setting{
		{"spacing", "20m", nil, tidySpacing, applySpacing},
		{"cap", strconv.Itoa(d.Cap), nil, tidyCap, applyCap},
		choice("sound", "on", onOff(),
			func(p *course.Prefs, v string) { p.Sound = v == "on" }),
		choice("discreet", "off", onOff(),
			func(p *course.Prefs, v string) { p.Discreet = v == "on" }),
		choice("theme", "system", []string{"system", "light", "dark"}, nil),
		choice("clock", "auto", []string{"auto", "12h", "24h"}, nil),
		choice(keptBySystem, "off", onOff(), nil),
		{"plan", defaultPlan, nil, tidyPlanID, nil},
		{"clinic", "", nil, tidyLine, nil},
		{"phone", "", nil, tidyPhone, nil},
	}
}

// keptBySystem is the setting that is not stored here: the system's own entry is the truth of it. Its value is only
// checked; whoever knows the system shows and changes it.
const keptBySystem = "autostart"

// settingList is every setting, in the order in which they are shown.
func (s *Service) settingList(ctx context.Context, stored map[string]string) ([]setting, error) {
	plans, err := s.plansAhead(ctx, stored)
	if err != nil {
		return nil, err
	}
	list := settingsBefore()
	for _, id := range withTimes(plans) {
		list = append(list, timesSetting(id))
	}
	for _, part := range prescribedIn(plans, nil) {
		list = append(list, prescribedSetting(part.ID))
	}
	return append(list, settingsAfter()...), nil
}

func (s *Service) findSetting(ctx context.Context, key string, stored map[string]string) (setting, error) {
	list, err := s.settingList(ctx, stored)
	if err != nil {
		return setting{}, err
	}
	var keys []string
	for _, set := range list {
		if set.key == fold(key) {
			return set, nil
		}
		keys = append(keys, set.key)
	}
	if set, ok := timesElsewhere(fold(key), stored); ok {
		return set, nil
	}
	return setting{}, unknown(key, keys)
}

// Settings lists every setting with its value.
func (s *Service) Settings(ctx context.Context) ([]SettingView, error) {
	stored, err := s.journal.Settings(ctx)
	if err != nil {
		return nil, err
	}
	if err := s.fillIn(ctx, stored); err != nil {
		return nil, err
	}
	list, err := s.settingList(ctx, stored)
	if err != nil {
		return nil, err
	}
	out := []SettingView{}
	for _, set := range list {
		out = append(out, set.view(stored))
	}
	return out, nil
}

// fillIn puts in the plan that holds if none was chosen: it depends on the last treatment.
func (s *Service) fillIn(ctx context.Context, stored map[string]string) error {
	id, _, err := s.planIDInUse(ctx, stored)
	if err == nil {
		stored["plan"] = id
	}
	return err
}

// Setting is one setting by its key.
func (s *Service) Setting(ctx context.Context, key string) (SettingView, error) {
	stored, err := s.journal.Settings(ctx)
	if err != nil {
		return SettingView{}, err
	}
	set, err := s.findSetting(ctx, key, stored)
	if err != nil {
		return SettingView{}, err
	}
	if set.key == "plan" {
		if err := s.fillIn(ctx, stored); err != nil {
			return SettingView{}, err
		}
	}
	return set.view(stored), nil
}

func (set setting) view(stored map[string]string) SettingView {
	return SettingView{Key: set.key, Value: set.value(stored), Default: set.standard, Choices: set.choices}
}

// value is the value that holds: the stored one if it can still be read, else the default.
func (set setting) value(stored map[string]string) string {
	if v, err := set.tidy(stored[set.key]); err == nil {
		return v
	}
	return set.standard
}

// SetSetting checks and stores a value; "default" goes back to the default.
func (s *Service) SetSetting(ctx context.Context, key, value string) error {
	c, err := s.checkedSetting(ctx, Preference{key, value})
	if err != nil {
		return err
	}
	return s.together(ctx, journal.AboutSetting, c.write)
}

// Preference is a setting and the value that it is to have.
type Preference struct{ Key, Value string }

// change is a preference that was checked, as it is to be stored.
type change struct {
	key, value string
	unset      bool // back to the default
}

func (c change) write(b *journal.Batch) error {
	switch {
	case c.key == keptBySystem:
		return nil
	case c.unset:
		return b.Unset(c.key)
	}
	return b.Set(c.key, c.value)
}

// checkedSetting holds a preference against its bounds, and tidies it.
func (s *Service) checkedSetting(ctx context.Context, p Preference) (change, error) {
	stored, err := s.journal.Settings(ctx)
	if err != nil {
		return change{}, err
	}
	set, err := s.findSetting(ctx, p.Key, stored)
	if err != nil {
		return change{}, err
	}
	if fold(p.Value) == "default" {
		return change{key: set.key, unset: true}, nil
	}
	tidied, err := set.tidy(p.Value)
	if err != nil {
		return change{}, err
	}
	if set.key == "plan" {
		plan, _, err := s.Plan(ctx, tidied)
		if err != nil {
			return change{}, err
		}
		tidied = plan.ID
	}
	return change{key: set.key, value: tidied}, nil
}

// Prefs are the preferences that the settings make.
func (s *Service) Prefs(ctx context.Context) (course.Prefs, error) {
	stored, err := s.journal.Settings(ctx)
	if err != nil {
		return course.Prefs{}, err
	}
	return prefsOf(stored), nil
}

func prefsOf(stored map[string]string) course.Prefs {
	p := course.DefaultPrefs()
	for _, set := range append(settingsBefore(), settingsAfter()...) {
		if _, chosen := stored[set.key]; chosen && set.apply != nil {
			set.apply(&p, set.value(stored))
		}
	}
	applyStoredTimes(&p, stored)
	applyStoredPrescribed(&p, stored)
	return p
}
