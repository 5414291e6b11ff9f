package ask

import (
	"slices"
	"strings"

	"afterglow/guidance"
)

// plansRead are plans as they were read for the question before: while somebody types, each letter asks the same ones.
type plansRead struct {
	keys   []planKey
	reader reader
	items  [][]item
}

// planKey tells one plan from another by where its parts lie; since it keeps them, nothing else comes to lie there. The
// plan of a course is a copy for its treatment, made anew with each scene: it is told by the treatment's own plan and by
// which advice of that concerns the treatment. In what else a copy differs, figures and their sources, no word is read.
type planKey struct {
	concerns string // the ids of its advice
	id       string
	windows  *guidance.Window
	routines *guidance.Routine
	care     *guidance.Care
	phases   *guidance.Phase
	avoid    *string
	allow    *string
	use      *string
	spacing  string
	own      string // what the person wrote to it
	lengths  [6]int
}

// key tells the plan from others.
func (x *planItems) key() planKey {
	p := x.plan
	var ids strings.Builder
	for i := range p.Care {
		ids.WriteString(p.Care[i].ID + "\n")
	}
	spacing, windows, routines, own := p.Spacing.Text, len(p.Windows), len(p.Routines), ""
	if x.course != nil && x.course.Treatment.Plan.ID != "" {
		p = &x.course.Treatment.Plan
		for _, o := range x.course.Treatment.Own {
			own += o.SourceID() + "\n"
		}
	}
	return planKey{
		concerns: ids.String(), spacing: spacing, own: own,
		id: p.ID, windows: first(p.Windows), routines: first(p.Routines), care: first(p.Care), phases: first(p.Phases),
		avoid: first(p.Products.Avoid), allow: first(p.Products.Allow), use: first(p.Products.Use),
		lengths: [6]int{len(p.Windows), len(p.Routines), len(p.Care), len(p.Phases), windows, routines},
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
		keys[i] = h.plans[i].key()
	}
	last := h.scene.Book.last
	if last == nil || !slices.Equal(last.keys, keys) {
		last = &plansRead{keys: keys}
		last.reader = newReader(h.scene.Book)
		for i := range h.plans {
			if same := slices.Index(keys[:i], keys[i]); same >= 0 { // two treatments by one plan
				last.items = append(last.items, last.items[same])
				continue
			}
			last.items = append(last.items, last.reader.items(*h.plans[i].plan))
		}
		h.scene.Book.last = last
	}
	h.reader = last.reader
	for i := range h.plans {
		h.plans[i].items = last.items[i]
	}
}
