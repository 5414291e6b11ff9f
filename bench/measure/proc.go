package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// tally is what the kernel has counted for a process.
type tally struct {
	ticks    int64 // of CPU time, 100 a second
	switches int64 // context switches of all threads, voluntary and not
}

// readTally reads the counters of a process.
func readTally(pid int) (tally, error) {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return tally{}, fmt.Errorf("read the CPU time of process %d: %w", pid, err)
	}
	// The program's name, in brackets, may hold blanks: count the fields after it.
	fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
	if len(fields) < 13 {
		return tally{}, fmt.Errorf("read the CPU time of process %d: %q is not understood", pid, stat)
	}
	user, err1 := strconv.ParseInt(fields[11], 10, 64)
	system, err2 := strconv.ParseInt(fields[12], 10, 64)
	if err1 != nil || err2 != nil {
		return tally{}, fmt.Errorf("read the CPU time of process %d: %q is not understood", pid, stat)
	}
	switches, err := readSwitches(pid)
	return tally{ticks: user + system, switches: switches}, err
}

// readSwitches adds up the context switches of all threads of a process.
func readSwitches(pid int) (int64, error) {
	files, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/status", pid))
	if err != nil || len(files) == 0 {
		return 0, fmt.Errorf("read the threads of process %d: there are none (%v)", pid, err)
	}
	var sum int64
	for _, file := range files {
		status, err := os.ReadFile(file)
		if os.IsNotExist(err) {
			continue // a thread that has just ended
		}
		if err != nil {
			return 0, fmt.Errorf("read a thread of process %d: %w", pid, err)
		}
		sum += sumFields(status, "voluntary_ctxt_switches:", "nonvoluntary_ctxt_switches:")
	}
	return sum, nil
}

// memory is what a process holds, in bytes.
type memory struct {
	private int64 // its own, of no file: it can only be swapped out, never dropped
	pss     int64 // with its share of files, its own program's among them, which the page cache holds anyway
}

// readMemory reads the memory of a process.
func readMemory(pid int) (memory, error) {
	rollup, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
	if err != nil {
		return memory{}, fmt.Errorf("read the memory of process %d: %w", pid, err)
	}
	return memory{private: sumFields(rollup, "Pss_Anon:") * 1024, pss: sumFields(rollup, "Pss:") * 1024}, nil
}

// sumFields adds up the first number of each line that begins with one of the names.
func sumFields(text []byte, names ...string) int64 {
	var sum int64
	for scanner := bufio.NewScanner(bytes.NewReader(text)); scanner.Scan(); {
		for _, name := range names {
			rest, ok := strings.CutPrefix(scanner.Text(), name)
			if !ok {
				continue
			}
			if fields := strings.Fields(rest); len(fields) > 0 {
				n, _ := strconv.ParseInt(fields[0], 10, 64) // the kernel writes numbers
				sum += n
			}
		}
	}
	return sum
}
