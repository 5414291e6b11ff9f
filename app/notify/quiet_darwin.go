package notify

import "context"

// Compile-checked, never run on a Mac.

// Quiet is never on: macOS tells no program whether a Focus holds. Afterglow shows its
// notification at its time, and macOS itself holds it back; it then waits in the
// Notification Centre. So on a Mac "do not disturb" delays no reminder of ours.
func (b *beeper) Quiet(context.Context) (bool, string) { return false, "" }
