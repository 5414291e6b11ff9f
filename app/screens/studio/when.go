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
	from := moment{name: "from", label: v.T("studio.begins"), said: e.From, empty: studio.TimeStart, offer: studio.Starts, set: func(r *row.Row, s string) { r.From = s }}
	until := moment{name: "until", label: v.T("studio.ends"), said: e.Until, end: true, empty: studio.TimeNoEnd, offer: studio.Ends, set: func(r *row.Row, s string) { r.Until = s }}
	both := func() fyne.CanvasObject {
		return kit.Beside(560, kit.GapInside, []float32{1, 1}, p.moment(from), p.moment(until))
	}
	switch e.Kind {
	case studio.KindClinic, studio.KindAvoid, studio.KindAllow, studio.KindUse:
		return nil
	case studio.KindCall:
		from.label, from.offer = v.T("studio.still_after"), []studio.TimeKind{studio.TimeStart, studio.TimeAfter}
		return []fyne.CanvasObject{p.moment(from)}
	case studio.KindSpacing, studio.KindSpacingWhen:
		from.label, from.empty, from.offer, from.words = v.T("studio.spacing_from"), studio.TimeUnsaid, studio.Lengths, "studio.length_"
		until.label, until.empty, until.offer, until.words = v.T("studio.spacing_until"), studio.TimeUnsaid, studio.Lengths, "studio.length_"
		from.first, until.first = studio.Time{Number: "4", Unit: "weeks"}, studio.Time{Number: "6", Unit: "weeks"}
		return []fyne.CanvasObject{both()}
	case studio.KindProductWait:
		return []fyne.CanvasObject{p.moment(until)}
	case studio.KindWindowWhen:
		until.empty, until.offer = studio.TimeUnsaid, studio.VariantEnds
		return []fyne.CanvasObject{p.moment(until)}
	case studio.KindRoutineWhen:
		from.empty, from.offer = studio.TimeUnsaid, studio.VariantStarts
		until.empty, until.offer = studio.TimeUnsaid, studio.VariantEnds
		return []fyne.CanvasObject{both()}
	case studio.KindStage:
		from.offer, until.empty, until.offer = studio.StageStarts, studio.TimeUnsaid, studio.StageEnds
		none := p.k.Check("studio/none", v.T("studio.none"), e.Rule == row.Avoid, func(on bool) {
			p.with("", func(r *row.Row) {
				if r.Rule = row.Do; on {
					r.Rule = row.Avoid
				}
			})
		})
		parts = append(parts, both(), none)
		if e.Rule == row.Avoid {
			return parts
		}
		return append(parts, p.often(e))
	case studio.KindPhase:
		until.offer = studio.StageEnds[1:]
		from.offer = studio.StageStarts
	}
	if e.Rule == row.May {
		from.label, from.end, from.empty, from.offer = v.T("studio.may_from"), true, studio.TimeNoEnd, studio.Ends
		parts = append(parts, p.moment(from))
	} else {
		parts = append(parts, both())
	}
	if studio.ReadTime(e.End(), true).Kind == studio.TimeCalm {
		parts = append(parts, p.condition(e), p.moment(p.usually(e)))
	}
	if e.Rule != row.Do {
		return parts
	}
	if e.Kind != studio.KindRoutine { // it has no count yet
		return append(parts, p.often(e))
	}
	each := p.length("for", v.T("studio.for"), e.For, studio.Time{Number: "10", Unit: "minutes"}, func(r *row.Row, s string) { r.For = s })
	return append(parts, kit.Beside(560, kit.GapInside, []float32{1, 1}, p.often(e), each))
}

// often is how often something is done.
func (p *Page) often(e studio.Entry) fyne.CanvasObject {
	v := p.k.V
	return p.labelled(v.T("studio.often"), p.entry("often", v.T("studio.often"), e.Often, v.T("studio.often_hint"), 240, func(text string) {
		p.with("often", func(r *row.Row) { r.Often = text })
	}))
}

// condition is what the sheet says of the condition on which the row ends.
func (p *Page) condition(e studio.Entry) fyne.CanvasObject {
	v := p.k.V
	return p.labelled(v.T("studio.condition"), p.entry("condition", v.T("studio.condition"), e.Condition, v.T("studio.condition_hint"), 240, func(text string) {
		p.with("condition", func(r *row.Row) { r.Condition = text })
	}))
}

// usually is the sheet's guess of when that is.
func (p *Page) usually(e studio.Entry) moment {
	return moment{name: "usually", label: p.k.V.T("studio.usually"), said: e.Usually, end: true, empty: studio.TimeUnsaid, offer: studio.Lengths, words: "studio.length_",
		first: studio.Time{Number: "5", Unit: "days"}, set: func(r *row.Row, s string) { r.Usually = s }}
}

// moment is one moment of the row, or a length of time: what it counts from, and how far.
type moment struct {
	name, label string
	said        string // as the plan has it
	end         bool
	empty       studio.TimeKind // what it is where nothing is said
	offer       []studio.TimeKind
	words       string      // how the messages of the offer begin; "": studio.time_
	first       studio.Time // number and unit of a length that is chosen; none: a day
	set         func(r *row.Row, said string)
}

// read takes the moment apart.
func (m moment) read() studio.Time {
	if m.said == "" {
		return studio.Time{Kind: m.empty}
	}
	return studio.ReadTime(m.said, m.end)
}

