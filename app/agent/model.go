package agent

import (
	"math"
	"time"

	"afterglow/app/course"
	"afterglow/app/phrase"
	"afterglow/app/service"
	"afterglow/app/tray"
	"afterglow/guidance"
)

// openedFor is how long the icon tells that a window has opened.
const openedFor = time.Hour

// trayModel turns a status into what the tray shows. It is pure.
func trayModel(v phrase.Voice, s service.Status) tray.Model {
	shape := shapeOf(s)
	m := tray.Model{Shape: shape, Share: courseShare(s), Status: v.TrayLine(s), Tip: v.TrayTip(s, signOf(shape))}
	if s.Treatment == nil {
		return m
	}
	if o := offerOf(s); o.routine != "" {
		m.Done = v.TrayDone(s, o.routine)
		if o.due {
			for i, d := range s.Delays {
				m.Later[i] = tray.Choice{Key: string(d), Label: v.Delay(d)}
			}
		}
	}
	if _, due := s.DueAs(guidance.CheckIn); due {
		m.CheckIn = v.T("tray.check_in")
	}
	if s.Paused != nil {
		m.Resume = v.TrayResume(s)
	} else {
		for i, b := range service.Breaks() {
			m.Pause[i] = tray.Choice{Key: string(b), Label: v.Break(b)}
		}
	}
	m.Phone = v.T("tray.phone")
	for _, r := range s.Routines {
		if r.Drink != nil && !r.Off && r.Starts == nil && r.Goal > 0 {
			m.Water = v.TrayDrink(r)
		}
	}
	return m
}

// short keeps the menu to eight lines, the most that are read at a glance. All nine would stand there only while the
// check-in is due: then the glass of water yields to it, which is asked for again and again, and is counted in the window too. What leads to
// the phone yields to all that is due.
func short(m tray.Model) tray.Model {
	if m.CheckIn != "" {
		m.Water = ""
	}
	const always = 4 // what the day is, Ask, Open and Quit
	lines := always
	for _, stands := range []bool{m.Done != "", m.CheckIn != "", m.Later != tray.Choices{}, m.Water != "", m.Pause != tray.Choices{} || m.Resume != ""} {
		if stands {
			lines++
		}
	}
	if lines >= mostLines {
		m.Phone = ""
	}
	return m
}

// mostLines is how many lines the menu has at most.
const mostLines = 8

// shapeOf is the state as the icon tells it.
func shapeOf(s service.Status) tray.Shape {
	switch {
	case s.Treatment == nil:
		return tray.ShapeNone
	case s.Paused != nil || len(s.Held) > 0:
		return tray.ShapePaused
	case len(s.Due) > 0:
		return tray.ShapeDue
	case recentlyOpened(s):
		return tray.ShapeOpened
	}
	return tray.ShapeCourse
}

// signOf is what the tooltip has to explain of a shape.
func signOf(shape tray.Shape) phrase.Sign {
	switch shape {
	case tray.ShapeNone:
		return phrase.SignThin
	case tray.ShapePaused:
		return phrase.SignBars
	case tray.ShapeDue:
		return phrase.SignDot
	case tray.ShapeOpened:
		return phrase.SignGap
	}
	return phrase.SignRing
}

// courseShare is in whole twentieths, so that the icon is drawn again rarely. It is 1 only if all is open.
func courseShare(s service.Status) float64 {
	return math.Floor(s.Ring().Share*20) / 20
}

// offer is what Done and Later in the menu answer.
type offer struct {
	what    string // an occurrence that is due, else a routine; "" for nothing
	routine string
	due     bool
	drink   string // the routine of drinks, which has an item of its own; "" for none
}

// offerOf is what is due, else the next routine of today. Water has an item of its own,
// so it is offered only if it is due.
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

// drinkOf is the id of the routine of drinks; "" if the plan has none.
func drinkOf(s service.Status) string {
	for _, r := range s.Routines {
		if r.Role == guidance.Water {
			return r.ID
		}
	}
	return ""
}

func recentlyOpened(s service.Status) bool {
	for _, w := range s.Windows {
		if past := s.Now.Sub(w.Until); w.State == course.Open && past >= 0 && past < openedFor {
			return true
		}
	}
	return false
}
