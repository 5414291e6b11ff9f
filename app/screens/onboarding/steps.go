package onboarding

import (
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
	"afterglow/app/screens/words"
	"afterglow/guidance"
)

// notADevice is what everybody reads before the first treatment.
const notADevice = "This is a diary and reminder, not a medical device. It cannot tell if something is wrong. " +
	"If you are worried, call your clinic. In an emergency, call your local emergency number."

// whenAndWhere is step 1.
func (p *Page) whenAndWhere() (body, foot fyne.CanvasObject) {
	k, f := p.k, &p.form
	p.reads = k.Para()
	p.readWhen()
	p.usual = kit.Over(p.quickChips())
	date := k.Entry("begin.date", f.date, p.model.Now.Format(time.DateOnly), 128, nil)
	date.OnChanged = func(s string) { f.date = s; p.wroteWhen() }
	clock := k.Entry("begin.clock", f.clock, "18:00", 76, nil)
	clock.OnChanged = func(s string) { f.clock = s; p.wroteWhen() }
	when := kit.Column(8,
		k.Section("When did it end?"),
		p.usual,
		kit.Row(8, 3, date, k.Muted("at"), clock, p.reads))

	device := kit.Column(8, k.Section("With what?"),
		k.Chips("begin.device", []kit.Choice{{ID: "pen", Text: "Pen"}, {ID: "roller", Text: "Roller"}, {ID: "rf", Text: "RF"}, {ID: "", Text: "Not sure"}}, f.device,
			func(id string) { f.device = id; p.draw() }))
	depths := []kit.Choice{{ID: "0.25", Text: "0.25"}, {ID: "0.5", Text: "0.5"}, {ID: "1", Text: "1.0"}, {ID: "1.5", Text: "1.5"}, {ID: "2", Text: "2.0"}, {ID: "2.5", Text: "2.5"}, {ID: "", Text: "Not sure"}}
	chips := k.Chips("begin.depth", depths, f.depth, func(id string) { f.depth, p.depthWrong = id, ""; p.draw() })
	chips.Add(k.Entry("begin.depth", f.depth, "other", 76, func(s string) { f.depth = s; _, p.depthWrong = f.millimetres(); k.Settle(p.build) }))
	depth := kit.Column(8, k.Section("How deep, in millimetres?"), chips, p.wrong(p.depthWrong))
	area := kit.Column(8, k.Section("Where?"),
		k.Chips("begin.area", []kit.Choice{{ID: "face", Text: "Face"}, {ID: "neck", Text: "Neck"}, {ID: "scalp", Text: "Scalp"}, {ID: "body", Text: "Body"}, {ID: "", Text: "Not sure"}}, f.area,
			func(id string) { f.area = id; p.draw() }))
	marks := k.Check("begin.sensitive", "My skin marks easily, or dark patches stay for long", f.sensitive, func(on bool) { f.sensitive = on; p.draw() })

	parts := []fyne.CanvasObject{p.head("When and where?")}
	if p.model.Edit == nil {
		parts = append(parts, k.Banner(k.Water(), k.Body(notADevice)))
	}
	parts = append(parts, k.Card(kit.Column(16, when, device, depth, area, marks)))
	return kit.Column(kit.GapBetween, parts...), p.foot("Cancel", p.do.Leave, "Next", p.toPlan)
}

func (p *Page) quickChips() fyne.CanvasObject {
	return p.k.Chips("begin.quick", []kit.Choice{{ID: "now", Text: "Just now"}, {ID: "earlier", Text: "Earlier today"}, {ID: "yesterday", Text: "Yesterday"}}, p.form.quick, p.quick)
}

// quick fills in a usual moment.
func (p *Page) quick(id string) {
	at := p.model.Now
	switch id {
	case "earlier":
		midnight := time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, at.Location())
		if at = at.Add(-3 * time.Hour).Truncate(30 * time.Minute); at.Before(midnight) {
			at = midnight
		}
	case "yesterday":
		at = at.AddDate(0, 0, -1)
	}
	p.form.quick, p.form.date, p.form.clock = id, at.Format(time.DateOnly), words.Clock(at)
	p.draw()
}

// wroteWhen follows each letter: what is written by hand is no longer a usual moment.
func (p *Page) wroteWhen() {
	if p.form.quick != "" {
		p.form.quick = ""
		p.usual.Objects = []fyne.CanvasObject{p.quickChips()}
		p.usual.Refresh()
	}
	p.readWhen()
}

