package reminder

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"afterglow/app/course"
	"afterglow/guidance"
)

// Lengths that fit into a notification, in characters.
const (
	titleLength = 40
	bodyLength  = 90
)

// What a notification says in discreet mode.
const (
	discreetTitle = "Reminder"
	discreetBody  = "Open Afterglow to read it."
)

// Discreet is the notice with words that tell nothing of the treatment: by choice, or
// while a screen is shared.
func (n Notice) Discreet() Notice {
	n.Title, n.Body = discreetTitle, discreetBody
	return n
}

// SaysNothing says whether these are the words of discreet mode.
func SaysNothing(title, body string) bool { return title == discreetTitle && body == discreetBody }

// say is the candidate with the words in which it would be shown now.
func (l *look) say(c *candidate) Occurrence {
	o := c.Occurrence
	if c.Kind == WindowEnd {
		o.Title, o.Body = l.sayWindow(c)
		return o
	}
	o.Title = c.ask()
	if o.Title == "" {
		o.Title = c.name
	}
	o.Title = fit(o.Title, titleLength)
	switch {
	case c.water:
		o.Body = l.sayWater(c)
	case c.role() == guidance.Moisturise:
		o.Body = l.sayMoisturise(c)
	case c.role() == guidance.CheckIn:
		o.Body = l.sayCheckIn(c)
	default:
		o.Body = l.sayNotYet(c, fit(c.how(), bodyLength))
	}
	return o
}

// sayNotYet puts before the words where on the skin the routine may not be done yet.
func (l *look) sayNotYet(c *candidate, body string) string {
	if !c.notYet(l.now) {
		return body
	}
	return fit(NotYetWords(c.due.NotYet, l.now, l.zone)+" "+body, bodyLength)
}

// NotYetWords says where on the skin a routine may not be done yet: "Neck: not before Friday
// 18:00."; "" where there is no such skin any more.
func NotYetWords(n *course.NotYet, now time.Time, zone *time.Location) string {
	if n == nil || !n.From.After(now) {
		return ""
	}
	from := n.From.In(zone)
	when := from.Format("15:04")
	switch days := course.DateOf(now, zone).Days(course.DateOf(from, zone)); {
	case days >= 7:
		when = from.Format("2 January, 15:04")
	case days > 0:
		when = from.Format("Monday 15:04")
	}
	return capital(n.Areas) + ": not before " + when + "."
}

func (l *look) sayWater(c *candidate) string {
	if c.goal == 0 { // put off by the person, perhaps from another day
		day := l.today
		if _, until := waterDay(l.in.Prefs, day.Add(-1), l.zone); l.now.Before(until) {
			day = day.Add(-1) // awake past midnight: yesterday's glasses still count
		}
		c.goal = WaterGoalML(l.in, day)
		_, c.drunk = WaterDone(l.in, day)
	}
	if c.goal == 0 {
		return "Skip it if you just had one."
	}
	drunk := strings.TrimSuffix(l.in.Prefs.DrunkWords(c.drunk, c.goal), " glasses") // the title speaks of a glass
	return drunk + " today. Skip it if you just had one."
}

func (l *look) sayMoisturise(c *candidate) string {
	var next *candidate
	day := course.DateOf(c.Due, l.zone)
	for i := range l.cands {
		o := &l.cands[i]
		if o.What == c.What && o.Due.After(c.Due) && o.pending() && o.At.After(l.now) && course.DateOf(o.At, l.zone) == day &&
			(next == nil || o.At.Before(next.At)) {
			next = o
		}
	}
	if next == nil || c.notYet(l.now) {
		return l.sayNotYet(c, fit(c.how(), bodyLength))
	}
	first := firstSentence(c.how())
	if strings.Contains(strings.ToLower(first), "thin layer") {
		first = "A thin layer."
	}
	body := strings.TrimSpace(first + " Next one about " + clockTime(next.At, l.zone) + ".")
	if utf8.RuneCountInString(body) > bodyLength {
		return fit(c.how(), bodyLength)
	}
	return body
}

func (l *look) sayCheckIn(c *candidate) string {
	current, ok := course.Current(l.in.Courses, l.now)
	if !ok {
		return fit(c.how(), bodyLength)
	}
	return "Day " + count(current.Day(c.At, l.zone)) + ". Twenty seconds."
}

