package check_test

import (
	"slices"
	"testing"
	"time"

	"afterglow/app/ask/check"
	"afterglow/app/ask/label"
	"afterglow/app/course"
	"afterglow/guidance"
)

// finding is what a check says of one name of a label.
func finding(t *testing.T, r check.Report, name string) check.Finding {
	t.Helper()
	for _, f := range append(r.Found, r.Noted...) {
		if f.Name == name {
			return f
		}
	}
	t.Fatalf("%s is not found: %+v, unknown %q", name, r.Found, r.Unknown)
	return check.Finding{}
}

const cream = "Aqua, Glycerin, Retinol, Aloe Barbadensis Leaf Juice, Octocrylene, Alcohol Denat., Lavender Oil, Niacinamide, Parfum, Linalool, Petrolatum"

func TestAnIngredientWaitsAsLongAsThePlanSays(t *testing.T) {
	for _, c := range []struct {
		name    string
		hours   float64
		of      string
		verdict check.Verdict
		reason  check.Reason
		until   time.Duration // after the treatment; 0: none
	}{
		{"a wait that runs", 30, "Retinol", check.Wait, check.Runs, 5 * 24 * time.Hour},
		{"a wait of the plan's list", 30, "Alcohol Denat.", check.Wait, check.Runs, 7 * 24 * time.Hour},
		{"one of a kind that the list names by its head", 30, "Linalool", check.Wait, check.Runs, 7 * 24 * time.Hour},
		{"a wait that is over is no yes", 121, "Retinol", check.Soft, check.Over, 0},
		{"a list's wait that is over is no yes", 169, "Parfum", check.Soft, check.Over, 0},
		{"what the plan names, before it begins with it", 3, "Aloe Barbadensis Leaf Juice", check.Wait, check.NotBegun, 6 * time.Hour},
		{"what the plan names", 30, "Aloe Barbadensis Leaf Juice", check.Use, check.Named, 0},
		{"sun filters before the plan's sunscreen", 3, "Octocrylene", check.Wait, check.NotBegun, 24 * time.Hour},
		{"sun filters after it", 30, "Octocrylene", check.Soft, check.OursOver, 0},
		{"what the plan is silent of, by our own list", 30, "Lavender Oil", check.Wait, check.Ours, 7 * 24 * time.Hour},
		{"what the plan is silent of, when that is over", 169, "Lavender Oil", check.Soft, check.OursOver, 0},
		{"what soothes, once the plan begins with mild creams", 30, "Glycerin", check.Use, check.Soothes, 0},
		{"what soothes, before that", 3, "Glycerin", check.Soft, check.Soothes, 0},
		{"petrolatum after a day", 24.5, "Petrolatum", check.Use, check.Soothes, 0},
		{"petrolatum on the first day", 20, "Petrolatum", check.Soft, check.Soothes, 0},
		{"before the treatment nothing waits yet", -24, "Retinol", check.Soft, check.Ahead, 5 * 24 * time.Hour},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := finding(t, of(t, after(c.hours, essentials()), cream), c.of)
			if f.Verdict != c.verdict || f.Reason != c.reason {
				t.Errorf("%s: %s for %s", c.of, f.Verdict, f.Reason)
			}
			if want := treated.Add(c.until); c.until == 0 && !f.Until.IsZero() || c.until != 0 && !f.Until.Equal(want) {
				t.Errorf("until %v", f.Until)
			}
		})
	}
}

