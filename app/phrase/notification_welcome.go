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
	steps, asked := v.steps(follow), v.asked(n.Asked)[0]
	shelf, ends, routines := v.shelf(n.Shelf), v.ends(over), v.tasks(n.Routines)
	calm := v.calmAsked(n.Asks)
	for _, most := range []int{leastSaid - 1, leastSaid} {
		for _, step := range steps {
			for _, wish := range asked {
				for less := range most {
					letGo, away := n.LetGo, n.Away
					if less >= 1 {
						letGo = 0
					}
					if less >= 2 {
						away = 0
					}
					tasks := v.worthDoing(at(routines, less-3), len(n.Routines), letGo)
					if less == leastSaid-1 {
						tasks = ""
					}
					body := Paragraph(v.away(away), tasks, at(ends, less-4), step, wish, at(shelf, 2*(less-2)), calm)
					if body != "" && letters(body) <= bodyLetters {
						return body
					}
				}
			}
		}
	}
	return v.T("notification.something_changed")
}

// leastSaid is in how many steps a summing-up is shortened.
const leastSaid = 8

// at is the level-th of ever shorter texts: the first before it, the last after it.
func at(levels []string, level int) string { return levels[min(max(level, 0), len(levels)-1)] }

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

// tasks is "Gentle cleanse, moisturise (not yet: neck) and sunscreen"; "": how many they are.
func (v Voice) tasks(of []record.Task) []string {
	names := make([]string, len(of))
	for i, task := range of {
		if names[i] = v.Inside(task.Name); task.NotYet != nil {
			names[i] = v.T("notification.task_not_yet", Args{"Name": names[i], "Areas": task.NotYet.Areas})
		}
	}
	return []string{Capital(v.List(names)), ""}
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

func (v Voice) calmAsked(asks bool) string {
	if asks {
		return v.T("notification.calm_title")
	}
	return ""
}
