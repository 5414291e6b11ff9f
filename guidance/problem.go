package guidance

import (
	"fmt"
	"sort"
	"strings"

	"afterglow/app/fault"
)

// mostProblems is how many problems are listed: enough to work through at
// once, few enough to read.
const mostProblems = 20

// Problem is one thing that is wrong with a plan file, and the way out. Package phrase words it.
type Problem struct {
	File  string
	Line  int          // from 1
	What  *fault.Fault // what is wrong
	Write *fault.Fault // what to write instead; nil only in the line that counts the rest
}

// Quoted is a text as a plan file has it, of any length: it is shown in quotes and cut short.
type Quoted string

// Error is for programmers and logs; people read what phrase makes of it.
func (p Problem) Error() string {
	line := fmt.Sprintf("%s:%d: %v", p.File, p.Line, p.What)
	if p.Write == nil {
		return line
	}
	return fmt.Sprintf("%s; %v", line, p.Write)
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
	last := ps[mostProblems-1]
	rest := fault.New("planproblem.more", fault.Args{"Count": len(ps) - mostProblems})
	return append(ps[:mostProblems:mostProblems], Problem{File: last.File, Line: last.Line, What: rest})
}

// said is a message with its places as name and value in turn.
func said(id string, places ...any) *fault.Fault {
	args := fault.Args{}
	for i := 0; i+1 < len(places); i += 2 {
		if name, ok := places[i].(string); ok {
			args[name] = places[i+1]
		}
	}
	return fault.New(id, args)
}

// code is a line of a plan file that can be copied as it is.
func code(line string) *fault.Fault { return said("planwrite.code", "Code", line) }
