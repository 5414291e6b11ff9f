package settings

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/guidance"
)

// timesSuffix ends the key of a routine's own times.
const timesSuffix = ".times"

// allTimes is a row for each routine that comes at times of the day.
func (p *Page) allTimes() []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, r := range p.model.Routines {
		key := r.ID + timesSuffix
		if _, ok := p.model.find(key); ok && (len(r.Times) > 0 || p.value(key) != "default") {
			rows = append(rows, p.times(r, p.value(key)))
		}
	}
	if len(rows) == 0 {
		rows = append(rows, p.k.Muted(p.k.V.T("settings.no_times")))
	}
	return rows
}

// times is a routine's own list of times: each can be written anew or taken away.
func (p *Page) times(r guidance.Routine, value string) fyne.CanvasObject {
	k, key := p.k, r.ID+timesSuffix
	list, drafted := p.draft[key]
	if !drafted {
		list = p.shown(r, value)
	}
	list = slices.Clone(list) // shared by the fields below: each writes its own place
	var parts []fyne.CanvasObject
	for i, t := range list {
		n := strconv.Itoa(i + 1)
		parts = append(parts, kit.Row(0, -1,
			k.ClockEntry("settings."+key+"."+n, k.V.T("settings.nth_time", phrase.Args{"Number": n}), t, func(v string) { p.writeTime(key, list, i, v) }),
			k.Bare("settings."+key+".drop."+n, k.V.T("settings.drop", phrase.Args{"Time": t}), k.Icon(kit.IconClose, 12, k.P.Muted), func() {
				p.storeTimes(key, slices.Delete(slices.Clone(list), i, i+1))
			})))
	}
	if len(list) == 0 {
		parts = append(parts, kit.Pad(8, 8, 8, 0, k.Muted(k.V.T("settings.no_reminders"))))
	}
	parts = append(parts, k.Quiet("settings."+key+".add", k.V.T("settings.add_time"), func() {
		p.draft[key] = append(slices.Clone(list), "")
		p.draw()
	}))
	if value != "default" {
		parts = append(parts, k.Quiet("settings."+key+".default", k.V.T("settings.plans_times"), func() {
			delete(p.draft, key)
			p.set(key, "default")
		}))
	}
	note := k.Para()
	p.lines[key] = note
	p.note(key)
	return kit.Column(6, k.Strong(r.Name), kit.Group(r.Name, kit.Wrap(6, 6, parts...)), note)
}

// shown are the times that hold, in the person's clock.
func (p *Page) shown(r guidance.Routine, value string) []string {
	times := r.Times
	if value != "default" {
		times = nil
		for _, s := range strings.Split(value, ",") {
			if c, err := guidance.ParseClock(s); err == nil {
				times = append(times, c)
			}
		}
	}
	out := make([]string, len(times))
	for i, c := range times {
		out[i] = p.k.V.Clock(c)
	}
	return out
}

// writeTime puts a time that was written into the list and stores it. An emptied one is left out.
func (p *Page) writeTime(key string, list []string, i int, v string) {
	list[i] = strings.TrimSpace(v)
	p.storeTimes(key, list)
}

// storeTimes reads every time before it stores them: a wrong one is told and nothing changes.
func (p *Page) storeTimes(key string, list []string) {
	p.draft[key] = list
	written := make([]string, 0, len(list))
	for _, t := range list {
		if t == "" {
			continue // a field that waits to be filled in
		}
		c, err := p.k.V.ReadClock(t)
		if err != nil {
			p.say(key, phrase.Paragraph(p.k.V.Error(err), p.k.V.T("settings.unchanged")), true)
			return
		}
		written = append(written, c.String())
	}
	value := strings.Join(written, ",")
	if value == "" {
		value = "off"
	}
	delete(p.draft, key)
	p.set(key, value)
}
