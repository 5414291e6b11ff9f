package journal

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"afterglow/app/datadir"
	"afterglow/app/fault"
	"afterglow/app/record"
)

// FuzzRestore: a backup with bytes changed, cut off or put in, is restored whole or
// refused in one line; and however the journal itself was damaged, opening it ends with one that works.
func FuzzRestore(f *testing.F) {
	dir := f.TempDir()
	j := opened(f, filepath.Join(dir, "data"))
	water(f, j, "x")
	noError(f, j.Set(f.Context(), "water", "off"))
	id, _, err := j.BeginDelivery(f.Context(), record.Delivery{Occurrence: "cleanse/2026-11-22/1", What: "cleanse", Due: noon, BegunAt: noon})
	noError(f, err)
	noError(f, j.MarkShown(f.Context(), id, "A title", "A body.", 7, noon))
	remember(f, j, "makeup", noon)
	must[int64](f)(keep(f.Context(), j, "May I fly?"))
	shelve(f, j, record.Product{Name: "Night serum", Label: "Retinol", AddedAt: noon})
	file := filepath.Join(dir, "good.sqlite")
	noError(f, j.Backup(f.Context(), file))
	good := must[[]byte](f)(os.ReadFile(file))

	f.Add(uint32(0), []byte("hello"), uint32(0))
	f.Add(uint32(atVersion), []byte{0, 0, 0, 99}, ^uint32(0))
	f.Add(uint32(100), []byte{13, 0, 0, 0, 0, 255}, ^uint32(0))
	f.Add(uint32(16), []byte{0, 1}, ^uint32(0)) // the size of a page
	f.Add(uint32(len(good)/2), make([]byte, 512), ^uint32(0))
	f.Add(uint32(0), []byte{}, uint32(len(good)/2))
	f.Fuzz(func(t *testing.T, offset uint32, patch []byte, keep uint32) {
		bad := append([]byte(nil), good[:min(int(keep), len(good))]...)
		from := min(int(offset), len(bad))
		bad = append(bad[:from], append(patch, bad[min(from+len(patch), len(bad)):]...)...)
		hostile := filepath.Join(t.TempDir(), "hostile.sqlite")
		noError(t, os.WriteFile(hostile, bad, 0o600))

		kept, err := j.Restore(t.Context(), hostile)
		if err != nil {
			wantFault(t, err)
			wantNotes(t, j, "x", "May I fly?")
		} else {
			readAll(t, j)
			must[string](t)(j.Restore(t.Context(), file)) // for the next one
			noError(t, os.Remove(kept))
		}
		noError(t, j.Check(t.Context()))
		removeCopies(t, j)

		damaged := dataDir(t)
		noError(t, os.Mkdir(damaged, datadir.Mode))
		noError(t, os.WriteFile(filepath.Join(damaged, filepath.Base(j.path)), bad, datadir.FileMode))
		own, err := Open(t.Context(), damaged)
		if err != nil { // of a newer Afterglow, or no journal at all
			wantFault(t, err)
			return
		}
		readAll(t, own)
		noError(t, own.Close())
	})
}

// wantFault says that a person can be told of err in words of ours.
func wantFault(t *testing.T, err error) {
	t.Helper()
	var f *fault.Fault
	if !errors.As(err, &f) {
		t.Errorf("no words for %q", err)
	}
}

// readAll reads all that Afterglow reads, and writes once. What is in it may be
// strange and refused in a line; it must end.
func readAll(t *testing.T, j *Journal) {
	t.Helper()
	for _, read := range []func() error{
		func() error { _, err := j.Treatments(t.Context()); return err },
		func() error { _, err := j.Entries(t.Context(), time.Time{}); return err },
		func() error { _, err := j.Deliveries(t.Context(), time.Time{}); return err },
		func() error { _, err := j.Settings(t.Context()); return err },
		func() error { _, err := j.Plans(t.Context()); return err },
		func() error { _, err := j.Asked(t.Context()); return err },
		func() error { _, err := j.Questions(t.Context()); return err },
		func() error { _, err := j.Products(t.Context()); return err },
		func() error { return j.Set(t.Context(), "theme", "dark") },
	} {
		if err := read(); err != nil {
			wantFault(t, err)
		}
	}
}

// removeCopies takes away what restoring kept, so that the folder does not grow.
func removeCopies(t *testing.T, j *Journal) {
	t.Helper()
	for _, file := range must[[]string](t)(filepath.Glob(filepath.Join(j.dir, backupsDir, "journal-before-restore-*"))) {
		noError(t, os.Remove(file))
	}
}
