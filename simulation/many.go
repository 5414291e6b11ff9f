package simulation

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
)

// Many says which lives to live, several at a time.
type Many struct {
	Lives   int
	First   uint64 // seed of the first; the others follow
	Days    int
	OnFiles int    // every so many lives one has its journal on files; 0: none
	Dir     string // where those lie; "": the folder for temporary files
	Workers int
	Stop    int // end after so many lives in which something broke; 0: never
	// What follows may be nil. They are called one at a time.
	Progress func(Tally)  // now and then
	Broken   func(Result) // a life in which something broke, with its record
	Lived    func(Result) // every life, with its record
}

// LiveMany lives them and sums up. It ends early with ctx, with an error, or after Stop.
func LiveMany(ctx context.Context, o Many) (Tally, error) {
	ctx, end := context.WithCancel(ctx)
	defer end()
	m := &many{Many: o, end: end}
	var workers sync.WaitGroup
	for range max(o.Workers, 1) {
		workers.Go(func() { m.work(ctx) })
	}
	workers.Wait()
	return m.sum, errors.Join(m.errs...)
}

type many struct {
	Many
	end context.CancelFunc

	mu     sync.Mutex // guards all below
	begun  int
	broken int
	sum    Tally
	errs   []error
}

func (m *many) work(ctx context.Context) {
	for ctx.Err() == nil {
		m.mu.Lock()
		n := m.begun
		m.begun++
		m.mu.Unlock()
		if n >= m.Lives {
			return
		}
		r, err := m.live(ctx, n)
		if ctx.Err() != nil {
			return
		}
		m.lived(r, err)
	}
}

// live lives one life; one in which something breaks is lived again for its record.
func (m *many) live(ctx context.Context, n int) (Result, error) {
	o := Options{Seed: m.First + uint64(n), Days: m.Days, Keep: m.Lived != nil}
	onFiles := m.OnFiles > 0 && n%m.OnFiles == 0
	r, err := m.once(ctx, o, onFiles)
	if len(r.Breaks) > 0 && m.Broken != nil && !o.Keep {
		o.Keep = true
		r, err = m.once(ctx, o, onFiles)
	}
	return r, err
}

func (m *many) once(ctx context.Context, o Options, onFiles bool) (Result, error) {
	if !onFiles {
		return Run(ctx, o)
	}
	dir, err := os.MkdirTemp(m.Dir, "simulation-*")
	if err != nil {
		return Result{Seed: o.Seed}, fmt.Errorf("cannot make a folder for a journal: %w", err)
	}
	o.Dir = filepath.Join(dir, "data")
	r, err := Run(ctx, o)
	return r, errors.Join(err, os.RemoveAll(dir))
}

func (m *many) lived(r Result, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.sum.Add(r.Tally)
	if err != nil {
		m.errs = append(m.errs, err)
		m.end()
	}
	if m.Lived != nil {
		m.Lived(r)
	}
	if len(r.Breaks) > 0 {
		m.broken++
		if m.Broken != nil {
			m.Broken(r)
		}
		if m.Stop > 0 && m.broken >= m.Stop {
			m.end()
		}
	}
	if m.Progress != nil && m.sum.Lives%1000 == 0 {
		m.Progress(m.sum)
	}
}
