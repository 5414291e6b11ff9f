package guidance

// checkMatch refuses conditions that no treatment can meet.
func (t *table) checkMatch(m Match) {
	t.checkDepths(m)
	if !t.has("device") && !t.has("depth_over_mm") && !t.has("depth_up_to_mm") && !t.has("area") && !t.has("sensitive") {
		t.refuse(said("planwrite.for_whom"), "planproblem.for_no_one")
	}
}

// checkDepths refuses a depth that no needle has.
func (t *table) checkDepths(m Match) {
	if m.DepthOverMM != nil && m.DepthUpToMM != nil && *m.DepthOverMM >= *m.DepthUpToMM {
		t.wrong("depth_over_mm", said("planwrite.smaller_depth"), "planproblem.no_such_depth", "Over", *m.DepthOverMM, "UpTo", *m.DepthUpToMM)
	}
}

// variantSource is who says a variant's figure; the table it belongs to, if it does not say.
func (t *table) variantSource(said, base string) string {
	if !t.has("source") {
		return base
	}
	return said
}

// sameScale refuses a moment that cannot be compared with the one it replaces:
// which of "24h" and "morning 1" is later depends on the hour of the treatment.
func (t *table) sameScale(key string, m *Moment, base Moment) bool {
	if m == nil || m.scale() == base.scale() || !m.Timed() || !base.Timed() {
		return m != nil
	}
	t.wrong(key, said("planwrite.same_scale", "Base", Quoted(base.String())), "planproblem.other_scale", "Value", t.said(key), "Base", Quoted(base.String()))
	return false
}

// notBelow refuses a variant that is shorter than what it varies: the longest holds, so it never would.
func (t *table) notBelow(key string, m *Moment, base Moment) {
	if t.sameScale(key, m, base) && base.after(*m) {
		t.wrong(key, said("planwrite.longer_under_when", "Key", key, "Value", t.said(key)), "planproblem.never_holds", "Value", t.said(key), "Base", Quoted(base.String()))
	}
}

// stretch checks from and until, which were read; from is the treatment if it is not said.
func (t *table) stretch(from, until Moment) bool {
	if (t.has("until") || until.Timed()) && !t.good("until") || (t.has("from") && !t.good("from")) {
		return false
	}
	if !until.mayFollow(from) {
		t.wrong("until", said("planwrite.later_until"), "planproblem.until_before_from", "Value", t.said("until"), "From", t.start(from))
		return false
	}
	return true
}

// start is from as the file says it; a stretch that does not say begins with the treatment.
func (t *table) start(from Moment) Quoted {
	if t.has("from") {
		return t.said("from")
	}
	return Quoted(from.String())
}
