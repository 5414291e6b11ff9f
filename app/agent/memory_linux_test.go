package agent

import (
	"runtime"
	"testing"
)

func TestRestGivesBackWhatIsNotNeededAnyMore(t *testing.T) {
	const much = 32 << 20
	rest()
	before := heapHeld()
	fill := make([]byte, much)
	for i := range fill {
		fill[i] = byte(i)
	}
	if grown := heapHeld() - before; grown < much/2 {
		t.Fatalf("only %d bytes more in use", grown)
	}
	if fill[much-1] != byte((much-1)&0xff) {
		t.Fatal("it was not filled")
	}
	fill = nil
	rest()
	if kept := heapHeld() - before; kept > much/4 {
		t.Errorf("of %d bytes %d were kept", much, kept)
	}
}

// heapHeld is what Go's heap has of the system, in bytes. The kernel's own figure would count what the race
// detector notes of each byte, which it never gives back.
func heapHeld() int64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapSys) - int64(m.HeapReleased)
}
