package agent

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sort"
	"time"

	"afterglow/app/fault"
	"afterglow/app/ipc"
	"afterglow/app/locale"
	"afterglow/app/notify"
	"afterglow/app/phrase"
)

// answerWithin is how long the desktop may take while somebody waits for a reply.
const answerWithin = 3 * time.Second

// handle answers what the command line and the window ask over the link. It is
// called before everything stands: until then it says so.
func (a *agent) handle(m ipc.Message) ipc.Reply {
	select {
	case <-a.ready:
	case <-a.ctx.Done():
		return ipc.Reply{Text: "Afterglow is ending."}
	case <-time.After(answerWithin):
		return ipc.Reply{Text: "Afterglow is still starting. Try again in a moment."}
	}
	switch m.Do {
	case ipc.DoChanged:
		a.lookForNews()
		return ipc.Reply{OK: true}
	case ipc.DoShow:
		if err := a.window.Open(a.ctx, m.Page); err != nil {
			a.trouble("open the window", err)
			return ipc.Reply{Text: err.Error()}
		}
		return ipc.Reply{OK: true}
	case ipc.DoQuit:
		a.quit(false)
		return ipc.Reply{OK: true}
	case ipc.DoDoctor:
		return a.report()
	case ipc.DoTest:
		return a.test()
	}
	return ipc.Reply{Text: fmt.Sprintf("The running Afterglow does not know %q; is it an older version?", m.Do)}
}

// report is what doctor is told of the agent's own troubles.
func (a *agent) report() ipc.Reply {
	ctx, cancel := context.WithTimeout(a.ctx, answerWithin)
	defer cancel()
	var r struct {
		Quiet       bool     `json:"quiet"`
		QuietReason string   `json:"quiet_reason"`
		Problems    []string `json:"problems"`
	}
	r.Quiet, r.QuietReason = a.notify.Quiet(ctx)
	r.Problems = a.problems()
	data, err := json.Marshal(r)
	if err != nil {
		return ipc.Reply{Text: err.Error()}
	}
	return ipc.Reply{OK: true, Data: data}
}

// test shows a notification for the person to see what one looks like here.
func (a *agent) test() ipc.Reply {
	ctx, cancel := context.WithTimeout(a.ctx, answerWithin)
	defer cancel()
	_, err := a.notify.Show(ctx, notify.Note{Title: "This is a test", Body: "Reminders from Afterglow will look like this."})
	if err != nil {
		return ipc.Reply{Text: "The notification could not be shown: " + err.Error()}
	}
	if on, reason := a.notify.Quiet(ctx); on {
		return ipc.Reply{OK: true, Text: reason + ": the desktop may keep it back until that ends."}
	}
	return ipc.Reply{OK: true}
}

// trouble remembers what went wrong last with what was tried, and says it once on the terminal.
func (a *agent) trouble(what string, err error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if err == nil {
		delete(a.troubles, what)
		return
	}
	line := "cannot " + what + ": " + worded(err)
	if a.troubles[what] == line {
		return
	}
	a.troubles[what] = line
	if a.messages != nil {
		fmt.Fprintln(a.messages, "afterglow: "+line)
	}
}

// worded says what is wrong.
func worded(err error) string {
	var f *fault.Fault
	if errors.As(err, &f) {
		return phrase.New(locale.Format{}).Error(err)
	}
	return err.Error()
}

func wordedAll(faults []*fault.Fault) []string {
	var all []string
	for _, f := range faults {
		all = append(all, worded(f))
	}
	return all
}

func (a *agent) problems() []string {
	a.mu.Lock()
	defer a.mu.Unlock()
	all := make([]string, 0, len(a.troubles))
	for _, line := range a.troubles {
		all = append(all, line)
	}
	sort.Strings(all)
	return all
}

// showRunning asks the agent that already lives to show its window, as a second start does.
func showRunning(ctx context.Context, o Options) error {
	if o.Background {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, 2*answerWithin)
	defer cancel()
	reply, err := ipc.Await(ctx, o.DataDir, ipc.Agent, ipc.Message{Do: ipc.DoShow})
	switch {
	case err != nil:
		return fmt.Errorf("Afterglow runs already, but does not answer (%w); end it with: afterglow quit", err)
	case !reply.OK:
		return reply.Err()
	}
	return nil
}
