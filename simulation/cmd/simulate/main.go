// Command simulate lives through many courses with the real reminder core and says what broke.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	_ "time/tzdata" // the same zones on every machine

	"afterglow/simulation"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

var errBroken = errors.New("something broke; see above")

func run(ctx context.Context) error {
	var o simulation.Many
	flag.IntVar(&o.Lives, "n", 1000, "lives, each of one to four courses")
	flag.Uint64Var(&o.First, "seed", 1, "the first life's seed; the others follow")
	flag.IntVar(&o.Days, "days", 30, "length of a life")
	flag.IntVar(&o.OnFiles, "files", 0, "every so many lives one has its journal on files; 1: all, 0: none")
	flag.StringVar(&o.Dir, "dir", "", "where journals on files lie; a folder in memory makes them quick")
	flag.IntVar(&o.Workers, "workers", runtime.NumCPU(), "lives at a time")
	flag.IntVar(&o.Stop, "stop", 5, "end after so many lives in which something broke; 0: never")
	verbose := flag.Bool("v", false, "print everything that happens, not only in lives in which something breaks")
	brief := flag.Bool("brief", false, "print the table alone")
	flag.Parse()
	debug.SetGCPercent(1000) // a life leaves little behind: most of the work would be looking for it
	o.Progress = func(t simulation.Tally) { fmt.Fprintf(os.Stderr, "%d lives, %d breaks\n", t.Lives, t.Breaks()) }
	printed := 0
	if !*brief {
		o.Broken = func(r simulation.Result) {
			printed++
			print(r, printed == 1 && !*verbose)
		}
	}
	if *verbose {
		o.Lived = func(r simulation.Result) { print(r, true) }
	}
	sum, err := simulation.LiveMany(ctx, o)
	fmt.Print(sum.String())
	if err != nil {
		return err
	}
	if sum.Breaks() > 0 {
		return errBroken
	}
	return nil
}

// print tells what broke in a life, and everything that happened in it.
func print(r simulation.Result, whole bool) {
	if whole {
		for _, line := range r.Record {
			fmt.Println(line)
		}
	}
	if len(r.Breaks) == 0 {
		return
	}
	fmt.Printf("seed %d broke %d times; live it alone with: simulate -n 1 -seed %d -v\n", r.Seed, len(r.Breaks), r.Seed)
	for i, b := range r.Breaks {
		if i == 5 {
			fmt.Println("  ...")
			break
		}
		fmt.Printf("  %s\n", b)
	}
}
