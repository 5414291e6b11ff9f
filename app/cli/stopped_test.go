package cli_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"afterglow/app/cli"
)

func TestASignalBeforeTheStepThatDestroysLeavesAllAsItWas(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00")
	before := w.written()
	stopped, stop := context.WithCancel(t.Context())
	stop()
	for _, args := range [][]string{{"erase", "--yes"}, {"treat", "remove", "1", "--yes"}, {"done", "water"}, {"settings", "sound", "off"}} {
		var out, errs bytes.Buffer
		code := cli.Run(stopped, args, strings.NewReader(""), &out, &errs, cli.Env{
			Version: "0.1.0", Clock: w.clock, Getenv: func(k string) string { return w.env[k] },
		})
		if code != 1 || out.Len() > 0 || !strings.HasPrefix(errs.String(), "afterglow: Stopped") || strings.Count(errs.String(), "\n") != 1 {
			t.Errorf("%v: exit %d, %q, %q", args, code, out.String(), errs.String())
		}
	}
	if w.written() != before {
		t.Error("something is gone")
	}
}
