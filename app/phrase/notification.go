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
	anyLetters   = 10_000 // more than a body can have
)

// Notice words a notification as it reads now: a title of at most 40 letters and a body of at most 90.
func (v Voice) Notice(n record.News) (title, body string) {
	switch {
	case n.Routine != nil:
		return v.routineTitle(n.Routine), v.routineBody(n.Routine, bodyLetters)
	case n.Window != nil:
		return v.endTitle(n.Window, titleLetters), v.endBody(n.Window)
	case n.Welcome != nil:
		return v.welcomeTitle(n.Welcome), v.welcomeBody(n.Welcome)
	case n.Tell != nil:
		return v.tellTitle(n.Tell, titleLetters), v.tellBody(n.Tell)
	case n.Begin != nil:
		return v.beginTitle(n.Begin, titleLetters), v.beginBody(n.Begin)
	}
	return "", ""
}

// Brief is a text as long as a notification's body may be.
func Brief(text string) string { return Fit(text, bodyLetters) }

// NoticeAt words a notification as it reads once it is shown: at that moment if that is to come, else now. Of an end that
// is to come, and then a day ago or more, it says when that is: nobody understands "yesterday" of tonight.
func (v Voice) NoticeAt(n record.News, at time.Time) (title, body string) {
	return v.shownAt(at).Notice(n)
}

// shownAt is the voice at a moment to come.
func (v Voice) shownAt(at time.Time) Voice {
	if at.After(v.now) {
		v.reads, v.now = v.now, at
	}
	return v
}

// when is how a moment to come is said: "at 23:30" of today, "tomorrow 23:30".
func (v Voice) when(at time.Time) string {
	if v.days(at) == 0 {
		return "today"
	}
	return "later"
}

// comes says whether an end is still to come for who reads this before it is shown, and of another day once it is; and
// the voice in which that end is said.
func (v Voice) comes(end time.Time) (Voice, bool) {
	if v.reads.IsZero() || !end.After(v.reads) || v.ago(end) == "today" {
		return v, false
	}
	v.now, v.reads = v.reads, time.Time{}
	return v, true
}

// Task words what is to be done as [Voice.NoticeAt] does, and says what and how in full: there is room for it.
func (v Voice) Task(n record.News, at time.Time) (title, body string) {
	switch {
	case n.Welcome != nil && len(n.Welcome.Ends) > 0 && at.After(v.now):
		return v.sumAhead(n.Welcome)
	case n.Welcome != nil:
		return v.welcomeTitle(n.Welcome), v.welcomeWhole(n.Welcome)
	}
	otherDay := v.days(at) != 0
	v = v.shownAt(at)
	switch {
	case n.Window != nil:
		return v.endTitle(n.Window, anyLetters), v.endBody(n.Window)
	case n.Tell != nil:
		return v.tellTitle(n.Tell, anyLetters), v.tellBody(n.Tell)
	case n.Begin != nil:
		return v.beginTitle(n.Begin, anyLetters), v.beginBody(n.Begin)
	case n.Routine == nil:
		return "", ""
	case n.Routine.Drink != nil && otherDay: // of another day nobody has drunk yet
		routine, drink := *n.Routine, *n.Routine.Drink
		drink.Goal, routine.Drink = 0, &drink
		return v.routineTitle(&routine), v.routineBody(&routine, anyLetters)
	}
	return v.routineTitle(n.Routine), v.routineBody(n.Routine, anyLetters)
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

// routineBody has at most so many letters: what the plan says how to do it is shortened to them.
func (v Voice) routineBody(n *record.RoutineNews, most int) string {
	var before, after string
	switch {
	case n.Drink != nil:
		return v.drinkBody(n, most)
	case n.Day != nil:
		return v.T("notification.check_in", Args{"Day": *n.Day})
	case n.NotYet != nil:
		before = v.NotYet(n.NotYet)
	case n.Next.After(v.now):
		after = v.T("notification.next_one", Args{"Next": n.Next})
	}
	room := most - letters(Paragraph(before, "-", after)) + 1
	return Paragraph(before, Fit(n.How, room), after)
}

// NotYet says on which skin a routine may not be done yet: "Neck: not before Friday 18:00."; "" for nowhere.
func (v Voice) NotYet(n *record.NotYet) string {
	if n == nil {
		return ""
	}
	return v.T("notification.not_yet", Args{"Areas": Capital(v.List(n.Areas)), "From": n.From})
}

// drinkBody is how far the day's drinking is, and what the plan says how to drink.
func (v Voice) drinkBody(n *record.RoutineNews, most int) string {
	how := n.How
	if how == "" {
		how = v.T("notification.water")
	}
	if n.Drink.Goal <= 0 {
		return Fit(how, most)
	}
	count := v.T("notification.water_today", Args{"Amount": v.Drunk(*n.Drink)})
	return Paragraph(count, Fit(how, most-letters(count)-1))
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
