package shape

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"afterglow/app/phrase"
	"afterglow/guidance"
)

// Plan is a plan by the keys of its file, in the file's order. Points in time are written as in the file, lengths
// in words.
type Plan struct {
	plan guidance.Plan
	v    phrase.Voice
}

// OfPlan is the shape of a plan.
func OfPlan(v phrase.Voice, p guidance.Plan) Plan { return Plan{p, v} }

// MarshalJSON writes the plan itself, then its parts: those that stand once under their kind, the others as lists.
func (p Plan) MarshalJSON() ([]byte, error) {
	var all object
	lists := map[string][]object{}
	once := map[string]object{}
	for _, e := range p.plan.Entries() {
		switch e.Kind {
		case "plan":
			all = p.entry(e)
		case "clinic", "spacing", "products":
			once[e.Kind] = p.entry(e)
		case "call": // with those that are always shown; see below
		default:
			lists[e.Kind] = append(lists[e.Kind], p.entry(e))
		}
	}
	for _, c := range guidance.CallList(p.plan) {
		lists["call"] = append(lists["call"], p.entry(c.Entry()))
	}
	all = append(all, member{"clinic", once["clinic"]})
	for _, l := range [][2]string{{"windows", "window"}, {"routines", "routine"}, {"phases", "phase"}, {"care", "care"}, {"call", "call"}} {
		all = append(all, member{l[0], list(lists[l[1]])})
	}
	all = append(all, member{"spacing", once["spacing"]}, member{"products", once["products"]}, member{"sources", list(lists["source"])})
	return all.MarshalJSON()
}

func list(all []object) []object {
	if all == nil {
		return []object{}
	}
	return all
}

// entry is a part of a plan by its keys; the line of its figure and a source's strength in words come last.
func (p Plan) entry(e guidance.Entry) object {
	var o object
	for _, f := range e.Fields {
		o = append(o, member{f.Key, p.value(f.Value)})
	}
	switch e.Kind {
	case "source":
		strength, _ := e.Get("strength").(string)
		o = append(o, member{"words", p.v.Strength(strength)})
	case "window", "routine", "phase", "care", "call":
		o = append(o, member{"line", e.Line})
	}
	return o
}

func (p Plan) value(value any) any {
	switch x := value.(type) {
	case guidance.Moment:
		return x.String()
	case *guidance.Moment:
		if x == nil {
			return ""
		}
		return x.String()
	case *guidance.HourRange:
		if x == nil {
			return ""
		}
		return x.String()
	case guidance.Amount:
		return x.Text
	case time.Duration:
		return p.v.PlanValue(x)
	case []string:
		if x == nil {
			return []string{}
		}
	case []guidance.Clock:
		times := []string{}
		for _, t := range x {
			times = append(times, t.String())
		}
		return times
	case []guidance.Entry:
		entries := []object{}
		for _, e := range x {
			entries = append(entries, p.entry(e))
		}
		return entries
	}
	return value
}

// object is a JSON object that keeps the order of its members.
type object []member

type member struct {
	key   string
	value any
}

// MarshalJSON writes the members in order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		value, err := json.Marshal(m.value)
		if err != nil {
			return nil, fmt.Errorf("write %s: %w", m.key, err)
		}
		fmt.Fprintf(&b, "%q:%s", m.key, value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}
