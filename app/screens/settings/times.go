package settings

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
	"afterglow/guidance"
)

// times is a routine's own list of times: each can be written anew or taken away.
func (p *Page) times(r guidance.Routine) fyne.CanvasObject {
	k, key := p.k, r.ID+timesSuffix
	value := p.model.value(key)
	list, drafted := p.draft[key]
	if !drafted {
		switch value {
		case "default", "":
			list = clocks(r.Times)
		case "off":
			list = nil
		default:
			list = strings.Split(value, ",")
		}
	}
	list = slices.Clone(list) // shared by the fields below: each writes its own place
	var parts []fyne.CanvasObject
	for i, t := range list {
		n := strconv.Itoa(i + 1)
		parts = append(parts, kit.Row(0, -1,
			k.Entry("settings."+key+"."+n, t, "08:00", 72, func(v string) { p.writeTime(key, list, i, v) }),
			k.Bare("settings."+key+".drop."+n, "Take "+t+" away", k.Icon(kit.IconClose, 12, k.P.Muted), func() {
				p.storeTimes(key, slices.Delete(slices.Clone(list), i, i+1))
			})))
	}
	if len(list) == 0 {
		parts = append(parts, kit.Pad(8, 8, 8, 0, k.Muted("No reminders.")))
	}
	parts = append(parts, k.Quiet("settings."+key+".add", "Add a time", func() {
		p.draft[key] = append(slices.Clone(list), "")
		p.draw()
	}))
	if value != "default" && value != "" {
		parts = append(parts, k.Quiet("settings."+key+".default", "Back to the plan's", func() {
			delete(p.draft, key)
			p.set(key, "default")
		}))
	}
	note := k.Para()
	p.lines[key] = note
	p.note(key)
	return kit.Column(6, k.Strong(r.Name), kit.Wrap(6, 6, parts...), note)
}

// writeTime puts a time that was written into the list and stores it. An emptied one is left out.
func (p *Page) writeTime(key string, list []string, i int, v string) {
	list[i] = strings.TrimSpace(v)
	p.storeTimes(key, list)
}

// storeTimes checks every time before it stores them: a wrong one is told and nothing changes.
func (p *Page) storeTimes(key string, list []string) {
	p.draft[key] = list
	written := make([]string, 0, len(list))
	for _, t := range list {
		if t == "" {
			continue // a field that waits to be filled in
		}
		c, err := guidance.ParseClock(t)
		if err != nil {
			p.say(key, strings.ToUpper(err.Error()[:1])+err.Error()[1:]+". Nothing was changed.", true)
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
