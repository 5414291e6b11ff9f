package sheets

import (
	"errors"
	"strconv"

	"fyne.io/fyne/v2"

	"afterglow/app/calserver"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
)

// CalendarServer sets up the person's own calendar server, step by step, and shows how it stands: what it is, which
// calendar, what would be written; then it is begun.
type CalendarServer struct {
	State calserver.State
	On    bool
	Ask   func(r calserver.Request, answer func(calserver.Answer, error)) // asks the program that goes online
	Again func() (calserver.State, bool, error)                           // reads what is set up

	setup    calserver.Setup
	password string
	all      []calserver.Place // that were found; nil: not looked for yet
	at       int               // the one that was chosen; -1: one of our own
	look     *calserver.Answer // what would be written; nil: not known yet
	done     *calserver.Answer // what was written just now
	needs    bool              // a password is asked for, of a server that is set up
	ending   bool              // it is asked whether it is to be turned off
	busy     bool
	wrong    error
}

// mostActs is how many entries are named; more are counted.
const mostActs = 8

// Sheet implements Panel.
func (p *CalendarServer) Sheet(k *kit.Kit, h Handle) *kit.Sheet {
	v := k.V
	var lines, buttons []fyne.CanvasObject
	switch {
	case p.On && p.ending:
		lines, buttons = p.end(k, h)
	case p.On:
		lines, buttons = p.stands(k, h)
	case p.look != nil:
		lines, buttons = p.shows(k, h)
	case p.all != nil:
		lines, buttons = p.which(k, h)
	default:
		lines, buttons = p.account(k, h)
	}
	if p.busy {
		lines = append(lines, k.Muted(v.T("sync.busy")))
	}
	if w := k.Wrong(p.wrong); w != nil {
		lines = append(lines, w)
	}
	return k.Sheet(Wide, v.T("sync.title"), h.Close, kit.Column(kit.GapInside, lines...), buttons...)
}

// account asks whose server it is.
func (p *CalendarServer) account(k *kit.Kit, h Handle) (lines, buttons []fyne.CanvasObject) {
	v := k.V
	field := func(id, name, hint string, text *string) *kit.Entry {
		e := k.Entry("server."+id, *text, hint, ownWide, func(typed string) { *text = typed })
		e.Name = name
		e.OnChanged = func(typed string) { *text = typed }
		lines = append(lines, named(k, name, e))
		return e
	}
	lines = append(lines, k.Body(v.T("sync.what_goes")))
	field("address", v.T("sync.field_address"), v.T("sync.hint_address"), &p.setup.Address)
	field("user", v.T("sync.field_user"), "", &p.setup.User)
	next := func() {
		p.ask(h, calserver.Look, func(a calserver.Answer) {
			if p.all = a.Calendars; p.all == nil {
				p.all = []calserver.Place{}
			}
			p.at = -1
		})
	}
	secret := field("password", v.T("sync.field_password"), "", &p.password)
	secret.Password, secret.OnEnter = true, next
	lines = append(lines, k.Muted(v.T("sync.app_password")), p.discreet(k, h))
	return lines, p.buttons(k, v.T("sheet.not_now"), h.Close, k.Primary("server.look", v.T("sync.look"), next))
}

// discreet chooses titles that tell nothing.
func (p *CalendarServer) discreet(k *kit.Kit, h Handle) fyne.CanvasObject {
	v := k.V
	name := v.T("phone.discreet")
	return kit.Row(kit.GapInside, 0, kit.Column(0, k.Strong(name), k.Muted(v.T("phone.discreet_how"))),
		k.Switch("server.discreet", name, p.setup.Discreet, func(on bool) { p.setup.Discreet = on; h.Redraw() }))
}

// which chooses a calendar.
func (p *CalendarServer) which(k *kit.Kit, h Handle) (lines, buttons []fyne.CanvasObject) {
	v := k.V
	choices := []kit.Choice{{ID: "-1", Text: v.T("sync.own_calendar")}}
	for i, c := range p.all {
		name := c.Name
		if name == "" {
			name = c.Address
		}
		choices = append(choices, kit.Choice{ID: strconv.Itoa(i), Text: phrase.Fit(name, 40)})
	}
	lines = append(lines, k.Strong(v.T("sync.which")), k.Chips("server.which", choices, strconv.Itoa(p.at), func(id string) {
		p.at, _ = strconv.Atoi(id)
		h.Redraw()
	}), k.Muted(v.T("sync.own_why")))
	next := k.Primary("server.preview", v.T("sync.show"), func() {
		p.setup.Calendar, p.setup.Name = "", ""
		if p.at >= 0 {
			p.setup.Calendar, p.setup.Name = p.all[p.at].Address, p.all[p.at].Name
		}
		p.ask(h, calserver.Preview, func(a calserver.Answer) { p.look = &a })
	})
	return lines, p.buttons(k, v.T("sync.back"), func() { p.all, p.wrong = nil, nil; h.Redraw() }, next)
}

// shows is what would be written, before anything is.
func (p *CalendarServer) shows(k *kit.Kit, h Handle) (lines, buttons []fyne.CanvasObject) {
	v := k.V
	lines = append(p.acts(k, *p.look, "sync.would"), k.Muted(v.T("sync.agree")))
	begin := k.Primary("server.begin", v.T("sync.begin"), func() {
		p.ask(h, calserver.Begin, func(a calserver.Answer) {
			p.done, p.password = &a, ""
			p.read()
		})
	})
	return lines, p.buttons(k, v.T("sync.back"), func() { p.look, p.wrong = nil, nil; h.Redraw() }, begin)
}

