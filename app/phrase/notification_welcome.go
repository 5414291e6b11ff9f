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
// routines' names, the windows' times.
func (v Voice) welcomeBody(n *record.WelcomeNews) string {
	letGo, away := n.LetGo, n.Away
	routines, ends := v.tasks(n.Routines), v.ends(n.Ends)
	for step := 0; ; step++ {
		body := Paragraph(v.away(away), v.worthDoing(routines, len(n.Routines), letGo), ends, v.calmAsked(n.Asks))
		switch {
		case letters(body) <= bodyLetters:
			return body
		case step == 0:
			letGo = 0
		case step == 1:
			away = 0
		case step == 2:
			if len(n.Routines) > 1 {
				routines = ""
			}
		case step == 3:
			if len(n.Ends) > 1 {
				ends = v.T("notification.waits_ended", Args{"Count": len(n.Ends)})
			}
		default:
			return v.T("notification.something_changed")
		}
	}
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

func (v Voice) ends(of []record.End) string {
	var all string
	for _, e := range of {
		sentence := ""
		if e.Sunscreen {
			sentence = v.T("notification.sunscreen_from", Args{"Ended": e.At})
		} else {
			sentence = v.T("notification.wait_ended", Args{"Name": Capital(v.Inside(e.Name)), "Ended": e.At})
		}
		all = Paragraph(all, sentence)
	}
	return all
}

func (v Voice) calmAsked(asks bool) string {
	if asks {
		return v.T("notification.calm_title")
	}
	return ""
}
