package cli

import (
	"context"
	"errors"
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"afterglow/app/link"
)

func (r *run) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "The version of this program",
		Args:  upTo(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			v := version{Version: r.env.Version, Go: runtime.Version(), OS: runtime.GOOS, Arch: runtime.GOARCH}
			return r.answer(v, func() { r.line("%s", v) })
		},
	}
}

// ended is what `quit --json` answers.
type ended struct {
	WasRunning bool `json:"was_running"`
	PID        int  `json:"pid"` // of the tray; 0 where none ran
}

func (r *run) quitCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "quit",
		Short: "End the tray and its window",
		Args:  upTo(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			dir, err := r.dataDir()
			if err != nil {
				return err
			}
			tray, err := ask(cmd.Context(), dir, link.Agent)
			if err != nil {
				return err
			}
			window, err := ask(cmd.Context(), dir, link.Window)
			if err != nil {
				return err
			}
			v := ended{WasRunning: tray != 0 || window != 0, PID: tray}
			return r.answer(v, func() {
				if v.WasRunning {
					r.line("Afterglow has ended.")
					return
				}
				r.line("Afterglow is not running.")
			})
		},
	}
}

// ask has the program in a role end, and returns its process id; 0 where none is there.
func ask(ctx context.Context, dir, role string) (int, error) {
	reply, err := link.Send(ctx, dir, role, link.Message{Do: link.DoQuit})
	switch {
	case errors.Is(err, link.ErrNobody):
		return 0, nil
	case err != nil:
		return 0, fmt.Errorf("the %s does not answer: %w; end it in your task manager", role, err)
	case !reply.OK:
		return 0, fmt.Errorf("the %s would not end: %s", role, reply.Text)
	}
	return reply.PID, nil
}

func (r *run) completionCommand() *cobra.Command {
	return &cobra.Command{
		Use:       "completion bash|zsh|fish|powershell",
		Short:     "A script that completes commands in your shell",
		Example:   "  afterglow completion bash > ~/.local/share/bash-completion/completions/afterglow",
		Args:      upTo(1, 1, "a shell: bash, zsh, fish or powershell"),
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
			return wrong("%q is not a shell that is known; write bash, zsh, fish or powershell.", args[0])
		},
	}
}
