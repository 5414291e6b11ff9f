package guidance

import (
	"slices"
	"strconv"
)

// products reads the lists for the ingredient check; p has the plan's windows.
func (r *reader) products(top *table, plan Plan) Products {
	var p Products
	t := top.table("products")
	if t == nil {
		return p
	}
	read(t, productKeys, &p)
	var windows []string
	for _, w := range plan.Windows {
		windows = append(windows, w.ID)
	}
	for _, wt := range t.tables("waits", "wait", true) {
		p.Waits = append(p.Waits, r.productWait(wt, windows, p.Avoid))
		p.Avoid = append(p.Avoid, p.Waits[len(p.Waits)-1].Avoid...)
	}
	for _, name := range p.Avoid {
		if slices.Contains(p.Allow, name) || slices.Contains(p.Use, name) {
			t.wrong("avoid", said("planwrite.one_list"), "planproblem.two_lists", "Value", Quoted(name))
		}
	}
	t.done()
	return p
}

// productWait reads until when some ingredients are to be avoided; none may be listed before.
func (r *reader) productWait(t *table, windows, before []string) ProductWait {
	var w ProductWait
	read(t, productWaitKeys, &w)
	w.Line = t.line("until")
	for _, name := range w.Avoid {
		if slices.Contains(before, name) {
			t.wrong("avoid", said("planwrite.once"), "planproblem.avoided_twice", "Value", Quoted(name))
		}
	}
	switch {
	case t.has("window") && t.has("until"):
		t.wrong("until", said("planwrite.only_one"), "planproblem.together", "Keys", []string{"window", "until"})
	case t.has("window"):
		w.Line = t.line("window")
		if w.Window != "" && !slices.Contains(windows, w.Window) {
			write := said("planwrite.window_id")
			if near := Nearest(w.Window, windows); near != "" {
				write = code("window = " + strconv.Quote(near))
			}
			t.wrong("window", write, "planproblem.unknown_window", "Value", Quoted(w.Window))
		}
	case !t.has("until"):
		t.need("until")
	default:
		t.checkMinutes("until")
		if t.good("until") && !w.Until.mayFollow(Moment{}) {
			t.wrong("until", said("planwrite.later_until"), "planproblem.until_before_from", "Value", t.said("until"), "From", Quoted(Moment{}.String()))
		}
		if !t.has("source") && len(r.sources) == 1 {
			w.Source = r.sources[0]
		} else if !t.has("source") && len(r.sources) > 1 {
			t.need("source")
		}
	}
	t.done()
	return w
}
