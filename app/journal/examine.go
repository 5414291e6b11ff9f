package journal

import (
	"context"
	"database/sql"
	"encoding/binary"
	"fmt"
	"io"
	"io/fs"
	"os"

	"afterglow/app/fault"
)

// What an SQLite file's first bytes hold; see https://www.sqlite.org/fileformat.html
const (
	headerSize   = 100
	headerMagic  = "SQLite format 3\x00"
	atPageSize   = 16 // 2 bytes; 1 stands for 65536
	atChange     = 24 // 4 bytes
	atPages      = 28 // 4 bytes: the size in pages, true if atValidFor equals atChange
	atEncoding   = 56 // 4 bytes: 1 is UTF-8, 0 nothing written yet
	atVersion    = 60 // 4 bytes: user_version
	atMark       = 68 // 4 bytes: application_id
	atValidFor   = 92 // 4 bytes
	ourFilesMark = 1097221996
)

// readHeader judges the file by its size and first bytes, before SQLite opens
// (and perhaps changes) it: a newer version's file stays as it is, to the byte.
func (j *Journal) readHeader(info fs.FileInfo) (condition, error) {
	if info == nil || info.Size() == 0 {
		return missing, nil
	}
	f, err := os.Open(j.path)
	if err != nil {
		return 0, explain(err, unread, j.path)
	}
	defer f.Close()
	b := make([]byte, headerSize)
	if _, err := io.ReadFull(f, b); err == io.ErrUnexpectedEOF || err == io.EOF {
		return damaged, nil
	} else if err != nil {
		return 0, explain(err, unread, j.path)
	}
	if string(b[:len(headerMagic)]) != headerMagic {
		return damaged, nil
	}
	if v := int(int32(be32(b, atVersion))); v > j.latest {
		return 0, j.newer(v)
	}
	if be32(b, atEncoding) > 1 {
		return damaged, nil // ours is UTF-8; SQLite's own check does not look at it
	}
	// While a log is there, the file itself may rightly be short of its last pages.
	if !hasContent(j.path+"-wal") && be32(b, atChange) == be32(b, atValidFor) {
		page := int64(binary.BigEndian.Uint16(b[atPageSize:]))
		if page == 1 {
			page = 65536
		}
		if info.Size() < page*int64(be32(b, atPages)) {
			return damaged, nil
		}
	}
	return ready, nil
}

func (j *Journal) newer(version int) error {
	return fault.New("journal.newer", fault.Args{"Path": j.path, "Version": version, "Ours": j.latest}).Of(ErrNewer)
}

// tablesThere counts the tables of a journal that a file has.
const tablesThere = `SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN
	('plan_texts', 'treatments', 'entries', 'deliveries', 'settings', 'plans', 'changes', 'on_screen',
	'asked', 'questions', 'products', 'calendar')`

// tablesOf is how many of them a journal of that version has.
func tablesOf(version int) int {
	switch {
	case version == 1:
		return 7
	case version < 4:
		return 8
	case version < 7:
		return 11
	}
	return 12
}

// examine asks the database itself. Damage is told by an error or by the condition.
func (j *Journal) examine(ctx context.Context, db *sql.DB, whole bool, how scrutiny) (version int, found condition, err error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return 0, 0, err
	}
	defer conn.Close()
	var mark, tables, others int
	for _, q := range []struct {
		into  *int
		query string
	}{
		{&version, "PRAGMA user_version"},
		{&mark, "PRAGMA application_id"},
		{&tables, tablesThere},
		{&others, `SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name <> 'goose_db_version'`},
	} {
		if err := conn.QueryRowContext(ctx, q.query).Scan(q.into); err != nil {
			return 0, 0, err
		}
	}
	switch {
	case mark != ourFilesMark && others > 0:
		return version, 0, fault.New("journal.another_program", fault.Args{"Path": j.path}).Of(ErrForeign)
	case version > j.latest:
		return version, 0, j.newer(version)
	case version > 0 && tables < tablesOf(version):
		return version, damaged, nil
	}
	if whole {
		if err := lookThrough(ctx, conn, how); err != nil {
			return version, 0, err
		}
	}
	if version < j.latest {
		return version, older, nil
	}
	return version, ready, nil
}

// lookThrough reads the whole file: thoroughly means that every index is held
// against its table and every reference followed, too.
func lookThrough(ctx context.Context, q interface {
	QueryRowContext(context.Context, string, ...any) *sql.Row
}, how scrutiny) error {
	query := "PRAGMA quick_check(1)"
	if how == thoroughly {
		query = "PRAGMA integrity_check(1)"
	}
	var verdict string
	if err := q.QueryRowContext(ctx, query).Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return fmt.Errorf("%w: %s", ErrDamaged, verdict)
	}
	if how != thoroughly {
		return nil
	}
	var dangling int
	if err := q.QueryRowContext(ctx, "SELECT count(*) FROM pragma_foreign_key_check").Scan(&dangling); err != nil {
		return err
	}
	if dangling > 0 {
		return fmt.Errorf("%w: %d references lead nowhere", ErrDamaged, dangling)
	}
	return nil
}
