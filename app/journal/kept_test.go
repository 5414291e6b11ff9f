package journal

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"afterglow/app/record"
)

// keep stores a question as service does: with its line in the log, together.
func keep(ctx context.Context, j *Journal, text string) (id int64, err error) {
	err = j.Together(ctx, AboutQuestion, func(b *Batch) error {
		if id, err = b.AddQuestion(record.ClinicQuestion{Text: text, AddedAt: noon}); err != nil {
			return err
		}
		_, err = b.AddEntry(record.Entry{At: noon, Kind: record.KindQuestion, Note: text})
		return err
	})
	return id, err
}

func shelve(t testing.TB, j *Journal, p record.Product) (id int64) {
	t.Helper()
	noError(t, j.Together(t.Context(), AboutProduct, func(b *Batch) (err error) {
		id, err = b.AddProduct(p)
		return err
	}))
	return id
}

func wantAsked(t testing.TB, j *Journal, want ...string) {
	t.Helper()
	var got []string
	for _, a := range must[[]record.Asked](t)(j.Asked(t.Context())) {
		got = append(got, a.Text)
	}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("asked before: %q, want %q", got, want)
	}
}

func remember(t testing.TB, j *Journal, text string, at time.Time) {
	t.Helper()
	noError(t, j.RememberAsked(t.Context(), strings.ToLower(text), record.Asked{Text: text, At: at}))
}

func TestAQuestionForTheClinicComesBackAsItWasKeptAndChanged(t *testing.T) {
	dir := dataDir(t)
	j := opened(t, dir)
	q := record.ClinicQuestion{Text: "May I fly? \"Soon\" \u00e9", Topics: []string{"flying", "travel"}, AddedAt: noon}
	q.ID = must[int64](t)(keep(t.Context(), j, "first"))
	noError(t, j.Together(t.Context(), AboutQuestion, func(b *Batch) error { return b.ChangeQuestion(q) }))
	want := []record.ClinicQuestion{q}
	if got := must[[]record.ClinicQuestion](t)(j.Questions(t.Context())); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	q.Answer, q.AnsweredAt, q.CrossedAt = "after 5 days", noon.Add(time.Hour), noon.Add(2*time.Hour)
	noError(t, j.Together(t.Context(), AboutQuestion, func(b *Batch) error { return b.ChangeQuestion(q) }))
	closed(t, j)
	want = []record.ClinicQuestion{q}
	if got := must[[]record.ClinicQuestion](t)(opened(t, dir).Questions(t.Context())); !reflect.DeepEqual(got, want) {
		t.Errorf("after it was answered: got %+v\nwant %+v", got, want)
	}
}

func TestARemovedQuestionIsOutOfTheListAndItsNumberIsNeverUsedAgain(t *testing.T) {
	j := opened(t, dataDir(t))
	id := must[int64](t)(keep(t.Context(), j, "a"))
	noError(t, j.Together(t.Context(), AboutQuestion, func(b *Batch) error {
		q, err := b.Question(id)
		if err != nil {
			return err
		}
		q.RemovedAt = noon
		return b.ChangeQuestion(q)
	}))
	if all := must[[]record.ClinicQuestion](t)(j.Questions(t.Context())); len(all) != 0 {
		t.Errorf("still there: %v", all)
	}
	if next := must[int64](t)(keep(t.Context(), j, "b")); next <= id {
		t.Errorf("number %d after %d", next, id)
	}
}

func TestAProductComesBackAsItWasPutOnTheShelf(t *testing.T) {
	dir := dataDir(t)
	j := opened(t, dir)
	p := record.Product{Name: "Night serum", Label: "Ingredients:\nAqua, Retinol\n", AddedAt: noon}
	p.ID = shelve(t, j, p)
	gone := record.Product{Name: "Old cream", Label: "Aqua", AddedAt: noon, RemovedAt: noon}
	shelve(t, j, gone)
	closed(t, j)
	if got := must[[]record.Product](t)(opened(t, dir).Products(t.Context())); !reflect.DeepEqual(got, []record.Product{p}) {
		t.Errorf("got %+v, want %+v alone", got, p)
	}
}

