package agent

import (
	"afterglow/app/phrase"
	"afterglow/app/service"
	"afterglow/app/tray"
)

// discreet is the tray for someone who may be looked over the shoulder: like the notifications of
// discreet mode it says that there is a reminder and when, and nothing of the treatment, its area or what is due.
// The shape of the icon stays: it has no words.
func discreet(v phrase.Voice, m tray.Model, s service.Status) tray.Model {
	if s.Treatment == nil {
		return m // that line says nothing of a treatment
	}
	m.Status, m.Tip = v.DiscreetLine(s), v.DiscreetTip(s)
	m.CheckIn, m.Done = "", ""
	// Of several nobody could tell which one is meant: Open leads to all of them.
	if len(s.Due) != 1 {
		m.Later = tray.Choices{}
	}
	if m.Later != (tray.Choices{}) {
		m.Done = v.T("tray.discreet_done")
	}
	return m
}
