package caldav

import (
	"bytes"
	"context"
	"encoding/xml"
	"net/url"
	"strings"
	"unicode"

	"afterglow/app/fault"
)

// Calendars are those of a home, in the server's order.
func (s *Server) Calendars(ctx context.Context, home *url.URL) ([]Calendar, error) {
	found, err := s.properties(ctx, folder(home), "1", askCalendars)
	if err != nil {
		return nil, err
	}
	var all []Calendar
	for _, r := range found.Responses {
		p := r.find()
		at := found.resolve(r.Href)
		if p.Type.Calendar == nil || at == nil {
			continue
		}
		if at, err = s.within(at); err != nil {
			return nil, err
		}
		if len(all) == mostCalendars {
			break
		}
		all = append(all, Calendar{Address: folder(at), Name: plainName(p.Name), Takes: p.takesEvents() && p.writable()})
	}
	return all, nil
}

// plainName is a calendar's name as it can be shown anywhere: one line, not endless, and nothing that turns text around.
func plainName(name string) string {
	one := strings.Map(func(c rune) rune {
		switch {
		case unicode.IsSpace(c), unicode.IsControl(c):
			return ' '
		case unicode.Is(unicode.Bidi_Control, c):
			return -1
		}
		return c
	}, name)
	letters := []rune(strings.TrimSpace(one))
	return strings.TrimSpace(string(letters[:min(len(letters), longestName)]))
}

// takesEvents says whether a calendar holds events; one that does not say takes all (RFC 4791, 5.2.3).
func (p prop) takesEvents() bool {
	if len(p.Components.All) == 0 {
		return true
	}
	for _, c := range p.Components.All {
		if strings.EqualFold(c.Name, "VEVENT") {
			return true
		}
	}
	return false
}

// writable says whether this account may write; where the server tells no rights, it will say so when asked to.
func (p prop) writable() bool {
	if p.Rights == nil {
		return true
	}
	for _, right := range p.Rights.All {
		if right.All != nil || right.Write != nil || right.Bind != nil || right.Content != nil {
			return true
		}
	}
	return false
}

// MakeCalendar makes a calendar of that name in a home, and gives it. name is shown by every program that shows the
// calendar; slug is its folder, for machines.
func (s *Server) MakeCalendar(ctx context.Context, home *url.URL, slug, name string) (Calendar, error) {
	at := folder(home).JoinPath(slug)
	at = folder(at)
	var shown bytes.Buffer
	if err := xml.EscapeText(&shown, []byte(name)); err != nil {
		return Calendar{}, fault.Wrap(err, "caldav.foreign", fault.Args{"Host": home.Host})
	}
	_, err := s.ask(ctx, request{"MKCALENDAR", at, map[string]string{"Content-Type": "application/xml; charset=utf-8"}, []byte(`<?xml version="1.0" encoding="utf-8"?>
<C:mkcalendar xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><set><prop><displayname>` + shown.String() + `</displayname><C:supported-calendar-component-set><C:comp name="VEVENT"/></C:supported-calendar-component-set></prop></set></C:mkcalendar>`)})
	if err != nil {
		return Calendar{}, err
	}
	return Calendar{Address: at, Name: name, Takes: true}, nil
}

// folder is an address with a slash at its end, as one of a folder has: what lies in it is told from it.
func folder(at *url.URL) *url.URL {
	if strings.HasSuffix(at.Path, "/") {
		return at
	}
	with := *at
	with.Path += "/"
	if with.RawPath != "" {
		with.RawPath += "/"
	}
	return &with
}
