package shape

import (
	"time"

	"afterglow/app/phrase"
	"afterglow/app/service"
)

// Line is one line of the log.
type Line struct {
	ID         int64      `json:"id"`
	At         time.Time  `json:"at"`
	Kind       string     `json:"kind"` // an entry's kind, or "shown", "letgo"
	What       string     `json:"what"`
	Occurrence string     `json:"occurrence"`
	Until      *time.Time `json:"until"`
	AmountML   int        `json:"amount_ml"`
	Title      string     `json:"title"`
	Reason     string     `json:"reason"`
	Undone     bool       `json:"undone"`
	Amount     string     `json:"amount"` // of a drink, in the person's unit ("1 glass", "300 ml"); else ""
	Notice     string     `json:"notice"` // what there is to say of an act that was just done; else ""
	Feel       *Feel      `json:"feel"`   // how the skin felt; else null
	Comes      *time.Time `json:"comes"`  // of a snooze that was just made: when the reminder will truly come; null if it will not
}

// OfLine is the shape of one line of the log.
func OfLine(v phrase.Voice, l service.LogView) Line {
	out := Line{
		ID: l.ID, At: l.At, Kind: l.Kind, What: l.What, Occurrence: l.Occurrence, Until: l.Until,
		Title: v.LogTitle(l), Reason: l.Reason, Undone: l.Undone, Amount: v.LogAmount(l), Notice: v.LogNotice(l), Feel: ofFeel(l.Feel), Comes: l.Comes,
	}
	if l.Drink != nil {
		out.AmountML = l.Drink.Drunk
	}
	return out
}

// OfLog is the shape of the log.
func OfLog(v phrase.Voice, all []service.LogView) []Line {
	return each(all, func(l service.LogView) Line { return OfLine(v, l) })
}
