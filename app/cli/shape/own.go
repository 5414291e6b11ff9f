package shape

import (
	"afterglow/app/phrase"
	"afterglow/app/service"
)

// Own is a change that the person wrote to the plan of a treatment.
type Own struct {
	Entry     int64  `json:"entry"` // its line of the log: `undo` takes it back
	Treatment int64  `json:"treatment"`
	What      string `json:"what"`   // as they wrote it
	Name      string `json:"name"`   // of the plan's wait or routine that it changes, else the thing
	When      string `json:"when"`   // how long or how often, in words
	Plan      string `json:"plan"`   // what the plan itself says, in words
	Note      string `json:"note"`   // who told them
	Milder    bool   `json:"milder"` // it is less than the plan asks for
}

// OfOwns is the shape of all of them.
func OfOwns(v phrase.Voice, all []service.OwnView) []Own {
	return each(all, func(o service.OwnView) Own {
		return Own{Entry: o.Entry, Treatment: o.Treatment, What: o.What, Name: o.Name, When: v.OwnWhen(o.Own), Plan: v.OwnPlan(o.Own), Note: o.Own.Note, Milder: o.Milder}
	})
}
