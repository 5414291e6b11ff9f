package onboarding

import (
	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
)

// nudges is step 3.
func (p *Page) nudges() (body, foot fyne.CanvasObject) {
	k, f := p.k, &p.form
	v := k.V
	login := k.Check("begin.login", v.T("onboarding.login"), f.login, func(on bool) { f.login = on; p.draw() })
	page := []fyne.CanvasObject{p.head(v.T("onboarding.may_remind")), k.Card(kit.Column(18, p.sleep(), k.Rule(), p.water(), k.Rule(), p.tryOne(), login)),
		k.Muted(v.T("onboarding.stays_here"))}
	if w := p.k.Wrong(p.finishWrong); w != nil {
		page = append(page, w)
	}
	return kit.Column(kit.GapBetween, page...), p.foot(v.T("onboarding.back"), func() { p.turn(2) }, v.T("onboarding.start"), p.finish)
}

// sleep asks for the hours without reminders.
func (p *Page) sleep() fyne.CanvasObject {
	k, f := p.k, &p.form
	v := k.V
	head := kit.Row(kit.GapInside, 0, kit.Column(0, k.Section(v.T("onboarding.sleep")), k.Muted(v.T("onboarding.sleep_help"))),
		k.Switch("begin.sleep", v.T("onboarding.sleep"), f.sleepOn, func(on bool) { f.sleepOn = on; p.draw() }))
	if !f.sleepOn {
		return head
	}
	hours := kit.Wrap(8, 8,
		k.Clock("begin.sleep.from", v.T("onboarding.sleep_from"), f.sleepFrom, func(s string) { f.sleepFrom = s; p.checkSleep() }),
		k.Muted(v.T("onboarding.sleep_to")),
		k.Clock("begin.sleep.to", v.T("onboarding.sleep_until"), f.sleepTo, func(s string) { f.sleepTo = s; p.checkSleep() }))
	return kit.Column(8, head, hours, p.k.Wrong(p.sleepWrong))
}

// water asks about a limit, or tells what was answered with an earlier treatment.
func (p *Page) water() fyne.CanvasObject {
	k, f := p.k, &p.form
	v := k.V
	if !p.asksOfFluids() {
		if p.model.Water {
			return k.Muted(v.T("onboarding.water_on"))
		}
		return k.Muted(v.T("onboarding.water_off"))
	}
	water := []fyne.CanvasObject{
		k.Section(v.T("onboarding.fluids")),
		k.Muted(v.T("onboarding.fluids_or")),
		k.Muted(v.T("onboarding.fluids_why")),
		kit.Group(v.T("onboarding.fluids"), k.Chips("begin.fluids", []kit.Choice{
			{ID: "no", Text: v.T("onboarding.no")}, {ID: "yes", Text: v.T("onboarding.yes")}, {ID: "unsure", Text: v.T("onboarding.not_sure")},
		}, f.fluids, func(id string) { f.fluids, p.fluidsWrong = id, nil; p.draw() })),
	}
	switch f.fluids {
	case "":
		if w := p.k.Wrong(p.fluidsWrong); w != nil {
			water = append(water, w)
		}
	case "no":
		water = append(water, k.Muted(v.T("onboarding.fluids_no")))
	default:
		water = append(water, k.Muted(v.T("onboarding.fluids_yes")))
	}
	return kit.Column(6, water...)
}

// tryOne sends a reminder to look at.
func (p *Page) tryOne() fyne.CanvasObject {
	k := p.k
	try := []fyne.CanvasObject{k.Section(k.V.T("onboarding.try")), kit.Left(k.Secondary("begin.test", k.V.T("onboarding.send_test"), p.test))}
	if p.testSaid != "" {
		ink := k.P.Sage
		if p.testWrong {
			ink = k.P.Amber
		}
		try = append(try, k.Inked(p.testSaid, ink, true))
	}
	return kit.Column(8, try...)
}

func (p *Page) checkSleep() {
	_, p.sleepWrong = p.form.sleep(p.k.V)
	p.k.Settle(p.build)
}

func (p *Page) test() {
	p.do.Test(func(say string, err error) {
		p.testSaid, p.testWrong = p.k.V.T("onboarding.went_well", phrase.Args{"Text": say}), false
		if err != nil {
			p.testSaid, p.testWrong = p.k.V.Error(err), true
		}
		p.draw()
	})
}