func TestWhatIsNotKeptIsNotFound(t *testing.T) {
	j := opened(t, dataDir(t))
	for name, write := range map[string]func(*Batch) error{
		"read a question":   func(b *Batch) error { _, err := b.Question(7); return err },
		"change a question": func(b *Batch) error { return b.ChangeQuestion(record.ClinicQuestion{ID: 7, Text: "a", AddedAt: noon}) },
		"read a product":    func(b *Batch) error { _, err := b.Product(7); return err },
		"change a product": func(b *Batch) error {
			return b.ChangeProduct(record.Product{ID: 7, Name: "a", Label: "b", AddedAt: noon})
		},
	} {
		if err := j.Together(t.Context(), AboutQuestion, write); !errors.Is(err, ErrNotFound) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWhatSaysNothingIsNotStored(t *testing.T) {
	j := opened(t, dataDir(t))
	for name, write := range map[string]func(*Batch) error{
		"a question without words": func(b *Batch) error { _, err := b.AddQuestion(record.ClinicQuestion{AddedAt: noon}); return err },
		"an answer without a date": func(b *Batch) error {
			_, err := b.AddQuestion(record.ClinicQuestion{Text: "a", Answer: "b", AddedAt: noon})
			return err
		},
		"a product without a name":    func(b *Batch) error { _, err := b.AddProduct(record.Product{Label: "a", AddedAt: noon}); return err },
		"a product without its label": func(b *Batch) error { _, err := b.AddProduct(record.Product{Name: "a", AddedAt: noon}); return err },
	} {
		if err := j.Together(t.Context(), AboutQuestion, write); err == nil {
			t.Errorf("%s was stored", name)
		}
	}
}

func TestTheSameQuestionMovesToTheTopAndTheOldestIsForgotten(t *testing.T) {
	j := opened(t, dataDir(t))
	remember(t, j, "Shower", noon)
	remember(t, j, "Makeup", noon.Add(time.Minute))
	remember(t, j, "SHOWER", noon.Add(2*time.Minute))
	wantAsked(t, j, "SHOWER", "Makeup")
	for i := range askedKept {
		remember(t, j, fmt.Sprint("q", i), noon.Add(time.Hour+time.Duration(i)*time.Second))
	}
	all := must[[]record.Asked](t)(j.Asked(t.Context()))
	if len(all) != askedKept || all[0].Text != fmt.Sprint("q", askedKept-1) || all[len(all)-1].Text != "q0" {
		t.Errorf("%d kept, from %q to %q", len(all), all[0].Text, all[len(all)-1].Text)
	}
}

// find gives the files below dir that hold text.
func find(t *testing.T, dir, text string) (files []string) {
	t.Helper()
	noError(t, filepath.Walk(dir, func(path string, info os.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		if bytes.Contains(must[[]byte](t)(os.ReadFile(path)), []byte(text)) {
			files = append(files, filepath.Base(path))
		}
		return nil
	}))
	return files
}

func TestWhatWasAskedAndClearedIsInNoFileAnyMore(t *testing.T) {
	const secret = "zebra crossing on my forehead"
	dir := dataDir(t)
	j := opened(t, dir)
	other := opened(t, dir)
	for i := range 3 {
		remember(t, j, secret, noon.Add(time.Duration(i)*time.Hour))
		remember(t, j, fmt.Sprint(secret, i), noon)
	}
	wantAsked(t, other, secret, secret+"0", secret+"1", secret+"2")
	noError(t, j.DailyBackup(t.Context(), noon))
	copied := filepath.Join(t.TempDir(), "copy.sqlite")
	noError(t, j.Backup(t.Context(), copied))
	if len(find(t, dir, secret)) == 0 || len(find(t, filepath.Dir(copied), secret)) == 0 {
		t.Fatal("it was never written: this test would see nothing")
	}
	noError(t, j.ClearAsked(t.Context()))
	wantAsked(t, j)
	wantAsked(t, other)
	if left := find(t, dir, secret); len(left) != 0 {
		t.Errorf("still in %v", left)
	}
	noError(t, j.ClearAsked(t.Context())) // nothing to clear is no failure
	must[string](t)(j.Restore(t.Context(), copied))
	wantAsked(t, j, secret, secret+"0", secret+"1", secret+"2") // what the person saved is theirs
	noError(t, j.Check(t.Context()))
}

func TestClearingWhileAnotherReadsIsDoneOnceItHasRead(t *testing.T) {
	dir := dataDir(t)
	j := opened(t, dir)
	remember(t, j, "makeup", noon)
	reader := opened(t, dir)
	tx, err := reader.open.reader.BeginTx(t.Context(), nil)
	noError(t, err)
	var n int
	noError(t, tx.QueryRow("SELECT count(*) FROM asked").Scan(&n))
	done := make(chan error, 1)
	go func() { done <- j.ClearAsked(t.Context()) }()
	for len(must[[]record.Asked](t)(reader.Asked(t.Context()))) > 0 {
	}
	noError(t, tx.Rollback())
	noError(t, <-done)
	if left := find(t, dir, "makeup"); len(left) != 0 {
		t.Errorf("still in %v", left)
	}
}

func TestBackupsCarryAllThatIsKept(t *testing.T) {
	j := opened(t, dataDir(t))
	must[int64](t)(keep(t.Context(), j, "May I fly?"))
	shelve(t, j, record.Product{Name: "Night serum", Label: "Retinol", AddedAt: noon})
	remember(t, j, "makeup", noon)
	file := filepath.Join(t.TempDir(), "copy.sqlite")
	noError(t, j.Backup(t.Context(), file))
	fresh := opened(t, dataDir(t))
	must[string](t)(fresh.Restore(t.Context(), file))
	if q := must[[]record.ClinicQuestion](t)(fresh.Questions(t.Context())); len(q) != 1 || q[0].Text != "May I fly?" {
		t.Errorf("questions %v", q)
	}
	if p := must[[]record.Product](t)(fresh.Products(t.Context())); len(p) != 1 || p[0].Label != "Retinol" {
		t.Errorf("products %v", p)
	}
	wantAsked(t, fresh, "makeup")
}

func TestAJournalOfTheThirdVersionIsBroughtUpAndKeepsWhatItHas(t *testing.T) {
	dir := dataDir(t)
	ofVersion(t, dir, 3, `INSERT INTO entries (at, kind, what, note) VALUES (1795420800000, 'done', 'water', 'saved')`)
	j := opened(t, dir)
	wantNotes(t, j, "saved")
	must[int64](t)(keep(t.Context(), j, "May I fly?"))
	remember(t, j, "makeup", noon)
	noError(t, j.DailyBackup(t.Context(), noon))
	noError(t, j.Check(t.Context()))
	sound(t, filepath.Join(dir, backupsDir, "journal-before-update-from-3.sqlite"))
	sound(t, filepath.Join(dir, backupsDir, "journal-2026-11-22.sqlite"))

	old := opened(t, dataDir(t))
	must[string](t)(old.Restore(t.Context(), filepath.Join(dir, backupsDir, "journal-before-update-from-3.sqlite")))
	wantNotes(t, old, "saved")
	must[int64](t)(keep(t.Context(), old, "May I swim?"))
}

func TestAQuestionAndItsLineInTheLogAreStoredTogetherOrNotAtAllWhateverIsKilled(t *testing.T) {
	rounds := 10
	if testing.Short() {
		rounds = 3
	}
	dir := dataDir(t)
	acknowledged := 0
	for round := range rounds {
		c := child("keep for ever", dir)
		out := must[io.ReadCloser](t)(c.StdoutPipe())
		noError(t, c.Start())
		lines := bufio.NewScanner(out)
		for n := 0; n <= round*2 && lines.Scan(); n++ {
			acknowledged = must[int](t)(strconv.Atoi(lines.Text()))
		}
		noError(t, c.Process.Kill())
		for lines.Scan() { // said before the kill reached it
			if id, err := strconv.Atoi(lines.Text()); err == nil {
				acknowledged = id
			}
		}
		c.Wait()

		j := opened(t, dir)
		noError(t, j.Check(t.Context()))
		kept, logged := len(must[[]record.ClinicQuestion](t)(j.Questions(t.Context()))), len(notes(t, j))
		if kept != logged || kept < acknowledged || acknowledged == 0 {
			t.Fatalf("round %d: %d questions, %d lines, %d were acknowledged", round, kept, logged, acknowledged)
		}
		closed(t, j)
	}
}
