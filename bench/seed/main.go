// Command seed fills a data folder with ten years of use, for the
// measurements: 500 treatments and 100,000 entries, the last of them today.
//
// usage: seed DATA-FOLDER
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"afterglow/app/course"
	"afterglow/app/journal"
	"afterglow/app/record"
	"afterglow/guidance"
)

const (
	treatments = 500
	entries    = 100_000
	years      = 10
)

func main() {
	if err := run(context.Background(), os.Args[1:], time.Now()); err != nil {
		fmt.Fprintln(os.Stderr, "seed:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, now time.Time) error {
	if len(args) != 1 {
		return errors.New("write the data folder behind it: seed FOLDER")
	}
	target := args[0]
	// Each of the journal's writes waits for the disk. In memory there is nothing to
	// wait for, so the journal is filled there and then carried over.
	work, err := os.MkdirTemp(memory(), "agseed")
	if err != nil {
		return fmt.Errorf("make a folder to work in: %w", err)
	}
	defer os.RemoveAll(work)
	if err := fill(ctx, work, now); err != nil {
		return err
	}
	return carry(work, target)
}

// memory is a folder that lives in memory, where the system has one.
func memory() string {
	const shm = "/dev/shm"
	if info, err := os.Stat(shm); err == nil && info.IsDir() {
		return shm
	}
	return ""
}

// fill writes the ten years into the journal of dir.
func fill(ctx context.Context, dir string, now time.Time) (err error) {
	j, err := journal.Open(ctx, dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, j.Close()) }()
	for key, value := range map[string]string{"sleep": "off", "water": "off"} {
		if err := j.Set(ctx, key, value); err != nil {
			return err
		}
	}
	if err := addTreatments(ctx, j, now); err != nil {
		return err
	}
	return addEntries(ctx, j, now)
}

// begin is when the ten years began.
func begin(now time.Time) time.Time { return now.AddDate(-years, 0, 0) }

func addTreatments(ctx context.Context, j *journal.Journal, now time.Time) error {
	starters := guidance.Starters()
	if len(starters) == 0 {
		return errors.New("there is no starter plan")
	}
	plan := starters[0]
	text, ok := guidance.StarterText(plan.ID)
	if !ok {
		return fmt.Errorf("the starter plan %s has no text", plan.ID)
	}
	step := now.Sub(begin(now)) / treatments
	for i := range treatments {
		at := begin(now).Add(time.Duration(i+1)*step - 26*time.Hour).Truncate(time.Second)
		t := course.Treatment{At: at, EnteredAt: at, Device: "pen", DepthMM: 0.5, Area: "face", Plan: plan, PlanText: string(text)}
		if _, err := j.AddTreatment(ctx, t); err != nil {
			return fmt.Errorf("add treatment %d: %w", i+1, err)
		}
	}
	return nil
}

func addEntries(ctx context.Context, j *journal.Journal, now time.Time) error {
	routines := []string{"cleanse", "moisturise", "water", "moisturise", "sunscreen", "water", "cleanse"}
	step := now.Sub(begin(now)) / entries
	for i := range entries {
		e := record.Entry{At: begin(now).Add(time.Duration(i) * step).Truncate(time.Second), Kind: record.KindDone, What: routines[i%len(routines)]}
		if e.What == "water" {
			e.AmountML = 200
		}
		if _, err := j.AddEntry(ctx, e); err != nil {
			return fmt.Errorf("add entry %d: %w", i+1, err)
		}
	}
	return nil
}

// carry copies the files of a closed journal into another data folder, over what is there.
func carry(from, to string) error {
	names, err := os.ReadDir(from)
	if err != nil {
		return fmt.Errorf("look at the filled journal: %w", err)
	}
	for _, name := range names {
		if !name.Type().IsRegular() {
			continue
		}
		if err := copyFile(filepath.Join(from, name.Name()), filepath.Join(to, name.Name())); err != nil {
			return err
		}
	}
	return nil
}

func copyFile(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return fmt.Errorf("carry over the journal: %w", err)
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("carry over the journal: %w", err)
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	_, err = io.Copy(out, in)
	return err
}
