package guidance

import (
	"strconv"
	"strings"
)

// Here stand the rules that came after plans were taken in: they do not hold for a plan that is kept.

// fewMinutes is below what a wait in minutes can mean: "1m" is rather a month.
const fewMinutes = 15

// checkMinutes refuses lengths of a few minutes for keys of which clinics speak in hours, days and months.
func (t *table) checkMinutes(keys ...string) {
	for _, key := range keys {
		number, isMinutes := strings.CutSuffix(string(t.said(key)), "m")
		n, ok := digits(number)
		if t.r.kept || !t.good(key) || !isMinutes || !ok || n == 0 || n >= fewMinutes {
			continue
		}
		write := said("planwrite.months", "Key", key, "Weeks", strconv.Itoa(4*n)+"w", "Days", strconv.Itoa(30*n)+"d")
		if t.r.format >= newest {
			write = said("planwrite.calendar_months", "Key", key, "Months", Months.words(n))
		}
		t.wrong(key, write, "planproblem.minutes", "Value", t.said(key), "Count", n)
	}
}

// counted is a moment that counts back from the next treatment.
type counted struct {
	t   *table
	key string
}

// checkNext refuses moments before a next treatment of which the plan never says when it is: what they bound
// would be there only once that treatment is known.
func (r *reader) checkNext(top *table) {
	if r.kept || top.has("spacing") || r.format >= newest {
		return
	}
	for _, c := range r.counted {
		c.t.wrong(c.key, said("planwrite.spacing"), "planproblem.no_spacing", "Value", c.t.said(c.key))
	}
}
