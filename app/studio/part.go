package studio

import (
	"slices"

	"afterglow/app/studio/row"
)

// Parts are the kinds of parts that a row of a kind can have.
func (k Kind) Parts() []Kind {
	return map[Kind][]Kind{KindWindow: {KindWindowWhen}, KindRoutine: {KindStage, KindRoutineWhen}, KindSpacing: {KindSpacingWhen}}[k]
}

// AddPart gives the row of that key a part behind those that it has, and gives the part's key. A stage begins where the one
// before it ends, the first with its row.
func (d *Draft) AddPart(key string, k Kind) (string, error) {
	e, ok := d.find(key)
	if !ok || !slices.Contains(e.Kind.Parts(), k) {
		return "", gone()
	}
	r := row.Row{Rule: row.Do}
	if k == KindStage {
		r.From = e.From
	}
	for _, o := range d.doc.rows() {
		if o.Of == key && o.Kind == KindStage && k == KindStage {
			r.From = o.Until
		}
	}
	table := d.doc.table("[["+string(k)+"]]", write(k, r), "  ")
	if err := d.become(d.doc.insert(d.doc.groupEnd(e.block), table)); err != nil {
		return "", err
	}
	part := ""
	for _, o := range d.doc.rows() {
		if o.Of == key && o.Kind == k {
			part = o.Key
		}
	}
	return part, nil
}
