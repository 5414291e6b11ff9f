package simulation

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// seriesPause is beyond what lies between two sessions of one series.
const seriesPause = 182 * day

// series is where a treatment stands in those of its skin.
type series struct {
	nth   int // from 1; 0: its plan has no series
	first time.Time
	last  time.Time // zero: nobody knows yet
	ends  bool      // the treatment is the last
}

// seriesOf counts the treatments of one skin, oldest first, into series of as many as the treatment's own plan has.
func (o *oracle) seriesOf(t *treated) series {
	n := t.plan.Spacing.Sessions
	if n == 0 {
		return series{first: t.at}
	}
	var skin []*treated
	for _, other := range o.treatments {
		if other == t || sameSkin(t, other) {
			skin = append(skin, other)
		}
	}
	slices.SortFunc(skin, func(a, b *treated) int {
		return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.id, b.id))
	})
	var group []*treated
	for _, other := range skin {
		if len(group) == n || len(group) > 0 && other.at.Sub(group[len(group)-1].at) > seriesPause {
			if slices.Contains(group, t) {
				break
			}
			group = nil
		}
		group = append(group, other)
	}
	s := series{nth: slices.Index(group, t) + 1, first: group[0].at}
	if s.ends = s.nth == n; len(group) == n {
		s.last = group[n-1].at
	}
	return s
}

// sameSkin says whether two treatments may be of the same skin.
func sameSkin(a, b *treated) bool {
	return a.traits.Area == "" || b.traits.Area == "" || strings.EqualFold(a.traits.Area, b.traits.Area)
}