// readWhen says beside the fields what they mean, or how to write it.
func (p *Page) readWhen() {
	at, wrong := p.form.at(p.model.Now)
	if wrong != "" {
		p.reads.SetRuns(kit.Run{Text: wrong, Ink: p.k.P.Amber, Bold: true})
		return
	}
	p.reads.SetRuns(kit.Run{Text: words.LongDate(at) + ", " + words.Clock(at), Ink: p.k.P.Muted})
}

func (p *Page) toPlan() {
	_, whenWrong := p.form.at(p.model.Now)
	_, p.depthWrong = p.form.millimetres()
	if whenWrong != "" || p.depthWrong != "" {
		p.draw()
		if whenWrong != "" {
			p.k.GoTo("begin.date")
		}
		return
	}
	p.turn(2)
}

// whosePlan is step 2.
func (p *Page) whosePlan() (body, foot fyne.CanvasObject) {
	k, f := p.k, &p.form
	var plans []fyne.CanvasObject
	for _, v := range p.model.Plans {
		line := words.Stop(v.Summary)
		if v.Starter && !strings.Contains(line, "clinic") {
			line = strings.TrimSpace(line + " Your clinic's advice comes first.")
		}
		plans = append(plans, p.plan("begin.plan."+v.ID, v.Name, line, f.planID == v.ID, func() { f.planID = v.ID; p.draw() }))
	}
	if f.fileText != "" {
		from := "From the file " + f.fileName + "."
		if c := f.filePlan.Clinic.Name; c != "" {
			from = "From " + c + "."
		}
		plans = append(plans, p.plan("begin.plan.file", f.filePlan.Name, from, f.planID == "", func() { f.planID = ""; p.draw() }))
	}
	open := k.Secondary("begin.open", "Open a clinic's plan file", p.open)
	choose := []fyne.CanvasObject{kit.Column(8, plans...), kit.Left(open)}
	if len(f.problems) > 0 {
		lines := []fyne.CanvasObject{k.Strong("This file cannot be used yet. Nothing was changed.")}
		for _, s := range f.problems {
			lines = append(lines, k.Body(s))
		}
		choose = append(choose, k.Banner(k.Amber(), kit.Column(4, lines...)))
	}
	parts := []fyne.CanvasObject{p.head("Whose plan?"), kit.Column(12, choose...)}
	if c := p.fiveCard(); c != nil {
		parts = append(parts, c)
	}
	on, text := func() { p.turn(3) }, "Looks right"
	if p.model.Edit != nil {
		on, text = p.finish, "Save"
	}
	if w := p.wrong(p.finishWrong); w != nil {
		parts = append(parts, w)
	}
	return kit.Column(kit.GapBetween, parts...), p.foot("Back", func() { p.turn(1) }, text, on)
}

// plan is one plan to choose.
func (p *Page) plan(id, name, line string, chosen bool, pick func()) fyne.CanvasObject {
	k := p.k
	icon, label := kit.IconTickOff, name
	if chosen {
		icon, label = kit.IconTick, name+", chosen"
	}
	row := kit.TopRow(12, 1, k.Icon(icon, 20, k.P.Rose), kit.Column(0, k.Strong(name), k.Muted(line)))
	return k.Press(id, label, kit.CardCorner, k.Card(row), pick)
}

// chosenPlan is the plan that is ticked.
func (p *Page) chosenPlan() (guidance.Plan, bool) {
	if p.form.planID == "" {
		return p.form.filePlan, p.form.fileText != ""
	}
	if p.model.PlanText == nil {
		return guidance.Plan{}, false
	}
	plan, err := p.model.PlanText(p.form.planID)
	return plan, err == nil
}

// fiveCard shows what the plan makes of this treatment, before anything is entered.
func (p *Page) fiveCard() fyne.CanvasObject {
	k := p.k
	plan, ok := p.chosenPlan()
	if !ok {
		return nil
	}
	rows := []fyne.CanvasObject{k.Section("Five key times")}
	for _, t := range fiveTimes(plan, p.form.treatment(p.model.Now), p.model.Now) {
		rows = append(rows, kit.Grid(10, []float32{1.1, 1.2, 1}, k.Line(t.name, k.P.Text, true), k.Line(t.when, k.P.Text, false), k.Line(t.span, k.P.Muted, false)))
	}
	if len(rows) == 1 {
		return nil
	}
	return k.Card(kit.Column(6, rows...))
}

