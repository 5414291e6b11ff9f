// Package paste is the page on which the text of a clinic's leaflet becomes the rows of a plan: the text is pasted, typed
// or read from a file, each of its sentences stands beside the rows that were read from it, and the person takes or drops
// them. Nothing is taken that the person did not take.
package paste

import (
	"afterglow/app/leaflet"
	"afterglow/app/studio/row"
)

// answer is what the person says of a proposed row.
type answer int

const (
	open answer = iota // not answered yet
	taken
	dropped
)

// State is the text and what was answered so far. It outlives the page, which is made anew in another theme and when the
// person comes back to it.
type State struct {
	Text string // as it stands in the field

	read    *leaflet.Draft // nil: no text was read yet
	from    string         // the file that it is from; "": it was typed or pasted
	blocks  []block        // the text in its order
	answers []answer       // of each proposal
	changed []*row.Row     // of each proposal: as the person changed it; nil: as it was read
	seen    []bool         // of each part that is in no row: the person knows that it is left out
	part    int            // which of the parts of a long text is on show
	chosen  choice
}

// choice is what is marked in the text.
type choice struct {
	kind kind
	n    int // which of its kind
}

type kind int

const (
	nothing  kind = iota
	proposal      // its sentence, and the headings that it stands on
	left          // a part that is in no row
)

// take is the answer to read a text: all is open.
func (s *State) take(d leaflet.Draft, from string) {
	*s = State{Text: s.Text, read: &d, from: from, blocks: blocksOf(d), answers: make([]answer, len(d.Proposals)), changed: make([]*row.Row, len(d.Proposals)), seen: make([]bool, len(d.Left))}
}

// again forgets what was read and keeps what was typed.
func (s *State) again() { *s = State{Text: s.Text} }

// rows are the rows that were taken, in the order of the text.
func (s *State) rows() []row.Row {
	var list []row.Row
	for i, a := range s.answers {
		if a == taken {
			list = append(list, s.proposal(i).Row.Clone())
		}
	}
	return list
}

// proposal is a proposal as it stands now. What the person wrote themselves leaves nothing in doubt.
func (s *State) proposal(n int) leaflet.Proposal {
	p := s.read.Proposals[n]
	if r := s.changed[n]; r != nil {
		p.Row, p.Doubts = *r, nil
	}
	return p
}

// counts are how many rows were taken, how many are not answered, and how many parts in no row were not seen.
func (s *State) counts() (took, unanswered, unseen int) {
	for _, a := range s.answers {
		switch a {
		case taken:
			took++
		case open:
			unanswered++
		}
	}
	for _, known := range s.seen {
		if !known {
			unseen++
		}
	}
	return took, unanswered, unseen
}

// answered says whether there is an answer that could get lost.
func (s *State) answered() bool {
	took, unanswered, unseen := s.counts()
	return took > 0 || unanswered < len(s.answers) || unseen < len(s.seen)
}
