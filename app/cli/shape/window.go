package shape

import (
	"fmt"
	"time"

	"afterglow/app/course"
	"afterglow/app/phrase"
	"afterglow/app/service"
	"afterglow/guidance"
)

// Window is one window at one moment; of several courses, the strictest.
type Window struct {
	ID        string     `json:"id"`
	Name      string     `json:"name"`
	State     string     `json:"state"`
	From      time.Time  `json:"from"`
	Until     *time.Time `json:"until"` // null if no end is known
	End       string     `json:"end"`   // how it ends, in words; "" if a time alone says it
	Condition string     `json:"condition"`
	Soft      bool       `json:"soft"` // less of it, not none
	Except    []string   `json:"except"`
	Allowed   *time.Time `json:"allowed_from"`
	Avoid     string     `json:"avoid"`
	Why       string     `json:"why"`
	After     string     `json:"after"`
	Then      string     `json:"then"`
	ThenUntil *time.Time `json:"then_until"`
	AndWhen   string     `json:"and_when"`
	Onward    string     `json:"onward"` // the name of another wait of it that goes on after Until, which is then no yes; "" if none does
	Situation string     `json:"situation"`
	Own       string     `json:"own"` // what the person wrote of it, and what the plan says; "" where it is the plan's
	Hours     string     `json:"hours"`
	Source    string     `json:"source"`
	Says      Source     `json:"says"`
	Treatment int64      `json:"treatment"` // whose course is the strictest
	With      []int64    `json:"with"`      // other treatments whose wait is the same to the moment
	Share     float64    `json:"share"`     // 0 to 1: how much of the wait has passed
	ExtendBy  string     `json:"extend_by"` // what the plan offers while still red or peeling ("24h"); "" for nothing
	Extended  bool       `json:"extended"`
	// ExtendUntil is until when the wait would last with ExtendBy; null if it is not offered now.
	ExtendUntil *time.Time `json:"extend_until"`
}

func ofWindow(v phrase.Voice, w service.WindowView) Window {
	return Window{
		ID: w.ID, Name: w.Name, State: string(w.State), From: w.From, Until: known(w), End: v.WindowEnd(w), Condition: w.End.Condition, Soft: w.Soft, Except: each(w.Except, func(s string) string { return s }), Allowed: w.Allowed,
		Avoid: w.Avoid, Why: w.Why, After: w.After, Then: w.Then, ThenUntil: w.ThenUntil, AndWhen: w.AndWhen, Onward: w.Onward,
		Situation: w.Situation, Hours: hours(w.Hours), Source: w.Source, Says: ofSource(v, w.Says),
		Treatment: w.Treatment, With: each(w.With, func(id int64) int64 { return id }), Share: w.Share,
		Own: v.OwnOf(w), ExtendBy: spanText(w.Extend), Extended: w.Extended, ExtendUntil: w.ExtendUntil,
	}
}

// known is when a window ends; nil while nobody knows.
func known(w service.WindowView) *time.Time {
	if w.End.ByWord() && (w.State == course.Wait || w.State == course.Ask) {
		return nil
	}
	return instant(w.Until)
}

// Can answers "may I?".
type Can struct {
	Activity string     `json:"activity"`
	Name     string     `json:"name"`
	Allowed  bool       `json:"allowed"`
	State    string     `json:"state"`
	Until    *time.Time `json:"until"` // null if allowed without end
	Source   string     `json:"source"`
	Why      string     `json:"why"`
	Then     string     `json:"then"` // state "then": what it is allowed with ("SPF 30+, hat, shade"), else ""
	Says     Source     `json:"says"`
	// Treatment is what the treatment is called whose plan answers ("neck, day 0"); "" if only one is
	// looked after, or if no wait binds.
	Treatment string `json:"treatment"`
}

// OfCan is the shape of answers to "may I?".
func OfCan(v phrase.Voice, all []service.CanView) []Can {
	return each(all, func(c service.CanView) Can {
		return Can{
			Activity: c.Activity, Name: c.Name, Allowed: c.Allowed, State: string(c.State), Until: c.Until, Source: c.Source,
			Why: v.Why(c), Then: c.Then, Says: ofSource(v, c.Says), Treatment: v.SetBy(c.Setters),
		}
	})
}

// hours is a stretch of the day as a plan file writes it ("10:00-14:00"); "" for all day.
func hours(r *guidance.HourRange) string {
	if r == nil {
		return ""
	}
	return r.String()
}

// spanText is a span as a plan file writes it ("24h", "90m"), "" for none.
func spanText(d time.Duration) string {
	switch {
	case d == 0:
		return ""
	case d%time.Hour == 0:
		return fmt.Sprintf("%dh", d/time.Hour)
	default:
		return fmt.Sprintf("%dm", d/time.Minute)
	}
}
