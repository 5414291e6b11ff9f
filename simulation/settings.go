package simulation

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"afterglow/app/course"
	"afterglow/guidance"
)

// anySetting draws one preference.
func anySetting(d draw) setting {
	switch d.IntN(8) {
	case 0, 1:
		return sleepSetting(d)
	case 2:
		minutes := pick(d, 1, 5, 20, 20, 45, 90, 240)
		return setting{"spacing", fmt.Sprintf("%dm", minutes), func(p *course.Prefs) { p.Spacing = time.Duration(minutes) * time.Minute }}
	case 3:
		if d.chance(0.3) {
			return setting{"cap", "off", func(p *course.Prefs) { p.Cap = 0 }}
		}
		most := pick(d, 1, 3, 6, 12, 20)
		return setting{"cap", fmt.Sprint(most), func(p *course.Prefs) { p.Cap = most }}
	case 4:
		on := d.chance(0.6)
		return setting{"water", onOff(on), func(p *course.Prefs) { p.Water = on }}
	case 5:
		ml := pick(d, 50, 100, 200, 250, 330, 500, 1000)
		return setting{"glass", fmt.Sprintf("%dml", ml), func(p *course.Prefs) { p.GlassML = ml }}
	case 6:
		on := d.chance(0.2)
		return setting{"discreet", onOff(on), func(p *course.Prefs) { p.Discreet = on }}
	}
	return timesSetting(d)
}

func onOff(on bool) string {
	if on {
		return "on"
	}
	return "off"
}

func sleepSetting(d draw) setting {
	if d.chance(0.2) {
		return setting{"sleep", "off", func(p *course.Prefs) { p.Sleep = guidance.HourRange{} }}
	}
	hours := pick(d, "22:30-07:30", "02:00-09:00", "00:00-07:00", "20:00-10:00", "01:30-02:30", "23:00-06:15", "")
	if hours == "" {
		from := d.IntN(24 * 60)
		hours = guidance.HourRange{From: guidance.Clock(from), To: guidance.Clock((from + d.between(1, 16*60)) % (24 * 60))}.String()
	}
	return setting{"sleep", hours, func(p *course.Prefs) {
		if r, err := guidance.ParseHourRange(hours); err == nil {
			p.Sleep = r
		}
	}}
}

func timesSetting(d draw) setting {
	id := pick(d, "cleanse", "moisturise", "sunscreen", "checkin")
	key := id + ".times"
	if d.chance(0.3) {
		return setting{key, "default", func(p *course.Prefs) { delete(p.Times, id) }}
	}
	times, words := []guidance.Clock{}, []string{}
	if d.chance(0.8) {
		for range d.between(1, 4) {
			times = append(times, guidance.Clock(d.IntN(24*12)*5))
		}
		slices.Sort(times)
		times = slices.Compact(times)
	}
	for _, c := range times {
		words = append(words, c.String())
	}
	value := strings.Join(words, ",")
	if value == "" {
		value = "off"
	}
	return setting{key, value, func(p *course.Prefs) {
		if p.Times == nil {
			p.Times = map[string][]guidance.Clock{}
		}
		p.Times[id] = times
	}}
}
