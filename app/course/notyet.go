package course

import (
	"time"

	"afterglow/app/record"
	"afterglow/guidance"
)

// notYet looks through the newer courses' routines of the same id, newest first, for those
// whose treatment has been and whose stretch begins only later. On other skin, be it a part of it, the older plan
// goes on, with a word on where not yet. Where all its skin was treated again, or if nobody said which, the newest
// plan wins: nothing is due before that one begins.
func notYet(newer []*Routine, of *Routine, at time.Time) (n *record.NotYet, begins *Routine) {
	for _, r := range newer {
		if r == of {
			break
		}
		if at.Before(r.TreatedAt) || !at.Before(r.From) || r.Spec.Situation != "" || r.Spec.Amount.Max > 0 { // a drink has no skin
			continue
		}
		if AllSkin(r.Area, of.Area) {
			return nil, r
		}
		if r.Spec.Role == guidance.CheckIn {
			continue // a question, put of all skin
		}
		if n == nil {
			n = &record.NotYet{}
		}
		n.Areas = guidance.Areas(guidance.JoinAreas(append(n.Areas, r.Area)))
		n.From = Later(n.From, r.From)
	}
	return n, nil
}

// treatedAgain is when all the same skin is treated after that moment with a plan that has the
// routine begin only later: what was due before ends there. Zero if it is not.
func treatedAgain(newer []*Routine, of *Routine, at time.Time) (again time.Time) {
	for _, r := range newer {
		if r == of {
			break
		}
		if at.Before(r.TreatedAt) && r.TreatedAt.Before(r.From) && r.Spec.Situation == "" && AllSkin(r.Area, of.Area) &&
			(again.IsZero() || r.TreatedAt.Before(again)) {
			again = r.TreatedAt
		}
	}
	return again
}

// SameSkin says whether a part of two areas may be the same.
func SameSkin(a, b string) bool { return a == "" || b == "" || guidance.ShareArea(a, b) }

// AllSkin says whether a may be all the skin that b is.
func AllSkin(a, b string) bool { return a == "" || b == "" || guidance.CoversArea(a, b) }
