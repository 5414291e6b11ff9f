package journal

import (
	"errors"
	"io/fs"
	"testing"

	"afterglow/app/fault"
)

func TestABackupThatMayNotBeReadIsNotSaidToBeUnwritable(t *testing.T) {
	const backup = "/backup.sqlite"
	for _, c := range []struct{ name, path, want string }{
		{"the backup", backup, "journal.not_readable"},
		{"the copy of it", "/data/.restore-1/journal.sqlite", "journal.read_only"},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := notReadable(&fs.PathError{Op: "open", Path: c.path, Err: fs.ErrPermission}, backupUnread, backup)
			if f, ok := errors.AsType[*fault.Fault](err); !ok || f.ID != c.want {
				t.Errorf("it is %v, want %s", err, c.want)
			}
		})
	}
}
