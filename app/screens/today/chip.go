package today

import (
	"afterglow/app/course"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// Chip is how a window's state is told: icon, word and tone together. room is the width there is for it.
func Chip(k *kit.Kit, w service.WindowView, room float32) (icon, word string, tone kit.Tone) {
	if word = k.V.WindowState(w); kit.PillWidth(word) > room {
		word = k.V.WindowStateBrief(w)
	}
	switch w.State {
	case course.Open:
		return kit.IconCheck, word, k.Sage()
	case course.Ask:
		return kit.IconAsk, word, k.Amber()
	case course.Then:
		return kit.IconShade, word, k.Water()
	case course.Never:
		return kit.IconClose, word, k.Amber()
	case course.Before:
		return kit.IconClock, word, k.Neutral()
	}
	return kit.IconClock, word, k.Amber()
}
