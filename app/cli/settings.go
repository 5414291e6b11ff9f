package cli

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"afterglow/app/autostart"
	"afterglow/app/cli/shape"
	"afterglow/app/phrase"
	"afterglow/app/phrase/typed"
	"afterglow/app/service"
	"afterglow/guidance"
)

func (r *run) settingsCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "settings",
		Args: words(0, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			return r.with(ctx, func(s *service.Service) error {
				switch len(args) {
				case 0:
					return r.allSettings(ctx, s)
				case 1:
					v, err := s.Setting(ctx, args[0])
					if err != nil {
						return err
					}
					v = seen(v)
					return r.answer(shape.OfSetting(r.figures(), v), func() { r.printSetting(v) })
				}
				v, err := r.set(ctx, s, args[0], args[1])
				if err != nil {
					return err
				}
				return r.answer(shape.OfSetting(r.figures(), v), func() { r.printSet(v) })
			})
		},
	}
}

func (r *run) allSettings(ctx context.Context, s *service.Service) error {
	views, err := s.Settings(ctx)
	if err != nil {
		return err
	}
	shapes, rows := []shape.Setting{}, [][]string{}
	for _, v := range views {
		v = seen(v)
		shapes = append(shapes, shape.OfSetting(r.figures(), v))
		rows = append(rows, []string{v.Key, r.value(v), r.voice().SettingHelp(v.Key)})
	}
	return r.answer(shapes, func() { r.table(rows) })
}

// set changes a setting and returns it as it stands then.
func (r *run) set(ctx context.Context, s *service.Service, key, value string) (service.SettingView, error) {
	v, err := s.Setting(ctx, key)
	if err != nil {
		return v, err
	}
	stored, err := r.canonical(v.Key, value)
	if err != nil {
		return v, err
	}
	err = s.SetSetting(ctx, v.Key, stored)
	if err != nil && stored != value {
		err = s.SetSetting(ctx, v.Key, value) // refused in the words that were typed
	}
	if err != nil {
		return v, err
	}
	if v, err = s.Setting(ctx, v.Key); err != nil {
		return v, err
	}
	switch v.Key {
	case "clock":
		r.choose(v.Value)
	case "autostart":
		err = r.setAutostart(strings.EqualFold(strings.TrimSpace(value), "on")) // checked above, and kept by the system
	}
	return seen(v), err
}

// isTimes says whether a setting is a list of times of day.
func isTimes(key string) bool { return strings.HasSuffix(key, ".times") }

// canonical is a value that was typed in the person's own clock ("10 pm to 7 am") as it is stored. What cannot be read
// so stays: whoever checks it says what to write. It is an error if a time can be before or after noon.
func (r *run) canonical(key, value string) (string, error) {
	var err error
	switch {
	case key == "sleep":
		var hours guidance.HourRange
		if hours, err = r.voice().ReadRange(value); err == nil {
			return hours.String(), nil
		}
	case key == "spacing":
		var d time.Duration
		if d, err = r.voice().ReadLength(value); err == nil && d > 0 {
			return strconv.Itoa(int(d/time.Minute)) + "m", nil
		}
	case isTimes(key):
		var times []guidance.Clock
		if times, err = r.voice().ReadClocks(value); err == nil {
			var all []string
			for _, c := range times {
				all = append(all, c.String())
			}
			return strings.Join(all, ","), nil
		}
	}
	if errors.Is(err, typed.ErrHalf) {
		return "", err
	}
	return value, nil
}

// value is a setting's value in the person's clock.
func (r *run) value(v service.SettingView) string {
	switch {
	case v.Key == "sleep":
		if hours, err := guidance.ParseHourRange(v.Value); err == nil {
			return r.voice().HourRange(hours)
		}
	case isTimes(v.Key):
		var all []string
		for word := range strings.SplitSeq(v.Value, ",") {
			c, err := guidance.ParseClock(word)
			if err != nil {
				return v.Value // "off" or "default"
			}
			all = append(all, r.voice().Clock(c))
		}
		return r.voice().List(all)
	}
	return v.Value
}

func (r *run) printSetting(v service.SettingView) {
	said := "settings.one"
	if v.Value == "" {
		said = "settings.one_empty"
	}
	r.put(said, phrase.Args{"Key": v.Key, "Value": r.value(v), "Help": r.voice().SettingHelp(v.Key)})
}

// printSet says what was just set. How it is written was known to who wrote it.
func (r *run) printSet(v service.SettingView) {
	said := "settings.now"
	switch {
	case v.Key == "sleep" && v.Value == "off":
		said = "settings.now_sleepless"
	case v.Key == "sleep":
		said = "settings.now_sleep"
	case v.Value == "":
		said = "settings.now_empty"
	}
	r.put(said, phrase.Args{"Key": v.Key, "Value": r.value(v)})
}

// seen puts what truly stands on this computer in place of what was last asked for.
func seen(v service.SettingView) service.SettingView {
	if v.Key != "autostart" {
		return v
	}
	if on, _, err := autostart.State(); err == nil {
		v.Value = "off"
		if on {
			v.Value = "on"
		}
	}
	return v
}
