package journal

import (
	"database/sql"
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/pressly/goose/v3"

	"afterglow/app/record"
)

// migrationsUntil are ours up to that version, as an older program had them.
func migrationsUntil(t *testing.T, version int) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	for _, file := range must[[]fs.DirEntry](t)(migrationFiles.ReadDir("migrations")) {
		if n := must[int64](t)(goose.NumericComponent(file.Name())); int(n) <= version {
			out[file.Name()] = &fstest.MapFile{Data: must[[]byte](t)(migrationFiles.ReadFile("migrations/" + file.Name()))}
		}
	}
	return out
}

// ofVersion makes a journal of an earlier version in dir and runs the statements on it.
func ofVersion(t *testing.T, dir string, version int, statements ...string) {
	t.Helper()
	now := must[*Journal](t)(Open(t.Context(), dataDir(t)))
	then := now.deps
	closed(t, now)
	then.migrations, then.latest = migrationsUntil(t, version), version
	j := must[*Journal](t)(openWith(t.Context(), dir, then))
	for _, s := range statements {
		must[sql.Result](t)(j.open.writer.Exec(s))
	}
	closed(t, j)
}

func TestDeliveriesOfTheFirstVersionKeepTheirWordsAndTheirPlaceOnTheScreen(t *testing.T) {
	dir := dataDir(t)
	const row = `INSERT INTO deliveries (occurrence, what, due, begun_at, shown_at, state, title, body, service_id) VALUES `
	ofVersion(t, dir, 1,
		row+`('cleanse/2026-11-22/1', 'cleanse', 1795420800000, 1795420800000, 1795420800000, 'shown', 'Gentle cleanse', 'Lukewarm water.', 7)`,
		row+`('cleanse/2026-11-21/1', 'cleanse', 1795334400000, 1795334400000, 1795334400000, 'closed', 'Gentle cleanse', 'Pat dry.', 6)`,
		row+`('cleanse/2026-11-22/2', 'cleanse', 1795424400000, 1795424400000, NULL, 'begun', 'Gentle cleanse', '', 0)`)

	j := opened(t, dir)
	open := stillOpen(t, j)
	if len(open) != 2 || open[0].Title != "Gentle cleanse" || open[0].Body != "Lukewarm water." || !open[0].News.IsZero() || open[1].State != record.Begun {
		t.Errorf("open: %+v", open)
	}
	if d := one(t, j, 2); d.Body != "Pat dry." || d.State != record.Closed {
		t.Errorf("closed: %+v", d)
	}
	want := OnScreen{Delivery: 1, Occurrence: "cleanse/2026-11-22/1", Number: 7}
	if on := must[[]OnScreen](t)(j.OnScreen(t.Context())); len(on) != 1 || on[0] != want {
		t.Errorf("on the screen: %+v, want %+v alone", on, want)
	}
	noError(t, j.Check(t.Context()))
}

func TestEntriesOfAnEarlierVersionSayNothingOfHowTheSkinFelt(t *testing.T) {
	dir := dataDir(t)
	ofVersion(t, dir, 5, `INSERT INTO entries (at, kind, what, note) VALUES (1795420800000, 'calm', 'actives', 'kept')`)
	j := opened(t, dir)
	e := must[record.Entry](t)(j.Entry(t.Context(), 1))
	if e.Feeling != (record.Feeling{}) || e.Replaces != 0 || e.Note != "kept" || !e.SaysCalm("actives") {
		t.Errorf("got %+v", e)
	}
	noError(t, j.Check(t.Context()))
}
