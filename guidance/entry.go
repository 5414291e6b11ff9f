package guidance

import (
	"reflect"
	"time"
)

// Entry is one part of a plan as keys and values, in the order of keys.go: for comparing and for showing.
type Entry struct {
	Kind   string // "plan", "clinic", "source", "window", "routine", "phase", "care", "call", "spacing", "products"; "when", "stage", "says" and "wait" within these
	ID     string // "" for the parts that stand once
	Name   string // as people know it; "" for the parts that stand once and those within others
	Line   int    // of the plan file, where its figure stands; 0: none
	Fields []Field
}

// Field is one key of an entry and its value: a string, Moment, *Moment, time.Duration, Length, []string, []Clock,
// *HourRange, Amount, Role, int, bool, *bool, *float64 or []Entry.
type Field struct {
	Key   string
	Value any
	form  form
}

// Said says whether the plan says it. A start that is the treatment itself counts as not said.
func (f Field) Said() bool {
	v := reflect.ValueOf(f.Value)
	switch v.Kind() {
	case reflect.Slice:
		return v.Len() > 0
	default:
		return v.IsValid() && !v.IsZero()
	}
}

// IsSource says whether the value is the id of a source.
func (f Field) IsSource() bool { return f.form.kind == kindSource }

// Get is the value of a key; nil if the entry has no such key.
func (e Entry) Get(key string) any {
	for _, f := range e.Fields {
		if f.Key == key {
			return f.Value
		}
	}
	return nil
}

// fieldsOf gives what x says, by the same keys that it is read by.
func fieldsOf[T any](keys []key[T], x T) []Field {
	fields := make([]Field, 0, len(keys))
	for _, k := range keys {
		fields = append(fields, Field{Key: k.name, Value: valueAt(k.at(&x)), form: k.form})
	}
	return fields
}

// valueAt is what a pointer of key.at points to; tables of their own become entries.
func valueAt(at any) any {
	switch p := at.(type) {
	case *string:
		return *p
	case *Role:
		return *p
	case *Moment:
		return *p
	case **Moment:
		return *p
	case *time.Duration:
		return *p
	case ranged:
		if !p.said.Zero() {
			return Length{Duration: *p.length, Said: *p.said}
		}
		return *p.length
	case spaced:
		if *p.months != 0 {
			return Length{Duration: *p.length, Months: *p.months}
		}
		return *p.length
	case aDay:
		return *p.amount
	case sessions:
		if *p.said != "" {
			return Amount{Text: *p.said, Max: *p.most}
		}
		return *p.most
	case *[]string:
		return *p
	case *[]Clock:
		return *p
	case **HourRange:
		return *p
	case *Amount:
		return *p
	case *int:
		return *p
	case **float64:
		return *p
	case **bool:
		return *p
	case *bool:
		return *p
	case *[]WindowVariant:
		return parts("when", windowWhenKeys, *p)
	case *[]RoutineVariant:
		return parts("when", routineWhenKeys, *p)
	case *[]SpacingVariant:
		return parts("when", spacingWhenKeys, *p)
	case *[]Stage:
		return parts("stage", stageKeys, *p)
	case *[]Says:
		return parts("says", saysKeys, *p)
	case *[]ProductWait:
		return parts("wait", productWaitKeys, *p)
	}
	return nil
}

func parts[T any](kind string, keys []key[T], list []T) []Entry {
	var entries []Entry
	for _, x := range list {
		entries = append(entries, Entry{Kind: kind, Fields: fieldsOf(keys, x)})
	}
	return entries
}

// Entries gives the whole plan, part by part: the plan itself and its clinic, then windows, routines, phases, care,
// the plan's own calls, spacing, products and sources.
func (p Plan) Entries() []Entry {
	list := []Entry{
		{Kind: "plan", Name: p.Name, Fields: fieldsOf(planKeys, p)},
		{Kind: "clinic", Fields: fieldsOf(clinicKeys, p.Clinic)},
	}
	for _, w := range p.Windows {
		list = append(list, Entry{"window", w.ID, w.Name, w.Line, fieldsOf(windowKeys, w)})
	}
	for _, r := range p.Routines {
		list = append(list, Entry{"routine", r.ID, r.Name, r.Line, fieldsOf(routineKeys, r)})
	}
	for _, x := range p.Phases {
		list = append(list, Entry{"phase", x.ID, x.Name, x.Line, fieldsOf(phaseKeys, x)})
	}
	for _, c := range p.Care {
		list = append(list, Entry{"care", c.ID, c.Name, c.Line, fieldsOf(careKeys, c)})
	}
	for _, c := range p.Calls {
		list = append(list, c.Entry())
	}
	list = append(list,
		Entry{Kind: "spacing", Line: p.Spacing.Line, Fields: fieldsOf(spacingKeys, p.Spacing)},
		Entry{Kind: "products", Fields: fieldsOf(productKeys, p.Products)})
	for _, s := range p.Sources {
		list = append(list, Entry{Kind: "source", ID: s.ID, Name: s.Title, Fields: fieldsOf(sourceKeys, s)})
	}
	return list
}

// Entry is the call as keys and values.
func (c Call) Entry() Entry { return Entry{"call", c.ID, c.Text, c.Line, fieldsOf(callKeys, c)} }
