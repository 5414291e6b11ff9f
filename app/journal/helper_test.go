package journal

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"afterglow/app/datadir"
	"afterglow/app/record"
	"afterglow/guidance"
)

// childEnv tells the test binary to act as another process; see children.
const childEnv = "AFTERGLOW_JOURNAL_TEST_CHILD"

func TestMain(m *testing.M) {
	if role := os.Getenv(childEnv); role != "" {
		if err := children[role](os.Args[len(os.Args)-1]); err != nil {
			fmt.Println("error:", err)
			os.Exit(3)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// child is another process that does role in dir.
func child(role, dir string) *exec.Cmd {
	self := "/proc/self/exe" // also after a test took its name away
	if runtime.GOOS != "linux" {
		self = os.Args[0]
	}
	c := exec.Command(self, dir)
	c.Env = append(os.Environ(), childEnv+"="+role)
	return c
}

var noon = time.Date(2026, time.November, 22, 12, 0, 0, 0, time.UTC)

func dataDir(t testing.TB) string { return filepath.Join(t.TempDir(), "data") }

func opened(t testing.TB, dir string) *Journal {
	t.Helper()
	j, err := Open(t.Context(), dir)
	if err != nil {
		t.Fatalf("Open: %v", err)
	}
	t.Cleanup(func() { j.Close() })
	return j
}

func closed(t testing.TB, j *Journal) {
	t.Helper()
	if err := j.Close(); err != nil {
		t.Fatalf("Close: %v", err)
	}
}

func planText(t testing.TB, id string) string {
	t.Helper()
	text, ok := guidance.StarterText(id)
	if !ok {
		t.Fatalf("no starter plan %q", id)
	}
	return string(text)
}

func must[T any](t testing.TB) func(T, error) T {
	t.Helper()
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func noError(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// water stores one entry with this note.
func water(t testing.TB, j *Journal, note string) {
	t.Helper()
	must[int64](t)(j.AddEntry(t.Context(), record.Entry{At: noon, Kind: record.KindDone, What: "water", AmountML: 200, Note: note}))
}

func notes(t testing.TB, j *Journal) []string {
	t.Helper()
	var all []string
	for _, e := range must[[]record.Entry](t)(j.Entries(t.Context(), time.Unix(0, 0))) {
		all = append(all, e.Note)
	}
	return all
}

func wantNotes(t testing.TB, j *Journal, want ...string) {
	t.Helper()
	if got := notes(t, j); strings.Join(got, ",") != strings.Join(want, ",") {
		t.Fatalf("entries %q, want %q", got, want)
	}
}

// told is what was told of mending.
func told(j *Journal) string {
	var all []string
	for _, note := range j.Notes() {
		all = append(all, note.Error())
	}
	return strings.Join(all, " ")
}

func mode(t testing.TB, path string) os.FileMode {
	t.Helper()
	is := must[os.FileInfo](t)(os.Lstat(path)).Mode().Perm()
	if runtime.GOOS == "windows" && is&0o200 != 0 {
		return datadir.FileMode // it has no modes; who may read a file there is the folder's own affair
	}
	return is
}

func sound(t testing.TB, path string) {
	t.Helper()
	db := connect(path, plain)
	defer db.Close()
	noError(t, lookThrough(context.Background(), db, thoroughly))
}
