package journal

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/mattn/go-sqlite3"
)

// access is how a connection may use the file.
type access int

const (
	toWrite  access = iota // the one connection that writes
	toRead                 // readers beside it; may make SQLite's side files
	asItIs                 // a folder that cannot be written, with SQLite's side files in it
	unmoving               // a file that nobody changes: no side files are needed
	plain                  // a new file that nobody else knows yet
	inMemory               // no file: see [InMemory]
)

// connector opens connections without a driver in the global registry.
type connector struct {
	driver *sqlite3.SQLiteDriver
	dsn    string
}

func (c connector) Connect(context.Context) (driver.Conn, error) { return c.driver.Open(c.dsn) }
func (c connector) Driver() driver.Driver                        { return c.driver }

// Small caches keep the agent below its share of memory. Definitions in the file
// are not trusted: what a stranger put into it must not run.
const pragmas = `
PRAGMA busy_timeout = 5000;
PRAGMA cache_size = -512;
PRAGMA mmap_size = 0;
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA foreign_keys = ON;
`

// The log is folded back every 256 pages (1 MiB) and cut to that size.
// secure_delete overwrites what is removed, since it is about health.
const writerPragmas = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA wal_autocheckpoint = 256;
PRAGMA journal_size_limit = 1048576;
PRAGMA secure_delete = ON;
`

// connect gives a handle on the file; connections are made when they are needed.
func connect(path string, a access) *sql.DB {
	setup := pragmas
	query := url.Values{}
	switch a {
	case toWrite:
		setup += writerPragmas
		query.Set("mode", "rw")
		query.Set("_txlock", "immediate")
	case toRead:
		setup += "PRAGMA query_only = ON;"
		query.Set("mode", "rw")
	case plain:
		query.Set("mode", "rw")
	case asItIs:
		query.Set("mode", "ro")
	case unmoving:
		query.Set("mode", "ro")
		query.Set("immutable", "1")
	case inMemory:
		query.Set("vfs", "memdb")
		query.Set("_txlock", "immediate")
	}
	db := sql.OpenDB(connector{
		driver: &sqlite3.SQLiteDriver{ConnectHook: func(c *sqlite3.SQLiteConn) error {
			_, err := c.Exec(setup, nil)
			return err
		}},
		dsn: fileURL(path) + "?" + query.Encode(),
	})
	db.SetMaxOpenConns(1)
	if a != toWrite && a != plain && a != inMemory {
		db.SetMaxOpenConns(2)
	}
	db.SetMaxIdleConns(1)
	return db
}

// fileURL escapes what a path may hold: spaces, question marks, percent signs.
func fileURL(path string) string {
	p := filepath.ToSlash(path)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p // C:/... on Windows
	}
	return (&url.URL{Scheme: "file", Path: p}).String()
}
