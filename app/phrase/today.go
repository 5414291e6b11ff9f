package phrase

import (
	"strings"
	"unicode/utf8"

	"afterglow/app/service"
)

// Headline is where the person is, in a few words: the phase, and of several treatments whose.
func (v Voice) Headline(st service.Status) string {
	t := *st.Treatment
	title := v.T("today.after")
	switch {
	case st.Phase != nil:
		title = st.Phase.Name
	case v.beforeTreatment(t):
		title = v.T("today.before")
	}
	if len(st.Treatments) > 1 && t.Area != "" {
		return v.T("today.headline_area", Args{"Area": Capital(t.Area), "Phase": v.Inside(title)})
	}
	return title
}

// longExpect is how many letters of a plan's expectation a headline has at most, if it can be parted at a comma.
const longExpect = 48

// Expects is the headline of today: what the plan expects of these days, in its own words. A long expectation goes on
// in rest, which ends the same sentence. Before the treatment it is when that will be.
func (v Voice) Expects(st service.Status) (head, rest string) {
	t := *st.Treatment
	if v.beforeTreatment(t) {
		return v.T("today.head_before", Args{"At": t.At}), ""
	}
	if st.Phase == nil || st.Phase.Expect == "" {
		return v.Headline(st), ""
	}
	expect := Bare(st.Phase.Expect)
	if utf8.RuneCountInString(expect) <= longExpect {
		return v.T("today.head", Args{"Expect": expect}), ""
	}
	at := strings.LastIndex(expect[:byteAt(expect, longExpect)], ", ")
	if at < 0 {
		return v.T("today.head", Args{"Expect": expect}), ""
	}
	return v.T("today.head_on", Args{"Expect": expect[:at]}), v.T("today.head_end", Args{"Expect": expect[at+len(", "):]})
}

// byteAt is where a text's letter number n begins.
func byteAt(text string, n int) int {
	for i := range text {
		if n == 0 {
			return i
		}
		n--
	}
	return len(text)
}

// LastDay says that the plan's care ends today, and when; "" on any other day.
func (v Voice) LastDay(st service.Status) string {
	if !st.LastDay() {
		return ""
	}
	return v.T("today.last_day", Args{"Ends": st.Treatment.Ends})
}

// Where is where the person is, in one line: "Day 1 · calming · pen 0.5 mm, face".
func (v Voice) Where(st service.Status) string {
	t := *st.Treatment
	args := Args{"Day": v.DayOf(t.Day), "Phase": v.Headline(st), "How": v.Treatment(t)}
	if args["How"] == "" {
		return v.T("today.where", args)
	}
	return v.T("today.where_how", args)
}

func (v Voice) beforeTreatment(t service.TreatmentView) bool { return t.Day < 0 || t.At.After(v.now) }

// Also names a treatment that is looked after beside the newest: "Also looked after: face, day 1 · Calming · Wed 25 Nov".
// called is what tells it from the others.
func (v Voice) Also(t service.TreatmentView, called service.Called) string {
	args := Args{"Treatment": v.Called(called), "Date": v.ShortWeekdayDate(t.At)}
	if t.Phase == "" {
		return v.T("today.also", args)
	}
	return v.T("today.also_phase", args, Args{"Phase": t.Phase})
}

// UpNext is when the next thing comes. A window's end is told then: nothing is to be done.
func (v Voice) UpNext(n service.NextView) string {
	at, today := Args{"When": n.At}, v.days(n.At) == 0
	switch window := n.Kind == "window"; {
	case window && today:
		return v.T("today.next_tells_at", at)
	case window:
		return v.T("today.next_tells", at)
	case today:
		return v.T("today.next_at", at)
	}
	return v.T("today.next", at)
}

// Visit says when the plan would have the next treatment.
func (v Voice) Visit(n service.VisitView) string {
	span := v.Span(n.From, n.Until)
	text := v.Spacing(n.Spacing)
	if text == "" {
		return v.T("today.visit", Args{"Days": span})
	}
	return v.T("today.visit_text", Args{"Text": Bare(text), "Days": span})
}

// RoutineLine is how far a routine is today. Due says that it is due now.
func (v Voice) RoutineLine(r service.RoutineView, due bool) string {
	switch {
	case r.Starts != nil:
		return v.T("today.routine_from", Args{"From": *r.Starts})
	case r.Drink != nil:
		return v.drinkLine(r)
	case r.Goal == 0 && r.Done == 0:
		switch {
		case r.Off:
			return v.T("today.off")
		case r.Next != nil:
			return v.T("today.none_next", Args{"Next": v.Short(*r.Next)})
		}
		return v.T("today.none")
	}
	count := Args{"Done": r.Done, "Goal": max(r.Goal, r.Done)}
	switch {
	case due:
		return v.T("today.count_due", count) // since when stands above
	case r.Off:
		return v.T("today.count_off", count)
	case r.Next != nil:
		return v.T("today.count_next", count, Args{"Next": v.Short(*r.Next)})
	}
	return v.T("today.count", count)
}

func (v Voice) drinkLine(r service.RoutineView) string {
	switch {
	case r.Goal == 0 && r.Off:
		return v.T("today.off")
	case r.Goal == 0:
		return v.T("today.drink_none")
	case r.Off:
		return v.T("today.drink_off", Args{"Drunk": v.Drunk(*r.Drink)})
	}
	return v.T("today.drink", Args{"Drunk": v.Drunk(*r.Drink)})
}
