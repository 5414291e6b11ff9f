package leaflet_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"afterglow/app/ask"
	"afterglow/app/leaflet"
	"afterglow/app/studio/row"
)

// truth is what a made-up leaflet says of its things: the ends that a row of a thing may name, "" for no end. A thing that
// is not in it is in no row.
type truth map[string][]string

// maker makes sentences by a grammar of its own, with words that no rule knows among them.
type maker struct {
	*rand.Rand
	things []string
	says   truth
}

func (m *maker) of(all ...string) string { return all[m.IntN(len(all))] }

// thing is one that was not named yet.
func (m *maker) thing() string {
	s := m.things[0]
	m.things = m.things[1:]
	return s
}

func (m *maker) length() (said, end string) {
	n := 2 + m.IntN(12)
	unit := m.of("hours", "days", "weeks")
	end = fmt.Sprintf("%d %s", n, unit)
	switch m.IntN(4) {
	case 0:
		high := n + 1 + m.IntN(3)
		end = fmt.Sprintf("%d to %d %s", n, high, unit)
		return fmt.Sprintf("%d-%d %s", n, high, unit), end
	case 1:
		return "at least " + end, end
	}
	return end, end
}

func (m *maker) condition() string {
	return m.of("if your skin is glorbed", "unless we zimmed it", "when you have a frobble", "only for clients with vexed skin", "if you take blorbs", "except on holy days",
		"whenever it snarks", "provided the blisp is gone", "in case of a quall")
}

// clause is one clause; timed says that it names an end.
func (m *maker) clause() (text string, named []string, timed bool) {
	said, end := m.length()
	a := m.thing()
	switch m.IntN(10) {
	case 0:
		m.says[a] = []string{end}
		return m.of("avoid ", "do not use ", "no ", "stay away from ", "please avoid any ") + a + " for " + said, []string{a}, true
	case 1:
		b := m.thing()
		m.says[a], m.says[b] = []string{end}, []string{end}
		return "no " + a + m.of(" or ", " and no ", ", no ") + b + " for " + said, []string{a, b}, true
	case 2:
		m.says[a] = []string{end}
		return a + " should be avoided for " + said, []string{a}, true
	case 3:
		m.says[a] = []string{end}
		return m.of("wait ", "please wait ") + said + " before " + a, []string{a}, true
	case 4:
		return m.of("glorp the ", "you will blimp ", "snark all ", "our team zims ") + a + " for " + said, []string{a}, true
	case 5:
		return m.condition() + ", avoid " + a + " for " + said, []string{a}, true
	case 6:
		return "avoid " + a + " for " + said + " " + m.condition(), []string{a}, true
	case 7:
		more := m.of("frobbling", "with the vexed blisp", "that the snarks", "while zimming") // a row may say it word by word
		m.says[a+" "+more] = []string{end}
		return "avoid " + a + " " + more + " for " + said, []string{a}, true
	case 8:
		m.says[a] = []string{end}
		return "for " + said + m.of(", ", " ") + "avoid " + a, []string{a}, true
	}
	m.says[a] = []string{""}
	return m.of("avoid ", "no ") + a, []string{a}, false
}

// sentence is one or two clauses. What is joined may share an end, or a condition: then a row may be missing, but not
// wrong.
func (m *maker) sentence() string {
	text, named, timed := m.clause()
	if m.IntN(2) == 0 {
		more, also, alsoTimed := m.clause()
		text += m.of(", and ", ", ", " and ", " - ", " but ") + more
		if timed != alsoTimed { // whether the end is that of both nobody knows
			ends := []string{}
			for _, a := range append(named, also...) {
				ends = append(ends, m.says[a]...)
			}
			ends = slices.DeleteFunc(ends, func(s string) bool { return s == "" })
			for _, a := range append(named, also...) {
				if slices.Equal(m.says[a], []string{""}) {
					m.says[a] = ends
				}
			}
		}
	}
	return strings.ToUpper(text[:1]) + text[1:]
}

var anyFigure = regexp.MustCompile(`\d+`)

// For each sentence that a grammar makes, with words and conditions that no rule knows: no row that leaves no question open
// has a figure that is not that of its thing, and each figure stands in a row, in a question or in what is not taken over.
func TestNoRowHasAFigureThatIsNotBesideItsThing(t *testing.T) {
	all := []string{"makeup", "retinol", "swimming", "saunas", "alcohol", "ibuprofen", "sunbeds", "waxing", "vitamin C", "exercise", "hot baths", "self-tanner", "scrubs", "perfume", "hair dye", "botox", "glycolic acid", "smoking", "aspirin", "coffee"}
	proposed := 0
	for seed := range uint64(1500) {
		m := maker{Rand: rand.New(rand.NewPCG(seed, 12)), things: slices.Clone(all), says: truth{}}
		m.Shuffle(len(m.things), func(i, j int) { m.things[i], m.things[j] = m.things[j], m.things[i] })
		var lines []string
		for range 1 + m.IntN(4) {
			lines = append(lines, m.sentence())
		}
		text := strings.Join(lines, m.of(". ", ".\n", "\n- ", ".\n\n", "; "))
		d := leaflet.Read(text, ask.Default())
		for _, p := range d.Proposals {
			if !p.Row.Ban() || len(p.Doubts) > 0 {
				continue
			}
			proposed++
			if p.Row.From != "" && p.Row.Rule != row.May {
				t.Fatalf("%q: %v begins at %q", text, p.Row.What, p.Row.From)
			}
			for _, a := range p.Row.What {
				if !slices.Contains(m.says[a], p.Row.End()) {
					t.Errorf("%q: %s %s ends at %q; the text says %q", text, p.Row.Rule, a, p.Row.End(), m.says[a])
				}
			}
		}
		for _, at := range anyFigure.FindAllStringIndex(text, -1) {
			if !told1(d, at[0], text[at[0]:at[1]]) {
				t.Errorf("%q: %s is told nowhere", text, text[at[0]:at[1]])
			}
		}
	}
	if proposed < 1000 {
		t.Errorf("only %d rows were proposed", proposed)
	}
}

// told1 says whether a figure at a byte stands in what is left, or in a row of its sentence, or is asked about there.
func told1(d leaflet.Draft, at int, figure string) bool {
	in := func(s leaflet.Span) bool { return s.From <= at && at < s.To }
	for _, l := range d.Left {
		if in(l.At) {
			return true
		}
	}
	for _, p := range d.Proposals {
		if !in(p.At) && !slices.ContainsFunc(p.Heads, in) {
			continue
		}
		if slices.ContainsFunc(p.Doubts, func(d leaflet.Doubt) bool { return in(d.At) }) {
			return true
		}
		r := p.Row
		if slices.Contains(anyFigure.FindAllString(strings.Join(append([]string{r.From, r.Until, r.Usually, r.Often, r.Sessions, r.Text, r.Phone}, r.What...), " "), -1), figure) {
			return true
		}
	}
	return false
}
