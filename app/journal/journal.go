// Package journal keeps everything that a person told Afterglow, and every
// notification that it showed, in one SQLite file. It is the only truth:
// every process opens it, and nobody holds a second copy.
package journal

import (
	"context"
	"database/sql"
	"embed"
	"io/fs"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"afterglow/app/clock"
	"afterglow/app/fault"
	"afterglow/guidance"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// Journal is an open journal. It is ready for use by several goroutines and processes at once.
type Journal struct {
	dir, path string // dir is "" for a journal in memory
	inMemory  bool   // no file: see [InMemory]
	deps

	mu     sync.RWMutex // guards open and closed; held shared while open is in use
	open   handles
	closed bool
	aside  []string // the damaged journals that were known when it was opened last

	noteMu sync.Mutex // guards notes and heard
	notes  []*fault.Fault
	heard  func(note *fault.Fault) // nil: nobody listens

	changes changes

	planMu sync.Mutex // guards plans
	plans  map[string]guidance.Plan
}

// deps is what the journal leans on; tests put other things in place.
type deps struct {
	migrations fs.FS
	latest     int // the schema's version once every migration ran
	parse      func(file string, text []byte) (guidance.Plan, error)
	today      func() time.Time // now, where the person is: names files that are set aside
}

// handles are the connections to one file.
type handles struct {
	reader, writer *sql.DB     // writer is nil if nothing can be written
	anchor         *sql.DB     // keeps what lies in memory; nil for files
	file           fs.FileInfo // which file they are connected to
	version        int
	copyDir        string // a private copy that is being read instead; removed at the end
	full           bool   // nothing can be written since no space is left; looked at anew at each use
}

// Open opens the journal in dir, and makes both if they are missing. A damaged
// journal is set aside and the newest good backup is put in its place: see [Journal.Notes].
// A folder that can only be read still opens: see [Journal.ReadOnly].
func Open(ctx context.Context, dir string) (*Journal, error) {
	d, err := standard()
	if err != nil {
		return nil, err
	}
	return openWith(ctx, dir, d)
}

// standard is what the journal leans on outside of tests.
func standard() (deps, error) {
	migrations, err := fs.Sub(migrationFiles, "migrations")
	if err != nil {
		return deps{}, err
	}
	now := clock.System(clock.Options{})
	return deps{
		migrations: migrations,
		parse:      guidance.Reread,
		today:      func() time.Time { return now.Now().In(now.Zone()) },
	}, nil
}

func newJournal(d deps) *Journal { return &Journal{deps: d, plans: map[string]guidance.Plan{}} }

func openWith(ctx context.Context, dir string, d deps) (*Journal, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, explain(err, notOpened, dir)
	}
	d.latest, err = latestVersion(d.migrations)
	if err != nil {
		return nil, err
	}
	j := newJournal(d)
	j.dir, j.path = abs, filepath.Join(abs, fileName)
	j.open, err = j.openFile(ctx, quickly)
	if err != nil {
		return nil, err
	}
	j.aside = j.setAsides()
	return j, nil
}

// Close folds the log back into the file and lets go of it. The journal is of no use afterwards.
func (j *Journal) Close() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.closed = true
	return j.open.close()
}

// Dir is the data folder, as an absolute path.
func (j *Journal) Dir() string { return j.dir }

// Version is the schema's version.
func (j *Journal) Version() int {
	j.mu.RLock()
	defer j.mu.RUnlock()
	return j.open.version
}

// ReadOnly tells that the folder or file cannot be written: reading works, every write gives [ErrReadOnly], or
// [ErrFull] where no space is left: see [Journal.Full].
func (j *Journal) ReadOnly() bool {
	j.mu.RLock()
	defer j.mu.RUnlock()
	return j.open.reader != nil && j.open.writer == nil
}

// Full tells that no space is left even to open the journal for writing. It is looked for again at each use.
func (j *Journal) Full() bool {
	j.mu.RLock()
	defer j.mu.RUnlock()
	return j.open.full
}

// unwritable is the fault of a journal that can only be read.
func (j *Journal) unwritable(h handles, failed fault.Text, path string) error {
	if h.full {
		return fault.New("journal.full", fault.Args{"Failed": failed, "Path": path}).Of(ErrFull)
	}
	return notWritable(nil, failed, path)
}

// Notes tells what was mended since [Open], oldest first.
func (j *Journal) Notes() []*fault.Fault {
	j.noteMu.Lock()
	defer j.noteMu.Unlock()
	return slices.Clone(j.notes)
}

func (j *Journal) note(id string, args fault.Args) {
	j.noteMu.Lock()
	defer j.noteMu.Unlock()
	n := fault.New(id, args)
	j.notes = append(j.notes, n)
	if j.heard != nil {
		go j.heard(n) // the journal is still being mended: whoever asks it anything would wait for ever
	}
}

// Hear gives f each note that there is, and aside each later one: a journal may be mended at any use.
func (j *Journal) Hear(f func(note *fault.Fault)) {
	j.noteMu.Lock()
	before := slices.Clone(j.notes)
	j.heard = f
	j.noteMu.Unlock()
	for _, n := range before {
		f(n)
	}
}
