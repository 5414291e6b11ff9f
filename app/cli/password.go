package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"afterglow/app/calserver"
	"afterglow/app/fault"
	"afterglow/app/phrase"
)

// password has the person type the password of a calendar server, unseen.
func (r *run) password(ctx context.Context, s calserver.Setup) (string, error) {
	fmt.Fprint(r.errw, clean(r.t("sync.password", phrase.Args{"User": s.User, "Address": s.Address}))+" ")
	defer fmt.Fprintln(r.errw)
	f, ok := r.in.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return r.passwordLine(ctx)
	}
	before, err := term.GetState(int(f.Fd()))
	if err != nil {
		return "", fault.Wrap(err, "sync.no_password", nil)
	}
	defer func() { _ = term.Restore(int(f.Fd()), before) }() // also when a signal ends it: letters are to be seen again
	typed, err := stoppable(ctx, func() ([]byte, error) { return term.ReadPassword(int(f.Fd())) })
	if errors.Is(err, errStopped) {
		return "", err
	}
	if len(typed) == 0 {
		return "", fault.Wrap(err, "sync.no_password", nil)
	}
	return string(typed), nil
}

// passwordLine is the first line of standard input.
func (r *run) passwordLine(ctx context.Context) (string, error) {
	typed, err := stoppable(ctx, func() (string, error) { return line(r.in) })
	if errors.Is(err, errStopped) {
		return "", err
	}
	if errors.Is(err, io.EOF) {
		err = nil
	}
	if typed = strings.TrimRight(typed, "\r"); typed == "" || err != nil {
		return "", fault.Wrap(err, "sync.no_password", nil)
	}
	return typed, nil
}
