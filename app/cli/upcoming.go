package cli

import (
	"time"

	"github.com/spf13/cobra"

	"afterglow/app/cli/shape"
	"afterglow/app/course"
	"afterglow/app/phrase"
	"afterglow/app/service"
)

func (r *run) upcomingCommand() *cobra.Command {
	var days int
	cmd := &cobra.Command{
		Use:  "upcoming",
		Args: words(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.with(cmd.Context(), func(s *service.Service) error {
				views, err := s.Upcoming(cmd.Context(), days)
				if err != nil {
					return err
				}
				return r.answerShaped(func() any { return shape.OfOccurrences(r.figures(), views) }, func() { r.printUpcoming(views) })
			})
		},
	}
	cmd.Flags().IntVar(&days, "days", 7, "")
	return cmd
}

func (r *run) printUpcoming(views []service.NextView) {
	if len(views) == 0 {
		r.put("upcoming.none")
		return
	}
	zone := r.env.Clock.Zone()
	var day course.Date
	rows := [][]string{}
	flush := func() {
		if len(rows) > 0 {
			r.table(rows)
		}
		rows = nil
	}
	for i, v := range views {
		if d := course.DateOf(v.At, zone); i == 0 || d != day {
			flush()
			if i > 0 {
				r.print("")
			}
			day = d
			r.print(r.dayHeading(v.At))
		}
		title, body := r.voice().NoticeAt(v.News, v.At)
		rows = append(rows, []string{r.voice().TimeOfDay(v.At), title, body})
	}
	flush()
}

// dayHeading is a day as a heading.
func (r *run) dayHeading(t time.Time) string {
	date, zone := r.voice().WeekdayDate(t), r.env.Clock.Zone()
	switch course.DateOf(r.now(), zone).Days(course.DateOf(t, zone)) {
	case -1:
		return r.t("upcoming.yesterday", phrase.Args{"Date": date})
	case 0:
		return r.t("upcoming.today", phrase.Args{"Date": date})
	case 1:
		return r.t("upcoming.tomorrow", phrase.Args{"Date": date})
	}
	return date
}
