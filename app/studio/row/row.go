// Package row holds one instruction of a clinic's sheet as plain values: what a form shows, what a leaflet's text
// proposes and what a plan file says, before any of them knows of the other.
package row

import (
	"reflect"
	"slices"
)

// Rule is what an instruction tells people to do.
type Rule string

const (
	// Avoid is a ban: "no makeup".
	Avoid Rule = "avoid"
	// Only is a ban with an exception that is the point of it: "only mineral sunscreen". Except names what is allowed.
	Only Rule = "only"
	// Less is a ban that is not strict: "less sun", "better not".
	Less Rule = "less"
	// May is leave to begin: "makeup from the next morning". From says from when; before that it waits. It has no Until.
	May Rule = "may"
	// Do is care that is repeated or done while it holds: "cleanse twice a day", "keep moist".
	Do Rule = "do"
	// Note is advice without a clock: "sleep on a clean pillowcase".
	Note Rule = "note"
	// Expect is what the skin is expected to do: "pink for two days".
	Expect Rule = "expect"
	// Call is a reason to call somebody. Act says whom.
	Call Rule = "call"
	// Spacing is the time to the next treatment, from From until Until; Sessions is how many a series has.
	Spacing Rule = "spacing"
	// Clinic is whom to call: Name and Phone.
	Clinic Rule = "clinic"
)

// Rules are all of them, in the order in which a form offers them.
var Rules = []Rule{Avoid, Do, Only, Less, May, Note, Expect, Call, Spacing, Clinic}

// Whom to call.
const (
	ActEmergency = "emergency"
	ActToday     = "today"
	ActClinic    = "clinic"
)

// Row is one instruction. Times are written as a plan file of format 2 writes them ("24h", "5 to 7 days", "morning 1",
// "bedtime 0", "calm", "next-2w"); "" is not said: From then is the treatment, and Until has no end.
type Row struct {
	Rule   Rule
	What   []string // the things it is about, as people call them ("makeup", "sun"); the first gives the row its name
	Except []string // of these, what is allowed ("mineral makeup")

	From  string
	Until string // "calm": until the person says so
	// Usually is the sheet's guess of when that is ("5d"), Condition its words, in small letters, after "until" ("the
	// scabs are gone"). Both only where it ends on a condition.
	Usually   string
	Condition string
	// AndCalm says that time alone does not end it: the skin must be calm too.
	AndCalm bool
	// Allowed is from when it is allowed although the sheet advises to wait on, or to wait with it.
	Allowed string

	// Then is what follows a wait ("SPF 50, hat"), ThenUntil until when, ThenAvoid the words that wait on while it holds.
	Then      string
	ThenUntil string
	ThenAvoid []string
	Never     []string // of care: what is answered with no at any time ("picking")
	Hours     string   // of a wait: in which hours of the day alone it holds ("11:00-15:00")
	Situation string   // where or when alone it is meant ("outdoors"); Prescribed has a mark of its own
	Extend    string   // of a wait: what the person may add to it while the skin is red ("1 day")
	After     string   // said when the wait is over
	Why       string   // why it is so

	// Often is how often something is done: "3 to 4 times a day", "every 2 hours", "08:00, 20:30", "8 glasses". "": said
	// without a count.
	Often string
	// For is how long each time ("10 to 15 minutes"), UsefulFor for how long a missed one is still worth doing ("3h").
	For, UsefulFor string
	Ask            string // the question of its reminder ("A glass of water?"); "": by its name

	Device     []string // "roller", "pen", "rf", "prp"; none: any
	DepthOver  float64  // mm, deeper than; 0: not said
	DepthUpTo  float64  // mm, at most; 0: not said
	Sensitive  bool     // only for skin that marks easily
	Prescribed bool     // only if the clinic prescribed it
	Area       []string // "face", "scalp"; none: any

	Act      string // of Call: ActEmergency, ActToday or ActClinic
	Name     string // of Clinic; else what the row is called, "": by What
	Phone    string // of Clinic
	Sessions string // of Spacing: how many a series has, "4" or "3 to 6"; "": not said
	Text     string // the instruction as the person reads it; "": as Says has it
	Says     string // the sheet's own sentence
}

// Ban says whether the row forbids something for a time, strictly or not.
func (r Row) Ban() bool { return r.Rule == Avoid || r.Rule == Only || r.Rule == Less || r.Rule == May }

// End is when what the row says ends: of leave to begin, when that is given.
func (r Row) End() string {
	if r.Rule == May {
		return r.From
	}
	return r.Until
}

// As is the row by another rule. What a ban waits for is when leave is given, and the other way round.
func (r Row) As(rule Rule) Row {
	was := r
	r.Rule = rule
	switch {
	case was.Rule == rule:
	case was.Rule == May && r.Ban():
		r.From, r.Until = "", was.From
	case rule == May && was.Ban():
		r.From, r.Until = was.Until, ""
	case rule == May:
		r.Until = ""
	}
	return r
}

// ForSome says whether the row is for some treatments alone.
func (r Row) ForSome() bool {
	return len(r.Device) > 0 || len(r.Area) > 0 || r.DepthOver > 0 || r.DepthUpTo > 0 || r.Sensitive
}

// lists are the row's lists.
func (r *Row) lists() []*[]string {
	return []*[]string{&r.What, &r.Except, &r.Device, &r.Area, &r.ThenAvoid, &r.Never}
}

// Clone is a copy that shares nothing.
func (r Row) Clone() Row {
	for _, list := range r.lists() {
		*list = slices.Clone(*list)
	}
	return r
}

// Equal says whether both say the same.
func (r Row) Equal(o Row) bool {
	for _, of := range []*Row{&r, &o} {
		for _, list := range of.lists() {
			if len(*list) == 0 {
				*list = nil
			}
		}
	}
	return reflect.DeepEqual(r, o)
}

// Missing is what r says and o does not: the fields that are empty in o. It has no rule.
func (r Row) Missing(o Row) Row {
	var out Row
	from, there, to := reflect.ValueOf(r), reflect.ValueOf(o), reflect.ValueOf(&out).Elem()
	for i := range from.NumField() {
		if empty(there.Field(i)) {
			to.Field(i).Set(from.Field(i))
		}
	}
	out.Rule = ""
	return out.Clone()
}

// Filled is r with what it does not say taken from o.
func (r Row) Filled(o Row) Row {
	out := o.Missing(r)
	from, to := reflect.ValueOf(r), reflect.ValueOf(&out).Elem()
	for i := range from.NumField() {
		if !empty(from.Field(i)) {
			to.Field(i).Set(from.Field(i))
		}
	}
	return out.Clone()
}

// empty says whether a field says nothing.
func empty(field reflect.Value) bool {
	return field.IsZero() || field.Kind() == reflect.Slice && field.Len() == 0
}
