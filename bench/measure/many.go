package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	_ "github.com/mattn/go-sqlite3" // to put what was told into the past

	"afterglow/app/course"
	"afterglow/app/ipc"
	"afterglow/app/journal"
	"afterglow/e2e/desktop"
	"afterglow/guidance"
)

const (
	tellings = 200                   // single ends of waits, for the time from due to told
	manySum  = 10_000                // deliveries, for the memory
	atOnce   = 20                    // of them are told in one notification
	growth   = 1e6                   // bytes of private memory that those may cost, at most
	dueMost  = 20 * time.Millisecond // of the median
	dueLate  = 40 * time.Millisecond // of the slowest in a hundred
	// settled is after how long the agent has surely come to rest: it gives memory back 10 s after the last that it did.
	settled = 30 * time.Second
	// ahead is how long before a wait's end its treatment is written: enough for the agent to be waiting again.
	ahead = 150 * time.Millisecond
	// soon is the same where only the telling counts.
	soon = 10 * time.Millisecond
	// agedEvery is after how many notifications they are put into the past, as if weeks lay between.
	agedEvery = 20
)

// many measures the real agent telling the ends of waits, one after the other: how long it takes from due
// to told, and what thousands of them leave in its memory. The treatments are written
// straight into the journal, as another program of ours would, and the agent is rung.
func (b *bench) many(ctx context.Context) (err error) {
	a, cleanup, err := b.afterglow(ctx)
	if err != nil {
		return err
	}
	defer cleanup()
	agent, err := a.Start("--background")
	if err != nil {
		return err
	}
	defer quit(ctx, a, agent)
	if _, err := b.d.AwaitItem(ctx, agent.PID()); err != nil {
		return err
	}
	heard, err := desktop.Listen(ctx)
	if err != nil {
		return err
	}
	defer heard.Stop()
	j, err := journal.Open(ctx, a.Data)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, j.Close()) }()
	t := teller{j: j, heard: heard, data: a.Data}

	var late []time.Duration
	for range tellings {
		took, err := t.tell(ctx, 1, ahead)
		if err != nil {
			return err
		}
		late = append(late, took)
	}
	p50, p99 := share(late, 50), share(late, 99)
	b.table.add(row{what: fmt.Sprintf("due to notification, %d: p50", tellings), goal: "at most " + ms(dueMost), figure: ms(p50), met: p50 <= dueMost})
	b.table.add(row{what: fmt.Sprintf("due to notification, %d: p99", tellings), goal: "at most " + ms(dueLate), figure: ms(p99), met: p99 <= dueLate})

	if err := pass(ctx, settled); err != nil {
		return err
	}
	before, err := readMemory(agent.PID())
	if err != nil {
		return err
	}
	for range manySum / atOnce {
		if _, err := t.tell(ctx, atOnce, soon); err != nil {
			return err
		}
	}
	if err := pass(ctx, settled); err != nil {
		return err
	}
	after, err := readMemory(agent.PID())
	if err != nil {
		return err
	}
	grown := after.private - before.private
	b.table.add(row{
		what: fmt.Sprintf("private memory after %d deliveries", manySum), goal: "at most " + mb(growth) + " more", figure: mb(grown) + " more",
		against: "before " + mb(before.private), ratio: ratio(float64(after.private), float64(before.private)), met: grown <= growth,
	})
	b.table.add(row{
		what: fmt.Sprintf("memory (PSS) after %d deliveries", manySum), figure: mb(after.pss-before.pss) + " more",
		against: "before " + mb(before.pss), ratio: ratio(float64(after.pss), float64(before.pss)), info: true,
	})
	return nil
}

// teller has the agent tell the ends of waits.
type teller struct {
	j     *journal.Journal
	heard *desktop.Listener
	data  string
	n     int
	last  int64 // the treatment before; 0: none
}

// tell enters a treatment with waits that end in a moment, all at the same time, and measures from their
// end to the notification's call on the bus.
func (t *teller) tell(ctx context.Context, waits int, ahead time.Duration) (time.Duration, error) {
	t.n++
	text := planOf(t.n, waits)
	plan, err := guidance.Parse("bench.toml", []byte(text))
	if err != nil {
		return 0, fmt.Errorf("read the plan: %w", err)
	}
	now := time.Now()
	if t.last != 0 {
		if err := t.j.RemoveTreatment(ctx, t.last, now); err != nil {
			return 0, err
		}
	}
	end := now.Add(ahead).Truncate(time.Millisecond)
	t.last, err = t.j.AddTreatment(ctx, course.Treatment{At: end.Add(-24 * time.Hour), EnteredAt: now, Device: "pen", Area: "face", Plan: plan, PlanText: text})
	if err != nil {
		return 0, err
	}
	ipc.Ring(t.data)
	limited, cancel := context.WithTimeout(ctx, desktop.Patience)
	defer cancel()
	asked, err := t.heard.Await(limited, fmt.Sprintf("Your round %d wait is over", t.n))
	if err != nil {
		return 0, err
	}
	if t.n%agedEvery == 0 {
		err = t.age(ctx)
	}
	return asked.At.Sub(end), err
}

// age puts what was told a month back. Without it three years of deliveries would lie in
// the last three days, which is as far back as the agent reads.
func (t *teller) age(ctx context.Context) (err error) {
	db, err := sql.Open("sqlite3", "file:"+filepath.Join(t.data, "journal.sqlite")+"?_busy_timeout=5000")
	if err != nil {
		return fmt.Errorf("open the journal: %w", err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	const month = 30 * 24 * 3600 * 1000
	for _, query := range []string{
		"UPDATE deliveries SET due = due - ?1, begun_at = begun_at - ?1 WHERE state NOT IN ('begun', 'shown')",
		"UPDATE entries SET at = at - ?1",
	} {
		if _, err := db.ExecContext(ctx, query, month); err != nil {
			return fmt.Errorf("put what was told into the past: %w", err)
		}
	}
	return nil
}

// planOf is a plan with so many waits of 24 hours, the first with a name of its own.
func planOf(n, waits int) string {
	var s strings.Builder
	fmt.Fprintf(&s, "format = 1\nid = \"bench\"\nname = \"Bench\"\nversion = \"1\"\n\n[[sources]]\nid = \"own\"\ntitle = \"Bench\"\nstrength = \"unsourced\"\n")
	for i := range waits {
		name := fmt.Sprintf("Round %d", n)
		if i > 0 {
			name = fmt.Sprintf("Wait %d", i+1)
		}
		fmt.Fprintf(&s, "\n[[windows]]\nid = \"wait%d\"\nname = %q\navoid = \"Wait.\"\nuntil = \"24h\"\nsource = \"own\"\n", i+1, name)
	}
	return s.String()
}