// clinic is a plan with a list of its own and a wait of its own words.
func clinic(t *testing.T, products string) guidance.Plan {
	t.Helper()
	p, err := guidance.Parse("clinic.toml", []byte(`
format = 1
id = "clinic"
name = "Clinic"
[[sources]]
id = "leaflet"
title = "Leaflet"
strength = "clinic"
[[windows]]
id = "strong"
name = "Strong creams"
avoid = "No retinoids and no vitamin C."
until = "10d"
[[windows]]
id = "drinks"
name = "Alcohol"
avoid = "No alcohol."
until = "48h"
`+products))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestThePlansOwnListGoesBeforeOurs(t *testing.T) {
	p := clinic(t, `
[products]
avoid = ["niacinamide", "acids", "petrolatum"]
allow = ["lactic acid", "adapalene", "linalool"]
use = ["panthenol", "ceramides"]
`)
	r := of(t, after(30, p), "Aqua, Niacinamide, Glycolic Acid, Lactic Acid, Petrolatum, Adapalene, Retinal, Panthenol, Ceramide NP, Linalool, Limonene, Ascorbic Acid, Alcohol")
	for name, want := range map[string]struct {
		verdict check.Verdict
		reason  check.Reason
	}{
		"Niacinamide":   {check.Avoid, check.Listed}, // ours is silent
		"Glycolic Acid": {check.Avoid, check.Listed}, // the plan means the kind
		"Lactic Acid":   {check.Use, check.Allowed},  // its name goes before its kind
		"Petrolatum":    {check.Avoid, check.Listed}, // ours says that it soothes
		"Adapalene":     {check.Use, check.Allowed},  // a wait of the plan would be for its kind
		"Retinal":       {check.Wait, check.Runs},    // the wait's words name its kind
		"Ascorbic Acid": {check.Wait, check.Runs},
		"Panthenol":     {check.Use, check.Named},
		"Ceramide NP":   {check.Use, check.Named},
		"Linalool":      {check.Use, check.Allowed},
		"Limonene":      {check.Wait, check.Ours}, // that another one is allowed says nothing of it
		"Alcohol":       {check.Wait, check.Ours}, // what the plan says of drinks is not for skin
	} {
		if f := finding(t, r, name); f.Verdict != want.verdict || f.Reason != want.reason {
			t.Errorf("%s: %s for %s", name, f.Verdict, f.Reason)
		}
	}
}

func TestOfSeveralTreatmentsTheStrictestHolds(t *testing.T) {
	sc := after(130, essentials()) // its acids are over
	later := course.New(course.Treatment{ID: 2, At: treated.Add(100 * time.Hour), Device: "roller", Area: "neck", Plan: essentials()}, time.UTC, nil)
	sc.Courses = append([]course.Course{later}, sc.Courses...)
	f := finding(t, of(t, sc, cream), "Retinol")
	if f.Verdict != check.Wait || f.Treatment != 2 || !f.Until.Equal(treated.Add(220*time.Hour)) {
		t.Errorf("%s until %v of treatment %d", f.Verdict, f.Until, f.Treatment)
	}
}

func TestWithoutATreatmentNothingIsAYesAndNothingHasAnEnd(t *testing.T) {
	r := of(t, check.Scene{Now: treated, Plan: essentials()}, cream)
	if r.Treated {
		t.Error("it is said to be treated")
	}
	for _, f := range r.Found {
		if f.Verdict == check.Use || !f.Until.IsZero() {
			t.Errorf("%s: %s until %v", f.Name, f.Verdict, f.Until)
		}
	}
	if f := finding(t, r, "Retinol"); f.Verdict != check.Wait || f.Reason != check.Untreated || f.Span == nil {
		t.Errorf("%+v", f)
	}
}

func TestWhenTheCourseIsOverNothingWaits(t *testing.T) {
	p := clinic(t, "[products]\navoid = [\"niacinamide\"]\n")
	c := after(30, p).Courses[0]
	r := of(t, check.Scene{Now: treated.Add(90 * 24 * time.Hour), Past: &c, Plan: p}, cream)
	for _, f := range r.Found {
		if f.Verdict == check.Wait || f.Verdict == check.Avoid {
			t.Errorf("%s: %s for %s", f.Name, f.Verdict, f.Reason)
		}
	}
	if f := finding(t, r, "Niacinamide"); f.Reason != check.Ended {
		t.Errorf("%s", f.Reason)
	}
}

func TestASkinThatIsNotCalmYetKeepsItWaiting(t *testing.T) {
	p := essentials()
	for i := range p.Windows {
		p.Windows[i].AndWhen = "calm"
	}
	f := finding(t, of(t, after(130, p), cream), "Retinol")
	if f.Verdict != check.Wait || f.Reason != check.Calm || !f.Until.IsZero() {
		t.Errorf("%s for %s until %v", f.Verdict, f.Reason, f.Until)
	}
}

func TestWhatIsTakenForSomethingElseIsNot(t *testing.T) {
	for name, c := range map[string]struct{ text, of, group string }{
		"BHA beside BHT keeps fats fresh":          {"Lanolin, BHT, BHA", "BHA", "none"},
		"BHA alone is the acid":                    {"Aqua, BHA, Panthenol", "BHA", "bha"},
		"BHA with an amount is the acid":           {"Aqua, BHA 2%, BHT", "BHA", "bha"},
		"benzyl salicylate is a scent":             {"Aqua, Benzyl Salicylate", "Benzyl Salicylate", "fragrance"},
		"ethylhexyl salicylate is a sun filter":    {"Aqua, Ethylhexyl Salicylate", "Ethylhexyl Salicylate", "chemical-uv-filter"},
		"cetearyl alcohol does not dry":            {"Aqua, Cetearyl Alcohol", "Cetearyl Alcohol", "none"},
		"hyaluronic acid does not peel":            {"Aqua, Hyaluronic Acid", "Hyaluronic Acid", "hyaluronic"},
		"stearic acid does not peel":               {"Aqua, Stearic Acid", "Stearic Acid", "none"},
		"ascorbyl glucoside is no L-ascorbic acid": {"Aqua, Ascorbyl Glucoside", "Ascorbyl Glucoside", "none"},
		"methylbenzylidene camphor does not cool":  {"Aqua, 4-Methylbenzylidene Camphor", "4-Methylbenzylidene Camphor", "chemical-uv-filter"},
		"TBHQ is no hydroquinone":                  {"Aqua, T-Butyl Hydroquinone", "T-Butyl Hydroquinone", "none"},
		"chamomile oil is an essential oil":        {"Aqua, Chamomilla Recutita (Matricaria) Flower Oil", "Chamomilla Recutita (Matricaria) Flower Oil", "essential-oil"},
		"bakuchiol is no retinoid":                 {"Aqua, Bakuchiol", "Bakuchiol", "none"},
	} {
		t.Run(name, func(t *testing.T) {
			if f := finding(t, of(t, after(30, essentials()), c.text), c.of); f.Group != c.group {
				t.Errorf("%s is of %s", c.of, f.Group)
			}
		})
	}
}

func TestOneIngredientCanBeAskedFor(t *testing.T) {
	sc := after(30, essentials())
	f, ok := check.Ingredient(sc, "retinaldehyde")
	if !ok || f.Name != "Retinal" || f.Verdict != check.Wait {
		t.Errorf("%v %+v", ok, f)
	}
	if f, ok := check.Ingredient(sc, "toothpaste"); ok {
		t.Errorf("%+v", f)
	}
}

// TestNothingIsAYesThatNoPlanGives asks every name of our list of many plans at many hours.
func TestNothingIsAYesThatNoPlanGives(t *testing.T) {
	book := guidance.Ingredients()
	for _, products := range []string{"", "[products]\nuse = [\"panthenol\"]\n", "[products]\nallow = [\"retinol\", \"parfum\"]\n", "[products]\navoid = [\"aloe vera\", \"ceramides\"]\nuse = [\"ceramide np\"]\n"} {
		p := clinic(t, products)
		said := slices.Concat(p.Products.Allow, p.Products.Use)
		for _, hours := range []float64{-30, 1, 30, 200, 400, 1000} {
			sc := after(hours, p)
			for _, e := range book.Entries {
				f, _ := check.Ingredient(sc, e.INCI)
				if f.Verdict != check.Use {
					continue
				}
				if !slices.ContainsFunc(said, func(word string) bool {
					by, ok := book.Find(word)
					return ok && (by.INCI == e.INCI || by.Group == e.Group)
				}) {
					t.Errorf("%s: a yes after %v hours that %q does not give", e.INCI, hours, products)
				}
			}
		}
	}
}

func TestAWaitsNameIsNoListOfIngredients(t *testing.T) {
	r := of(t, after(30, essentials()), "Aqua, Treatments, Other, Mica")
	if len(r.Found) > 0 || !slices.Contains(r.Unknown, "Other") {
		t.Errorf("found %+v, unknown %q", r.Found, r.Unknown)
	}
}

func TestWhatSoothesMayGoOnOnlyOncePlanAndSkinAreReady(t *testing.T) {
	silent := clinic(t, "") // it has no mild cream
	for name, c := range map[string]struct {
		sc   check.Scene
		want check.Verdict
	}{
		"the plan has begun":             {after(30, essentials()), check.Use},
		"the plan has not begun":         {after(2, essentials()), check.Soft},
		"the treatment lies ahead":       {after(-24, essentials()), check.Soft},
		"the plan says nothing of cream": {after(30, silent), check.Soft},
		"no treatment was entered":       {check.Scene{Now: treated, Plan: essentials()}, check.Soft},
	} {
		t.Run(name, func(t *testing.T) {
			for _, of := range []string{"glycerin", "squalane", "ceramide np", "petrolatum", "zinc oxide"} {
				if f, ok := check.Ingredient(c.sc, of); !ok || f.Verdict != c.want {
					t.Errorf("%s: %s for %s", of, f.Verdict, f.Reason)
				}
			}
		})
	}
}

func BenchmarkOf(b *testing.B) {
	sc := after(30, essentials())
	for b.Loop() {
		list, err := label.Read(shampoo)
		if err != nil {
			b.Fatal(err)
		}
		check.Of(sc, list)
	}
}

// shampoo is a long list.
const shampoo = `Ingredients: Aqua (Water), Sodium Laureth Sulfate, Cocamidopropyl Betaine, Sodium Chloride, Glycol Distearate, Parfum (Fragrance),
Dimethiconol, Glycerin, Carbomer, Citric Acid, Guar Hydroxypropyltrimonium Chloride, TEA-Dodecylbenzenesulfonate, Sodium Benzoate, PPG-12, Lactic Acid,
Disodium EDTA, Hexyl Cinnamal, Benzyl Salicylate, Linalool, Butylphenyl Methylpropional, Limonene, Citronellol, Amyl Cinnamal, Benzyl Alcohol,
Retinol 0.3%, Niacinamide, Methylisothiazolinone, CI 19140, CI 17200.`
