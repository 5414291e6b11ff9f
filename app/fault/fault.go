// Package fault is how the rooms below the faces say what is wrong: as a value, an id with named
// fields, never as a sentence. Package phrase puts it into words: the id is a message of the catalog.
package fault

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Args are the named fields of a fault, and of a message: names, numbers, instants (time.Time), lengths
// (time.Duration), lists ([]string), and further messages (Text).
type Args map[string]any

// Text stands in Args for another message of the catalog, by its id.
type Text string

// ErrUse is the kind of a request that cannot be meant: an unknown word, a value out of bounds. What is
// not of this kind could not be done although it was meant well.
var ErrUse = errors.New("wrong use")

// Fault is something that went wrong or was refused.
type Fault struct {
	ID    string // of the message that tells it
	Args  Args
	Kind  error // what callers tell apart with errors.Is; nil: nothing in particular
	Cause error // what stands behind it; nil: nothing
}

// New is a fault that nothing stands behind.
func New(id string, args Args) *Fault { return &Fault{ID: id, Args: args} }

// Use is a request that cannot be meant.
func Use(id string, args Args) *Fault { return &Fault{ID: id, Args: args, Kind: ErrUse} }

// Wrap is a fault with what stands behind it.
func Wrap(cause error, id string, args Args) *Fault { return &Fault{ID: id, Args: args, Cause: cause} }

// Of is the fault with a kind.
func (f *Fault) Of(kind error) *Fault {
	g := *f
	g.Kind = kind
	return &g
}

// Error is for programmers and logs: the id and its fields. People read what phrase makes of it.
func (f *Fault) Error() string {
	var b strings.Builder
	b.WriteString(f.ID)
	for _, name := range slices.Sorted(maps.Keys(f.Args)) {
		fmt.Fprintf(&b, " %s=%v", name, f.Args[name])
	}
	if f.Cause != nil {
		b.WriteString(": " + f.Cause.Error())
	}
	return b.String()
}

// Unwrap makes kind and cause visible to errors.Is and errors.As.
func (f *Fault) Unwrap() []error {
	var all []error
	if f.Kind != nil {
		all = append(all, f.Kind)
	}
	if f.Cause != nil {
		all = append(all, f.Cause)
	}
	return all
}

// IsUse says whether err is a request that cannot be meant rather than something that failed.
func IsUse(err error) bool { return errors.Is(err, ErrUse) }
