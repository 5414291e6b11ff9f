package fault_test

import (
	"errors"
	"fmt"
	"io"
	"testing"

	"afterglow/app/fault"
)

func TestAFaultKeepsItsKindAndItsCauseThroughAWrap(t *testing.T) {
	kind := errors.New("kind")
	err := fmt.Errorf("read the settings: %w", fault.Wrap(io.ErrUnexpectedEOF, "settings.unreadable", fault.Args{"Key": "sleep"}).Of(kind))
	if !errors.Is(err, kind) || !errors.Is(err, io.ErrUnexpectedEOF) || fault.IsUse(err) {
		t.Errorf("kind and cause got lost in %v", err)
	}
	var f *fault.Fault
	if !errors.As(err, &f) || f.ID != "settings.unreadable" || f.Args["Key"] != "sleep" {
		t.Errorf("the fault got lost in %v", err)
	}
	if got, want := err.Error(), "read the settings: settings.unreadable Key=sleep: unexpected EOF"; got != want {
		t.Errorf("logged as %q, want %q", got, want)
	}
}

func TestAWrongRequestIsToldFromAFailure(t *testing.T) {
	if !fault.IsUse(fmt.Errorf("at: %w", fault.Use("time.unknown", nil))) || fault.IsUse(fault.New("disk.full", nil)) {
		t.Error("a wrong request and a failure read the same")
	}
}
