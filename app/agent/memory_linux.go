//go:build cgo

package agent

/*
#include <malloc.h>

#ifdef __GLIBC__
// Else glibc keeps a heap for nearly each of Go's threads, and what SQLite needs lies in crumbs
// in all of them. This runs before Go's first thread, which would make the first such heap.
static __attribute__((constructor)) void keep_one_heap(void) {
	mallopt(M_ARENA_MAX, 1);
}
#endif

static void rest(void) {
#ifdef __GLIBC__
	malloc_trim(0);
#endif
}
*/
import "C"

import "runtime/debug"

// rest gives back the memory that was needed and idling does not need: what Go has freed, what C has, and the pages of
// program files.
func rest() {
	debug.FreeOSMemory()
	C.rest()
	forgetPages()
}
