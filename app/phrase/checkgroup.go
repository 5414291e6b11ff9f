package phrase

import "afterglow/app/service"

// CheckAlike puts together what has the same verdict for the same reason, in the order of the first of each.
func (v Voice) CheckAlike(found []service.FindingView) [][]service.FindingView {
	return alike(found, func(f service.FindingView) string {
		return v.CheckVerdict(f) + v.CheckText(f) + v.CheckSource(f)
	})
}

// CheckByVerdict puts together what has the same verdict until the same moment, in the order of the first of each.
func (v Voice) CheckByVerdict(found []service.FindingView) [][]service.FindingView {
	return alike(found, v.CheckVerdict)
}

func alike(found []service.FindingView, key func(service.FindingView) string) [][]service.FindingView {
	var out [][]service.FindingView
	at := map[string]int{}
	for _, f := range found {
		k := key(f)
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], f)
	}
	return out
}

// CheckNames are the names of findings as one list.
func (v Voice) CheckNames(found []service.FindingView) string {
	names := make([]string, len(found))
	for i, f := range found {
		names[i] = f.Name
	}
	return v.List(names)
}
