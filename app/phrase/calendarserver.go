package phrase

import (
	"afterglow/app/calserver"
)

// CalendarServer is how it stands with the person's calendar server, a line each. now and setup are what has it tried
// now and set up: a command to type, or the name of a button; setup is "" where that button stands beside the line.
func (v Voice) CalendarServer(s calserver.State, on bool, now, setup string) []string {
	if !on && setup == "" {
		return []string{v.T("sync.none")}
	}
	if !on {
		return []string{v.T("sync.off", Args{"Setup": setup})}
	}
	lines := []string{v.T("sync.on", Args{"Name": s.Setup.Name, "User": s.Setup.User, "Address": s.Setup.Address})}
	if s.Last.Done.IsZero() {
		lines = append(lines, v.T("sync.never"))
	} else {
		lines = append(lines, v.T("sync.entries", Args{"Count": len(s.Wrote), "At": v.Moment(s.Last.Done)}))
	}
	t := s.Last.Trouble
	if t == nil {
		return lines
	}
	why := Args{"At": v.Moment(s.Last.At), "Cause": v.Error(t.Fault()), "Now": now}
	if t.Offline {
		return append(lines, v.T("sync.offline", why))
	}
	return append(lines, v.T("sync.trouble", why))
}
