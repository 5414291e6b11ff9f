package studio

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/studio"
	"afterglow/app/studio/row"
	"afterglow/guidance"
)

// times are when the row begins and ends, and how often it is done.
func (p *Page) times(e studio.Entry) (parts []fyne.CanvasObject) {
	v := p.k.V
	from := func() fyne.CanvasObject {
		return p.moment("from", v.T("studio.begins"), e.From, false, studio.Starts, func(r *row.Row, s string) { r.From = s })
	}
	until := func() fyne.CanvasObject {
		return p.moment("until", v.T("studio.ends"), e.Until, true, studio.Ends, func(r *row.Row, s string) { r.Until = s })
	}
	switch e.Kind {
	case studio.KindClinic, studio.KindAvoid, studio.KindAllow, studio.KindUse:
		return nil
	case studio.KindCall:
		return []fyne.CanvasObject{p.moment("from", v.T("studio.still_after"), e.From, false, []studio.TimeKind{studio.TimeStart, studio.TimeAfter}, func(r *row.Row, s string) { r.From = s })}
	case studio.KindSpacing, studio.KindSpacingWhen:
		only := []studio.TimeKind{studio.TimeAfter}
		return []fyne.CanvasObject{
			p.moment("from", v.T("studio.spacing_from"), e.From, false, only, func(r *row.Row, s string) { r.From = s }),
			p.moment("until", v.T("studio.spacing_until"), e.Until, true, append([]studio.TimeKind{studio.TimeNoEnd}, only...), func(r *row.Row, s string) { r.Until = s }),
		}
	case studio.KindWindowWhen, studio.KindThen, studio.KindProductWait:
		return []fyne.CanvasObject{until()}
	}
	if e.Rule == row.May {
		parts = append(parts, p.moment("from", v.T("studio.may_from"), e.From, true, studio.Ends, func(r *row.Row, s string) { r.From = s }))
	} else {
		parts = append(parts, kit.Beside(560, kit.GapInside, []float32{1, 1}, from(), until()))
	}
	if studio.ReadTime(e.End(), true).Kind == studio.TimeCalm {
		parts = append(parts, p.calm(e)...)
	}
	if e.Rule == row.Do && e.Kind != studio.KindRoutineWhen {
		parts = append(parts, p.labelled(v.T("studio.often"), p.entry("often", v.T("studio.often"), e.Often, v.T("studio.often_hint"), 240, func(text string) {
			p.with("often", func(r *row.Row) { r.Often = text })
		})))
	}
	return parts
}

// calm is what the sheet says of the condition on which the row ends.
func (p *Page) calm(e studio.Entry) []fyne.CanvasObject {
	v := p.k.V
	usually := []studio.TimeKind{studio.TimeNoEnd, studio.TimeAfter}
	return []fyne.CanvasObject{
		p.labelled(v.T("studio.condition"), p.entry("condition", v.T("studio.condition"), e.Condition, v.T("studio.condition_hint"), 240, func(text string) {
			p.with("condition", func(r *row.Row) { r.Condition = text })
		})),
		p.named("usually", v.T("studio.usually"), e.Usually, true, usually, "studio.usual_", func(r *row.Row, s string) { r.Usually = s }),
	}
}

// moment is one moment of the row: what it counts from, and how far.
func (p *Page) moment(name, label, said string, end bool, offer []studio.TimeKind, set func(r *row.Row, said string)) fyne.CanvasObject {
	return p.named(name, label, said, end, offer, "studio.time_", set)
}

// named is moment with words of its own.
func (p *Page) named(name, label, said string, end bool, offer []studio.TimeKind, words string, set func(r *row.Row, said string)) fyne.CanvasObject {
	k, v := p.k, p.k.V
	t := studio.ReadTime(said, end)
	if typed, ok := p.typed[name]; ok && typed.String() == said {
		t = typed // half of what is written ("5 t") is no moment yet, and its field must stay
	}
	put := func(field string, t studio.Time) {
		p.typed[name] = t
		p.with(field, func(r *row.Row) { set(r, t.String()) })
	}
	if !slices.Contains(offer, t.Kind) {
		offer = append(slices.Clone(offer), t.Kind)
	}
	parts := []fyne.CanvasObject{k.Pick("studio/"+name, label, choices(v, words, offer), string(t.Kind), func(id string) {
		put("", t.As(studio.TimeKind(id)))
		k.GoTo("studio/" + name)
	})}
	if t.Kind == studio.TimeOther {
		parts = append(parts, p.entry(name+"-said", label, t.Raw, "", 160, func(text string) { t.Raw = text; put(name, t) }))
	}
	if t.Counted() && t.Number != "" || t.Daily() {
		parts = append(parts, p.number(name, label, t, put))
	}
	if t.Counted() && t.Number != "" {
		parts = append(parts, k.Pick("studio/"+name+"-unit", v.T("studio.unit"), p.units(t.Number), t.Unit, func(id string) {
			t.Unit = id
			put("", t)
			k.GoTo("studio/" + name + "-unit")
		}))
	}
	return p.labelled(label, kit.Wrap(8, 8, parts...))
}

