package cli

import (
	"github.com/spf13/cobra"

	"afterglow/app/fault"
	"afterglow/app/phrase"
	"afterglow/app/service"
	"afterglow/guidance"
)

// planChange is one line of `plan diff --json`.
type planChange struct {
	Kind    string `json:"kind"`
	ID      string `json:"id"`
	Name    string `json:"name"`
	Field   string `json:"field"`
	Have    string `json:"have"`
	Offered string `json:"offered"`
}

func (r *run) planDiffCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "diff",
		Args: words(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if args[0] == "" {
				return fault.Use("command.plan.diff.needs", fault.Args{"Command": cmd.CommandPath()})
			}
			return r.with(cmd.Context(), func(s *service.Service) error {
				offered, _, err := r.plan(cmd, s, args[0])
				if err != nil {
					return err
				}
				have, err := r.planInHand(cmd, s)
				if err != nil {
					return err
				}
				changes := guidance.Diff(have, offered)
				guidance.ByInterest(changes)
				return r.answer(changesIn(r.figures(), changes), func() {
					r.printDiff(have, offered, changesIn(r.voice(), changes), args[0])
				})
			})
		},
	}
}

// changesIn are the changes in words.
func changesIn(v phrase.Voice, changes []guidance.Change) []planChange {
	out := []planChange{}
	for _, c := range changes {
		out = append(out, planChange{c.Kind, c.ID, v.EntryName(c.Kind, c.Name), c.Field, v.PlanValue(c.Have), v.PlanValue(c.Offered)})
	}
	return out
}

// planInHand is the plan that holds now as its file says it, so that it compares with a file.
func (r *run) planInHand(cmd *cobra.Command, s *service.Service) (guidance.Plan, error) {
	sc, err := s.Scene(cmd.Context(), s.Now())
	if err != nil {
		return guidance.Plan{}, err
	}
	if lead, ok := sc.Lead(); ok {
		return lead.Treatment.Plan, nil
	}
	return sc.Plan, nil
}

// printDiff prints the changes; name is what the offered plan was called by on the command line.
func (r *run) printDiff(have, offered guidance.Plan, changes []planChange, name string) {
	v, plans := r.voice(), phrase.Args{"Offered": offered.Name, "Have": have.Name}
	if len(changes) == 0 {
		r.put("planpage.same", plans)
		return
	}
	r.put("planpage.compared", plans)
	for i, c := range changes {
		if i == 0 || c.Kind != changes[i-1].Kind || c.ID != changes[i-1].ID {
			r.print("")
			r.put("planpage.entry", phrase.Args{"Name": c.Name, "Kind": v.EntryKind(c.Kind)})
		}
		r.print("  " + r.change(c))
	}
	r.print("")
	r.put("planpage.nothing_changed", phrase.Args{"Command": r.command("plan", "use", name)})
}

// change is one difference in a line. Fields are told by their keys in the plan file: people know the file by them.
func (r *run) change(c planChange) string {
	switch {
	case c.Field != "":
		return r.t("planpage.changed", phrase.Args{"Field": c.Field, "Have": r.orNothing(c.Have), "Offered": r.orNothing(c.Offered)})
	case c.Have == "":
		return r.t("planpage.new", phrase.Args{"Offered": c.Offered})
	}
	return r.t("planpage.gone", phrase.Args{"Have": c.Have})
}

func (r *run) orNothing(s string) string {
	if s == "" {
		return r.t("planpage.not_said")
	}
	return s
}
