package guidance

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// promise is what a starter plan says of one matter on which it once said two things, or nothing.
type promise struct {
	name  string
	holds func(t *testing.T, p Plan)
}

func careOf(t *testing.T, p Plan, id string) Care {
	t.Helper()
	i := slices.IndexFunc(p.Care, func(c Care) bool { return c.ID == id })
	if i < 0 {
		t.Fatalf("%s has no care %s", p.ID, id)
	}
	return p.Care[i]
}

func phaseOf(t *testing.T, p Plan, id string) Phase {
	t.Helper()
	i := slices.IndexFunc(p.Phases, func(x Phase) bool { return x.ID == id })
	if i < 0 {
		t.Fatalf("%s has no phase %s", p.ID, id)
	}
	return p.Phases[i]
}

func callOf(t *testing.T, p Plan, id string) Call {
	t.Helper()
	list := CallList(p)
	i := slices.IndexFunc(list, func(c Call) bool { return c.ID == id })
	if i < 0 {
		t.Fatalf("no call %s", id)
	}
	return list[i]
}

// lists fails unless every word is in the list.
func lists(t *testing.T, what string, list []string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !slices.Contains(list, w) {
			t.Errorf("%s %q do not list %q", what, list, w)
		}
	}
}

// lacks fails if any word is in the text or list.
func lacks(t *testing.T, what, text string, words ...string) {
	t.Helper()
	for _, w := range words {
		if strings.Contains(strings.ToLower(text), w) {
			t.Errorf("%s %q speaks of %q", what, text, w)
		}
	}
}

// saidBy fails unless that source says these words of the entry.
func saidBy(t *testing.T, says []Says, base, want string, words ...string) {
	t.Helper()
	for _, w := range words {
		if got := sourceFor(says, w, base); got != want {
			t.Errorf("%s is said by %q, want %q", w, got, want)
		}
	}
}

