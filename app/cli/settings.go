package cli

import (
	"fmt"

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

// setAutostart has the agent started at login with the data folder that was asked for, if any.
func (r *run) setAutostart(on bool) error {
	args := []string{"--background"}
	if r.data != "" || r.env.Getenv("AFTERGLOW_DATA") != "" {
		dir, err := r.dataDir()
		if err != nil {
			return err
		}
		args = append(args, "--data", dir)
	}
	exe := autostart.Starter(r.env.Executable)
	if image := r.env.Getenv("APPIMAGE"); image != "" {
		exe = image // the program inside it is gone once it ends
	}
	return autostart.Set(on, exe, args...)
}

// startsAtLogin is what `autostart --json` answers.
type startsAtLogin struct {
	On      bool     `json:"on"`
	Path    string   `json:"path"`
	Command []string `json:"command"`
	Stale   bool     `json:"stale"`
}

func (r *run) autostartCommand() *cobra.Command {
	return &cobra.Command{
		Use:       "autostart",
		Args:      words(0, 1),
		ValidArgs: []string{"on", "off", "status"},
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			switch word := first(args); word {
			case "on", "off":
				if err := r.setAutostart(word == "on"); err != nil {
					return err
				}
				err := r.with(ctx, func(s *service.Service) error { return s.SetSetting(ctx, "autostart", word) })
				if err != nil {
					return err
				}
			case "", "status":
			default:
				return wrong("%q is not one of the choices; write on, off or status.", word)
			}
			e, err := autostart.Read()
			if err != nil {
				return err
			}
			v := startsAtLogin{On: e.On, Path: e.Path, Command: e.Command, Stale: e.Stale}
			if v.Command == nil {
				v.Command = []string{}
			}
			return r.answer(v, func() {
				switch {
				case e.Stale:
					r.line("Afterglow is set to start with the computer, but %s is gone.", e.Command[0])
					r.line("Put it right with: afterglow autostart on")
				case e.On:
					r.line("Afterglow starts with the computer.")
					r.line("That is written in %s", e.Path)
				default:
					r.line("Afterglow does not start with the computer.")
				}
			})
		},
	}
}

// version is what `version --json` answers.
type version struct {
	Version string `json:"version"`
	Go      string `json:"go"`
	OS      string `json:"os"`
	Arch    string `json:"arch"`
}

func (v version) String() string {
	return fmt.Sprintf("afterglow %s (%s, %s/%s)", v.Version, v.Go, v.OS, v.Arch)
}
