package cli

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"afterglow/app/cli/shape"
	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/phrase"
	"afterglow/app/service"
	"afterglow/guidance"
)

// treatFlags are what `treat` and `treat change` share.
type treatFlags struct {
	at, device, depth, plan string
	areas                   []string
	sensitive               bool
}

func (f *treatFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.at, "at", "", "")
	cmd.Flags().StringVar(&f.device, "device", "", "")
	cmd.Flags().StringVar(&f.depth, "depth", "", "")
	cmd.Flags().StringArrayVar(&f.areas, "area", nil, "")
	cmd.Flags().StringVar(&f.plan, "plan", "", "")
	cmd.Flags().BoolVar(&f.sensitive, "sensitive", false, "")
}

// Treated is what `treat --json` answers.
type treated struct {
	Treatment shape.Treatment `json:"treatment"`
	KeyTimes  []shape.KeyTime `json:"key_times"`
	Notice    string          `json:"notice"` // what the plan says of the time since another treatment; else ""
}

func (r *run) treatCommand() *cobra.Command {
	var f treatFlags
	cmd := &cobra.Command{
		Use: "treat",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fault.Use("command.treat.takes", fault.Args{"Command": cmd.CommandPath(), "Word": shown(args[0])})
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			n, err := r.treatment(cmd, f)
			if err != nil {
				return err
			}
			return r.with(cmd.Context(), func(s *service.Service) error {
				ctx := cmd.Context()
				if err := r.takePlan(ctx, s, f.plan, &n); err != nil {
					return err
				}
				_, by, err := s.PlanInUse(ctx) // before it is the last treatment itself
				if err != nil {
					return err
				}
				v, err := s.Begin(ctx, n)
				if err != nil {
					return err
				}
				if f.plan != "" {
					by = ""
				}
				if err := r.printTreatment(cmd, s, v.ID, "treat.entered", by); err != nil {
					return err
				}
				r.printAhead(v)
				return r.printCloseBy(cmd, s, v)
			})
		},
	}
	f.add(cmd)
	cmd.AddCommand(r.treatListCommand(), r.treatChangeCommand(), r.treatRemoveCommand())
	return cmd
}

// printAhead says of a treatment still to come that it is: a plus for a minus is an easy slip.
func (r *run) printAhead(v service.TreatmentView) {
	if now := r.now(); !r.json && v.At.After(now) {
		r.print("")
		r.put("treat.ahead", phrase.Args{"At": v.At, "Command": r.command("treat", "change", number(v.ID), "--at", "-2h")})
	}
}

// printCloseBy names another treatment of nearly the same time: most likely one of the two is a slip.
func (r *run) printCloseBy(cmd *cobra.Command, s *service.Service, v service.TreatmentView) error {
	st, err := s.Status(cmd.Context(), time.Time{})
	if err != nil || r.json {
		return err
	}
	for _, o := range st.Treatments {
		if o.ID != v.ID && o.At.Sub(v.At).Abs() < closeBy {
			r.print("")
			r.put("treat.close_by", phrase.Args{"At": o.At})
			if course.SameSkin(o.Area, v.Area) { // two areas at one appointment are no slip
				r.put("treat.slip", phrase.Args{"Command": r.command("treat", "remove", number(v.ID))})
			}
			return nil
		}
	}
	return nil
}

// closeBy is how near two treatments lie that are most likely one: no plan has them within a week.
const closeBy = 3 * 24 * time.Hour

// treatment reads the flags. Depth is read here, so that what is no number is wrong use.
func (r *run) treatment(cmd *cobra.Command, f treatFlags) (service.NewTreatment, error) {
	n := service.NewTreatment{Device: f.device, Area: guidance.JoinAreas(f.areas), Sensitive: f.sensitive}
	var err error
	if cmd.Flags().Changed("at") && strings.TrimSpace(f.at) == "" {
		return n, fault.Use("treat.no_time", fault.Args{"Clock": afternoon})
	}
	if f.at != "" {
		if n.At, err = r.anchor(cmd.Context(), f.at); err != nil {
			return n, err
		}
	}
	if f.depth != "" {
		text := strings.TrimSuffix(strings.TrimSpace(strings.ToLower(f.depth)), "mm")
		if n.DepthMM, err = strconv.ParseFloat(strings.Replace(strings.TrimSpace(text), ",", ".", 1), 64); err != nil {
			return n, fault.Use("treat.no_depth", fault.Args{"Word": shown(f.depth)})
		}
	}
	return n, nil
}

