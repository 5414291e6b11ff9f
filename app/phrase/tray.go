package phrase

import (
	"cmp"
	"slices"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/app/service"
)

// TrayLine is the first line of the tray's menu: whose day it is, and the one thing most worth knowing. That is why
// nothing comes, what the skin is asked for, or which window ends next.
func (v Voice) TrayLine(s service.Status) string {
	switch {
	case s.Treatment == nil && len(s.Lasting) > 0:
		return v.T("tray.goes_on", Args{"Count": len(s.Lasting)})
	case s.Treatment == nil:
		return v.T("tray.nothing")
	}
	who := v.DayOf(s.Treatment.Day)
	if c, several := s.TreatmentCalled(s.Treatment.ID); several {
		who = Capital(v.Called(c))
	}
	switch {
	case s.Paused != nil:
		return v.T("tray.paused", Args{"Who": who, "Until": *s.Paused})
	case len(s.Held) > 0:
		return v.T("tray.held", Args{"Who": who, "Reason": lowerFirst(v.Held(s.Held[0].Reason, s.Held[0].By))})
	}
	w := worthKnowing(s)
	switch {
	case w == nil && stepNow(s.Windows) != nil:
		w = stepNow(s.Windows)
		return v.T("tray.line_then", Args{"Who": who, "Window": v.Inside(w.Name), "Then": Fit(Bare(w.Then), trayThen)})
	case w == nil && notOver(s.Windows) != nil:
		w = notOver(s.Windows)
		return v.T("tray.line_end", Args{"Who": who, "Window": v.Inside(w.Name), "End": v.WindowTime(*w)})
	case w == nil:
		return v.T("tray.all_over", Args{"Who": who})
	}
	args := Args{"Who": who, "Window": v.Inside(w.Name), "Until": w.Until}
	switch end := v.waitEnd(w.End, w.Until, false); {
	case w.State == course.Ask && w.End.Condition != "":
		args["End"] = lowerFirst(v.Question(w.End.Condition))
	case less(*w):
		args["End"] = v.T("tray.less", Args{"End": end})
	default:
		args["End"] = end
	}
	if w.State == course.Ask && s.AskAgain != nil {
		return v.T("tray.line_rests", args)
	}
	if by := s.Setters(*w); len(by) > 0 && w.Treatment != s.Treatment.ID {
		args["Treatment"] = v.SetBy(by)
		return v.T("tray.line_of_"+trayWindow(w), args)
	}
	return v.T("tray.line_"+trayWindow(w), args)
}

// worthKnowing is the window that asks the person, else the one that ends next, else one that will ask them again or
// whose end nobody knows; nil for none.
func worthKnowing(s service.Status) (next *service.WindowView) {
	var rests, unknown *service.WindowView
	all := slices.Concat(s.Windows, s.Questions)
	for i := range all {
		w := &all[i]
		if w.State == course.Ask {
			if s.AskAgain == nil {
				return w
			}
			rests = cmp.Or(rests, w)
		}
		if w.State == course.Wait && w.Situation == "" && (w.End.Open || w.End.ByWord()) {
			unknown = cmp.Or(unknown, w)
			continue
		}
		if w.State == course.Wait && w.Situation == "" && (next == nil || w.Until.Before(next.Until)) {
			next = w
		}
	}
	return cmp.Or(next, rests, unknown)
}

// trayThen is how many letters of what the plan asks for stand in the tray's line.
const trayThen = 48

// stepNow is the first window whose wait is over and in whose place the plan asks for something now; nil for none.
func stepNow(windows []service.WindowView) *service.WindowView {
	for i := range windows {
		if w := &windows[i]; w.State == course.Then && w.Then != "" && w.Situation == "" {
			return w
		}
	}
	return nil
}

// notOver is a window that is not over though none waits: one that begins later, else one that the plan never allows; nil for
// none.
func notOver(windows []service.WindowView) (never *service.WindowView) {
	for i := range windows {
		switch w := &windows[i]; {
		case w.Situation != "":
		case w.State == course.Before && beginsLater(*w):
			return w
		case w.State == course.Never:
			never = cmp.Or(never, w)
		}
	}
	return never
}

// trayWindow is the message of a window. What follows the sun window is not "open": the sentence must not say so.
func trayWindow(w *service.WindowView) string {
	switch {
	case w.State == course.Ask && w.End.Condition == "":
		return "calm"
	case w.State == course.Ask, w.End.Open, w.End.ByWord(), less(*w):
		return "end"
	case w.Then != "":
		return "wait"
	}
	return "opens"
}

func notYetOf(s service.Status, routine string) *record.NotYet {
	for _, r := range s.Routines {
		if r.ID == routine {
			return r.NotYet
		}
	}
	return nil
}

// TrayDone is the menu's line with which a routine is marked as done.
func (v Voice) TrayDone(s service.Status, routine string) string {
	args := Args{"Routine": routine}
	for _, r := range s.Routines {
		if r.ID == routine {
			args["Routine"] = r.Name
		}
	}
	if n := notYetOf(s, routine); n != nil {
		return v.T("tray.done_not_yet", args, Args{"Areas": n.Areas, "From": n.From})
	}
	return v.T("tray.done", args)
}

// TrayDrink is the menu's line with which one glass is noted.
func (v Voice) TrayDrink(r service.RoutineView) string {
	if r.Drink.Vessel != "" {
		return v.T("tray.drink", Args{"Name": r.Name, "Amount": v.Drunk(*r.Drink)})
	}
	return v.drunk("tray.drink_", r.Drink)
}

// TrayResume is the menu's line that ends a pause.
func (v Voice) TrayResume(s service.Status) string {
	return v.T("tray.resume", Args{"Until": s.Paused})
}

// DiscreetLine is TrayLine for someone who may be looked over the shoulder: why nothing comes, what waits, or when
// the next reminder is.
func (v Voice) DiscreetLine(s service.Status) string {
	switch {
	case s.Paused != nil:
		return v.T("tray.discreet_paused", Args{"Until": s.Paused})
	case len(s.Held) > 0:
		return v.T("tray.discreet_held", Args{"Reason": lowerFirst(v.Held(s.Held[0].Reason, s.Held[0].By))})
	case len(s.Due) > 0:
		return v.T("tray.discreet_due", Args{"Count": len(s.Due)})
	case s.Next != nil:
		return v.T("tray.discreet_next", Args{"At": s.Next.At})
	}
	return v.T("tray.discreet_none")
}

// DiscreetTip is the tooltip that belongs to it.
func (v Voice) DiscreetTip(s service.Status) string {
	return v.T("tray.discreet_tip", Args{"Line": lowerFirst(v.DiscreetLine(s))})
}
