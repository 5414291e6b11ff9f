//go:build e2e

package trust

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"afterglow/app/ipc"
	"afterglow/e2e/desktop"
)

// crash is the crash loop: what it did, and what it saw.
type crash struct {
	*scene
	rng   *rand.Rand
	load  *load
	heard *desktop.Listener

	agent *desktop.Process // nil: none runs
	due   time.Time        // the end of the makeup wait as it was entered last
	told  int              // notifications of it so far
	twice int              // of those, second ones of one that was in flight
	again int              // of those, asked for again since the desktop had not answered in time

	killed map[string]int // by program
	late   int            // commands and windows that had ended before they were killed
	found  map[string]int // how the delivery that was due stood when the agent was killed
}

func TestNoKillLosesOrDoublesAnything(t *testing.T) {
	kills := 25
	if text := os.Getenv("AFTERGLOW_KILLS"); text != "" {
		var err error
		if kills, err = strconv.Atoi(text); err != nil || kills < 1 {
			t.Fatalf("AFTERGLOW_KILLS is %q; it should be a number of kills", text)
		}
	}
	s := beginFor(t, 3*time.Minute+time.Duration(kills)*6*time.Second)
	s.startDunst()
	s.plain()
	s.do("treat", "--at", "-2h")
	seed := rand.Uint64()
	c := &crash{scene: s, rng: rand.New(rand.NewPCG(seed, seed)), heard: s.listen(), killed: map[string]int{}, found: map[string]int{}}
	s.Cleanup(func() {
		if t.Failed() {
			t.Logf("the ledger is\n%s", c.ledger())
			if c.agent != nil {
				answer, err := c.a.Run(context.Background(), "doctor")
				t.Logf("the agent said:\n%s\nand doctor (%v):\n%s", c.agent.Said(), err, answer.Out)
			}
		}
		if c.agent != nil {
			s.end(c.agent)
		}
	})
	c.startAgent()
	c.load = s.startLoad()
	began := time.Now()
	for n := range kills {
		switch n % 4 {
		case 0:
			c.killAgentTelling()
		case 1:
			c.killCommand()
		case 2:
			c.killAgentStarting()
		case 3:
			c.killWindow()
		}
		c.load.check()
		if t.Failed() {
			t.Fatalf("after kill %d (seed %d)", n+1, seed)
		}
	}
	c.load.stop()
	c.settle(1)
	s.looked()
	c.load.check()
	c.count()
	if want := c.rounds() + c.twice + c.again; c.told != want {
		t.Errorf("%d notifications were asked for in all; %d were due, %d of those in flight came twice, and %d were asked for again after no answer",
			c.told, c.rounds(), c.twice, c.again)
	}
	t.Logf("%d kills in %.0f s (seed %d): %v, %d of a program that had just ended; integrity_check ok after each; %d acknowledged entries, all there; "+
		"%d notifications due, none lost; at the agent's kills their deliveries were %v; %d of those begun were shown twice, %d asked for again after no answer, and nothing else",
		kills, time.Since(began).Seconds(), seed, c.killed, c.late, c.load.acknowledged(), c.rounds(), c.found, c.twice, c.again)
}

// within is a random length of time up to most.
func (c *crash) within(most time.Duration) time.Duration {
	return time.Duration(c.rng.Int64N(int64(most)))
}

// kill ends a program this long after the moment since, wherever it is by then.
func (c *crash) kill(name string, p *desktop.Process, since time.Time, after time.Duration) {
	c.Helper()
	c.passes(since.Add(after))
	if !p.Running() {
		c.late++
	}
	c.ok(p.Kill())
	c.killed[name]++
}

func (c *crash) startAgent() {
	c.Helper()
	p, err := c.a.Start("--background")
	c.ok(err)
	c.agent = p
}

// enter makes the makeup wait end now: a notification is due. Each such end is a
// new one, since it lies more than a second after the last.
func (c *crash) enter() {
	c.Helper()
	c.passes(c.due.Add(1100 * time.Millisecond))
	c.due = time.Now().Truncate(time.Millisecond)
	c.do("treat", "change", "1", "--at", c.due.Add(-24*time.Hour).Format(time.RFC3339Nano))
}

// killAgentTelling kills the agent about the time when it tells what has just become due: mostly
// in the moments after the command that made it due has ended, else while that runs.
func (c *crash) killAgentTelling() {
	c.Helper()
	agent, entered, killed := c.agent, make(chan struct{}), make(chan struct{})
	during, after := c.rng.IntN(4) == 0, c.within(50*time.Millisecond)
	go func() {
		defer close(killed)
		if !during {
			<-entered
		}
		began := time.Now()
		for time.Since(began) < after {
			// No sleep: it would end at the scheduler's pleasure, and what is aimed at are a few milliseconds.
		}
		_ = agent.Signal(os.Kill)
	}()
	c.enter()
	close(entered)
	<-killed
	c.ok(agent.Kill()) // waits until it has ended
	c.killed["agent"]++
	c.afterAgent()
}

