package service

import (
	"slices"

	"afterglow/app/record"
	"afterglow/app/takeout"
)

// TakeOut is a report as a file of values.
func (r Report) TakeOut() takeout.File {
	f := takeout.File{Afterglow: takeout.Mark, Version: takeout.Version, Made: r.Made, From: r.From, Until: r.Until,
		Without: r.Without(), Plans: []takeout.Plan{}, Treatments: []takeout.Treatment{}, Entries: []takeout.Entry{}, Questions: []takeout.Question{}}
	known := map[int64]bool{}
	for _, t := range r.Treatments {
		known[t.ID] = true
		i := slices.IndexFunc(f.Plans, func(p takeout.Plan) bool { return p.Text == t.Source.PlanText })
		if i < 0 {
			i = len(f.Plans)
			p := t.Source.Plan
			f.Plans = append(f.Plans, takeout.Plan{Number: i + 1, ID: p.ID, Name: p.Name, Version: p.Version, Text: t.Source.PlanText})
		}
		zone, _ := t.Source.At.Zone()
		f.Treatments = append(f.Treatments, takeout.Treatment{Number: t.ID, At: t.Source.At, Zone: zone, Device: t.Device, DepthMM: t.DepthMM,
			Area: t.Area, Sensitive: t.Sensitive, Plan: i + 1})
	}
	for _, e := range r.Entries {
		o := takeout.Entry{At: local(e.At, r.Zone), Kind: string(e.Kind), What: e.What, Occurrence: e.Occurrence, AmountML: e.AmountML,
			Until: local(e.Until, r.Zone), Skin: string(e.Feeling.Skin), Redness: levelOut(e.Feeling.Redness), Tightness: levelOut(e.Feeling.Tightness),
			Itch: levelOut(e.Feeling.Itch), Soreness: levelOut(e.Feeling.Soreness), Note: e.Note}
		if e.What != "" {
			o.Name = r.Name(e.What)
		}
		if known[e.Treatment] {
			o.Treatment = e.Treatment
		}
		if e.Kind == record.KindOwn {
			n, err := readOwn(e)
			if err != nil || o.Treatment == 0 {
				continue // nobody could read it anew
			}
			o.Note, o.Own = n.Note, &takeout.Own{What: n.What, When: n.When, Avoid: n.Avoid}
		}
		f.Entries = append(f.Entries, o)
	}
	for _, q := range r.Questions {
		f.Questions = append(f.Questions, takeout.Question{Text: q.Text, AddedAt: q.AddedAt, Answer: q.Answer, AnsweredAt: q.AnsweredAt})
	}
	return f
}

// levelOut is a level as a file has it.
func levelOut(l record.Level) *int {
	if !l.Said {
		return nil
	}
	return &l.N
}

// Without are the words for what is left out: "water", "notes".
func (r Report) Without() []string {
	out := []string{}
	if r.NoWater {
		out = append(out, "water")
	}
	if r.NoNotes {
		out = append(out, "notes")
	}
	return out
}
