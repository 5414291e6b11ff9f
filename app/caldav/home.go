package caldav

import (
	"context"
	"errors"
	"net"
	"net/url"
	"strconv"
	"strings"
)

// Home is where the account's calendars lie. It is asked of the address that the person wrote, of the one that every
// server of calendars knows (RFC 6764), and of the server that the domain names in its DNS.
func (s *Server) Home(ctx context.Context) (*url.URL, error) {
	var first error
	for _, start := range starts(s.account.Address) {
		home, err := s.homeFrom(ctx, start)
		if err == nil {
			return home, nil
		}
		if !isForeign(err) && !errors.Is(err, ErrOffline) {
			return nil, err // it answers, and says no: another door would say the same
		}
		if first == nil {
			first = err
		}
	}
	named := s.named(ctx)
	if named == nil {
		return nil, first
	}
	return s.homeFrom(ctx, named)
}

// starts are the addresses to ask, in their order.
func starts(typed *url.URL) []*url.URL {
	known := *typed
	known.Path, known.RawPath = "/.well-known/caldav", ""
	if typed.Path == "" || typed.Path == "/" {
		root := *typed
		root.Path, root.RawPath = "/", ""
		return []*url.URL{&known, &root}
	}
	return []*url.URL{typed, &known}
}

// named is the server that the domain names for its calendars, if the password may go there; nil if it names none.
func (s *Server) named(ctx context.Context) *url.URL {
	domain := s.account.Address.Hostname()
	if s.account.Address.Scheme != "https" || s.account.Address.Port() != "" || net.ParseIP(domain) != nil {
		return nil
	}
	_, found, err := s.lookup(ctx, "caldavs", "tcp", domain)
	if err != nil || len(found) == 0 {
		return nil
	}
	host := strings.TrimSuffix(found[0].Target, ".")
	if found[0].Port != 443 {
		host = net.JoinHostPort(host, strconv.Itoa(int(found[0].Port)))
	}
	at, err := s.within(&url.URL{Scheme: "https", Host: host, Path: "/.well-known/caldav"})
	if err != nil || host == "" || strings.EqualFold(host, s.account.Address.Host) {
		return nil
	}
	return at
}

// homeFrom asks an address whose account this is, and that one where its calendars lie.
func (s *Server) homeFrom(ctx context.Context, start *url.URL) (*url.URL, error) {
	home, principal, err := s.tellsOf(ctx, start)
	if err != nil || home != nil {
		return home, err
	}
	if principal == nil {
		return nil, foreign(start)
	}
	home, _, err = s.tellsOf(ctx, principal)
	if err == nil && home == nil {
		err = foreign(principal)
	}
	return home, err
}

// tellsOf is what an address tells of the account: where its calendars lie, or else its own address; nil for what it
// does not tell.
func (s *Server) tellsOf(ctx context.Context, at *url.URL) (home, principal *url.URL, err error) {
	found, err := s.properties(ctx, at, "0", askHome)
	if err != nil {
		return nil, nil, err
	}
	for _, r := range found.Responses {
		tells := r.find()
		if home = found.resolve(tells.Home.Href); home != nil {
			home, err = s.within(home)
			return home, nil, err
		}
		if principal = found.resolve(tells.Principal.Href); principal != nil {
			principal, err = s.within(principal)
			return nil, principal, err
		}
	}
	return nil, nil, nil
}