// open lets the person choose a plan file and reads it.
func (p *Page) open() {
	p.do.Open(largestPlan, func(name string, text []byte, fits bool) {
		name = filepath.Base(name)
		if !fits {
			p.form.problems = tooLarge(name)
		} else {
			p.form.read(name, text)
		}
		p.draw()
	})
}

// nudges is step 3.
func (p *Page) nudges() (body, foot fyne.CanvasObject) {
	k, f := p.k, &p.form
	state := "off"
	if f.sleepOn {
		state = "on"
	}
	hours := []fyne.CanvasObject{k.Segments("begin.sleep", []kit.Choice{{ID: "on", Text: "On"}, {ID: "off", Text: "Off"}}, state, func(id string) { f.sleepOn = id == "on"; p.draw() })}
	if f.sleepOn {
		hours = append(hours,
			k.Entry("begin.sleep.from", f.sleepFrom, "22:30", 76, func(s string) { f.sleepFrom = s; p.checkSleep() }), k.Muted("to"),
			k.Entry("begin.sleep.to", f.sleepTo, "07:30", 76, func(s string) { f.sleepTo = s; p.checkSleep() }))
	}
	sleep := kit.Column(8, k.Section("When do you sleep?"), k.Muted("Afterglow is quiet then. What ends at night is told in the morning."),
		kit.Row(8, -1, hours...), p.wrong(p.sleepWrong))

	parts := []fyne.CanvasObject{sleep, p.water()}
	try := []fyne.CanvasObject{k.Section("Try it"), kit.Left(k.Secondary("begin.test", "Send a test", p.test))}
	if p.testSaid != "" {
		ink := k.P.Sage
		if p.testWrong {
			ink = k.P.Amber
		}
		try = append(try, k.Inked(p.testSaid, ink, true))
	}
	login := k.Check("begin.login", "Open at login, quietly in the tray", f.login, func(on bool) { f.login = on; p.draw() })
	parts = append(parts, kit.Column(8, try...), login)

	page := []fyne.CanvasObject{p.head("When may we nudge?"), k.Card(kit.Column(18, parts...)),
		k.Muted("Everything stays in a folder on this computer. Afterglow does not go online.")}
	if w := p.wrong(p.finishWrong); w != nil {
		page = append(page, w)
	}
	return kit.Column(kit.GapBetween, page...), p.foot("Back", func() { p.turn(2) }, "Start", p.finish)
}

// water asks about a limit, or tells what was answered with an earlier treatment.
func (p *Page) water() fyne.CanvasObject {
	k, f := p.k, &p.form
	if !p.asksOfFluids() {
		state := "off"
		if p.model.Water {
			state = "on"
		}
		return k.Muted("Water reminders are " + state + ", as before. You can change that in Settings.")
	}
	water := []fyne.CanvasObject{
		k.Section("Have you been told to limit fluids?"),
		k.Muted("Or do you have a heart, kidney or liver condition?"),
		k.Chips("begin.fluids", []kit.Choice{{ID: "no", Text: "No"}, {ID: "yes", Text: "Yes"}, {ID: "unsure", Text: "Not sure"}}, f.fluids, func(id string) { f.fluids, p.fluidsWrong = id, ""; p.draw() }),
	}
	switch f.fluids {
	case "":
		if w := p.wrong(p.fluidsWrong); w != nil {
			water = append(water, w)
		}
	case "no":
		water = append(water, k.Muted("General drinks guide, about 8 small glasses (200 ml) a day. Your doctor's limit comes first."))
	default:
		water = append(water, k.Muted("Water reminders stay off. You can turn them on in Settings."))
	}
	return kit.Column(6, water...)
}

func (p *Page) checkSleep() {
	_, p.sleepWrong = p.form.sleep()
	p.k.Settle(p.build)
}

func (p *Page) test() {
	p.do.Test(func(say string, err error) {
		p.testSaid, p.testWrong = "✓ "+say, false
		if err != nil {
			p.testSaid, p.testWrong = words.Stop(words.Capital(err.Error())), true
		}
		p.draw()
	})
}
