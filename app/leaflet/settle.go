package leaflet

import (
	"slices"

	"afterglow/app/studio/row"
)

// settled is what some times say of a row.
type settled struct {
	from, until, usually, often string
	condition                   Span // its words; none: From is To
	andCalm, set                bool // set: it says from or until when
	firstDay                    bool // it begins with day 1
	doubts                      []Doubt
}

// settle says what times mean for a row of a rule. What does not fit together, or with the rule, is doubted and leaves
// the row without a time.
func settle(rule row.Rule, times []timex, list []token, heading, beforeIt bool) settled {
	var s settled
	clash := false
	doubt := func(t timex) {
		s.doubts = append(s.doubts, Doubt{AFigure, spanOf(list[t.from:t.to])})
		clash = true
	}
	for i, t := range times {
		if i > 0 && t.kind == plainTime && t.length.hours() > 0 && t.length.hours() == times[i-1].length.hours() {
			continue // "three days (72 hours)"
		}
		if t.kind == often {
			if s.often != "" && s.often != t.end {
				doubt(t)
				continue
			}
			if rule != row.Do {
				s.doubts = append(s.doubts, Doubt{AFigure, spanOf(list[t.from:t.to])})
				continue
			}
			s.often = t.end
			continue
		}
		if t.minutes && rule == row.Do { // its own words say how long it takes, or how much it is
			continue
		}
		if t.kind == unsure {
			doubt(t)
			continue
		}
		from, until, ok := t.means(rule, heading, beforeIt)
		switch {
		case !ok:
			doubt(t)
			continue
		case t.kind == noEnd:
			s.set = true
			continue
		case t.kind == calm && s.until != "" && follows(list, t.from, "and"):
			s.andCalm = true
		case t.kind == calm && s.until != "" && s.until != "calm" && (follows(list, t.from, "or") || follows(list, t.from-1, "or")):
			s.usually, s.until = s.until, "calm"
		case s.from == "calm" && t.length.unit != "" && t.kind != before && guessed(list, t.from): // "once healed, normally after 7 days"
			s.usually = t.length.text("")
			continue
		case until != "" && s.until == "calm" && (t.kind == lasting || t.kind == plainTime) && s.usually == "":
			s.usually = until // "until healed, usually 5 days"
			continue
		case until != "" && s.until != "" && s.until != until, from != "" && s.from != "" && s.from != from:
			doubt(t)
			continue
		default:
			if from != "" {
				s.from = from
			}
			if until != "" {
				s.until = until
			}
		}
		if t.text.From < t.text.To {
			s.condition = t.text
		}
		if t.countsDays {
			s.doubts = append(s.doubts, Doubt{ADayCount, spanOf(list[t.from:t.to])})
		}
		s.firstDay = s.firstDay || t.firstDay && from == "" && (t.kind == stretch || t.kind == begins)
		s.set = true
	}
	if until := slices.IndexFunc(times, func(t timex) bool { return t.kind == lasting || t.kind == plainTime }); until >= 0 && s.from != "" && s.until != "" && s.from[0] != '-' && rule != row.Expect {
		// "after 24 hours wash it for 3 days": 3 days from when?
		s.until = ""
		s.doubts = append(s.doubts, Doubt{AFigure, spanOf(list[times[until].from:times[until].to])})
	}
	if clash {
		s.from, s.until, s.usually, s.condition, s.andCalm, s.set = "", "", "", Span{}, false, false
		s.often = "" // it may be so often for that time alone
	}
	return s
}

// guessed says whether a time is what something usually takes.
func guessed(list []token, i int) bool {
	return i > 0 && (list[i-1].kind == open || slices.Contains([]string{"normally", "usually", "typically", "mostly", "generally", "often", "approximately", "about", "takes"}, list[i-1].text))
}

// toNext is the same of the next treatment: what counts back from the treatment does so from that one.
func (s settled) toNext() settled {
	if s.from != "" && s.from[0] == '-' {
		s.from = "next" + s.from
	}
	if s.until == "0h" {
		s.until = "next"
	}
	return s
}

// means is what one time says of a row of a rule; false if that is not sure.
func (t timex) means(rule row.Rule, heading, beforeIt bool) (from, until string, ok bool) {
	ban := rule == row.Avoid || rule == row.Less || rule == row.Only
	if beforeIt && !t.after && t.length.unit != "" && t.length.unit != "night" && (t.kind == lasting || t.kind == plainTime || t.kind == before) && rule != row.May {
		return t.length.text("-"), "0h", true
	}
	if beforeIt && t.after && t.kind != around {
		return "", "", false
	}
	if beforeIt && t.kind != before && t.kind != beforeNext && t.kind != beforehand && t.kind != around && t.kind != noEnd {
		return "", "", false
	}
	switch t.kind {
	case noEnd:
		return "", "", true
	case before, around:
		return t.start, t.end, rule == row.Do && t.kind == before || ban
	case beforeNext:
		return t.start, t.end, rule == row.Do || ban
	case beforehand:
		return "", "0h", rule == row.Do || ban
	case lasting:
		if rule == row.May {
			return "", "", heading
		}
		return "", t.end, true
	case plainTime, afterwards:
		switch {
		case rule == row.May && t.length.unit != "night":
			return t.length.text(""), "", true
		case rule == row.Do && !t.minutes:
			return "", "", false
		}
		return "", t.end, ban || rule == row.Expect && t.kind == plainTime
	case later:
		return t.start, "", rule == row.May || rule == row.Do || rule == row.Expect
	case within:
		switch rule {
		case row.May:
			return t.length.text(""), "", true
		case row.Expect:
			return "", t.end, true
		}
		return "", "", false
	case upTo:
		return "", t.end, rule != row.May
	case begins:
		return t.start, "", true
	case stretch:
		if rule == row.May {
			return t.start, "", heading
		}
		return t.start, t.end, true
	case onMoment:
		return t.start, "", rule == row.May || rule == row.Do
	case evening:
		switch {
		case ban:
			return "", "morning 1", true
		case rule == row.Do:
			return "bedtime 0", "morning 1", true
		}
		return "", "", false
	case thatDay:
		return "", "end of day 0", ban || rule == row.Do
	case calm:
		return "", "calm", rule != row.May && rule != row.Expect
	case whenCalm:
		return "calm", "", rule == row.May
	}
	return "", "", false
}
