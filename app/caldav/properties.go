package caldav

import (
	"bytes"
	"context"
	"encoding/xml"
	"net/url"
	"strings"

	"afterglow/app/fault"
)

// The questions that we ask, whole: each names the properties that its reader looks at.
const (
	askHome = `<?xml version="1.0" encoding="utf-8"?>
<propfind xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><prop><current-user-principal/><C:calendar-home-set/></prop></propfind>`
	askCalendars = `<?xml version="1.0" encoding="utf-8"?>
<propfind xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><prop><resourcetype/><displayname/><current-user-privilege-set/><C:supported-calendar-component-set/></prop></propfind>`
	askEntries = `<?xml version="1.0" encoding="utf-8"?>
<propfind xmlns="DAV:"><prop><resourcetype/><getetag/></prop></propfind>`
)

// multistatus is a server's answer about several things.
type multistatus struct {
	XMLName   xml.Name   `xml:"DAV: multistatus"`
	Responses []response `xml:"DAV: response"`
	at        *url.URL
}

type response struct {
	Href   string     `xml:"DAV: href"`
	Status string     `xml:"DAV: status"` // of all of it, if it has one
	Stats  []propstat `xml:"DAV: propstat"`
}

type propstat struct {
	Status string `xml:"DAV: status"`
	Prop   prop   `xml:"DAV: prop"`
}

type prop struct {
	Principal struct {
		Href string `xml:"DAV: href"`
	} `xml:"DAV: current-user-principal"`
	Home struct {
		Href string `xml:"DAV: href"`
	} `xml:"urn:ietf:params:xml:ns:caldav calendar-home-set"`
	Name string `xml:"DAV: displayname"`
	Type struct {
		Collection *struct{} `xml:"DAV: collection"`
		Calendar   *struct{} `xml:"urn:ietf:params:xml:ns:caldav calendar"`
	} `xml:"DAV: resourcetype"`
	Components struct {
		All []struct {
			Name string `xml:"name,attr"`
		} `xml:"urn:ietf:params:xml:ns:caldav comp"`
	} `xml:"urn:ietf:params:xml:ns:caldav supported-calendar-component-set"`
	Rights *struct {
		All []struct {
			All     *struct{} `xml:"DAV: all"`
			Write   *struct{} `xml:"DAV: write"`
			Content *struct{} `xml:"DAV: write-content"`
			Bind    *struct{} `xml:"DAV: bind"`
		} `xml:"DAV: privilege"`
	} `xml:"DAV: current-user-privilege-set"`
	Tag string `xml:"DAV: getetag"`
}

// find is what a response tells of those properties that the server has.
func (r response) find() prop {
	for _, s := range r.Stats {
		if s.Status == "" || strings.Contains(s.Status, " 200") {
			return s.Prop
		}
	}
	return prop{}
}

// resolve is an address within an answer; nil if it says none.
func (m *multistatus) resolve(href string) *url.URL {
	href = strings.TrimSpace(href)
	if href == "" || len(href) > longestAddress {
		return nil
	}
	u, err := m.at.Parse(href)
	if err != nil {
		return nil
	}
	return u
}

// properties asks an address for properties; depth "1" asks also for what lies in it.
func (s *Server) properties(ctx context.Context, at *url.URL, depth, question string) (*multistatus, error) {
	a, err := s.ask(ctx, request{"PROPFIND", at, map[string]string{
		"Depth": depth, "Content-Type": "application/xml; charset=utf-8",
	}, []byte(question)})
	if err != nil {
		return nil, err
	}
	if bytes.Count(a.body, []byte("<")) > mostTags || bytes.Count(a.body, []byte("=")) > mostTags { // tags, and their attributes
		return nil, fault.New("caldav.too_large", fault.Args{"Host": a.at.Host})
	}
	found := &multistatus{at: a.at}
	if err := xml.NewDecoder(bytes.NewReader(a.body)).Decode(found); err != nil {
		return nil, fault.Wrap(err, "caldav.foreign", fault.Args{"Host": a.at.Host}).Of(ErrForeign)
	}
	for _, r := range found.Responses { // some say so within an answer that says yes
		if strings.Contains(r.Status, " 404") && len(found.Responses) == 1 {
			return nil, fault.New("caldav.gone", fault.Args{"Host": a.at.Host, "Status": 404}).Of(ErrGone)
		}
	}
	return found, nil
}
