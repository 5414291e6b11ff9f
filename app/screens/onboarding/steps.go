package onboarding

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"afterglow/app/fault"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/planfile"
	"afterglow/app/service"
	"afterglow/guidance"
)

// whenAndWhere is step 1.
func (p *Page) whenAndWhere() (body, foot fyne.CanvasObject) {
	k, f := p.k, &p.form
	v := k.V
	device := kit.Column(6, k.Section(v.T("onboarding.device")), kit.Group(v.T("onboarding.device"),
		k.Chips("begin.device", p.choices("onboarding.device_", "pen", "roller", "rf", "prp"), f.device, func(id string) { f.device = id; p.draw() })))
	usual := func() *fyne.Container {
		return k.Chips("begin.depth", p.depths(), f.depth, func(id string) { f.depth, p.depthWrong = id, nil; p.draw() })
	}
	chips := usual()
	other := p.onEnter(k.Entry("begin.depth", f.otherDepth(), v.T("onboarding.depth_other"), 96, func(s string) {
		f.depth = strings.TrimSpace(s)
		_, p.depthWrong = f.millimetres()
		k.Settle(p.build)
	}), p.toPlan)
	other.OnChanged = func(s string) { // a usual answer, or that they are not sure, is not ticked beside what is written
		f.depth = strings.TrimSpace(s)
		copy(chips.Objects, usual().Objects)
		chips.Refresh()
	}
	chips.Add(other)
	depth := kit.Column(6, k.Section(v.T("onboarding.depth")), kit.Group(v.T("onboarding.depth"), chips), p.k.Wrong(p.depthWrong))
	area := kit.Column(6, k.Section(v.T("onboarding.area")), kit.Group(v.T("onboarding.area"),
		k.ManyChips("begin.area", p.choices("onboarding.area_", "face", "neck", "scalp", "body"), f.treated, func(id string) { f.turnArea(id); p.entryWrong = nil; p.draw() })))
	marks := k.Check("begin.sensitive", v.T("onboarding.sensitive"), f.sensitive, func(on bool) { f.sensitive = on; p.draw() })

	parts := []fyne.CanvasObject{p.head(v.T("onboarding.when_where"))}
	if p.model.Edit == nil {
		parts = append(parts, k.Notice(k.Body(v.T("onboarding.not_a_device"))))
	}
	parts = append(parts, k.Card(kit.Column(14, p.whenFields(), device, depth, area, marks)))
	return kit.Column(kit.GapBetween, parts...), p.foot(v.T("onboarding.cancel"), p.do.Leave, v.T("onboarding.next"), p.toPlan)
}

// choices are answers with their words, then "not sure".
func (p *Page) choices(prefix string, ids ...string) []kit.Choice {
	out := make([]kit.Choice, 0, len(ids)+1)
	for _, id := range ids {
		out = append(out, kit.Choice{ID: id, Text: p.k.V.T(prefix + id)})
	}
	return append(out, kit.Choice{Text: p.k.V.T("onboarding.not_sure")})
}

func (p *Page) depths() []kit.Choice {
	var out []kit.Choice
	for _, mm := range depths() {
		out = append(out, kit.Choice{ID: mm, Text: mm})
	}
	return append(out, kit.Choice{Text: p.k.V.T("onboarding.not_sure")})
}

func (p *Page) toPlan() {
	if p.busy {
		return
	}
	_, p.depthWrong = p.form.millimetres()
	if p.form.when.err != nil || p.depthWrong != nil {
		p.asked = true
		p.draw()
		if p.form.when.err != nil {
			p.k.GoTo("begin.when")
		}
		return
	}
	p.busy = true
	p.do.Check(p.treatment(), func(err error) {
		p.busy, p.entryWrong = false, err
		if err != nil {
			p.draw()
			p.k.GoTo("begin.when")
			return
		}
		p.turn(2)
	})
}

// whosePlan is step 2.
func (p *Page) whosePlan() (body, foot fyne.CanvasObject) {
	k, f := p.k, &p.form
	var plans []fyne.CanvasObject
	var presses []*kit.Press
	offer := func(id, name, line string, chosen bool, pick func()) {
		press := p.plan(id, name, line, chosen, func() { pick(); p.draw() })
		plans, presses = append(plans, press), append(presses, press)
	}
	for _, v := range p.model.Plans {
		line := k.V.PlanSummary(v)
		if plan, ok := p.stored(v.ID); line == "" && ok && plan.Clinic.Name != "" {
			line = k.V.T("onboarding.from_clinic", phrase.Args{"Clinic": plan.Clinic.Name})
		}
		offer("begin.plan."+v.ID, v.Name, line, f.planID == v.ID, func() { f.planID = v.ID })
	}
	if f.fileText != "" {
		from := k.V.T("onboarding.from_file", phrase.Args{"File": f.fileName})
		if c := f.filePlan.Clinic.Name; c != "" {
			from = k.V.T("onboarding.from_clinic", phrase.Args{"Clinic": c})
		}
		offer("begin.plan.file", f.filePlan.Name, from, f.planID == "", func() { f.planID = "" })
	}
	k.Walk(presses...)
	open := k.Secondary("begin.open", k.V.T("onboarding.open_plan"), p.open)
	choose := []fyne.CanvasObject{kit.Column(8, plans...), kit.Left(open), p.otherWays()}
	if f.wrong != nil {
		choose = append(choose, planfile.Mistakes{ID: "begin.file", File: f.wrongFile, Wrong: f.wrong, Details: p.details,
			Turn: func() { p.details = !p.details; p.draw() }, Copy: p.do.Copy}.Object(k))
	}
	parts := []fyne.CanvasObject{p.head(k.V.T("onboarding.whose_plan")), kit.Column(12, choose...)}
	if c := p.keyTimes(); c != nil {
		parts = append(parts, c)
	}
	if p.model.Edit == nil {
		parts = append(parts, p.phone())
	}
	on, text := p.toNudges, k.V.T("onboarding.looks_right")
	if p.model.Edit != nil {
		on, text = p.finish, k.V.T("onboarding.save")
	}
	if w := p.k.Wrong(p.finishWrong); w != nil {
		parts = append(parts, w)
	}
	return kit.Column(kit.GapBetween, parts...), p.foot(k.V.T("onboarding.back"), func() { p.turn(1) }, text, on)
}

