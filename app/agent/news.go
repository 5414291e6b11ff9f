package agent

import "context"

// lookForNews has everything looked at again where another process wrote into the journal. It is called when one
// says so, and when the journal's files change; what the agent wrote itself is no news.
func (a *agent) lookForNews() {
	ctx, cancel := context.WithTimeout(a.ctx, answerWithin)
	defer cancel()
	// A journal that cannot be read is news too: the runner and the tray find out what is wrong.
	if news, err := a.journal.ChangedByOthers(ctx); news || err != nil {
		a.changed()
	}
}
