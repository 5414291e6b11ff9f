package simulation

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"afterglow/app/record"
	"afterglow/app/reminder"
	"afterglow/guidance"
)

var (
	spanPassed = regexp.MustCompile(`(?:^|\. |… )((?:\d+ [a-z]+ )+)passed (.*?)\.(?: |$)`)
	spanPart   = regexp.MustCompile(`(\d+) ([a-z]+) `)
	nextAbout  = regexp.MustCompile(`Next one about (\d\d):(\d\d)\.`)
	notBefore  = regexp.MustCompile(`^(.+?): not before (.+?)\.`)
	dayNumber  = regexp.MustCompile(`^Day (-?\d+)\.`)
	glasses    = regexp.MustCompile(`^(\d+) of (\d+) glass(?:es)? today\.`)
	alsoOver   = regexp.MustCompile(`Also over: (.*?)\.(?: |$)`)
	nextSteps  = regexp.MustCompile(`\d+ next steps?\. `)
)

// said is a notification with the words in which it is shown.
type said struct {
	reminder.Notice
	Title, Body string
}

// inWords words a notification as the program does.
func (o *oracle) inWords(n reminder.Notice, now time.Time) (t reminder.Told) {
	v := o.voice.At(now, o.walls.zone)
	if n.Discreet {
		t.Title, t.Body = v.DiscreetNotice()
	} else {
		t.Title, t.Body = v.Notice(n.News)
	}
	return t
}

// read reads the notification as the person does and holds it against what is true.
func (o *oracle) read(n said, now time.Time) {
	if o.prefs.Discreet {
		if n.Title != "Reminder" || n.Body != "Open Afterglow to read it." {
			o.broken(Untrue, "%s tells of the treatment in discreet mode: %s / %s", n.ID, n.Title, n.Body)
		}
		return
	}
	switch n.Kind {
	case reminder.WindowEnd:
		o.endInWords(n, now)
	case reminder.TellMe:
		o.wishInWords(n, now)
	case reminder.WindowBegin:
		o.beginInWords(n)
	case reminder.Welcome:
		o.welcomeInWords(n, now)
	default:
		o.routineInWords(n, now)
	}
}

func (o *oracle) wrong(n said, format string, args ...any) {
	o.broken(WrongTime, "%s says %q / %q: %s", n.ID, n.Title, n.Body, fmt.Sprintf(format, args...))
}

// ended says when something ended, as people say it.
func (o *oracle) ended(at, now time.Time) string {
	days := dateOf(now, o.walls.zone) - dateOf(at, o.walls.zone)
	switch {
	case days == 0:
		return "at " + o.moment(at, now)
	case days > 6:
		return "on " + o.moment(at, now)
	}
	return o.moment(at, now)
}

// moment is an instant as people say it: "18:00", "tomorrow 18:00", "Friday 18:00", "27 November, 18:00".
func (o *oracle) moment(at, now time.Time) string {
	local := at.In(o.walls.zone)
	clock := fmt.Sprintf("%02d:%02d", local.Hour(), local.Minute())
	days := dateOf(at, o.walls.zone) - dateOf(now, o.walls.zone)
	switch {
	case days == 0:
		return clock
	case days == 1:
		return "tomorrow " + clock
	case days == -1:
		return "yesterday " + clock
	case days >= -6 && days <= 6:
		return local.Weekday().String() + " " + clock
	}
	return o.dayOfYear(at, now) + ", " + clock
}

// dayOfYear is "27 November", with the year if it is another one.
func (o *oracle) dayOfYear(at, now time.Time) string {
	local := at.In(o.walls.zone)
	text := fmt.Sprintf("%d %s", local.Day(), local.Month())
	if local.Year() != now.In(o.walls.zone).Year() {
		text += fmt.Sprintf(" %d", local.Year())
	}
	return text
}

func (o *oracle) endInWords(n said, now time.Time) {
	w := o.waitOfID(n.ID)
	if w == nil {
		return
	}
	switch {
	case w.asks():
		if want := question(w.spec); n.Title != want {
			o.wrong(n, "the plan asks %q", want)
		}
		return
	case o.steps(w):
		o.thenInWords(n, w, now)
	default:
		name := inSentence(w.spec.Name)
		if title := strings.ToLower(n.Title); !strings.Contains(title, name) && !strings.Contains(title, w.spec.ID) && title != "one of your waits is over" {
			o.wrong(n, "it is about %s", w.spec.Name)
		}
		if strings.Contains(n.Body, "It ended "+o.ended(w.until, now)+".") {
			break // by a time of day: no length of time is the plan's
		}
		said := spanPassed.FindStringSubmatch(n.Body)
		full := strings.Contains(n.Body, " from now.") || strings.Contains(n.Body, " next step") || strings.Contains(n.Body, "You asked about ") ||
			strings.Contains(n.Body, "On your shelf: ") || strings.Contains(n.Body, "Also over: ")
		if said == nil && full {
			break // what matters more has left no room for it
		}
		if said == nil {
			o.wrong(n, "it does not say how long and when")
			return
		}
		if want := o.ended(w.until, now); said[2] != want {
			o.wrong(n, "it ended %s, %s", want, o.say(w.until))
		}
		passed := w.until.Sub(w.of.at)
		if gap := (spanOf(said[1]) - passed).Abs(); gap > 30*time.Second && (passed <= 2*day || gap > 31*time.Minute) {
			o.wrong(n, "it lasted %s", passed)
		}
	}
	o.alsoInWords(n, w)
	o.stepsInWords(n, w)
	o.askedInWords(n)
}

