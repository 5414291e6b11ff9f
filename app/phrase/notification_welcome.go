package phrase

import (
	"time"

	"afterglow/app/record"
)

func (v Voice) welcomeTitle(n *record.WelcomeNews) string {
	if n.Morning {
		return v.T("notification.morning_title")
	}
	return v.T("notification.welcome_title")
}

// welcomeBody says it all, or leaves out what matters least until it fits: the reminders let go, the time away, the
// products on the shelf, the routines' names, what is simply over. A step that the plan asks for is said to the last,
// though in few words.
func (v Voice) welcomeBody(n *record.WelcomeNews) string {
	over, follow := split(n.Ends)
	heads, calm := v.welcomeHeads(n, over), v.wordsAsked(n)
	for _, heads := range [][]string{heads[:len(heads)-1], heads} { // without its tasks only if nothing else helps
		body := firstFit([][]string{v.steps(follow), v.beginsOf(n.Begins), v.asked(n.Asked)[0], heads}, func(said []string) string {
			step, begins, wish, head := said[0], said[1], said[2], said[3]
			return Paragraph(head, step, begins, wish, calm)
		})
		if body != "" {
			return body
		}
	}
	return v.T("notification.something_changed")
}

// welcomeWhole says it all, where there is room.
func (v Voice) welcomeWhole(n *record.WelcomeNews) string {
	over, follow := split(n.Ends)
	return Paragraph(v.welcomeHeads(n, over)[0], v.steps(follow)[0], v.asked(n.Asked)[0][0], v.beginsOf(n.Begins)[0], v.wordsAsked(n))
}

// welcomeHeads are what is worth doing, what is over, which products waited for that and how long nobody looked, ever
// shorter. Some desktops show one line of it, so what is to be done comes first.
func (v Voice) welcomeHeads(n *record.WelcomeNews, over []record.End) []string {
	away, ends, shelf := v.away(n.Away), v.ends(over), v.shelf(n.Shelf)
	tasks := func(names string, letGo int) string { return v.worthDoing(names, len(n.Routines), letGo) }
	names := v.tasks(n.Routines)
	return []string{
		Paragraph(tasks(names, n.LetGo), ends[0], shelf[0], away),
		Paragraph(tasks(names, 0), ends[0], shelf[0], away),
		Paragraph(tasks(names, 0), ends[0], shelf[0]),
		Paragraph(tasks(names, 0), ends[0], at(shelf, 1)),
		Paragraph(tasks(names, 0), ends[0]),
		Paragraph(tasks("", 0), ends[0]),
		Paragraph(tasks("", 0), at(ends, 1)),
		Paragraph(tasks("", 0), at(ends, 2)),
		at(ends, 2),
	}
}

// at is the level-th of ever shorter texts: the last after it.
func at(levels []string, level int) string { return levels[min(level, len(levels)-1)] }

// split tells the ends that are simply over from those in whose place the plan asks for something.
func split(ends []record.End) (over, follow []record.End) {
	for _, e := range ends {
		if e.Then != "" {
			follow = append(follow, e)
		} else {
			over = append(over, e)
		}
	}
	return over, follow
}

// away is a rough length, as short as can be.
func (v Voice) away(d time.Duration) string {
	switch {
	case d < time.Hour:
		return ""
	case d >= 2*day:
		return v.T("notification.away_days", Args{"Count": int(d / day)})
	}
	return v.T("notification.away_hours", Args{"Count": int(d / time.Hour)})
}

// tasks is "Gentle cleanse, moisturise (not yet: neck) and sunscreen".
func (v Voice) tasks(of []record.Task) string {
	names := make([]string, len(of))
	for i, task := range of {
		if names[i] = v.Inside(task.Name); task.NotYet != nil {
			names[i] = v.T("notification.task_not_yet", Args{"Name": names[i], "Areas": task.NotYet.Areas})
		}
	}
	return Capital(v.List(names))
}

// worthDoing is what can still be done, with the routines' names or how many they are, and what was let go.
func (v Voice) worthDoing(routines string, count, letGo int) string {
	switch {
	case count == 0 && letGo == 0:
		return ""
	case count == 0:
		return v.T("notification.let_go", Args{"Count": letGo})
	case routines == "":
		return v.T("notification.tasks_worth_doing", Args{"Count": count})
	case letGo == 0:
		return v.T("notification.worth_doing", Args{"Routines": routines})
	}
	return v.T("notification.worth_doing_let_go", Args{"Routines": routines, "Count": letGo})
}

// ends are the waits that are over: by name and time, how many, or left out.
func (v Voice) ends(of []record.End) []string {
	if len(of) == 0 {
		return []string{""}
	}
	var all string
	for _, e := range of {
		sentence := v.T("notification.wait_ended", Args{"Name": Capital(v.Inside(e.Name)), "Ended": e.At})
		if e.Sunscreen { // of an older version, which did not keep what the plan asks for
			sentence = v.T("notification.sunscreen_from", Args{"Ended": e.At})
		}
		all = Paragraph(all, sentence)
	}
	return []string{all, v.T("notification.waits_ended", Args{"Count": len(of)}), ""}
}

// wordsAsked is what the person is asked: whether the skin is calm, and what else the sheet asks for.
func (v Voice) wordsAsked(n *record.WelcomeNews) string {
	switch asks := len(n.Conditions); {
	case asks > 0:
		if n.Asks {
			asks++
		}
		return v.T("notification.words_asked", Args{"Count": asks})
	case n.Asks:
		return v.T("notification.calm_title")
	}
	return ""
}

// sumAhead tells what one notification will sum up: of what has not come yet it says nothing as if it had.
func (v Voice) sumAhead(n *record.WelcomeNews) (title, body string) {
	for _, e := range n.Ends {
		switch {
		case e.Then != "":
			body = Paragraph(body, v.step(e, Bare(e.Then)))
		case e.At.After(v.now):
			body = Paragraph(body, v.T("notification.wait_ends", Args{"Name": Capital(v.Inside(e.Name)), "Ends": e.At}))
		default:
			body = Paragraph(body, v.T("notification.wait_ended", Args{"Name": Capital(v.Inside(e.Name)), "Ended": e.At}))
		}
	}
	return v.T("notification.sum_title"), Paragraph(body, v.beginsOf(n.Begins)[0], v.wordsAsked(n))
}
