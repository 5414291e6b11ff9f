package reminder

import (
	"slices"
	"strings"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
)

// welcome sums up in one notification what was held back, if that is more than one
// thing: by sleep hours, a pause, "do not disturb" or because nobody looked. Each of them leaves
// an occurrence that is late although nothing was shown just before it. Water is not
// among them: it is never caught up.
func (l *look) welcome() {
	late, nightly := 0, true
	for _, i := range l.ready {
		if c := &l.cands[i]; l.late(c) {
			if c.wish == nil || !l.toldBeside() {
				late++
			}
			nightly = nightly && l.ofThisNight(c)
		}
	}
	if late == 0 || (late == 1 && l.welcomeBegun() == nil) {
		return
	}
	w := Occurrence{Kind: Welcome, What: welcomeWhat, At: l.now, Useful: l.now.Add(welcomeUseful)}
	var covers []Occurrence
	parts := &record.WelcomeNews{}
	var ended []course.Window
	for _, i := range l.ready {
		c := &l.cands[i]
		if !l.late(c) && (!c.isEnd() || c.begun != nil || c.sumOf != "") {
			continue
		}
		covers = append(covers, l.say(c))
		l.addWelcome(parts, c)
		if c.win != nil && !c.asks() {
			ended = append(ended, *c.win)
		}
		if c.At.After(w.Due) {
			w.Due = c.At
		}
		c.told = true
	}
	for _, i := range l.ready {
		if c := &l.cands[i]; c.told {
			l.addWishEnds(parts, c, ended)
		}
	}
	for _, d := range l.out.LetGo {
		if d.Reason == ReasonNotUseful || d.Reason == ReasonSuperseded {
			parts.LetGo++
		}
	}
	if !l.in.AwaySince.IsZero() && l.now.After(l.in.AwaySince) && !nightly {
		parts.Away = l.now.Sub(l.in.AwaySince)
	}
	parts.Morning = nightly
	parts.Shelf = l.shelf(ended)
	w.News.Welcome = parts
	begun := l.nameWelcome(&w)
	l.show(w, covers, begun)
}

// toldBeside says whether a window's end is due, beside which what the person asked for is told: together they are one
// thing.
func (l *look) toldBeside() bool {
	return slices.ContainsFunc(l.ready, func(i int) bool { c := &l.cands[i]; return c.win != nil && !c.asks() })
}

// late says whether the candidate was held back.
func (l *look) late(c *candidate) bool {
	switch {
	case c.begun != nil || c.water:
		return false
	case c.sumOf != "": // in flight: it stays with the notification that tells it
		return strings.HasPrefix(c.sumOf, welcomeWhat+"/")
	}
	at := c.At
	if free := l.afterSpacing(); c.Kind == RoutineDue && !l.lastShown.IsZero() && free.After(at) {
		at = free
	}
	return l.now.Sub(at) > lateness
}

// ofThisNight says whether it became due in the sleep hours that have just ended.
func (l *look) ofThisNight(c *candidate) bool {
	until, asleep := course.Asleep(l.in.Prefs, c.At, l.zone)
	return asleep && !until.After(l.now) && l.now.Sub(until) < 3*time.Hour
}

// nameWelcome gives the notification its identity: the moment at which the last of its parts
// became due, or that of one that a crash left in flight, which it takes the place of.
func (l *look) nameWelcome(w *Occurrence) *record.Delivery {
	if d := l.welcomeBegun(); d != nil {
		w.ID, w.Round = d.Occurrence, d.Round
		return d
	}
	w.ID = welcomeWhat + "/" + w.Due.UTC().Format(time.RFC3339)
	for i := range l.in.Deliveries {
		if d := &l.in.Deliveries[i]; d.Occurrence == w.ID && d.Round >= w.Round {
			w.Round = d.Round + 1
		}
	}
	return nil
}

// welcomeBegun is the welcome-back notification that a crash left in flight, or nil.
func (l *look) welcomeBegun() *record.Delivery {
	for _, i := range l.open {
		if d := &l.in.Deliveries[i]; d.What == welcomeWhat && d.State == record.Begun {
			return d
		}
	}
	return nil
}