// otherWays are the ways to a plan of who has no file of it.
func (p *Page) otherWays() fyne.CanvasObject {
	k, code := p.k, p.k.Muted(p.k.V.T("onboarding.open_code"))
	if p.model.Edit != nil { // its answers would be lost
		return code
	}
	return kit.Column(2, code, k.Muted(k.V.T("onboarding.on_paper")), kit.Wrap(18, 4,
		k.Link("begin.leaflet", k.V.T("onboarding.from_leaflet"), p.do.Leaflet), k.Link("begin.write", k.V.T("onboarding.write_plan"), p.do.Write)))
}

// phone asks for the clinic's telephone, so that it can be called from every page; a plan that names it is not asked.
func (p *Page) phone() fyne.CanvasObject {
	k, f := p.k, &p.form
	if plan, ok := p.chosenPlan(); ok && plan.Clinic.Phone != "" {
		return k.Muted(k.V.T("onboarding.phone_known", phrase.Args{"Phone": plan.Clinic.Phone}))
	}
	field := k.Entry("begin.phone", f.phone, "", 220, nil)
	field.Name = k.V.T("onboarding.phone")
	field.OnChanged = func(s string) { f.phone = s }
	p.onEnter(field, p.toNudges)
	return k.Card(kit.Column(6, k.Section(k.V.T("onboarding.phone")), k.Muted(k.V.T("onboarding.phone_help")), kit.Left(field), k.Wrong(p.phoneWrong)))
}

// toNudges goes on to step 3.
func (p *Page) toNudges() {
	if p.phoneWrong = service.CheckPhone(p.form.phone); p.phoneWrong != nil {
		p.draw()
		p.k.GoTo("begin.phone")
		return
	}
	p.turn(3)
}

// plan is one plan to choose.
func (p *Page) plan(id, name, line string, chosen bool, pick func()) *kit.Press {
	k := p.k
	icon := kit.IconTickOff
	if chosen {
		icon = kit.IconTick
	}
	row := kit.TopRow(12, 1, k.Icon(icon, 20, k.P.Rose), kit.Column(0, k.Strong(name), k.Muted(line)))
	return k.Press(id, name, kit.CardCorner, k.Card(row), pick).As(kit.RoleOption, chosen)
}

// chosenPlan is the plan that is ticked.
func (p *Page) chosenPlan() (guidance.Plan, bool) {
	if p.form.planID == "" {
		return p.form.filePlan, p.form.fileText != ""
	}
	return p.stored(p.form.planID)
}

// stored is a plan of the list.
func (p *Page) stored(id string) (guidance.Plan, bool) {
	if p.model.PlanText == nil {
		return guidance.Plan{}, false
	}
	plan, err := p.model.PlanText(id)
	return plan, err == nil
}

// keyTimes shows what the plan makes of this treatment, before anything is entered.
func (p *Page) keyTimes() fyne.CanvasObject {
	k := p.k
	plan, ok := p.chosenPlan()
	if !ok {
		return nil
	}
	n := p.form.treatment()
	n.At = p.form.when.instant(k.V.Now())
	var rows []fyne.CanvasObject
	for _, t := range service.KeyTimesOf(n, plan, k.V.Now().Location()) {
		rows = append(rows, kit.Grid(10, []float32{1.4, 1, 0.8},
			k.Strong(k.V.KeyTime(t)), k.Body(k.V.KeyMoment(t)), k.Muted(k.V.T("onboarding.key_after", phrase.Args{"Length": t.After}))))
	}
	if len(rows) == 0 {
		return nil
	}
	return k.Card(kit.Column(6, append([]fyne.CanvasObject{k.Section(k.V.T("onboarding.key_times"))}, rows...)...))
}

// open lets the person choose a plan file and reads it.
func (p *Page) open() {
	p.do.Open(guidance.LargestFile, func(name string, text []byte, fits bool) {
		name = filepath.Base(name)
		p.form.wrongFile, p.details = name, false
		if !fits {
			p.form.wrong = fault.Use("planfile.too_large", fault.Args{"File": name})
		} else {
			p.form.read(name, text)
		}
		p.draw()
	})
}
