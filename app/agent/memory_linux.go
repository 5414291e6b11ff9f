//go:build cgo

package agent

/*
#define _GNU_SOURCE
#include <errno.h>
#include <link.h>
#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

// chunk is how much of the program one touch brings back at most. It is what the kernel
// brings where it keeps the file in small pages (fault-around).
static const uintptr_t chunk = 64 << 10;

// drop unmaps the parts of a program's file that are never written to. Those that are, by
// the loader too, are marked as writable in its headers. The mappings stay.
static int drop(struct dl_phdr_info *program, size_t size, void *unused) {
	uintptr_t page = getpagesize();
	for (int i = 0; i < program->dlpi_phnum; i++) {
		const ElfW(Phdr) *part = &program->dlpi_phdr[i];
		if (part->p_type != PT_LOAD || part->p_flags & PF_W) {
			continue;
		}
		uintptr_t from = program->dlpi_addr + part->p_vaddr, to = from + part->p_memsz;
		from -= from % page;
		to += (page - to % page) % page;
		// The kernel may keep the file in pieces of megabytes, and from Linux 6.18 on one touch
		// brings a whole piece, but nothing beyond the mapping's end. So every second chunk
		// becomes a mapping of its own, by a mark that means nothing here: these pages
		// are in the file and so are in no core dump anyway.
		for (uintptr_t at = from - from % chunk + chunk; at < to; at += 2 * chunk) {
			madvise((void *)at, to - at < chunk ? to - at : chunk, MADV_DONTDUMP); // else more comes back
		}
		if (madvise((void *)from, to - from, MADV_DONTNEED) != 0) {
			return errno;
		}
	}
	return -1; // the program comes first; the libraries are shared with others
}

#ifdef __GLIBC__
// Else glibc keeps a heap for nearly each of Go's threads, and what SQLite needs lies in crumbs
// in all of them. This runs before Go's first thread, which would make the first such heap.
static __attribute__((constructor)) void keep_one_heap(void) {
	mallopt(M_ARENA_MAX, 1);
}
#endif

// rest gives an error's number, or -1.
static int rest(void) {
#ifdef __GLIBC__
	malloc_trim(0);
#endif
	return dl_iterate_phdr(drop, NULL);
}
*/
import "C"

import (
	"fmt"
	"runtime/debug"
	"syscall"
)

// rest gives back what was needed and idling does not need: freed memory of Go and of C,
// and the pages of the program file. After a start nearly all of that file is resident, of
// which waiting needs a small part. What is needed again comes back from the page cache.
func rest() error {
	debug.FreeOSMemory()
	// The last step, and one call: whatever runs after it brings pages back.
	if errno := C.rest(); errno > 0 {
		return fmt.Errorf("give back the program's pages: %w", syscall.Errno(errno))
	}
	return nil
}