var contradictions = []promise{
	{"1 picking, scratching and rubbing have no end, and touching has", func(t *testing.T, p Plan) {
		lacks(t, "the wait for touching", strings.Join(window(t, p, "hands").Activities, " "), "pick", "scratch", "rub")
		c := careOf(t, p, "flaking")
		lists(t, "never", c.Never, "picking", "scratching", "rubbing")
		names(t, c.Text, "never pick, scratch or rub")
		first := map[string]string{"24h": "first day", "3d": "three days"}[window(t, p, "hands").Until.String()]
		names(t, careOf(t, p, "gentle").Text, "hands off for", first, "then use clean hands")
	}},
	{"2 sunscreen begins at one figure wherever it is named", func(t *testing.T, p Plan) {
		names(t, window(t, p, "sun").Why, "spf 30+ from 24 hours on")
		names(t, careOf(t, p, "shade").Text, "from 24 hours on, add spf 30")
		names(t, careOf(t, p, "first-day").Text, "first 24 hours", "shade and a hat alone")
		for _, traits := range everyTraits() {
			r := routine(t, p.For(traits), "sunscreen")
			may := r.From
			if r.AllowedFrom != nil {
				may = *r.AllowedFrom
			}
			want := 24 * time.Hour
			if p.ID == "cautious" && traits.Device == "rf" {
				want = 72 * time.Hour
				for _, text := range []string{window(t, p, "sun").Why, careOf(t, p, "shade").Text, careOf(t, p, "first-day").Text} {
					names(t, text, "after rf", "72")
				}
			}
			if may.Elapsed != want {
				t.Errorf("%+v: sunscreen from %v, want %v", traits, may, want)
			}
		}
		saidBy(t, careOf(t, p, "shade").Says, "", "nuance", "SPF")
		for _, s := range shown(p) {
			lacks(t, s.where, s.text, "second day", "first day add")
		}
	}},
	{"3 sunbathing waits until what follows ends, and sunbeds are not in the course", func(t *testing.T, p Plan) {
		w := window(t, p, "sun")
		lists(t, "activities", w.Activities, "sunbathing", "tanning", "beach")
		lists(t, "then_avoid", w.ThenAvoid, "sunbathing", "tanning", "beach")
		saidBy(t, w.Says, w.Source, "dermetics", "sunbathing", "tanning", "beach")
		names(t, w.After, "still no sunbathing")
		for _, traits := range everyTraits() {
			if then := window(t, p.For(traits), "sun").ThenUntil; then.Elapsed < 14*day {
				t.Errorf("%+v: sunbathing waits %v only", traits, then)
			}
		}
		lacks(t, "the wait for the sun", strings.Join(w.Activities, " "), "bed")
		c := careOf(t, p, "shade")
		lists(t, "never", c.Never, "sunbed", "tanning bed")
		names(t, c.Text, "no sunbeds as long as your plan lasts")
		saidBy(t, c.Says, c.Source, "reading", "sunbed", "tanning bed")
	}},
	{"4 scrubs wait as long as acids, in advice, wait and products", func(t *testing.T, p Plan) {
		names(t, careOf(t, p, "gentle").Text, "scrubs and exfoliants wait as long as acids do")
		w := window(t, p, "actives")
		names(t, w.Avoid, "scrubs", "exfoliants")
		lists(t, "activities", w.Activities, "scrub", "exfoliant", "cleansing brush")
		for _, name := range []string{"pumice", "juglans regia shell powder", "glycolic acid"} {
			if got := waitOf(t, p, name); got.Window != "actives" {
				t.Errorf("%s waits %+v", name, got)
			}
		}
	}},
	{"5 washing and moisturising say from when, as their routines do", func(t *testing.T, p Plan) {
		for care, id := range map[string]string{"clean": "cleanse", "soothe": "moisturise"} {
			c := careOf(t, p, care)
			if !slices.Contains(c.Covers, id) {
				t.Errorf("care %s is carried out by %v", care, c.Covers)
			}
			hours := strings.TrimSuffix(routine(t, p, id).From.String(), "h")
			names(t, c.Text, "from "+hours+" hours on")
		}
	}},
	{"6 flakes are expected in the phase of the day that they are said to begin on", func(t *testing.T, p Plan) {
		c, x := careOf(t, p, "flaking"), phaseOf(t, p, "calming")
		names(t, c.Text, "flake from day 2 on")
		names(t, x.Expect, "first flakes")
		if x.From.Elapsed > 48*time.Hour || x.Until.Elapsed < 48*time.Hour {
			t.Errorf("day 2 is not in %s, %v to %v", x.ID, x.From, x.Until)
		}
		saidBy(t, x.Says, x.Source, "skintellect", "flakes")
		names(t, phaseOf(t, p, "renewing").Expect, "flaking")
	}},
	{"7 mascara and lipstick wait with makeup, and the advice on them says so", func(t *testing.T, p Plan) {
		lists(t, "activities", window(t, p, "makeup").Activities, "mascara", "lipstick")
		c := careOf(t, p, "eyes-and-lips")
		names(t, c.Text, "count as treated", "makeup waits too", "clinic left them out")
		if !slices.Contains(c.Covers, "makeup") || c.Source != "artemis" {
			t.Errorf("%+v", c)
		}
	}},
	{"8 the acids that wait are the exfoliating ones, and hyaluronic acid is none", func(t *testing.T, p Plan) {
		names(t, window(t, p, "actives").Avoid, "no exfoliating acids")
		c := careOf(t, p, "soothe")
		names(t, c.Text, "hyaluronic acid, which is a mild acid")
		lists(t, "about", c.About, "hyaluronic acid")
		for _, name := range []string{"hyaluronic acid", "sodium hyaluronate"} {
			if slices.Contains(p.Products.Avoid, name) || !slices.Contains(p.Products.Use, name) {
				t.Errorf("%s is not one to use", name)
			}
		}
	}},
	{"9 a cream that a doctor gave is asked about before it waits", func(t *testing.T, p Plan) {
		w := window(t, p, "actives")
		lists(t, "activities", w.Activities, "tretinoin")
		names(t, w.Why, "did a doctor give you one? ask first")
		c := careOf(t, p, "medicines")
		names(t, c.Text, "never stop a medicine", "creams such as tretinoin too")
		saidBy(t, c.Says, c.Source, "general", "prescribed cream")
	}},
	{"10 swelling may peak on day 2, after that it is a call, and itch is named", func(t *testing.T, p Plan) {
		calming, settling, worse := phaseOf(t, p, "calming"), phaseOf(t, p, "settling"), callOf(t, p, "worse")
		names(t, calming.Expect, "swelling that may peak on day 2", "itchy")
		saidBy(t, calming.Says, calming.Source, "dermapen", "swelling")
		names(t, settling.Expect, "swelling", "itch", "sore")
		saidBy(t, settling.Says, settling.Source, "martin", "swelling", "itch", "sore")
		names(t, worse.Text, "redness, pain or heat that gets worse", "swelling that still grows after day 2")
		names(t, callOf(t, p, "bumps").Text, "itchy bumps that stay")
	}},
	{"11 what no sheet says of other treatments is not put in a sheet's mouth", func(t *testing.T, p Plan) {
		w := window(t, p, "procedures")
		saidBy(t, w.Says, w.Source, "general", "laser", "peel", "facial", "dermaplaning")
		injectables := map[string]string{"essentials": "renajo", "cautious": "reading"}[p.ID]
		saidBy(t, w.Says, w.Source, injectables, "botox", "filler")
		w = window(t, p, "wax")
		saidBy(t, w.Says, w.Source, "general", "plucking", "sugaring")
	}},
	{"12 the rule on heat names what its other words name", func(t *testing.T, p Plan) {
		w := window(t, p, "heat")
		for _, word := range []string{"sauna", "hot tub", "pool", "sea", "lake", "bath", "hot shower"} {
			names(t, w.Avoid, word)
			lists(t, "activities", w.Activities, word)
		}
	}},
	{"13 a burn is a reason to call, whatever device made it", func(t *testing.T, p Plan) {
		c := callOf(t, p, "rf-burns")
		names(t, c.Text, "burns", "blisters", "dents")
		lacks(t, "the call", c.Text, "rf")
		if c.Act != "today" {
			t.Errorf("it says %s", c.Act)
		}
	}},
	{"14 ice and pain tablets are in the text as in the name, and covers need no figure", func(t *testing.T, p Plan) {
		c := careOf(t, p, "ice")
		names(t, c.Text, "some clinics allow ice, and others do not", "ibuprofen", "ice or a pain tablet")
		lists(t, "about", c.About, "ice", "cold plunge", "pain tablets", "ibuprofen")
		lacks(t, "the text", c.Text, "paracetamol")
		u := careOf(t, p, "uncovered")
		names(t, u.Text, "no film and no sheet masks", "gives no end")
		lacks(t, "the text", u.Text, "first days")
		lists(t, "never", u.Never, "film", "sheet mask")
	}},
	{"15 each ingredient to avoid has an end", func(t *testing.T, p Plan) {
		for _, name := range p.Products.Avoid {
			w := waitOf(t, p, name)
			if (w.Window == "") == (w.Until == nil) {
				t.Errorf("%s waits %+v", name, w)
			}
		}
		alcohol := map[string]time.Duration{"essentials": week, "cautious": 2 * week}[p.ID]
		if w := waitOf(t, p, "alcohol denat."); w.Until.Elapsed != alcohol {
			t.Errorf("alcohol denat. waits until %v", w.Until)
		}
		for _, name := range []string{"parfum", "menthol", "camphor"} {
			if w := waitOf(t, p, name); w.Until.Elapsed != week {
				t.Errorf("%s waits until %v", name, w.Until)
			}
		}
	}},
}

