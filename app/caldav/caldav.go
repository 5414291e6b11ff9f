// Package caldav speaks with a calendar server as RFC 4791 has it: it finds the calendars of an account, makes one,
// and lists, writes and removes the entries in it, each on condition that nobody else changed it meanwhile.
//
// It goes online, and is therefore known to the program that does so alone (app/calsync). It sends the password only to
// servers of the provider that the person named, over TLS; plain HTTP reaches this computer alone.
package caldav

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"net/url"
	"time"
)

// Bounds on what a server may do to us.
const (
	connectWithin = 10 * time.Second
	answerWithin  = 30 * time.Second
	largestAnswer = 16 << 20 // bytes; the list of ten thousand entries has some 4 MB
	mostRedirects = 5
	mostCalendars = 500
	mostEntries   = 20_000
	// mostTags bounds what an answer may cost to read: some 16 marks begin an entry. 16 MB of tags alone would take 1.2 GB.
	mostTags       = 400_000
	largestHeader  = 64 << 10 // bytes
	longestAddress = 4096     // bytes of an address that we are sent on to, or told
	longestName    = 200      // letters of a calendar's name
)

// Account is who asks, and where.
type Account struct {
	Address  *url.URL // as ReadAddress gives it
	User     string
	Password string // an app password where the provider has these
}

// Server is a calendar server, asked in the name of one account.
type Server struct {
	account Account
	http    *http.Client
	lookup  func(ctx context.Context, service, proto, name string) (string, []*net.SRV, error)
}

// Options are for tests; the zero value is right.
type Options struct {
	TLS *tls.Config // nil: what the system trusts
	// Lookup finds the servers of a service of a domain, as net.Resolver.LookupSRV does; nil: that of the system.
	Lookup func(ctx context.Context, service, proto, name string) (string, []*net.SRV, error)
}

// New is a server that has not been asked yet.
func New(account Account, options Options) *Server {
	transport := &http.Transport{
		Proxy:                  http.ProxyFromEnvironment,
		TLSClientConfig:        options.TLS,
		TLSHandshakeTimeout:    connectWithin,
		DialContext:            dial,
		ResponseHeaderTimeout:  answerWithin,
		MaxResponseHeaderBytes: largestHeader,
		MaxIdleConnsPerHost:    1,
		ForceAttemptHTTP2:      true,
	}
	lookup := options.Lookup
	if lookup == nil {
		lookup = net.DefaultResolver.LookupSRV
	}
	return &Server{account: account, lookup: lookup, http: &http.Client{
		Transport: transport,
		Timeout:   answerWithin,
		// Redirects are followed by hand: net/http would turn a PROPFIND into a GET, and take the password along.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

// Close lets go of the connections.
func (s *Server) Close() { s.http.CloseIdleConnections() }

// Calendar is one calendar of the account.
type Calendar struct {
	Address *url.URL
	Name    string // as the server names it; may be empty
	Takes   bool   // whether it takes events, and this account may write them
}

// Entry is one entry in a calendar, by its file there.
type Entry struct {
	Address *url.URL
	Tag     string // changes whenever the entry does (ETag); empty if the server tells none
}
