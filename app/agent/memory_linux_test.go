//go:build cgo

package agent

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestRestGivesBackThePagesOfTheProgram(t *testing.T) {
	touchProgram(t)
	before := programPages(t)
	if before < 4<<10 {
		t.Fatalf("only %d kB of the program are resident after all of it was read", before)
	}
	for range 2 { // again after the program was used again
		if err := rest(); err != nil {
			t.Fatal(err)
		}
		if after := programPages(t); after > before/2 {
			t.Errorf("of %d kB %d came back at once", before, after)
		}
		touchProgram(t)
		if again := programPages(t); again != before {
			t.Errorf("%d kB of the program can be read, before %d", again, before)
		}
	}
}

// touchProgram reads all of the program that is never written to.
func touchProgram(t *testing.T) {
	t.Helper()
	memory, err := os.Open("/proc/self/mem")
	if err != nil {
		t.Fatal(err)
	}
	defer memory.Close()
	eachPart(t, func(head, _ string) {
		var from, to int64
		if _, err := fmt.Sscanf(head, "%x-%x", &from, &to); err != nil {
			t.Fatal(err)
		}
		if _, err := memory.ReadAt(make([]byte, to-from), from); err != nil {
			t.Fatal(err)
		}
	})
}

// programPages is how much of that is resident, in kB.
func programPages(t *testing.T) (sum int) {
	t.Helper()
	eachPart(t, func(_, rss string) {
		var kB int
		if _, err := fmt.Sscan(rss, &kB); err != nil {
			t.Fatal(err)
		}
		sum += kB
	})
	return sum
}

// eachPart gives the first line and the Rss of the mappings of the program file that are never written to.
func eachPart(t *testing.T, part func(head, rss string)) {
	t.Helper()
	self, err := os.Readlink("/proc/self/exe")
	if err != nil {
		t.Fatal(err)
	}
	smaps, err := os.ReadFile("/proc/self/smaps")
	if err != nil {
		t.Fatal(err)
	}
	var head string
	for lines := bufio.NewScanner(bytes.NewReader(smaps)); lines.Scan(); {
		line := lines.Text()
		if strings.Contains(line, " r--p ") || strings.Contains(line, " r-xp ") {
			head = line
		} else if strings.Contains(line, " rw-") || strings.Contains(line, " ---p ") {
			head = ""
		}
		if rss, ok := strings.CutPrefix(line, "Rss:"); ok && strings.HasSuffix(head, self) {
			part(head, rss)
		}
	}
}
