package onboarding

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/phrase"
	"afterglow/app/phrase/typed"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
	"afterglow/guidance"
)

// The usual answers to when the treatment ended.
const (
	justNow   = "now"       // the moment in which it is entered
	today     = "earlier"   // today: about when is asked
	yesterday = "yesterday" // so is it here

	tomorrow = "tomorrow" // and of one to come
	inAWeek  = "week"
)

// errUnsaid is of a moment that was not said yet.
var errUnsaid error = fault.Use("onboarding.unsaid", nil)

// when is when the treatment ended, as far as it was said.
type when struct {
	quick string       // the usual answer that was chosen; "" if it was written
	text  string       // what stands in the field
	at    time.Time    // what that says, read when it was written, of a day alone its first instant; zero for just now and for what cannot be read
	other string       // how to write the reading that was not taken; "" if there is only one, or both are offered
	two   [2]time.Time // the moment that was taken and the one that could be meant as well, to choose from; zero if there is one
	err   error        // why it cannot be read

	halves [2]time.Time // both readings, if it was not said whether it is before or after noon
}

// example is the time of day in the field's hint.
const example = guidance.Clock(18 * 60)

// aboutWhen says that the day is known and its time is not.
func (w when) aboutWhen() bool { return errors.Is(w.err, typed.ErrNoTime) }

// inHalf says that it is not known whether it is before or after noon.
func (w when) inHalf() bool {
	return errors.Is(w.err, typed.ErrHalf) && !w.halves[0].IsZero() && !w.halves[1].IsZero()
}

// instant is when the treatment ended, seen at now.
func (w when) instant(now time.Time) time.Time {
	if w.quick == justNow {
		return now
	}
	return w.at
}

// read reads what was typed. A treatment to come is not looked for in the past.
func (p *Page) read(text string) when {
	v, w := p.k.V, when{text: text}
	if strings.TrimSpace(text) == "" {
		w.err = errUnsaid
		return w
	}
	t, err := p.reader()(text)
	if err == nil {
		w.at, err = t.Anchor()
		if w.two = twoDays(t, w.at); w.two[1].IsZero() {
			w.other = v.Instead(t)
		}
	}
	if errors.Is(err, typed.ErrNoTime) {
		w.at, w.err = t.At, err
		return w
	}
	if err == nil {
		err = service.CheckTreatmentTime(w.at, v.Now())
	}
	if err != nil {
		w.at, w.err, w.halves = time.Time{}, err, t.Halves
	}
	return w
}

// twoDays are both moments of a text that can name two days, if a time of day was said.
func twoDays(t typed.Time, at time.Time) (two [2]time.Time) {
	if t.Precision != typed.Exact || t.Doubt != typed.OrderDoubt && t.Doubt != typed.WeekDoubt {
		return two
	}
	local := at.In(t.At.Location())
	return [2]time.Time{at, course.On(t.Other, guidance.Clock(local.Hour()*60+local.Minute()), local.Location())}
}

// reader reads a moment in the tense of the steps.
func (p *Page) reader() func(string) (typed.Time, error) {
	if p.model.Tense == Will {
		return p.k.V.ReadTime
	}
	return p.k.V.ReadAppointment
}

// firstDay is the first day that the calendar offers.
func (p *Page) firstDay() course.Date {
	if p.model.Tense == Will {
		return p.k.V.Today()
	}
	return p.dayFrom(-service.EarliestTreatment)
}

// dayFrom is the day so long from now.
func (p *Page) dayFrom(d time.Duration) course.Date {
	now := p.k.V.Now()
	return course.DateOf(now.Add(d), now.Location())
}

// whenFields ask when the treatment ended, and about when if only the day was said.
func (p *Page) whenFields() fyne.CanvasObject {
	k := p.k
	p.usual = kit.Over(p.quickChips())
	p.reads = k.Para()
	p.about = kit.Over()
	p.sayWhen()
	ask, hint := "onboarding.when", "onboarding.when_hint"
	if p.model.Tense == Will {
		ask, hint = "onboarding.when_coming", "onboarding.when_coming_hint"
	}
	field := k.When(kit.Moment{ID: "begin.when", Label: k.V.T(ask), Text: p.form.when.text, Hint: k.V.T(hint, phrase.Args{"Clock": example}), Width: 280,
		First: p.firstDay(), Last: p.dayFrom(service.LatestTreatment), Read: p.reader(), Changed: p.wroteWhen})
	p.onEnter(field.Entry, func() {
		if !p.questioned() { // a word beneath the field asks whether the day is right: that is read first
			p.toPlan()
		}
	})
	return kit.Column(6, k.Section(k.V.T(ask)), p.usual, field.Object(), p.reads, p.about, p.k.Wrong(p.entryWrong))
}

