package ask

import (
	"slices"

	"afterglow/guidance"
)

// plansRead are plans as they were read for the question before: while somebody types, each letter asks the same ones.
type plansRead struct {
	keys   []planKey
	reader reader
	items  [][]item
}

// planKey tells one plan from another by where its parts lie; since it keeps them, nothing else comes to lie there.
type planKey struct {
	id       string
	windows  *guidance.Window
	routines *guidance.Routine
	care     *guidance.Care
	phases   *guidance.Phase
	avoid    *string
	allow    *string
	use      *string
	spacing  string
	lengths  [4]int
}

func keyOf(p *guidance.Plan) planKey {
	return planKey{
		id: p.ID, windows: first(p.Windows), routines: first(p.Routines), care: first(p.Care), phases: first(p.Phases),
		avoid: first(p.Products.Avoid), allow: first(p.Products.Allow), use: first(p.Products.Use), spacing: p.Spacing.Text,
		lengths: [4]int{len(p.Windows), len(p.Routines), len(p.Care), len(p.Phases)},
	}
}

func first[T any](list []T) *T {
	if len(list) == 0 {
		return nil
	}
	return &list[0]
}

// readPlans reads the plans that may answer, or takes them as they were read before.
func (h *hearing) readPlans() {
	keys := make([]planKey, len(h.plans))
	for i := range h.plans {
		keys[i] = keyOf(h.plans[i].plan)
	}
	last := h.scene.Book.last
	if last == nil || !slices.Equal(last.keys, keys) {
		last = &plansRead{keys: keys}
		last.reader = newReader(h.scene.Book)
		for i := range h.plans {
			last.items = append(last.items, last.reader.items(*h.plans[i].plan))
		}
		h.scene.Book.last = last
	}
	h.reader = last.reader
	for i := range h.plans {
		h.plans[i].items = last.items[i]
	}
}
