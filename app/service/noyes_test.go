package service_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/reminder"
	"afterglow/app/service"
	"afterglow/app/timeline"
	"afterglow/guidance"
)

// banned are things that are each told apart by every face: none is a kind of another one.
var banned = []string{"makeup", "sauna", "running", "waxing", "retinol", "alcohol", "coffee", "sunbathing"}

// ban is a window of a plan that somebody made up, with its stretch worked out beside the core.
type ban struct {
	of          []string // what it leaves alone
	from, until time.Duration
	open        bool // no end, or one that only the person's word gives, which they never do
	text        string
}

func (b ban) name() string { return phrase.Capital(strings.Join(b.of, ", ")) }

// madePlan is a plan file of a few windows and of advice, in either format, whose texts speak of banned things alone.
type madePlan struct {
	text  string
	bans  []ban
	never []string                 // what its advice forbids without an end
	own   map[string]time.Duration // what the person wrote themselves: how long a thing waits in the place of the plan
	later []time.Duration          // how long after the first its further treatments are
}

// avoids says whether the plan's text leaves a thing alone so long after the treatment.
func (p madePlan) avoids(thing string, after time.Duration) bool {
	if slices.Contains(p.never, thing) {
		return true
	}
	if own, ok := p.own[thing]; ok {
		return after >= 0 && after < own
	}
	return slices.ContainsFunc(append([]time.Duration{0}, p.later...), func(later time.Duration) bool {
		return slices.ContainsFunc(p.bans, func(b ban) bool {
			return slices.Contains(b.of, thing) && after-later >= b.from && (b.open || after-later < b.until)
		})
	})
}

// avoided is the first of these things that the plan leaves alone then; "": it leaves none of them alone.
func (p madePlan) avoided(things []string, after time.Duration) string {
	i := slices.IndexFunc(things, func(thing string) bool { return p.avoids(thing, after) })
	if i < 0 {
		return ""
	}
	return things[i]
}