// units are the units of a length of time, in the form for its number.
func (p *Page) units(number string) []kit.Choice {
	count := 2
	if strings.TrimSpace(number) == "1" {
		count = 1
	}
	list := make([]kit.Choice, len(studio.Units))
	for i, unit := range studio.Units {
		list[i] = kit.Choice{ID: unit, Text: p.k.V.T("studio.unit_"+unit, phrase.Args{"Count": count})}
	}
	return list
}

// number is the number of a moment, or its two ("5 to 7"), with steps.
func (p *Page) number(name, label string, t studio.Time, put func(field string, t studio.Time)) fyne.CanvasObject {
	wide := float32(76)
	e := p.entry(name+"-number", label, t.Number, "", wide, func(text string) {
		t.Number = strings.TrimSpace(text)
		if t.Number != "" { // a field that is empty for a moment is no moment
			put(name, t)
		}
	})
	return p.k.Stepped(e, func(by int) bool {
		next, ok := t.Step(by)
		if ok {
			put("", next)
			e.SetText(next.Number)
		}
		return ok
	})
}

// whom is for which treatments the row is.
func (p *Page) whom(e studio.Entry) []fyne.CanvasObject {
	k, v := p.k, p.k.V
	switch e.Kind {
	case studio.KindClinic, studio.KindAvoid, studio.KindAllow, studio.KindUse, studio.KindProductWait, studio.KindThen, studio.KindStage, studio.KindSpacing, studio.KindPhase:
		return nil
	}
	if !e.ForSome() && !e.Prescribed && !p.someOnly && !e.Kind.Part() {
		return []fyne.CanvasObject{kit.Left(k.Link("studio/some", v.T("studio.some_only"), func() {
			p.someOnly = true
			p.draw()
			k.GoTo("studio/device." + guidance.Devices()[0])
		}))}
	}
	boxes := []fyne.CanvasObject{}
	for _, device := range guidance.Devices() {
		on := slices.Contains(e.Device, device)
		boxes = append(boxes, k.Check("studio/device."+device, v.T("studio.device_"+device), on, func(on bool) {
			p.with("", func(r *row.Row) {
				r.Device = slices.DeleteFunc(slices.Clone(r.Device), func(d string) bool { return d == device })
				if on {
					r.Device = append(r.Device, device)
				}
			})
		}))
	}
	parts := []fyne.CanvasObject{p.labelled(v.T("studio.whom"), kit.Wrap(16, 4, boxes...))}
	if e.Kind != studio.KindCare {
		parts = append(parts, kit.Wrap(kit.GapBetween, 8,
			p.depth("over", v.T("studio.depth_over"), e.DepthOver, func(r *row.Row, mm float64) { r.DepthOver = mm }),
			p.depth("upto", v.T("studio.depth_upto"), e.DepthUpTo, func(r *row.Row, mm float64) { r.DepthUpTo = mm }),
			kit.Column(0, kit.Gap(22), k.Check("studio/sensitive", v.T("studio.sensitive"), e.Sensitive, func(on bool) { p.with("", func(r *row.Row) { r.Sensitive = on }) }))))
	}
	if e.Kind == studio.KindWindow || e.Kind == studio.KindRoutine || e.Kind == studio.KindCare {
		parts = append(parts, k.Check("studio/prescribed", v.T("studio.prescribed"), e.Prescribed, func(on bool) { p.with("", func(r *row.Row) { r.Prescribed = on }) }))
	}
	return parts
}

// depth is a needle depth in millimetres.
func (p *Page) depth(name, label string, mm float64, set func(r *row.Row, mm float64)) fyne.CanvasObject {
	text := ""
	if mm > 0 {
		text = strconv.FormatFloat(mm, 'f', -1, 64)
	}
	return p.labelled(label, kit.Left(p.entry("depth-"+name, label, text, "", 76, func(text string) {
		mm, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(text), ",", ".", 1), 64)
		if err != nil && strings.TrimSpace(text) != "" {
			return // it is still being written
		}
		p.with("depth-"+name, func(r *row.Row) { set(r, mm) })
	})))
}
