package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path"
	"strconv"
	"strings"
	"time"
)

// roomGoals are the goals of the rooms' own benchmarks, by room and name.
var roomGoals = map[string]time.Duration{
	"ask.Answer":                  time.Millisecond,     // while somebody types
	"ask.FirstAnswer":             3 * time.Millisecond, // the vocabulary is opened, too
	"ask.Letters/words":           5 * time.Millisecond, // ten thousand letters that are no question
	"ask.Letters/one_word":        5 * time.Millisecond,
	"ask.Letters/all_sorts":       5 * time.Millisecond,
	"course.New":                  100 * time.Microsecond,
	"reminder.Decide":             20 * time.Microsecond,  // 30 days ahead
	"reminder.DecideOldJournal":   20 * time.Microsecond,  // the same after years of use
	"typed.ReadQuestion":          100 * time.Microsecond, // the moment within it, while somebody types
	"typed.LongQuestion/clocks":   5 * time.Millisecond,   // ten thousand letters that look like times
	"timeline.LayDrag/seven_days": 200 * time.Microsecond,
	"timeline.LayDrag/all_weeks":  200 * time.Microsecond,
	"check.Of":                    5 * time.Millisecond, // one ingredient list, read and held against the plan
	"label.Hostile/letters":       5 * time.Millisecond, // ten thousand letters that are no label
	"label.Hostile/marks":         5 * time.Millisecond,

	"screens.ALetterOf200Rows/drawn": 50 * time.Millisecond, // a letter in the form of a plan, beside all of its rows
}

// rooms reads what "go test -bench" printed and judges those that have a goal.
func (b *bench) rooms(file string) error {
	if file == "" {
		return nil
	}
	printed, err := os.Open(file)
	if err != nil {
		return fmt.Errorf("read the rooms' benchmarks: %w", err)
	}
	defer printed.Close()
	judged, room := 0, ""
	lines := bufio.NewScanner(printed)
	for lines.Scan() {
		if pkg, ok := strings.CutPrefix(lines.Text(), "pkg: "); ok {
			room = path.Base(pkg)
		}
		// BenchmarkDecide-2   123456   9876 ns/op   ...
		fields := strings.Fields(lines.Text())
		if len(fields) < 4 || fields[3] != "ns/op" {
			continue
		}
		name := room + "." + strings.TrimPrefix(fields[0], "Benchmark")
		if cpus := strings.LastIndexByte(name, '-'); cpus > 0 {
			name = name[:cpus]
		}
		nanoseconds, err := strconv.ParseFloat(fields[2], 64)
		if err != nil {
			return fmt.Errorf("read the rooms' benchmarks: %w", err)
		}
		goal, judge := roomGoals[name]
		r := row{what: name, figure: fmt.Sprintf("%.1f µs", nanoseconds/1000), info: !judge}
		if judge {
			judged++
			r.goal, r.met = fmt.Sprintf("at most %d µs", goal.Microseconds()), nanoseconds <= float64(goal)
		}
		b.table.add(r)
	}
	if judged < len(roomGoals) {
		return errors.New("not every benchmark that has a goal was run")
	}
	return lines.Err()
}
