package settings

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
	"afterglow/guidance"
)

// sleep is the stretch without reminders, as two times, or off.
func (p *Page) sleep() fyne.CanvasObject {
	k := p.k
	control := []fyne.CanvasObject{}
	hours, err := guidance.ParseHourRange(p.value("sleep"))
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
			k.ClockEntry("settings.sleep.from", k.V.T("settings.sleep_starts"), k.V.Clock(hours.From), store(&hours.From)), k.Muted(k.V.T("settings.sleep_to")),
			k.ClockEntry("settings.sleep.to", k.V.T("settings.sleep_ends"), k.V.Clock(hours.To), store(&hours.To)))
	}
	name := k.V.T("settings.sleep")
	control = append(control, k.Switch("settings.sleep", name, on, func(on bool) {
		if on {
			p.put("sleep", p.model.standard("sleep"))
			return
		}
		p.put("sleep", "off")
	}))
	return p.row("sleep", name, k.V.T("settings.sleep_help"), kit.Row(8, -1, control...))
}

// prescribed is a switch for each part of the plans that is only for those whose clinic prescribed it; nothing if there is
// none.
func (p *Page) prescribed() (rows []fyne.CanvasObject) {
	k := p.k
	for _, part := range p.model.Prescribed {
		key := part.ID + service.PrescribedSuffix
		rows = append(rows, p.row(key, part.Name, k.V.T("settings.help_prescribed"),
			k.Switch("settings."+key, part.Name, p.value(key) == "on", func(on bool) { p.put(key, kit.OnOff(on)) })))
	}
	return rows
}

// text is a row with a short value to write.
func (p *Page) text(key, hint string, width float32) fyne.CanvasObject {
	k, name := p.k, p.k.V.T("settings.row_"+key)
	field := k.Entry("settings."+key, p.value(key), hint, width, func(v string) { p.set(key, strings.TrimSpace(v)) })
	field.Name = name
	return p.row(key, name, k.V.T("settings.help_"+key), field)
}

// clinic is whom to call, in the person's own words.
func (p *Page) clinic() fyne.CanvasObject {
	return p.card(p.k.V.T("settings.group_clinic"),
		p.text("clinic", p.k.V.T("settings.hint_clinic"), 260),
		p.text("phone", p.k.V.T("settings.hint_phone"), 260))
}

// spacings are the usual times between two reminders.
func spacings() []time.Duration {
	const m = time.Minute
	return []time.Duration{5 * m, 10 * m, 15 * m, 20 * m, 30 * m, 45 * m, time.Hour, 2 * time.Hour}
}

// spacing is how far apart reminders are: one of the usual times, or one that was set by command.
func (p *Page) spacing() fyne.CanvasObject {
	k := p.k
	all := spacings()
	now, err := guidance.ParseSpan(p.value("spacing"))
	if err == nil && !slices.Contains(all, now) {
		all = append(all, now)
		slices.Sort(all)
	}
	choices := make([]kit.Choice, len(all))
	for i, d := range all {
		choices[i] = kit.Choice{ID: minutes(d), Text: k.V.T("settings.every", phrase.Args{"Length": d})}
	}
	name := k.V.T("settings.spacing")
	return p.row("spacing", name, k.V.T("settings.help_spacing"),
		k.Pick("settings.spacing", name, choices, minutes(now), func(v string) { p.put("spacing", v) }))
}

// minutes is a length as the setting has it.
func minutes(d time.Duration) string { return strconv.Itoa(int(d/time.Minute)) + "m" }

// most is how many reminders come in one day, or that there is no limit.
func (p *Page) most() fyne.CanvasObject {
	k := p.k
	name, none := k.V.T("settings.cap"), k.V.T("settings.no_limit")
	unbound := p.value("cap") == "off"
	var control []fyne.CanvasObject
	if !unbound {
		control = append(control, k.Stepper(kit.Steps{ID: "settings.cap", Label: name, Text: p.value("cap"), Hint: p.model.standard("cap"), Width: 56,
			Step: stepCount, Set: func(s string) { p.set("cap", strings.TrimSpace(s)) }}))
	}
	control = append(control, kit.Pad(0, 0, 0, 8, k.Muted(none)), k.Switch("settings.cap.none", none, unbound, func(on bool) {
		if on {
			p.put("cap", "off")
			return
		}
		p.put("cap", p.model.standard("cap"))
	}))
	return p.row("cap", name, k.V.T("settings.help_cap"), kit.Row(8, -1, control...))
}

// stepCount is the next whole number; the least is 1.
func stepCount(text string, by int) (string, bool) {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || n+by < 1 {
		return text, false
	}
	return strconv.Itoa(n + by), true
}

func (p *Page) keys() fyne.CanvasObject {
	v := p.k.V
	return p.row("keys", v.T("settings.keys"), v.T("settings.keys_help"), p.k.Secondary("settings.keys", v.T("settings.show_keys"), p.do.Keys))
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

// glass is the size of one glass, in the unit in which the person wrote it.
func (p *Page) glass() fyne.CanvasObject {
	k, name := p.k, p.k.V.T("settings.row_glass")
	return p.row("glass", name, k.V.T("settings.help_glass"), k.Stepper(kit.Steps{ID: "settings.glass", Label: name,
		Text: spaced(p.value("glass")), Hint: spaced(p.model.standard("glass")), Width: 88, Step: stepGlass, Set: func(s string) { p.set("glass", strings.TrimSpace(s)) }}))
}

// figure parts an amount such as "200ml" into its number and its unit.
func figure(amount string) (number, unit string) {
	end := strings.IndexFunc(amount, unicode.IsLetter)
	if end < 0 {
		return amount, ""
	}
	return strings.TrimSpace(amount[:end]), strings.ReplaceAll(amount[end:], " ", "")
}

// spaced is an amount as people write it: "200 ml", "8 fl oz".
func spaced(amount string) string {
	number, unit := figure(amount)
	return number + " " + strings.Replace(unit, "fl", "fl ", 1)
}

// stepGlass goes by 50 ml, or by one fluid ounce.
func stepGlass(text string, by int) (string, bool) {
	number, unit := figure(text)
	n, err := strconv.ParseFloat(strings.ReplaceAll(number, ",", "."), 64)
	if err != nil {
		return text, false
	}
	next := 50 * (math.Floor(n/50) + float64(by))
	if by < 0 && math.Mod(n, 50) != 0 {
		next += 50 // the step that has begun is the one below
	}
	if unit == "floz" {
		next = math.Round(n) + float64(by)
	}
	if next <= 0 {
		return text, false
	}
	return spaced(strconv.Itoa(int(next)) + unit), true
}

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
	k, name := p.k, p.k.V.T("settings.login")
	return p.row("autostart", name, k.V.T("settings.login_help"),
		k.Switch("settings.login", name, p.model.Login, func(on bool) {
			p.do.Login(on, func(err error) { p.stored("autostart", err) })
		}))
}

// choices are the values of a setting with their words.
func (p *Page) choices(key string, values []string) []kit.Choice {
	out := make([]kit.Choice, len(values))
	for i, v := range values {
		out[i] = kit.Choice{ID: v, Text: p.k.V.T("settings.value_" + key + "_" + v)}
	}
	return out
}
