package studio

import (
	"strconv"

	"fyne.io/fyne/v2"

	"afterglow/app/ask"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
	"afterglow/app/studio"
	"afterglow/guidance"
)

func askOf(words string) ask.Question { return ask.Question{Text: words} }

// preview is what a patient would see of the plan, and hear when they ask of the open row.
func (p *Page) preview() fyne.CanvasObject {
	k, v := p.k, p.k.V
	parts := []fyne.CanvasObject{k.Section(v.T("studio.preview")), p.treated()}
	if !p.looked.readable {
		return k.Card(kit.Column(kit.GapBetween, append(parts, k.Muted(v.T("studio.no_preview")))...))
	}
	if asked := p.asked(); asked != nil {
		parts = append(parts, asked)
	}
	moments := make([]kit.Choice, len(studio.Moments()))
	for i, after := range studio.Moments() {
		moments[i] = kit.Choice{ID: strconv.Itoa(i), Text: v.Length(after)}
	}
	parts = append(parts, k.Rule(), p.labelled(v.T("studio.screen_after"), k.Segments("studio/moment", moments, strconv.Itoa(p.state.Moment), func(id string) {
		p.state.Moment, _ = strconv.Atoi(id)
		p.look()
		p.draw()
		k.GoTo("studio/moment." + id)
	})))
	return k.Card(kit.Column(kit.GapBetween, append(parts, p.screen())...))
}

// treated is the treatment that the plan is looked at with.
func (p *Page) treated() fyne.CanvasObject {
	k, v, t := p.k, p.k.V, p.state.Traits
	device := k.Pick("studio/look-device", v.T("studio.look_device"), choices(v, "studio.device_", guidance.Devices()), t.Device, func(id string) {
		p.state.Traits.Device = id
		p.look()
		p.draw()
		k.GoTo("studio/look-device")
	})
	depths := []kit.Choice{}
	for _, mm := range []float64{0.25, 0.5, 1, 1.5, 2, 2.5, 3} {
		depths = append(depths, kit.Choice{ID: strconv.FormatFloat(mm, 'f', -1, 64), Text: v.T("studio.mm", phrase.Args{"MM": mm})})
	}
	depth := k.Pick("studio/look-depth", v.T("studio.look_depth"), depths, strconv.FormatFloat(t.DepthMM, 'f', -1, 64), func(id string) {
		p.state.Traits.DepthMM, _ = strconv.ParseFloat(id, 64)
		p.look()
		p.draw()
		k.GoTo("studio/look-depth")
	})
	marks := k.Check("studio/look-marks", v.T("studio.sensitive"), t.Sensitive, func(on bool) {
		p.state.Traits.Sensitive = on
		p.look()
		p.draw()
	})
	return kit.Wrap(8, 8, device, depth, marks)
}

// asked is what the patient hears when they ask of the open row, at each moment.
func (p *Page) asked() fyne.CanvasObject {
	k, v := p.k, p.k.V
	if len(p.looked.asked) == 0 || p.looked.of != p.state.Row {
		return nil
	}
	e, ok := p.state.Draft.Row(p.state.Row)
	words := e.Words()
	if !ok || len(words) == 0 {
		return nil
	}
	lines := []fyne.CanvasObject{k.Strong(v.T("studio.asked", phrase.Args{"Words": words[0]}))}
	trial := p.trial()
	for i, after := range studio.Moments() {
		then := v.At(trial.At.Add(after), trial.Zone)
		reply := p.looked.asked[i].Reply
		ink := k.P.Text
		switch reply.Verdict {
		case ask.Yes:
			ink = k.P.Sage
		case ask.NotYet, ask.No:
			ink = k.P.Amber
		case ask.Silent, ask.Unknown:
			ink = k.P.Muted
		}
		lines = append(lines, kit.Grid(8, []float32{1.2, 1.8}, k.Muted(v.T("studio.after", phrase.Args{"Length": after})), k.Inked(then.AskBrief(reply), ink, false)))
	}
	return kit.Column(4, lines...)
}

// screen is the patient's first page at the moment, in short.
func (p *Page) screen() fyne.CanvasObject {
	k, st := p.k, p.looked.status
	if st.Treatment == nil {
		return k.Muted(k.V.T("studio.over"))
	}
	v := k.V.At(st.Now, st.Now.Location())
	lines := []fyne.CanvasObject{k.Headline(kit.Run{Text: v.Headline(st), Ink: k.P.Text, Bold: true})}
	point := func(head string, ink bool, what []service.Opening) {
		if len(what) == 0 {
			return
		}
		title := k.Strong(head)
		if ink {
			title = k.Inked(head, k.P.Sage, true)
		}
		lines = append(lines, kit.Column(0, title, k.Muted(v.PathNames(what, 0))))
	}
	o := st.Openings()
	point(v.T("path.now"), true, o.Open)
	point(v.T("path.calm_head"), false, o.Asked)
	point(v.T("path.until_head"), false, o.Until)
	point(v.T("path.never_head"), false, o.Never)
	for _, m := range o.Ahead {
		point(v.PathMoment(m.At), false, m.What)
	}
	point(v.T("path.no_end_head"), false, o.NoEnd)
	for _, r := range st.Routines {
		lines = append(lines, kit.Column(0, k.Strong(r.Name), k.Muted(v.RoutineLine(r, false))))
	}
	if head, rest := v.Expects(st); head != "" && st.Phase != nil {
		lines = append(lines, kit.Column(0, k.Strong(head), k.Muted(rest)))
	}
	return kit.Column(10, lines...)
}
