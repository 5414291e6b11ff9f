package caldav

import (
	"net"
	"net/url"
	"strings"

	"golang.org/x/net/idna"
	"golang.org/x/net/publicsuffix"

	"afterglow/app/fault"
)

// ReadAddress reads the address of a server as people write it: with or without "https://", or the mail address of the
// account. Plain HTTP is for this computer alone.
func ReadAddress(typed string) (*url.URL, error) {
	typed = strings.TrimSpace(typed)
	named := fault.Args{"Address": typed}
	if user, domain, mail := strings.Cut(typed, "@"); mail && user != "" && !strings.ContainsAny(typed, "/:") {
		typed = domain
	}
	if !strings.Contains(typed, "://") {
		typed = "https://" + typed
	}
	u, err := url.Parse(typed)
	if err != nil || u.Host == "" || u.Hostname() == "" || strings.ContainsAny(typed, " \t\r\n") {
		return nil, fault.Use("caldav.address", named)
	}
	u.Scheme = strings.ToLower(u.Scheme)
	switch u.Scheme {
	case "caldavs":
		u.Scheme = "https"
	case "https":
	case "http":
		if !here(u.Hostname()) {
			return nil, fault.Use("caldav.not_plain", fault.Args{"Host": u.Host})
		}
	default:
		return nil, fault.Use("caldav.address", named)
	}
	host, err := idna.Lookup.ToASCII(u.Hostname())
	if err != nil && net.ParseIP(u.Hostname()) == nil {
		return nil, fault.Use("caldav.address", named)
	}
	if err == nil && host != u.Hostname() {
		if port := u.Port(); port != "" {
			host = net.JoinHostPort(host, port)
		}
		u.Host = host
	}
	if u.User != nil { // asked for by itself, and never kept in an address
		return nil, fault.Use("caldav.address_with_password", nil)
	}
	u.RawQuery, u.Fragment = "", ""
	return u, nil
}

// here says whether a host is this computer.
func here(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// within is an address that the server sent us on to, if the password may go there: never from TLS to plain HTTP, and
// to no other provider than the one that the person named (the same domain, as registries sell them).
func (s *Server) within(to *url.URL) (*url.URL, error) {
	from := s.account.Address
	same := strings.EqualFold(from.Host, to.Host) && from.Scheme == to.Scheme
	if same || to.Scheme == "https" && sameProvider(from.Hostname(), to.Hostname()) {
		return to, nil
	}
	return nil, fault.New("caldav.sent_elsewhere", fault.Args{"From": from.Host, "To": to.Scheme + "://" + to.Host})
}

func sameProvider(a, b string) bool {
	if strings.EqualFold(a, b) {
		return true
	}
	if net.ParseIP(a) != nil || net.ParseIP(b) != nil {
		return false
	}
	one, err := publicsuffix.EffectiveTLDPlusOne(strings.ToLower(a))
	if err != nil {
		return false
	}
	other, err := publicsuffix.EffectiveTLDPlusOne(strings.ToLower(b))
	return err == nil && one == other
}
