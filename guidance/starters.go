package guidance

import (
	"embed"
	"slices"
	"sync"
)

//go:embed plans/calls.toml
var plans embed.FS

// The starter plans' files, as they are.
var (
	//go:embed plans/essentials.toml
	essentials string
	//go:embed plans/cautious.toml
	cautious string
)

// StarterIDs are the starter plans, the one we begin with first.
func StarterIDs() []string { return []string{"essentials", "cautious"} }

// Starters gives the starter plans, essentials first. Each call reads them anew: the caller may change them.
func Starters() []Plan {
	var list []Plan
	for _, id := range StarterIDs() {
		if p, ok := Starter(id); ok {
			list = append(list, p)
		}
	}
	return list
}

// Starter gives one starter plan, read anew; not ok: none has that id.
func Starter(id string) (Plan, bool) {
	text, ok := StarterText(id)
	if !ok {
		return Plan{}, false
	}
	// A starter plan that does not parse would be our own mistake; a test holds that each does.
	p, err := Parse(id+".toml", text)
	return p, err == nil
}

// IsStarter says whether a starter plan has that id.
func IsStarter(id string) bool { return slices.Contains(StarterIDs(), id) }

// StarterText gives a starter plan's file as it is.
func StarterText(id string) ([]byte, bool) {
	switch id {
	case "essentials":
		return []byte(essentials), true
	case "cautious":
		return []byte(cautious), true
	}
	return nil, false
}

// IsStarterText says whether a text is the file of a starter plan, as this program carries it.
func IsStarterText(text string) bool { return text == essentials || text == cautious }

// builtInPrefix begins the ids of the sources of the list that is always shown.
const builtInPrefix = "call-"

// callPlan is the part of a plan that calls.toml is.
type callPlan struct {
	Sources []Source
	Calls   []Call
}

// builtInCalls reads the list that is always shown, once: it is asked for with every status.
var builtInCalls = sync.OnceValue(func() callPlan {
	text, err := plans.ReadFile("plans/calls.toml")
	if err != nil {
		return callPlan{}
	}
	p, _ := parseCalls("calls.toml", text)
	return p
})

// parseCalls reads the list that is always shown.
func parseCalls(file string, text []byte) (callPlan, error) {
	r := &reader{file: file, builtIn: true}
	top := r.open(text)
	if top == nil {
		return callPlan{}, r.problems
	}
	r.readFormat(top)
	p := callPlan{Sources: r.sourceList(top)}
	p.Calls = r.calls(top)
	top.done()
	if len(r.problems) > 0 {
		return callPlan{}, r.problems.listed()
	}
	return p, nil
}

// acts are what the reasons to call ask for, the most urgent first.
func acts() []string { return []string{"emergency", "today", "clinic"} }

// Urgency puts what a reason to call asks for in order: the less, the more urgent.
func Urgency(act string) int { return slices.Index(acts(), act) }

// CallList gives the reasons to call the clinic: those that are always shown,
// the same for all, and the plan's own; emergencies first, ours before the
// plan's within each.
func CallList(p Plan) []Call {
	var list []Call
	for _, act := range acts() {
		for _, calls := range [][]Call{builtInCalls().Calls, p.Calls} {
			for _, c := range calls {
				if c.Act == act {
					list = append(list, c)
				}
			}
		}
	}
	return list
}
