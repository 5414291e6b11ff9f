package ask

import (
	"slices"
	"strings"

	"afterglow/app/course"
	"afterglow/guidance"
)

// treatedHere are the courses whose skin the question is about; all if it names no part of the body.
func (h *hearing) treatedHere() []course.Course {
	if len(h.q.areas) == 0 {
		return h.scene.Courses
	}
	var here []course.Course
	for _, c := range h.scene.Courses {
		if h.mayBe(c.Treatment.Area) {
			here = append(here, c)
		}
	}
	return here
}

// mayBe says whether one of the parts of the body in the question is, or is a part of, a treated area. Of an area that
// nobody wrote down it may be.
func (h *hearing) mayBe(area string) bool {
	parts := guidance.Areas(area)
	return len(parts) == 0 || slices.ContainsFunc(parts, h.mayBePart)
}

// mayBePart is mayBe for one part of the body that was treated. Of one that the vocabulary does not have, it may be.
func (h *hearing) mayBePart(area string) bool {
	area = strings.ToLower(area)
	ids := []string{area}
	known := slices.ContainsFunc(h.areas, func(a guidance.Area) bool { return a.ID == area || slices.Contains(a.Of, area) })
	if !known {
		ids = nil
		list := h.wordsOf(area)
		h.scan(list, func(e *entry) bool { return len(e.areas) > 0 }, func(e *entry, _, _ int) {
			for _, a := range e.areas {
				ids = append(ids, h.areas[a].ID)
			}
		})
		known = len(ids) > 0
	}
	if !known {
		return true
	}
	return slices.ContainsFunc(h.q.areas, func(n int) bool {
		a := h.areas[n]
		return slices.ContainsFunc(ids, func(id string) bool { return a.ID == id || slices.Contains(a.Of, id) })
	})
}

// elsewhereName is the part of the body that was not treated although the question is about it; "": none.
func (h *hearing) elsewhereName() string {
	if len(h.q.areas) == 0 || len(h.here.courses) > 0 || len(h.scene.Courses) == 0 {
		return ""
	}
	return h.areas[h.q.areas[0]].Name
}