// printTreatment answers with a treatment and its key times.
// By is why it has its plan, if nobody named one, else "".
func (r *run) printTreatment(cmd *cobra.Command, s *service.Service, id int64, what string, by service.PlanBy) error {
	views, err := s.Treatments(cmd.Context())
	if err != nil {
		return err
	}
	sc, err := s.Scene(cmd.Context(), s.Now())
	if err != nil {
		return err
	}
	times := sc.KeyTimes(id)
	answer := treated{KeyTimes: shape.OfKeyTimes(r.figures(), times)}
	near, err := s.SpacingNote(cmd.Context(), id)
	if err != nil {
		return err
	}
	answer.Notice = r.figures().Spaced(near)
	for _, v := range views {
		if v.ID == id {
			answer.Treatment = shape.OfTreatment(v)
		}
	}
	return r.answer(answer, func() {
		t, now := answer.Treatment, s.Now()
		r.put(what, phrase.Args{"At": t.At, "Plan": t.PlanName})
		r.printPlanBy(id, by)
		if near != nil {
			r.print(r.voice().Spaced(near))
		}
		runs := slices.ContainsFunc(sc.Courses, func(c course.Course) bool { return c.Treatment.ID == id })
		if len(times) == 0 && !runs {
			r.put("treat.times_passed")
			return
		}
		r.print("")
		rows := [][]string{}
		for _, k := range times {
			away := r.t("treat.passed")
			if k.At.After(now) {
				away = r.voice().Within(k.At.Sub(now))
			}
			rows = append(rows, []string{r.voice().KeyMoment(k), r.voice().KeyTime(k), away, r.t("treat.says", phrase.Args{"Title": k.Says.Title})})
		}
		if len(rows) > 0 {
			r.table(rows)
			r.print("")
		}
		r.put("treat.clinic_first")
		if sc.Prefs.Water && len(sc.Courses) < 2 { // with the first; a second need not hear it again
			r.put("treat.limit_fluids", phrase.Args{"Command": r.command("settings", "water", "off")})
		}
	})
}

// printPlanBy says why a treatment has its plan, and how to give it another.
func (r *run) printPlanBy(id int64, by service.PlanBy) {
	why := ""
	switch by {
	case service.PlanChosen:
		why = "treat.plan_chosen"
	case service.PlanOfLast:
		why = "treat.plan_last"
	case service.PlanStandard:
		why = "treat.plan_standard"
	default:
		return
	}
	change := phrase.Args{"Command": r.command("treat", "change", number(id)), "List": r.command("plan", "list")}
	r.print(r.t(why) + " " + r.t("treat.another", change))
}

func (r *run) treatListCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "list",
		Args: words(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.with(cmd.Context(), func(s *service.Service) error {
				views, err := s.Treatments(cmd.Context())
				if err != nil {
					return err
				}
				return r.answer(shape.OfTreatments(views), func() {
					if len(views) == 0 {
						r.put("treat.none", phrase.Args{"Command": r.command("treat")})
						return
					}
					rows := [][]string{}
					for _, v := range views {
						state, depth := r.t("treat.day", phrase.Args{"Day": v.Day}), ""
						if v.Day < 0 {
							state = r.voice().DayOf(v.Day)
						}
						if v.Over {
							state = r.t("treat.over")
						}
						if v.DepthMM > 0 {
							depth = r.t("treat.depth", phrase.Args{"MM": v.DepthMM})
						}
						rows = append(rows, []string{number(v.ID), r.voice().Moment(v.At), state, r.voice().Areas(v.Area), v.Device, depth, v.PlanName})
					}
					r.table(rows)
				})
			})
		},
	}
}

// number is a treatment's or an entry's number as it is typed.
func number(id int64) string { return strconv.FormatInt(id, 10) }

func (r *run) treatChangeCommand() *cobra.Command {
	var f treatFlags
	cmd := &cobra.Command{
		Use:  "change",
		Args: words(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := treatmentID(args[0])
			if err != nil {
				return err
			}
			n, err := r.treatment(cmd, f)
			if err != nil {
				return err
			}
			return r.with(cmd.Context(), func(s *service.Service) error {
				if err := r.takePlan(cmd.Context(), s, f.plan, &n); err != nil {
					return err
				}
				views, err := s.Treatments(cmd.Context())
				if err != nil {
					return err
				}
				for _, v := range views {
					if v.ID == id {
						n = filled(cmd, n, v)
					}
				}
				if _, err := s.Change(cmd.Context(), id, n); err != nil {
					return err
				}
				if err := r.printTreatment(cmd, s, id, "treat.changed", ""); err != nil {
					return err
				}
				if f.at != "" {
					r.printAhead(service.TreatmentView{ID: id, At: n.At})
				}
				return nil
			})
		},
	}
	f.add(cmd)
	return cmd
}

// filled takes from the treatment as it stands what no flag was given for.
func filled(cmd *cobra.Command, n service.NewTreatment, v service.TreatmentView) service.NewTreatment {
	given := cmd.Flags().Changed
	if !given("at") {
		n.At = v.At
	}
	if !given("device") {
		n.Device = v.Device
	}
	if !given("depth") {
		n.DepthMM = v.DepthMM
	}
	if !given("area") {
		n.Area = v.Area
	}
	if !given("sensitive") {
		n.Sensitive = v.Sensitive
	}
	return n
}

func treatmentID(word string) (int64, error) {
	id, err := strconv.ParseInt(word, 10, 64)
	if err != nil || id < 1 {
		return 0, fault.Use("treat.no_number", fault.Args{"Word": shown(word), "Command": "afterglow treat list"})
	}
	return id, nil
}
