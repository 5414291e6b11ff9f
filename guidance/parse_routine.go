package guidance

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// Bounds on how often a routine may be due: beyond them a plan is a mistake.
const (
	mostTimes   = 24
	mostAmount  = 24
	seldomEvery = 4 * week
	oftenEvery  = 30 * time.Minute
)

func (r *reader) routines(top *table) []Routine {
	var list []Routine
	seen := map[string]int{}
	// Windows and routines share their ids: `can` and `done` take either, and the journal keeps both.
	for _, w := range top.r.idsOf(top, "windows") {
		seen[w.id] = w.line
	}
	tables := top.tables("routines", "routine")
	for _, t := range tables {
		x := r.routine(t)
		t.unique(seen, x.ID)
		t.done()
		list = append(list, x)
	}
	checkRoles(tables, list)
	roleDefaults(list)
	return list
}

type idLine struct {
	id   string
	line int
}

// idsOf gives the ids that a list of tables has, as far as they can be read.
func (r *reader) idsOf(top *table, key string) []idLine {
	var ids []idLine
	items, _ := top.keys[key].([]any)
	for i, item := range items {
		keys, _ := item.(map[string]any)
		if id, ok := keys["id"].(string); ok {
			path := within(within(top.path, key), strconv.Itoa(i))
			ids = append(ids, idLine{id, r.lines[within(path, "id")]})
		}
	}
	return ids
}

func (r *reader) routine(t *table) Routine {
	x := Routine{
		ID:        t.id(),
		Name:      t.needText("name", longName),
		Ask:       t.text("ask", longName),
		How:       t.text("how", longSentence),
		Times:     t.times(),
		Every:     t.every(),
		For:       t.atMost("for", day),
		Amount:    t.amount(),
		UsefulFor: t.atMost("useful_for", week),
		Situation: t.text("situation", longName),
		Source:    t.source(),
	}
	var ok bool
	x.From, x.Until, ok = t.stretch()
	x.Line = t.due()
	if !t.has("useful_for") {
		x.UsefulFor = 2 * time.Hour
		if t.has("amount") {
			x.UsefulFor = time.Hour
		}
	}
	x.Role = t.role(x.Amount)
	t.reserved(x.ID)
	r.stages(t, &x, ok)
	for _, v := range t.tables("when", "a when of "+t.title()) {
		x.When = append(x.When, r.routineVariant(v, x, ok))
	}
	return x
}

// due checks that exactly one of times, every and amount is said, and gives its line.
func (t *table) due() int {
	var said []string
	for _, key := range []string{"times", "every", "amount"} {
		if t.has(key) {
			said = append(said, key)
		}
	}
	switch len(said) {
	case 0:
		t.r.problem(t.r.lines[t.path], example("times")+`, every = "NUMBERh" or amount = "8 glasses"`, "%s does not say when it is due", t.title())
		return t.r.lines[t.path]
	case 1:
	default:
		t.wrong(said[1], "only one of them", "%s stand together", strings.Join(said, " and "))
	}
	return t.line(said[0])
}

// times reads wall-clock times, in the order of the day and each once: the
// place in the list is part of an occurrence's id.
func (t *table) times() []Clock {
	texts := t.list("times", longName, false)
	var times []Clock
	for _, s := range texts {
		c, err := ParseClock(s)
		if err != nil {
			t.wrong("times", example("times"), "%s is not a time of day", clip(s))
			return nil
		}
		times = append(times, c)
	}
	for i := 1; i < len(times); i++ {
		if times[i] <= times[i-1] {
			t.wrong("times", "the times from morning to night, each once", "%s comes after %s", times[i], times[i-1])
			return nil
		}
	}
	if len(times) > mostTimes {
		t.wrong("times", `every = "1h" instead`, "%d times a day are too many", len(times))
	}
	return times
}

func (t *table) every() time.Duration {
	d := t.atMost("every", seldomEvery)
	if d != 0 && d < oftenEvery {
		t.wrong("every", `every = "30m" or longer`, "every = %q is too often", t.said("every"))
		return 0
	}
	return d
}

