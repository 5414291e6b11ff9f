package phrase

import "afterglow/app/service"

// TakenIn says what came of a file that was taken in: what is new, and what was there already.
func (v Voice) TakenIn(t service.TakenIn, file string) []string {
	named := Args{"File": file}
	if t.Treatments+t.Entries+t.Questions == 0 {
		return []string{v.T("export.taken_none", named)}
	}
	count := func(id string, n int) string { return v.T("export.taken_"+id, Args{"Count": n}) }
	lines := []string{v.T("export.taken_in", named, Args{"Treatments": count("treatments", t.Treatments),
		"Entries": count("entries", t.Entries), "Questions": count("questions", t.Questions)})}
	if t.Had > 0 {
		lines = append(lines, count("had", t.Had))
	}
	return lines
}
