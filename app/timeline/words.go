package timeline

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"afterglow/app/course"
)

// daysApart is how many days of the calendar lie between t and ref: by them a time is
// told as a clock time, with a day's name or with a date.
func daysApart(t, ref time.Time, zone *time.Location) int {
	n := course.DateOf(ref, zone).Days(course.DateOf(t, zone))
	if n < 0 {
		return -n
	}
	return n
}

// teller writes times as someone says them at ref.
type teller struct {
	ref  time.Time
	zone *time.Location
}

// long is "15:30" on the same day, "Sunday 15:30" soon, else "Wed 25 Nov, 15:30".
func (w teller) long(t time.Time) string {
	switch n := daysApart(t, w.ref, w.zone); {
	case n == 0:
		return clock(t, w.zone)
	case n <= 2:
		return t.In(w.zone).Weekday().String() + " " + clock(t, w.zone)
	}
	return date(t, w.zone) + ", " + clock(t, w.zone)
}

// short is "15:30" on the same day, "Wed 15:30" within a week, else "Wed 25 Nov".
func (w teller) short(t time.Time) string {
	switch n := daysApart(t, w.ref, w.zone); {
	case n == 0:
		return clock(t, w.zone)
	case n <= 6:
		return t.In(w.zone).Weekday().String()[:3] + " " + clock(t, w.zone)
	}
	return date(t, w.zone)
}

// full is "Wed 25 Nov 15:30": it needs no ref to be understood.
func full(t time.Time, zone *time.Location) string { return date(t, zone) + " " + clock(t, zone) }

func clock(t time.Time, zone *time.Location) string {
	h, m, _ := t.In(zone).Clock()
	return string([]byte{byte('0' + h/10), byte('0' + h%10), ':', byte('0' + m/10), byte('0' + m%10)})
}

func date(t time.Time, zone *time.Location) string {
	t = t.In(zone)
	return t.Weekday().String()[:3] + " " + strconv.Itoa(t.Day()) + " " + t.Month().String()[:3]
}

// wording gives a bar's label, the longest first; "" after the last. past says that the
// bar lies before the cursor.
func (s *stretch) wording(lane *laneSource, w teller, past bool, i int) string {
	switch s.tone {
	case ToneWait:
		return s.waitWords(w, past, i)
	case ToneAsk:
		return pick(i, "once your skin is calm", "once calm", "")
	case ToneThen:
		return thenWords(s.window.Spec.Then, i)
	case ToneOpen:
		return s.openWords(w, i)
	case ToneRest:
		if past || s.until.IsZero() {
			return ""
		}
		switch i {
		case 0:
			return "from " + w.long(s.until)
		case 1:
			return "from " + w.short(s.until)
		}
		return pick(i-2, "not yet", "")
	}
	often := lane.often(s)
	if lane.lead == "" {
		return pick(i, often, "")
	}
	return pick(i, lane.lead+", "+often, often, "")
}

func pick(i int, of ...string) string {
	if i < len(of) {
		return of[i]
	}
	return ""
}

func (s *stretch) waitWords(w teller, past bool, i int) string {
	lead := "not yet"
	switch {
	case s.allowed:
		lead = "better to wait"
	case s.window.Spec.Then != "":
		if rule := asPhrase(s.window.Spec.Avoid); rule != "" {
			lead = rule
		}
	}
	if past {
		return pick(i, lead, "not yet", "")
	}
	switch i {
	case 0:
		return lead + ", until " + w.long(s.until)
	case 1:
		return lead + ", until " + w.short(s.until)
	}
	brief := "not until " // never a bare "until", which would allow it that long
	if s.allowed {
		brief = "wait until "
	}
	return pick(i-2, brief+w.short(s.until), lead, "not yet", "")
}

func (s *stretch) openWords(w teller, i int) string {
	lead, brief := "open ", "from "
	if !s.from.After(w.ref) {
		lead, brief = "open since ", "since "
	}
	switch i {
	case 0:
		return lead + w.long(s.from)
	case 1:
		return lead + w.short(s.from)
	case 2:
		return brief + w.short(s.from)
	}
	return pick(i-3, "open", "")
}

