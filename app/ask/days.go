package ask

import (
	"strconv"
	"strings"
	"time"
)

// sayDays is a moment that a question counts from the treatment.
type sayDays struct {
	day     int           // "on day 9"; -1: none
	after   time.Duration // "after 5 days"; 0: none
	ago     time.Duration // "its been two weeks": how long the person says it is; 0: nothing of it
	been    bool          // ago is surely counted from the treatment: "its been", and not "I ran two hours ago"
	tonight bool
}

// daysIn finds them. Each is told apart from a mere length of time ("for two weeks") by the words beside it.
func (r *reader) daysIn(list []word) sayDays {
	said := sayDays{day: -1}
	for i := range list {
		if e, _ := r.longestAt(list, i, func(e *entry) bool { return e.is(saysTonight) }); e != nil {
			said.tonight = true
		}
		n, ok := r.number(list[i])
		if !ok {
			continue
		}
		before, behind := r.meaning(list, i-1), r.meaning(list, i+1)
		if before != nil && before.is(saysDay) && list[i].text[0] <= '9' { // "day 9"
			said.day = n
			continue
		}
		if beyond := r.meaning(list, i+2); behind != nil && behind.is(saysOrdinal) && beyond != nil && beyond.hours == hoursOfDay { // "3rd day"
			said.day = n
			continue
		}
		if behind == nil || behind.hours == 0 {
			continue
		}
		span := time.Duration(n*behind.hours) * time.Hour
		beyond := r.meaning(list, i+2)
		switch {
		case r.near(list, i-2, i-1, saysAfter), beyond != nil && beyond.is(saysAfter):
			said.after = span
		case r.near(list, i-3, i-1, saysAgo):
			said.ago, said.been = span, true
		case beyond != nil && beyond.is(saysAgo):
			said.ago = span
		case behind.hours == hoursOfDay && r.meaning(list, i) != nil && r.meaning(list, i).is(saysOrdinal): // "third day"
			said.day = n
		}
	}
	return said
}

const hoursOfDay = 24

// meaning is what the i-th word means; nil: nothing.
func (r *reader) meaning(list []word, i int) *entry {
	if i < 0 || i >= len(list) {
		return nil
	}
	return list[i].one
}

// near says whether one of the words from the i-th to the j-th has a flag.
func (r *reader) near(list []word, i, j int, f flag) bool {
	for ; i <= j; i++ {
		if e := r.meaning(list, i); e != nil && e.is(f) {
			return true
		}
	}
	return false
}

// number reads a whole number in figures or words. A fraction counts down.
func (r *reader) number(w word) (int, bool) {
	if w.text[0] >= '0' && w.text[0] <= '9' {
		whole, _, _ := strings.Cut(w.text, ".")
		n, err := strconv.Atoi(whole)
		return n, err == nil && n < mostDays
	}
	e := r.entry([]byte(w.stem))
	if e == nil || e.number == 0 {
		return 0, false
	}
	return e.number, true
}

// mostDays bounds a number of days, hours or weeks: beyond it nobody counts from a treatment.
const mostDays = 1000
