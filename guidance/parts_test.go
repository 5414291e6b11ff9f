package guidance

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// partsPlan says of parts of entries what only some plans say.
const partsPlan = rolePlan + `
[[sources]]
id = "other"
title = "Another sheet"
strength = "C"
[[windows]]
id = "procedures"
name = "Other treatments"
avoid = "One at a time."
until = "2w"
activities = ["botox", "laser"]
source = "sheet"
  [[windows.says]]
  of = ["laser"]
  source = "other"
[[routines]]
id = "sunscreen"
name = "Sunscreen"
times = ["08:30"]
from = "72h"
allowed_from = "24h"
until = "4w"
source = "sheet"
  [[routines.when]]
  device = "rf"
  allowed_from = "36h"
  [[routines.when]]
  area = "neck"
  allowed_from = "48h"
  until = "5w"
[[care]]
id = "hair"
name = "Your hair"
text = "Keep shampoo away."
source = "sheet"
[[care]]
id = "scalp"
name = "On the scalp"
text = "Wait a day."
area = ["Scalp", "beard"]
source = "sheet"
`

func TestARoutineIsAllowedFromTheLatestMomentThatMatches(t *testing.T) {
	p := mustParse(t, partsPlan)
	for _, c := range []struct {
		name   string
		traits Traits
		want   time.Duration
	}{
		{"no variant", Traits{Device: "pen"}, 24 * time.Hour},
		{"one variant", Traits{Device: "rf"}, 36 * time.Hour},
		{"two variants", Traits{Device: "rf", Area: "neck"}, 48 * time.Hour},
	} {
		if r := p.For(c.traits).Routines[0]; r.AllowedFrom == nil || r.AllowedFrom.Elapsed != c.want || r.From.Elapsed != 72*time.Hour {
			t.Errorf("%s: allowed from %v, asked for from %v", c.name, r.AllowedFrom, r.From)
		}
	}
}

func TestCareForAnAreaIsForThatAreaAlone(t *testing.T) {
	p := mustParse(t, partsPlan)
	for area, want := range map[string][]string{"": {"hair"}, "face": {"hair"}, "scalp": {"hair", "scalp"}, "Beard": {"hair", "scalp"}} {
		var got []string
		for _, c := range p.For(Traits{Area: area}).Care {
			got = append(got, c.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q treated: care %q, want %q", area, got, want)
		}
	}
	if len(p.Care) != 2 {
		t.Error("the plan itself lost its care")
	}
}

func TestAPartNamesItsOwnSource(t *testing.T) {
	w := mustParse(t, partsPlan).Windows[0]
	for word, want := range map[string]string{"laser": "other", "Laser": "other", "botox": "sheet"} {
		if got := sourceFor(w.Says, word, w.Source); got != want {
			t.Errorf("%s is said by %s, want %s", word, got, want)
		}
	}
}

// A plan that was taken in before these keys came says nothing more by them.
func TestAPlanWithoutTheNewerKeysMeansTheSame(t *testing.T) {
	p := mustParse(t, good)
	if w, r, c := p.Windows[0], p.Routines[0], p.Care[0]; w.ThenAvoid != nil || w.Says != nil || r.AllowedFrom != nil || c.About != nil || c.Never != nil || c.Area != nil {
		t.Errorf("%+v, %+v, %+v", w, r, c)
	}
	if p.Products.Waits != nil || !slices.Equal(p.Products.Avoid, []string{"retinol"}) || len(p.For(Traits{Area: "scalp"}).Care) != len(p.Care) {
		t.Errorf("%+v, %+v", p.Products, p.Care)
	}
}

// sourceFor is who says what an entry says of a word: the source of base, unless says names another one for it.
func sourceFor(says []Says, word, base string) string {
	for _, s := range says {
		if slices.ContainsFunc(s.Of, func(of string) bool { return strings.EqualFold(of, word) }) {
			return s.Source
		}
	}
	return base
}
