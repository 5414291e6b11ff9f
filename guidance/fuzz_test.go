package guidance

import (
	"errors"
	"strings"
	"testing"
)

// Whatever the file holds, it is either a plan that holds together or a list
// of problems that a person can act on.
func FuzzParse(f *testing.F) {
	f.Add([]byte(good))
	f.Add([]byte(formatTwo(f)))
	f.Add([]byte("format = 1\nwindows = [{id = \"a\", until = [[1]]}, 3]\nsources = {id = 1}\n"))
	f.Add([]byte("a.b.c = 1\n[a.b]\n[[a.d]]\n[a.d.e]\nid = 1979-05-27\n\"\" = '''\nx'''\n"))
	f.Add([]byte("\xef\xbb\xbfformat = 1\r\n[[call]]\r\n[[call.call]]\r\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		p, err := Parse("f.toml", text)
		if err != nil {
			problems, ok := errors.AsType[Problems](err)
			if !ok || len(problems) == 0 || len(problems) > mostProblems+1 {
				t.Fatalf("not a list of problems: %v", err)
			}
			lines := strings.Count(string(text), "\n") + 1
			for i, one := range problems {
				if one.Line < 1 || one.Line > lines || one.What == nil || (one.Write == nil && i < mostProblems) {
					t.Fatalf("%+v of %d lines", one, lines)
				}
				if i > 0 && one.Line < problems[i-1].Line {
					t.Fatal("problems are not sorted")
				}
			}
			return
		}
		if p.ID == "" || len(p.Sources) == 0 || len(p.Windows)+len(p.Routines) == 0 {
			t.Fatalf("an empty plan was taken: %+v", p)
		}
		for _, traits := range []Traits{{}, {Device: "rf", DepthMM: 2, Sensitive: true}} {
			q := p.For(traits)
			for i, w := range q.Windows {
				if !w.Until.mayFollow(w.From) || p.Windows[i].Until.after(w.Until) || w.Line < 1 {
					t.Fatalf("window %s: %v to %v, in the plan until %v", w.ID, w.From, w.Until, p.Windows[i].Until)
				}
				if _, ok := p.SourceOf(w.Source); !ok {
					t.Fatalf("window %s is said by %q", w.ID, w.Source)
				}
			}
			for _, r := range q.Routines {
				if !r.Until.mayFollow(r.From) || (len(r.Times) == 0 && r.Every == 0 && r.Amount.Max == 0 && r.TimesADay.Max == 0) || r.UsefulFor <= 0 {
					t.Fatalf("routine %+v", r)
				}
			}
		}
		if changes := Diff(p, p); len(changes) != 0 {
			t.Fatalf("the plan differs from itself: %+v", changes)
		}
	})
}

// What is read as a moment is written so that it reads the same again.
func FuzzParseMoment(f *testing.F) {
	for _, s := range []string{"24h", "-2w", "morning 1", "night 3", "next", "next-2w", "next-0h", "night 0", "-0m", "calm", "no end", "bedtime", "end of day -1", "1 month", "-5 to 7 days", "5 days to 2 weeks", "last+4-6w", "first-1 month", "520w", "99999w", "next--1h"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := ParseMoment(s)
		if err != nil {
			return
		}
		back, err := ParseMoment(m.String())
		if err != nil || back != m {
			t.Fatalf("%q is read %+v, written %q and read %+v, %v", s, m, m.String(), back, err)
		}
		if lo, hi := m.bounds(); lo > hi {
			t.Fatalf("%q is between %v and %v", s, lo, hi)
		}
	})
}

func BenchmarkParseStarter(b *testing.B) {
	text, _ := StarterText("essentials")
	for b.Loop() {
		if _, err := Parse("essentials.toml", text); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFor(b *testing.B) {
	p := starter(b, "essentials")
	for b.Loop() {
		p.For(Traits{Device: "pen", DepthMM: 1.5})
	}
}
