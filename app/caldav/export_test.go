package caldav

import (
	"context"
	"net/url"
)

// Named is for tests: the server that the domain names.
func (s *Server) Named(ctx context.Context) *url.URL { return s.named(ctx) }

// SameProvider is for tests: whether a password for one host may go to another.
var SameProvider = sameProvider