func (p *Page) quickChips() fyne.CanvasObject {
	v := p.k.V
	if p.model.Tense == Will {
		return p.k.Chips("begin.quick", []kit.Choice{
			{ID: tomorrow, Text: v.T("onboarding.tomorrow")}, {ID: inAWeek, Text: v.T("onboarding.in_a_week")},
		}, p.form.when.quick, p.quick)
	}
	return p.k.Chips("begin.quick", []kit.Choice{
		{ID: justNow, Text: v.T("onboarding.just_now")}, {ID: today, Text: v.T("onboarding.earlier")}, {ID: yesterday, Text: v.T("onboarding.yesterday")},
	}, p.form.when.quick, p.quick)
}

// quick fills in a usual answer.
func (p *Page) quick(id string) {
	v := p.k.V
	switch id {
	case justNow:
		p.form.when = when{text: v.Word("typed.now")}
	case today:
		p.form.when = p.read(v.Word("typed.today"))
	case yesterday:
		p.form.when = p.read(v.Word("typed.yesterday"))
	case tomorrow:
		p.form.when = p.read(v.Word("typed.tomorrow"))
	case inAWeek:
		p.form.when = p.read(v.WeekdayDate(v.Now().AddDate(0, 0, 7)))
	}
	p.form.when.quick, p.entryWrong = id, nil
	p.draw()
}

// usualAs is the usual answer that fills the field with this text, "" if none does.
func (p *Page) usualAs(text string) string {
	words := map[string]string{justNow: "typed.now", today: "typed.today", yesterday: "typed.yesterday"}
	if p.model.Tense == Will {
		words = map[string]string{tomorrow: "typed.tomorrow"}
	}
	for id, word := range words {
		if text == p.k.V.Word(word) {
			return id
		}
	}
	return ""
}

// wroteWhen follows each letter: what is written by hand is no longer a usual answer, unless it says the same. So it does
// when a calendar that was left puts back what stood there.
func (p *Page) wroteWhen(text string) {
	chosen := p.form.when.quick
	p.form.when = p.read(text)
	if p.form.when.quick = p.usualAs(text); p.form.when.quick == justNow {
		p.form.when = when{quick: justNow, text: text}
	}
	if chosen != p.form.when.quick {
		p.usual.Objects = []fyne.CanvasObject{p.quickChips()}
		p.usual.Refresh()
	}
	p.sayWhen()
	p.root.Refresh()
}

// sayWhen says below the field what it means, or what is missing.
func (p *Page) sayWhen() {
	k, w := p.k, p.form.when
	switch {
	case errors.Is(w.err, errUnsaid) && !p.asked:
		p.reads.SetRuns(kit.Run{Text: k.V.T("onboarding.unsaid"), Ink: k.P.Muted})
	case w.inHalf():
		p.reads.SetRuns(kit.Run{Text: k.V.T("onboarding.half"), Ink: k.P.Text, Bold: true})
	case w.err != nil && !w.aboutWhen():
		p.reads.SetRuns(kit.Run{Text: k.V.Error(w.err), Ink: k.P.Amber, Bold: true})
	case p.questioned():
		p.reads.SetRuns(kit.Run{Text: p.said(), Ink: k.P.Amber, Bold: true})
	case w.aboutWhen():
		p.reads.SetRuns(kit.Run{Text: p.said(), Ink: k.P.Text, Bold: true})
	default:
		p.reads.SetRuns(kit.Run{Text: p.said(), Ink: k.P.Muted})
	}
	p.about.Objects = nil
	switch {
	case w.aboutWhen():
		p.about.Objects = []fyne.CanvasObject{p.parts()}
	case w.inHalf():
		p.about.Objects = []fyne.CanvasObject{p.twoChips("begin.half", w.halves, "")}
	case !w.two[1].IsZero():
		p.about.Objects = []fyne.CanvasObject{p.twoChips("begin.day", w.two, "0")}
	}
	p.about.Hidden = p.about.Objects == nil
	p.about.Refresh()
}