// amount reads "8 glasses", "4 to 6 glasses" or "4-6 glasses" and keeps it as said.
func (t *table) amount() Amount {
	s := t.text("amount", longName)
	if s == "" {
		return Amount{}
	}
	number, unit := s, ""
	if at := strings.LastIndexByte(s, ' '); at > 0 {
		number, unit = s[:at], s[at+1:]
	}
	first, last, isRange := strings.Cut(strings.Replace(number, " to ", "-", 1), "-")
	if !isRange {
		last = first
	}
	low, okLow := digits(strings.TrimSpace(first))
	high, okHigh := digits(strings.TrimSpace(last))
	measures := []string{"ml", "cl", "l", "oz", "floz", "litre", "litres", "liter", "liters"}
	switch {
	case unit == "" || !okLow || !okHigh:
		t.wrong("amount", `amount = "8 glasses" or "4 to 6 glasses"`, "amount = %s is not a number of something", clip(s))
	case slices.Contains(measures, strings.ToLower(unit)):
		t.wrong("amount", `a count, such as amount = "8 glasses"; how large a glass is, is the person's setting`, "amount = %s is a measure", clip(s))
	case low < 1 || high < low || high > mostAmount:
		t.wrong("amount", `amount = "8 glasses", from 1 to 24 and the smaller number first`, "amount = %s cannot be shared out over a day", clip(s))
	default:
		return Amount{Text: s, Min: low, Max: high, Unit: unit}
	}
	return Amount{}
}

// stages reads the parts of a routine that differ; they follow each other.
func (r *reader) stages(t *table, x *Routine, settled bool) {
	for i, st := range t.tables("stages", "a stage of "+t.title()) {
		none := st.yes("none")
		s := Stage{None: none != nil && *none, How: st.text("how", longSentence), Times: st.times(), Every: st.every()}
		var ok bool
		s.From, s.Until, ok = st.stretch()
		st.checkStage(s, *x)
		st.done()
		if ok && settled {
			st.checkPlace(s, *x, i)
		}
		x.Stages = append(x.Stages, s)
	}
}

func (t *table) checkStage(s Stage, x Routine) {
	timed := t.has("times") || t.has("every")
	switch {
	case t.has("times") && t.has("every"):
		t.wrong("every", "only one of them", "times and every stand together")
	case s.None && timed:
		t.wrong("none", "none = true alone, or take it out", "none = true means that nothing is due, but times are said")
	case x.Amount.Max > 0 && timed:
		t.wrong("from", `none = true or how = "..."`, "an amount is shared out over the day, so times change nothing")
	case !t.has("none") && !timed && !t.has("how"):
		t.r.problem(t.r.lines[t.path], `how = "Water only.", other times, or none = true`, "%s differs in nothing", t.title())
	}
}

// checkPlace refuses a stage that overlaps the one before or stands outside its routine.
func (t *table) checkPlace(s Stage, x Routine, i int) {
	if i > 0 && x.Stages[i-1].Until.after(s.From) {
		t.wrong("from", `from = "`+x.Stages[i-1].Until.String()+`" or later`, "from = %q overlaps the stage before, which ends at %q,", t.start(s.From), x.Stages[i-1].Until.String())
	}
	if x.From.after(s.From) {
		t.wrong("from", `from = "`+x.From.String()+`" or later`, "from = %q is before the routine begins", t.start(s.From))
	}
	if s.Until.after(x.Until) {
		t.wrong("until", `until = "`+x.Until.String()+`" or earlier`, "until = %q is after the routine ends", t.said("until"))
	}
}

func (r *reader) routineVariant(t *table, x Routine, settled bool) RoutineVariant {
	v := RoutineVariant{
		Match:  t.match(),
		From:   t.moment("from"),
		Until:  t.moment("until"),
		Source: t.variantSource(x.Source),
		Line:   t.line("until"),
	}
	if v.Until == nil {
		v.Line = t.line("from")
	}
	if !t.has("from") && !t.has("until") {
		t.need("until")
	}
	if settled {
		t.notBelow("from", v.From, x.From)
		t.notBelow("until", v.Until, x.Until)
		end := x.Until
		if v.Until != nil {
			end = *v.Until
		}
		if v.From != nil && !end.mayFollow(*v.From) {
			t.wrong("from", "a later until as well", "from = %q is not before until = %q", t.said("from"), end.String())
		}
	}
	t.done()
	return v
}
