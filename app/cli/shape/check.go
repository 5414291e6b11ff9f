package shape

import (
	"time"

	"afterglow/app/phrase"
	"afterglow/app/service"
)

// Check is a label held against the plan.
type Check struct {
	At      time.Time `json:"at"`
	Treated bool      `json:"treated"` // false: no treatment is entered, and nothing has an end
	Found   []Found   `json:"found"`
	Noted   []Noted   `json:"noted"`   // known so that nobody takes them for what they are not
	Unknown []string  `json:"unknown"` // not on our list, as the label has them
	Note    string    `json:"note"`    // what that means
}

// Found is one ingredient that the plan or our list speaks of.
type Found struct {
	Ingredient string     `json:"ingredient"` // as the label has it
	INCI       string     `json:"inci"`       // its name on our list; "" if only the plan knows it
	Group      string     `json:"group"`
	Verdict    string     `json:"verdict"` // "wait", "avoid", "soft", "use"
	Until      *time.Time `json:"until"`   // null: no end is known
	Text       string     `json:"text"`
	Reason     string     `json:"reason"`
	Amount     string     `json:"amount"` // "0.3%"; "" if the label does not say
	MayBe      bool       `json:"may_be"` // the label says "may contain"
	Guess      bool       `json:"guess"`  // the label misspells it
	By         string     `json:"by"`     // "plan" or "list": whose answer it is
	Says       Source     `json:"says"`
}

// Noted is one ingredient that is easily taken for another kind.
type Noted struct {
	Ingredient string `json:"ingredient"`
	INCI       string `json:"inci"`
	Group      string `json:"group"`
	Text       string `json:"text"`
}

// OfCheck is the shape of a checked label.
func OfCheck(v phrase.Voice, c service.CheckView) Check {
	return Check{
		At: c.At, Treated: c.Treated, Note: v.CheckNotOnList(),
		Found:   each(c.Found, func(f service.FindingView) Found { return ofFinding(v, f) }),
		Noted:   each(c.Noted, func(f service.FindingView) Noted { return Noted{f.Name, inci(f), f.Group, v.CheckText(f)} }),
		Unknown: each(c.Unknown, func(name string) string { return name }),
	}
}

func ofFinding(v phrase.Voice, f service.FindingView) Found {
	by := "plan"
	if f.Book {
		by = "list"
	}
	out := Found{
		Ingredient: f.Name, INCI: inci(f), Group: f.Group, Verdict: string(f.Verdict), Text: v.CheckText(f), Reason: string(f.Reason),
		Amount: f.Item.Percent, MayBe: f.Item.May, Guess: f.Item.Guess, By: by, Says: ofSource(v, f.Says),
	}
	if !f.Until.IsZero() && (f.Verdict == "wait" || f.Verdict == "avoid") {
		out.Until = &f.Until
	}
	return out
}

func inci(f service.FindingView) string {
	if f.Item.Known == nil {
		return ""
	}
	return f.Item.Known.INCI
}
