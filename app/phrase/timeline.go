package phrase

import (
	"strings"
	"time"

	"afterglow/app/locale"
	"afterglow/app/timeline"
	"afterglow/guidance"
)

// Picture words what stands in a picture of the timeline.
func (v Voice) Picture() timeline.Words { return picture{v} }

type picture struct{ v Voice }

// Bar is what a bar may say, the longest first. An end that is not told has no "until" either, which would
// allow it that long.
func (p picture) Bar(s timeline.Stretch) []string {
	switch s.Tone {
	case timeline.ToneWait:
		return p.wait(s)
	case timeline.ToneNever:
		return p.all("timeline.bar_never", "timeline.bar_never_brief")
	case timeline.ToneAsk:
		if s.Condition != "" {
			return []string{p.v.T("timeline.bar_condition", Args{"Condition": p.v.Condition(s.Condition)}), p.v.T("timeline.bar_ask_brief")}
		}
		return p.all("timeline.bar_ask", "timeline.bar_ask_brief")
	case timeline.ToneThen:
		return prefixes(p.v, s.Then)
	case timeline.ToneOpen:
		return p.open(s)
	case timeline.ToneRest:
		if s.Until.IsZero() {
			return nil
		}
		return []string{p.v.T("timeline.bar_rest", Args{"When": s.Until}), p.v.T("timeline.bar_rest", Args{"When": p.v.brief(s.Until)}), p.v.T("timeline.bar_not_yet")}
	case timeline.ToneCare:
		return []string{p.v.often(s.Often)}
	}
	return nil
}

func (p picture) wait(s timeline.Stretch) []string {
	kind, bare := "timeline.bar_wait_", p.all("timeline.bar_not_yet")
	switch {
	case s.Soft && s.Unnamed:
		return p.all("timeline.bar_less_no_end", "timeline.bar_less")
	case s.Unnamed && s.Hours == nil:
		return p.all("timeline.bar_no_end", "timeline.bar_not_yet")
	case s.Soft:
		kind, bare = "timeline.bar_less_", p.all("timeline.bar_less")
	case !s.Allowed.IsZero():
		kind, bare = "timeline.bar_allowed_", p.all("timeline.bar_better_wait", "timeline.bar_not_yet")
	case s.Hours != nil:
		return append([]string{p.v.T("timeline.bar_hours", Args{"From": s.Hours.From, "To": s.Hours.To})}, bare...)
	}
	if s.Until.IsZero() || s.Asks {
		return bare
	}
	return append(p.lengths(kind, s.Until), bare...)
}

func (p picture) open(s timeline.Stretch) []string {
	kind := "timeline.bar_open_from_"
	if !s.From.After(p.v.now) {
		kind = "timeline.bar_open_since_"
	}
	return append(p.lengths(kind, s.From), p.v.T("timeline.bar_open"))
}

// lengths is a message about a moment: in full, with the moment in short, in brief.
func (p picture) lengths(kind string, at time.Time) []string {
	brief := Args{"When": p.v.brief(at)}
	return []string{p.v.T(kind+"full", Args{"When": at}), p.v.T(kind+"full", brief), p.v.T(kind+"brief", brief)}
}

func (p picture) all(ids ...string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = p.v.T(id)
	}
	return out
}

// brief is Short beneath the names of the days: there "Sat" needs less room than "tomorrow".
func (v Voice) brief(t time.Time) string {
	if days := v.days(t); days != 1 && days != -1 {
		return v.Short(t)
	}
	return v.T("moment.day_at", Args{"Day": v.ShortWeekday(t), "Clock": v.TimeOfDay(t)})
}

// prefixes is a plan's text whole, then ever shorter, cut at its words.
func prefixes(v Voice, text string) []string {
	words := strings.Fields(text)
	out := make([]string, 0, len(words))
	for n := len(words); n > 0; n-- {
		part := strings.Join(words[:n], " ")
		if n < len(words) {
			part = v.T("timeline.cut", Args{"Text": strings.TrimRight(part, ",;:.")})
		}
		out = append(out, part)
	}
	return out
}

// Line is what the line says: the moment that it stands at.
func (p picture) Line(at time.Time, now bool) string {
	if now {
		return p.v.T("timeline.line_now", Args{"When": at})
	}
	return p.v.Short(at)
}

// Now stands at the present while the line is elsewhere.
func (p picture) Now() string { return p.v.T("timeline.ghost") }

// Felt names the lane of what was felt.
func (p picture) Felt() string { return p.v.T("timeline.felt") }

// Day is a day's name at its line: "Saturday 21", "Sat 21", "21".
func (p picture) Day(at time.Time) []string {
	day := at.In(p.v.zone).Day()
	return []string{
		p.v.T("timeline.day", Args{"Weekday": p.v.Weekday(at), "Day": day}),
		p.v.T("timeline.day", Args{"Weekday": p.v.ShortWeekday(at), "Day": day}),
		p.v.T("timeline.day_brief", Args{"Day": day}),
	}
}

// Week is the date that a week begins with: "27 Nov", "27".
func (p picture) Week(at time.Time) []string {
	return []string{p.v.ShortDate(at), p.v.T("timeline.day_brief", Args{"Day": at.In(p.v.zone).Day()})}
}

// Hour is a full hour between two days: "18", "6 PM".
func (p picture) Hour(at time.Time) string {
	h := at.In(p.v.zone).Hour()
	switch {
	case p.v.format.Hours == locale.Hours24:
		return p.v.T("timeline.hour24", Args{"Hour": twoDigits(h)})
	case h < 12:
		return p.v.T("timeline.hour_am", Args{"Hour": (h+11)%12 + 1})
	}
	return p.v.T("timeline.hour_pm", Args{"Hour": (h+11)%12 + 1})
}

// Visit names the line of a further treatment.
func (p picture) Visit(area string) string {
	if area == "" {
		return p.v.T("timeline.visit")
	}
	return p.v.T("timeline.visit_area", Args{"Area": p.v.Areas(area)})
}

// often is how often a routine is due: "twice a day", "every 2 hours".
func (v Voice) often(o timeline.Often) string {
	switch {
	case o.Off:
		return v.T("timeline.often_off")
	case o.TimesADay.Min != o.TimesADay.Max:
		return v.OwnWhen(guidance.Own{TimesADay: o.TimesADay})
	case o.Times == 2:
		return v.T("timeline.often_twice")
	case o.Times > 0:
		return v.T("timeline.often_times", Args{"Count": o.Times})
	case o.EverySaid.Two():
		return v.OwnWhen(guidance.Own{Every: guidance.Length{Duration: o.Every, Said: o.EverySaid}})
	case o.Every == time.Hour:
		return v.T("timeline.often_hour")
	}
	return v.T("timeline.often_every", Args{"Every": o.Every})
}
