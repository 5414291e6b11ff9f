package phrase

import (
	"slices"
	"time"

	"afterglow/app/course"
	"afterglow/app/service"
	"afterglow/guidance"
)

// The path of what opens when (service.Openings) is worded here alone.

// PathDay names the day of a point of the path: "Today", "Tomorrow", "Sunday", "Thu 10 Dec".
func (v Voice) PathDay(t time.Time) string {
	switch days := v.days(t); {
	case days <= 0:
		return v.T("path.today")
	case days == 1:
		return v.T("path.tomorrow")
	case days <= furthestWeekday:
		return v.Weekday(t)
	}
	return v.ShortWeekdayDate(t)
}

// PathMoment is a point of the path in one line: "Tomorrow 15:30", "Thu 10 Dec, 15:30".
func (v Voice) PathMoment(t time.Time) string {
	if v.days(t) > furthestWeekday {
		return v.T("moment.date_at", Args{"Day": v.PathDay(t), "Clock": v.TimeOfDay(t)})
	}
	return v.T("moment.day_at", Args{"Day": v.PathDay(t), "Clock": v.TimeOfDay(t)})
}

// PathNames is what comes at a point of the path. What opens without more is named first, in one row: "Makeup,
// alcohol". What opens with a step or a condition has a sentence of its own: "Sun: SPF 30+, hat, shade." If there are
// more than most (0: no bound) the others are counted, those in the row first.
func (v Voice) PathNames(list []service.Opening, most int) string {
	var plain, others []string
	for _, o := range list {
		name, own := v.PathName(o)
		switch {
		case own:
			others = append(others, name)
		case len(plain) == 0:
			plain = append(plain, Capital(name))
		case keepsCapital(name):
			plain = append(plain, name)
		default:
			plain = append(plain, lowerFirst(name))
		}
	}
	var all []string
	rest := 0
	if most > 0 && len(list) > most {
		rest = len(list) - most
	}
	if len(plain) > 0 {
		hide := min(rest, len(plain)-1)
		row := v.commas(plain[:len(plain)-hide])
		if hide > 0 {
			row = v.T("path.and_more", Args{"Names": row, "Count": hide})
		}
		all, rest = append(all, row), rest-hide
	}
	all = append(all, others[:len(others)-min(rest, len(others))]...)
	if rest > 0 {
		all = append(all, Capital(v.T("path.more", Args{"Count": rest})))
	}
	for i := range len(all) - 1 {
		all[i] = Stop(all[i])
	}
	return Paragraph(all...)
}

// PathName is one window as it stands on the path; own says that it holds with more than its name.
func (v Voice) PathName(o service.Opening) (text string, own bool) {
	w := o.Window
	name := w.Name
	if w.End.Own != nil {
		name = v.T("own.name", Args{"Name": name})
	}
	if w.Situation != "" {
		name, own = v.T("path.situation", Args{"Name": name, "Situation": w.Situation}), true
	}
	args := Args{"Name": name}
	switch {
	case o.Kind == service.OpensHours && w.Hours != nil:
		return v.T("path.hours", args, Args{"From": w.Hours.From, "To": w.Hours.To}), true
	case o.Kind == service.Calms && w.End.Condition != "":
		return v.T("path.condition", args, Args{"Condition": v.Condition(w.End.Condition)}), true
	case o.Kind == service.NoEnd && !w.End.Unnamed():
		return v.T("path.last", args, Args{"Said": v.PlanMoment(w.End.Said)}), true
	case (o.Kind == service.NoEnd || o.Kind == service.Opens && w.State == course.Wait) && w.Soft:
		return v.T("path.less", args), true
	case o.Kind == service.Calms && w.State != course.Ask: // what asks stands below a heading that says so
		return v.T("path.calm", args), true
	case o.Kind == service.Eases:
		return v.T("path.eases", args, Args{"Other": w.Onward}), true
	case o.Kind == service.Begins:
		return v.T("path.begins", args), true
	case o.Then():
		return v.T("path.then", args, Args{"Then": Bare(w.Then)}), true
	}
	return name, own
}

// PathSetBy tells which of several treatments the waits of a point come from: "For neck, day 0"; "" if only one is
// looked after, or all is open.
func (v Voice) PathSetBy(st service.Status, list []service.Opening) string {
	var names []string
	for _, o := range list {
		if o.Over() {
			continue
		}
		if name := v.SetBy(st.Setters(o.Window)); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return v.T("path.set_by", Args{"Treatments": names})
}

// What stands in the bars of the next days is worded here too, the longest text first.

// WeekDay is a day above the picture: "Fri 27".
func (v Voice) WeekDay(at time.Time) string {
	return v.T("path.week_day", Args{"Weekday": v.ShortWeekday(at), "Day": at.Day()})
}

// WeekWait is said of a wait.
func (v Voice) WeekWait(w service.WindowView) []string {
	until := Args{"Until": w.Until}
	switch {
	case less(w):
		return []string{v.T("path.bar_end", Args{"State": v.T("path.bar_less"), "End": v.waitEnd(w.End, w.Until, false)}), v.T("path.bar_less")}
	case w.End.Open || w.End.ByWord():
		return []string{v.T("path.bar_end", Args{"State": v.T("path.bar_wait"), "End": v.waitEnd(w.End, w.Until, false)}), v.T("path.bar_wait")}
	case w.AllowedNow:
		return []string{v.T("path.bar_better_until", until), v.T("path.bar_better")}
	}
	return []string{v.T("path.bar_wait_until", until), v.T("path.bar_wait")}
}

// WeekAsk is said of the time in which the plan also waits for calm skin.
func (v Voice) WeekAsk(w service.WindowView) []string {
	if w.End.Condition != "" {
		return []string{v.waitEnd(service.EndView{Said: guidance.Moment{Anchor: guidance.UntilCalm}, Condition: w.End.Condition}, w.Until, false), v.T("path.bar_wait")}
	}
	return []string{v.T("path.bar_calm"), v.T("path.bar_calm_brief")}
}

// WeekThen is what the plan asks for after a wait, in its own words.
func (v Voice) WeekThen(w service.WindowView) []string { return []string{Bare(w.Then)} }

// WeekOpen is said of what is open, or will be.
func (v Voice) WeekOpen(w service.WindowView) []string {
	open, free := v.T("path.open"), freeAt(w)
	if free.After(v.now) {
		return []string{v.T("path.bar_open_from", Args{"From": free}), open}
	}
	return []string{v.T("path.bar_open_since", Args{"Since": free}), open}
}
