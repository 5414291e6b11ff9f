package ask

// signsIn finds the signs of the list of calls that stand in a question.
func (r *reader) signsIn(list []word) []int {
	hidden := make([]bool, len(list))
	r.each(list, func(e *entry) bool { return e.is(foreign) }, func(_ *entry, from, to int) {
		for ; from < to; from++ {
			hidden[from] = true
		}
	})
	// In which parts of the question, parted by commas and ends of sentences, the words of each group stand.
	has := make([]uint64, r.groups)
	part := make([]uint64, len(list))
	for i, n := 0, 0; i < len(list); i++ {
		part[i] = 1 << min(n, 63)
		if list[i].comma || list[i].end {
			n++
		}
	}
	some := false
	r.each(list, func(e *entry) bool { return len(e.groups) > 0 }, func(e *entry, from, to int) {
		if hidden[from] || r.denied(list, from) || r.elsewhere(list, e, from, to) {
			return
		}
		for _, g := range e.groups {
			has[g] |= part[from]
		}
		some = true
	})
	if !some {
		return nil
	}
	var found []int
	for i := range r.signs {
		s := &r.signs[i]
		ok, parts := len(s.groups) > 0, uint64(0)
		for _, g := range s.groups {
			ok = ok && has[g] != 0
			parts |= has[g]
		}
		if ok && has[s.unless]&parts == 0 && (s.Number == nil || r.numberIn(list, s.Number)) {
			found = append(found, i)
		}
	}
	return found
}

// leading parts the signs of which the calls lead from those of which they stand behind.
func (r *reader) leading(signs []int) (lead, behind []int) {
	for _, n := range signs {
		if r.signs[n].Behind {
			behind = append(behind, n)
		} else {
			lead = append(lead, n)
		}
	}
	return lead, behind
}

// denied says whether the words before the at-th one say that it is not there: "no fever".
func (r *reader) denied(list []word, at int) bool {
	for i := max(at-3, 0); i < at; i++ {
		e, n := r.longestAt(list[:at], i, func(e *entry) bool { return e.is(denies) })
		if e == nil || list[at-1].end || r.unable(list[:at], i) {
			continue
		}
		behind := i + n
		if behind == at || behind == at-1 && r.knows(list[behind].stem) && r.meaning(list, behind) != nil && r.meaning(list, behind).number == 1 { // "not a fever"
			return true
		}
	}
	return false
}

// unable says whether the word at i is of a phrase that is a sign itself: the "not" of "can not breathe" denies nothing.
func (r *reader) unable(list []word, i int) bool {
	for from := max(i-1, 0); from <= i; from++ {
		if e, n := r.longestAt(list, from, func(e *entry) bool { return len(e.groups) > 0 }); e != nil && n > 1 && from+n > i {
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
