package guidance

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"afterglow/app/fault"
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
	tables := top.tables("routines", "routine", false)
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

// idsOf gives the ids in a list of tables, as far as they can be read.
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
	var x Routine
	read(t, routineKeys, &x)
	t.checkDepths(x.Only)
	x.Line, x.Lines = t.due(), t.textLines("ask", "how")
	x.Until = t.noEnd(x.Until)
	x.From = t.beginOf(x.From, x.Until)
	if !t.has("useful_for") {
		x.UsefulFor = 2 * time.Hour
		if t.has("amount") {
			x.UsefulFor = time.Hour
		}
	}
	if x.Role != "" && x.Role != Water && x.Amount.Max > 0 {
		t.wrong("role", said("planwrite.water_role"), "planproblem.role_of_amount", "Value", t.said("role"))
	}
	t.reserved(x.ID)
	t.checkMinutes("until")
	t.checkCalm(x.Until, false)
	ok := t.stretch(x.From, x.Until)
	if t.good("allowed_from") && x.AllowedFrom.after(x.From) {
		t.wrong("allowed_from", said("planwrite.allowed_before_from"), "planproblem.allowed_after_from", "Value", t.said("allowed_from"), "From", t.start(x.From))
	}
	r.stages(t, &x, ok)
	for _, v := range t.tables("when", "when", true) {
		x.When = append(x.When, r.routineVariant(v, x, ok))
	}
	return x
}

// due checks that exactly one of times, every and amount is said, and gives its line.
func (t *table) due() int {
	var keys []string
	for _, key := range []string{"times", "times_a_day", "every", "amount"} {
		if t.has(key) {
			keys = append(keys, key)
		}
	}
	switch len(keys) {
	case 0:
		id := "planwrite.due"
		if t.r.format >= newest {
			id = "planwrite.due_words"
		}
		t.refuse(said(id, "Times", code(t.form("times").code(t.form("times").example))), "planproblem.never_due")
		return t.begin()
	case 1:
	default:
		t.wrong(keys[1], said("planwrite.only_one"), "planproblem.together", "Keys", keys)
	}
	return t.line(keys[0])
}

// times reads wall-clock times, in the order of the day and each once: the
// place in the list is part of an occurrence's id.
func (t *table) times(f *form) []Clock {
	var times []Clock
	for _, s := range t.texts(f) {
		c, err := ParseClock(s)
		if s == AtBedtime.String() {
			c, err = AtBedtime, nil
			if t.r.format < newest {
				t.newerValue(f.name, s)
				return nil
			}
		}
		if err != nil {
			t.wrong(f.name, f.write(), "planproblem.no_clock", "Value", Quoted(s))
			return nil
		}
		times = append(times, c)
	}
	for i := 1; i < len(times); i++ {
		if times[i] <= times[i-1] {
			t.wrong(f.name, said("planwrite.in_order"), "planproblem.disorder", "Later", times[i].String(), "Earlier", times[i-1].String())
			return nil
		}
	}
	if len(times) > mostTimes {
		t.wrong(f.name, said("planwrite.every_instead"), "planproblem.many_times", "Count", len(times))
	}
	return times
}

// amountMeant is the amount itself if its number and its word only stand too close ("8cups"), else how amounts look.
func amountMeant(f *form, s string) *fault.Fault {
	unit := strings.TrimLeft(s, "0123456789")
	if number, ok := digits(s[:len(s)-len(unit)]); ok && number <= mostAmount && isWord(unit) {
		return code(f.code(strconv.Quote(strconv.Itoa(number) + " " + unit)))
	}
	return said("planwrite.amount")
}

// isWord says whether a text is letters alone.
func isWord(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
}

// amount reads "8 glasses", "4 to 6 glasses" or "4-6 glasses" and keeps it as said.
func (t *table) amount(f *form) Amount {
	s := t.text(f.name)
	if s == "" {
		return Amount{}
	}
	s = strings.TrimSuffix(s, " a day")
	number, unit := s, ""
	if at := strings.LastIndexByte(s, ' '); at > 0 {
		number, unit = s[:at], s[at+1:]
	}
	if a, ok := measured(s, number, strings.ToLower(unit)); ok && t.r.format >= newest {
		return a
	}
	low, high, ok := numbers(number)
	measures := []string{"ml", "cl", "l", "oz", "floz", "litre", "litres", "liter", "liters"}
	switch {
	case unit == "" || !ok:
		t.wrong(f.name, amountMeant(f, s), "planproblem.no_amount", "Value", Quoted(s))
	case strings.HasPrefix(strings.ToLower(unit), "time") && t.r.format >= newest:
		t.wrong(f.name, code("times_a_day = "+strconv.Itoa(high)), "planproblem.no_amount", "Value", Quoted(s))
	case slices.Contains(measures, strings.ToLower(unit)):
		t.wrong(f.name, said("planwrite.amount_count"), "planproblem.measure", "Value", Quoted(s))
	case low < 1 || high < low || high > mostAmount:
		t.wrong(f.name, said("planwrite.amount_bounds", "Most", mostAmount), "planproblem.amount_bounds", "Value", Quoted(s))
	default:
		return Amount{Text: s, Min: low, Max: high, Unit: unit}
	}
	return Amount{}
}

