package caldav_test

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"afterglow/app/caldav"
	"afterglow/app/fault"
)

// odd is a server over TLS whose answers a test writes.
func odd(t *testing.T, answer http.HandlerFunc) *httptest.Server {
	t.Helper()
	s := httptest.NewTLSServer(answer)
	t.Cleanup(s.Close)
	s.Config.ErrorLog = nil
	return s
}

// asked is a client of an account at a test's server, which it trusts.
func asked(t *testing.T, s *httptest.Server) *caldav.Server {
	t.Helper()
	at, err := url.Parse(s.URL)
	if err != nil {
		t.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AddCert(s.Certificate())
	client := caldav.New(caldav.Account{Address: at, User: "mia", Password: "secret"}, caldav.Options{TLS: &tls.Config{RootCAs: pool}})
	t.Cleanup(client.Close)
	return client
}

func multistatus(w http.ResponseWriter, responses string) {
	w.WriteHeader(http.StatusMultiStatus)
	fmt.Fprintf(w, `<?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">%s</d:multistatus>`, responses)
}

func found(href, props string) string {
	return `<d:response><d:href>` + href + `</d:href><d:propstat><d:prop>` + props + `</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`
}

func idOf(err error) string {
	if f, ok := errors.AsType[*fault.Fault](err); ok {
		return f.ID
	}
	return fmt.Sprint(err)
}

func TestARedirectKeepsTheQuestionAndThePassword(t *testing.T) {
	var seen []string
	s := odd(t, func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		user, password, _ := r.BasicAuth()
		seen = append(seen, fmt.Sprint(r.Method, " ", r.URL.Path, " ", r.Header.Get("Depth"), " ", len(body) > 100, " ", user, ":", password))
		switch r.URL.Path {
		case "/.well-known/caldav":
			http.Redirect(w, r, "/dav", http.StatusMovedPermanently)
		case "/dav":
			http.Redirect(w, r, "/dav/", http.StatusFound)
		case "/dav/":
			multistatus(w, found("/dav/", `<d:current-user-principal><d:href>/p/mia/</d:href></d:current-user-principal>`))
		case "/p/mia/":
			multistatus(w, found("/p/mia/", `<c:calendar-home-set><d:href>/cal/mia/</d:href></c:calendar-home-set>`))
		}
	})
	home, err := asked(t, s).Home(context.Background())
	if err != nil || home.Path != "/cal/mia/" {
		t.Fatalf("home %v, %v", home, err)
	}
	want := "PROPFIND /.well-known/caldav 0 true mia:secret\nPROPFIND /dav 0 true mia:secret\nPROPFIND /dav/ 0 true mia:secret\nPROPFIND /p/mia/ 0 true mia:secret"
	if got := strings.Join(seen, "\n"); got != want {
		t.Errorf("the server saw\n%s\nwant\n%s", got, want)
	}
}

func TestAnEntryIsNotTakenForWrittenIfAPageAnswers(t *testing.T) {
	s := odd(t, func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "<html><body>Log in first</body></html>") })
	at, _ := url.Parse(s.URL + "/cal/a.ics")
	if _, err := asked(t, s).Create(context.Background(), at, []byte("BEGIN:VCALENDAR")); idOf(err) != "caldav.page" {
		t.Errorf("a page answered to a new entry: %v", err)
	}
}

func TestACalendarsNameIsOneLineOfAMeasure(t *testing.T) {
	s := odd(t, func(w http.ResponseWriter, _ *http.Request) {
		calendar := `<d:resourcetype><c:calendar/></d:resourcetype><d:displayname>`
		multistatus(w, found("/a/", calendar+"Mia&#10;and\u202e Tom&#x202e;</d:displayname>")+
			found("/b/", calendar+strings.Repeat("long ", 1000)+"</d:displayname>")+
			found("/"+strings.Repeat("c", 5000)+"/", calendar+"far</d:displayname>"))
	})
	at, _ := url.Parse(s.URL + "/h/")
	all, err := asked(t, s).Calendars(context.Background(), at)
	if err != nil || len(all) != 2 {
		t.Fatalf("%d calendars, %v; want those with an address of a measure", len(all), err)
	}
	if all[0].Name != "Mia and Tom" || len(all[1].Name) > 200 {
		t.Errorf("named %q and %q", all[0].Name, all[1].Name)
	}
}

