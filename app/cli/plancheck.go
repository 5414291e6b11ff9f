package cli

import (
	"errors"
	"path/filepath"

	"github.com/spf13/cobra"

	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/phrase"
	"afterglow/app/studio"
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
			answer := r.checked(p, problems, r.planNotes(r.figures(), p, text, problems))
			err = r.answer(answer, func() { r.printChecked(file, p, problems, r.planNotes(r.voice(), p, text, problems)) })
			if err == nil && !answer.OK {
				err = fault.New("planpage.bad", fault.Args{"File": file})
			}
			return err
		},
	}
}

// planNotes are what to know of a plan that can be used: what its own texts lead to, and the studio's warnings.
func (r *run) planNotes(v phrase.Voice, p guidance.Plan, text string, problems guidance.Problems) []phrase.PlanNote {
	notes := v.PlanNotes(p)
	d, err := studio.Open([]byte(text))
	if len(problems) > 0 || err != nil { // what is wrong is told
		return notes
	}
	now := r.now()
	trial := studio.Trial{
		At: course.On(course.DateOf(now, now.Location()), midMorning, now.Location()), Zone: now.Location(),
		Traits: guidance.Traits{Device: "pen", DepthMM: 0.5, Area: "face"},
	}
	return append(notes, v.DraftNotes(d, trial)...)
}

// midMorning is when the treatment ends by which a plan is looked at.
const midMorning guidance.Clock = 10 * 60

func (r *run) checked(p guidance.Plan, problems guidance.Problems, notes []phrase.PlanNote) checked {
	v := r.figures()
	answer := checked{OK: len(problems) == 0, ID: p.ID, Name: p.Name, Problems: []planProblem{}, Notes: []planNote{}}
	for _, q := range problems {
		answer.Problems = append(answer.Problems, planProblem{q.File, q.Line, v.What(q), v.Write(q)})
	}
	for _, n := range notes {
		answer.Notes = append(answer.Notes, planNote(n))
	}
	return answer
}

func (r *run) printChecked(file string, p guidance.Plan, problems guidance.Problems, notes []phrase.PlanNote) {
	v := r.voice()
	for _, line := range v.PlanProblems(problems) {
		r.print(line)
	}
	if len(problems) > 0 {
		return
	}
	r.print(v.PlanGood(file, p))
	for _, n := range notes {
		r.put("planpage.note", phrase.Args{"File": file, "Line": n.Line, "Note": n.Text})
	}
}
