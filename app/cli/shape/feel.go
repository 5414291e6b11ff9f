package shape

import (
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
