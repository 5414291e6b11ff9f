package agent

import (
	"time"

	"afterglow/app/clock"
	"afterglow/app/service"
	"afterglow/app/tray"
)

// discreet is the tray for someone who may be looked over the shoulder: like the notifications of
// discreet mode it says that there is a reminder and when, and nothing of the treatment, its area or what is due.
// The shape of the icon stays: it has no words.
func discreet(m tray.Model, s service.Status, zone *time.Location) tray.Model {
	if s.Treatment == nil {
		return m // that line says nothing of a treatment
	}
	m.Status = discreetLine(s, zone)
	m.Tip = "Afterglow: " + lowerFirst(m.Status)
	m.CheckIn, m.Done = "", ""
	// Of several nobody could tell which one is meant: Open leads to all of them.
	m.CanWait = m.CanWait && len(s.Due) == 1
	if m.CanWait {
		m.Done = "Done with the reminder"
	}
	return m
}

// discreetLine is why nothing comes, what waits, or when the next reminder is.
func discreetLine(s service.Status, zone *time.Location) string {
	switch n := len(s.Due); {
	case s.Paused != nil:
		return "Paused until " + clock.Say(*s.Paused, s.Now, zone)
	case len(s.Held) > 0:
		return "Held: " + lowerFirst(s.Held[0].Reason)
	case n > 1:
		return "Reminders wait for you"
	case n == 1:
		return "A reminder waits for you"
	case s.Next != nil:
		return "Next reminder " + clock.Say(s.Next.At, s.Now, zone)
	}
	return "No more reminders"
}
