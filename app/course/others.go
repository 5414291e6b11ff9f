package course

import (
	"slices"
	"time"

	"afterglow/guidance"
)

// FillOthers returns the treatments with what the others tell of each, removed ones excepted: SameArea, and NextAt set
// to the next later one of all its skin, NextPart to the next one of a part of it. A NextAt that is set already and
// still to come before that one stays. Of a treatment whose plan has a series it sets Session, FirstAt and LastAt.
func FillOthers(treatments []Treatment) []Treatment {
	out := make([]Treatment, len(treatments))
	copy(out, treatments)
	told := map[string][]int64{} // by area: whose word is for it, too
	skins := map[[2]string]skin{}
	for i := range out {
		t := &out[i]
		same, known := told[t.Area]
		for j := range treatments {
			other := &treatments[j]
			if other.Removed {
				continue
			}
			if !known && saysOf(other.Area, t.Area) {
				same = append(same, other.ID)
			}
			if !other.At.After(t.At) {
				continue
			}
			areas := [2]string{other.Area, t.Area}
			s, seen := skins[areas]
			if !seen {
				s = skin{SameSkin(other.Area, t.Area), AllSkin(other.Area, t.Area)}
				skins[areas] = s
			}
			next := &t.NextPart
			switch {
			case !s.some:
				continue
			case s.all:
				next = &t.NextAt
			}
			if next.IsZero() || other.At.Before(*next) {
				*next = other.At
			}
		}
		t.SameArea, told[t.Area] = slices.Clip(same), same
		if t.Plan.Spacing.Sessions > 0 && !t.Removed {
			t.place(treatments)
		}
	}
	return out
}

// skin is what one area has of another: some of it, or all.
type skin struct{ some, all bool }

// saysOf says whether what the person tells of one area they tell of the other, too: all of it is named by the first.
// Of an area that nobody named, only what is told of such a one.
func saysOf(told, of string) bool {
	if told == "" || of == "" {
		return told == of
	}
	return guidance.CoversArea(told, of)
}

// seriesGap is how long after a session the next one still belongs to its series: half a year, far beyond the weeks that
// lie between two.
const seriesGap = 26 * 7 * 24 * time.Hour

// place finds the treatment's place in its series among all treatments: those of the same skin in turn, as many as its
// plan has sessions, without a long time between two.
func (t *Treatment) place(all []Treatment) {
	var same []*Treatment
	for i := range all {
		if o := &all[i]; !o.Removed && SameSkin(o.Area, t.Area) {
			same = append(same, o)
		}
	}
	slices.SortStableFunc(same, func(a, b *Treatment) int { return -newerTreatment(a, b) })
	begin, at := 0, -1
	for i, o := range same {
		if i-begin == t.Plan.Spacing.Sessions || i > 0 && o.At.Sub(same[i-1].At) > seriesGap {
			if at >= 0 {
				return
			}
			begin = i
		}
		if o.ID == t.ID && o.At.Equal(t.At) {
			at = i
			t.Session, t.FirstAt = i-begin+1, same[begin].At
		}
		if at >= 0 && i-begin == t.Plan.Spacing.Sessions-1 {
			t.LastAt = o.At
		}
	}
}
