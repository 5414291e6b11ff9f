package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"afterglow/app/cli/shape"
	"afterglow/app/course"
	"afterglow/app/ipc"
	"afterglow/app/reminder"
	"afterglow/app/service"
)

func (r *run) statusCommand() *cobra.Command {
	var at string
	cmd := &cobra.Command{
		Use:  "status",
		Args: words(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			moment, err := r.time(at)
			if err != nil {
				return err
			}
			return r.with(cmd.Context(), func(s *service.Service) error {
				st, err := r.status(cmd.Context(), s, moment)
				if err != nil {
					return err
				}
				return r.answer(shape.OfStatus(r.figures(), st), func() { r.printStatus(st) })
			})
		},
	}
	cmd.Flags().StringVar(&at, "at", "", "")
	return cmd
}

// status asks for the status. Where something should be on the desktop and is not, the
// running agent is asked whether the desktop wants quiet.
func (r *run) status(ctx context.Context, s *service.Service, at time.Time) (service.Status, error) {
	sc, err := s.Scene(ctx, at)
	if err != nil {
		return service.Status{}, err
	}
	if at.IsZero() && sc.Unshown() {
		sc.Input.Quiet = r.quiet(ctx)
	}
	return sc.Status(), nil
}

// quiet is the running agent's reading of "do not disturb"; not on where none can be had soon.
func (r *run) quiet(ctx context.Context) reminder.Quiet {
	dir, err := r.dataDir()
	if err != nil {
		return reminder.Quiet{}
	}
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	reply, err := ipc.Send(ctx, dir, ipc.Agent, ipc.Message{Do: ipc.DoDoctor})
	if err != nil {
		return reminder.Quiet{}
	}
	var told agentReport
	if json.Unmarshal(reply.Data, &told) != nil {
		return reminder.Quiet{}
	}
	return reminder.Quiet{On: told.Quiet, Reason: told.QuietReason}
}

func (r *run) printStatus(st service.Status) {
	if st.Treatment == nil {
		r.line("Nothing to look after today.")
		r.line("Begin with: afterglow treat --at \"18:00\"")
		r.printVisit(st)
		return
	}
	r.line("%s", r.headline(st))
	for _, t := range st.Treatments {
		if t.ID != st.Treatment.ID {
			r.line("%s", r.also(st, t))
		}
	}
	if st.Phase != nil && st.Phase.Expect != "" {
		r.line("Your plan expects %s.", strings.TrimSuffix(st.Phase.Expect, "."))
	}
	if len(st.Windows) > 0 {
		r.line("")
		r.line("Waits")
		rows := [][]string{}
		for _, w := range st.Windows {
			end := r.windowEnd(w, st.Now)
			if w.State != course.Open {
				end = named(end, st.SetBy(w))
			}
			rows = append(rows, []string{w.Name, stateWord(w), end})
		}
		r.table(rows)
	}
	if len(st.Routines) > 0 {
		r.line("")
		r.line("Today")
		rows := [][]string{}
		for _, v := range st.Routines {
			rows = append(rows, []string{v.Name, count(v), r.routineNext(v, st)})
		}
		r.table(rows)
	}
	r.printNext(st)
	r.printVisit(st)
}

func (r *run) headline(st service.Status) string {
	t := st.Treatment
	day := fmt.Sprintf("Day %d", t.Day)
	if len(st.Treatments) > 1 && t.Area != "" {
		day += ", " + t.Area
	}
	switch {
	case t.Day == -1:
		day = "1 day before your treatment"
	case t.Day < 0:
		day = fmt.Sprintf("%d days before your treatment", -t.Day)
	case st.Now.Before(t.At):
		day = "Before your treatment at " + r.moment(t.At)
	}
	if st.Phase != nil {
		day += " · " + st.Phase.Name + ", until " + r.moment(st.Phase.Until)
	}
	return day + " · plan: " + t.PlanName
}

