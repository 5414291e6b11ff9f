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
	"afterglow/app/notify"
	"afterglow/app/phrase"
)

// answerWithin is how long the desktop may take while somebody waits for a reply.
const answerWithin = 3 * time.Second

// handle answers what the command line and the window ask over the socket. It is
// called before everything stands: until then it says so.
func (a *agent) handle(m ipc.Message) ipc.Reply {
	select {
	case <-a.ready:
	case <-a.ctx.Done():
		return ipc.Reply{Fault: "background.ending"}
	case <-time.After(answerWithin):
		return ipc.Reply{Fault: "background.starting"}
	}
	switch m.Do {
	case ipc.DoChanged:
		a.told()
		return ipc.Reply{OK: true}
	case ipc.DoShow:
		if err := a.window.Open(a.ctx, m.Page); err != nil {
			a.trouble("background.cannot_open_window", err)
			return ipc.Reply{Text: a.voice().Error(err)}
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
	return ipc.Reply{Text: a.voice().T("background.unknown_request", phrase.Args{"Request": string(m.Do)})}
}

// report is what doctor is told of the agent's own troubles.
func (a *agent) report() ipc.Reply {
	ctx, cancel := context.WithTimeout(a.ctx, answerWithin)
	defer cancel()
	var r ipc.Report
	r.Quiet, r.QuietBy = a.notify.Quiet(ctx)
	r.NotifiedBy = a.notify.Abilities(ctx).Server
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
	v := a.voice()
	_, err := a.notify.Show(ctx, notify.Note{Title: v.T("background.test_title"), Body: v.T("background.test_body"), Open: v.T("notification.open"), Brief: true})
	if err != nil {
		return ipc.Reply{Text: v.T("background.test_failed", phrase.Args{"Cause": cause(v, err)})}
	}
	if on, by := a.notify.Quiet(ctx); on {
		return ipc.Reply{OK: true, Text: v.T("background.test_quiet", phrase.Args{"Reason": v.Quiet(by)})}
	}
	return ipc.Reply{OK: true}
}

// trouble remembers what went wrong last, and says it once on the terminal. Message is that of the catalog which says
// what was tried; without an error all is well again with that.
func (a *agent) trouble(message string, err error) {
	line := ""
	if err != nil {
		v := a.voice()
		line = v.T(message, phrase.Args{"Cause": cause(v, err)})
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	switch {
	case err == nil:
		delete(a.troubles, message)
	case a.troubles[message] != line:
		a.troubles[message] = line
		if a.messages != nil {
			fmt.Fprintln(a.messages, "afterglow: "+line)
		}
	}
}

// cause is what stands behind a trouble, as a sentence.
func cause(v phrase.Voice, err error) string {
	var f *fault.Fault
	if errors.As(err, &f) {
		return phrase.Stop(v.Error(err))
	}
	return phrase.Stop(err.Error())
}

// problems are the troubles that reminders may suffer from.
func (a *agent) problems() []string {
	a.mu.Lock()
	defer a.mu.Unlock()
	all := make([]string, 0, len(a.troubles))
	for message, line := range a.troubles {
		if message != missesTray {
			all = append(all, line)
		}
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
		return fault.Wrap(err, "background.no_answer", nil)
	case !reply.OK:
		return reply.Err()
	}
	return nil
}
