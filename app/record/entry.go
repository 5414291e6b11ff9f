// Package record is what happened, as values: what the person did, felt or noted
// (entries), and what was told (deliveries). It is pure.
package record

import (
	"strings"
	"time"
)

// Kind is what an entry records.
type Kind string

const (
	KindDone   Kind = "done"   // a routine was carried out; What is its id
	KindSkip   Kind = "skip"   // let one occurrence go; What is the routine's id
	KindSnooze Kind = "snooze" // remind of Occurrence again at Until
	KindPause  Kind = "pause"  // no reminders until Until
	KindResume Kind = "resume" // ends a pause
	KindCalm   Kind = "calm"   // the person said that the skin is calm; What is a window's id, "" for all
	KindExtend Kind = "extend" // the person extended window What by the plan's figure, then to Until
	KindTreat  Kind = "treat"  // a treatment was entered, changed or removed; for the log
	// KindTell asks to be told once when the wait for something is over: What are the ids of its windows, by comma,
	// Note is the name by which the person asked for it.
	KindTell Kind = "tell"
	// KindFeel is how the skin feels, see Feeling; What and Occurrence are of the check-in that it answers, if it does.
	KindFeel Kind = "feel"
	// KindOwn is a small change of the person's own to the plan of a treatment; What is the thing, Note the rest of it.
	KindOwn Kind = "own"
	// KindKeep says that the person saw the end of course Treatment and keeps their notes.
	KindKeep Kind = "keep"

	KindQuestion Kind = "question" // a question for the clinic was kept, answered, crossed off, opened again or removed
	KindProduct  Kind = "product"  // a product was put on the shelf, renamed or removed
)

// Entry is what the person did, felt or noted. Entries are never changed; undo marks them.
type Entry struct {
	ID         int64
	At         time.Time
	Kind       Kind
	What       string    // a routine's or window's id; of tell several, by comma
	Occurrence string    // the occurrence it answers ("cleanse/2026-11-22/2"); "" for none
	Until      time.Time // snooze, pause, extend
	AmountML   int       // water: how much
	Feeling    Feeling   // feel: what the person said; their own words are Note
	Replaces   int64     // feel, own: the entry in whose place it was written; 0: none
	Treatment  int64     // calm, extend, tell, treat, feel, keep, own: which course; 0: none in particular
	Note       string
	Undone     bool
}

// Answers says whether the entry settles the occurrence that it names: that was done, let go, or answered by a feeling.
func (e Entry) Answers() bool {
	return !e.Undone && e.Occurrence != "" && (e.Kind == KindDone || e.Kind == KindSkip || e.Kind == KindFeel)
}

// Did says whether a routine was carried out by it: it was ticked off, or a feeling answers its question.
func (e Entry) Did(routine string) bool {
	return !e.Undone && e.What == routine && (e.Kind == KindDone || e.Kind == KindFeel && e.Occurrence != "")
}

// Windows are the ids of the windows that a wish to be told is about.
func (e Entry) Windows() []string { return strings.Split(e.What, ",") }

// AboutWindows is What of a wish to be told that is about these windows.
func AboutWindows(ids []string) string { return strings.Join(ids, ",") }
