// Package settings is the page with the preferences, the treatment and the facts
// about the program. What is changed is saved at once.
package settings

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
	"afterglow/guidance"
)

// Model is all that the page shows.
type Model struct {
	Settings []service.SettingView
	Status   service.Status
	Routines []guidance.Routine // whose times can be chosen
	// Prescribed are the parts of the plans that are only for those whose clinic prescribed them.
	Prescribed []service.PrescribedPart
	Login      bool // Afterglow opens at login
	DataDir    string
	Server     string // how it stands with the calendar server
	Online     bool   // one is set up, and Afterglow writes there
	Example    bool   // an example is on show, which lies in no folder
	Version    string
}

func (m Model) find(key string) (s service.SettingView, ok bool) {
	for _, s := range m.Settings {
		if s.Key == key {
			return s, true
		}
	}
	return service.SettingView{}, false
}

// keep takes in a value that was stored.
func (m Model) keep(key, value string) {
	for i := range m.Settings {
		if m.Settings[i].Key == key {
			m.Settings[i].Value = value
		}
	}
}

// standard is the value that a setting has if nobody chose one.
func (m Model) standard(key string) string {
	s, _ := m.find(key)
	return s.Default
}

// Actions is what the person can mean. Answer is called with nil once a value is stored,
// or with why it is not.
type Actions struct {
	Set    func(key, value string, answer func(error))
	Login  func(on bool, answer func(error))
	Test   func(answer func(say string, err error))
	Keys   func() // show what the keyboard does
	Begin  func()
	Edit   func(t service.TreatmentView)
	Remove func(t service.TreatmentView)
	Data   DataActions
}

// Page is the Settings page.
type Page struct {
	k     *kit.Kit
	do    Actions
	root  *kit.Page
	model Model
	draft map[string][]string // times that are being written, by key
	sent  map[string]sent     // values that are being stored, by key
	notes map[string]string   // "Saved", or what is wrong, by key
	bad   map[string]bool     // whose note says what is wrong
	lines map[string]*kit.Para
}

// sent is a value on its way into the journal: it is shown already.
type sent struct {
	value string
	times int // how often it was sent and not answered yet
}

// New makes an empty page.
func New(k *kit.Kit, do Actions) *Page {
	return &Page{k: k, do: do, root: kit.NewPage(), draft: map[string][]string{}, sent: map[string]sent{}, notes: map[string]string{}, bad: map[string]bool{}}
}

// Object is what to put into the window.
func (p *Page) Object() *kit.Page { return p.root }

// Show draws m.
func (p *Page) Show(m Model) {
	m.Settings = slices.Clone(m.Settings) // what is stored is kept in it
	p.model = m
	p.draw()
}

func (p *Page) draw() { p.k.Rebuild(p.build) }

// value is what holds, or will hold once it is stored.
func (p *Page) value(key string) string {
	if s, ok := p.sent[key]; ok {
		return s.value
	}
	s, _ := p.model.find(key)
	return s.Value
}

func (p *Page) build() {
	k := p.k
	p.lines = map[string]*kit.Para{}
	cards := []fyne.CanvasObject{
		kit.Column(0, k.Title(k.V.T("settings.title")), k.Muted(k.V.T("settings.lead"))),
		p.treatments(),
		p.clinic(),
		p.card(k.V.T("settings.group_reminders"), p.sleep(), p.spacing(), p.most(), p.choice("discreet"), p.choice("sound"), p.test()),
	}
	if rows := p.prescribed(); len(rows) > 0 {
		cards = append(cards, p.card(k.V.T("settings.group_prescribed"), rows...))
	}
	cards = append(cards,
		p.card(k.V.T("settings.group_times"), p.allTimes()...),
		p.card(k.V.T("settings.group_water"), p.choice("water"), p.glass(), p.choice("unit")),
		p.card(k.V.T("settings.group_program"), append([]fyne.CanvasObject{p.choice("theme"), p.clock(), p.login(), p.keys()}, p.others()...)...),
		p.data(),
	)
	p.root.SetContent(kit.Pad(24, kit.Edge, 28, kit.Edge, kit.Centred(kit.ColumnWide, kit.Column(kit.GapBetween, cards...))), true)
}

// card is a group of rows, parted by thin lines.
func (p *Page) card(title string, rows ...fyne.CanvasObject) fyne.CanvasObject {
	parts := []fyne.CanvasObject{p.k.Section(title)}
	for _, r := range rows {
		if r == nil {
			continue
		}
		parts = append(parts, p.k.Rule(), r)
	}
	return p.k.Card(kit.Column(10, parts...))
}

// row is a name with its explanation at the left and the control at the right; the note lies beneath.
func (p *Page) row(key, name, help string, control fyne.CanvasObject) fyne.CanvasObject {
	k := p.k
	note := k.Para().Heard()
	p.lines[key] = note
	p.note(key)
	left := []fyne.CanvasObject{k.Strong(name)}
	if help != "" {
		left = append(left, k.Muted(help))
	}
	return kit.Column(2, kit.Answered(kit.GapBetween, kit.Column(0, left...), kit.Group(name, control)), note)
}

