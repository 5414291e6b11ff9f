package phrase

import "afterglow/app/timeline"

// Row is a line of the timeline's list: "Makeup: not yet, until tomorrow 15:30."
func (v Voice) Row(r timeline.Row) string {
	args := Args{"Name": r.Name, "From": r.From, "Until": r.Until}
	kind := "timeline.row_" + string(r.Tone)
	switch r.Tone {
	case timeline.ToneWait:
		switch {
		case r.Soft && r.Unnamed:
			return v.T("timeline.row_less_no_end", args)
		case r.Unnamed && r.Hours == nil:
			return v.T("timeline.row_no_end", args)
		case r.Soft && (r.Until.IsZero() || r.Until.After(v.now)):
			kind = "timeline.row_less"
		case !r.Allowed.IsZero():
			kind, args["Allowed"] = "timeline.row_allowed", r.Allowed
		case r.Hours != nil:
			kind, args["Start"], args["End"] = "timeline.row_hours", r.Hours.From, r.Hours.To
		}
	case timeline.ToneAsk:
		if r.Condition != "" {
			return v.T("timeline.row_condition", args, Args{"Condition": v.Condition(r.Condition)})
		}
	case timeline.ToneNever:
		return v.T("timeline.row_never", args)
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
	case r.Until.IsZero(), waits && r.Asks && r.Until.After(v.now):
		kind += "_endless"
	case waits && !r.Until.After(v.now):
		kind = "timeline.row_" + string(r.Tone) + "_over"
	}
	return v.T(kind, args)
}
