package cli

import (
	"context"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"afterglow/app/fault"
	"afterglow/app/ipc"
	"afterglow/app/phrase"
)

// version is what `version --json` answers.
type version struct {
	Version string `json:"version"`
	Go      string `json:"go"`
	OS      string `json:"os"`
	Arch    string `json:"arch"`
}

func (r *run) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "version",
		Args: words(0, 0),
		RunE: func(*cobra.Command, []string) error {
			v := version{Version: r.env.Version, Go: runtime.Version(), OS: runtime.GOOS, Arch: runtime.GOARCH}
			return r.answer(v, func() {
				r.put("command.version.said.line", phrase.Args{"Version": v.Version, "Go": v.Go, "System": v.OS, "Processor": v.Arch})
			})
		},
	}
}

const quitWithin = 10 * time.Second

// ended is what `quit --json` answers.
type ended struct {
	WasRunning bool `json:"was_running"`
	PID        int  `json:"pid"` // of the tray; 0 if none ran
}

func (r *run) quitCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "quit",
		Args: words(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			dir, err := r.dataDir()
			if err != nil {
				return err
			}
			ctx, cancel := context.WithTimeout(cmd.Context(), quitWithin)
			defer cancel()
			tray, err := endRole(ctx, dir, ipc.Agent)
			if err != nil {
				return err
			}
			window, err := endRole(ctx, dir, ipc.Window)
			if err != nil && tray == 0 { // the tray takes its window along: it may be half gone
				return err
			}
			v := ended{WasRunning: tray != 0 || window != 0, PID: tray}
			return r.answer(v, func() {
				if v.WasRunning {
					r.put("command.quit.said.ended")
					return
				}
				r.put("command.quit.said.not_running")
			})
		},
	}
}

// endRole has the program in a role end, and returns its process id; 0 if none is there.
func endRole(ctx context.Context, dir, role string) (int, error) {
	pid, err := ipc.End(ctx, dir, role)
	switch {
	case err == nil:
		return pid, nil
	case pid != 0:
		return 0, fault.New("command.quit.said.still_"+role, fault.Args{"PID": pid})
	}
	return 0, fault.Wrap(err, "command.quit.said.stays_"+role, nil)
}

func (r *run) completionCommand() *cobra.Command {
	return &cobra.Command{
		Use:       "completion",
		Args:      words(1, 1),
		ValidArgs: []string{"bash", "zsh", "fish", "powershell"},
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(&r.text, true)
			case "zsh":
				return root.GenZshCompletion(&r.text)
			case "fish":
				return root.GenFishCompletion(&r.text, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(&r.text)
			}
			return fault.Use("cli.unknown_shell", fault.Args{"Word": shown(args[0])})
		},
	}
}
