package phrase

import (
	"strconv"
	"strings"

	"afterglow/app/fault"
	"afterglow/guidance"
)

// longestValue is how many letters of what a plan file says are quoted in a problem.
const longestValue = 40

// PlanProblem is one problem of a plan file in a line: `clinic.toml:14: what is wrong; write what to write instead`.
func (v Voice) PlanProblem(p guidance.Problem) string {
	if p.Write == nil {
		return v.T("planproblem.line_alone", Args{"File": p.File, "Line": p.Line, "What": p.What})
	}
	return v.T("planproblem.line", Args{"File": p.File, "Line": p.Line, "What": p.What, "Write": p.Write})
}

// PlanProblems is a line for each problem.
func (v Voice) PlanProblems(all guidance.Problems) []string {
	lines := make([]string, len(all))
	for i, p := range all {
		lines[i] = v.PlanProblem(p)
	}
	return lines
}

// ProblemMessage is what to send to the clinic whose plan file has mistakes: a few words, and a line for each.
func (v Voice) ProblemMessage(file string, all guidance.Problems) string {
	lines := append([]string{v.T("planopen.message", Args{"File": file})}, v.PlanProblems(all)...)
	return strings.Join(append(lines, v.T("planopen.message_end")), "\n")
}

// FirstProblem is the first problem in a line, and how many more there are.
func (v Voice) FirstProblem(all guidance.Problems) string {
	switch len(all) {
	case 0:
		return ""
	case 1:
		return v.PlanProblem(all[0])
	}
	id := "planproblem.first"
	if v.window {
		id += forWindow
	}
	return v.T(id, Args{"Problem": v.PlanProblem(all[0]), "Count": len(all) - 1})
}

// What is wrong, without the file and the line; Write is what to write instead, "" in the line that counts the rest.
func (v Voice) What(p guidance.Problem) string { return v.fault(p.What) }

// Write is what to write instead of what is wrong.
func (v Voice) Write(p guidance.Problem) string { return v.fault(p.Write) }

func (v Voice) fault(f *fault.Fault) string {
	if f == nil {
		return ""
	}
	return v.Error(f)
}

// quote is what a plan file says, in quotes and short enough for a line.
func quote(s guidance.Quoted) string {
	if letters := []rune(string(s)); len(letters) > longestValue {
		s = guidance.Quoted(letters[:longestValue]) + "..."
	}
	return strconv.Quote(string(s))
}
