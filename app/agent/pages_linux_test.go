//go:build cgo

package agent

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

const someMaps = `00400000-00b52000 r-xp 00000000 08:02 173521      /usr/bin/afterglow
Rss:                4096 kB
Anonymous:             0 kB
00b52000-01000000 r--p 00752000 08:02 173521      /usr/bin/afterglow
Rss:                2048 kB
Anonymous:             4 kB
01000000-01100000 rw-p 00c00000 08:02 173521      /usr/bin/afterglow
Anonymous:             0 kB
c000000000-c000400000 r--p 00000000 00:00 0 
Anonymous:             0 kB
7f0000000000-7f0000010000 r--s 00000000 08:02 99     /home/me/journal.sqlite-shm
Anonymous:             0 kB
7f0000020000-7f0000030000 r-xp 00000000 08:02 98     /lib/libc.so.6
Anonymous:             0 kB
`

func TestOnlyPagesOfFilesThatNobodyWroteAreForgotten(t *testing.T) {
	got := unchanged(bufio.NewScanner(strings.NewReader(someMaps)))
	if want := []mapping{{0x400000, 0xb52000}, {0x7f0000020000, 0x7f0000030000}}; !slices.Equal(got, want) {
		t.Errorf("forgotten are %x, want %x", got, want)
	}
}

func TestAProgramGoesOnAfterItsPagesAreForgotten(t *testing.T) {
	before := filePages(t)
	forgetPages()
	after := filePages(t)
	if after >= before { // how much comes back at once is the kernel's choice
		t.Errorf("of %d kB of program files %d kB are still held", before, after)
	}
	if got := fmt.Sprint(strings.Fields("it goes on")); got != "[it goes on]" {
		t.Error(got)
	}
}

// filePages is how much memory this process has of files, in kB.
func filePages(t *testing.T) (kB int) {
	t.Helper()
	text, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if rest, ok := strings.CutPrefix(line, "RssFile:"); ok {
			if _, err := fmt.Sscan(rest, &kB); err != nil {
				t.Fatal(err)
			}
			return kB
		}
	}
	t.Fatal("the kernel does not say")
	return 0
}
