package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// exportGoal is how long a file to take along may take, with ten years of data.
const exportGoal = time.Second

// export measures the calendar file, with each time of each routine, the page of the card and that for the clinic, with ten years of data and a
// course that has just begun.
func (b *bench) export(ctx context.Context) error {
	a, cleanup, err := b.afterglow(ctx)
	if err != nil {
		return err
	}
	defer cleanup()
	seed := exec.CommandContext(ctx, filepath.Join(b.tools, "seed"), a.Data)
	seed.Stderr = os.Stderr
	if err := seed.Run(); err != nil {
		return fmt.Errorf("fill the journal: %w", err)
	}
	if _, err := a.Do(ctx, "treat", "--at", "-1h"); err != nil {
		return err
	}
	out, err := os.MkdirTemp("", "agexport")
	if err != nil {
		return fmt.Errorf("make a folder: %w", err)
	}
	defer os.RemoveAll(out)
	for _, one := range []struct {
		what string
		args func(i int) []string
	}{
		{"calendar file, 100,000 entries", func(int) []string { return []string{"export", "ics", filepath.Join(out, "plan.ics"), "--each"} }},
		{"page of the card, likewise", func(i int) []string {
			return []string{"export", "card", filepath.Join(out, fmt.Sprintf("card%d.pdf", i))}
		}},
		{"page for the clinic of all ten years", func(i int) []string {
			return []string{"export", "pdf", filepath.Join(out, fmt.Sprintf("clinic%d.pdf", i)), "--all"}
		}},
	} {
		var took []time.Duration
		for i := range b.times {
			begun := time.Now()
			if _, err := a.Do(ctx, one.args(i)...); err != nil {
				return err
			}
			took = append(took, time.Since(begun))
		}
		m := median(took)
		b.table.add(row{what: one.what, goal: "at most " + ms(exportGoal), figure: ms(m), met: m <= exportGoal})
	}
	return nil
}
