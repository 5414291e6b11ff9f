//go:build !windows && !darwin

package reader

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func TestWhatIsNewsIsToldBehindAllThatItTellsOf(t *testing.T) {
	d := newDesktop(t)
	r, _ := d.program(refuse, window(nil))
	w := window(func(b, f, _ *Node) { b.Name = "Undo"; f.State |= Focused })
	w.Children = slices.Insert(w.Children, 0, Node{ID: "toast.1", Role: Notification, Name: "Moisturise: done", State: Seen})
	r.Show(Box{}, w)
	told := d.until("Object.StateChanged", "showing")
	for _, before := range []string{"Object.PropertyChange accessible-name", "Object.StateChanged focused"} {
		if !slices.Contains(told, before) {
			t.Errorf("the news comes before %q: %q", before, told)
		}
	}
}

func TestNewsWaitsUntilWhoListensHasLookedAtWhatCameWithIt(t *testing.T) {
	for name, c := range map[string]struct{ every, asks, want time.Duration }{
		"nobody asks":                  {0, 0, restHeard},
		"it asks for a while":          {400 * time.Millisecond, 1200 * time.Millisecond, 1200*time.Millisecond + restHeard},
		"it asks for too long to wait": {400 * time.Millisecond, time.Hour, mostHeard},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w, begin, called := newWaiting(), time.Now(), make(chan struct{}, 10)
				w.add(make([]signal, 1))
				go func() {
					for at := c.every; c.every > 0 && at <= c.asks && at <= mostHeard; at += c.every {
						time.Sleep(c.every)
						called <- struct{}{}
					}
				}()
				for w.waits() {
					select {
					case <-called:
						w.asked()
					case <-w.rest.C:
						w.take()
					case <-w.most.C:
						w.take()
					}
				}
				if got := time.Since(begin); got != c.want {
					t.Errorf("it waited for %v, want %v", got, c.want)
				}
			})
		})
	}
}

func TestNewsThatComesWithMuchIsToldBehindItAll(t *testing.T) {
	d := newDesktop(t)
	r, _ := d.program(refuse, window(nil))
	w := window(nil)
	w.Children = slices.Insert(w.Children, 0, Node{ID: "toast.1", Role: Notification, Name: "Moisturise: done", State: Seen})
	for i := range 2 * mostAtOnce {
		w.Children = append(w.Children, Node{ID: fmt.Sprint("new.", i), Role: Paragraph, Name: "New", State: Seen})
	}
	r.Show(Box{}, w)
	told := d.until("Object.StateChanged", "showing")
	n := 0
	for _, e := range told {
		if strings.HasPrefix(e, "Object.ChildrenChanged add") {
			n++
		}
	}
	if n != 2*mostAtOnce+1 {
		t.Errorf("the news comes behind %d of %d things that came with it", n, 2*mostAtOnce+1)
	}
}
