package record

import "time"

// Skin is the person's answer to whether their skin is still red or peeling.
type Skin string

// The answers.
const (
	SkinUnsaid Skin = ""
	SkinCalm   Skin = "calm"
	SkinRed    Skin = "red" // still red or peeling
)

// MostFelt is the strongest that can be felt; the weakest is 0.
const MostFelt = 10

// Level is how strongly something is felt, 0 to MostFelt. The zero Level was not said.
type Level struct {
	Said bool
	N    int
}

// Felt is the level n.
func Felt(n int) Level { return Level{Said: true, N: n} }

// Feeling is how the skin feels, as the person says it. Nothing is made of its figures.
type Feeling struct {
	Skin      Skin
	Redness   Level // or a change of colour
	Tightness Level
	Itch      Level
	Soreness  Level
}

// Levels are its levels, in the order in which they are asked for.
func (f Feeling) Levels() [4]Level { return [4]Level{f.Redness, f.Tightness, f.Itch, f.Soreness} }

// SaysCalm says whether the person tells by the entry that their skin is calm, so that a wait which asks for that is over.
// Of what was said by "calm" it is for one window, or for all; of a feeling it is always for all.
func (e Entry) SaysCalm(window string) bool {
	switch {
	case e.Undone:
		return false
	case e.Kind == KindFeel:
		return e.Feeling.Skin == SkinCalm
	}
	return e.Kind == KindCalm && (e.What == "" || e.What == window)
}

// StillRed is the last moment until now at which the person said that their skin is still red or peeling, if they have not
// called it calm since; zero if there is none. Of what was said of one moment the entry written last counts.
func StillRed(entries []Entry, now time.Time) time.Time {
	var last *Entry
	for i := range entries {
		e := &entries[i]
		if e.Undone || e.At.After(now) || !e.saysSkin() {
			continue
		}
		if last == nil || e.At.After(last.At) || e.At.Equal(last.At) && e.ID >= last.ID {
			last = e
		}
	}
	if last == nil || last.Feeling.Skin != SkinRed {
		return time.Time{}
	}
	return last.At
}

// saysSkin says whether the person calls their skin red or calm by the entry.
func (e *Entry) saysSkin() bool {
	return e.Kind == KindCalm || e.Kind == KindFeel && e.Feeling.Skin != SkinUnsaid
}
