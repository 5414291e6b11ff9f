package screens

import (
	"slices"
	"sync"
	"testing"
)

func TestWhatIsToBeDoneLaterIsDoneInTheOrderInWhichItCame(t *testing.T) {
	var all sync.WaitGroup
	var one sync.Mutex // stands for the user interface's thread
	run := later(func(f func()) {
		one.Lock()
		defer one.Unlock()
		f()
	})
	var got, want []int
	for i := range 200 {
		want = append(want, i)
		all.Add(1)
		run(func() {
			defer all.Done()
			got = append(got, i)
		})
	}
	all.Wait()
	if !slices.Equal(got, want) {
		t.Errorf("they were done as %d", got)
	}
}

func TestAfterATreatmentIsEnteredTheFirstPageIsNotSeenAgain(t *testing.T) {
	st, _ := newcomer(t, at(20, 16, 0))
	var slow []func()
	next := func() { // the background does one thing
		f := slow[0]
		slow = slow[1:]
		f()
	}
	st.tap(t, "today.begin")
	st.tap(t, "begin.next")
	st.tap(t, "begin.next")
	st.tap(t, "begin.fluids.no")
	st.shell.opts.Background = func(f func()) { slow = append(slow, f) }
	st.tap(t, "begin.next") // Start
	for n := len(slow); len(slow) > 0; n++ {
		st.wantNoText(t, "Know what has to wait")
		if n > 20 {
			t.Fatal("it never ends")
		}
		next()
	}
	st.wantNoText(t, "Know what has to wait", "step 3 of 3")
	st.wantText(t, "Makeup, alcohol, touching")
}