// inSentence is a window's name as it stands in a sentence: "Acids, retinol" is "acids and retinol" there.
func inSentence(name string) string {
	name = strings.ToLower(name)
	if i := strings.LastIndex(name, ", "); i >= 0 {
		name = name[:i] + " and " + name[i+2:]
	}
	return name
}

// question is the title under which the person is asked what ends a wait.
func question(spec guidance.Window) string {
	if spec.Condition != "" {
		return "Can you say this yet?"
	}
	return "Is your skin calm?"
}

// spanOf reads "2 days 3 hours ".
func spanOf(words string) time.Duration {
	units := map[string]time.Duration{"minute": time.Minute, "hour": time.Hour, "day": day, "week": 7 * day}
	var sum time.Duration
	for _, part := range spanPart.FindAllStringSubmatch(words, -1) {
		k, err := strconv.Atoi(part[1])
		if err != nil {
			return -1
		}
		sum += time.Duration(k) * units[strings.TrimSuffix(part[2], "s")]
	}
	return sum
}

func (o *oracle) thenInWords(n said, w *wait, now time.Time) {
	if !strings.Contains(n.Body, "SPF 30+") {
		o.wrong(n, "%s goes on with %s", w.spec.Name, w.spec.Then)
	}
	_, said, found := strings.Cut(n.Body, " until ")
	if !found || w.thenUntil.IsZero() {
		return
	}
	said, _, _ = strings.Cut(said, ".")
	date, weekday, month := o.dayOfYear(w.thenUntil, now), w.thenUntil.In(o.walls.zone).Weekday().String(), w.thenUntil.In(o.walls.zone).Month().String()
	short := strings.Replace(date, month, month[:3], 1)
	if said != weekday+" "+date && said != weekday[:3]+" "+short && said != short {
		o.wrong(n, "what follows ends %s", o.say(w.thenUntil))
	}
}

func (o *oracle) routineInWords(n said, now time.Time) {
	o.notYetInWords(n, now)
	if said := nextAbout.FindStringSubmatch(n.Body); said != nil {
		o.nextInWords(n, said[1]+":"+said[2], now)
	}
	if said := dayNumber.FindStringSubmatch(n.Body); said != nil && o.role(n.What) == guidance.CheckIn {
		if want, ok := o.dayNow(now); ok && said[1] != strconv.FormatInt(want, 10) && said[1] != o.dayOf(n.ID, now) {
			o.wrong(n, "it is day %d", want)
		}
	}
	said := glasses.FindStringSubmatch(n.Body)
	// One that was put off until its routine is over has no goal any more, and says none.
	if r := n.News.Routine; r != nil && r.Drink != nil && r.Drink.Goal > 0 && said == nil {
		o.wrong(n, "it does not say how much was drunk")
	}
	if said != nil {
		drunk, goal := o.drunkNow(now), o.goalNow(now)
		if said[1] != strconv.Itoa(drunk) || said[2] != strconv.Itoa(goal) {
			o.wrong(n, "it is %d of %d", drunk, goal)
		}
	}
}

// role is what the newest plan that has the routine says of it.
func (o *oracle) role(routine string) guidance.Role {
	if same := o.same(routine); len(same) > 0 {
		return same[0].spec.Role
	}
	return ""
}

// notYetInWords: if other skin was treated since and has not come to the routine yet, it says so.
func (o *oracle) notYetInWords(n said, now time.Time) {
	c, ok := o.occurrenceOf(n.ID)
	if !ok || o.role(n.What) == guidance.CheckIn {
		return
	}
	var areas []string
	var from time.Time
	for _, k := range c.rests {
		areas, from = append(areas, strings.ToLower(k.of.traits.Area)), later(from, k.from)
	}
	said := notBefore.FindStringSubmatch(n.Body)
	if said == nil {
		if from.After(now) {
			o.wrong(n, "on %v it may not be done before %s", areas, o.say(from))
		}
		return
	}
	for _, area := range areas {
		if !strings.Contains(strings.ToLower(said[1]), area) {
			o.wrong(n, "%s was treated too", area)
		}
	}
	if want := o.moment(from, now); said[2] != want {
		o.wrong(n, "on %v it is not before %s", areas, want)
	}
}

// nextInWords: the time of the next one must be that of one to come.
func (o *oracle) nextInWords(n said, said string, now time.Time) {
	today := dateOf(now, o.walls.zone)
	for d := today - 1; d <= today+1; d++ {
		for _, c := range o.listOf(d) {
			due := c.due
			if s, _ := o.snoozed(c.id); s.ID != 0 {
				due = later(due, s.Until)
			}
			if c.routine == n.What && due.After(now) && minuteOf(due, o.walls.zone).String() == said {
				return
			}
		}
	}
	// What was put off in another zone comes when the person asked for it, though the day's list has it no more.
	for i := range o.entries {
		if e := &o.entries[i]; e.Kind == record.KindSnooze && !e.Undone && e.What == n.What && e.Until.After(now) &&
			minuteOf(e.Until, o.walls.zone).String() == said {
			return
		}
	}
	o.wrong(n, "none comes at %s", said)
}

// dayNow counts the days since the newest treatment that has been and whose course runs.
func (o *oracle) dayNow(now time.Time) (int64, bool) {
	for _, t := range o.treatments {
		if !t.at.After(now) && now.Before(t.closes) {
			return int64(dateOf(now, o.walls.zone) - dateOf(t.at, o.walls.zone)), true
		}
	}
	return 0, false
}

// dayOf is that day's number of an occurrence that was due before midnight.
func (o *oracle) dayOf(id string, now time.Time) string {
	c, ok := o.occurrenceOf(id)
	want, _ := o.dayNow(now)
	if !ok {
		return ""
	}
	return strconv.FormatInt(want-int64(dateOf(now, o.walls.zone)-dateOf(c.due, o.walls.zone)), 10)
}
