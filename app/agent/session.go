package agent

import (
	"context"
	"fmt"
	"strings"
	"time"

	"afterglow/app/notify"
)

// sessionKey is the setting under which the notification service is kept that our ids belong to.
const sessionKey = "agent.session"

// stillOpen are the desktop's ids of notifications that an agent before this one left on the
// screen. After a new login there are none: the desktop counts from one again, and what
// has an old id now is another program's.
func (a *agent) stillOpen() []uint32 {
	if !a.knowSession() {
		return nil
	}
	open, err := a.journal.OnScreen(a.ctx)
	if err != nil {
		a.trouble("background.cannot_look_up", err)
		return nil
	}
	ids := make([]uint32, len(open))
	for i, o := range open {
		ids[i] = o.Number
	}
	return ids
}

// knowSession says whether the desktop's ids in the journal are of this session. Where that
// could not be found out, because the journal cannot be written, say, it is tried again each
// time, and until then nobody may use those ids. It is for one goroutine at a time.
func (a *agent) knowSession() bool {
	if a.sessionKnown {
		return true
	}
	err := a.dropOldIDs()
	a.trouble("background.cannot_look_up", err)
	a.sessionKnown = err == nil
	return a.sessionKnown
}

// dropOldIDs forgets ids that belong to an earlier notification service.
func (a *agent) dropOldIDs() error {
	now, err := notify.Session(a.ctx, a.bus)
	if err != nil {
		now = "" // no desktop session: nothing of an earlier one is on the screen either
	}
	settings, err := a.journal.Settings(a.ctx)
	if err != nil {
		return err
	}
	// The service may have been started by our own first notification: then the name has grown.
	if known := settings[sessionKey]; known != "" && strings.HasPrefix(now, known) {
		return nil
	}
	if err := a.journal.ForgetScreen(a.ctx); err != nil {
		return err
	}
	if err := a.journal.Set(a.ctx, sessionKey, now); err != nil {
		return fmt.Errorf("note which desktop session this is: %w", err)
	}
	return nil
}

// takeDown takes away what is on the screen: once the agent has been quit nobody hears its buttons, and after an erase it
// would tell of a treatment that is nowhere else any more. session names the notification service as it is now. Where ids are
// of another one nothing is touched. An agent that is killed, or is followed by a newer one, leaves all to the next.
func (a *agent) takeDown(ctx context.Context, session string) {
	settings, err := a.journal.Settings(ctx)
	if known := settings[sessionKey]; err != nil || known == "" || !strings.HasPrefix(session, known) {
		return
	}
	open, err := a.journal.OnScreen(ctx)
	if err != nil {
		return // the end is not held up
	}
	for _, o := range open {
		if a.notify.Close(ctx, o.Number) != nil {
			return
		}
	}
	_ = a.journal.ForgetScreen(ctx) // a number that stays is found to be gone
}

// sessionAway is how long a desktop session's bus may be away before the session counts as ended.
const sessionAway = 5 * time.Second

// endWithSession ends the agent when the person logs out. Left behind it could show nothing any more, and by its lock
// it would keep the agent of their next session from reminding them. One that began without a session stays.
func (a *agent) endWithSession() {
	if a.bus.Gone(a.ctx, sessionAway) {
		a.end()
	}
}
