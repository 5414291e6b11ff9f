package reminder

import (
	"strings"
	"time"
	"unicode/utf8"
)

// welcomeParts is what a welcome-back notification has to say.
type welcomeParts struct {
	away     time.Duration
	routines []string // names of what is still worth doing
	windows  []string // "Makeup wait ended 11:40."
	asks     bool     // a window waits for the person's word
	letGo    int
}

func (p *welcomeParts) add(l *look, c *candidate) {
	if c.Kind == RoutineDue {
		name := c.name
		if c.notYet(l.now) {
			name += " (not yet: " + c.due.NotYet.Areas + ")"
		}
		p.routines = append(p.routines, name)
		return
	}
	spec := &c.win.Spec
	ended := strings.TrimPrefix(l.sayEnd(c.Due), "at ")
	switch {
	case spec.AndWhen != "":
		p.asks = true
	case spec.Then != "" && thenTitle(spec) == sunscreenTitle:
		p.windows = append(p.windows, "Sunscreen from "+ended+".")
	default:
		p.windows = append(p.windows, capital(spec.Name)+" wait ended "+ended+".")
	}
}

// body says it all, or leaves out what matters least until it fits: the nudges let go,
// the time away, the routines' names, the windows' times.
func (p *welcomeParts) body() string {
	tries := [...]func(*welcomeParts){
		func(*welcomeParts) {},
		func(p *welcomeParts) { p.letGo = 0 },
		func(p *welcomeParts) { p.away = 0 },
		func(p *welcomeParts) {
			if n := len(p.routines); n > 1 {
				p.routines = []string{numberWord(n) + " tasks"}
			}
		},
		func(p *welcomeParts) {
			if n := len(p.windows); n > 1 {
				p.windows = []string{capital(numberWord(n)) + " waits ended. See Afterglow."}
			}
		},
	}
	short := *p
	for _, shorten := range tries {
		shorten(&short)
		if s := short.text(); utf8.RuneCountInString(s) <= bodyLength {
			return s
		}
	}
	return fit("Something in your plan has changed. Open Afterglow to read it.", bodyLength)
}

func (p *welcomeParts) text() string {
	var parts []string
	if p.away >= time.Hour {
		parts = append(parts, "Away "+awayWords(p.away)+".")
	}
	var todo []string
	if n := len(p.routines); n > 0 {
		names := make([]string, n)
		for i, name := range p.routines {
			names[i] = lowerName(name)
		}
		list := strings.Join(names, ", ")
		if n > 1 {
			list = strings.Join(names[:n-1], ", ") + " and " + names[n-1]
		}
		todo = append(todo, list+" still worth doing")
	}
	if p.letGo == 1 {
		todo = append(todo, "one nudge let go")
	} else if p.letGo > 1 {
		todo = append(todo, numberWord(p.letGo)+" nudges let go")
	}
	if len(todo) > 0 {
		parts = append(parts, capital(strings.Join(todo, "; "))+".")
	}
	parts = append(parts, p.windows...)
	if p.asks {
		parts = append(parts, "Is your skin calm?")
	}
	return strings.Join(parts, " ")
}

// awayWords is a rough length: "5 h", "2 days".
func awayWords(d time.Duration) string {
	if d >= 48*time.Hour {
		return count(int(d/(24*time.Hour))) + " days"
	}
	return count(int(d/time.Hour)) + " h"
}
