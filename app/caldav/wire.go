package caldav

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"mime"
	"net"
	"net/http"
	"net/url"
	"strings"

	"afterglow/app/fault"
)

// What went wrong, for those who do something about it: errors.Is tells these apart.
var (
	ErrOffline  = errors.New("the server cannot be reached")
	ErrPassword = errors.New("the server does not know this name and password")
	ErrGone     = errors.New("what was asked for is not there")
	ErrChanged  = errors.New("somebody else changed it meanwhile")
	ErrForeign  = errors.New("no calendar server")
)

func isForeign(err error) bool { return errors.Is(err, ErrForeign) || errors.Is(err, ErrGone) }

func foreign(at *url.URL) error {
	return fault.New("caldav.foreign", fault.Args{"Host": at.Host}).Of(ErrForeign)
}

func dial(ctx context.Context, network, address string) (net.Conn, error) {
	return (&net.Dialer{Timeout: connectWithin}).DialContext(ctx, network, address)
}

// request is one thing asked of the server.
type request struct {
	method string
	at     *url.URL
	header map[string]string
	body   []byte
}

// answer is what came back, and from where after all redirects.
type answer struct {
	at     *url.URL
	status int
	header http.Header
	body   []byte
}

// ask sends a request, following redirects with the same method and body, and reads the answer whole. An answer that
// says no is an error.
func (s *Server) ask(ctx context.Context, r request) (answer, error) {
	asked := r.at
	for range mostRedirects + 1 {
		a, err := s.once(ctx, r)
		if err != nil {
			return a, err
		}
		to := a.header.Get("Location")
		if a.status/100 != 3 || to == "" {
			return a, refusal(a)
		}
		if len(to) > longestAddress {
			return a, foreign(r.at)
		}
		next, err := r.at.Parse(to)
		if err != nil {
			return a, foreign(r.at)
		}
		if r.at, err = s.within(next); err != nil {
			return a, err
		}
	}
	return answer{}, fault.New("caldav.circle", fault.Args{"Host": asked.Host}).Of(ErrForeign)
}

func (s *Server) once(ctx context.Context, r request) (answer, error) {
	req, err := http.NewRequestWithContext(ctx, r.method, r.at.String(), bytes.NewReader(r.body))
	if err != nil {
		return answer{}, foreign(r.at)
	}
	for name, value := range r.header {
		req.Header.Set(name, value)
	}
	req.Header.Set("User-Agent", "Afterglow")
	req.SetBasicAuth(s.account.User, s.account.Password)
	resp, err := s.http.Do(req)
	if err != nil {
		return answer{}, unreached(r.at, err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, largestAnswer+1))
	if err != nil {
		return answer{}, unreached(r.at, err)
	}
	if len(body) > largestAnswer {
		return answer{}, fault.New("caldav.too_large", fault.Args{"Host": r.at.Host})
	}
	return answer{at: r.at, status: resp.StatusCode, header: resp.Header, body: body}, nil
}

// unreached is why there was no answer at all.
func unreached(at *url.URL, err error) error {
	named := fault.Args{"Host": at.Host}
	if errors.Is(err, context.Canceled) {
		return err
	}
	if id := untrusted(err); id != "" {
		return fault.Wrap(err, id, named).Of(ErrOffline)
	}
	if _, ok := errors.AsType[tls.RecordHeaderError](err); ok || errors.Is(err, http.ErrSchemeMismatch) {
		return fault.Wrap(err, "caldav.no_tls", named)
	}
	if slow, ok := errors.AsType[net.Error](err); ok && slow.Timeout() || errors.Is(err, context.DeadlineExceeded) {
		return fault.Wrap(err, "caldav.slow", named).Of(ErrOffline)
	}
	if unknown, ok := errors.AsType[*net.DNSError](err); ok && unknown.IsNotFound {
		return fault.Wrap(err, "caldav.no_such_host", named).Of(ErrOffline)
	}
	return fault.Wrap(err, "caldav.offline", named).Of(ErrOffline)
}

// untrusted is the fault of a server that cannot prove who it is; "" if that is not what is wrong. A network that wants a
// login of its own first, as in a hotel, is one too, so it may be over by itself: no password was sent.
func untrusted(err error) string {
	if invalid, ok := errors.AsType[x509.CertificateInvalidError](err); ok && invalid.Reason == x509.Expired {
		return "caldav.certificate_time"
	}
	if _, ok := errors.AsType[x509.HostnameError](err); ok {
		return "caldav.certificate_name"
	}
	if _, ok := errors.AsType[*tls.CertificateVerificationError](err); ok {
		return "caldav.certificate"
	}
	return ""
}

// isPage says whether an answer that says yes is a page for people: of a login, a hotel's network, a server being mended.
func (a answer) isPage() bool {
	kind, _, err := mime.ParseMediaType(a.header.Get("Content-Type"))
	return a.status == http.StatusOK && err == nil && kind == "text/html"
}

// refusal is what an answer says no to; nil if it says yes.
func refusal(a answer) error {
	named := fault.Args{"Host": a.at.Host, "Status": a.status}
	switch {
	case a.isPage():
		return fault.New("caldav.page", named).Of(ErrForeign)
	case a.status/100 == 2:
		return nil
	case a.status == http.StatusUnauthorized:
		if login := strings.ToLower(strings.Join(a.header.Values("WWW-Authenticate"), " ")); login != "" && !strings.Contains(login, "basic") {
			if strings.Contains(login, "digest") {
				return fault.New("caldav.digest", named)
			}
			return fault.New("caldav.other_login", named)
		}
		return fault.New("caldav.password", named).Of(ErrPassword)
	case a.status == http.StatusForbidden:
		return fault.New("caldav.forbidden", named)
	case a.status == http.StatusNotFound, a.status == http.StatusGone:
		return fault.New("caldav.gone", named).Of(ErrGone)
	case a.status == http.StatusPreconditionFailed, a.status == http.StatusConflict:
		return fault.New("caldav.changed", named).Of(ErrChanged)
	case a.status == http.StatusInsufficientStorage:
		return fault.New("caldav.full", named)
	case a.status == http.StatusTooManyRequests, a.status/100 == 5 && a.status != http.StatusNotImplemented:
		return fault.New("caldav.trouble", named).Of(ErrOffline)
	}
	return fault.New("caldav.refused", named).Of(ErrForeign)
}