// said is the moment, or the day, that was read.
func (p *Page) said() string {
	v, w := p.k.V, p.form.when
	at := w.instant(v.Now())
	args := phrase.Args{"Day": v.WeekdayDate(at), "Count": course.DateOf(at, v.Now().Location()).Days(v.Today())}
	if w.aboutWhen() {
		return v.T(p.which("onboarding.about_when", "onboarding.about_when_coming", "onboarding.about_when_over", "onboarding.about_when_long_ago"), args)
	}
	args["Clock"] = v.TimeOfDay(at)
	read := v.T("onboarding.reads", args)
	if p.questioned() {
		read = v.T(p.which("", "onboarding.reads_coming", "onboarding.reads_over", "onboarding.reads_long_ago"), args, phrase.Args{"Read": read})
	} else if w.other != "" {
		read = phrase.Stop(read)
	}
	return phrase.Paragraph(read, w.other)
}

// which is the message for a day that may be right, for one that is to come or over where that is not asked, or for one
// that is long ago.
func (p *Page) which(right, coming, over, longAgo string) string {
	switch {
	case p.coming():
		return coming
	case p.longAgo():
		return longAgo
	case p.over():
		return over
	}
	return right
}

// questioned says whether the day is asked about: it may be mistyped.
func (p *Page) questioned() bool { return p.coming() || p.over() || p.longAgo() }

// coming says whether a moment to come was written where it is asked when the treatment ended.
func (p *Page) coming() bool {
	now := p.k.V.Now()
	return p.model.Tense != Will && p.form.when.instant(now).After(now)
}

// over says whether a moment that has been was written where it is asked when the treatment will be. Of today alone some is
// still to come.
func (p *Page) over() bool {
	w, v := p.form.when, p.k.V
	switch {
	case p.model.Tense != Will:
		return false
	case w.aboutWhen():
		return course.DateOf(w.at, v.Now().Location()).Before(v.Today())
	}
	return w.err == nil && w.at.Before(v.Now())
}

// longCourse is how long ago a treatment may lie without a question: the six weeks in which the starter plans end.
const longCourse = 42 * 24 * time.Hour

// longAgo says whether the moment lies so far back that its course is most likely over: the wrong month or year.
func (p *Page) longAgo() bool {
	w, now := p.form.when, p.k.V.Now()
	at := w.instant(now)
	return (w.err == nil || w.aboutWhen()) && now.Sub(at) > longCourse
}

// parts offers the parts of the day that was said: of each its later end counts, so that no wait ends too early.
func (p *Page) parts() fyne.CanvasObject {
	v, w := p.k.V, p.form.when
	var fit, all []kit.Choice // those that lie where it is asked for them
	read := map[string]when{}
	var last time.Time
	for _, part := range typed.Parts() {
		name := v.Word(part.ID)
		r := p.read(v.T("onboarding.day_part", phrase.Args{"Day": w.text, "Part": name}))
		if r.err != nil || r.at.Equal(last) { // the same, if two parts go on till now
			continue
		}
		last = r.at
		r.quick = w.quick
		read[part.ID] = r
		all = append(all, kit.Choice{ID: part.ID, Text: v.T("onboarding.part", phrase.Args{"Part": phrase.Capital(name), "Until": v.TimeOfDay(r.at)})})
		if ahead := r.at.After(v.Now()); ahead == (p.model.Tense == Will) {
			fit = append(fit, all[len(all)-1])
		}
	}
	if len(fit) == 0 { // a day to come where it is asked what has been, or the other way round
		fit = all
	}
	return p.k.Chips("begin.part", fit, "", func(id string) {
		p.form.when = read[id]
		p.draw()
	})
}

// twoChips offers both moments that a text can mean. One that is chosen is written so that it means that one alone.
func (p *Page) twoChips(id string, two [2]time.Time, chosen string) fyne.CanvasObject {
	v := p.k.V
	all := make([]kit.Choice, len(two))
	for i, at := range two {
		all[i] = kit.Choice{ID: strconv.Itoa(i), Text: v.DayAndTime(at)}
	}
	return p.k.Chips(id, all, chosen, func(id string) {
		i, _ := strconv.Atoi(id)
		p.form.when = p.read(v.Written(two[i]))
		p.draw()
	})
}
