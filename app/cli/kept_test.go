package cli_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestQuestionsAreListedByWhatIsToBeAskedAndWhatIsSettled(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "-2h", "--plan", "testdata/clinic.toml")
	w.must("questions", "add", "may", "I", "fly?")
	w.must("questions", "add", "arnica")
	w.must("questions", "add", "lip balm")
	w.must("questions", "answer", "#1", "after", "5", "days")
	w.must("questions", "done", "2")
	got := w.must("questions")
	want := `To ask my clinic
  3  kept 12:00  lip balm

Answered or crossed off
  1  answered 12:00     may I fly?
                        My clinic says: after 5 days
  2  crossed off 12:00  arnica

Clinic: 01234 567890
`
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestARemovedQuestionComesBackByTheCommandThatIsNamed(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("questions", "add", "arnica")
	before := w.must("questions")
	said := w.must("questions", "remove", "1")
	_, again, found := strings.Cut(strings.TrimSpace(said), "Bring it back with: afterglow ")
	if !found {
		t.Fatalf("said %q", said)
	}
	w.must(strings.Fields(again)...)
	if after := w.must("questions"); after != before {
		t.Errorf("came back as\n%s\nwas\n%s", after, before)
	}
}

func TestAListOfIngredientsIsReadFromStandardInput(t *testing.T) {
	w := newWorld(t, "12:00")
	w.in = "Ingredients:\r\nAqua,\r\nRetinol"
	w.must("shelf", "add", "Night serum", "-")
	if got := w.must("shelf", "show", "1"); !strings.HasSuffix(got, "\nIngredients:\nAqua,\nRetinol\n") {
		t.Errorf("shows %q", got)
	}
}

func TestNumbersAreCompletedWithTheirWords(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("questions", "add", "may I fly")
	w.must("shelf", "add", "Night serum", w.file("serum.txt", "Aqua"))
	for want, args := range map[string][]string{
		":4":             {"__complete", "questions", "add", ""}, // nothing, no file
		":0":             {"__complete", "shelf", "add", "Cream", ""},
		"1\tmay I fly":   {"__complete", "questions", "answer", ""},
		"1\tNight serum": {"__complete", "shelf", "remove", ""},
	} {
		if _, out, _ := w.run(args...); !strings.HasPrefix(out, want+"\n") {
			t.Errorf("%v offers %q, want %q", args, out, want)
		}
	}
}

func TestAllThatIsKeptIsInABackupAndGoneAfterErase(t *testing.T) {
	const secret = "zebra crossing"
	w := newWorld(t, "12:00")
	w.must("questions", "add", secret, "one")
	w.must("questions", "answer", "1", secret, "two")
	w.must("questions", "add", secret, "removed")
	w.must("questions", "remove", "2")
	w.must("shelf", "add", secret, w.file("label.txt", secret+" extract"))
	w.asked(secret)
	before := w.must("questions", "--json") + w.must("shelf", "--json") + w.must("questions", "asked", "--json") + w.must("log")
	w.must("backup", w.path("copy.sqlite"))
	if len(filesWith(t, w.path("data"), secret)) == 0 {
		t.Fatal("it was never written: this test would see nothing")
	}
	w.must("erase", "--yes")
	if left := filesWith(t, w.path("data"), secret); len(left) > 0 {
		t.Errorf("after erase it is still in %v", left)
	}
	if got := w.must("questions", "--json") + w.must("shelf", "--json") + w.must("questions", "asked", "--json"); got != "[]\n[]\n[]\n" {
		t.Errorf("after erase: %s", got)
	}
	w.must("restore", w.path("copy.sqlite"))
	if after := w.must("questions", "--json") + w.must("shelf", "--json") + w.must("questions", "asked", "--json") + w.must("log"); after != before {
		t.Errorf("restored:\n%s\nwas:\n%s", after, before)
	}
}

func TestAChangeOfTheirOwnIsInABackupAndGoneAfterErase(t *testing.T) {
	const secret = "zebra crossing"
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "-3h", "--plan", "essentials")
	w.must("plan", "own", "makeup", "3 days", "--says", secret)
	w.must("plan", "own", "beach", "2 weeks")
	tells := func() string {
		return w.must("plan", "own", "--json") + w.must("status", "--json") + w.must("ask", "makeup")
	}
	before := tells()
	if !strings.Contains(before, secret) {
		t.Fatalf("it was never written: %s", before)
	}
	w.must("backup", w.path("copy.sqlite"))
	w.must("plan", "own", "--remove", "makeup")
	w.must("restore", w.path("copy.sqlite"))
	if after := tells(); after != before {
		t.Errorf("restored over another state:\n%s\nwas:\n%s", after, before)
	}
	w.must("erase", "--yes")
	if left := filesWith(t, w.path("data"), secret); len(left) > 0 {
		t.Errorf("after erase it is still in %v", left)
	}
	if got := w.must("plan", "own", "--json"); got != "[]\n" {
		t.Errorf("after erase: %s", got)
	}
	w.must("restore", w.path("copy.sqlite"))
	if after := tells(); after != before {
		t.Errorf("restored after erase:\n%s\nwas:\n%s", after, before)
	}
}

// filesWith gives the files below dir that hold text; none if the folder is gone.
func filesWith(t *testing.T, dir, text string) (found []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if bytes.Contains(b, []byte(text)) {
			found = append(found, path)
		}
		return err
	})
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return found
}
