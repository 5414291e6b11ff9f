package cli

import (
	"github.com/spf13/cobra"

	"afterglow/app/autostart"
	"afterglow/app/fault"
	"afterglow/app/phrase"
)

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
			switch word := first(args); word {
			case "on", "off":
				if err := r.setAutostart(word == "on"); err != nil {
					return err
				}
			case "", "status":
			default:
				return fault.Use("command.autostart.said.choices", fault.Args{"Word": shown(word)})
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
					r.put("command.autostart.said.stale", phrase.Args{"Program": e.Command[0]})
					r.put("command.autostart.said.right", phrase.Args{"Command": r.command("autostart", "on")})
				case e.On:
					r.put("command.autostart.said.on")
					r.put("command.autostart.said.by", phrase.Args{"Path": e.Path})
				default:
					r.put("command.autostart.said.off")
				}
			})
		},
	}
}
