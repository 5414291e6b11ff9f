package label

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"afterglow/app/fault"
)

// read gives the names of a label, with the kind of each that is known: "Retinol=retinoid".
func read(t testing.TB, text string) []string {
	t.Helper()
	l, err := Read(text)
	if err != nil {
		t.Fatalf("%v: %.80q", err, text)
	}
	var all []string
	for _, i := range l.Items {
		name := i.Name
		if i.Known != nil {
			name += "=" + i.Known.Group
		}
		all = append(all, name)
	}
	return all
}

func TestAListIsDividedWhateverStandsBetweenItsNames(t *testing.T) {
	want := []string{"Aqua=none", "1,2-Hexanediol", "Retinol=retinoid", "Mica"}
	for name, text := range map[string]string{
		"commas":                 "Aqua, 1,2-Hexanediol, Retinol, Mica",
		"commas without spaces":  "Aqua,1,2-Hexanediol,Retinol,Mica",
		"semicolons":             "Aqua; 1,2-Hexanediol; Retinol; Mica",
		"bullets":                "• Aqua • 1,2-Hexanediol • Retinol • Mica",
		"middle dots":            "Aqua · 1,2-Hexanediol · Retinol · Mica",
		"lines":                  "Aqua\n1,2-Hexanediol\nRetinol\nMica",
		"lines with dashes":      "- Aqua\n- 1,2-Hexanediol\n- Retinol\n- Mica\n",
		"lines with stars":       "* Aqua\n* 1,2-Hexanediol\n* Retinol\n* Mica\n",
		"lines with numbers":     "1. Aqua\n2. 1,2-Hexanediol\n3. Retinol\n4. Mica\n",
		"lines that end in ,":    "Aqua,\n1,2-Hexanediol,\nRetinol,\nMica",
		"slashes":                "Aqua / 1,2-Hexanediol / Retinol / Mica",
		"wide spaces":            "Aqua  1,2-Hexanediol  Retinol  Mica",
		"plus signs":             "Aqua + 1,2-Hexanediol + Retinol + Mica",
		"dashes":                 "Aqua - 1,2-Hexanediol - Retinol - Mica",
		"full stops":             "Aqua. 1,2-Hexanediol. Retinol. Mica.",
		"cells":                  "Aqua\tsolvent\n1,2-Hexanediol\thumectant\nRetinol\tactive\nMica\tcolour",
		"columns":                "Aqua\t1,2-Hexanediol\tRetinol\tMica",
		"a table of pipes":       "| Aqua | solvent |\n| 1,2-Hexanediol | humectant |\n| Retinol | Fragrance |\n| Mica | colour |",
		"a warning behind it":    "Ingredients: Aqua, 1,2-Hexanediol, Retinol, Mica\nWarning: contains menthol.",
		"pipes":                  "Aqua | 1,2-Hexanediol | Retinol | Mica",
		"full width":             "Aqua，1,2-Hexanediol、Retinol；Mica",
		"a heading":              "Ingredients: Aqua, 1,2-Hexanediol, Retinol, Mica.",
		"a heading of its own":   "INGREDIENTS\nAqua, 1,2-Hexanediol,\nRetinol, Mica",
		"a heading without mark": "Ingredients Aqua, 1,2-Hexanediol, Retinol, Mica",
		"two headings in one":    "Ingredients/Ingrédients (INCI): Aqua, 1,2-Hexanediol, Retinol, Mica",
		"what stands before":     "Night serum, free from parfum. Ingredients: Aqua, 1,2-Hexanediol, Retinol, Mica",
		"what stands behind":     "Aqua, 1,2-Hexanediol, Retinol, Mica. Made in Portugal. Store in a cool place, away from menthol.",
		"a footnote":             "Aqua, 1,2-Hexanediol*, Retinol, Mica. *From organic farming",
		"amounts":                "Aqua 50%, 1,2-Hexanediol (2,5 %), 0.3% Retinol, Mica <1%",
		"HTML":                   "<ul><li>Aqua</li><li>1,2-Hexanediol</li><li>Retinol</li><li>Mica</li></ul>",
		"windows' lines":         "Aqua,\r\n1,2-Hexanediol,\r\nRetinol,\r\nMica\r\n",
	} {
		t.Run(name, func(t *testing.T) {
			if got := read(t, text); !slices.Equal(got, want) {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestANameIsReadHoweverItIsWritten(t *testing.T) {
	for text, want := range map[string]string{
		"Butyl Methoxydibenzoyl-\nmethane, Mica":       "Butyl Methoxydibenzoylmethane=chemical-uv-filter",
		"BUTYL METHOXYDIBENZOYL\nMETHANE, Mica":        "Butyl Methoxydibenzoylmethane=chemical-uv-filter",
		"RETINYL\nPALMITATE\nMICA\nTALC":               "Retinyl Palmitate=retinoid",
		"SODIUM HYALURONATE":                           "Sodium Hyaluronate=hyaluronic",
		"PEG-100 STEARATE":                             "PEG-100 STEARATE",
		"C12-15 ALKYL BENZOATE":                        "C12-15 ALKYL BENZOATE",
		"CI 77491":                                     "CI 77491",
		"Parfum/Fragrance":                             "Parfum=fragrance",
		"Fragrance (Parfum)":                           "Fragrance=fragrance",
		"Vitamin C (Ascorbyl Glucoside)":               "Ascorbyl Glucoside=none",
		"Vitamin A (Retinol)":                          "Retinol=retinoid",
		"Exfoliant (Glycolic Acid)":                    "Glycolic Acid=aha",
		"Alcohol (Denat.)":                             "Alcohol Denat.=drying-alcohol",
		"Zinc Oxide (nano)":                            "Zinc Oxide=zinc-oxide",
		"Organic Aloe Vera Leaf Juice":                 "Organic Aloe Vera Leaf Juice=aloe",
		"Mentha Piperita (Peppermint) Leaf Oil*":       "Mentha Piperita (Peppermint) Leaf Oil=essential-oil",
		"Rosa Damascena Flower Water":                  "Rosa Damascena Flower Water",
		"Rosa Canina (Rosehip) Seed Oil":               "Rosa Canina (Rosehip) Seed Oil",
		"Citrus Limon Fruit Extract":                   "Citrus Limon Fruit Extract",
		"Argania Spinosa Shell Powder":                 "Argania Spinosa Shell Powder=scrub",
		"SD Alcohol 37":                                "SD Alcohol 37=drying-alcohol",
		"Salicylic Acid 2% w/w":                        "Salicylic Acid=bha",
		"Panthénol":                                    "Panthenol=panthenol",
		"Salicyclic Acid":                              "Salicylic Acid=bha",
		"RETIN0L":                                      "Retinol=retinoid",
		"Retinyl Ascorbate":                            "Retinyl Ascorbate=retinoid",
		"Organic Wheat Alcohol Denat.":                 "Organic Wheat Alcohol Denat=drying-alcohol",
		"Natural Fragrance Blend":                      "Natural Fragrance Blend=fragrance",
		"Calendula Essential Oil":                      "Calendula Essential Oil=essential-oil",
		"Fragrance-free blend":                         "Fragrance-free blend",
		"Benzoyl Peroxyde":                             "Benzoyl Peroxide=benzoyl-peroxide",
		"Glycolic Acid/Lactic Acid Copolymer":          "Glycolic Acid/Lactic Acid Copolymer=none",
		"Aminomethyl Propanol":                         "Aminomethyl Propanol",
		"Hydrogenated Lecithin":                        "Hydrogenated Lecithin",
		"Alcohol-free toner":                           "Alcohol-free toner",
		"Retinol Alternative":                          "Retinol Alternative",
		"Capryloyl Salicylic Acid":                     "Capryloyl Salicylic Acid=bha",
		"Lavandula Angustifolia (Lavender) Flower Oil": "Lavandula Angustifolia (Lavender) Flower Oil=essential-oil",
	} {
		if got := read(t, text); got[0] != want {
			t.Errorf("%q is read as %q", text, got)
		}
	}
}

func TestAListWithoutMarksIsReadByItsKnownNames(t *testing.T) {
	want := []string{"Water=none", "Aloe Vera=aloe", "Butylene Glycol", "Retinol=retinoid", "Alcohol=drying-alcohol", "Parfum=fragrance"}
	if got := read(t, "Water Aloe Vera Butylene Glycol Retinol Alcohol Parfum"); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestWhatStandsBeforeAListCountsOnlyWhereItIsInTheProduct(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"an active part without a heading": {"Tretinoin 0.05%, Fluocinolone 0.01%. Inactive ingredients: water, mica", []string{"Tretinoin=retinoid", "Fluocinolone", "water=none", "mica"}},
		"an amount in the product's name":  {"Retinol 0.5% serum\nIngredients: Aqua, Mica", []string{"Retinol=retinoid", "Aqua=none", "Mica"}},
		"a name without an amount":         {"Our retinol alternative\nIngredients: Aqua, Mica", []string{"Aqua=none", "Mica"}},
		"what it is free from":             {"Free from: alcohol, retinol.\nIngredients: Aqua, Mica", []string{"Aqua=none", "Mica"}},
		"an amount of nothing":             {"0% alcohol, 0% retinol\nIngredients: Aqua, Mica", []string{"Aqua=none", "Mica"}},
	} {
		t.Run(name, func(t *testing.T) {
			got := read(t, c.text)
			for i := range got {
				got[i] = strings.ReplaceAll(got[i], "Water", "water")
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestWhatIsNotInAProductIsNotFound(t *testing.T) {
	for _, text := range []string{
		"0% alcohol, Aqua, Mica",
		"Aqua, Mica. It is free from fragrance and alcohol",
		"Aqua, Mica, without alcohol or retinol and menthol",
		"Aqua, Potassium Sorbate, Mica",
	} {
		for _, name := range read(t, text) {
			if strings.Contains(name, "=") && !strings.HasSuffix(name, "=none") {
				t.Errorf("%q: %s", text, name)
			}
		}
	}
}

func TestEachNameOfAKindIsKept(t *testing.T) {
	want := []string{"Vitis Vinifera Seed Powder=scrub", "Cocos Nucifera Shell Powder=scrub", "Linalool=fragrance", "Farnesol=fragrance", "Mica"}
	got := read(t, "Vitis Vinifera Seed Powder, Cocos Nucifera Shell Powder, Linalool**, Farnesol** *organic **natural constituents of essential oils, Mica")
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestDigitsThatAScannerTookForLettersAreLetters(t *testing.T) {
	for text, want := range map[string]string{"RET1NOL": "retinoid", "GLYCER1N": "glycerin", "SQUA1ANE": "squalane", "ALOE BARBADENS1S LEAF JU1CE": "aloe", "SAL1CYLIC AC1D": "bha"} {
		if got := read(t, "Aqua, Mica, "+text); len(got) != 3 || !strings.HasSuffix(got[2], "="+want) {
			t.Errorf("%s: %q", text, got)
		}
	}
}

func TestAWordThatIsNearTwoNamesIsNoneOfThem(t *testing.T) {
	for _, text := range []string{"Retinil", "Citronellul", "Benzophenone-6", "Maltic Acid"} {
		if got := read(t, text)[0]; strings.Contains(got, "retinoid") || strings.Contains(got, "=chemical") {
			t.Errorf("%q is read as %q", text, got)
		}
	}
}

func TestWhatIsActiveAndWhatMayBeInItIsTold(t *testing.T) {
	l, err := Read("Active ingredient: Zinc Oxide 12% (Sunscreen). Inactive ingredients: Water, Mica, Citric Acid. May contain: CI 77891.")
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range l.Items {
		if i.Active != (i.Name == "Zinc Oxide") || i.May != (i.Name == "CI 77891") {
			t.Errorf("%+v", i)
		}
	}
	if l.Items[0].Percent != "12%" {
		t.Errorf("%+v", l.Items[0])
	}
}

func TestAnAcidIsLowOnlyWhereThereIsLittleOfIt(t *testing.T) {
	for text, low := range map[string]bool{
		"Aqua, Glycerin, Propanediol, Squalane, Mica, Xanthan Gum, Citric Acid":   true,
		"Aqua, Phenoxyethanol, Lactic Acid, Glycerin, Squalane, Mica, Talc, Zinc": true,
		"Aqua, Lactic Acid, Glycerin, Phenoxyethanol, Mica, Talc":                 false,
		"Aqua, Glycerin, Squalane, Mica, Talc, Lactic Acid 5%":                    false,
		"Aqua, Citric Acid": false,
		"Aqua, Arginine, Propanediol, Glycolic Acid, Lactic Acid, Citric Acid": false,
		"Active ingredient: Lactic Acid":                                       false,
	} {
		l, err := Read(text)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range l.Items {
			if i.Known != nil && i.Known.PH && i.Low != low {
				t.Errorf("%s of %q: low is %v", i.Name, text, i.Low)
			}
		}
	}
}

func TestWhatIsNoLabelIsRefusedInOneLine(t *testing.T) {
	for name, c := range map[string]struct{ text, id string }{
		"nothing":      {"", "check.nothing"},
		"only marks":   {"*** ,,, 12% --", "check.nothing"},
		"bytes":        {"Aqua, \xff\xfe", "check.not_text"},
		"a program":    {"ELF\x00\x01Aqua", "check.not_text"},
		"a whole book": {strings.Repeat("Aqua, Glycerin, ", 5000), "check.too_large"},
	} {
		var f *fault.Fault
		if _, err := Read(c.text); !errors.As(err, &f) || f.ID != c.id {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// hostile are texts of ten thousand letters that no label is.
func hostile() map[string]string {
	random := rand.New(rand.NewPCG(1, 2)) // the same each time
	letters := func(alphabet string) string {
		var b strings.Builder
		for b.Len() < 10_000 {
			b.WriteByte(alphabet[random.IntN(len(alphabet))])
		}
		return b.String()
	}
	return map[string]string{
		"letters": letters("abcdefghijklmnopqrstuvwxyz"), "words": letters("abcdefghij klmnop qrstuvwxyz   "), "names": letters("abcdefghijklm nopqrstu,"),
		"marks": letters("ab,;./()[]-*%:\n\t 12"), "brackets": strings.Repeat("((((((a)", 1250), "lines": strings.Repeat("- abc def\n", 1000),
		"slashes": strings.Repeat("acid/", 2000), "headings": strings.Repeat("ingredients:", 833), "near": strings.Repeat("retinil glycolc acd, ", 476),
	}
}

func TestTenThousandRandomLettersAreRead(t *testing.T) {
	for name, text := range hostile() {
		if l, err := Read(text); err == nil && len(l.Items) == 0 {
			t.Errorf("%s: neither read nor refused", name)
		}
	}
}

func BenchmarkHostile(b *testing.B) {
	for name, text := range hostile() {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				_, _ = Read(text)
			}
		})
	}
}

func BenchmarkRead(b *testing.B) {
	const text = `Ingredients: Aqua (Water), Sodium Laureth Sulfate, Cocamidopropyl Betaine, Sodium Chloride, Glycol Distearate, Parfum (Fragrance), Dimethiconol,
Glycerin, Carbomer, Citric Acid, Guar Hydroxypropyltrimonium Chloride, TEA-Dodecylbenzenesulfonate, Sodium Benzoate, PPG-12, Lactic Acid, Retinol 0.3%,
Disodium EDTA, Hexyl Cinnamal, Benzyl Salicylate, Linalool, Butylphenyl Methylpropional, Limonene, Citronellol, Amyl Cinnamal, Benzyl Alcohol, CI 19140.`
	for b.Loop() {
		if _, err := Read(text); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, text := range hostile() {
		f.Add(text[:200])
	}
	f.Add("Ingredients: Aqua/Water/Eau, 1,2-Hexanediol, Parfum (Limonene, Linalool) [+/- CI 77891]. *organic")
	f.Fuzz(func(t *testing.T, text string) {
		l, err := Read(text)
		if err != nil {
			return
		}
		for _, i := range l.Items {
			if strings.TrimSpace(i.Name) == "" || len(i.Keys) == 0 {
				t.Errorf("%q gives %+v", text, i)
			}
		}
	})
}
