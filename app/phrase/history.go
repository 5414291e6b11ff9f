package phrase

import (
	"time"

	"afterglow/app/record"
	"afterglow/app/service"
)

// HistoryDay is the heading of a day of the history: "Today, Saturday 21 November".
func (v Voice) HistoryDay(at time.Time) string {
	switch v.days(at) {
	case 0:
		return v.T("history.today", Args{"Date": v.WeekdayDate(at)})
	case -1:
		return v.T("history.yesterday", Args{"Date": v.WeekdayDate(at)})
	}
	return v.WeekdayDate(at)
}

// HistoryMoment tells a line from others that say the same, for who hears it read out: when it was, and its number in
// the log, as two can be of one minute.
func (v Voice) HistoryMoment(l service.HistoryLine) string {
	return v.T("history.moment", Args{"At": l.At, "Number": int(l.ID)})
}

// HistoryRow is what a row of the history says, and what else there is to it; "" for nothing.
func (v Voice) HistoryRow(r service.HistoryRow) (what, more string) {
	switch r.Several {
	case "":
		return v.HistoryLine(r.Lines[0])
	case "drinks":
		return v.T("history.drunk", Args{"Amount": v.Drink(*r.Drunk)}), ""
	}
	return v.T("history.several_"+r.Several, Args{"Count": len(r.Lines)}), ""
}

// HistoryLine is what one line of the history says, and what else there is to it; "" for nothing.
func (v Voice) HistoryLine(l service.HistoryLine) (what, more string) {
	what, more = v.historyLine(l)
	switch {
	case !l.Undone:
	case len(l.Later) > 0:
		more = v.T("history.changed_later", Args{"More": more})
	case more == "":
		more = v.T("history.taken_back")
	default:
		more = v.T("history.taken_back_more", Args{"More": more})
	}
	return what, more
}

func (v Voice) historyLine(l service.HistoryLine) (what, more string) {
	name := Args{"Name": Capital(l.Name)}
	switch kind := record.Kind(l.Kind); kind {
	case record.KindDone:
		if l.Drink != nil {
			return v.T("history.drunk", Args{"Amount": v.Drink(*l.Drink)}), ""
		}
		return Capital(l.Name), ""
	case record.KindCalm:
		if l.What == "" {
			return v.T("history.calm"), ""
		}
		return v.T("history.calm_for", name), ""
	case record.KindSnooze, record.KindExtend, record.KindPause:
		if l.Until != nil {
			more = v.LogMore(l.LogView, "")
		}
		return v.T("history."+l.Kind, name), more
	case record.KindTell:
		return v.T("history.tell", Args{"Name": l.Title}), ""
	case record.KindTreat:
		return v.T("history.treat_" + l.Reason), v.historyTreat(*l.Treat)
	case record.KindQuestion, record.KindProduct:
		return v.T("history." + l.Kind + "_" + l.Reason), v.LogTitle(l.LogView)
	case record.KindOwn:
		return v.T("history.own", Args{"Name": v.LogWhat(l.LogView, l.What)}), v.LogTitle(l.LogView)
	case record.KindFeel:
		return v.T("history.feel"), v.LogTitle(l.LogView)
	case record.KindKeep:
		if len(l.Lasting) > 0 {
			more = Paragraph(append([]string{v.T("history.goes_on")}, v.GoesOn(l.Lasting)...)...)
		}
		return v.T("history."+l.Kind, name), more
	case record.KindSkip, record.KindResume:
		return v.T("history."+l.Kind, name), ""
	}
	title := v.LogTitle(l.LogView)
	if title == "" {
		title = Capital(l.Name)
	}
	return v.T("history."+l.Kind, Args{"Title": title}), v.closedFor(l.Reason)
}

// historyTreat says which treatment a line is of, or what was changed of it.
func (v Voice) historyTreat(c service.TreatChange) string {
	if c.Is == nil {
		return ""
	}
	if c.Was != nil {
		if parts := v.treatParts(*c.Was, *c.Is); len(parts) > 0 {
			return v.commas(parts)
		}
	}
	return v.treatState(*c.Is)
}