// write is the moment as a plan has it. What stands for nothing elsewhere is written out where nothing means another thing.
func (m moment) write(t studio.Time) string {
	switch {
	case t.Kind == studio.TimeNoEnd && m.empty != studio.TimeNoEnd:
		return guidance.Moment{Anchor: guidance.NoEnd}.String()
	case t.Kind == studio.TimeStart && m.empty != studio.TimeStart:
		return "0h"
	}
	return t.String()
}

// as is the moment t as one of another kind.
func (m moment) as(t studio.Time, kind studio.TimeKind) studio.Time {
	next := t.As(kind)
	if m.first.Number != "" && !t.Counted() && next.Counted() {
		next.Number, next.Unit = m.first.Number, m.first.Unit
	}
	return next
}

// digit is the moment as a digit that is typed where it is chosen begins it: a length of time that ends with it, or the number
// of its day. ok is false for another letter.
func (m moment) digit(t studio.Time, r rune) (next studio.Time, ok bool) {
	if r < '0' || r > '9' {
		return t, false
	}
	if !t.Daily() && (!t.Counted() || t.Number == "") {
		counts := func(k studio.TimeKind) bool { return studio.Time{Kind: k}.Counted() }
		i := slices.IndexFunc(m.offer, counts)
		if i < 0 {
			return t, false
		}
		t = m.as(t, m.offer[i])
	}
	t.Number = string(r)
	return t, true
}

// moment draws a moment.
func (p *Page) moment(m moment) fyne.CanvasObject {
	k, v := p.k, p.k.V
	t := m.read()
	if typed, ok := p.typed[m.name]; ok && m.write(typed) == m.said {
		t = typed // half of what is written ("5 t") is no moment yet, and its field must stay
	}
	put := func(field string, t studio.Time) {
		p.typed[m.name] = t
		p.with(field, func(r *row.Row) { m.set(r, m.write(t)) })
	}
	offer, words := m.offer, m.words
	if !slices.Contains(offer, t.Kind) {
		offer = append(slices.Clone(offer), t.Kind)
	}
	if words == "" {
		words = "studio.time_"
	}
	pick := k.Pick("studio/"+m.name, m.label, choices(v, words, offer), string(t.Kind), func(id string) {
		next := m.as(t, studio.TimeKind(id))
		put("", next)
		if next.Counted() || next.Daily() { // its number comes next
			k.GoTo("studio/" + m.name + "-number")
			return
		}
		k.GoTo("studio/" + m.name)
	})
	pick.OnRune = func(r rune) bool {
		next, ok := m.digit(t, r)
		if !ok {
			return false
		}
		put("", next)
		k.GoTo("studio/" + m.name + "-number")
		if f := p.fields[m.name+"-number"]; f != nil {
			f.entry.End()
		}
		return true
	}
	parts := []fyne.CanvasObject{pick}
	if t.Kind == studio.TimeOther {
		parts = append(parts, p.entry(m.name+"-said", m.label, t.Raw, "", 160, func(text string) { t.Raw = text; put(m.name, t) }))
	}
	if t.Counted() && t.Number != "" || t.Daily() {
		parts = append(parts, p.number(m.name, m.label, t, put))
	}
	if t.Counted() && t.Number != "" {
		parts = append(parts, k.Pick("studio/"+m.name+"-unit", v.T("studio.unit"), p.units(t.Number), t.Unit, func(id string) {
			t.Unit = id
			put("", t)
			k.GoTo("studio/" + m.name + "-unit")
		}))
	}
	drawn := p.labelled(m.label, kit.Wrap(8, 8, parts...))
	if at, err := guidance.ParseMoment(m.said); t.Daily() && err == nil {
		return kit.Column(4, drawn, k.Muted(v.T("studio.that_is", phrase.Args{"Moment": v.PlanMoment(at)})))
	}
	return drawn
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

// number is the number of a moment, or its two ("5 to 7"), with steps. A unit that is typed behind it ("2 weeks") is the
// moment's from then on; once the keyboard is elsewhere the field shows the number alone.
func (p *Page) number(name, label string, t studio.Time, put func(field string, t studio.Time)) fyne.CanvasObject {
	wide := float32(76)
	e := p.entry(name+"-number", label, t.Number, "", wide, func(text string) {
		if strings.TrimSpace(text) != "" { // a field that is empty for a moment is no moment
			put(name, t.Typed(text))
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
	case studio.KindClinic, studio.KindAvoid, studio.KindAllow, studio.KindUse, studio.KindProductWait, studio.KindStage, studio.KindSpacing, studio.KindPhase:
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
	area := p.labelled(v.T("studio.area"), kit.Left(p.entry("area", v.T("studio.area"), strings.Join(e.Area, ", "), v.T("studio.area_hint"), 160, func(text string) {
		p.with("area", func(r *row.Row) { r.Area = split(text) })
	})))
	parts := []fyne.CanvasObject{p.labelled(v.T("studio.whom"), kit.Wrap(16, 4, boxes...))}
	if e.Kind == studio.KindCare {
		parts = append(parts, area)
	} else {
		parts = append(parts, kit.Wrap(kit.GapBetween, 8, area,
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
		mm, err := studio.ReadDepth(text)
		if err != nil {
			p.wrong = err
			p.soon()
			return
		}
		p.with("depth-"+name, func(r *row.Row) { set(r, mm) })
	})))
}