// also is the line of a treatment that is looked after beside the newest.
func (r *run) also(st service.Status, t service.TreatmentView) string {
	text := "Also looked after: " + st.Called(t.ID)
	if t.Phase != "" {
		text += " · " + t.Phase
	}
	return text + " · treated " + r.moment(t.At) + " · plan: " + t.PlanName
}

// stateWord is a window's state as it is printed.
func stateWord(w service.WindowView) string {
	switch w.State {
	case course.Before:
		return "to come"
	case course.Wait:
		return "not yet"
	case course.Ask:
		return "is your skin calm?"
	case course.Then:
		return "with" // what follows is named beside it: a wait that hands over is never plainly open
	case course.Open:
		return "open"
	}
	return string(w.State)
}

func (r *run) windowEnd(w service.WindowView, now time.Time) string {
	text := ""
	switch w.State {
	case course.Before:
		return "from " + r.atWithin(w.From)
	case course.Wait:
		text = "until " + r.atWithin(w.Until)
		if w.Allowed != nil {
			text += "; your plan allows it from " + r.moment(*w.Allowed)
		}
		if w.AndWhen != "" {
			text += ", and when your skin is calm"
		}
		if w.Hours != "" {
			text += ", each day " + w.Hours
		}
	case course.Ask:
		return "say so with: afterglow calm " + w.ID
	case course.Then:
		text = w.Then
		if w.ThenUntil != nil {
			text += ", until " + r.moment(*w.ThenUntil)
		}
		return text
	case course.Open:
		if w.Hours != "" && now.Before(w.Until) {
			return "each day " + w.Hours + ", until " + r.moment(w.Until)
		}
		return "since " + r.moment(w.Until)
	}
	if w.Situation != "" {
		text += " (" + w.Situation + ")"
	}
	return text
}

func count(v service.RoutineView) string {
	switch {
	case v.Starts != nil:
		return "to come"
	case v.Off:
		return "off"
	case v.Situation != "":
		return "when " + v.Situation
	case v.Goal == 0 && v.Done == 0 && v.AmountML == 0:
		return "nothing today"
	case v.Amount != "":
		return v.Amount
	case v.Goal == 0:
		return fmt.Sprintf("%d", v.Done)
	}
	return fmt.Sprintf("%d of %d", v.Done, v.Goal)
}

func (r *run) routineNext(v service.RoutineView, st service.Status) string {
	text := ""
	due, isDue := st.DueOf(v.ID)
	switch {
	case isDue:
		text = "due since " + r.moment(due.At)
	case v.Starts != nil:
		return "begins " + r.atWithin(*v.Starts)
	case v.Next != nil:
		text = "next " + r.moment(*v.Next)
	}
	if v.NotYet != nil {
		text = strings.TrimPrefix(text+". "+r.voice().NotYet(v.NotYet), ". ")
	}
	return text
}

func (r *run) printNext(st service.Status) {
	if len(st.Due) > 0 {
		r.line("")
		r.line("Due now")
		rows := [][]string{}
		for _, d := range st.Due {
			title, body := r.voice().NoticeAt(d.News, d.At)
			rows = append(rows, []string{r.moment(d.At), title, body})
		}
		r.table(rows)
	}
	if st.Next != nil {
		r.line("")
		r.line("Next")
		title, body := r.voice().NoticeAt(st.Next.News, st.Next.At)
		r.table([][]string{{r.moment(st.Next.At), title, body}})
	}
	if len(st.Held) > 0 {
		r.line("")
		r.line("Kept back")
		rows := [][]string{}
		for _, h := range st.Held {
			until := ""
			if h.Until != nil {
				until = "until " + r.moment(*h.Until)
			}
			rows = append(rows, []string{r.voice().NoticeTitle(h.News), h.Reason, until})
		}
		r.table(rows)
	}
	if st.Paused != nil {
		r.line("")
		r.line("Paused until %s. End it with: afterglow resume", r.moment(*st.Paused))
	}
}

func (r *run) printVisit(st service.Status) {
	if st.NextVisit == nil {
		return
	}
	v := st.NextVisit
	r.line("")
	r.line("Your plan says %s to the next treatment: from %s.", v.Text, r.moment(v.From))
}