// killAgentStarting has a notification come due while no agent runs, and kills the one that starts.
func (c *crash) killAgentStarting() {
	c.Helper()
	c.settle(1)
	c.ok(c.agent.Kill())
	c.enter()
	began := time.Now()
	c.startAgent()
	c.kill("agent", c.agent, began, c.within(400*time.Millisecond))
	c.afterAgent()
}

// afterAgent starts a new agent after a kill and waits until it has made up for everything.
func (c *crash) afterAgent() {
	c.Helper()
	most, state := 1, c.state()
	if state == "begun" {
		most = 2 // it was in flight
	}
	if state == "" {
		state = "not begun"
	}
	c.found[state]++
	c.startAgent()
	c.settle(most)
}

// slowDesktop is how long a busy machine may take to show what is due. A desktop that has not
// answered within three seconds is asked again after half a minute and then after two more,
// so that nothing can be called lost before.
const slowDesktop = 3 * time.Minute

// askedAgain is how far apart two requests are of which the second was made since the first was not answered.
const askedAgain = 29 * time.Second

// settle waits until the last notification that was due is in the ledger as shown,
// and makes sure that it was shown once, or twice where it may.
func (c *crash) settle(most int) {
	c.Helper()
	if c.due.IsZero() {
		return
	}
	ctx, cancel := context.WithTimeout(c.ctx, slowDesktop)
	defer cancel()
	c.ok(desktop.Until(ctx, "what was due is shown", func() error {
		if state := c.state(); state != "shown" {
			return fmt.Errorf("its delivery is %q", state)
		}
		return nil
	}))
	before := c.told
	calls := c.count()[before:]
	again := 0
	for i := 1; i < len(calls); i++ {
		if calls[i].At.Sub(calls[i-1].At) >= askedAgain {
			again++
		}
	}
	c.again += again
	now := len(calls) - again
	switch {
	case now > most || now == 0 && c.rounds()+c.twice+c.again > c.told:
		c.Errorf("the notification that was due came %d times, and may at most %d", now, most)
	case now == 2:
		c.twice++
	}
}

// count counts the notifications of the makeup wait that the desktop was asked for, and gives them all.
func (c *crash) count() (all []desktop.Asked) {
	c.Helper()
	// Ours comes after all that were asked for before it.
	mark := fmt.Sprint("mark ", time.Now().UnixNano())
	// By the service's own name, as Afterglow asks: dunst's own tool asks its owner, whom nobody listens to.
	c.ok(exec.CommandContext(c.patience(), "gdbus", "call", "--session", "--dest", notifications, "--object-path", "/org/freedesktop/Notifications",
		"--method", notifications+".Notify", "mark", "0", "", mark, "", "[]", "{}", "1").Run())
	_, err := c.heard.Await(c.patience(), mark)
	c.ok(err)
	for _, asked := range c.heard.Seen() {
		if asked.Title == makeupOver {
			all = append(all, asked)
		}
	}
	c.told = len(all)
	return all
}

// killCommand kills a command somewhere in its short life. What it had acknowledged must stay.
func (c *crash) killCommand() {
	c.Helper()
	c.load.Lock()
	defer c.load.Unlock()
	before := c.entriesOf("moisturise")
	cmd := exec.Command(filepath.Join(c.a.Bin, "afterglow"), "done", "moisturise", "--json")
	cmd.Env = append(os.Environ(), "LC_ALL=C", "AFTERGLOW_DATA="+c.a.Data)
	began := time.Now()
	p, err := desktop.Start(cmd)
	c.ok(err)
	c.kill("command", p, began, c.within(45*time.Millisecond))
	code, err := p.Wait(c.patience())
	c.ok(err)
	more := c.entriesOf("moisturise") - before
	switch {
	case code == 0:
		c.load.acknowledge(p.Said())
		if more != 1 {
			c.Errorf("a command said that it was done, and %d entries are new", more)
		}
	case more != 0 && more != 1:
		c.Errorf("a killed command left %d entries", more)
	}
}

// killWindow kills the window somewhere between its start and its first changes.
func (c *crash) killWindow() {
	c.Helper()
	cmd := exec.Command(filepath.Join(c.a.Bin, "afterglow-window"), "--data", c.a.Data)
	p, err := desktop.Start(cmd)
	c.ok(err)
	began := time.Now()
	if c.rng.IntN(2) == 0 { // drawn, and reading again at each change
		c.until("the window answers", func() error {
			if !p.Running() {
				return fmt.Errorf("it has ended and said: %s", p.Said())
			}
			_, err := ipc.Send(c.ctx, c.a.Data, ipc.Window, ipc.Message{Do: ipc.DoPing})
			return err
		})
		began = time.Now()
	}
	c.kill("window", p, began, c.within(600*time.Millisecond))
}
