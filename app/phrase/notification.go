package phrase

import (
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
)

// Lengths that fit into a notification, in letters.
const (
	titleLetters = 40
	bodyLetters  = 90
)

// Notice words a notification as it reads now: a title of at most 40 letters and a body of at most 90.
func (v Voice) Notice(n record.News) (title, body string) {
	switch {
	case n.Routine != nil:
		return v.routineTitle(n.Routine), v.routineBody(n.Routine)
	case n.Window != nil:
		return v.endTitle(n.Window), v.endBody(n.Window)
	case n.Welcome != nil:
		return v.welcomeTitle(n.Welcome), v.welcomeBody(n.Welcome)
	}
	return "", ""
}

// NoticeAt words a notification as it reads once it is shown: at that moment if that is to come, else now.
func (v Voice) NoticeAt(n record.News, at time.Time) (title, body string) {
	if at.After(v.now) {
		v.now = at
	}
	return v.Notice(n)
}

// NoticeTitle is the title alone.
func (v Voice) NoticeTitle(n record.News) string {
	title, _ := v.Notice(n)
	return title
}

// Logged is the title of a notification in the log: in the words in which it was shown, or as it would have read.
func (v Voice) Logged(shown string, n record.News) string {
	if shown != "" {
		return shown
	}
	return v.NoticeTitle(n)
}

// DiscreetNotice is what a notification says that tells nothing of the treatment.
func (v Voice) DiscreetNotice() (title, body string) {
	return v.T("notification.discreet_title"), v.T("notification.discreet_body")
}

func (v Voice) routineTitle(n *record.RoutineNews) string {
	if n.Ask != "" {
		return Fit(n.Ask, titleLetters)
	}
	return Fit(n.Name, titleLetters)
}

func (v Voice) routineBody(n *record.RoutineNews) string {
	var before, after string
	switch {
	case n.Drink != nil:
		return v.drinkBody(n.Drink)
	case n.Day != nil:
		return v.T("notification.check_in", Args{"Day": *n.Day})
	case n.NotYet != nil:
		before = v.NotYet(n.NotYet)
	case n.Next.After(v.now):
		after = v.T("notification.next_one", Args{"Next": n.Next})
	}
	room := bodyLetters - letters(Paragraph(before, "-", after)) + 1
	return Paragraph(before, Fit(n.How, room), after)
}

// NotYet says on which skin a routine may not be done yet: "Neck: not before Friday 18:00."; "" for nowhere.
func (v Voice) NotYet(n *record.NotYet) string {
	if n == nil {
		return ""
	}
	return v.T("notification.not_yet", Args{"Areas": Capital(v.List(n.Areas)), "From": n.From})
}

func (v Voice) drinkBody(d *record.Drink) string {
	if d.Goal <= 0 {
		return v.T("notification.water")
	}
	return v.drunk("notification.water_", d)
}

// drunk fills the one of three messages that counts as the person does: "glasses", "ml" or "floz". Of glasses the
// whole ones count.
func (v Voice) drunk(id string, d *record.Drink) string {
	glass := max(d.Glass, 1)
	switch d.Unit {
	case course.UnitML:
		return v.T(id+"ml", Args{"Drunk": d.Drunk, "Goal": d.Goal})
	case course.UnitFluidOunce:
		return v.T(id+"floz", Args{"Drunk": fluidOunces(d.Drunk), "Goal": fluidOunces(d.Goal)})
	}
	return v.T(id+"glasses", Args{"Drunk": d.Drunk / glass, "Goal": (d.Goal + glass - 1) / glass})
}
