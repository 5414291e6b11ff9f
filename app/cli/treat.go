package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"afterglow/app/cli/shape"
	"afterglow/app/fault"
	"afterglow/app/service"
)

// largestFile is how much of a plan file is read, in bytes.
const largestFile = 1 << 20

// treatFlags are what `treat` and `treat change` share.
type treatFlags struct {
	at, device, depth, area, plan string
	sensitive                     bool
}

func (f *treatFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.at, "at", "", "")
	cmd.Flags().StringVar(&f.device, "device", "", "")
	cmd.Flags().StringVar(&f.depth, "depth", "", "")
	cmd.Flags().StringVar(&f.area, "area", "", "")
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
				if err := r.printTreatment(cmd, s, v.ID, "is looked after from now on", by); err != nil {
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
		r.line("")
		r.line("It is still to come: %s. Meant the past? Correct it with: afterglow treat change %d --at -2h", r.say(v.At, now), v.ID)
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
			r.line("")
			r.line("Another treatment (%s) is looked after too, and the longer waits win.", r.say(o.At, st.Now))
			if o.Area == "" || v.Area == "" || o.Area == v.Area { // two areas at one appointment are no slip
				r.line("Was this one a slip? Take it back with: afterglow treat remove %d", v.ID)
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
	n := service.NewTreatment{Device: f.device, Area: f.area, Sensitive: f.sensitive}
	var err error
	if cmd.Flags().Changed("at") && strings.TrimSpace(f.at) == "" {
		return n, wrong("--at names no time. Write when it ended, such as 15:30 or -2h, or leave --at out for now.")
	}
	if n.At, err = r.past(f.at); err != nil {
		return n, err
	}
	if f.depth != "" {
		text := strings.TrimSuffix(strings.TrimSpace(strings.ToLower(f.depth)), "mm")
		if n.DepthMM, err = strconv.ParseFloat(strings.Replace(strings.TrimSpace(text), ",", ".", 1), 64); err != nil {
			return n, wrong("%q is not a needle depth; write it in mm, such as 0.5", f.depth)
		}
	}
	file, err := planFile(f.plan)
	switch {
	case err != nil:
		return n, err
	case file:
		n.PlanName = filepath.Base(f.plan)
		n.PlanFile, err = r.readPlan(f.plan)
		if err == nil && n.PlanFile == "" {
			err = wrong("%s is empty; give a plan file, or a plan's id from: afterglow plan list", f.plan)
		}
		return n, err
	}
	n.PlanID = f.plan
	return n, nil
}

// planFile says whether a word means a plan file rather than a plan's id.
func planFile(word string) (bool, error) {
	if word == "" {
		return false, nil
	}
	info, err := os.Stat(word)
	switch {
	case err == nil && info.IsDir():
		return false, folder(word)
	case err == nil:
		return true, nil
	case word == "-" || strings.HasSuffix(strings.ToLower(word), ".toml") || strings.ContainsAny(word, `/\`):
		return true, nil
	}
	return false, nil
}

func folder(path string) error { return wrong("%s is a folder; give the plan file in it.", path) }

// readPlan reads a plan file, "-" from standard input.
func (r *run) readPlan(path string) (string, error) {
	from := r.in
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return "", folder(path)
	}
	if path != "-" {
		f, err := os.Open(path)
		if errors.Is(err, os.ErrNotExist) {
			return "", fmt.Errorf("there is no file %s; check its name", path)
		}
		if err != nil {
			return "", fmt.Errorf("cannot read the plan file: %w", err)
		}
		defer f.Close()
		from = f
	}
	text, err := io.ReadAll(io.LimitReader(from, largestFile+1))
	if err != nil {
		return "", fmt.Errorf("cannot read the plan file %s: %w", path, err)
	}
	if len(text) > largestFile {
		return "", wrong("%s is larger than 1 MiB; a plan file is a page or two of text.", path)
	}
	return string(text), nil
}

// printTreatment answers with a treatment and its key times.
// By is why it has its plan, where nobody named one, else "".
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
	if answer.Notice, err = s.SpacingNote(cmd.Context(), id); err != nil {
		return err
	}
	for _, v := range views {
		if v.ID == id {
			answer.Treatment = shape.OfTreatment(v)
		}
	}
	return r.answer(answer, func() {
		t, now := answer.Treatment, s.Now()
		r.line("Your treatment (%s) %s. Plan: %s.", r.say(t.At, now), what, t.PlanName)
		r.printPlanBy(id, by)
		if answer.Notice != "" {
			r.line("%s", answer.Notice)
		}
		if len(times) == 0 {
			r.line("Your plan's times have all passed.")
			return
		}
		r.line("")
		rows := [][]string{}
		for _, k := range times {
			away := "has passed"
			if k.At.After(now) {
				away = clockIn(k.At, now)
			}
			rows = append(rows, []string{r.say(k.At, now), k.Text, away, "says " + k.Says.Title})
		}
		r.table(rows)
		r.line("")
		r.line("Your clinic's advice comes first. If you are worried, call your clinic.")
		if sc.Prefs.Water && len(sc.Courses) < 2 { // with the first; a second need not hear it again
			r.line("Told to limit fluids? Turn water reminders off with: afterglow settings water off")
		}
	})
}

// printPlanBy says why a treatment has its plan, and how to give it another.
func (r *run) printPlanBy(id int64, by service.PlanBy) {
	why := ""
	switch by {
	case service.PlanChosen:
		why = "You chose that plan for new treatments."
	case service.PlanOfLast:
		why = "Your last treatment had that plan."
	case service.PlanStandard:
		why = "You named no plan, so it is the starter plan."
	default:
		return
	}
	r.line("%s Another one: afterglow treat change %d --plan ID or FILE (see: afterglow plan list).", why, id)
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
						r.line("No treatment is written down. Begin with: afterglow treat")
						return
					}
					rows := [][]string{}
					for _, v := range views {
						state := fmt.Sprintf("day %d", v.Day)
						if v.Over {
							state = "over"
						}
						rows = append(rows, []string{fmt.Sprintf("%d", v.ID), r.say(v.At, s.Now()), state, deviceWords(v), v.PlanName})
					}
					r.table(rows)
				})
			})
		},
	}
}

func deviceWords(v service.TreatmentView) string {
	var parts []string
	for _, p := range []string{v.Device, v.Area} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	if v.DepthMM > 0 {
		parts = append(parts, strconv.FormatFloat(v.DepthMM, 'f', -1, 64)+" mm")
	}
	return strings.Join(parts, ", ")
}

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
				views, err := s.Treatments(cmd.Context())
				if err != nil {
					return err
				}
				for _, v := range views {
					if v.ID == id {
						n = filled(cmd, n, v)
					}
				}
				if err := s.Change(cmd.Context(), id, n); err != nil {
					return err
				}
				return r.printTreatment(cmd, s, id, "is changed", "")
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
		return 0, wrong("%q is not a treatment's number; see them with: afterglow treat list", word)
	}
	return id, nil
}
