package guidance

import (
	"reflect"
	"slices"
)

// Change is one difference between two plans.
type Change struct {
	Kind    string // of the entry; see Entry
	ID      string // of the entry; "" for the parts that stand once
	Name    string // as people know it; "" for the parts that stand once
	Field   string // the key that differs; "" if the whole entry is new or gone
	Have    any    // the value in hand, see Field; of an entry that is gone, the first Field that it says; nil if it is new
	Offered any    // likewise of the offered plan
}

// Diff tells where the offered plan differs from the plan in hand: first
// what changed or went, in the order of the plan in hand, then what is new.
func Diff(have, offered Plan) []Change {
	mine, theirs := compared(have), compared(offered)
	known := map[string]Entry{}
	for _, e := range theirs {
		known[e.Kind+"/"+e.ID] = e
	}
	var changes []Change
	for _, e := range mine {
		key := e.Kind + "/" + e.ID
		other, ok := known[key]
		delete(known, key)
		if !ok {
			changes = append(changes, Change{Kind: e.Kind, ID: e.ID, Name: e.Name, Have: e.first()})
			continue
		}
		for i, f := range e.Fields {
			if o := other.Fields[i]; !reflect.DeepEqual(o.Value, f.Value) {
				changes = append(changes, Change{Kind: e.Kind, ID: e.ID, Name: e.Name, Field: f.Key, Have: f.Value, Offered: o.Value})
			}
		}
	}
	for _, e := range theirs {
		key := e.Kind + "/" + e.ID
		if _, isNew := known[key]; isNew {
			delete(known, key)
			changes = append(changes, Change{Kind: e.Kind, ID: e.ID, Name: e.Name, Offered: e.first()})
		}
	}
	return changes
}

// interest is what people want to know first of another plan: how long to wait, then what to do. Who says so comes last.
func interest(kind string) int {
	order := []string{"window", "routine", "phase", "care", "call", "spacing", "products", "clinic", "plan", "source"}
	if i := slices.Index(order, kind); i >= 0 {
		return i
	}
	return len(order)
}

// ByInterest puts changes into the order in which people want to know of them.
func ByInterest(changes []Change) {
	slices.SortStableFunc(changes, func(a, b Change) int { return interest(a.Kind) - interest(b.Kind) })
}

// first is what an entry says first, for the line that says it is new or gone; nil for nothing.
func (e Entry) first() any {
	for _, f := range e.Fields {
		if f.Said() && f.Key != "name" && f.form.kind != kindID {
			return f
		}
	}
	return nil
}

// compared are the plan's entries with the sources' titles in the place of their ids, which each plan chooses anew.
func compared(p Plan) []Entry {
	list := p.Entries()
	for i := range list {
		p.nameSources(list[i].Fields)
	}
	return list
}

func (p Plan) nameSources(fields []Field) {
	for i, f := range fields {
		if parts, ok := f.Value.([]Entry); ok {
			for _, e := range parts {
				p.nameSources(e.Fields)
			}
			continue
		}
		id, _ := f.Value.(string)
		if s, ok := p.SourceOf(id); ok && f.IsSource() {
			fields[i].Value = s.Title
		}
	}
}
