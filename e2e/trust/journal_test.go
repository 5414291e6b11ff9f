//go:build e2e

package trust

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"afterglow/app/ipc"
)

func TestAReadOnlyFolderCanBeReadAndSaysWhatToDo(t *testing.T) {
	s := begin(t)
	s.onDisk("4m")
	heard := s.listen()
	s.plain()
	s.do("treat", "--at", "-23h59m59s")
	s.writable(false)

	p := s.start()
	if w := s.windowOf("makeup"); w.ID == "" {
		t.Error("status does not tell the wait")
	}
	s.refused("cannot be written", "done", "cleanse")
	s.ails("journal", "can be read, but not written", "permissions")
	s.ails("agent", "cannot be written", "Put right")
	if !p.Running() {
		t.Fatalf("the agent ended and said:\n%s", p.Said())
	}
	if all := titles(heard); len(all) > 0 {
		t.Errorf("without a ledger, shown were %q", all)
	}

	// Made writable again, everything goes on by itself.
	s.writable(true)
	s.do("done", "cleanse")
	s.toldOnce(heard, makeupOver)
	s.well("journal")
	s.mended("agent", "cannot be written")
}

func TestAFullDiskLosesNothingAndGoesOn(t *testing.T) {
	s := begin(t)
	s.onDisk("2m")
	heard := s.listen()
	s.plain()
	s.do("treat", "--at", "-2h")
	p := s.start()
	s.until("the day's backup is made", s.backedUp)
	s.looked()
	before := s.do("log", "--json")
	rest := filepath.Join(s.a.Data, "rest")
	s.fill(rest)

	s.until("a write is refused", func() error {
		answer, err := s.a.Run(s.ctx, "treat", "--at", "-23h59m59s")
		if err == nil && (answer.Code != 1 || !strings.Contains(answer.Err, "no space left") || strings.Count(strings.TrimSpace(answer.Err), "\n") > 0) {
			err = fmt.Errorf("it ended with %d and said %q", answer.Code, answer.Err)
		}
		return err
	})
	if after := s.do("log", "--json"); after != before {
		t.Errorf("half of it was written: the log was\n%s\nand is\n%s", before, after)
	}
	if !p.Running() {
		t.Fatalf("the agent ended and said:\n%s", p.Said())
	}
	s.ok(os.Remove(rest))
	s.do("treat", "--at", "-23h59m59s", "--area", "neck")
	s.do("treat", "remove", "1")
	s.toldOnce(heard, makeupOver)
	s.well("journal")
	s.mended("agent", "no space left")
}

// fill writes a file until the disk is full.
func (s *scene) fill(file string) {
	s.Helper()
	f, err := os.Create(file)
	s.ok(err)
	defer f.Close()
	for block := make([]byte, 4096); err == nil; {
		_, err = f.Write(block)
	}
}

func TestAFolderThatIsTakenAwayAndPutBackIsNoLoss(t *testing.T) {
	s := begin(t)
	heard := s.listen()
	s.plain()
	s.do("treat", "--at", "-2h")
	p := s.start()
	s.looked()
	away := s.a.Data + "-away"
	s.ok(os.Rename(s.a.Data, away))
	// The agent itself is asked: any command would begin a new journal in an empty place.
	s.until("the agent says that the folder is gone", func() error {
		ipc.Ring(s.a.Data)
		reply, err := ipc.Send(s.ctx, s.a.Data, ipc.Agent, ipc.Message{Do: ipc.DoDoctor})
		if err == nil && !strings.Contains(string(reply.Data), "moved or removed") {
			err = errors.New(string(reply.Data))
		}
		return err
	})
	if !p.Running() {
		t.Fatalf("the agent ended and said:\n%s", p.Said())
	}
	if _, err := os.Stat(s.a.Data); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder was made anew in place of the one that was taken away: %v", err)
	}
	s.ok(os.Rename(away, s.a.Data))
	s.do("treat", "change", "1", "--at", "-23h59m59s")
	s.toldOnce(heard, makeupOver)
	s.mended("agent", "moved or removed")
	s.well("journal")
}