// glassIn is how much a glass is in the measures of drinks that a sheet may name.
var glassIn = map[string]float64{
	"l": 0.25, "litre": 0.25, "litres": 0.25, "liter": 0.25, "liters": 0.25, "ml": 250, "oz": 8, "ounce": 8, "ounces": 8,
}

// measured reads an amount by a measure, "2 litres", "1.5 to 2 litres", "64 ounces", as so many glasses; it is shown as said.
func measured(s, number, unit string) (Amount, bool) {
	glass, ok := glassIn[unit]
	if !ok {
		return Amount{}, false
	}
	first, last, ranged := strings.Cut(strings.Replace(number, " to ", "-", 1), "-")
	if !ranged {
		last = first
	}
	low, err := strconv.ParseFloat(strings.TrimSpace(first), 64)
	high, wrong := strconv.ParseFloat(strings.TrimSpace(last), 64)
	if err != nil || wrong != nil || !(low > 0) || high < low {
		return Amount{}, false
	}
	if high/glass > mostAmount {
		return Amount{}, false
	}
	return Amount{Text: s, Min: int(math.Ceil(low / glass)), Max: int(math.Ceil(high / glass)), Unit: "glasses"}, true
}

// stages reads the parts of a routine that differ; they follow each other.
func (r *reader) stages(t *table, x *Routine, settled bool) {
	for i, st := range t.tables("stages", "stage", true) {
		var s Stage
		read(st, stageKeys, &s)
		s.Lines = st.textLines("how")
		ok := st.stretch(s.From, s.Until)
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
		t.wrong("every", said("planwrite.only_one"), "planproblem.together", "Keys", []string{"times", "every"})
	case s.None && timed:
		t.wrong("none", said("planwrite.none_alone"), "planproblem.none_at_times")
	case x.Amount.Max > 0 && timed:
		t.wrong("from", said("planwrite.none_or_how"), "planproblem.amount_at_times")
	case !t.has("none") && !timed && !t.has("how"):
		t.refuse(said("planwrite.difference"), "planproblem.no_difference")
	}
}

// checkPlace refuses a stage that overlaps the one before or stands outside its routine.
func (t *table) checkPlace(s Stage, x Routine, i int) {
	if i > 0 && x.Stages[i-1].Until.after(s.From) {
		end := x.Stages[i-1].Until.String()
		t.wrong("from", said("planwrite.or_later", "Code", `from = "`+end+`"`), "planproblem.stage_overlaps", "Value", t.start(s.From), "End", Quoted(end))
	}
	if x.From.after(s.From) {
		t.wrong("from", said("planwrite.or_later", "Code", `from = "`+x.From.String()+`"`), "planproblem.before_routine", "Value", t.start(s.From))
	}
	if s.Until.after(x.Until) {
		t.wrong("until", said("planwrite.or_earlier", "Code", `until = "`+x.Until.String()+`"`), "planproblem.after_routine", "Value", t.said("until"))
	}
}

func (r *reader) routineVariant(t *table, x Routine, settled bool) RoutineVariant {
	var v RoutineVariant
	read(t, routineWhenKeys, &v)
	t.checkMatch(v.Match)
	v.Source, v.Line = t.variantSource(v.Source, x.Source), t.line("until")
	if v.Until == nil {
		v.Line = t.line("from")
	}
	if !t.has("from") && !t.has("until") && !t.has("allowed_from") {
		t.need("until")
	}
	t.checkMinutes("until")
	if settled && len(t.bad) == 0 {
		t.notBelow("from", v.From, x.From)
		t.notBelow("until", v.Until, x.Until)
		t.checkVariantAllowed(v, x)
		end := x.Until
		if v.Until != nil {
			end = *v.Until
		}
		if v.From != nil && !end.mayFollow(*v.From) {
			t.wrong("from", said("planwrite.later_until_too"), "planproblem.from_after_until", "Value", t.said("from"), "Until", Quoted(end.String()))
		}
	}
	t.done()
	return v
}

// checkVariantAllowed refuses an allowed_from that varies nothing or comes after the start.
func (t *table) checkVariantAllowed(v RoutineVariant, x Routine) {
	if v.AllowedFrom == nil {
		return
	}
	if x.AllowedFrom == nil {
		t.wrong("allowed_from", said("planwrite.allowed_first"), "planproblem.allowed_varies_nothing")
		return
	}
	t.notBelow("allowed_from", v.AllowedFrom, *x.AllowedFrom)
	from := x.From
	if v.From != nil {
		from = *v.From
	}
	if v.AllowedFrom.after(from) {
		t.wrong("allowed_from", said("planwrite.allowed_before_from"), "planproblem.allowed_after_from", "Value", t.said("allowed_from"), "From", Quoted(from.String()))
	}
}
