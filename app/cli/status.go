package cli

import (
	"strings"
	"time"

	"github.com/spf13/cobra"

	"afterglow/app/cli/shape"
	"afterglow/app/course"
	"afterglow/app/phrase"
	"afterglow/app/service"
	"afterglow/guidance"
)

func (r *run) statusCommand() *cobra.Command {
	var at string
	cmd := &cobra.Command{
		Use:  "status",
		Args: words(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			moment, err := r.time(cmd.Context(), at)
			if err != nil {
				return err
			}
			return r.with(cmd.Context(), func(s *service.Service) error {
				r.tellZone()
				st, err := s.Status(cmd.Context(), moment)
				if err != nil {
					return err
				}
				r.tellUnread(st.Unread)
				return r.answerShaped(func() any { return shape.OfStatus(r.figures(), st) }, func() { r.printStatus(st, !moment.IsZero()) })
			})
		},
	}
	cmd.Flags().StringVar(&at, "at", "", "")
	return cmd
}

// printStatus prints the page; asked says that it is about another moment than now.
func (r *run) printStatus(st service.Status, asked bool) {
	if asked {
		r.printAsked(st.Now)
	}
	if st.Treatment == nil && st.Unread != nil {
		return // that is all there is to say, and is said
	}
	if st.Treatment == nil {
		if len(st.Lasting) == 0 {
			r.put("status.nothing")
		} else {
			r.put("status.course_over")
		}
		if !asked {
			r.put("status.begin", phrase.Args{"Command": r.command("treat", "--at", r.voice().Clock(evening))})
		}
		r.printLasting(st)
		r.printVisit(st)
		return
	}
	r.print(r.headline(st))
	for _, t := range st.Treatments {
		if t.ID != st.Treatment.ID {
			r.printAlso(st, t)
		}
	}
	if st.Phase != nil && st.Phase.Expect != "" {
		r.put("status.expects", phrase.Args{"Expect": phrase.Bare(st.Phase.Expect)})
	}
	rows := [][]string{}
	for _, w := range st.Windows {
		rows = append(rows, r.waitRow(st, w))
	}
	r.under("status.waits", rows)
	rows = nil
	for _, v := range st.Routines {
		rows = append(rows, r.routineRow(st, v))
	}
	r.under(then(asked, "status.that_day", "status.today"), rows)
	rows = nil
	for _, c := range st.Care {
		rows = append(rows, []string{c.Name, r.voice().AdviceEnd(c), r.voice().AdviceText(c)})
	}
	r.under("status.care", rows)
	r.printAlways(st.Always)
	rows = nil
	for _, q := range st.Questions {
		rows = append(rows, []string{q.Name, r.voice().Question(q.End.Condition), r.t("status.say_calm", phrase.Args{"Command": r.command("calm", q.ID)})})
	}
	r.under("status.questions", rows)
	r.printLasting(st)
	r.printNext(st, asked)
	if s := st.Series; s != nil {
		r.print("")
		r.print(r.voice().Series(*s))
	}
	r.printVisit(st)
}

// printAsked says which moment the answer is about; of now, the zero time, it says nothing.
func (r *run) printAsked(at time.Time) {
	switch {
	case at.IsZero():
	case at.After(r.now()):
		r.put("status.as_it_will_be", phrase.Args{"At": at})
	default:
		r.put("status.as_it_was", phrase.Args{"At": at})
	}
}

// then is the message for another moment if one was asked about, else the one for now.
func then(asked bool, other, now string) string {
	if asked {
		return other
	}
	return now
}

func (r *run) headline(st service.Status) string {
	t := st.Treatment
	day := r.t("status.day", phrase.Args{"Day": t.Day})
	switch {
	case t.Day < 0:
		day = r.t("status.days_before", phrase.Args{"Count": -t.Day})
	case st.Now.Before(t.At):
		day = r.t("status.before", phrase.Args{"At": t.At})
	case len(st.Treatments) > 1 && t.Area != "":
		day = r.t("status.day_area", phrase.Args{"Day": t.Day, "Area": r.voice().Areas(t.Area)})
	}
	args := phrase.Args{"Day": day, "Plan": t.PlanName}
	if st.Phase == nil {
		return r.t("status.headline_no_phase", args)
	}
	return r.t("status.headline", args, phrase.Args{"Phase": st.Phase.Name, "Until": st.Phase.Until})
}

// printAlso prints the line of a treatment that is looked after beside the newest.
func (r *run) printAlso(st service.Status, t service.TreatmentView) {
	said := "status.also"
	switch {
	case t.At.After(r.now()):
		said = "status.also_before"
	case t.Phase == "":
		said = "status.also_no_phase"
	}
	called, _ := st.TreatmentCalled(t.ID)
	r.put(said, phrase.Args{"Called": r.voice().Called(called), "Phase": t.Phase, "At": t.At, "Plan": t.PlanName})
}