func TestADamagedJournalIsSetAsideForItsBackupAndThePersonIsTold(t *testing.T) {
	s := begin(t)
	heard := s.listen()
	s.plain()
	s.do("treat", "--at", "-2h")
	s.do("done", "cleanse")
	p := s.start()
	s.until("the day's backup is made", s.backedUp)
	s.end(p)

	// Bits flipped throughout, as a dying disk does.
	text, err := os.ReadFile(s.journalFile())
	s.ok(err)
	for i := 100; i < len(text); i += 97 {
		text[i] ^= 0x55
	}
	s.ok(os.WriteFile(s.journalFile(), text, 0o600))

	s.start()
	asked, err := heard.Await(s.patience(), "Afterglow mended its journal")
	s.ok(err)
	aside := regexp.MustCompile(`journal-damaged-[0-9-]+\.sqlite`).FindString(asked.Body)
	backup := regexp.MustCompile(`backup (journal-[0-9-]+\.sqlite) took its place`).FindStringSubmatch(asked.Body)
	if aside == "" || backup == nil {
		t.Fatalf("it says %q; want the name of what was set aside and of the backup", asked.Body)
	}
	if kept, err := os.ReadFile(filepath.Join(s.a.Data, aside)); err != nil || string(kept) != string(text) {
		t.Errorf("what was damaged was not kept as it was: %v", err)
	}
	if done := s.logged("done", "cleanse"); len(done) != 1 {
		t.Errorf("the backup's log has %+v", done)
	}
	s.ails("agent", "journal was damaged", "")
	s.well("journal")
}

func TestAJournalWithoutABackupIsStillSetAside(t *testing.T) {
	s := begin(t)
	s.plain()
	s.do("treat", "--at", "-2h")
	s.ok(os.WriteFile(s.journalFile(), []byte("This was a journal once."), 0o600))
	answer, err := s.a.Run(s.patience(), "status")
	s.ok(err)
	if answer.Code != 0 || !strings.Contains(answer.Err, "It is kept as journal-damaged-") || !strings.Contains(answer.Err, "There was no good backup") {
		t.Errorf("status ended with %d and said %q", answer.Code, answer.Err)
	}
	s.do("treat", "--at", "-2h")
	s.well("journal")
}

func TestANewerVersionsJournalIsRefusedAndLeftUntouched(t *testing.T) {
	s := begin(t)
	s.plain()
	s.do("treat", "--at", "-2h")
	s.inject("PRAGMA user_version = 999")
	before := s.fingerprints()

	p, err := s.a.Start("--background")
	s.ok(err)
	code, err := p.Wait(s.patience())
	s.ok(err)
	if said := strings.TrimSpace(p.Said()); code != 1 || strings.Contains(said, "\n") || !strings.Contains(said, "newer Afterglow") {
		t.Errorf("the agent ended with %d and said %q", code, said)
	}
	for _, args := range [][]string{{"status"}, {"done", "cleanse"}, {"treat", "--at", "-1h"}, {"settings", "cap", "5"}, {"undo"}} {
		s.refused("newer Afterglow", args...)
	}
	s.ails("journal", "newer Afterglow", "Do what it says")
	if after := s.fingerprints(); fmt.Sprint(after) != fmt.Sprint(before) {
		t.Errorf("the data were\n%v\nand are\n%v", before, after)
	}
}

// fingerprints are the names and contents of all files in the data folder, but for the locks.
func (s *scene) fingerprints() []string {
	s.Helper()
	var all []string
	s.ok(filepath.WalkDir(s.a.Data, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasSuffix(file, ".lock") {
			return err
		}
		text, err := os.ReadFile(file)
		all = append(all, fmt.Sprintf("%s %x", filepath.Base(file), sha256.Sum256(text)))
		return err
	}))
	return all
}
