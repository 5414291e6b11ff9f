package phrase

import (
	"strings"
	"time"

	"afterglow/app/calendar"
	"afterglow/app/service"
)

// A moment in a calendar is read on another day, on another device, often as its title alone. So it never says
// "tomorrow", the title names the time of day, and what follows a wait stands beside its end.

// calendarThen is how many letters of what follows a wait stand in a title.
const calendarThen = 40

// CalendarWords are the words for a calendar. Discreet ones tell nothing of the treatment.
func (v Voice) CalendarWords(discreet bool) service.CalendarWords {
	return service.CalendarWords{
		Event: func(d service.Date) calendar.Event { return v.calendarEvent(d, discreet) },
		Gone: func(e calendar.Event) calendar.Event {
			e.Title, e.Text = v.T("calendar.gone", Args{"Title": e.Title}), v.T("calendar.gone_text")
			return e
		},
	}
}

func (v Voice) calendarEvent(d service.Date, discreet bool) calendar.Event {
	e := calendar.Event{Key: d.Key, At: d.At, Day: d.Kind == service.DateNext}
	switch {
	case discreet && e.Day:
		e.Title = v.T("calendar.discreet_day")
	case discreet:
		e.Title = v.T("calendar.discreet", Args{"Clock": v.TimeOfDay(d.At)})
	default:
		e.Title, e.Text = v.CalendarTitle(d), strings.Join(v.calendarText(d), "\n")
	}
	return e
}

// CalendarTitle is what happens at a date, with its time of day: "Makeup: wait ends 18:00".
func (v Voice) CalendarTitle(d service.Date) string {
	w := d.Window
	args := Args{"Name": d.Name, "Clock": v.TimeOfDay(d.At)}
	if w.Name != "" {
		args["Name"] = w.Name
	}
	if w.Situation != "" {
		args["Name"] = v.T("calendar.situation", Args{"Name": w.Name, "Situation": w.Situation})
	}
	if d.Kind == service.DateEnds {
		switch {
		case w.End.Own != nil:
			return v.T("calendar.ends_own", args)
		case w.Then != "":
			return v.T("calendar.ends_then", args, Args{"Then": Fit(Bare(w.Then), calendarThen)})
		case w.Soft:
			return v.T("calendar.ends_less", args)
		}
	}
	return v.T("calendar."+string(d.Kind), args)
}

// CalendarWhen is when an event is, with its date: "Fri 27 Nov, 18:00".
func (v Voice) CalendarWhen(e calendar.Event) string {
	if e.Day {
		return v.At(v.now, time.UTC).WeekdayDate(e.At)
	}
	return v.dated(e.At)
}

// calendarText are the lines below the title.
func (v Voice) calendarText(d service.Date) []string {
	var out []string
	add := func(line string) {
		if line != "" {
			out = append(out, line)
		}
	}
	w := d.Window
	args := Args{"At": v.dated(d.At), "Avoid": Stop(w.Avoid)}
	switch d.Kind {
	case service.DateEnds:
		switch {
		case w.End.Own != nil:
			add(v.T("calendar.text_until_own", args))
			add(v.OwnPlan(*w.End.Own))
		case w.Avoid != "":
			add(v.T("calendar.text_until", args))
		}
		switch {
		case w.Then != "" && w.ThenUntil != nil:
			add(v.T("calendar.text_then_until", Args{"Then": Stop(w.Then), "Until": v.WeekdayDate(*w.ThenUntil)}))
		case w.Then != "":
			add(v.T("calendar.text_then", Args{"Then": Stop(w.Then)}))
		default:
			add(Stop(w.After))
		}
	case service.DateAsks:
		if w.End.Own != nil {
			add(v.T("calendar.text_until_own", args))
			add(v.OwnPlan(*w.End.Own))
		} else {
			add(v.T("calendar.text_until", args))
		}
		add(v.T("calendar.text_asks", Args{"Question": v.Question(w.End.Condition)}))
	case service.DateBegins:
		add(v.T("calendar.text_from", args))
	case service.DateNext:
		add(v.T("calendar.text_next"))
	default:
		add(Stop(d.How))
	}
	if w.Says.Title != "" {
		add(v.T("calendar.text_source", Args{"Source": Bare(w.Says.Title)}))
	}
	add(v.T("calendar.text_foot"))
	return out
}