// note shows what stands in notes for key.
func (p *Page) note(key string) {
	line := p.lines[key]
	if line == nil {
		return
	}
	text := p.notes[key]
	if text == "" {
		line.Hide()
		return
	}
	ink := p.k.P.Sage
	if p.bad[key] {
		ink = p.k.P.Amber
	}
	line.Show()
	line.SetRuns(kit.Run{Text: text, Ink: ink, Bold: true}) // which is read out, once it shows
}

func (p *Page) say(key, text string, bad bool) {
	clear(p.notes)
	clear(p.bad)
	p.notes[key], p.bad[key] = text, bad
	for k := range p.lines {
		p.note(k)
	}
	p.root.Refresh()
}

// wrong says beneath a row why a value is not stored.
func (p *Page) wrong(key string, err error) { p.say(key, p.k.V.Error(err), true) }

// stored says beneath a row how storing went.
func (p *Page) stored(key string, err error) {
	if err != nil {
		p.wrong(key, err)
		return
	}
	p.say(key, p.k.V.T("settings.saved"), false)
}

// set stores a value and says how that went beneath the row. Until it is stored it counts as if it were: the next step of
// a stepper begins there, however long the disk takes.
func (p *Page) set(key, value string) { p.store(key, value, func() {}) }

// put is set for what is not written: the row shows at once what was chosen, and what holds if that is refused.
func (p *Page) put(key, value string) {
	p.store(key, value, func() { p.k.Settle(p.build) })
	p.k.Settle(p.build)
}

func (p *Page) store(key, value string, refused func()) {
	p.sent[key] = sent{value, p.sent[key].times + 1}
	p.do.Set(key, value, func(err error) {
		if s := p.sent[key]; s.times > 1 && err == nil {
			p.sent[key] = sent{s.value, s.times - 1}
		} else {
			delete(p.sent, key)
		}
		if err == nil {
			p.model.keep(key, value) // nothing is read anew while somebody writes here
		}
		p.stored(key, err)
		if err != nil {
			refused()
		}
	})
}

// choice is a row with a few values of which one holds: those of the setting, unless they are given in words of their
// own. On and off are a switch.
func (p *Page) choice(key string, choices ...kit.Choice) fyne.CanvasObject {
	k := p.k
	name, help := k.V.T("settings.row_"+key), k.V.T("settings.help_"+key)
	s, _ := p.model.find(key)
	if slices.Equal(s.Choices, []string{"on", "off"}) {
		return p.row(key, name, help, k.Switch("settings."+key, name, p.value(key) == "on", func(on bool) { p.put(key, kit.OnOff(on)) }))
	}
	if len(choices) == 0 {
		choices = p.choices(key, s.Choices)
	}
	return p.row(key, name, help, k.Segments("settings."+key, choices, p.value(key), func(v string) { p.put(key, v) }))
}

// others are the settings of a few values that no row above shows, so that a new one needs none of its own.
func (p *Page) others() []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, s := range p.model.Settings {
		if len(s.Choices) > 0 && p.lines[s.Key] == nil && !strings.HasSuffix(s.Key, service.PrescribedSuffix) {
			rows = append(rows, p.choice(s.Key))
		}
	}
	return rows
}

// treatments lists those that are looked after.
func (p *Page) treatments() fyne.CanvasObject {
	k := p.k
	var rows []fyne.CanvasObject
	for _, t := range p.model.Status.Treatments {
		treated := k.V.T("settings.treated", phrase.Args{"Day": k.V.WeekdayDate(t.At), "Clock": k.V.TimeOfDay(t.At)})
		facts := []fyne.CanvasObject{k.Strong(treated)}
		if how := k.V.Treatment(t); how != "" {
			facts = append(facts, k.Muted(how))
		}
		marks := ""
		if t.Sensitive {
			marks = k.V.T("settings.sensitive")
		}
		facts = append(facts, k.Muted(phrase.Paragraph(k.V.T("settings.plan", phrase.Args{"Plan": t.PlanName}), marks)))
		id := strconv.FormatInt(t.ID, 10)
		rows = append(rows, kit.Answered(kit.GapInside, kit.Column(0, facts...),
			k.Secondary("settings.edit."+id, k.V.T("settings.change"), func() { p.do.Edit(t) }).Of(treated),
			k.Secondary("settings.remove."+id, k.V.T("settings.remove"), func() { p.do.Remove(t) }).Of(treated)))
	}
	text := k.V.T("settings.begin_another")
	if len(rows) == 0 {
		rows = append(rows, k.Muted(k.V.T("settings.nothing")))
		text = k.V.T("settings.begin")
	}
	rows = append(rows, kit.Left(k.Secondary("settings.begin", text, p.do.Begin)))
	return p.card(k.V.T("settings.group_treatment"), rows...)
}
