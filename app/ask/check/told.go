package check

// tell adds what the plan's advice and routines say of an ingredient that none of its waits and lists names. What an
// advice forbids without an end is to be left out.
func (ch *checker) tell(p *plan, x thing, f *Finding) {
	if x.Known == nil {
		return
	}
	names := ch.namesOf(x)
	said := func(text string) bool {
		list := words(text)
		for _, name := range names {
			if among(name, list) {
				return true
			}
		}
		return false
	}
	for _, c := range p.Care {
		for _, word := range c.Never {
			if said(word) {
				*f = ch.endless(p, x)
				f.Told, f.Source, f.Line = c.Text, c.Source, c.Line
				return
			}
		}
	}
	if f.Verdict == Use {
		return
	}
	for _, c := range p.Care {
		if said(c.Name) || said(c.Text) {
			f.tell(c.Text, c.Source, c.Line)
			return
		}
	}
	for _, r := range p.Routines {
		if said(r.Name) || said(r.How) {
			f.tell(r.How, r.Source, r.Line)
			return
		}
	}
}

// tell keeps what the plan says. Where our own list has nothing that waits, the plan alone is who says so.
func (f *Finding) tell(text, source string, line int) {
	f.Told = text
	if f.Reason == Soothes {
		f.Why, f.Source, f.Line, f.Book = "", source, line, false
	}
}
