package service

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/journal"
	"afterglow/guidance"
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
		{"phone", "", nil, tidyLine, nil},
	}
}

// keptBySystem is the setting that is not stored here: the system's own entry is the truth of it. Its value is only
// checked; whoever knows the system shows and changes it.
const keptBySystem = "autostart"

// settingList is every setting, in the order in which they are shown.
func (s *Service) settingList(ctx context.Context, stored map[string]string) ([]setting, error) {
	routines, err := s.routinesWithTimes(ctx, stored)
	if err != nil {
		return nil, err
	}
	list := settingsBefore()
	for _, id := range routines {
		list = append(list, timesSetting(id))
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
	return p
}

// longestLine is how long a line of the person's own may be, in letters.
const longestLine = 60

func tidyLine(v string) (string, error) {
	v = strings.Join(strings.Fields(v), " ")
	if utf8.RuneCountInString(v) > longestLine || !plain(v) {
		return "", fault.Use("refusal.line", fault.Args{"Most": longestLine})
	}
	return v, nil
}

// plain says whether a text that was typed reads as it is: in one line, without letters that nobody sees or that turn
// the others around.
func plain(s string) bool {
	_, hidden := guidance.Hidden(s)
	return !hidden && utf8.ValidString(s)
}

func oneOf(words ...string) func(string) (string, error) {
	return func(v string) (string, error) {
		if v = fold(v); slices.Contains(words, v) {
			return v, nil
		}
		return "", fault.Use("refusal.choice", fault.Args{"Word": v, "Choices": words})
	}
}

// CheckSleep refuses hours of sleep that the setting would not take.
func CheckSleep(value string) error {
	_, err := tidySleep(value)
	return err
}

func tidySleep(v string) (string, error) {
	v = fold(v)
	if v == "off" {
		return v, nil
	}
	r, err := guidance.ParseHourRange(v)
	usual := course.DefaultPrefs().Sleep // stands as an example
	if err != nil {
		return "", fault.Use("refusal.sleep", fault.Args{"Word": v, "From": usual.From, "To": usual.To})
	}
	if length := (int(r.To) - int(r.From) + 24*60) % (24 * 60); length == 0 || length > 16*60 {
		return "", fault.Use("refusal.sleep_length", fault.Args{"From": usual.From, "To": usual.To})
	}
	return r.String(), nil
}

func applySleep(p *course.Prefs, v string) {
	p.Sleep = guidance.HourRange{}
	if r, err := guidance.ParseHourRange(v); err == nil {
		p.Sleep = r
	}
}

// Bounds of one glass in millilitres.
const (
	leastGlassML = 50
	mostGlassML  = 1000
)

func tidyGlass(v string) (string, error) {
	ml, ok := millilitres(v, 0)
	if !ok || ml < leastGlassML || ml > mostGlassML {
		return "", fault.Use("refusal.glass", fault.Args{"Word": v})
	}
	if tidied := strings.ReplaceAll(fold(v), " ", ""); strings.HasSuffix(tidied, "floz") && !strings.Contains(tidied, ",") {
		return tidied, nil // as the person thinks of it
	}
	return strconv.Itoa(int(ml)) + "ml", nil
}

func applyGlass(p *course.Prefs, v string) {
	if ml, ok := millilitres(v, 0); ok {
		p.GlassML = int(ml)
	}
}

// mostTimes is how many times of the day a routine may be given.
const mostTimes = 12

func tidyTimes(v string) (string, error) {
	v = strings.ReplaceAll(fold(v), " ", "")
	if v == "off" || v == "default" {
		return v, nil
	}
	var times []guidance.Clock
	for _, part := range strings.Split(v, ",") {
		c, err := guidance.ParseClock(part)
		if err != nil {
			return "", fault.Use("refusal.times", fault.Args{"Word": part, "Clock": guidance.Clock(8 * 60)})
		}
		times = append(times, c)
	}
	slices.Sort(times)
	times = slices.Compact(times)
	if len(times) > mostTimes {
		return "", fault.Use("refusal.too_many_times", fault.Args{"Most": mostTimes})
	}
	words := make([]string, len(times))
	for i, c := range times {
		words[i] = c.String()
	}
	return strings.Join(words, ","), nil
}

func applyTimes(p *course.Prefs, routine, v string) {
	if v == "default" {
		return
	}
	times := []guidance.Clock{}
	if v != "off" {
		for _, part := range strings.Split(v, ",") {
			if c, err := guidance.ParseClock(part); err == nil {
				times = append(times, c)
			}
		}
	}
	if p.Times == nil {
		p.Times = map[string][]guidance.Clock{}
	}
	p.Times[routine] = times
}

func tidySpacing(word string) (string, error) {
	v := strings.ReplaceAll(fold(word), " ", "")
	d, err := guidance.ParseSpan(v)
	if err != nil || d < time.Minute || d > 4*time.Hour {
		return "", fault.Use("refusal.spacing", fault.Args{"Word": word})
	}
	return v, nil
}

func applySpacing(p *course.Prefs, v string) {
	if d, err := guidance.ParseSpan(v); err == nil {
		p.Spacing = d
	}
}

func tidyCap(v string) (string, error) {
	v = fold(v)
	if v == "off" {
		return v, nil
	}
	n, err := strconv.Atoi(v)
	if err != nil || n < 1 || n > 50 {
		return "", fault.Use("refusal.cap", fault.Args{"Word": v})
	}
	return strconv.Itoa(n), nil
}

func applyCap(p *course.Prefs, v string) {
	p.Cap = 0 // off
	if n, err := strconv.Atoi(v); err == nil {
		p.Cap = n
	}
}

// tidyPlanID takes any word: whether the plan is there is asked when it is set.
func tidyPlanID(v string) (string, error) {
	if v = strings.TrimSpace(v); v == "" {
		return "", fault.Use("refusal.plan_id", nil)
	}
	return v, nil
}
