package ask

// signsIn finds the signs of the list of calls that stand in a question.
func (r *reader) signsIn(list []word) []int {
	hidden := make([]bool, len(list))
	r.scan(list, func(e *entry) bool { return e.is(foreign) }, func(_ *entry, from, to int) {
		for ; from < to; from++ {
			hidden[from] = true
		}
	})
	has := make([]bool, r.groups)
	any := false
	r.each(list, func(e *entry) bool { return len(e.groups) > 0 }, func(e *entry, from, to int) {
		if hidden[from] || r.denied(list, from) || r.elsewhere(list, e, from, to) {
			return
		}
		for _, g := range e.groups {
			has[g], any = true, true
		}
	})
	if !any {
		return nil
	}
	var found []int
	for i := range r.signs {
		s := &r.signs[i]
		ok := len(s.groups) > 0 && !has[s.unless]
		for _, g := range s.groups {
			ok = ok && has[g]
		}
		if ok && (s.Number == nil || r.numberIn(list, s.Number)) {
			found = append(found, i)
		}
	}
	return found
}

// denied says whether the words before the at-th one say that it is not there: "no fever".
func (r *reader) denied(list []word, at int) bool {
	for i := max(at-3, 0); i < at; i++ {
		e, n := r.longestAt(list[:at], i, func(e *entry) bool { return e.is(denies) })
		if e == nil || list[at-1].end {
			continue
		}
		behind := i + n
		if behind == at || behind == at-1 && r.knows(list[behind].stem) && r.meaning(list, behind) != nil && r.meaning(list, behind).number == 1 { // "not a fever"
			return true
		}
	}
	return false
}

func (r *reader) numberIn(list []word, bounds []int) bool {
	for _, w := range list {
		if n, ok := r.number(w); ok && w.text[0] <= '9' && n >= bounds[0] && n <= bounds[1] {
			return true
		}
	}
	return false
}
