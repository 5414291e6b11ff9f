package settings

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/guidance"
)

// sleep is the stretch without reminders, as two times, or off.
func (p *Page) sleep() fyne.CanvasObject {
	k := p.k
	control := []fyne.CanvasObject{}
	hours, err := guidance.ParseHourRange(p.model.value("sleep"))
	on := err == nil
	if on {
		store := func(end *guidance.Clock) func(string) {
			return func(s string) {
				c, err := k.V.ReadClock(s)
				if err != nil {
					p.wrong("sleep", err)
					return
				}
				*end = c
				p.set("sleep", hours.String())
			}
		}
		control = append(control,
			k.ClockEntry("settings.sleep.from", k.V.Clock(hours.From), store(&hours.From)), k.Muted(k.V.T("settings.sleep_to")),
			k.ClockEntry("settings.sleep.to", k.V.Clock(hours.To), store(&hours.To)))
	}
	control = append(control, k.Segments("settings.sleep", p.onOff(), onOffID(on), func(v string) {
		if v == "on" {
			v = "default"
		}
		p.set("sleep", v)
	}))
	return p.row("sleep", k.V.T("settings.sleep"), k.V.T("settings.sleep_help"), kit.Row(8, -1, control...))
}

// text is a row with a short value to write.
func (p *Page) text(key, hint string, width float32) fyne.CanvasObject {
	k := p.k
	return p.row(key, k.V.T("settings.row_"+key), k.V.T("settings.help_"+key), k.Entry("settings."+key, p.model.value(key), hint, width,
		func(v string) { p.set(key, strings.TrimSpace(v)) }))
}

// clinic is whom to call, in the person's own words.
func (p *Page) clinic() fyne.CanvasObject {
	return p.card(p.k.V.T("settings.group_clinic"),
		p.text("clinic", p.k.V.T("settings.hint_clinic"), 260),
		p.text("phone", p.k.V.T("settings.hint_phone"), 260))
}

// spacing is a length of time, written as the person writes lengths.
func (p *Page) spacing() fyne.CanvasObject {
	k := p.k
	shown := func(value string) string {
		d, err := guidance.ParseSpan(value)
		if err != nil {
			return value
		}
		return k.V.Length(d)
	}
	field := k.Entry("settings.spacing", shown(p.model.value("spacing")), shown(p.model.standard("spacing")), 160, func(s string) {
		d, err := k.V.ReadLength(s)
		if err != nil {
			p.wrong("spacing", err)
			return
		}
		p.set("spacing", strconv.Itoa(int(d/time.Minute))+"m")
	})
	return p.row("spacing", k.V.T("settings.spacing"), k.V.T("settings.help_spacing", phrase.Args{"Short": 20 * time.Minute, "Long": time.Hour}), field)
}

// most is how many reminders come in one day, or that there is no limit.
func (p *Page) most() fyne.CanvasObject {
	k := p.k
	none := k.V.T("settings.no_limit")
	value := p.model.value("cap")
	if value == "off" {
		value = none
	}
	field := k.Entry("settings.cap", value, p.model.standard("cap"), 120, func(s string) {
		if s = strings.TrimSpace(s); strings.EqualFold(s, none) {
			s = "off"
		}
		p.set("cap", s)
	})
	return p.row("cap", k.V.T("settings.cap"), k.V.T("settings.help_cap", phrase.Args{"None": none}), field)
}

func (p *Page) test() fyne.CanvasObject {
	k := p.k
	button := k.Secondary("settings.test", k.V.T("settings.send_test"), func() {
		p.do.Test(func(say string, err error) {
			if err != nil {
				p.wrong("test", err)
				return
			}
			p.say("test", k.V.T("settings.went_well", phrase.Args{"Text": say}), false)
		})
	})
	return p.row("test", k.V.T("settings.test"), k.V.T("settings.test_help"), button)
}

func (p *Page) glass() fyne.CanvasObject { return p.text("glass", p.model.standard("glass"), 88) }

// clock is how times are written; each choice shows one.
func (p *Page) clock() fyne.CanvasObject {
	v := p.k.V
	const example = guidance.Clock(15*60 + 30)
	by := func(hours locale.Hours) string {
		format := v.Format()
		format.Hours = hours
		return v.In(format).Clock(example)
	}
	return p.choice("clock",
		kit.Choice{ID: "auto", Text: v.T("settings.value_clock_auto")},
		kit.Choice{ID: "24h", Text: v.T("settings.value_clock_24h", phrase.Args{"Example": by(locale.Hours24)})},
		kit.Choice{ID: "12h", Text: v.T("settings.value_clock_12h", phrase.Args{"Example": by(locale.Hours12)})})
}

func (p *Page) login() fyne.CanvasObject {
	k := p.k
	return p.row("autostart", k.V.T("settings.login"), k.V.T("settings.login_help"),
		k.Segments("settings.login", p.onOff(), onOffID(p.model.Login), func(v string) {
			p.do.Login(v == "on", func(err error) { p.stored("autostart", err) })
		}))
}

func (p *Page) onOff() []kit.Choice {
	return []kit.Choice{{ID: "on", Text: p.k.V.T("settings.on")}, {ID: "off", Text: p.k.V.T("settings.off")}}
}

func onOffID(on bool) string {
	if on {
		return "on"
	}
	return "off"
}

// choices are the values of a setting with their words.
func (p *Page) choices(key string, values []string) []kit.Choice {
	if slices.Equal(values, []string{"on", "off"}) {
		return p.onOff()
	}
	out := make([]kit.Choice, len(values))
	for i, v := range values {
		out[i] = kit.Choice{ID: v, Text: p.k.V.T("settings.value_" + key + "_" + v)}
	}
	return out
}
