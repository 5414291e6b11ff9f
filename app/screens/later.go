package screens

import "sync"

// later runs functions after the event that is being handled, in the order in which they came: what was said of an act is
// told before the page that it changed. do runs one on the user interface's thread, and is not asked from there.
func later(do func(func())) func(func()) {
	var mu sync.Mutex
	var waiting []func()
	next := func() {
		mu.Lock()
		f := waiting[0]
		waiting = waiting[1:]
		mu.Unlock()
		f()
	}
	return func(f func()) {
		mu.Lock()
		defer mu.Unlock()
		waiting = append(waiting, f)
		go do(next)
	}
}
