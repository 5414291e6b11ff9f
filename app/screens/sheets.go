package screens

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/course"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/today"
	"afterglow/app/screens/words"
	"afterglow/app/service"
)

const sheetWide = 480

// windowSheet tells more of one window: the rule, why, what follows, and who says so.
func (s *Shell) windowSheet(w service.WindowView) {
	k, now := s.k, s.state.status.Now
	icon, word, tone := today.Chip(k, w, now, 300)
	parts := []fyne.CanvasObject{
		kit.Row(10, 1, k.Pill(icon, word, tone), k.Line(today.When(w, now), k.P.Muted, false)),
	}
	rule, why := s.rule(w)
	parts = append(parts, k.Section(rule))
	if why != "" {
		parts = append(parts, k.Body(why))
	}
	if name := s.state.status.SetBy(w); name != "" && w.State != course.Open {
		parts = append(parts, k.Body("Set by this treatment: "+name+". Where treatments differ, the strictest holds."))
	}
	for _, line := range rest(w, s.when) {
		parts = append(parts, k.Muted(line))
	}
	parts = append(parts, k.Rule(), s.who(w.Says))
	var buttons []fyne.CanvasObject
	if w.State == course.Ask {
		if w.ExtendUntil != nil {
			buttons = append(buttons, k.Secondary("sheet.extend", "Wait "+words.Length(w.ExtendBy)+" more", func() { s.closeSheet(); s.extend(w.ID) }))
		}
		buttons = append(buttons, k.Primary("sheet.calm", "My skin is calm", func() { s.closeSheet(); s.calm(w.ID) }))
	} else if w.State == course.Wait && w.ExtendUntil != nil {
		buttons = append(buttons, k.Secondary("sheet.extend", "Still red: wait "+words.Length(w.ExtendBy)+" more", func() { s.closeSheet(); s.extend(w.ID) }))
	}
	s.openSheet(k.Sheet(sheetWide, w.Name, s.closeSheet, kit.Column(12, parts...), buttons...))
	s.renew = func() {
		i := slices.IndexFunc(s.state.status.Windows, func(now service.WindowView) bool { return now.ID == w.ID })
		switch {
		case i < 0:
			s.closeSheet()
		case !sameAnswer(w, s.state.status.Windows[i]):
			s.windowSheet(s.state.status.Windows[i])
		}
	}
}

// sameAnswer says whether a window's panel would read the same.
func sameAnswer(a, b service.WindowView) bool {
	return a.State == b.State && a.Until.Equal(b.Until) && a.Treatment == b.Treatment && a.Extended == b.Extended &&
		(a.ExtendUntil == nil) == (b.ExtendUntil == nil)
}

// rule is the one line to read, and why. It fits the answer above it: where that is yes, the rule
// that held until then is not repeated as if it still did.
func (s *Shell) rule(w service.WindowView) (rule, why string) {
	switch w.State {
	case course.Open:
		if w.Hours != "" && s.state.status.Now.Before(w.Until) {
			return "Your plan says not from " + hours(w.Hours) + ", each day until " + s.when(w.Until) + ".", ""
		}
		over := "Your plan's wait is over."
		if !w.Until.After(w.From) {
			over = "Your plan asks for no wait here."
		}
		if w.After != "" {
			return words.Stop(w.After), over
		}
		return over, ""
	case course.Then:
		if w.Then != "" {
			return "Now: " + words.Stop(w.Then), w.Why
		}
	case course.Before:
		return "From " + s.when(w.From) + ": " + w.Avoid, w.Why
	}
	return w.Avoid, w.Why
}

// hours is "10:00 to 14:00" for "10:00-14:00".
func hours(s string) string { return strings.Replace(s, "-", " to ", 1) }

// rest is what follows a window and what else holds of it.
func rest(w service.WindowView, when func(time.Time) string) []string {
	var out []string
	if w.State == course.Wait || w.State == course.Ask || w.State == course.Before {
		if w.AndWhen == "calm" {
			out = append(out, "When the time is up, Afterglow asks if your skin is calm.")
		}
		if w.Then != "" {
			out = append(out, "After that: "+words.Stop(w.Then))
		} else if w.After != "" {
			out = append(out, "After that: "+words.Stop(w.After))
		}
	}
	if w.State == course.Then && w.ThenUntil != nil {
		out = append(out, "This holds until "+when(*w.ThenUntil)+".")
	}
	if w.Allowed != nil && w.State == course.Wait {
		out = append(out, "Your plan allows it from "+when(*w.Allowed)+". It advises to wait.")
	}
	if w.Extended {
		out = append(out, "You made this wait longer.")
	}
	return out
}

// says answers "says who?".
func (s *Shell) says(of string, v service.SourceView) {
	s.openSheet(s.k.Sheet(sheetWide, of, s.closeSheet, s.who(v)))
}

// who is the source: its title, how strong it is, where the plan says it, and its page.
func (s *Shell) who(v service.SourceView) fyne.CanvasObject {
	k := s.k
	title := v.Title
	if title == "" {
		title = "The plan names no source."
	}
	lines := []fyne.CanvasObject{k.Muted("Says who?"), k.Strong(title)}
	if v.Words != "" {
		lines = append(lines, k.Body("Strength: "+words.Stop(v.Words)))
	}
	if v.Line > 0 {
		lines = append(lines, k.Muted(fmt.Sprintf("Plan %s, line %d of its file.", v.Plan, v.Line)))
	} else if v.Plan != "" {
		lines = append(lines, k.Muted("Plan "+words.Stop(v.Plan)))
	}
	if v.URL != "" {
		lines = append(lines, kit.Left(k.LinkInked("sheet.url", "Open the source in your browser", k.P.Rose, func() { k.OpenURL(v.URL) })),
			k.Muted(v.URL))
	}
	return kit.Column(4, lines...)
}

// confirm asks before something that cannot be taken back with Undo.
func (s *Shell) confirm(title, text, yes string, do func()) {
	k := s.k
	s.openSheet(k.Sheet(sheetWide, title, s.closeSheet, k.Body(text),
		k.Secondary("sheet.no", "Keep it", s.closeSheet),
		k.Primary("sheet.yes", yes, func() { s.closeSheet(); do() })))
}