// A second host of the same test stands for another provider: its address has another name.
func TestThePasswordGoesToNoOtherProvider(t *testing.T) {
	other := odd(t, func(w http.ResponseWriter, r *http.Request) {
		t.Errorf("another provider was asked: %s %s", r.Method, r.URL)
	})
	elsewhere := strings.Replace(other.URL, "127.0.0.1", "localhost", 1) + "/"
	plain := strings.Replace(other.URL, "https", "http", 1) + "/"
	for name, answer := range map[string]http.HandlerFunc{
		"by a redirect":          func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, elsewhere, http.StatusFound) },
		"by a redirect to plain": func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, plain, http.StatusFound) },
		"by its principal": func(w http.ResponseWriter, _ *http.Request) {
			multistatus(w, found("/", `<d:current-user-principal><d:href>`+elsewhere+`</d:href></d:current-user-principal>`))
		},
		"by its home": func(w http.ResponseWriter, _ *http.Request) {
			multistatus(w, found("/", `<c:calendar-home-set><d:href>`+elsewhere+`</d:href></c:calendar-home-set>`))
		},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := asked(t, odd(t, answer)).Home(context.Background())
			if idOf(err) != "caldav.sent_elsewhere" {
				t.Errorf("sent on: %v", err)
			}
		})
	}
}

func TestWhatIsNoCalendarServerIsToldInItsOwnWords(t *testing.T) {
	status := func(code int, header ...string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			for i := 0; i+1 < len(header); i += 2 {
				w.Header().Set(header[i], header[i+1])
			}
			w.WriteHeader(code)
		}
	}
	for name, c := range map[string]struct {
		answer http.HandlerFunc
		want   string
	}{
		"a page of the web": {func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "<html><body>Hello<br></body></html>") }, "caldav.page"},
		"a page that is no HTML": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/plain")
			fmt.Fprint(w, "Hello")
		}, "caldav.foreign"},
		"nothing at all":               {status(200), "caldav.foreign"},
		"an empty answer":              {func(w http.ResponseWriter, _ *http.Request) { multistatus(w, "") }, "caldav.foreign"},
		"a list without end":           {func(w http.ResponseWriter, _ *http.Request) { multistatus(w, strings.Repeat("<d:response>", 200_000)) }, "caldav.foreign"},
		"more than we read":            {func(w http.ResponseWriter, _ *http.Request) { _, _ = io.CopyN(w, endless{}, 17<<20) }, "caldav.too_large"},
		"a circle":                     {func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/again", http.StatusFound) }, "caldav.circle"},
		"sent on to a mile of letters": {status(302, "Location", "/"+strings.Repeat("a", 5000)), "caldav.foreign"},
		"a heading without an end":     {status(207, "X", strings.Repeat("a", 100_000)), "caldav.offline"},
		"tags alone": {func(w http.ResponseWriter, _ *http.Request) {
			multistatus(w, strings.Repeat("<d:response/>", 1_000_000))
		}, "caldav.too_large"},
		"attributes alone": {func(w http.ResponseWriter, _ *http.Request) {
			multistatus(w, "<d:response "+strings.Repeat(`a="" `, 1_000_000)+"/>")
		}, "caldav.too_large"},
		"a word that grows": {func(w http.ResponseWriter, _ *http.Request) {
			fmt.Fprint(w, `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><d:multistatus xmlns:d="DAV:"><d:response><d:href>&c;</d:href></d:response></d:multistatus>`)
		}, "caldav.foreign"},
		"nothing there":               {status(404), "caldav.gone"},
		"no PROPFIND":                 {status(405), "caldav.refused"},
		"no entry":                    {status(403), "caldav.forbidden"},
		"a wrong password":            {status(401, "WWW-Authenticate", `Basic realm="x"`), "caldav.password"},
		"a login that we do not know": {status(401, "WWW-Authenticate", `Digest realm="x"`), "caldav.digest"},
		"another one":                 {status(401, "WWW-Authenticate", `Negotiate`), "caldav.other_login"},
		"trouble of its own":          {status(503), "caldav.trouble"},
		"too many questions":          {status(429), "caldav.trouble"},
		"a server without any space":  {status(507), "caldav.full"},
		"a line that is cut in the middle": {func(w http.ResponseWriter, _ *http.Request) {
			conn, _, _ := w.(http.Hijacker).Hijack()
			_, _ = conn.Write([]byte("HTTP/1.1 207 Multi-Status\r\nContent-Length: 500\r\n\r\n<d:mult"))
			conn.Close()
		}, "caldav.offline"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := asked(t, odd(t, c.answer)).Home(context.Background())
			if idOf(err) != c.want {
				t.Errorf("told as %v, want %s", err, c.want)
			}
		})
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

