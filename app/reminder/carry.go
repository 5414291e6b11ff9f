package reminder

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"afterglow/app/fault"
	"afterglow/app/record"
)

// carryOut does what was decided. The ledger is written before and after each notification:
// whatever instant the program is killed at, nothing is lost, and at most the one in
// flight is shown again. It says whether anything was done, and when to try again what failed.
func (r *Runner) carryOut(ctx context.Context, in Input, d Decision) (acted bool, retry time.Time, err error) {
	journal := in.Now.Add(journalRetry)
	for _, w := range d.Withdraw {
		if err := r.withdraw(ctx, w, in.Now); err != nil {
			return false, journal, err
		}
		acted = true
	}
	if len(d.LetGo) > 0 {
		gone := make([]record.Delivery, 0, len(d.LetGo))
		for _, o := range d.LetGo {
			gone = append(gone, o.Delivery(in.Now))
		}
		if err := r.parts.Store.LetGo(ctx, gone); err != nil {
			return false, journal, fmt.Errorf("cannot write which reminders were let go: %w", err)
		}
		acted = true
	}
	for _, n := range d.Show {
		if wait := r.notBefore.Sub(in.Now); wait > 0 && wait <= backoff(r.failures) {
			return acted, r.notBefore, nil
		}
		n, id, err := r.begin(ctx, in, n)
		if err != nil {
			return false, journal, err
		}
		if err := r.show(ctx, id, n); err != nil {
			if r.notBefore.IsZero() { // the desktop took it: only the ledger failed
				return false, journal, err
			}
			return false, r.notBefore, err
		}
		acted = true
	}
	return acted, time.Time{}, nil
}

// begin writes the notification, and what else it tells, before the desktop is asked. While it is
// only begun, what else it tells counts as untold. It returns the notice as it was written.
func (r *Runner) begin(ctx context.Context, in Input, n Notice) (Notice, int64, error) {
	id, fresh, err := r.parts.Store.Begin(ctx, n.Delivery(in.Now))
	for tries := 0; err == nil && !fresh && !begunBefore(in.Deliveries, n) && tries < roundsAtMost; tries++ {
		// Told long ago, in a row that is not read any more: this telling needs one of its own.
		n.Round++
		id, fresh, err = r.parts.Store.Begin(ctx, n.Delivery(in.Now))
	}
	if err != nil {
		return n, 0, fmt.Errorf("cannot write that %s is being shown: %w", n.ID, err)
	}
	if !fresh && !begunBefore(in.Deliveries, n) {
		return n, 0, fault.New("reminder.shown_already", fault.Args{"ID": n.ID})
	}
	var covers []record.Delivery
	for _, c := range n.CoverDeliveries(in.Now) {
		if !has(in.Deliveries, c) {
			covers = append(covers, c)
		}
	}
	if len(covers) > 0 {
		if err := r.parts.Store.LetGo(ctx, covers); err != nil {
			return n, 0, fmt.Errorf("cannot write what else %s tells: %w", n.ID, err)
		}
	}
	return n, id, nil
}

// begunBefore says whether the notice was begun before and never shown, as by a program that was killed.
func begunBefore(ds []record.Delivery, n Notice) bool {
	for i := range ds {
		if d := &ds[i]; d.Occurrence == n.ID && d.Round == n.Round {
			return d.State == record.Begun
		}
	}
	return false
}

func (r *Runner) show(ctx context.Context, id int64, n Notice) error {
	told, err := r.parts.Teller.Show(ctx, n)
	now := r.parts.Clock.Now()
	if err != nil {
		r.failures++
		r.notBefore = now.Add(backoff(r.failures))
		return fmt.Errorf("cannot show the notification of %s: %w", n.ID, err)
	}
	r.failures, r.notBefore = 0, time.Time{}
	return r.commit(ctx, key(n.ID, n.Round), taken{id, told, now})
}

// commit writes that the desktop took the notification, even while the program ends.
func (r *Runner) commit(ctx context.Context, k string, t taken) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), commitTime)
	defer cancel()
	if err := r.parts.Store.Shown(ctx, t.id, t.told, t.at); err != nil {
		r.taken[k] = t
		return fmt.Errorf("cannot write that %s was shown: %w", k, err)
	}
	delete(r.taken, k)
	return nil
}

// commitTaken writes what the desktop took and the ledger still has as begun, before anything is
// decided by that ledger. What the ledger does not have as begun any more is forgotten.
func (r *Runner) commitTaken(ctx context.Context, in Input) (committed bool, err error) {
	if len(r.taken) == 0 {
		return false, nil
	}
	for i := range in.Deliveries {
		d := &in.Deliveries[i]
		k := key(d.Occurrence, d.Round)
		if t, ok := r.taken[k]; !ok || t.id != d.ID || d.State != record.Begun {
			continue
		} else if err := r.commit(ctx, k, t); err != nil {
			return committed, err
		}
		committed = true
	}
	clear(r.taken)
	return committed, nil
}

// withdraw takes a notification away. If the desktop fails, the ledger is closed
// all the same: a notification that stays for a while does less harm than one that is closed again and again.
func (r *Runner) withdraw(ctx context.Context, d record.Delivery, now time.Time) error {
	if d.State == record.Shown {
		if err := r.parts.Teller.Close(ctx, d.ID); err != nil {
			r.report(fmt.Errorf("cannot take away the notification of %s: %w", d.Occurrence, err))
		}
	}
	if err := r.parts.Store.Close(ctx, d.ID, d.Reason, now); err != nil {
		return fmt.Errorf("cannot write that the notification of %s is over: %w", d.Occurrence, err)
	}
	return nil
}

// roundsAtMost is how many rows of one occurrence are tried before giving up.
const roundsAtMost = 100

// backoff is how long a desktop that refuses is left alone after so many failures.
func backoff(failures int) time.Duration {
	switch failures {
	case 0, 1:
		return 30 * time.Second
	case 2:
		return 2 * time.Minute
	}
	return 10 * time.Minute
}

func key(occurrence string, round int) string { return occurrence + "#" + strconv.Itoa(round) }

func has(ds []record.Delivery, d record.Delivery) bool {
	for i := range ds {
		if ds[i].Occurrence == d.Occurrence && ds[i].Round == d.Round {
			return true
		}
	}
	return false
}
