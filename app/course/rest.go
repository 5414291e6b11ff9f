package course

import (
	"time"

	"afterglow/app/record"
)

// AskAgain is when the person may be asked again whether their skin is calm: who said that it is still red or peeling
// is not asked until they wake next. It may have passed; zero if they did not say so, or have called it calm since.
func AskAgain(entries []record.Entry, prefs Prefs, now time.Time, zone *time.Location) time.Time {
	red := record.StillRed(entries, now)
	if red.IsZero() {
		return time.Time{}
	}
	return NextMorning(prefs, red, zone)
}
