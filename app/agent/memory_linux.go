package agent

import (
	"bufio"
	"fmt"
	"os"
	"runtime/debug"
	"strings"

	"golang.org/x/sys/unix"
)

// rest gives back what the start needed and idling does not: freed heap, and the
// pages of the program file. The kernel maps that file in large pieces, so after a
// start nearly all of it is resident, of which waiting needs a small part. What is
// needed again comes back from the page cache.
func rest() error {
	debug.FreeOSMemory()
	self, err := os.Readlink("/proc/self/exe")
	if err != nil {
		return fmt.Errorf("find the program file: %w", err)
	}
	maps, err := os.Open("/proc/self/smaps")
	if err != nil {
		return fmt.Errorf("read the memory map: %w", err)
	}
	defer maps.Close()
	var at mapping
	lines := bufio.NewScanner(maps)
	for lines.Scan() {
		line := lines.Text()
		if next, ok := mappingOf(line); ok {
			at = next
			continue
		}
		// The last line of each mapping: by now it is known whether it was ever written to.
		if strings.HasPrefix(line, "VmFlags:") && at.file == self && at.readOnly && at.clean {
			if err := at.drop(); err != nil {
				return err
			}
		}
		if kB, ok := strings.CutPrefix(line, "Anonymous:"); ok && strings.TrimSpace(kB) != "0 kB" {
			at.clean = false // relocated when the program was loaded: the file does not have this
		}
	}
	return lines.Err()
}

// mapping is one stretch of this process's memory.
type mapping struct {
	from, to        uintptr
	file            string
	readOnly, clean bool
}

// mappingOf reads the first line of a mapping: "00403000-00910000 r-xp 00003000 fe:00 12 /usr/bin/afterglow".
func mappingOf(line string) (m mapping, ok bool) {
	var mode, offset, device, inode string
	n, _ := fmt.Sscanf(line, "%x-%x %s %s %s %s", &m.from, &m.to, &mode, &offset, &device, &inode)
	if n != 6 {
		return mapping{}, false
	}
	if i := strings.IndexByte(line, '/'); i >= 0 {
		m.file = line[i:]
	}
	m.readOnly = mode == "r-xp" || mode == "r--p"
	m.clean = true
	return m, true
}

// drop unmaps the pages; the mapping stays.
func (m mapping) drop() error {
	_, _, errno := unix.Syscall(unix.SYS_MADVISE, m.from, m.to-m.from, unix.MADV_DONTNEED)
	if errno != 0 {
		return fmt.Errorf("give back the program's pages: %w", errno)
	}
	return nil
}
