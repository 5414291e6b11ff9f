// Package ask answers a question about the days after a treatment in the plan's own words. It understands what people
// type ("may I pick at it?", "hot yoga saturday morning") by the vocabulary (guidance/vocabulary.toml), finds what the
// plan says of that, and gives it as values; it never makes a sentence and never guesses. It is pure.
package ask

import (
	"time"

	"afterglow/app/course"
	"afterglow/guidance"
)

// Question is what a person asks.
type Question struct {
	Text string // as they typed it
	Time *Said  // the moment that it names; nil: none
}

// Longest is how many letters a question has at most.
const Longest = 400

// Said is a moment that stands in a question ("friday 20:00"), as package phrase read it.
type Said struct {
	At       time.Time
	From, To int // the bytes of Text that name it: they are no part of what is asked about
}

// Verdict is what the plan says of the thing that is asked about, whatever the grammar of the question.
type Verdict string

const (
	Yes     Verdict = "yes"     // a wait for it is over, or the plan allows it or asks for it
	NotYet  Verdict = "not_yet" // it waits, until a moment or until the person says that the skin is calm
	No      Verdict = "no"      // never, or not in this course
	Advice  Verdict = "advice"  // how to do it, or what the plan expects
	Call    Verdict = "call"    // it is on the list of reasons to call the clinic
	Silent  Verdict = "silent"  // in the field, and the plan does not say
	Unknown Verdict = "unknown" // not understood
)

// Kind is which part of a plan an answer is.
type Kind string

const (
	Window     Kind = "window"
	Routine    Kind = "routine"
	Care       Kind = "care"
	Phase      Kind = "phase"
	CallLine   Kind = "call"
	Spacing    Kind = "spacing"
	Ingredient Kind = "ingredient"
)

// Frame is how something is asked. It chooses which answer leads and never turns a verdict round.
type Frame string

const (
	MayI     Frame = "may"      // may I, can I, is it ok, should I avoid; also a bare word
	When     Frame = "when"     // when can I, how long before
	HowLong  Frame = "how_long" // for how long, until when
	Must     Frame = "must"     // do I have to, must I: no yes and no "no" answers it
	Normal   Frame = "normal"   // is it normal, should I worry
	Why      Frame = "why"
	How      Frame = "how"
	HowMany  Frame = "how_many"
	What     Frame = "what"
	Which    Frame = "which"
	NextStep Frame = "next" // what comes next
)

// Scene is what an answer rests on.
type Scene struct {
	Now     time.Time // the moment that is asked about, unless the question names one
	Zone    *time.Location
	Courses []course.Course // that run or lie ahead, the newest first; if there are none, the last one that is over
	Plan    guidance.Plan   // the plan in use; it answers alone if no course runs
	Book    *Book
}

// Reply is the answer to a question, as values.
type Reply struct {
	Question   string
	At         time.Time // the moment that it holds for
	AtSaid     bool      // the question itself names At
	Frame      Frame
	Understood bool
	Verdict    Verdict
	Topics     []Topic  // what it is about, in the order of the question
	Answers    []Answer // the first leads and gives the verdict; none if the plan is silent
	// Also is what the plan says of other things in the question, if it is silent on the one that counts: a yes to
	// the one is none to both.
	Also    []Answer
	Silent  []Topic // what the plan does not say anything of, among Topics
	Nearest []Topic // to pick from, if it was not understood
	// Told is what the person was told by their clinic, if the question says so; nil: it does not, or is one for the clinic.
	Told *Told
	// Next says that it asks what comes next and of nothing else: whoever reminds knows that.
	Next bool
	// Overview says that it asks of all that waits, or of all that is for before a treatment: Answers are all of it.
	Overview bool
	// Turned says that the question is put the other way round, of what has happened or of one sort of a thing ("should I skip
	// it", "did I ruin it", "any cream"): Verdict is about the thing still, but the word yes or no would be misread.
	Turned bool
	// Averse says that it asks whether something is to be left alone ("should I avoid it", "when do I stop it", "is it
	// forbidden"): Verdict is about the thing still, but "not yet" would be read as the opposite.
	Averse bool
	// Onward is the wait that goes on where that of the first answer ends, or that runs once one to come begins; nil: none.
	Onward *Answer
	// SilentAfter says that the first answer is a wait for the time before the treatment, and that of the time after it the
	// plan says nothing: the end of that wait allows nothing.
	SilentAfter bool
	// NoTreatment says that none was entered: what depends on one is answered with silence.
	NoTreatment bool
	// Elsewhere is a part of the body that was not treated although the question is about it ("legs"); "": none.
	Elsewhere string
}

// Topic is a thing that people ask about.
type Topic struct {
	ID   string
	Name string // "Hot yoga"
}

// Answer is one part of a plan that answers a question.
type Answer struct {
	Kind       Kind
	ID         string
	Name       string // the plan's: "Heat, pool"; of a call "" (Text says it)
	Topic      string // id of the topic that led to it
	Verdict    Verdict
	Text       string            // the plan's own words: the rule, the advice, how, what it expects, the call's line
	Why        string            // the plan's reason; may be empty
	After      string            // said when a wait is over ("Use clean brushes."); may be empty
	State      course.State      // of a window; "" for all else
	From       time.Time         // a window or routine that begins later, or a phase: when; else zero
	Until      time.Time         // until when the verdict holds by itself; zero: no end is known
	Then       string            // the step that follows or holds now ("SPF 30+, hat, shade"); "": none
	ThenUntil  time.Time         // zero: none, or without end
	End        guidance.Moment   // of a window that waits: how the plan says its end ("5 to 7 days"; none, the person's word, the last session)
	Usually    *guidance.Moment  // of one that the person's word ends: the sheet's guess; nil: none
	Condition  string            // what the person is asked then, in the sheet's words; "": whether their skin is calm
	Stops      guidance.Moment   // of a routine: how the plan says its end
	Done       time.Time         // of a routine: until when it is done; with Open nobody knows
	Open       bool              // of a window that waits, or a routine: no end is known
	Soft       bool              // of a window: the plan asks for less of it, not for none
	AndWhen    bool              // of a window that waits: the person's word is asked for too, when its time is up
	Excepts    []string          // of a window that waits: all that the plan leaves out of it
	Allowed    time.Time         // of a window that waits: since when, or from when, the plan allows it although it advises to wait; zero: not before its end
	Except     string            // the word by which the plan leaves it out of a window; "": it does not
	Beforehand bool              // of a window that waits: it ends with the treatment
	Only       bool              // of a window that waits: it is put as what alone is allowed, Excepts
	Over       time.Time         // of a window that is over, and has no step that follows: since when; zero: it is not
	Ungiven    bool              // of a window that is over: its end alone is no yes to what was asked
	Spent      bool              // of a window: it was for the time before its treatment alone
	Ended      time.Time         // of a routine: since when it is no longer done; of a window whose rule is told: since when it no longer holds; zero: it is, or has no end
	Repeats    *guidance.Routine // of a routine that is done, or will be: how often; nil: it is over
	Prescribed bool              // of a routine or advice: only if the clinic prescribed it
	Stays      bool              // of a window: it stays to be avoided until the step that follows is over too
	Own        *guidance.Own     // what the person wrote, where the figure is theirs; nil: it is the plan's
	Spacing    guidance.Spacing  // of the time to the next treatment: for a plan that has no words of its own for it
	Act        string            // of a call: "emergency", "today" or "clinic"
	Source     string            // id of who says so
	Line       int               // of the plan file
	Treatment  int64             // whose course; 0: the plan in use, without a course
}