// thenWords shortens "SPF 30+, hat and shade" to its first part.
func thenWords(then string, i int) string {
	switch i {
	case 0:
		return then
	case 1:
		if s := strings.Replace(then, " and ", ", ", 1); s != then {
			return s
		}
		fallthrough
	case 2:
		if first, _, ok := strings.Cut(then, ","); ok {
			return first
		}
	}
	return ""
}

// asPhrase makes the first sentence of "Stay out of direct sun. Wear a hat." fit into
// another. Long ones are left out.
func asPhrase(rule string) string {
	rule, _, _ = strings.Cut(strings.TrimSpace(rule), ". ")
	rule = strings.TrimSuffix(rule, ".")
	if rule == "" || len(rule) > 40 || strings.ContainsAny(rule, ";:") {
		return ""
	}
	first, n := utf8.DecodeRuneInString(rule)
	if second, _ := utf8.DecodeRuneInString(rule[n:]); unicode.IsUpper(second) {
		return rule // an abbreviation, such as SPF
	}
	return string(unicode.ToLower(first)) + rule[n:]
}

// splitName makes a lane's name of a routine's: "Gentle cleanse" is "Cleanse", gentle.
func splitName(name string) (lane, lead string) {
	rest, ok := strings.CutPrefix(name, "Gentle ")
	if !ok || rest == "" {
		return name, ""
	}
	first, n := utf8.DecodeRuneInString(rest)
	return string(unicode.ToUpper(first)) + rest[n:], "gentle"
}

// often says how often a routine is due: "twice a day", "every 2 hours".
func (l *laneSource) often(s *stretch) string {
	if l.off {
		return "reminders off"
	}
	n, every := len(s.routine.Spec.Times), s.routine.Spec.Every
	if s.stage != nil && len(s.stage.Spec.Times) > 0 {
		n = len(s.stage.Spec.Times)
	} else if s.stage != nil && s.stage.Spec.Every > 0 {
		n, every = 0, s.stage.Spec.Every
	}
	if l.own > 0 {
		n = l.own
	}
	if n == 0 {
		return "every " + spell(every)
	}
	if n < len(countWords) {
		return countWords[n]
	}
	return strconv.Itoa(n) + " times a day"
}

var countWords = [...]string{"", "once a day", "twice a day", "three times a day", "four times a day", "five times a day", "six times a day"}

func spell(d time.Duration) string {
	switch {
	case d == time.Hour:
		return "hour"
	case d%time.Hour == 0:
		return strconv.Itoa(int(d/time.Hour)) + " hours"
	case d > time.Hour && d%(30*time.Minute) == 0:
		return strconv.Itoa(int(d/time.Hour)) + " and a half hours"
	}
	return strconv.Itoa(int(d/time.Minute)) + " minutes"
}

// sentence is the bar as a whole sentence: "Makeup: not yet, until Sat 21 Nov 15:30".
func (s *stretch) sentence(lane *laneSource, zone *time.Location) string {
	until := ""
	if !s.until.IsZero() {
		until = ", until " + full(s.until, zone)
	}
	switch s.tone {
	case ToneWait:
		return lane.name + ": " + s.waitSentence(zone) + until
	case ToneAsk:
		return lane.name + ": from " + full(s.from, zone) + ", once your skin is calm"
	case ToneThen:
		return lane.name + ": " + s.window.Spec.Then + ", from " + full(s.from, zone) + until
	case ToneOpen:
		return lane.name + ": open from " + full(s.from, zone) + until
	case ToneRest:
		return lane.name + ": not yet, begins " + full(s.until, zone)
	}
	how := lane.often(s)
	if lane.lead != "" {
		how = lane.lead + ", " + how
	}
	return lane.name + ": " + how + ", from " + full(s.from, zone) + until
}

func (s *stretch) waitSentence(zone *time.Location) string {
	switch {
	case s.allowed:
		return "better to wait, your plan allows it since " + full(s.window.Allowed, zone)
	case s.window.Spec.Hours != nil:
		return "not from " + s.window.Spec.Hours.From.String() + " to " + s.window.Spec.Hours.To.String()
	case s.window.Spec.Then != "":
		if rule := asPhrase(s.window.Spec.Avoid); rule != "" {
			return rule
		}
	}
	return "not yet"
}
