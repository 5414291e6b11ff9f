package ask

import (
	"cmp"
	"slices"

	"afterglow/guidance"
)

// Part is a part of a plan: its kind and its id there.
type Part struct {
	Kind Kind
	ID   string
}

// section is a guidance.Section with its topics numbered.
type section struct {
	id     string
	topics []int
}

// addSections numbers the topics of the guide's sections.
func (b *Book) addSections(v guidance.Vocabulary) {
	for _, s := range v.Sections {
		var topics []int
		for i := range b.topics {
			if slices.Contains(s.Topics, b.topics[i].ID) {
				topics = append(topics, i)
			}
		}
		b.sections = append(b.sections, section{s.ID, topics})
	}
}

// Sections are the ids of the guide's sections in their order.
func (b *Book) Sections() []string {
	out := make([]string, len(b.sections))
	for i, s := range b.sections {
		out[i] = s.id
	}
	return out
}

// Sorted says in which section of the guide each wait, routine and advice of a plan stands, by what its own words are
// about: its name first, then what carries it out, then the rest. Those that no section is about are left out.
func (b *Book) Sorted(p guidance.Plan) map[Part]string {
	b.mu.Lock()
	defer b.mu.Unlock()
	r := newReader(b)
	out := map[Part]string{}
	for _, x := range r.items(p) {
		var in string
		switch x.kind {
		case Window:
			in = b.sectionOf(slices.Concat(x.named, x.about))
		case Routine:
			in = b.sectionOf(slices.Concat(r.itself(x), x.text))
		case Care:
			c := &p.Care[x.at]
			in = b.sectionOf(r.titled(c.Name))
			for _, id := range c.Covers {
				in = cmp.Or(in, out[Part{Window, id}], out[Part{Routine, id}])
			}
			in = cmp.Or(in, b.sectionOf(slices.Concat(x.about, x.never, x.named, x.text)))
		}
		if in != "" {
			out[Part{x.kind, x.id}] = in
		}
	}
	return out
}

// sectionOf is the section of the first of these topics that has one, by itself or by what it is a kind of.
func (b *Book) sectionOf(topics []int) string {
	for _, t := range topics {
		if t >= len(b.topics) {
			continue // a word of the plan's own
		}
		for _, kind := range b.topics[t].kinds {
			for _, s := range b.sections {
				if slices.Contains(s.topics, kind) {
					return s.id
				}
			}
		}
	}
	return ""
}
