package agent

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"
)

func TestRestGivesBackWhatIsNotNeededAnyMore(t *testing.T) {
	const much = 32 << 20
	rest()
	before := privateMemory(t)
	fill := make([]byte, much)
	for i := range fill {
		fill[i] = byte(i)
	}
	if grown := privateMemory(t) - before; grown < much/2 {
		t.Fatalf("only %d bytes more in use", grown)
	}
	if fill[much-1] != byte((much-1)&0xff) {
		t.Fatal("it was not filled")
	}
	fill = nil
	rest()
	if kept := privateMemory(t) - before; kept > much/4 {
		t.Errorf("of %d bytes %d were kept", much, kept)
	}
}

// privateMemory is the memory that is this process's alone, in bytes.
func privateMemory(t *testing.T) int {
	t.Helper()
	f, err := os.Open("/proc/self/smaps_rollup")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if rest, ok := strings.CutPrefix(lines.Text(), "Pss_Anon:"); ok {
			kB, err := strconv.Atoi(strings.Fields(rest)[0])
			if err != nil {
				t.Fatal(err)
			}
			return kB << 10
		}
	}
	t.Skip("this kernel does not tell it")
	return 0
}
