//go:build unix

package datadir

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/adrg/xdg"

	"afterglow/app/fault"
)

// refused says by which fault dir is refused; "" where it is taken.
func refused(t *testing.T, dir string) string {
	t.Helper()
	_, err := Prepare(dir)
	var f *fault.Fault
	if err == nil {
		return ""
	}
	if !errors.As(err, &f) {
		t.Fatalf("%v is no fault", err)
	}
	return f.ID
}

func mode(t *testing.T, path string) os.FileMode {
	t.Helper()
	info, err := os.Lstat(path)
	noError(t, err)
	return info.Mode() &^ os.ModeDir
}

func TestAFolderOfOthersIsRefusedAndLeftAsItIs(t *testing.T) {
	for _, c := range []struct {
		name  string
		mode  os.FileMode
		files []string
		want  string
	}{
		{"it does not hold anything", 0o700, nil, ""},
		{"others may look into it, and nothing is there", 0o755, nil, ""},
		{"everybody may write", 0o777 | os.ModeSticky, nil, "folder.shared"},
		{"a group may write", 0o770, nil, "folder.shared"},
		{"other files are in it", 0o700, []string{"letter.txt"}, "folder.in_use"},
		{"other files are in it, for all to read", 0o755, []string{"letter.txt"}, "folder.in_use"},
		{"only what systems put into any folder", 0o700, []string{".DS_Store", "lost+found", ".Trash-1000"}, ""},
		{"a lock of ours alone", 0o700, []string{"agent.lock"}, ""},
		{"our journal, beside other files", 0o755, []string{"journal.sqlite", "letter.txt"}, ""},
		{"our journal, and the folder was opened later", 0o777, []string{"journal.sqlite"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "s")
			noError(t, os.Mkdir(dir, 0o700))
			for _, name := range c.files {
				noError(t, os.WriteFile(filepath.Join(dir, name), nil, 0o600))
			}
			noError(t, os.Chmod(dir, c.mode))
			if got := refused(t, dir); got != c.want {
				t.Fatalf("refused by %q, want %q", got, c.want)
			}
			want := c.mode
			if c.want == "" {
				want = Mode
			}
			if got := mode(t, dir); got != want {
				t.Errorf("its mode is %v now, want %v", got, want)
			}
		})
	}
}

func TestTheUsualFolderIsUsedWhateverElseLiesInIt(t *testing.T) {
	mark := filepath.Join(filepath.Dir(os.Args[0]), PortableMark)
	noError(t, os.WriteFile(mark, nil, 0o600))
	t.Cleanup(func() { _ = os.Remove(mark) })
	dir := Default()
	noError(t, os.Mkdir(dir, 0o755))
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	noError(t, os.WriteFile(filepath.Join(dir, "photo.jpg"), nil, 0o600))
	if got := refused(t, dir); got != "" {
		t.Errorf("refused by %q", got)
	}
}

func TestTheSuperuserMakesNothingInAnotherUsersHome(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only the superuser is in the way of others")
	}
	home := filepath.Join(t.TempDir(), "home")
	noError(t, os.Mkdir(home, 0o755))
	noError(t, os.Chown(home, 65534, 65534))
	if got := refused(t, filepath.Join(home, ".local", "share", "afterglow")); got != "folder.superuser" {
		t.Errorf("refused by %q", got)
	}
	if left, err := os.ReadDir(home); err != nil || len(left) != 0 {
		t.Errorf("made %v, %v", left, err)
	}
}

func TestAHomeThatIsNoWholePathMakesNoFolderWhereThePersonIs(t *testing.T) {
	t.Setenv("HOME", "rel")
	t.Setenv("XDG_DATA_HOME", "")
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	if dir, err := Resolve("", ""); !fault.IsUse(err) {
		t.Errorf("got %q, %v", dir, err)
	}
}

func TestATildeIsTheHomeFolder(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Chdir(home)
	for _, c := range []struct{ name, flag, variable, want string }{
		{"the flag", "~/x", "/y", filepath.Join(home, "x")},
		{"the variable", "", "~/x y", filepath.Join(home, "x y")},
		{"alone", "~", "", home},
		{"not in front", "/a/~/b", "", "/a/~/b"},
		{"a name that begins with one, spelled out", "./~x", "", filepath.Join(home, "~x")},
		{"from here", "data/", "", filepath.Join(home, "data")},
		{"the flag comes before the variable", "/a", "/b", "/a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, err := Resolve(c.flag, c.variable); got != c.want || err != nil {
				t.Errorf("got %s, %v, want %s", got, err, c.want)
			}
		})
	}
	if dir, err := Resolve("~bob/x", ""); !fault.IsUse(err) || !strings.Contains(err.Error(), "~bob/x") {
		t.Errorf("another user's home: %s, %v", dir, err)
	}
}
