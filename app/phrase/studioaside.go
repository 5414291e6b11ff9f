package phrase

import (
	"strconv"
	"strings"

	"afterglow/app/studio/row"
)

// StudioAside tells what a row said as one of another kind and does not say now, a line each: "How often: 3 times a day".
// Besides its fields these are its parts and keys of the plan file. No line: nothing.
func (v Voice) StudioAside(r row.Row, parts int, keys []string) (lines []string) {
	say := func(label, value string) {
		if value != "" {
			lines = append(lines, v.T("studio.aside_line", Args{"Label": v.T("studio." + label), "Value": Fit(value, longestSaid)}))
		}
	}
	things := func(list []string) string {
		if len(list) == 0 {
			return ""
		}
		return v.commas(list)
	}
	mark := func(label string, on bool) {
		if on {
			lines = append(lines, v.T("studio."+label))
		}
	}
	depth := func(label string, mm float64) {
		if mm > 0 {
			say(label, strconv.FormatFloat(mm, 'f', -1, 64))
		}
	}
	devices := make([]string, len(r.Device))
	for i, d := range r.Device {
		devices[i] = v.T("studio.device_" + d)
	}
	say("what", things(r.What))
	if len(r.What) == 0 {
		say("called", r.Name)
	}
	say("except", things(r.Except))
	say("begins", v.studioMoment(r.From))
	say("ends", v.studioMoment(r.Until))
	say("condition", r.Condition)
	say("usually", v.studioMoment(r.Usually))
	mark("and_calm", r.AndCalm)
	say("allowed", v.studioMoment(r.Allowed))
	say("then", r.Then)
	say("then_until", v.studioMoment(r.ThenUntil))
	say("then_avoid", things(r.ThenAvoid))
	say("never", things(r.Never))
	say("hours", r.Hours)
	say("situation", r.Situation)
	say("extend", v.studioMoment(r.Extend))
	say("say_after", r.After)
	say("say_why", r.Why)
	say("often", r.Often)
	say("for", v.studioMoment(r.For))
	say("useful", v.studioMoment(r.UsefulFor))
	say("say_ask", r.Ask)
	say("whom", things(devices))
	say("area", things(r.Area))
	depth("depth_over", r.DepthOver)
	depth("depth_upto", r.DepthUpTo)
	mark("sensitive", r.Sensitive)
	mark("prescribed", r.Prescribed)
	if r.Act != "" {
		say("act", v.T("studio.act_"+r.Act))
	}
	say("phone", r.Phone)
	say("sessions", r.Sessions)
	say("text", r.Text)
	say("says", r.Says)
	if parts > 0 {
		lines = append(lines, v.T("studio.aside_parts", Args{"Count": parts}))
	}
	if len(keys) > 0 {
		lines = append(lines, v.T("studio.aside_keys", Args{"Keys": strings.Join(keys, ", ")}))
	}
	return lines
}
