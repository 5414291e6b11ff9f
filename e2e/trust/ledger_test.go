//go:build e2e

package trust

import (
	"database/sql"
	"fmt"
	"strings"

	_ "github.com/mattn/go-sqlite3" // to look at the journal as nobody of Afterglow would
)

// journalFile is the one file with everything.
func (s *scene) journalFile() string { return s.a.Data + "/journal.sqlite" }

// lines reads from the journal's file, past Afterglow's own code. The file is let go of
// each time, as by a command that ends: a reader that stayed would change what a crash leaves behind.
func (s *scene) lines(query string, each func(scan func(...any) error) error, args ...any) {
	s.Helper()
	db, err := sql.Open("sqlite3", "file:"+s.journalFile()+"?_query_only=1&_busy_timeout=5000")
	s.ok(err)
	defer db.Close()
	rows, err := db.QueryContext(s.ctx, query, args...)
	s.ok(err)
	defer rows.Close()
	for rows.Next() {
		s.ok(each(rows.Scan))
	}
	s.ok(rows.Err())
}

// ask reads one value from the journal's file; "" where there is none.
func (s *scene) ask(query string, args ...any) (answer string) {
	s.Helper()
	s.lines(query, func(scan func(...any) error) error { return scan(&answer) }, args...)
	return answer
}

// inject changes the journal's file, past Afterglow's own code.
func (s *scene) inject(statement string) {
	s.Helper()
	db, err := sql.Open("sqlite3", s.journalFile())
	s.ok(err)
	defer db.Close()
	_, err = db.ExecContext(s.ctx, statement)
	s.ok(err)
}

// entriesOf is how many entries there are about this.
func (s *scene) entriesOf(what string) (n int) {
	s.Helper()
	s.lines("SELECT count(*) FROM entries WHERE what = ?", func(scan func(...any) error) error { return scan(&n) }, what)
	return n
}

// state is how the delivery of the notification that is due stands; "" where there is none yet.
func (c *crash) state() string {
	c.Helper()
	return c.ask("SELECT state FROM deliveries WHERE occurrence = 'makeup/1' AND due = ?", c.due.UnixMilli())
}

// rounds is how many notifications of the makeup wait have been due.
func (c *crash) rounds() (n int) {
	c.Helper()
	c.lines("SELECT count(*) FROM deliveries WHERE occurrence = 'makeup/1'", func(scan func(...any) error) error { return scan(&n) })
	return n
}

// ledger is how the treatment and the last deliveries stand, for a person to read.
func (c *crash) ledger() string {
	var text strings.Builder
	fmt.Fprintf(&text, "the last one was due at %d; the agent looked last at %s; the treatment is at, entered at: %s\n", c.due.UnixMilli(),
		c.ask("SELECT value FROM settings WHERE key = ?", seenAt), c.ask("SELECT at || ', ' || entered_at FROM treatments"))
	c.lines(`SELECT occurrence || '#' || round || ' ' || state || ' ' || reason || ', due ' || due || ', begun ' || begun_at
		|| ', shown ' || ifnull(shown_at, '-') || ', closed ' || ifnull(closed_at, '-') || ' ' || sum_of FROM deliveries ORDER BY id DESC LIMIT 12`,
		func(scan func(...any) error) error {
			var line string
			err := scan(&line)
			fmt.Fprintln(&text, line)
			return err
		})
	return text.String()
}
