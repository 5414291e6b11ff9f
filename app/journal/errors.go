package journal

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"github.com/mattn/go-sqlite3"
)

// The kinds of error that callers may tell apart with errors.Is. The error that
// is returned reads as one sentence for the person, with what to do.
var (
	ErrReadOnly = errors.New("the journal cannot be written")
	ErrFull     = errors.New("no space left")
	ErrNewer    = errors.New("the journal is from a newer version")
	ErrDamaged  = errors.New("the journal is damaged")
	ErrForeign  = errors.New("not our own journal")
	ErrGone     = errors.New("the journal is gone")
	ErrBusy     = errors.New("the journal is busy")
	ErrNotFound = errors.New("not in the journal")
	ErrPlan     = errors.New("a stored plan cannot be read")
)

// Error is a failure in words for the person. Kind is one of the Err values, or nil.
type Error struct {
	Kind  error
	Text  string // one sentence: what happened and what to do
	Cause error
}

// Error gives the sentence, without technical detail; Cause has that.
func (e *Error) Error() string { return e.Text }

// Unwrap makes both the kind and the cause visible to errors.Is and errors.As.
func (e *Error) Unwrap() []error {
	var all []error
	if e.Kind != nil {
		all = append(all, e.Kind)
	}
	if e.Cause != nil {
		all = append(all, e.Cause)
	}
	return all
}

func fail(kind, cause error, format string, args ...any) error {
	return &Error{Kind: kind, Cause: cause, Text: fmt.Sprintf(format, args...)}
}

// explain turns an error of SQLite or the system into a sentence.
// doing says what was tried, as in "save an entry".
func explain(err error, doing, path string) error {
	var known *Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &known):
		return err
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("stopped before it could %s: %w", doing, err)
	case isDamage(err):
		return fail(ErrDamaged, err, "Could not %s: the journal %s is damaged. Restore a backup with: afterglow restore FILE", doing, path)
	case isFull(err):
		return fail(ErrFull, err, "Could not %s: there is no space left for %s. Nothing was changed. Free some space, then try again.", doing, path)
	case isReadOnly(err):
		return fail(ErrReadOnly, err, "Could not %s: %s cannot be written. Check who owns it and its permissions.", doing, path)
	case isBusy(err):
		return fail(ErrBusy, err, "Could not %s: another program is using %s. Quit Afterglow, or try again in a moment.", doing, path)
	}
	return fmt.Errorf("could not %s in %s: %w", doing, path, err)
}

func sqliteCode(err error) (code sqlite3.ErrNo, system syscall.Errno) {
	var e sqlite3.Error
	if errors.As(err, &e) {
		return e.Code, e.SystemErrno
	}
	return 0, 0
}

func isDamage(err error) bool {
	code, _ := sqliteCode(err)
	return code == sqlite3.ErrCorrupt || code == sqlite3.ErrNotADB || errors.Is(err, ErrDamaged)
}

func isFull(err error) bool {
	code, system := sqliteCode(err)
	return code == sqlite3.ErrFull || fullErrno(system) || isFullErrno(err)
}

func isFullErrno(err error) bool {
	var n syscall.Errno
	return errors.As(err, &n) && fullErrno(n)
}

func isReadOnly(err error) bool {
	code, _ := sqliteCode(err)
	return code == sqlite3.ErrReadonly || code == sqlite3.ErrPerm || code == sqlite3.ErrCantOpen ||
		errors.Is(err, fs.ErrPermission) || errors.Is(err, errReadOnlyDisk)
}

func isBusy(err error) bool {
	code, _ := sqliteCode(err)
	return code == sqlite3.ErrBusy || code == sqlite3.ErrLocked || inUse(err)
}
