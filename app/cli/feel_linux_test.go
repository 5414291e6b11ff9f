package cli_test

import (
	"os"
	"strings"
	"testing"
)

func TestAtATerminalFeelAsksForOneThingAfterTheOther(t *testing.T) {
	long := strings.Repeat("very ", 90) + "red"
	for _, c := range []struct {
		name, typed, wrote string
		again              []string // why an answer was asked for again
	}{
		{"all answered", "red\n4\n1\n2\n0\nround the nose\n", "still red or peeling, redness 4, tightness 1, itch 2, soreness 0: round the nose", nil},
		{"most left open", "calm\n\n\n\n\n\n", "calm", nil},
		{"one figure alone", "\n\n\n7\n\n\n", "itch 7", nil},
		{"a note alone", "\n\n\n\n\n dry,  and warm \n", ": dry, and warm", nil},
		{"other words for it", "Still Peeling\n\n\n\n\n\n", "still red or peeling", nil},
		{"what is not understood", "fine\ncalm\nten\n11\n-1\n10\n\n\n\n\n", "calm, redness 10", []string{
			`"fine" is not understood`, `"ten" is not a number from 0 to 10.`, "11 is not between 0 and 10.", "-1 is not between 0 and 10.",
		}},
		{"a note that is too long", "\n\n\n\n\n" + long + "\nvery red\n", ": very red", []string{"300"}},
		{"a line that nobody can have meant", strings.Repeat("x", 3000) + "\ncalm\n\n\n\n\n\n", "calm", []string{"is not understood"}},
		{"ended in the middle, once", "calm\n3\n\x04", "calm, redness 3", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t, "12:00")
			w.must("treat", "--at", "yesterday 17:00")
			code, out, errs := w.typed(terminal(t, c.typed), "feel")
			if code != 0 || !strings.Contains(out, c.wrote) || !strings.HasPrefix(errs, "Still red or peeling?\nred, calm, or Enter to leave it open: ") {
				t.Errorf("exit %d, %q, %q; want %q", code, out, errs, c.wrote)
			}
			for _, why := range c.again {
				if !strings.Contains(errs, why) {
					t.Errorf("it does not say %q: %q", why, errs)
				}
			}
		})
	}
}

func TestFeelAsksNothingWhereTheAnswerWouldBeForNothing(t *testing.T) {
	nothing, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer nothing.Close()
	const all = "red\n4\n1\n2\n0\nround the nose\n"
	for _, c := range []struct {
		name, treated string // when; "": never
		in            *os.File
		args          []string
		code          int
		says          string
	}{
		{"no treatment", "", terminal(t, all), []string{"feel"}, 1, "treat"},
		{"a moment that is not understood", "yesterday 17:00", terminal(t, all), []string{"feel", "--at", "whenever"}, 2, "whenever"},
		{"a word is given", "yesterday 17:00", terminal(t, ""), []string{"feel", "calm"}, 0, ""},
		{"a script", "yesterday 17:00", nothing, []string{"feel"}, 2, "That says nothing of your skin."},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t, "12:00")
			if c.treated != "" {
				w.must("treat", "--at", c.treated)
			}
			code, _, errs := w.typed(c.in, c.args...)
			if code != c.code || strings.Contains(errs, "or Enter") || !strings.Contains(errs, c.says) {
				t.Errorf("exit %d, %q", code, errs)
			}
		})
	}
}

func TestWithEverythingLeftOpenFeelWritesNothing(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00")
	before := w.written()
	for _, typed := range []string{"\n\n\n\n\n\n", "\x04"} {
		if code, out, errs := w.typed(terminal(t, typed), "feel"); code != 2 || out != "" || !strings.Contains(errs, "That says nothing of your skin.") {
			t.Errorf("%q typed: exit %d, %q, %q", typed, code, out, errs)
		}
	}
	if w.written() != before {
		t.Error("something was written")
	}
}
