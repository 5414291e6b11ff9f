package course

import (
	"time"

	"afterglow/app/record"
	"afterglow/guidance"
)

// All is [New] for each of some treatments, in their order. Those of one plan and with the same traits share what the
// plan's variants leave of it: ten years of treatments cost little more than one.
func All(treatments []Treatment, zone *time.Location, entries []record.Entry) []Course {
	type key struct {
		windows  *guidance.Window
		routines *guidance.Routine
		id       string
		traits   guidance.Traits
	}
	applied := map[key]guidance.Plan{}
	out := make([]Course, 0, len(treatments))
	for _, t := range treatments {
		k := key{id: t.Plan.ID, traits: t.Traits()}
		if len(t.Plan.Windows) > 0 {
			k.windows = &t.Plan.Windows[0]
		}
		if len(t.Plan.Routines) > 0 {
			k.routines = &t.Plan.Routines[0]
		}
		plan, ok := applied[k]
		if !ok || k.windows == nil && k.routines == nil { // by their first parts alone are two plans told apart
			plan = t.Plan.For(k.traits)
			applied[k] = plan
		}
		out = append(out, lay(t, plan, zone, entries))
	}
	return out
}
