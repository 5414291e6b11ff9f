package screens

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"afterglow/guidance"
)

func TestWhatSomethingElseWroteInADraftsPlaceIsPutAsideAndTold(t *testing.T) {
	st, file := studioStage(t, true)
	folder := filepath.Dir(file)
	st.tap(t, "studio/row.windows/makeup")
	st.typeIn(t, "studio/says", "No makeup today.")
	st.wantNoText(t, "Something else changed this plan")
	for n, name := range []string{"plan-draft-other.toml", "plan-draft-other-2.toml"} {
		theirs := sheetDraft + "# by another editor, " + strconv.Itoa(n) + "\n"
		if err := os.WriteFile(file, []byte(theirs), 0o600); err != nil {
			t.Fatal(err)
		}
		ours := "No makeup " + strconv.Itoa(n) + "."
		st.typeIn(t, "studio/says", ours)
		if text := kept(t, file); !strings.Contains(text, ours) || strings.Contains(text, "another editor") {
			t.Errorf("the draft that is kept is\n%s", text)
		}
		if aside := kept(t, filepath.Join(folder, name)); aside != theirs {
			t.Errorf("%s has\n%s", name, aside)
		}
		st.wantText(t, "Something else changed this plan", name)
		st.typeIn(t, "studio/says", ours+" Please.")
		st.wantText(t, name) // it stays until it was read
	}
	st.tap(t, "studio/changed-read")
	st.wantNoText(t, "Something else changed this plan")
}

func TestWhatIsNoDraftIsNotWrittenOverEither(t *testing.T) {
	for name, put := range map[string]func(path string) error{
		"a folder":       func(path string) error { return os.Mkdir(path, 0o700) },
		"a link":         func(path string) error { return os.Symlink("elsewhere", path) },
		"too large":      func(path string) error { return os.WriteFile(path, make([]byte, guidance.LargestFile+1), 0o600) },
		"not to be read": func(path string) error { return os.WriteFile(path, []byte("x = 1\n"), 0) },
	} {
		t.Run(name, func(t *testing.T) {
			st, file := studioStage(t, false)
			if err := put(file); err != nil {
				t.Fatal(err)
			}
			before, err := os.Lstat(file)
			if err != nil {
				t.Fatal(err)
			}
			st.tap(t, "studio/begin.empty")
			after, err := os.Lstat(filepath.Join(filepath.Dir(file), "plan-draft-other.toml"))
			if err != nil || !os.SameFile(before, after) {
				t.Errorf("it is not put aside: %v", err)
			}
			st.wantText(t, "plan-draft-other.toml")
		})
	}
}

func TestAPlanAsAWholeSaysWhatKeepsItFromBeingUsed(t *testing.T) {
	for name, c := range map[string]struct {
		do   func(st *stage)
		says string
	}{
		"a long name": {func(st *stage) { st.typeIn(t, "studio/name", strings.Repeat("Rose ", 9)) }, "This text has 44 letters. A plan has room for 40 here."},
		"no name":     {func(st *stage) { st.typeIn(t, "studio/name", "") }, "Give the plan a name."},
		"no rows that ask for anything": {func(st *stage) {
			for _, row := range []string{"windows/makeup", "windows/sweat", "windows/actives", "routines/cleanse"} {
				st.tap(t, "studio/row."+row)
				st.tap(t, "studio/remove")
			}
		}, "one row at least that says Avoid or Do"},
	} {
		t.Run(name, func(t *testing.T) {
			st, _ := studioStage(t, true)
			c.do(st)
			st.tap(t, "studio/use")
			st.wantText(t, "This plan is not ready to use yet.", c.says)
		})
	}
}

func TestTheNumberInASentenceNeverTakesItsPlaceInTheForm(t *testing.T) {
	st, file := studioStage(t, false)
	st.tap(t, "studio/begin.empty")
	st.write(t, "studio/says", "Call us on 020 7946 0000 if redness lasts longer than 4 days.")
	if got := st.entry(t, "studio/says").Text; !strings.HasPrefix(got, "Call us on") {
		t.Errorf("the form shows the sentence %q", got)
	}
	st.shell.nextRow()
	st.write(t, "studio/says", "No makeup for 24 hours.")
	st.wantNoText(t, "one row at least")
	st.shell.nextRow()
	st.write(t, "studio/says", "020 7946 0000")
	if got := st.focus(); got != "studio/clinic" {
		t.Errorf("after a number alone the keyboard is in %q", got)
	}
	if text := kept(t, file); !strings.Contains(text, "name = \"Our clinic's plan\"") || !strings.Contains(text, "[clinic]\nname = \"Your clinic\"\nphone = \"020 7946 0000\"") {
		t.Errorf("the draft is\n%s", text)
	}
	st.typeIn(t, "studio/clinic", "")
	st.wantText(t, "Write the clinic's name as well.")
}
