package screens

import (
	"cmp"
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
	"afterglow/app/service"
)

// Data is what can be done with all that is kept.
type Data struct {
	// BackUp writes a copy of everything into a folder, under a name that no file has there, and gives its whole path.
	BackUp func(ctx context.Context, folder string) (file string, err error)
	// Erase ends the agent, then removes everything. With an error there is still something to go on with.
	Erase func(ctx context.Context) (Erased, error)
	// Again opens the notes anew after Erase has failed, or if they could not be opened.
	Again func() (Service, error)
}

// Erased is what there is to say once everything was erased.
type Erased struct {
	Left  []string // files of others that stay in the folder
	Wrong error    // what went wrong afterwards; nil: nothing
}

// dataIn is what can be done with all that is in the folder that h holds; startAgent starts the agent again if it was
// ended for nothing.
func dataIn(h *hold, startAgent func() error) Data {
	return Data{
		BackUp: func(ctx context.Context, folder string) (string, error) {
			return backUpInto(ctx, h.opened().service, h.dir, folder, time.Now())
		},
		Erase: func(ctx context.Context) (Erased, error) {
			done, ended, err := eraseAll(ctx, h)
			if err != nil && ended {
				err = errors.Join(err, startAgent()) // else nothing reminds any more
			}
			return done, err
		},
		Again: func() (Service, error) {
			o := h.again()
			return o.service, o.err
		},
	}
}

// backUpInto writes a backup into a folder; its name tells the day. A copy within the data folder is refused: it would
// stand where everything is erased.
func backUpInto(ctx context.Context, c *service.Service, dir, folder string, now time.Time) (string, error) {
	if within(folder, dir) {
		return "", fault.Use("over.copy_elsewhere", fault.Args{"Folder": dir})
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
		done, err := c.Backup(ctx, file)
		return done.File, err
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

// eraseAll is the command erase from the window: the same lock keeps agent and window out meanwhile. It says whether an
// agent was ended for it.
func eraseAll(ctx context.Context, h *hold) (done Erased, ended bool, err error) {
	ctx, cancel := context.WithTimeout(ctx, agentEnds)
	defer cancel()
	agent, err := ipc.End(ctx, h.dir, ipc.Agent)
	if err != nil {
		return done, agent != 0, fault.Wrap(err, "over.not_erased", nil)
	}
	if err := forgetServer(ctx, h.dir); err != nil {
		return done, agent != 0, fault.Wrap(err, "over.not_erased", nil)
	}
	h.leave(func() {})
	if err := ipc.Alone(h.dir, func() error { return journal.Erase(h.dir) }); err != nil {
		return done, agent != 0, fault.Wrap(err, "over.not_all_erased", nil)
	}
	var still, unseen error
	if _, err := autostart.StopFor(h.dir); err != nil {
		still = fault.Wrap(err, "erase.still_starts", nil)
	}
	if done.Left, err = datadir.Files(h.dir); err != nil {
		unseen = fault.Wrap(err, "erase.unseen", fault.Args{"Folder": h.dir})
	}
	done.Wrong = cmp.Or(still, unseen)
	return done, agent != 0, nil
}
