package crash

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

func TestWordsArePassedOnWhole(t *testing.T) {
	var out bytes.Buffer
	w := &Words{to: &out}
	for range 100 {
		if n, err := w.Write([]byte("afterglow: a line\n")); n != 18 || err != nil {
			t.Fatalf("wrote %d, %v", n, err)
		}
	}
	if out.Len() != 1800 {
		t.Errorf("passed on %d bytes of 1800", out.Len())
	}
	if len(w.last) > most {
		t.Errorf("remembers %d bytes", len(w.last))
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("no such device") }

func TestTheLastWordsAreKeptThoughNobodyHears(t *testing.T) {
	for _, w := range []*Words{{to: broken{}}, {}} {
		if _, err := w.Write([]byte(strings.Repeat("x", most) + "the end")); err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(string(w.last), "the end") || len(w.last) != most {
			t.Errorf("remembers %q", w.last)
		}
	}
}
