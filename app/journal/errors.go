package journal

import (
	"context"
	"errors"
	"io/fs"
	"syscall"

	"github.com/mattn/go-sqlite3"

	"afterglow/app/datadir"
	"afterglow/app/fault"
)

// The kinds of fault that callers may tell apart with [errors.Is].
var (
	ErrReadOnly = datadir.ErrReadOnly
	ErrFull     = datadir.ErrFull
	ErrForeign  = datadir.ErrForeign
	ErrNewer    = errors.New("the journal is from a newer version")
	ErrDamaged  = errors.New("the journal is damaged")
	ErrGone     = errors.New("the journal is gone")
	ErrBusy     = errors.New("the journal is busy")
	ErrNotFound = errors.New("not in the journal")
	ErrPlan     = errors.New("a stored plan cannot be read")
)

// What could not be done: the first sentence of a fault's message, before the reason.
const (
	unread              = fault.Text("journal.failed_read")
	unchecked           = fault.Text("journal.failed_check")
	entryNotSaved       = fault.Text("journal.failed_entry")
	notUndone           = fault.Text("journal.failed_undo")
	settingNotSaved     = fault.Text("journal.failed_setting")
	planNotSaved        = fault.Text("journal.failed_plan")
	treatmentNotSaved   = fault.Text("journal.failed_treatment")
	treatmentNotRemoved = fault.Text("journal.failed_removal")
	reminderNotNoted    = fault.Text("journal.failed_reminder")
	notOpened           = fault.Text("journal.failed_open")
	notBegun            = fault.Text("journal.failed_begin")
	notUpdated          = fault.Text("journal.failed_update")
	notMended           = fault.Text("journal.failed_mend")
	notErased           = fault.Text("journal.failed_erase")
	notBackedUp         = fault.Text("journal.failed_backup")
	noDailyBackup       = fault.Text("journal.failed_daily_backup")
	backupsUnread       = fault.Text("journal.failed_list")
	backupUnread        = fault.Text("journal.failed_read_backup")
	notRestored         = fault.Text("journal.failed_restore")
	questionNotSaved    = fault.Text("journal.failed_question")
	productNotSaved     = fault.Text("journal.failed_product")
	calendarNotSaved    = fault.Text("journal.failed_calendar")
	askedNotSaved       = fault.Text("journal.failed_asked")
	askedNotCleared     = fault.Text("journal.failed_clear")
	memoryKept          = fault.Text("journal.failed_rest")
)

// explain makes a fault of an error of SQLite or the system. Failed says what could not be done, path is the
// file that it is about.
func explain(err error, failed fault.Text, path string) error {
	var known *fault.Fault
	switch {
	case err == nil:
		return nil
	case errors.As(err, &known):
		return err
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return fault.Wrap(err, "journal.stopped", fault.Args{"Failed": failed})
	case isDamage(err):
		return damage(err, failed, path)
	case isFull(err):
		return fault.Wrap(err, "journal.full", fault.Args{"Failed": failed, "Path": path}).Of(ErrFull)
	case isReadOnly(err):
		return notWritable(err, failed, path)
	case isBusy(err):
		return inUseElsewhere(err, failed, path)
	}
	return fault.Wrap(err, "journal.failed", fault.Args{"Failed": failed, "Path": path})
}

func damage(cause error, failed fault.Text, path string) error {
	return fault.Wrap(cause, "journal.damaged", fault.Args{"Failed": failed, "Path": path}).Of(ErrDamaged)
}

func notWritable(cause error, failed fault.Text, path string) error {
	return fault.Wrap(cause, "journal.read_only", fault.Args{"Failed": failed, "Path": path}).Of(ErrReadOnly)
}

// notReadable is explain for a file of the person's that is only to be read: rights that are missing are those to read it.
func notReadable(err error, failed fault.Text, path string) error {
	if of, ok := errors.AsType[*fs.PathError](err); ok && of.Path == path && errors.Is(err, fs.ErrPermission) {
		return fault.Wrap(err, "journal.not_readable", fault.Args{"Failed": failed, "Path": path})
	}
	return explain(err, failed, path)
}

func inUseElsewhere(cause error, failed fault.Text, path string) error {
	return fault.Wrap(cause, "journal.busy", fault.Args{"Failed": failed, "Path": path}).Of(ErrBusy)
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
	return code == sqlite3.ErrFull || system != 0 && datadir.IsFull(system) || datadir.IsFull(err)
}

func isReadOnly(err error) bool {
	code, _ := sqliteCode(err)
	return code == sqlite3.ErrReadonly || code == sqlite3.ErrPerm || code == sqlite3.ErrCantOpen || datadir.IsReadOnly(err)
}

func isBusy(err error) bool {
	code, _ := sqliteCode(err)
	return code == sqlite3.ErrBusy || code == sqlite3.ErrLocked || inUse(err)
}
