//go:build cgo

package agent

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"syscall"
)

// forgetPages takes from this process the pages of program files that it has touched, its own and the libraries'. They
// stay in the system's cache, and come back when they are needed, in some microseconds. Most of them serve the start
// alone, and are more than half of the memory of an agent that waits. If it cannot be done, nothing else is lost.
func forgetPages() {
	f, err := os.Open("/proc/self/smaps")
	if err != nil {
		return
	}
	defer f.Close()
	for _, m := range unchanged(bufio.NewScanner(f)) {
		_, _, _ = syscall.Syscall(syscall.SYS_MADVISE, m.from, m.to-m.from, syscall.MADV_DONTNEED)
	}
}

// mapping is where a part of a file lies in memory.
type mapping struct{ from, to uintptr }

// unchanged finds the mappings of files that cannot be written and have no page that was: nothing of them is lost.
func unchanged(smaps *bufio.Scanner) (out []mapping) {
	var m mapping
	file := false
	for smaps.Scan() {
		fields := strings.Fields(smaps.Text())
		if len(fields) >= 5 && !strings.HasSuffix(fields[0], ":") { // 00400000-00b52000 r-xp 00000000 08:02 173521 /usr/bin/afterglow
			from, to, _ := strings.Cut(fields[0], "-")
			a, errA := strconv.ParseUint(from, 16, 64)
			b, errB := strconv.ParseUint(to, 16, 64)
			m = mapping{uintptr(a), uintptr(b)}
			file = errA == nil && errB == nil && len(fields) > 5 && fields[4] != "0" && strings.HasPrefix(fields[1], "r-") && strings.HasSuffix(fields[1], "p")
		}
		if file && fields[0] == "Anonymous:" && fields[1] == "0" {
			out = append(out, m)
		}
	}
	return out
}
