package settings

import (
	"slices"

	"afterglow/app/service"
	"afterglow/guidance"
)

// Routines are those whose times can be chosen: of the plan in use, then what only other treatments' plans have.
func Routines(sc service.Scene) []guidance.Routine {
	all := slices.Clone(sc.Plan.Routines)
	for _, c := range sc.Courses {
		for _, r := range c.Plan.Routines {
			if !slices.ContainsFunc(all, func(have guidance.Routine) bool { return have.ID == r.ID }) {
				all = append(all, r)
			}
		}
	}
	return all
}