func (l *look) sayWindow(c *candidate) (title, body string) {
	spec := &c.win.Spec
	switch {
	case spec.AndWhen != "" && c.win.CalmSaid.IsZero():
		return "Is your skin calm?", "Your plan says wait until it is. Tell us in Afterglow."
	case spec.Then != "":
		return l.titleThen(c), l.sayThen(c)
	}
	title = "Your " + lowerName(spec.Name) + " wait is over"
	if utf8.RuneCountInString(title) > titleLength {
		title = "Your " + strings.ReplaceAll(spec.ID, "-", " ") + " wait is over"
	}
	if utf8.RuneCountInString(title) > titleLength {
		title = "One of your waits is over"
	}
	body = capital(guidance.SpanWords(c.passed)) + " passed " + l.sayEnd(c.Due) + "."
	return title, fitSentences(body, spec.After)
}

// sayEnd says when something ended: "at 18:00", "yesterday 18:00", "Friday 18:00".
func (l *look) sayEnd(at time.Time) string {
	clock := clockTime(at, l.zone)
	local := at.In(l.zone)
	switch days := course.DateOf(at, l.zone).Days(l.today); {
	case days == 0 || at.After(l.now):
		return "at " + clock
	case days == 1:
		return "yesterday " + clock
	case days > 1 && days < 7:
		return local.Format("Monday ") + clock
	}
	return local.Format("on 2 January")
}

// sunscreenTitle tells the end of a sun window that sunscreen follows.
const sunscreenTitle = "Sunscreen starts now"

// alreadyBegun is how long before its window's end a routine counts as begun before.
const alreadyBegun = 12 * time.Hour

// titleThen is thenTitle, but says no start of what the plan began long before.
func (l *look) titleThen(c *candidate) string {
	title := thenTitle(&c.win.Spec)
	if r := l.routineOf(guidance.Sunscreen); title == sunscreenTitle && r != nil && c.Due.Sub(r.From) > alreadyBegun {
		return nextStep(&c.win.Spec)
	}
	return title
}

// thenTitle never says "open": what follows is not the end of care.
func thenTitle(spec *guidance.Window) string {
	then := strings.ToLower(spec.Then)
	if strings.Contains(then, "spf") || strings.Contains(then, "sunscreen") {
		return sunscreenTitle
	}
	return nextStep(spec)
}

func nextStep(spec *guidance.Window) string {
	if title := capital(lowerName(spec.Name)) + ": the next step"; utf8.RuneCountInString(title) <= titleLength {
		return title
	}
	return "The next step of your plan"
}

func (l *look) sayThen(c *candidate) string {
	then := strings.TrimSuffix(strings.TrimSpace(c.win.Spec.Then), ".")
	until := ""
	ends := []string{""}
	if !c.win.ThenUntil.IsZero() {
		end := c.win.ThenUntil.In(l.zone)
		until = " until "
		ends = []string{end.Format("Monday 2 January"), end.Format("Mon 2 Jan"), end.Format("2 Jan")}
	}
	then = listOf(then)
	for {
		for _, end := range ends {
			if body := "Your plan: " + then + until + end + "."; utf8.RuneCountInString(body) <= bodyLength {
				return body
			}
		}
		cut := strings.LastIndexAny(then, ",;")
		if cut < 0 {
			break
		}
		then = strings.TrimSpace(then[:cut])
	}
	return "Your plan has a next step. Open Afterglow to read it."
}

// listOf writes "a, b and c" as "a, b, c": what may be cut off at the end stays readable.
func listOf(s string) string {
	if strings.Contains(s, ",") {
		if i := strings.LastIndex(s, " and "); i > strings.LastIndex(s, ",") {
			return strings.TrimSuffix(s[:i], ",") + ", " + s[i+len(" and "):]
		}
	}
	return s
}

// alsoOver adds the windows that ended with the first one.
func alsoOver(body string, names []string) string {
	if len(names) == 0 {
		return body
	}
	for _, tail := range []string{strings.Join(names, ", "), count(len(names)) + " more"} {
		if full := body + " Also over: " + tail + "."; utf8.RuneCountInString(full) <= bodyLength {
			return full
		}
	}
	return fitSentences(firstSentence(body), "Also over: "+count(len(names))+" more.")
}

func clockTime(t time.Time, zone *time.Location) string { return t.In(zone).Format("15:04") }

// lowerName is a name as it stands within a sentence. "SPF" and the like stay as they are.
func lowerName(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[n:])
	if unicode.IsUpper(second) {
		return s
	}
	return string(unicode.ToLower(first)) + strings.ReplaceAll(s[n:], ", ", " and ")
}

func capital(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[n:]
}
