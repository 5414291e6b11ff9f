package cli

import (
	"github.com/spf13/cobra"

	"afterglow/app/autostart"
	"afterglow/app/cli/shape"
	"afterglow/app/service"
)

func (r *run) settingsCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "settings",
		Args: words(0, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			return r.with(ctx, func(s *service.Service) error {
				if len(args) == 0 {
					views, err := s.Settings(ctx)
					if err != nil {
						return err
					}
					for i := range views {
						views[i] = seen(views[i])
					}
					shapes := []shape.Setting{}
					for _, v := range views {
						shapes = append(shapes, shape.OfSetting(r.figures(), v))
					}
					return r.answer(shapes, func() {
						rows := [][]string{}
						for _, v := range views {
							rows = append(rows, []string{v.Key, v.Value, v.Help})
						}
						r.table(rows)
					})
				}
				v, err := s.Setting(ctx, args[0])
				if err != nil {
					return err
				}
				if len(args) == 2 {
					if err := s.SetSetting(ctx, v.Key, args[1]); err != nil {
						return err
					}
					if v, err = s.Setting(ctx, v.Key); err != nil {
						return err
					}
					if v.Key == "autostart" {
						if err := r.setAutostart(v.Value == "on"); err != nil {
							return err
						}
					}
				}
				v = seen(v)
				return r.answer(shape.OfSetting(r.figures(), v), func() {
					if len(args) == 2 {
						r.line("%s", nowIs(v))
						return
					}
					value := v.Value
					if value == "" {
						value = "not set"
					}
					r.line("%s: %s. %s", v.Key, value, v.Help)
				})
			})
		},
	}
}

// nowIs says what was just set. How it is written was known to who wrote it.
func nowIs(v service.SettingView) string {
	switch {
	case v.Key == "sleep" && v.Value == "off":
		return "sleep is now off: reminders may come at any hour, at night too."
	case v.Key == "sleep":
		return "sleep is now " + v.Value + ": no reminders in these hours."
	case v.Value == "":
		return v.Key + " is now empty."
	}
	return v.Key + " is now " + v.Value + "."
}

// seen puts what truly stands on this computer in place of what was last asked for.
func seen(v service.SettingView) service.SettingView {
	if v.Key != "autostart" {
		return v
	}
	if on, _, err := autostart.State(); err == nil {
		v.Value = onOff(on)
	}
	return v
}

func onOff(on bool) string {
	if on {
		return "on"
	}
	return "off"
}
