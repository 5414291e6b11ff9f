package guidance

import "time"

// match reads for which treatments a variant is.
func (t *table) match() Match {
	m := Match{
		Device:      t.list("device", longName, true),
		DepthOverMM: t.millimetres("depth_over_mm"),
		DepthUpToMM: t.millimetres("depth_up_to_mm"),
		Area:        t.list("area", longName, true),
		Sensitive:   t.yes("sensitive"),
	}
	devices := []string{"roller", "pen", "rf"}
	for _, d := range m.Device {
		known := false
		for _, k := range devices {
			known = known || d == k
		}
		if !known {
			write := `device = "roller", "pen" or "rf"`
			if near := nearest(d, devices); near != "" {
				write = `device = "` + near + `"`
			}
			t.wrong("device", write, "device %s is not known", clip(d))
		}
	}
	if m.DepthOverMM != nil && m.DepthUpToMM != nil && *m.DepthOverMM >= *m.DepthUpToMM {
		t.wrong("depth_over_mm", "a smaller depth_over_mm than depth_up_to_mm", "no depth is over %g and up to %g mm", *m.DepthOverMM, *m.DepthUpToMM)
	}
	if !t.has("device") && !t.has("depth_over_mm") && !t.has("depth_up_to_mm") && !t.has("area") && !t.has("sensitive") {
		t.r.problem(t.r.lines[t.path], `whom it is for: device = "rf", depth_over_mm = 1.0, area = "neck" or sensitive = true`, "%s is for no one in particular", t.title())
	}
	return m
}

// variantSource is who says a variant's figure; the table it belongs to, where it does not say.
func (t *table) variantSource(base string) string {
	if !t.has("source") {
		t.get("source")
		return base
	}
	return t.source()
}

// sameScale refuses a moment that cannot be compared with the one it replaces:
// which of "24h" and "morning 1" is later depends on the hour of the treatment.
func (t *table) sameScale(key string, m *Moment, base Moment) bool {
	if m == nil || m.scale() == base.scale() {
		return m != nil
	}
	t.wrong(key, "it counted as "+base.String()+" is, in the table above", "%s = %q cannot be compared with %q", key, t.said(key), base.String())
	return false
}

// notBelow refuses a variant that is shorter than what it varies: the longest holds, so it never would.
func (t *table) notBelow(key string, m *Moment, base Moment) {
	if t.sameScale(key, m, base) && base.after(*m) {
		t.wrong(key, key+` = "`+t.said(key)+`" above, and the longer ones under when`,
			"%s = %q is before the %q above and would never hold", key, t.said(key), base.String())
	}
}

// stretch reads from and until, from being the treatment where it is not said.
func (t *table) stretch() (from, until Moment, ok bool) {
	f, u := t.moment("from"), t.moment("until")
	if !t.has("until") {
		t.need("until")
	}
	if f != nil {
		from = *f
	}
	if u == nil || (f == nil && t.has("from")) {
		return from, until, false
	}
	if !u.mayFollow(from) {
		t.wrong("until", "an until that is later than from", "until = %q is not after from = %q", t.said("until"), t.start(from))
		return from, *u, false
	}
	return from, *u, true
}

// start is from as the file says it; a stretch that does not say begins with the treatment.
func (t *table) start(from Moment) string {
	if t.has("from") {
		return t.said("from")
	}
	return from.String()
}

// atMost reads a span that may not be longer than most.
func (t *table) atMost(key string, most time.Duration) time.Duration {
	d := t.span(key)
	if d > most {
		t.wrong(key, "at most "+spanText(most), "%s = %q is too long", key, t.said(key))
		return 0
	}
	return d
}
