package caldav

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"path"
	"strings"

	"afterglow/app/fault"
)

// Entries are the entries of a calendar that an own choice keeps, by their file's name: others are not looked at. A
// calendar that is not there any more is ErrGone.
func (s *Server) Entries(ctx context.Context, calendar *url.URL, own func(file string) bool) ([]Entry, error) {
	found, err := s.properties(ctx, folder(calendar), "1", askEntries)
	if err != nil {
		return nil, err
	}
	if len(found.Responses) > mostEntries {
		return nil, fault.New("caldav.too_large", fault.Args{"Host": calendar.Host})
	}
	var all []Entry
	for _, r := range found.Responses {
		at := found.resolve(r.Href)
		if at == nil || r.find().Type.Collection != nil || !own(path.Base(at.Path)) {
			continue
		}
		if at, err = s.within(at); err != nil {
			return nil, err
		}
		all = append(all, Entry{Address: at, Tag: strings.TrimSpace(r.find().Tag)})
	}
	return all, nil
}

// Create writes an entry that is not there yet: one that is there is left, with ErrChanged. The tag that it has then is
// empty if the server does not tell it.
func (s *Server) Create(ctx context.Context, at *url.URL, ics []byte) (tag string, err error) {
	return s.put(ctx, at, "If-None-Match", "*", ics)
}

// Change writes an entry anew if it still has that tag, else ErrChanged.
func (s *Server) Change(ctx context.Context, at *url.URL, tag string, ics []byte) (string, error) {
	return s.put(ctx, at, "If-Match", tag, ics)
}

func (s *Server) put(ctx context.Context, at *url.URL, condition, tag string, ics []byte) (string, error) {
	header := map[string]string{"Content-Type": "text/calendar; charset=utf-8"}
	if tag != "" {
		header[condition] = tag
	}
	a, err := s.ask(ctx, request{http.MethodPut, at, header, ics})
	if err != nil {
		return "", err
	}
	tag = a.header.Get("ETag")
	if strings.HasPrefix(tag, "W/") { // a weak tag may stand for another content (RFC 9110, 8.8.1)
		return "", nil
	}
	return tag, nil
}

// Remove removes an entry if it still has that tag, else ErrChanged. One that is gone already is no error.
func (s *Server) Remove(ctx context.Context, at *url.URL, tag string) error {
	header := map[string]string{}
	if tag != "" {
		header["If-Match"] = tag
	}
	_, err := s.ask(ctx, request{http.MethodDelete, at, header, nil})
	if errors.Is(err, ErrGone) {
		return nil
	}
	return err
}
