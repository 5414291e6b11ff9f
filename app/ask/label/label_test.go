package label

import (
	"strings"
	"testing"
)

func names2(l List) (found, unknown []string) {
	for _, i := range l.Items {
		if i.Known == nil {
			unknown = append(unknown, i.Name)
			continue
		}
		s := i.Name + "=" + i.Known.Group
		if i.Percent != "" {
			s += "@" + i.Percent
		}
		if i.Low {
			s += " low"
		}
		found = append(found, s)
	}
	return
}

func TestTry(t *testing.T) {
	for _, text := range []string{
		"Ingredients: Aqua/Water/Eau, Glycerin, Niacinamide 10%, Retinol (0.3%), Parfum (Fragrance), Limonene, Linalool.",
		"INGREDIENTS: AQUA, 1,2-HEXANEDIOL, BUTYL METHOXYDIBENZOYL-\nMETHANE, C12-15 ALKYL BENZOATE, PEG-100 STEARATE, CITRIC ACID, BHA, BHT [+/- CI 77891, CI 77491 (Iron Oxides)]",
		"Drug Facts\nActive ingredients          Purpose\nAvobenzone 3%..........Sunscreen\nHomosalate 10%..........Sunscreen\nOctocrylene 10%.....Sunscreen\nUses\n• helps prevent sunburn\nInactive ingredients Water, Glycerin, Alcohol Denat., Cetearyl Alcohol, Fragrance\nQuestions? Call 1-800",
		"Water Glycerin Alcohol Parfum Dimethicone",
		"• Aqua\n• Cetyl Alcohol\n• Lavandula Angustifolia (Lavender) Flower Oil*\n• Rosa Canina (Rosehip) Seed Oil*\n*Certified organic",
		"Free from parabens, fragrance and alcohol. Ingredients: Squalane, Salicyclic Acid, Melaleuca Alternifolia Leaf Water.",
		"Aqua · Glycerin · Vitamin C (Ascorbyl Glucoside) · Vitamin C (L-Ascorbic Acid) 15% · 3-O-Ethyl Ascorbic Acid",
		"Aqua / Glycerin / Tocopherol / Menthol",
		"Aqua, Sodium Lactate, Lactic Acid, Citrus Sinensis Peel Oil Expressed, linalool*, citral* and limonene*. *From natural essential oils.",
	} {
		l, err := Read(text)
		f, u := names2(l)
		t.Logf("%v\n   F %q\n   U %q", err, f, u)
	}
}

func BenchmarkRandom(b *testing.B) {
	for name, text := range map[string]string{
		"letters": strings.Repeat("qxzvplkmwe", 1000), "words": strings.Repeat("retino glycolc ", 667), "commas": strings.Repeat("abcdefgh,", 1111),
		"brackets": strings.Repeat("((((((a)", 1250), "lines": strings.Repeat("- abc def\n", 1000), "slashes": strings.Repeat("acid/", 2000), "ingredients": strings.Repeat("ingredients:", 833),
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				_, _ = Read(text)
			}
		})
	}
}
