package shape

import (
	"time"

	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/service"
)

// Feel is how the skin felt once, as the person noted it. What was not said is null or "".
type Feel struct {
	Skin      string `json:"skin"` // "red" (still red or peeling), "calm" or ""
	Redness   *int   `json:"redness"`
	Tightness *int   `json:"tightness"`
	Itch      *int   `json:"itch"`
	Soreness  *int   `json:"soreness"`
	Note      string `json:"note"`
	Replaces  int64  `json:"replaces"` // the entry in whose place it was written; 0: none
}

func ofFeel(f *service.FeelView) *Feel {
	if f == nil {
		return nil
	}
	return &Feel{string(f.Skin), level(f.Redness), level(f.Tightness), level(f.Itch), level(f.Soreness), f.Note, f.Replaces}
}

func level(l record.Level) *int {
	if !l.Said {
		return nil
	}
	return &l.N
}

// Call is a reason to call the clinic that what the person says of their skin is.
type Call struct {
	Text      string `json:"text"`
	Act       string `json:"act"` // "emergency", "today" or "clinic"
	Phone     string `json:"phone"`
	Treatment int64  `json:"treatment"`
	Says      Source `json:"says"`
}

func ofCalls(v phrase.Voice, all []service.CallView) []Call {
	return each(all, func(c service.CallView) Call {
		return Call{Text: c.Text, Act: c.Act, Phone: c.Phone, Treatment: c.Treatment, Says: ofSource(v, c.Says)}
	})
}

// Felt answers who noted how their skin feels: the line of the log, and what their plans say to it.
type Felt struct {
	Line
	Calls    []Call     `json:"calls"`     // of skin that is still red: what is on the list of reasons to call
	AskAgain *time.Time `json:"ask_again"` // until then nobody is asked whether their skin is calm; null if they are
}

// OfFelt is the shape of such an answer.
func OfFelt(v phrase.Voice, l service.LogView, st service.Status) Felt {
	return Felt{OfLine(v, l), ofCalls(v, st.IfRed), st.AskAgain}
}

// FeltOnce is how the skin felt last.
type FeltOnce struct {
	ID int64     `json:"id"` // of its entry
	At time.Time `json:"at"`
	Feel
}

func ofFelt(f *service.FeelView) *FeltOnce {
	if f == nil {
		return nil
	}
	return &FeltOnce{f.ID, f.At, *ofFeel(f)}
}
