package cli

import (
	"errors"
	"path/filepath"

	"github.com/spf13/cobra"

	"afterglow/app/fault"
	"afterglow/app/phrase"
	"afterglow/guidance"
)

// checked is what `plan check --json` answers.
type checked struct {
	OK       bool          `json:"ok"`
	ID       string        `json:"id"`
	Name     string        `json:"name"`
	Problems []planProblem `json:"problems"`
	Notes    []planNote    `json:"notes"`
}

type planProblem struct {
	File  string `json:"file"`
	Line  int    `json:"line"`
	What  string `json:"what"`
	Write string `json:"write"`
}

// planNote is said of a plan that can be used.
type planNote struct {
	Line int    `json:"line"`
	Text string `json:"text"`
}

func (r *run) planCheckCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "check",
		Args: words(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			text, err := r.readPlan(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			file := filepath.Base(args[0])
			p, err := guidance.Parse(file, []byte(text))
			problems, listed := errors.AsType[guidance.Problems](err)
			if err != nil && !listed {
				return err
			}
			answer := r.checked(p, problems)
			err = r.answer(answer, func() { r.printChecked(file, p, problems) })
			if err == nil && !answer.OK {
				err = fault.New("planpage.bad", fault.Args{"File": file})
			}
			return err
		},
	}
}

func (r *run) checked(p guidance.Plan, problems guidance.Problems) checked {
	v := r.figures()
	answer := checked{OK: len(problems) == 0, ID: p.ID, Name: p.Name, Problems: []planProblem{}, Notes: []planNote{}}
	for _, q := range problems {
		answer.Problems = append(answer.Problems, planProblem{q.File, q.Line, v.What(q), v.Write(q)})
	}
	for _, n := range v.PlanNotes(p) {
		answer.Notes = append(answer.Notes, planNote(n))
	}
	return answer
}

func (r *run) printChecked(file string, p guidance.Plan, problems guidance.Problems) {
	v := r.voice()
	for _, line := range v.PlanProblems(problems) {
		r.print(line)
	}
	if len(problems) > 0 {
		return
	}
	r.print(v.PlanGood(file, p))
	for _, n := range v.PlanNotes(p) {
		r.put("planpage.note", phrase.Args{"File": file, "Line": n.Line, "Note": n.Text})
	}
}
