package guidance

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func starter(t testing.TB, id string) Plan {
	t.Helper()
	for _, p := range Starters() {
		if p.ID == id {
			return p
		}
	}
	t.Fatalf("no starter plan %s", id)
	return Plan{}
}

func window(t testing.TB, p Plan, id string) Window {
	t.Helper()
	i := slices.IndexFunc(p.Windows, func(w Window) bool { return w.ID == id })
	if i < 0 {
		t.Fatalf("no window %s in %s", id, p.ID)
	}
	return p.Windows[i]
}

func routine(t testing.TB, p Plan, id string) Routine {
	t.Helper()
	i := slices.IndexFunc(p.Routines, func(r Routine) bool { return r.ID == id })
	if i < 0 {
		t.Fatalf("no routine %s in %s", id, p.ID)
	}
	return p.Routines[i]
}

func rule(t testing.TB, p Plan, n int) Care {
	t.Helper()
	i := slices.IndexFunc(p.Care, func(c Care) bool { return c.Rule == n })
	if i < 0 {
		t.Fatalf("no rule %d in %s", n, p.ID)
	}
	return p.Care[i]
}

// names fails unless every word stands in the text, whatever its case.
func names(t *testing.T, text string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(strings.ToLower(text), w) {
			t.Errorf("%q does not name %s", text, w)
		}
	}
}

// The seven rules of the article, with its own figures.
func TestEssentialsKeepsTheArticlesSevenRules(t *testing.T) {
	p := starter(t, "essentials")
	t.Run("1 cleanse gently twice a day and pat dry with a clean towel", func(t *testing.T) {
		r := routine(t, p, "cleanse")
		if len(r.Times) != 2 || r.Source != "article" {
			t.Errorf("%d times, says %s", len(r.Times), r.Source)
		}
		names(t, r.Name+r.How, "gentle", "pat dry", "clean towel")
		names(t, rule(t, p, 1).Text, "twice a day", "mild cleanser", "clean towel")
	})
	t.Run("2 moisturise with aloe, chamomile or hyaluronic acid", func(t *testing.T) {
		names(t, routine(t, p, "moisturise").How, "aloe", "chamomile", "hyaluronic acid")
		names(t, rule(t, p, 2).Text, "aloe vera", "chamomile", "hyaluronic acid")
	})
	t.Run("3 no direct sun for 48 hours, SPF of at least 30, a hat, shade", func(t *testing.T) {
		w := window(t, p, "sun")
		if w.Until != (Moment{Elapsed: 48 * time.Hour}) || w.Source != "article" {
			t.Errorf("until %v, says %s", w.Until, w.Source)
		}
		names(t, w.Then, "spf 30+", "hat", "shade")
		names(t, routine(t, p, "sunscreen").How, "spf 30 or more", "broad spectrum", "hat", "shade")
		names(t, rule(t, p, 3).Text, "48 hours", "spf 30 or more", "hat", "shade")
	})
	t.Run("4 eight glasses of water a day", func(t *testing.T) {
		r := routine(t, p, "water")
		if r.Amount != (Amount{Text: "8 glasses", Min: 8, Max: 8, Unit: "glasses"}) || r.Source != "article" {
			t.Errorf("%+v, says %s", r.Amount, r.Source)
		}
		names(t, rule(t, p, 4).Text, "eight glasses")
	})
	t.Run("5 no makeup for 24 hours", func(t *testing.T) {
		w := window(t, p, "makeup")
		if w.Until != (Moment{Elapsed: 24 * time.Hour}) || w.Source != "article" {
			t.Errorf("until %v, says %s", w.Until, w.Source)
		}
		names(t, rule(t, p, 5).Text, "24 hours")
	})
	t.Run("6 no scrubs, no exfoliants, no touching", func(t *testing.T) {
		c := rule(t, p, 6)
		names(t, c.Text, "scrubs", "exfoliants", "hands off")
		if !slices.Equal(c.Covers, []string{"actives", "hands"}) {
			t.Errorf("carried out by %v", c.Covers)
		}
		names(t, window(t, p, "actives").Avoid, "scrubs", "exfoliants")
		names(t, window(t, p, "hands").Avoid, "touch")
	})
	t.Run("7 fruit, vegetables, whole grains, lean protein", func(t *testing.T) {
		names(t, rule(t, p, 7).Text, "fruit", "vegetables", "whole grains", "lean protein")
	})
	for n := 1; n <= 7; n++ {
		if s := rule(t, p, n).Source; s != "article" {
			t.Errorf("rule %d is said by %s", n, s)
		}
	}
}

// figures are the ends of the windows as spans, in plan order.
func figures(p Plan) string {
	var s []string
	for _, w := range p.Windows {
		s = append(s, w.ID+" "+w.Until.String())
	}
	return strings.Join(s, ", ")
}