func TestAServerThatIsNotTrustedGetsNoPassword(t *testing.T) {
	s := odd(t, func(http.ResponseWriter, *http.Request) { t.Error("it was asked") })
	s.Config.ErrorLog = nil
	at, _ := url.Parse(s.URL)
	_, err := caldav.New(caldav.Account{Address: at}, caldav.Options{}).Home(context.Background())
	if idOf(err) != "caldav.certificate" {
		t.Errorf("an unknown certificate: %v", err)
	}
	pool := x509.NewCertPool()
	pool.AddCert(s.Certificate())
	for name, c := range map[string]struct {
		tls  *tls.Config
		want string
	}{
		"out of date, or a clock that is wrong": {&tls.Config{RootCAs: pool, Time: func() time.Time { return time.Now().AddDate(200, 0, 0) }}, "caldav.certificate_time"},
		"of another server":                     {&tls.Config{RootCAs: pool, ServerName: "dav.example.org"}, "caldav.certificate_name"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := caldav.New(caldav.Account{Address: at}, caldav.Options{TLS: c.tls}).Home(context.Background())
			if idOf(err) != c.want || !errors.Is(err, caldav.ErrOffline) {
				t.Errorf("%v, want %s, which may be over by itself", err, c.want)
			}
		})
	}
	plain := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("it was asked in plain") }))
	defer plain.Close()
	at, _ = url.Parse(strings.Replace(plain.URL, "http", "https", 1))
	if _, err = caldav.New(caldav.Account{Address: at}, caldav.Options{}).Home(context.Background()); idOf(err) != "caldav.no_tls" {
		t.Errorf("a server without TLS: %v", err)
	}
}

func TestAServerThatNeverAnswersIsLeftWhenTimeIsUp(t *testing.T) {
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	at, _ := url.Parse("https://" + silent.Addr().String())
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := caldav.New(caldav.Account{Address: at}, caldav.Options{}).Home(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("called off: %v", err)
	}
	ctx, cancel = context.WithTimeout(context.Background(), 1)
	defer cancel()
	if _, err := caldav.New(caldav.Account{Address: at}, caldav.Options{}).Home(ctx); idOf(err) != "caldav.slow" || !errors.Is(err, caldav.ErrOffline) {
		t.Errorf("time is up: %v", err)
	}
}

