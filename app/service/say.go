package service

import (
	"time"

	"afterglow/guidance"
)

// Says answers "says who?" for a source of a plan.
func Says(p guidance.Plan, id string, line int) SourceView {
	v := SourceView{ID: id, Plan: p.Name, Line: line}
	if src, ok := p.SourceOf(id); ok {
		v.Title, v.URL, v.Strength = src.Title, src.URL, src.Strength
	}
	return v
}

// SaysParts is Says, with who says parts of it.
func SaysParts(p guidance.Plan, id string, line int, parts []guidance.Says) SourceView {
	v := Says(p, id, line)
	for _, part := range parts {
		v.Parts = append(v.Parts, SourcePart{Of: part.Of, Says: Says(p, part.Source, line)})
	}
	return v
}

// so adds the sheet's own sentence.
func (v SourceView) so(sentence string) SourceView {
	v.SaysSo = sentence
	return v
}

// optional is t in the zone, nil if t is zero.
func optional(t time.Time, zone *time.Location) *time.Time {
	if t.IsZero() {
		return nil
	}
	t = t.In(zone)
	return &t
}

// local is t in the zone; zero stays zero.
func local(t time.Time, zone *time.Location) time.Time {
	if t.IsZero() {
		return t
	}
	return t.In(zone)
}

// share is how much of from..until has passed at now, 0 to 1.
func share(from, until, now time.Time) float64 {
	whole := until.Sub(from)
	if whole <= 0 || now.Before(from) {
		return 0
	}
	return min(1, float64(now.Sub(from))/float64(whole))
}
