package settings

import (
	"strings"

	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
	"afterglow/app/screens/words"
	"afterglow/guidance"
)

// sleep is the stretch without reminders, as two times, or off.
func (p *Page) sleep() fyne.CanvasObject {
	k, value := p.k, p.model.value("sleep")
	state := "on"
	if value == "off" {
		state = "off"
	}
	control := []fyne.CanvasObject{}
	if state == "on" {
		from, to, _ := strings.Cut(value, "-")
		times := [2]string{from, to}
		store := func(i int) func(string) {
			return func(s string) {
				times[i] = strings.TrimSpace(s)
				p.set("sleep", times[0]+"-"+times[1])
			}
		}
		control = append(control,
			k.Entry("settings.sleep.from", from, "22:30", 72, store(0)), k.Muted("to"),
			k.Entry("settings.sleep.to", to, "07:30", 72, store(1)))
	}
	control = append(control, k.Segments("settings.sleep", onOff(), state, func(v string) {
		if v == "on" {
			v = "default"
		}
		p.set("sleep", v)
	}))
	return p.row("sleep", "Sleep hours", "No reminders then.", kit.Row(8, -1, control...))
}

// text is a row with a short value to write.
func (p *Page) text(key, name, help, hint string, width float32) fyne.CanvasObject {
	return p.row(key, name, help, p.k.Entry("settings."+key, p.model.value(key), hint, width, func(v string) { p.set(key, strings.TrimSpace(v)) }))
}

// clinic is whom to call, in the person's own words; nil where the service keeps no such thing.
func (p *Page) clinic() fyne.CanvasObject {
	if !p.has("clinic") || !p.has("phone") {
		return nil
	}
	return p.card("Clinic",
		p.text("clinic", "My clinic", "The clinic in your plan comes first.", "Name", 260),
		p.text("phone", "Its phone number", "Shown on the page When to call my clinic.", "Number", 260))
}

func (p *Page) spacing() fyne.CanvasObject {
	return p.text("spacing", "Time between reminders", "How far apart they are at least: 20m or 1h.", "20m", 88)
}

func (p *Page) most() fyne.CanvasObject {
	return p.text("cap", "Reminders in one day", "The most in one day. Write off for no limit.", "12", 88)
}

func (p *Page) discreet() fyne.CanvasObject {
	return p.choice("discreet", "Discreet", "Reminders and the tray say nothing of your treatment.", onOff()...)
}

func (p *Page) sound() fyne.CanvasObject { return p.choice("sound", "Sound", "", onOff()...) }

func (p *Page) test() fyne.CanvasObject {
	button := p.k.Secondary("settings.test", "Send a test", func() {
		p.do.Test(func(say string, err error) {
			if err != nil {
				p.say("test", words.Stop(words.Capital(err.Error())), true)
				return
			}
			p.say("test", "✓ "+say, false)
		})
	})
	return p.row("test", "Try a reminder", "Your desktop shows one now.", button)
}

func (p *Page) water() fyne.CanvasObject {
	return p.choice("water", "Water reminders", "Off if you were told to limit fluids. Your doctor's limit comes first.", onOff()...)
}

func (p *Page) glass() fyne.CanvasObject {
	return p.text("glass", "Size of one glass", "Such as 200ml or 8floz.", "200ml", 88)
}

func (p *Page) unit() fyne.CanvasObject {
	return p.choice("unit", "Count drinks in", "", kit.Choice{ID: "glass", Text: "Glasses"}, kit.Choice{ID: "ml", Text: "ml"}, kit.Choice{ID: "floz", Text: "fl oz"})
}

func (p *Page) theme() fyne.CanvasObject {
	return p.choice("theme", "Look", "", kit.Choice{ID: "system", Text: "As my desktop"}, kit.Choice{ID: "light", Text: "Light"}, kit.Choice{ID: "dark", Text: "Dark"})
}

func (p *Page) login() fyne.CanvasObject {
	state := "off"
	if p.model.Login {
		state = "on"
	}
	return p.row("login", "Open at login", "Afterglow starts in the tray with your computer.",
		p.k.Segments("settings.login", onOff(), state, func(v string) {
			p.do.Login(v == "on", func(err error) {
				if err != nil {
					p.say("login", words.Stop(words.Capital(err.Error())), true)
					return
				}
				p.say("login", "✓ Saved", false)
			})
		}))
}

// timesSuffix ends the key of a routine's own times.
const timesSuffix = ".times"

// allTimes is a row for each routine that comes at times of the day.
func (p *Page) allTimes() []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, r := range p.model.Plan.Routines {
		if len(r.Times) > 0 && p.has(r.ID+timesSuffix) {
			rows = append(rows, p.times(r))
		}
	}
	if len(rows) == 0 {
		rows = append(rows, p.k.Muted("Your plan has no set times."))
	}
	return rows
}

func (p *Page) has(key string) bool {
	for _, s := range p.model.Settings {
		if s.Key == key {
			return true
		}
	}
	return false
}

func clocks(list []guidance.Clock) []string {
	out := make([]string, len(list))
	for i, c := range list {
		out[i] = c.String()
	}
	return out
}