func waitOf(t *testing.T, p Plan, name string) ProductWait {
	t.Helper()
	i := slices.IndexFunc(p.Products.Waits, func(w ProductWait) bool { return slices.Contains(w.Avoid, name) })
	if i < 0 {
		t.Fatalf("%s: %s has no end", p.ID, name)
	}
	return p.Products.Waits[i]
}

// gaps are what people ask and a source answers.
var gaps = []promise{
	{"scabs, bruises and blood spots", func(t *testing.T, p Plan) {
		c := careOf(t, p, "flaking")
		names(t, c.Text, "scabs, bruises and blood spots may last 7 to 10 days")
		lists(t, "about", c.About, "scabs", "bruises", "blood spots")
		saidBy(t, c.Says, c.Source, "desertsage", "scabs", "bruises", "blood spots")
	}},
	{"petrolatum", func(t *testing.T, p Plan) {
		c := careOf(t, p, "uncovered")
		names(t, c.Text, "petrolatum may go on as a thin layer after 24 hours", "covered skin closes more slowly")
		saidBy(t, c.Says, c.Source, "aad", "petrolatum")
	}},
	{"panthenol", func(t *testing.T, p Plan) {
		c := careOf(t, p, "soothe")
		names(t, c.Text, "panthenol did well in a laboratory test")
		saidBy(t, c.Says, c.Source, "dexpanthenol", "panthenol", "dexpanthenol")
		if s, _ := p.SourceOf("dexpanthenol"); s.Strength != "B" || !strings.Contains(s.Note, "not people") {
			t.Errorf("%+v", s)
		}
		if slices.Contains(p.Products.Use, "panthenol") {
			t.Error("a laboratory test makes panthenol one to use")
		}
	}},
	{"perfume", func(t *testing.T, p Plan) {
		if w := waitOf(t, p, "parfum"); w.Source != "sccs" {
			t.Errorf("%+v", w)
		}
	}},
	{"tea and coffee", func(t *testing.T, p Plan) {
		c := careOf(t, p, "drink")
		names(t, c.Text, "all drinks count, tea and coffee too")
		saidBy(t, c.Says, c.Source, "nhs", "tea", "coffee")
	}},
	{"minoxidil, for the scalp alone", func(t *testing.T, p Plan) {
		c := careOf(t, p, "scalp")
		names(t, c.Text, "24 hours", "minoxidil")
		for _, other := range p.For(Traits{Area: "face"}).Care {
			if other.ID == "scalp" || strings.Contains(other.Text, "minoxidil") {
				t.Errorf("a treated face hears of minoxidil: %+v", other)
			}
		}
		careOf(t, p.For(Traits{Area: "scalp"}), "scalp")
	}},
	{"no word of what no source speaks of", func(t *testing.T, p Plan) {
		for _, s := range shown(p) {
			lacks(t, s.where, s.text, "arnica", "paracetamol", "smok", "niacinamide", "flight", "toner", "vaccin")
		}
	}},
}

func TestTheStarterPlansDoNotContradictThemselves(t *testing.T) {
	for _, p := range Starters() {
		for _, c := range slices.Concat(contradictions, gaps) {
			t.Run(p.ID+": "+c.name, func(t *testing.T) { c.holds(t, p) })
		}
	}
}
