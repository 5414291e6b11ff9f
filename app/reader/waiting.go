//go:build !windows && !darwin

package reader

import "time"

// Orca lets what begins to show go while more than 50 events wait for it. News that comes with many waits until it has not
// asked about them for a while, or for so long at most. What else is shown meanwhile is told at once.
const (
	mostAtOnce = 20
	restHeard  = 500 * time.Millisecond
	mostHeard  = 3 * time.Second
)

// waiting is news until who listens has looked at what came with it.
type waiting struct {
	all        []signal
	rest, most *time.Timer // one of them ends the wait
}

func newWaiting() *waiting {
	w := &waiting{rest: time.NewTimer(mostHeard), most: time.NewTimer(mostHeard)}
	w.take()
	return w
}

func (w *waiting) waits() bool { return len(w.all) > 0 }

// add has news wait.
func (w *waiting) add(news []signal) {
	if len(news) == 0 {
		return
	}
	if !w.waits() {
		w.most.Reset(mostHeard)
	}
	w.all = append(w.all, news...)
	w.rest.Reset(restHeard)
}

// asked is told that somebody still looks.
func (w *waiting) asked() {
	if w.waits() {
		w.rest.Reset(restHeard)
	}
}

// take gives the news that waited.
func (w *waiting) take() []signal {
	w.rest.Stop()
	w.most.Stop()
	all := w.all
	w.all = nil
	return all
}
