// Package settings is the page with the preferences, the treatment and the facts
// about the program. What is changed is saved at once.
package settings

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
	"afterglow/app/screens/words"
	"afterglow/app/service"
	"afterglow/guidance"
)

// Model is all that the page shows.
type Model struct {
	Settings []service.SettingView
	Status   service.Status
	Plan     guidance.Plan
	Login    bool // Afterglow opens at login
	DataDir  string
	Version  string
}

func (m Model) value(key string) string {
	for _, s := range m.Settings {
		if s.Key == key {
			return s.Value
		}
	}
	return ""
}

// Actions is what the person can mean. Answer is called with nil once a value is stored,
// or with why it is not.
type Actions struct {
	Set    func(key, value string, answer func(error))
	Login  func(on bool, answer func(error))
	Test   func(answer func(say string, err error))
	Begin  func()
	Edit   func(t service.TreatmentView)
	Remove func(t service.TreatmentView)
}

// Page is the Settings page.
type Page struct {
	k     *kit.Kit
	do    Actions
	root  *kit.Page
	model Model
	draft map[string][]string // times that are being written, by key
	notes map[string]string   // "Saved", or what is wrong, by key
	wrong map[string]bool
	lines map[string]*kit.Para
}

// New makes an empty page.
func New(k *kit.Kit, do Actions) *Page {
	return &Page{k: k, do: do, root: kit.NewPage(), draft: map[string][]string{}, notes: map[string]string{}, wrong: map[string]bool{}}
}

// Object is what to put into the window.
func (p *Page) Object() *kit.Page { return p.root }

// Show draws m.
func (p *Page) Show(m Model) {
	p.model = m
	p.draw()
}

func (p *Page) draw() { p.k.Rebuild(p.build) }

func (p *Page) build() {
	k := p.k
	p.lines = map[string]*kit.Para{}
	p.root.SetContent(kit.Pad(24, kit.Edge, 28, kit.Edge, kit.Narrow(760, kit.Column(kit.GapBetween,
		kit.Column(0, k.Title("Settings"), k.Muted("Changes are saved at once.")),
		p.treatments(),
		p.clinic(),
		p.card("Reminders", p.sleep(), p.spacing(), p.most(), p.discreet(), p.sound(), p.test()),
		p.card("Times", p.allTimes()...),
		p.card("Water", p.water(), p.glass(), p.unit()),
		p.card("Afterglow", p.theme(), p.login()),
		p.about(),
	))), true)
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
	note := k.Para()
	p.lines[key] = note
	p.note(key)
	left := []fyne.CanvasObject{k.Strong(name)}
	if help != "" {
		left = append(left, k.Muted(help))
	}
	return kit.Column(2, kit.Row(kit.GapBetween, 0, kit.Column(0, left...), control), note)
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
	if p.wrong[key] {
		ink = p.k.P.Amber
	}
	line.SetRuns(kit.Run{Text: text, Ink: ink, Bold: true})
	line.Show()
}

func (p *Page) say(key, text string, wrong bool) {
	clear(p.notes)
	clear(p.wrong)
	p.notes[key], p.wrong[key] = text, wrong
	for k := range p.lines {
		p.note(k)
	}
	p.root.Refresh()
}

// set stores a value and says how that went beneath the row.
func (p *Page) set(key, value string) {
	p.do.Set(key, value, func(err error) {
		if err != nil {
			p.say(key, words.Wrong(p.k.V, err), true)
			return
		}
		p.say(key, "✓ Saved", false)
	})
}

// choice is a row with a few values of which one holds.
func (p *Page) choice(key, name, help string, choices ...kit.Choice) fyne.CanvasObject {
	return p.row(key, name, help, p.k.Segments("settings."+key, choices, p.model.value(key), func(v string) { p.set(key, v) }))
}

func onOff() []kit.Choice { return []kit.Choice{{ID: "on", Text: "On"}, {ID: "off", Text: "Off"}} }

// treatments lists those that are looked after.
func (p *Page) treatments() fyne.CanvasObject {
	k := p.k
	var rows []fyne.CanvasObject
	for _, t := range p.model.Status.Treatments {
		facts := words.LongDate(t.At) + ", " + words.Clock(t.At)
		how := []string{}
		if s := words.Treatment(t); s != "" {
			how = append(how, s)
		}
		if t.Sensitive {
			how = append(how, "skin marks easily")
		}
		how = append(how, "plan "+t.PlanName)
		id := strconv.FormatInt(t.ID, 10)
		rows = append(rows, kit.Row(kit.GapInside, 0,
			kit.Column(0, k.Strong(facts), k.Muted(words.Capital(strings.Join(how, " · ")))),
			k.Secondary("settings.edit."+id, "Change", func() { p.do.Edit(t) }),
			k.Secondary("settings.remove."+id, "Remove", func() { p.do.Remove(t) })))
	}
	if len(rows) == 0 {
		rows = append(rows, k.Muted("Nothing is looked after now."))
	}
	text := "Start a treatment"
	if len(p.model.Status.Treatments) > 0 {
		text = "Start another treatment"
	}
	rows = append(rows, kit.Left(k.Secondary("settings.begin", text, p.do.Begin)))
	return p.card("Treatment", rows...)
}

// about tells where everything is kept.
func (p *Page) about() fyne.CanvasObject {
	k := p.k
	return p.card("Your data",
		kit.Column(2, k.Body("Everything stays in this folder. Afterglow does not go online."), k.Muted(p.model.DataDir)),
		k.Muted("Afterglow "+p.model.Version))
}