func TestOnlyCalendarsThatTakeEventsAndMayBeWrittenAreOffered(t *testing.T) {
	calendar := `<d:resourcetype><d:collection/><c:calendar/></d:resourcetype>`
	s := odd(t, func(w http.ResponseWriter, _ *http.Request) {
		multistatus(w, found("/h/", `<d:resourcetype><d:collection/></d:resourcetype>`)+
			found("/h/a%20b/", calendar+`<d:displayname> Home </d:displayname>`)+
			found("/h/tasks/", calendar+`<c:supported-calendar-component-set><c:comp name="VTODO"/></c:supported-calendar-component-set>`)+
			found("/h/read/", calendar+`<d:current-user-privilege-set><d:privilege><d:read/></d:privilege></d:current-user-privilege-set>`)+
			found("/h/mine", calendar+`<d:current-user-privilege-set><d:privilege><d:read/></d:privilege><d:privilege><d:write/></d:privilege></d:current-user-privilege-set>`))
	})
	at, _ := url.Parse(s.URL + "/h/")
	all, err := asked(t, s).Calendars(context.Background(), at)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range all {
		got = append(got, fmt.Sprint(c.Address.EscapedPath(), " ", c.Name, " ", c.Takes))
	}
	want := []string{"/h/a%20b/ Home true", "/h/tasks/  false", "/h/read/  false", "/h/mine/  true"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("calendars\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestAnAddressIsReadAsPeopleWriteIt(t *testing.T) {
	for typed, want := range map[string]string{
		"dav.example.com":                      "https://dav.example.com",
		" https://dav.example.com/remote/ ":    "https://dav.example.com/remote/",
		"HTTPS://Dav.Example.com":              "https://dav.example.com",
		"mia@example.com":                      "https://example.com",
		"caldavs://dav.example.com:8443/x?y":   "https://dav.example.com:8443/x",
		"http://localhost:5232":                "http://localhost:5232",
		"http://127.0.0.1:5232/mia":            "http://127.0.0.1:5232/mia",
		"http://[::1]:5232/":                   "http://[::1]:5232/",
		"https://bücher.example":               "https://xn--bcher-kva.example",
		"nextcloud.example.com/remote.php/dav": "https://nextcloud.example.com/remote.php/dav",
	} {
		if u, err := caldav.ReadAddress(typed); err != nil || u.String() != want {
			t.Errorf("%q is read as %v, %v; want %s", typed, u, err, want)
		}
	}
	for typed, want := range map[string]string{
		"":                                   "caldav.address",
		"my calendar":                        "caldav.address",
		"ftp://example.com":                  "caldav.address",
		"file:///etc/passwd":                 "caldav.address",
		"http://dav.example.com":             "caldav.not_plain",
		"http://localhost.example.com":       "caldav.not_plain",
		"https://mia:secret@dav.example.com": "caldav.address_with_password",
		"https://":                           "caldav.address",
	} {
		if u, err := caldav.ReadAddress(typed); idOf(err) != want {
			t.Errorf("%q is read as %v, %v; want %s", typed, u, err, want)
		}
	}
}

func TestTheDomainMayNameAServerOfTheSameProvider(t *testing.T) {
	ctx := context.Background()
	for target, want := range map[string]string{
		"dav.example.com.": "https://dav.example.com/.well-known/caldav",
		"dav.other.net.":   "",
		"example.com.":     "", // asked already
	} {
		at, _ := url.Parse("https://example.com")
		var asked string
		s := caldav.New(caldav.Account{Address: at}, caldav.Options{
			Lookup: func(_ context.Context, service, proto, name string) (string, []*net.SRV, error) {
				asked = service + " " + proto + " " + name
				return "", []*net.SRV{{Target: target, Port: 443}}, nil
			},
		})
		got := ""
		if u := s.Named(ctx); u != nil {
			got = u.String()
		}
		if got != want || asked != "caldavs tcp example.com" {
			t.Errorf("%s named %q (asked %q), want %q", target, got, asked, want)
		}
	}
}

func TestCalendarsMayLieOnAnotherHostOfTheSameProviderAlone(t *testing.T) {
	for hosts, want := range map[[2]string]bool{
		{"caldav.icloud.com", "p42-caldav.icloud.com"}:  true,
		{"fastmail.com", "d277161.caldav.fastmail.com"}: true,
		{"Dav.Example.com", "dav.example.COM"}:          true,
		{"bakery.co.uk", "dav.bakery.co.uk"}:            true,
		{"bakery.co.uk", "butcher.co.uk"}:               false, // one register, two owners
		{"mia.github.io", "eve.github.io"}:              false,
		{"example.com", "example.com.evil.net"}:         false,
		{"example.com", "evil-example.com"}:             false,
		{"127.0.0.1", "127.0.0.2"}:                      false,
		{"10.0.0.1", "example.com"}:                     false,
		{"com", "example.com"}:                          false,
		{"nas", "nas"}:                                  true,
		{"nas", "other"}:                                false,
	} {
		if got := caldav.SameProvider(hosts[0], hosts[1]); got != want {
			t.Errorf("from %s to %s: %v, want %v", hosts[0], hosts[1], got, want)
		}
	}
}
