package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// roomGoals are the goals of the rooms' own benchmarks, by their names.
var roomGoals = map[string]time.Duration{
	"BenchmarkBuildingACourse":     100 * time.Microsecond,
	"BenchmarkOneDecision":         20 * time.Microsecond,
	"BenchmarkLayOutWhileDragging": 200 * time.Microsecond,
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
	judged := 0
	lines := bufio.NewScanner(printed)
	for lines.Scan() {
		// BenchmarkOneDecision-2   123456   9876 ns/op   ...
		fields := strings.Fields(lines.Text())
		if len(fields) < 4 || fields[3] != "ns/op" {
			continue
		}
		name, _, _ := strings.Cut(fields[0], "-")
		took, err := strconv.ParseFloat(fields[2], 64)
		if err != nil {
			return fmt.Errorf("read the rooms' benchmarks: %w", err)
		}
		goal, judge := roomGoals[name]
		r := row{what: strings.TrimPrefix(name, "Benchmark"), figure: fmt.Sprintf("%.1f µs", took/1000), info: !judge}
		if judge {
			judged++
			r.goal, r.met = fmt.Sprintf("at most %d µs", goal.Microseconds()), time.Duration(took) <= goal
		}
		b.table.add(r)
	}
	if judged < len(roomGoals) {
		return errors.New("not every benchmark that has a goal was run")
	}
	return lines.Err()
}