func (r *run) printNext(st service.Status, asked bool) {
	rows := [][]string{}
	for _, d := range st.Due {
		title, body := r.voice().Task(d.News, d.At)
		rows = append(rows, []string{r.voice().Moment(d.At), title, body})
	}
	r.under(then(asked, "status.due_then", "status.due"), rows)
	if st.Next != nil {
		title, body := r.voice().Task(st.Next.News, st.Next.At)
		r.under("status.next", [][]string{{r.voice().Moment(st.Next.At), title, body}})
	}
	rows = nil
	for _, h := range st.Held {
		until := ""
		if h.Until != nil {
			until = r.t("status.held_until", phrase.Args{"Until": *h.Until})
		}
		rows = append(rows, []string{r.voice().NoticeTitle(h.News), r.voice().Held(h.Reason, h.By), until})
	}
	r.under("status.held", rows)
	if st.Paused != nil {
		r.print("")
		r.put("status.paused", phrase.Args{"Until": *st.Paused, "Command": r.command("resume")})
	}
}

// mostAlways is how many lines of advice without a time the page has.
const mostAlways = 8

// printAlways prints the advice that has no time, and where the rest of it is.
func (r *run) printAlways(all []service.AdviceView) {
	rows := [][]string{}
	for _, c := range all[:min(len(all), mostAlways)] {
		rows = append(rows, []string{c.Name, r.voice().AdviceText(c)})
	}
	if more := len(all) - len(rows); more > 0 {
		rows = append(rows, []string{r.t("status.always_more", phrase.Args{"Count": more}), r.command("plan", "show")})
	}
	r.under("status.always", rows)
}

// printLasting prints what goes on of courses that are over.
func (r *run) printLasting(st service.Status) {
	rows := [][]string{}
	for _, c := range st.Lasting {
		answer, until := r.voice().CanRow(c)
		rows = append(rows, []string{c.Name, answer, until})
	}
	r.under("status.goes_on", rows)
}

func (r *run) printVisit(st service.Status) {
	if v := st.NextVisit; v != nil {
		r.print("")
		r.put("status.visit", phrase.Args{"Text": phrase.Bare(r.voice().Spacing(v.Spacing)), "From": v.From})
	}
}

// waitRow is a line of the waits: its name, how it stands, until when, what else holds, and which treatment it is of.
func (r *run) waitRow(st service.Status, w service.WindowView) []string {
	v := r.voice()
	more, of := v.WindowTerms(w), ""
	switch w.State {
	case course.Ask:
		more = append([]string{r.t("status.say_calm", phrase.Args{"Command": r.command("calm", w.ID)})}, more...)
	case course.Then:
		more = append([]string{phrase.Bare(w.Then)}, more...)
	}
	if by := v.SetBy(st.Setters(w)); by != "" && w.State != course.Open {
		of = r.t("status.of", phrase.Args{"Treatment": by})
	}
	return []string{w.Name, v.WindowStateBrief(w), v.WindowTime(w), strings.Join(more, " · "), of}
}

// routineRow is a line of the day's routines: its name, how much of it is done, and when it comes.
func (r *run) routineRow(st service.Status, v service.RoutineView) []string {
	when, notYet := "", ""
	due, isDue := st.DueOf(v.ID)
	switch {
	case isDue:
		when = r.t("status.due_since", phrase.Args{"At": due.At})
		if due.At.After(r.now()) {
			when = r.t("status.due_from", phrase.Args{"At": due.At})
		}
	case v.Starts != nil:
		return []string{v.Name, r.t("status.to_come"), r.t("status.begins", phrase.Args{"At": r.voice().MomentIn(*v.Starts)}), ""}
	case v.Next != nil:
		when = r.t("status.next_at", phrase.Args{"At": *v.Next})
	}
	if v.NotYet != nil {
		notYet = r.voice().NotYet(v.NotYet)
	}
	return []string{v.Name, r.count(v), when, phrase.Paragraph(notYet, r.voice().OwnTerm(v))}
}

// count is how much of a routine is done that day.
func (r *run) count(v service.RoutineView) string {
	switch {
	case v.Off:
		return r.t("status.off")
	case v.Situation == guidance.Prescribed:
		return r.voice().T("window.term_prescribed")
	case v.Situation != "":
		return r.t("status.when", phrase.Args{"Situation": v.Situation})
	case v.Goal == 0 && v.Done == 0 && (v.Drink == nil || v.Drink.Drunk == 0):
		return r.t("status.nothing_today")
	case v.Drink != nil:
		return r.voice().Drunk(*v.Drink)
	case v.Goal == 0:
		return r.t("status.times", phrase.Args{"Done": v.Done})
	}
	return r.t("status.times_of", phrase.Args{"Done": v.Done, "Goal": v.Goal})
}
