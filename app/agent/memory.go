package agent

import "runtime/debug"

// enough is the memory in bytes that Go may use before it collects more often: three times what the agent holds
// while it waits. Else a burst of notifications lets its heap grow to many times of what lives in it, and what
// lives on lies scattered over all of that.
const enough = 16 << 20

// staySmall holds Go's memory down from the start.
func staySmall() { debug.SetMemoryLimit(enough) }
