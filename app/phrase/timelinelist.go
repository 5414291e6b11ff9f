package phrase

import (
	"afterglow/app/course"
	"afterglow/app/timeline"
)

// Row is a line of the timeline's list: "Makeup: not yet, until tomorrow 15:30."
func (v Voice) Row(r timeline.Row) string {
	args := Args{"Name": r.Name, "From": r.From, "Until": r.Until}
	kind := "timeline.row_" + string(r.Tone)
	switch r.Tone {
	case timeline.ToneWait:
		switch {
		case !r.Allowed.IsZero():
			kind, args["Allowed"] = "timeline.row_allowed", r.Allowed
		case r.Hours != nil:
			kind, args["Start"], args["End"] = "timeline.row_hours", r.Hours.From, r.Hours.To
		}
	case timeline.ToneThen:
		args["Then"] = Bare(r.Then)
	case timeline.ToneOpen:
		if !r.From.After(v.now) {
			kind = "timeline.row_open_since"
		}
	case timeline.ToneCare:
		args["Often"] = v.often(r.Often)
	}
	switch waits := r.Tone == timeline.ToneWait || r.Tone == timeline.ToneRest; {
	case r.Until.IsZero():
		kind += "_endless"
	case waits && !r.Until.After(v.now):
		kind = "timeline.row_" + string(r.Tone) + "_over"
	}
	return v.T(kind, args)
}

// Answer says in a few words what a window is at the moment that the line stands at: "Makeup: Sunday 15:30" for
// one that has to wait until then.
func (v Voice) Answer(w course.Window, st course.State) string {
	switch st {
	case course.Open:
		return v.T("timeline.answer_open", Args{"Name": w.Spec.Name})
	case course.Then:
		return v.T("timeline.answer_then", Args{"Name": w.Spec.Name, "Then": w.Spec.Then})
	case course.Ask:
		return v.T("timeline.answer_ask", Args{"Name": w.Spec.Name})
	case course.Before:
		return v.T("timeline.answer_before", Args{"Name": w.Spec.Name, "From": w.From})
	}
	return v.T("timeline.answer_wait", Args{"Name": w.Spec.Name, "Until": w.Until})
}
