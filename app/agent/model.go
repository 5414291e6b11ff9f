package agent

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"afterglow/app/clock"
	"afterglow/app/course"
	"afterglow/app/phrase"
	"afterglow/app/service"
	"afterglow/app/tray"
	"afterglow/guidance"
)

// openedFor is how long the icon tells that a window has opened.
const openedFor = time.Hour

// tipLimit is the longest tooltip that every system shows: Windows cuts at 128
// UTF-16 units, of which one ends the text.
const tipLimit = 127

// trayModel turns a status into what the tray shows. It is pure.
func trayModel(v phrase.Voice, s service.Status, zone *time.Location) tray.Model {
	if s.Treatment == nil {
		return tray.Model{Shape: tray.ShapeNone, Status: "Nothing to look after today", Tip: "Afterglow: nothing to look after today"}
	}
	m := tray.Model{Shape: tray.ShapeCourse, Share: phaseShare(s)}
	day := fmt.Sprintf("Day %d", s.Treatment.Day)
	if name := s.Called(s.Treatment.ID); name != "" {
		day = upperFirst(name)
	}
	m.Status = day + " · " + headline(s, zone)
	m.Tip = m.Status
	if s.Paused == nil {
		what, where := comes(v, s, zone)
		m.Tip = longest(m.Status, what, where)
	}
	if recentlyOpened(s) {
		m.Shape = tray.ShapeOpened
	}
	if o := offerOf(s); o.routine != "" {
		m.CanWait = o.due
		m.Done = "Done: " + routineName(s, o.routine) + notYet(v, s, o.routine)
	}
	if _, due := s.DueAs(guidance.CheckIn); due {
		m.CheckIn = "Check in: how is your skin?"
	}
	if len(s.Due) > 0 {
		m.Shape = tray.ShapeDue
	}
	if len(s.Held) > 0 {
		m.Shape = tray.ShapePaused
	}
	if s.Paused != nil {
		m.Shape = tray.ShapePaused
		m.Paused = *s.Paused
		m.PausedText = "Paused until " + clock.Say(*s.Paused, s.Now, zone) + ": resume now"
	}
	for _, r := range s.Routines {
		if r.Role == guidance.Water && !r.Off && r.Starts == nil && r.Goal > 0 {
			amount := fmt.Sprintf("%d of %d", r.Done, r.Goal)
			if r.Drink != nil && (r.Drink.Unit == course.UnitML || r.Drink.Unit == course.UnitFluidOunce) {
				amount = v.Drunk(*r.Drink)
			}
			m.Water = "A glass of water (" + amount + ")"
		}
	}
	return m
}

// phaseShare is rounded to a twentieth, so that the icon is drawn again rarely.
func phaseShare(s service.Status) float64 {
	if s.Phase == nil {
		return 1
	}
	return float64(int(s.Phase.Share*20+0.5)) / 20
}

// headline is the one thing most worth knowing: why nothing comes, what the skin
// is asked for, or which window ends next.
func headline(s service.Status, zone *time.Location) string {
	switch {
	case s.Paused != nil:
		return "paused until " + clock.Say(*s.Paused, s.Now, zone)
	case len(s.Held) > 0:
		return "held: " + lowerFirst(s.Held[0].Reason)
	}
	var next *service.WindowView
	for i := range s.Windows {
		w := &s.Windows[i]
		if w.State == course.Ask {
			return lowerFirst(w.Name) + ": is your skin calm?" + other(s, w)
		}
		if w.State == course.Wait && w.Situation == "" && (next == nil || w.Until.Before(next.Until)) {
			next = w
		}
	}
	if next == nil {
		return "all waits are over"
	}
	if next.Then != "" {
		// What follows the sun window is not "open": the sentence must not say so.
		return lowerFirst(next.Name) + ": wait until " + clock.Say(next.Until, s.Now, zone) + other(s, next)
	}
	return lowerFirst(next.Name) + " opens " + clock.Say(next.Until, s.Now, zone) + other(s, next)
}

// other names the treatment that a window is of, where the line does not begin with that one.
func other(s service.Status, w *service.WindowView) string {
	if name := s.SetBy(*w); name != "" && w.Treatment != s.Treatment.ID {
		return " (" + name + ")"
	}
	return ""
}

// comes is what is due, or next; "" for nothing. where says on which skin that is not for yet.
func comes(v phrase.Voice, s service.Status, zone *time.Location) (what, where string) {
	switch {
	case len(s.Due) > 1:
		return fmt.Sprintf("due now: %s and %d more", lowerFirst(v.NoticeTitle(s.Due[0].News)), len(s.Due)-1), ""
	case len(s.Due) == 1:
		return "due now: " + lowerFirst(v.NoticeTitle(s.Due[0].News)), notYet(v, s, s.Due[0].What)
	case s.Next != nil:
		// Which skin has to wait is known for now, not for then.
		return "next: " + lowerFirst(v.NoticeTitle(s.Next.News)) + " " + clock.Say(s.Next.At, s.Now, zone), ""
	}
	return "", ""
}

// longest is the status with as much of what comes as the tooltip has room for.
func longest(status, what, where string) string {
	if what == "" {
		return status
	}
	for _, tip := range []string{status + " · " + what + where, status + " · " + what} {
		if utf8.RuneCountInString(tip) <= tipLimit {
			return tip
		}
	}
	return status
}

// notYet says on which skin a routine may not be done yet: " (neck: not before 16:59)"; "" for nowhere.
func notYet(v phrase.Voice, s service.Status, routine string) string {
	for _, r := range s.Routines {
		if r.ID == routine && r.NotYet != nil {
			return " (" + lowerFirst(strings.TrimSuffix(v.NotYet(r.NotYet), ".")) + ")"
		}
	}
	return ""
}

// offer is what Done and Later in the menu answer.
type offer struct {
	what    string // an occurrence that is due, else a routine; "" for nothing
	routine string
	due     bool
	drink   string // the routine of drinks, which has an item of its own; "" for none
}

// offerOf is what is due, else the next routine of today. Water has an item of its own,
// so it is offered only where it is due.
func offerOf(s service.Status) offer {
	o := offer{drink: drinkOf(s)}
	for _, d := range s.Due {
		if d.Kind == "routine" {
			o.what, o.routine, o.due = d.ID, d.What, true
			return o
		}
	}
	var next time.Time
	for _, r := range s.Routines {
		if r.Role == guidance.Water || r.Off || r.Next == nil || r.Done >= r.Goal || r.Next.Sub(s.Now) >= 12*time.Hour {
			continue
		}
		if o.what == "" || r.Next.Before(next) {
			o.what, o.routine, next = r.ID, r.ID, *r.Next
		}
	}
	return o
}

// drinkOf is the id of the routine of drinks; "" where the plan has none.
func drinkOf(s service.Status) string {
	for _, r := range s.Routines {
		if r.Role == guidance.Water {
			return r.ID
		}
	}
	return ""
}

func routineName(s service.Status, id string) string {
	for _, r := range s.Routines {
		if r.ID == id {
			return lowerFirst(r.Name)
		}
	}
	return id
}

func recentlyOpened(s service.Status) bool {
	for _, w := range s.Windows {
		over := w.State == course.Open || w.State == course.Then
		if past := s.Now.Sub(w.Until); over && past >= 0 && past < openedFor {
			return true
		}
	}
	return false
}

func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return strings.ToLower(string(r)) + s[n:]
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return strings.ToUpper(string(r)) + s[n:]
}
