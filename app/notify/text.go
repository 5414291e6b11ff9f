package notify

import (
	"strings"
	"time"
	"unicode"
)

// callTime is what one call to the desktop may take. A service that hangs
// must not hold up the reminders behind it.
const callTime = 3 * time.Second

// unmarked replaces what some notification services read as markup by letters that look alike. Whether a service reads
// markup its list of abilities does not tell: dunst with a rule of the person's own reads it unannounced, and
// "<5% alcohol" would be gone; written as "&lt;5%" it would be shown so if nobody reads markup.
var unmarked = strings.NewReplacer("<", "‹", ">", "›", "&", "+")

// clean takes out what a notification cannot carry: broken UTF-8, zeros (no
// D-Bus string may hold one) and other control characters; newlines stay
// if lines are wanted.
func clean(s string, lines bool) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' && lines:
			return r
		case r == '\n' || r == '\t':
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}
