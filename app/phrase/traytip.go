package phrase

import "afterglow/app/service"

// tipLetters is the longest tooltip that every system shows: Windows cuts at 128 UTF-16 units, of which one ends
// the text.
const tipLetters = 127

// Sign is what the tray's icon shows, which the tooltip explains: no colour tells it, and nobody learns shapes by heart.
type Sign string

const (
	SignThin Sign = "thin" // a thin ring: no treatment
	SignRing Sign = "ring" // a ring that fills with the course
	SignDot  Sign = "dot"  // a dot within: something is due
	SignGap  Sign = "gap"  // a gap at the top: a wait has just ended
	SignBars Sign = "bars" // two bars: no reminders now
)

// TrayTip is the tooltip: the line, what is due or next, and what the icon's shape means, as far as there is room.
func (v Voice) TrayTip(s service.Status, sign Sign) string {
	tips := []string{v.T("tray.tip_nothing")}
	if s.Treatment == nil && len(s.Lasting) > 0 {
		tips = []string{v.TrayLine(s)}
	} else if s.Treatment != nil {
		line := v.TrayLine(s)
		tips = append(v.trayTips(s, line), line)
	}
	shape := v.signed(s, sign)
	for _, tip := range tips {
		if whole := v.T("tray.tip_shape", Args{"Tip": tip, "Shape": shape}); letters(whole) <= tipLetters {
			return whole
		}
		if letters(tip) <= tipLetters {
			return tip
		}
	}
	return tips[len(tips)-1]
}

// signed is what a shape means. Of the ring it is how many of the waits are over, if the plan has any.
func (v Voice) signed(s service.Status, sign Sign) string {
	if sign != SignRing {
		return v.T("tray.shape_" + string(sign))
	}
	open, steps := 0, s.Ring().Steps
	for _, o := range steps {
		if o {
			open++
		}
	}
	if len(steps) == 0 {
		return v.T("tray.shape_days")
	}
	return v.T("tray.shape_ring", Args{"Open": open, "All": len(steps)})
}

// trayTips are the tooltips with what is due or next, the fullest first.
func (v Voice) trayTips(s service.Status, line string) []string {
	args := Args{"Status": line}
	switch {
	case s.Paused != nil:
		return nil
	case len(s.Due) > 1:
		args["What"], args["Count"] = v.NoticeTitle(s.Due[0].News), len(s.Due)-1
		return []string{v.T("tray.tip_due_more", args)}
	case len(s.Due) == 1:
		args["What"] = v.NoticeTitle(s.Due[0].News)
		tips := []string{v.T("tray.tip_due", args)}
		if n := notYetOf(s, s.Due[0].What); n != nil {
			tips = append([]string{v.T("tray.tip_due_not_yet", args, Args{"Areas": n.Areas, "From": n.From})}, tips...)
		}
		return tips
	case s.Next != nil:
		// Which skin has to wait is known for now, not for then.
		args["What"], args["At"] = v.NoticeTitle(s.Next.News), s.Next.At
		return []string{v.T("tray.tip_next", args)}
	}
	return nil
}
