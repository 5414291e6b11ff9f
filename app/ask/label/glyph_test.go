package label

import (
	"slices"
	"testing"
)

func TestWhatAScannerMisreadIsReadAsItWasPrinted(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a list without a comma, in capitals", "lNGREDlENTS: AQUA (WATER) PR0PANEDI0L ASC0RBIC AClD ETH0XYDIGLYC0L RETlNYL PALMlTATE S0DlUM HYALUR0NATE CITRlC AClD PARFUM",
			[]string{"Water", "Ascorbic Acid", "Retinyl Palmitate", "Sodium Hyaluronate", "Citric Acid", "Parfum"}},
		{"in small letters", "lngredients: Water, G1ycolic Ac1d, Sal1cylic Acid, Camph0r, Mentho1", []string{"Water", "Glycolic Acid", "Salicylic Acid", "Camphor", "Menthol"}},
		{"slashes, brackets and no comma", "WATER/AQUA/EAU GLYCERIN NIACINAMIDE RETINOL (0.3%) SQUALANE TOCOPHEROL LACTIC ACID PANTHENOL ALLANTOIN", []string{"Water", "Glycerin", "Retinol", "Squalane", "Lactic Acid", "Panthenol", "Allantoin"}},
	} {
		l, err := Read(c.text)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, i := range l.Items {
			if i.Known != nil {
				got = append(got, i.Known.INCI)
			}
		}
		for _, want := range c.want {
			if !slices.Contains(got, want) {
				t.Errorf("%s: %q is missing among %q", c.name, want, got)
			}
		}
	}
}

func TestFiguresThatBelongToANameStay(t *testing.T) {
	for _, text := range []string{"PEG-100 Stearate", "C10-30 Alkyl Acrylate", "C12-15", "Yellow 10", "CI 77891", "Polysorbate 20", "1,2-Hexanediol", "Vitamin B12", "SPF50", "UVA1", "pH 10", "100ml", "Alcohol", "Vitamin A1", "Red 10 Lake"} {
		if got := mended(text); got != text {
			t.Errorf("%q becomes %q", text, got)
		}
	}
}