// stands is how it stands with a server that is set up.
func (p *CalendarServer) stands(k *kit.Kit, h Handle) (lines, buttons []fyne.CanvasObject) {
	v := k.V
	for i, line := range v.CalendarServer(p.State, p.On, v.T("sync.now"), v.T("sync.setup")) {
		if i == 0 {
			lines = append(lines, k.Strong(line))
		} else {
			lines = append(lines, k.Body(line))
		}
	}
	if p.done != nil {
		lines = append(lines, p.acts(k, *p.done, "sync.did")...)
		if !p.done.Kept {
			lines = append(lines, k.Muted(v.T("sync.asks_again")))
		}
	}
	now := func() {
		p.ask(h, calserver.Sync, func(a calserver.Answer) {
			p.done, p.password, p.needs = &a, "", false
			p.read()
		})
	}
	if p.needs {
		e := k.Entry("server.password", p.password, "", ownWide, func(typed string) { p.password = typed })
		e.Name, e.Password, e.OnEnter = v.T("sync.field_password"), true, now
		e.OnChanged = func(typed string) { p.password = typed }
		lines = append(lines, named(k, v.T("sync.field_password"), e))
	}
	off := k.Secondary("server.off", v.T("sync.turn_off"), func() { p.ending, p.done, p.wrong = true, nil, nil; h.Redraw() })
	if p.busy {
		off.Disable()
	}
	return lines, append([]fyne.CanvasObject{off}, p.buttons(k, v.T("sheet.close"), h.Close, k.Primary("server.now", v.T("sync.now"), now))...)
}

// end asks whether the entries are taken back, or stay.
func (p *CalendarServer) end(k *kit.Kit, h Handle) (lines, buttons []fyne.CanvasObject) {
	v := k.V
	lines = append(lines, k.Body(v.T("sync.off_ask", phrase.Args{"Name": p.State.Setup.Name})))
	end := func(keep bool) func() {
		return func() {
			p.askAll(h, calserver.Request{Do: calserver.End, Keep: keep}, func(calserver.Answer) {
				p.ending, p.done = false, nil
				p.setup, p.password, p.all, p.look = calserver.Setup{}, "", nil, nil
				p.read()
			})
		}
	}
	keep := k.Secondary("server.keep", v.T("sync.off_keep"), end(true))
	if p.busy {
		keep.Disable()
	}
	return lines, append([]fyne.CanvasObject{keep}, p.buttons(k, v.T("sync.back"), func() { p.ending, p.wrong = false, nil; h.Redraw() },
		k.Primary("server.take", v.T("sync.off_take"), end(false)))...)
}

// buttons are the way back and the way on; while something runs the way on is shut.
func (p *CalendarServer) buttons(k *kit.Kit, back string, leave func(), on *kit.Press) []fyne.CanvasObject {
	if p.busy {
		on.Disable()
	}
	return []fyne.CanvasObject{k.Secondary("sheet.no", back, leave), on}
}

// acts name what was done, or would be.
func (p *CalendarServer) acts(k *kit.Kit, a calserver.Answer, mark string) []fyne.CanvasObject {
	v := k.V
	if len(a.Acts) == 0 {
		return []fyne.CanvasObject{k.Body(v.T("sync.nothing"))}
	}
	lines := []fyne.CanvasObject{k.Strong(v.T(mark))}
	removed, more := 0, 0
	for _, act := range a.Acts {
		switch {
		case act.Kind == "remove":
			removed++
		case len(lines) > mostActs:
			more++
		default:
			lines = append(lines, kit.Column(0, k.Body(act.Title), k.Muted(v.WeekdayDate(act.At))))
		}
	}
	if more > 0 {
		lines = append(lines, k.Muted(v.T("sync.more", phrase.Args{"Count": more})))
	}
	if removed > 0 {
		lines = append(lines, k.Muted(v.T("sync.removed", phrase.Args{"Count": removed})))
	}
	return []fyne.CanvasObject{kit.Column(6, lines...)}
}

// ask asks of the server as it is set up here, or was before.
func (p *CalendarServer) ask(h Handle, do calserver.Do, took func(calserver.Answer)) {
	r := calserver.Request{Do: do, Password: p.password, Remember: true}
	if !p.On {
		s := p.setup
		r.Setup = &s
	}
	p.askAll(h, r, took)
}

func (p *CalendarServer) askAll(h Handle, r calserver.Request, took func(calserver.Answer)) {
	if p.busy {
		return
	}
	p.busy, p.wrong = true, nil
	h.Redraw()
	p.Ask(r, func(a calserver.Answer, err error) {
		p.busy, p.wrong = false, err
		if err == nil {
			took(a)
		} else if p.On {
			p.needs = p.needs || errors.Is(err, calserver.ErrPassword)
			p.read()
		}
		h.Redraw()
	})
}

// read takes in what is set up now.
func (p *CalendarServer) read() {
	s, on, err := p.Again()
	p.State, p.On = s, on
	if p.wrong == nil {
		p.wrong = err
	}
}

// First implements Form.
func (p *CalendarServer) First() string {
	if p.On {
		return ""
	}
	return "server.address"
}

// Follow implements Panel: a run of the agent's may have changed how it stands.
func (p *CalendarServer) Follow(Model) Answer {
	if p.busy || !p.On {
		return Answer{}
	}
	before := p.State.Last
	p.read()
	return Answer{Changed: before != p.State.Last}
}
