//go:build !windows

package ipc

import (
	"context"
	"errors"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestOneDataFolderByTwoNamesIsOneAfterglow(t *testing.T) {
	runtimeFolder(t)
	home := t.TempDir()
	if err := os.Symlink(home, filepath.Join(t.TempDir(), "x")); err != nil {
		t.Fatal(err)
	}
	alias := filepath.Join(t.TempDir(), "alias")
	if err := os.Symlink(home, alias); err != nil {
		t.Fatal(err)
	}
	before, err := Dir(filepath.Join(alias, "not", "there", "yet"))
	if err != nil {
		t.Fatal(err)
	}
	real := filepath.Join(home, "not", "there", "yet")
	if err := os.MkdirAll(real, 0o700); err != nil {
		t.Fatal(err)
	}
	after, err := Dir(real)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(home)
	relative, err := Dir("not/there/yet/")
	if err != nil {
		t.Fatal(err)
	}
	if before != after || after != relative {
		t.Fatalf("three folders for one: %s, %s, %s", before, after, relative)
	}
}

func TestTheSocketAndItsFolderAreClosedToOthers(t *testing.T) {
	runtimeFolder(t)
	data := t.TempDir()
	s := listen(t, data, Agent, yes)
	dir, _ := Dir(data)
	for path, want := range map[string]os.FileMode{
		dir:                               os.ModeDir | 0o700,
		filepath.Join(dir, "agent.sock"):  os.ModeSocket | 0o600,
		filepath.Join(data, "agent.lock"): 0o600,
	} {
		info, err := os.Lstat(path)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode() != want {
			t.Errorf("%s has mode %v, want %v", path, info.Mode(), want)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Lstat(filepath.Join(dir, "agent.sock")); !os.IsNotExist(err) {
		t.Errorf("the socket is still there after Close: %v", err)
	}
}

func TestAFolderThatIsNotPrivateIsRefused(t *testing.T) {
	elsewhere := t.TempDir()
	for name, spoil := range map[string]func(dir string) error{
		"open to others": func(dir string) error { return os.Chmod(dir, 0o770) },
		"a link": func(dir string) error {
			if err := os.Remove(dir); err != nil {
				return err
			}
			return os.Symlink(elsewhere, dir)
		},
		"a file": func(dir string) error {
			if err := os.Remove(dir); err != nil {
				return err
			}
			return os.WriteFile(dir, nil, 0o600)
		},
		"another user's": func(dir string) error {
			if os.Getuid() != 0 {
				return os.Chmod(dir, 0o707) // only root can give a folder away
			}
			return os.Chown(dir, 65534, 65534)
		},
	} {
		t.Run(name, func(t *testing.T) {
			runtimeFolder(t)
			data := t.TempDir()
			dir, err := Dir(data)
			if err != nil {
				t.Fatal(err)
			}
			if err := spoil(dir); err != nil {
				t.Fatal(err)
			}
			if s, err := Listen(data, Agent, yes); err == nil {
				_ = s.Close()
				t.Fatal("Listen accepted it")
			} else if !strings.Contains(err.Error(), dir) {
				t.Errorf("the error does not name the folder: %v", err)
			}
		})
	}
}

func TestWithoutAUsableRuntimeFolderTheTemporaryOneServes(t *testing.T) {
	short, err := os.MkdirTemp("", "l")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(short) })
	open := filepath.Join(short, "open")
	if err := os.Mkdir(open, 0o755); err != nil {
		t.Fatal(err)
	}
	long := filepath.Join(short, strings.Repeat("x", 90))
	if err := os.Mkdir(long, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, dir := range map[string]string{"unset": "", "gone": filepath.Join(short, "gone"), "open to others": open, "too long": long} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("XDG_RUNTIME_DIR", dir)
			t.Setenv("TMPDIR", short)
			data := t.TempDir()
			got, err := Dir(data)
			if err != nil {
				t.Fatal(err)
			}
			system := "/run/user/" + userKey()
			if private(system) == nil {
				if !strings.HasPrefix(got, system) {
					t.Errorf("got %s, want a folder in %s", got, system)
				}
			} else if want := filepath.Join(short, "afterglow-"+userKey()); filepath.Dir(got) != want {
				t.Errorf("got %s, want a folder in %s", got, want)
			}
			listen(t, data, Agent, yes)
			if r, err := Send(context.Background(), data, Agent, Message{Do: DoPing}); err != nil || !r.OK {
				t.Errorf("it does not serve: %+v, %v", r, err)
			}
		})
	}
}

func TestALongTemporaryPathStillLeavesRoomForTheSocket(t *testing.T) {
	long := filepath.Join(t.TempDir(), strings.Repeat("y", 100))
	if err := os.Mkdir(long, 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("XDG_RUNTIME_DIR", long)
	t.Setenv("TMPDIR", long)
	s, err := place(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(s.path(), Window+".sock")
	if len(path) > maxPath || strings.HasPrefix(path, long) {
		t.Fatalf("%d bytes: %s", len(path), path)
	}
}

func TestALockFileThatWasCleanedAwayDoesNotMakeTwo(t *testing.T) {
	runtimeFolder(t)
	data := t.TempDir()
	listen(t, data, Agent, yes)
	if err := os.Remove(filepath.Join(data, "agent.lock")); err != nil {
		t.Fatal(err)
	}
	if s, err := Listen(data, Agent, yes); !errors.Is(err, ErrRunning) {
		_ = s.Close()
		t.Fatalf("got %v, want ErrRunning", err)
	}
}

func TestALockIsNotTakenThroughALink(t *testing.T) {
	dir := t.TempDir()
	if err := os.Symlink(filepath.Join(dir, "elsewhere"), filepath.Join(dir, "x.lock")); err != nil {
		t.Fatal(err)
	}
	if f, err := takeLock(filepath.Join(dir, "x.lock")); err == nil {
		_ = f.Close()
		t.Fatal("it was taken")
	}
}

func TestAnotherFileInTheSocketsPlaceIsReplaced(t *testing.T) {
	runtimeFolder(t)
	data := t.TempDir()
	dir, err := Dir(data)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "agent.sock"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	listen(t, data, Agent, yes)
	c, err := net.Dial("unix", filepath.Join(dir, "agent.sock"))
	if err != nil {
		t.Fatal(err)
	}
	_ = c.Close()
}