// someBans is any such plan.
var someBans = rapid.Custom(func(t *rapid.T) (p madePlan) {
	format := rapid.IntRange(1, 2).Draw(t, "format")
	p.text = fmt.Sprintf("format = %d\nid = \"p\"\nname = \"P\"\nversion = \"1\"\n[[sources]]\nid = \"s\"\ntitle = \"S\"\nstrength = \"clinic\"\n", format)
	few := rapid.SliceOfNDistinct(rapid.SampledFrom(banned), 2, 4, rapid.ID).Draw(t, "things") // so that windows meet
	for i := range rapid.IntRange(1, 5).Draw(t, "windows") {
		b := ban{of: rapid.SliceOfNDistinct(rapid.SampledFrom(few), 1, 2, rapid.ID).Draw(t, "of")}
		hours := func(name string, from, to int) time.Duration {
			return time.Duration(rapid.IntRange(from, to).Draw(t, name)) * time.Hour
		}
		b.until = hours("until", 1, 400)
		line := func(key string, d time.Duration) string { return fmt.Sprintf("%s = \"%dh\"\n", key, int(d.Hours())) }
		kinds := []string{"plain", "later", "before and after", "and calm", "then"}
		if format == 2 {
			kinds = append(kinds, "no end", "calm", "range", "days", "day's end", "soft", "month")
		}
		switch kind := rapid.SampledFrom(kinds).Draw(t, "kind"); kind {
		case "plain":
			b.text = line("until", b.until)
		case "soft":
			b.text = line("until", b.until) + "soft = true\n"
		case "later":
			b.from = hours("from", 1, 100)
			b.until += b.from
			b.text = line("from", b.from) + line("until", b.until)
		case "before and after":
			b.from = -hours("before", 1, 100)
			b.text = line("from", b.from) + line("until", b.until)
		case "and calm":
			b.open = true
			b.text = line("until", b.until) + "and_when = \"calm\"\n"
		case "then":
			b.text = line("until", b.until) + "then = \"clean hands\"\n"
		case "no end":
			b.open = true
		case "calm":
			b.open = true
			b.text = "until = \"calm\"\ncondition = \"the scabs are gone\"\n"
		case "range":
			days := rapid.IntRange(1, 9).Draw(t, "days")
			b.until = time.Duration(days+2) * 24 * time.Hour
			b.text = fmt.Sprintf("until = \"%d to %d days\"\n", days, days+2)
		case "days":
			weeks := rapid.IntRange(1, 2).Draw(t, "weeks")
			b.until = time.Duration(weeks) * 7 * 24 * time.Hour
			b.text = fmt.Sprintf("until = \"%d weeks\"\n", weeks)
		case "month":
			b.until = 30 * 24 * time.Hour // from 10 November
			b.text = "until = \"1 month\"\n"
		case "day's end":
			day := rapid.IntRange(0, 3).Draw(t, "day")
			b.until = time.Duration(14+24*day) * time.Hour // the treatment ends at 10:00
			b.text = fmt.Sprintf("until = \"end of day %d\"\n", day)
		}
		p.text += fmt.Sprintf("[[windows]]\nid = \"w%d\"\nname = %q\navoid = \"No %s.\"\n%s", i, b.name(), strings.Join(b.of, ", no "), b.text)
		p.bans = append(p.bans, b)
	}
	if rapid.IntRange(0, 3).Draw(t, "advice") == 0 {
		thing := rapid.SampledFrom(few).Draw(t, "never")
		p.never = append(p.never, thing)
		p.text += fmt.Sprintf("[[care]]\nid = \"c\"\nname = \"Never\"\ntext = \"Never any %s.\"\nnever = [%q]\n", thing, thing)
	}
	switch rapid.IntRange(0, 3).Draw(t, "more") {
	case 0:
		p.own = map[string]time.Duration{rapid.SampledFrom(few).Draw(t, "own"): time.Duration(rapid.IntRange(1, 400).Draw(t, "own until")) * time.Hour}
	case 1:
		if slices.ContainsFunc(p.bans, func(b ban) bool { return b.from != 0 }) {
			break // of one wait that is to come twice the nearest is told alone
		}
		p.later = []time.Duration{time.Duration(rapid.IntRange(1, 8).Draw(t, "later")) * 24 * time.Hour} // the same hour: a day ends alike
	}
	return p
})

// things are what the name of a window of such a plan speaks of.
func things(name string) []string { return strings.Split(strings.ToLower(name), ", ") }