func TestTheFiguresForEachKindOfTreatment(t *testing.T) {
	for _, c := range []struct {
		plan   string
		name   string
		traits Traits
		want   string
	}{
		{"essentials", "a pen of 0.5 mm", Traits{Device: "pen", DepthMM: 0.5}, "makeup 24h, sun 48h, sweat 48h, heat 72h, actives 5d, alcohol 24h, wax 7d, procedures 14d, hands 24h"},
		{"essentials", "not sure", Traits{}, "makeup 24h, sun 48h, sweat 48h, heat 72h, actives 5d, alcohol 24h, wax 7d, procedures 14d, hands 24h"},
		{"essentials", "a pen of 1.0 mm", Traits{Device: "pen", DepthMM: 1}, "makeup 24h, sun 48h, sweat 48h, heat 72h, actives 5d, alcohol 24h, wax 7d, procedures 14d, hands 24h"},
		{"essentials", "a pen of 1.5 mm", Traits{Device: "pen", DepthMM: 1.5}, "makeup 48h, sun 14d, sweat 72h, heat 5d, actives 7d, alcohol 24h, wax 14d, procedures 14d, hands 24h"},
		{"essentials", "RF", Traits{Device: "rf"}, "makeup 48h, sun 28d, sweat 72h, heat 7d, actives 10d, alcohol 24h, wax 14d, procedures 14d, hands 24h"},
		{"essentials", "skin that marks easily", Traits{Sensitive: true}, "makeup 48h, sun 28d, sweat 48h, heat 72h, actives 6d, alcohol 24h, wax 7d, procedures 14d, hands 24h"},
		{"essentials", "deep RF, marks easily", Traits{Device: "rf", DepthMM: 2.5, Sensitive: true}, "makeup 3d, sun 28d, sweat 72h, heat 7d, actives 11d, alcohol 24h, wax 14d, procedures 14d, hands 24h"},
		{"cautious", "a pen of 0.5 mm", Traits{Device: "pen", DepthMM: 0.5}, "makeup 72h, sun 14d, sweat 6d, heat 6d, actives 7d, alcohol 48h, wax 14d, procedures 28d, hands 72h"},
		{"cautious", "RF", Traits{Device: "rf"}, "makeup 72h, sun 28d, sweat 6d, heat 7d, actives 14d, alcohol 48h, wax 14d, procedures 28d, hands 72h"},
		{"cautious", "deep, marks easily", Traits{Device: "pen", DepthMM: 2, Sensitive: true}, "makeup 4d, sun 28d, sweat 6d, heat 6d, actives 15d, alcohol 48h, wax 14d, procedures 28d, hands 72h"},
	} {
		t.Run(c.plan+" for "+c.name, func(t *testing.T) {
			if got := figures(starter(t, c.plan).For(c.traits)); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// every treatment that the person can enter, near each figure where a variant begins.
func everyTraits() []Traits {
	var all []Traits
	for _, device := range []string{"", "roller", "pen", "rf"} {
		for _, depth := range []float64{0, 0.2, 0.3, 0.5, 1, 1.1, 1.5, 2.5} {
			for _, sensitive := range []bool{false, true} {
				all = append(all, Traits{Device: device, DepthMM: depth, Area: "face", Sensitive: sensitive})
			}
		}
	}
	return all
}

func TestCautiousNeverWaitsShorterThanEssentials(t *testing.T) {
	essentials, cautious := starter(t, "essentials"), starter(t, "cautious")
	for _, traits := range everyTraits() {
		short, long := essentials.For(traits), cautious.For(traits)
		for _, w := range short.Windows {
			o := window(t, long, w.ID)
			if w.Until.after(o.Until) {
				t.Errorf("%+v: %s %v in essentials, %v in cautious", traits, w.ID, w.Until, o.Until)
			}
			if w.ThenUntil != nil && w.ThenUntil.after(*o.ThenUntil) {
				t.Errorf("%+v: what follows %s lasts shorter in cautious", traits, w.ID)
			}
		}
		if short.Spacing.From > long.Spacing.From {
			t.Errorf("%+v: treatments are closer together in cautious", traits)
		}
	}
}

func TestSunNeverOpensWithoutWhatFollows(t *testing.T) {
	for _, p := range Starters() {
		for _, traits := range everyTraits() {
			w := window(t, p.For(traits), "sun")
			if w.Then == "" || w.ThenUntil == nil || !w.ThenUntil.after(w.Until) {
				t.Errorf("%s %+v: sun until %v, then %q until %v", p.ID, traits, w.Until, w.Then, w.ThenUntil)
			}
			if r := routine(t, p.For(traits), "sunscreen"); r.Until != *w.ThenUntil {
				t.Errorf("%s %+v: sunscreen until %v, but SPF follows until %v", p.ID, traits, r.Until, w.ThenUntil)
			}
		}
	}
}

func TestAFigureNamesTheVariantItComesFrom(t *testing.T) {
	p := starter(t, "essentials")
	text, _ := StarterText("essentials")
	lines := strings.Split(string(text), "\n")
	for _, c := range []struct {
		traits     Traits
		id         string
		source, at string
	}{
		{Traits{}, "makeup", "article", `until = "24h"`},
		{Traits{DepthMM: 1.5}, "sun", "dermetics", `until = "14d"`},
		{Traits{Device: "rf", DepthMM: 1.5}, "sun", "ramco", `until = "28d"`},
		{Traits{Sensitive: true}, "makeup", "ogunjimi", `add = "24h"`},
		{Traits{Device: "rf", Sensitive: true}, "actives", "lush", `until = "10d"`},
	} {
		w := window(t, p.For(c.traits), c.id)
		if got := strings.TrimSpace(lines[w.Line-1]); w.Source != c.source || got != c.at {
			t.Errorf("%+v: %s says %s in line %d (%s), want %s (%s)", c.traits, c.id, w.Source, w.Line, got, c.source, c.at)
		}
	}
	spacing := p.For(Traits{Device: "roller", DepthMM: 0.2}).Spacing
	if spacing.Text != "1 week" || spacing.From != week || spacing.Source != "gohara" {
		t.Errorf("a fine roller: %+v", spacing)
	}
}
