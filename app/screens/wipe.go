package screens

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"afterglow/app/autostart"
	"afterglow/app/datadir"
	"afterglow/app/fault"
	"afterglow/app/ipc"
	"afterglow/app/journal"
)

// Data is what can be done with all that is kept.
type Data struct {
	// BackUp writes a copy of everything into a folder, under a name that no file has there, and gives its whole path.
	BackUp func(ctx context.Context, folder string) (file string, err error)
	// Erase ends the agent, then removes everything. It gives the files of others that stay in the folder. The window
	// has no journal afterwards.
	Erase func(ctx context.Context) (left []string, err error)
}

// dataIn is the data folder dir with an open journal. leave lets go of journal and lock.
func dataIn(dir string, o opened, leave func()) Data {
	return Data{
		BackUp: func(ctx context.Context, folder string) (string, error) {
			return backUpInto(ctx, o.journal, folder, time.Now())
		},
		Erase: func(ctx context.Context) ([]string, error) { return eraseAll(ctx, dir, leave) },
	}
}

// backUpInto writes a backup into a folder; its name tells the day. A copy within the data folder is refused: it would
// stand where everything is erased.
func backUpInto(ctx context.Context, j *journal.Journal, folder string, now time.Time) (string, error) {
	if within(folder, j.Dir()) {
		return "", fault.Use("over.copy_elsewhere", fault.Args{"Folder": j.Dir()})
	}
	for n := 1; ; n++ {
		name := "afterglow-" + now.Format(time.DateOnly) + ".sqlite"
		if n > 1 {
			name = fmt.Sprintf("afterglow-%s-%d.sqlite", now.Format(time.DateOnly), n)
		}
		file := filepath.Join(folder, name)
		if _, err := os.Lstat(file); err == nil {
			continue
		}
		return file, j.Backup(ctx, file)
	}
}

// within says whether a folder is dir or lies in it, whatever ways lead there.
func within(folder, dir string) bool {
	own, err := os.Stat(dir)
	if err != nil {
		return false
	}
	for at := folder; ; at = filepath.Dir(at) {
		if info, err := os.Stat(at); err == nil && os.SameFile(info, own) {
			return true
		}
		if at == filepath.Dir(at) {
			return false
		}
	}
}

// agentEnds is how long the agent may take to end.
const agentEnds = 10 * time.Second

// eraseAll is the command erase from the window: the same lock keeps agent and window out meanwhile.
func eraseAll(ctx context.Context, dir string, leave func()) ([]string, error) {
	ctx, cancel := context.WithTimeout(ctx, agentEnds)
	defer cancel()
	if err := endAgent(ctx, dir); err != nil {
		return nil, fault.Wrap(err, "over.not_erased", nil)
	}
	leave()
	if err := ipc.Alone(dir, func() error { return journal.Erase(dir) }); err != nil {
		return nil, fault.Wrap(err, "over.not_erased", nil)
	}
	if _, err := autostart.StopFor(dir); err != nil {
		return nil, fault.Wrap(err, "erase.still_starts", nil)
	}
	left, err := datadir.Files(dir)
	if err != nil {
		return nil, fault.Wrap(err, "erase.unseen", fault.Args{"Folder": dir})
	}
	return left, nil
}

// endAgent has the agent end, if one runs, and waits until none holds the data folder any more.
func endAgent(ctx context.Context, dir string) error {
	for {
		_, err := ipc.Send(ctx, dir, ipc.Agent, ipc.Message{Do: ipc.DoQuit})
		if errors.Is(err, ipc.ErrNobody) {
			var none *ipc.Server
			if none, err = ipc.Listen(dir, ipc.Agent, func(ipc.Message) ipc.Reply { return ipc.Reply{Fault: "ipc.erasing"} }); err == nil {
				return none.Close()
			}
		}
		select {
		case <-ctx.Done():
			return errors.Join(err, ctx.Err())
		case <-time.After(tryAgain):
		}
	}
}
