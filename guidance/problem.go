package guidance

import (
	"fmt"
	"sort"
	"strings"
)

// mostProblems is how many problems are listed: enough to work through at
// once, few enough to read.
const mostProblems = 20

// Problem is one thing that is wrong with a plan file, and the way out.
type Problem struct {
	File  string
	Line  int    // from 1
	What  string // what is wrong
	Write string // what to write instead; empty only in the line that counts the rest
}

// Error writes "clinic.toml:14: what is wrong; write X".
func (p Problem) Error() string {
	line := fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.What)
	if p.Write == "" {
		return line
	}
	return line + "; write " + p.Write
}

// Problems is all that is wrong with a plan file, by line.
type Problems []Problem

// Error is one line for each problem.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// listed sorts by line and cuts a long list off with a count of the rest.
func (ps Problems) listed() Problems {
	sort.SliceStable(ps, func(i, j int) bool { return ps[i].Line < ps[j].Line })
	if len(ps) <= mostProblems {
		return ps
	}
	rest := len(ps) - mostProblems
	word := "problems"
	if rest == 1 {
		word = "problem"
	}
	last := ps[mostProblems-1]
	return append(ps[:mostProblems:mostProblems], Problem{File: last.File, Line: last.Line, What: fmt.Sprintf("and %d more %s after this", rest, word)})
}
