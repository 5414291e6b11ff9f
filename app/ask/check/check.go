// Package check holds what a label says against the plans that run: what waits, until when, and who says so. The plan's
// own list goes before its waits, and both go before what guidance/ingredients.toml says. It is pure, makes no
// sentence, and never says that a product suits anybody: of what no plan allows it says at most that it is known.
package check

import (
	"time"

	"afterglow/app/ask/label"
	"afterglow/app/course"
	"afterglow/guidance"
)

// Scene is what a check rests on.
type Scene struct {
	Now     time.Time
	Courses []course.Course // that run or lie ahead, the newest first
	Past    *course.Course  // the newest whose treatment has been, if none runs; nil: there was none
	Plan    guidance.Plan   // the plan in use; it answers alone if there was no treatment
}

// Verdict is what holds of an ingredient.
type Verdict string

const (
	Wait  Verdict = "wait"  // not now; until a moment, if one is known
	Avoid Verdict = "avoid" // the plan lists it to leave out, and names no end
	Soft  Verdict = "soft"  // worth knowing: neither a stop nor a yes
	Use   Verdict = "use"   // the plan allows it or names it for use; or it soothes, and the plan has begun with mild moisturisers
)

// Reason is why a verdict holds.
type Reason string

const (
	Runs      Reason = "runs"       // a wait of the plan, a window or one of its list, lasts until Until
	Calm      Reason = "calm"       // the wait's time is up, and the person has not said yet that the skin is calm
	Listed    Reason = "listed"     // the plan's list has it among what to leave out, without an end
	Allowed   Reason = "allowed"    // the plan's list allows it
	Named     Reason = "named"      // the plan's list names it for use
	NotBegun  Reason = "not_begun"  // the plan begins with such products at Until
	Ahead     Reason = "ahead"      // the plan's wait begins at From
	Over      Reason = "over"       // the plan's wait is over since Since
	Ended     Reason = "ended"      // the plan's list has it without an end, and the course is over
	Untreated Reason = "untreated"  // there was no treatment: the plan asks for the wait after one
	Ours      Reason = "ours"       // the plan is silent; by our own list it waits until Until
	OursOver  Reason = "ours_over"  // the plan is silent, and by our own list it waits no longer
	OursAhead Reason = "ours_ahead" // the plan is silent, and by our own list it waits from From on
	OursAny   Reason = "ours_any"   // the plan is silent, and there was no treatment
	LowDown   Reason = "low"        // an acid so far down the list that it may only set the acidity
	MayMean   Reason = "may_mean"   // the plan's words may mean it; the clinic knows
	MayBe     Reason = "may_be"     // it is not always there for what its kind does
	Soothes   Reason = "soothes"    // it is known to soothe, and the plan does not name it: Use once the plan begins with a moisturiser
	Known     Reason = "known"      // it is on our list, so that nobody takes it for what it is not
	Pinch     Reason = "pinch"      // too little of it to rub
	Unlisted  Reason = "not_listed" // it is not on our list, and the plan does not name it
)

// Finding is what holds of one ingredient of a label.
type Finding struct {
	Item    label.Item
	Name    string // as it is shown: "Retinol"
	Group   string // id of guidance.IngredientGroups
	Verdict Verdict
	Reason  Reason
	Until   time.Time // until when a wait lasts; zero: no end is known
	From    time.Time // of Ahead
	Since   time.Time // of Over and Ended
	Window  string    // name of the plan's wait; "": none
	Rule    string    // what that wait says, in the plan's words
	Why     string    // the plan's reason
	After   string    // of Over: what the plan says then
	Word    string    // the word of the plan's list that it goes by; "": none
	Kin     bool      // that word means another one of its kind, or the whole kind
	Note    string    // what our list says of it
	Told    string    // the plan's advice or routine that names it, where no wait and no list of the plan does
	Figure  string    // of Ours: what sources say ("5 to 7 days")
	// Spent says that the plan names it for the time before the treatment alone, and nothing since.
	Spent     bool
	Condition string           // of Calm: what the person is asked, in the sheet's words; "": whether their skin is calm
	Timed     bool             // of Calm: the wait had a time, which is up
	Span      *guidance.Moment // of Untreated: how long the plan's wait is
	// Source is who says so: a source of the treatment's plan, or, if Book, of the book of ingredients.
	Source    string
	Line      int // of the plan file; 0: not said
	Book      bool
	Treatment int64 // whose course; 0: the plan in use
}

// Report is what holds of a label.
type Report struct {
	Found   []Finding // the strictest first
	Noted   []Finding // known so that nobody takes them for what they are not
	Unknown []string  // as the label has them
	Treated bool      // a treatment was entered, and its plan answers
}

// Of holds a label against the plans.
func Of(sc Scene, list label.List) Report {
	ch := newChecker(sc)
	r := Report{Found: []Finding{}, Noted: []Finding{}, Unknown: []string{}, Treated: len(ch.plans) > 0 && ch.plans[0].course != nil}
	for _, item := range list.Items {
		f := ch.item(item)
		switch f.Reason {
		case Unlisted:
			r.Unknown = append(r.Unknown, item.Name)
		case Known, Pinch:
			r.Noted = append(r.Noted, f)
		default:
			r.Found = append(r.Found, f)
		}
	}
	inOrder(r.Found)
	return r
}