// No face says that something may be done which the plan's text leaves alone at that moment: not the rows of status and the
// path of what opens, now and later (which the calendar file has too); not can, ask, the tray, the timeline's answers and
// bars, the card, the few times that sum a course up; nor a notification. So it is with several treatments, and with what the person
// wrote themselves.
func TestNoFaceSaysYesToWhatThePlanLeavesAlone(t *testing.T) {
	treated := time.Date(2026, 11, 10, 10, 0, 0, 0, time.UTC)
	rapid.Check(t, func(t *rapid.T) {
		made := someBans.Draw(t, "plan")
		plan, err := guidance.Parse("p.toml", []byte(made.text))
		if err != nil {
			t.Fatalf("%v\n%s", err, made.text)
		}
		after := time.Duration(rapid.IntRange(-50, 500).Draw(t, "after")) * time.Hour
		for _, later := range made.later {
			after = max(after, later) // the path tells of the nearest treatment to come alone
		}
		now := treated.Add(after)
		first := course.Treatment{ID: 1, At: treated, EnteredAt: treated.Add(-200 * time.Hour), Device: "pen", Area: "face", Plan: plan, PlanText: made.text}
		for what, until := range made.own {
			first.Own = append(first.Own, guidance.Own{Entry: 1, What: what, Avoid: "Wait with " + what + ".", Until: &guidance.Moment{Elapsed: until}})
		}
		all := []course.Treatment{first}
		for i, later := range made.later {
			next := first
			next.ID, next.At = int64(i+2), treated.Add(later)
			all = append([]course.Treatment{next}, all...)
		}
		sc := service.ImaginedOf(all, now, time.UTC)
		v := phrase.New(locale.Format{}).At(now, time.UTC)
		no := func(face, name string, at time.Time) {
			if thing := made.avoided(things(name), at.Sub(treated)); thing != "" {
				t.Fatalf("%s, %v after: %s says yes to %q; the plan leaves %s alone at %v\n%s", now, after, face, name, thing, at, made.text)
			}
		}
		st := sc.Status()
		for _, w := range st.Windows {
			if w.State == course.Open || w.State == course.Then {
				no("status", w.Name, now)
			}
		}
		o := st.Openings()
		for _, open := range o.Open {
			no("the path", open.Window.Name, now)
		}
		for _, m := range o.Ahead {
			for _, open := range m.What {
				if open.Kind == service.Opens {
					no("the way ahead", open.Window.Name, m.At)
				}
			}
		}
		if len(st.Windows) > 0 && v.TrayLine(st) == v.T("tray.all_over", phrase.Args{"Who": v.DayOf(st.Treatment.Day)}) {
			for _, b := range made.bans {
				no("the tray", b.name(), now)
			}
		}
		for _, asked := range append([]string{""}, banned...) {
			views, _ := sc.Can(asked) // what the plan is silent on is refused
			for _, c := range views {
				if c.Allowed && asked == "" {
					no("can", c.Name, now)
				} else if c.Allowed {
					no("can, asked "+c.Name, asked, now)
				}
			}
			if r := sc.Ask(ask.Question{Text: asked}); r.Verdict == ask.Yes {
				no("ask", asked, now)
			}
		}
		for _, a := range v.Answers(course.Told(sc.Courses, now), now, time.UTC) {
			for _, b := range made.bans {
				if (a.State == course.Open || a.State == course.Then) && strings.HasPrefix(strings.ToLower(a.Text), strings.ToLower(b.name())) {
					no("the timeline", b.name(), now)
				}
			}
		}
		for _, r := range timeline.List(sc.Courses, course.DefaultPrefs(), now, time.UTC) {
			if r.Tone != timeline.ToneOpen && r.Tone != timeline.ToneThen {
				continue
			}
			for at := r.From; at.Before(treated.Add(500*time.Hour)) && (r.Until.IsZero() || at.Before(r.Until)); at = at.Add(5 * time.Hour) {
				no("a bar of the timeline", r.Name, at)
			}
		}
		for _, row := range v.Card(sc, false).Rows {
			if row.Until != nil && row.Until.After(now) && row.ID != "" && !strings.HasPrefix(row.Note, "if") && !strings.HasPrefix(row.Note, "then “") {
				no("the card", row.Name, *row.Until)
			}
		}
		for _, k := range sc.KeyTimes(all[0].ID) {
			if k.Kind == service.KeyWindow && k.AndWhen == "" {
				no("a key time", k.Name, k.At)
			}
		}
		for _, n := range reminder.Upcoming(sc.Input, now.Add(20*24*time.Hour)) {
			for _, name := range allowedBy(n.News) {
				no("a notification", name, n.At)
			}
		}
	})
}

// allowedBy are the windows that a notification tells to be over, or to go on with a step alone. Of a step beside which another
// wait holds it says no name: TestWhatASheetSaysIsToldWholeByEachFace.
func allowedBy(n record.News) (names []string) {
	if w := n.Window; w != nil {
		if !w.Asks && !w.Held {
			names = append(names, w.Name)
		}
		names = append(names, w.Also...)
		for _, s := range w.Steps {
			if !s.Held {
				names = append(names, s.Name)
			}
		}
	}
	if w := n.Welcome; w != nil {
		for _, e := range w.Ends {
			if !e.Held {
				names = append(names, e.Name)
			}
		}
	}
	return names
}
