package agent

import "context"

// told hears from another program that it wrote into the journal. The watch on the journal's files then finds
// nothing new.
func (a *agent) told() {
	a.news()
	a.changed()
}

// lookForNews has everything looked at again if another process wrote into the journal and did not say so.
func (a *agent) lookForNews() {
	if a.news() {
		a.changed()
	}
}

// news says whether another process wrote since this was last asked. A journal that cannot be read is news too:
// the runner and the tray find out what is wrong.
func (a *agent) news() bool {
	ctx, cancel := context.WithTimeout(a.ctx, answerWithin)
	defer cancel()
	changed, err := a.journal.ChangedByOthers(ctx)
	return changed || err != nil
}
