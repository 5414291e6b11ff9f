package phrase_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"afterglow/app/clock/clocktest"
	"afterglow/app/journal"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/service"
)

// cardLife is a person with a journal of their own.
func cardLife(t *testing.T, at time.Time) (*service.Service, *clocktest.Virtual) {
	t.Helper()
	j, err := journal.Open(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = j.Close() })
	clock := clocktest.New(at, at.Location())
	return service.New(j, clock, nil), clock
}

// TestACardSaysOfEachWaitWhatStatusSays holds the cards of the plans of public sheets against status: each end that is
// known stands there at that instant, and no other moment does.
func TestACardSaysOfEachWaitWhatStatusSays(t *testing.T) {
	files, err := filepath.Glob("../../guidance/testdata/sheets/*.toml")
	if err != nil {
		t.Fatal(err)
	}
	zone := time.FixedZone("CET", 3600)
	treated, compared := time.Date(2026, 11, 25, 15, 30, 0, 0, zone), 0
	for _, file := range files {
		if strings.HasSuffix(file, ".expect.toml") {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s, clock := cardLife(t, treated.Add(time.Hour))
		if _, err := s.Begin(t.Context(), service.NewTreatment{At: treated, Device: "pen", Area: "face", PlanFile: string(text), PlanName: filepath.Base(file)}); err != nil {
			t.Fatal(err)
		}
		for _, after := range []time.Duration{time.Hour, 30 * time.Hour, 4 * 24 * time.Hour, 8 * 24 * time.Hour} {
			clock.Set(treated.Add(after))
			sc, st, err := s.Look(t.Context(), time.Time{})
			if err != nil {
				t.Fatal(err)
			}
			v := phrase.New(locale.Format{}).At(sc.Now, zone)
			until := map[string]time.Time{}
			for _, w := range st.Windows {
				if !w.End.Open && !w.End.ByWord() {
					until[w.ID] = w.Until
				}
			}
			for _, row := range v.Card(sc, false).Rows {
				if row.Until == nil {
					continue
				}
				compared++
				if at, ok := until[row.ID]; !ok || !at.Equal(*row.Until) || row.When != v.CardMoment(at) {
					t.Errorf("%s after %v: %s is %q, %v, status says %v", filepath.Base(file), after, row.ID, row.When, row.Until, at)
				}
			}
		}
	}
	if compared < 200 {
		t.Errorf("only %d moments were compared", compared)
	}
}

func TestADiscreetCardNamesNothing(t *testing.T) {
	zone := time.FixedZone("CET", 3600)
	treated := time.Date(2026, 11, 25, 15, 30, 0, 0, zone)
	s, _ := cardLife(t, treated.Add(time.Hour))
	if _, err := s.Begin(t.Context(), service.NewTreatment{At: treated, PlanID: "essentials"}); err != nil {
		t.Fatal(err)
	}
	sc, err := s.Scene(t.Context(), time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	c := phrase.New(locale.Format{}).At(sc.Now, zone).Card(sc, true)
	if c.Title != "Reminders" || len(c.Lead) != 1 || c.Phone != "" || c.Foot != "" || len(c.Rows) < 5 {
		t.Errorf("%+v", c)
	}
	names := map[string]bool{}
	for _, r := range c.Rows {
		if len([]rune(r.Name)) > 4 || r.Note != "" || names[r.Name] {
			t.Errorf("a row is %+v", r)
		}
		names[r.Name] = true
	}
}

func TestAMomentOnACardIsReadAlikeOnEveryDay(t *testing.T) {
	zone := time.FixedZone("CET", 3600)
	now := time.Date(2026, 11, 27, 9, 0, 0, 0, zone)
	v := phrase.New(locale.Format{}).At(now, zone)
	for want, at := range map[string]time.Time{
		"Fri 18:00": now.Add(9 * time.Hour), "Sat 18:00": now.Add(33 * time.Hour), "Thu 09:00": now.AddDate(0, 0, 6),
		"Fri 4 Dec, 09:00": now.AddDate(0, 0, 7), "Thu 26 Nov, 09:00": now.AddDate(0, 0, -1),
	} {
		if got := v.CardMoment(at); got != want {
			t.Errorf("%v is %q, want %q", at, got, want)
		}
	}
}

func TestACardSaysWhichSessionAWaitLastsUntil(t *testing.T) {
	zone := time.FixedZone("CET", 3600)
	treated := time.Date(2026, 11, 25, 15, 30, 0, 0, zone)
	s, _ := cardLife(t, treated.Add(time.Hour))
	plan := "format = 2\nid = \"p\"\nname = \"P\"\n[[sources]]\nid = \"s\"\ntitle = \"S\"\nstrength = \"clinic\"\n" +
		"[[windows]]\nid = \"tan\"\nname = \"Tanning\"\navoid = \"No tanning.\"\nuntil = \"last+1 month\"\n[[windows]]\nid = \"pick\"\nname = \"Picking\"\navoid = \"Do not pick.\"\n[spacing]\nsessions = 4\n"
	if _, err := s.Begin(t.Context(), service.NewTreatment{At: treated, Device: "pen", PlanFile: plan, PlanName: "p.toml"}); err != nil {
		t.Fatal(err)
	}
	sc, err := s.Scene(t.Context(), time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, row := range phrase.New(locale.Format{}).At(sc.Now, zone).Card(sc, false).Rows {
		got[row.Name] = row.When
	}
	if got["Tanning"] != "until 1 month after the last session" || got["Picking"] != "no end in your plan" {
		t.Errorf("%v", got)
	}
}
