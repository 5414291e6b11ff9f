package journal

import (
	"database/sql"
	"slices"
	"testing"

	"github.com/mattn/go-sqlite3"
)

func TestAtRestEachConnectionLetsGoOfItsPages(t *testing.T) {
	j := opened(t, dataDir(t))
	var told []string
	hear := func(name string, db *sql.DB) {
		conn := must[*sql.Conn](t)(db.Conn(t.Context()))
		defer conn.Close()
		err := conn.Raw(func(c any) error {
			c.(*sqlite3.SQLiteConn).RegisterAuthorizer(func(op int, pragma, _, _ string) int {
				if op == sqlite3.SQLITE_PRAGMA && pragma == "shrink_memory" {
					told = append(told, name)
				}
				return sqlite3.SQLITE_OK
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	hear("reader", j.open.reader)
	if err := j.Rest(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := j.open.writer.Stats().OpenConnections; n != 0 {
		t.Errorf("to rest it made %d connections", n)
	}
	if err := j.Set(t.Context(), "name", "value"); err != nil {
		t.Fatal(err)
	}
	hear("writer", j.open.writer)
	if err := j.Rest(t.Context()); err != nil {
		t.Fatal(err)
	}
	if want := []string{"reader", "reader", "writer"}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
	if got := must[map[string]string](t)(j.Settings(t.Context())); got["name"] != "value" {
		t.Errorf("afterwards it reads %q", got)
	}
	closed(t, j)
	if err := j.Rest(t.Context()); err != nil {
		t.Errorf("closed: %v", err)
	}
}
