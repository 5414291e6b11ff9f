package guidance

import (
	"slices"
	"strings"
	"testing"
)

func TestTheIngredientsCanBeRead(t *testing.T) {
	b, err := ParseIngredients(ingredientsText)
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Entries) < 150 {
		t.Errorf("only %d entries", len(b.Entries))
	}
}

func TestAnIngredientIsFoundInAnyWriting(t *testing.T) {
	for _, c := range []struct{ word, inci, group string }{
		{"retinal", "Retinal", "retinoid"},
		{"RETINALDEHYDE", "Retinal", "retinoid"},
		{"parfum", "Parfum", "fragrance"},
		{"Fragrance", "Parfum", "fragrance"},
		{"avobenzone", "Butyl Methoxydibenzoylmethane", "chemical-uv-filter"},
		{"alcohol denat", "Alcohol Denat.", "drying-alcohol"},
		{"SD Alcohol 40B", "SD Alcohol", "drying-alcohol"},
		{"cetearyl alcohol", "Cetearyl Alcohol", "none"},
		{"Panthénol", "Panthenol", "panthenol"},
		{"c14 22 alcohols", "C14-22 Alcohols", "none"},
		{"menthol", "Menthol", "menthol/camphor"},
	} {
		i, ok := Ingredients().Find(c.word)
		if !ok || i.INCI != c.inci || i.Group != c.group {
			t.Errorf("%q is %+v", c.word, i)
		}
	}
	if i, ok := Ingredients().Find("dimethicone"); ok {
		t.Errorf("dimethicone is %s", i.INCI)
	}
}

func TestWhatAStarterPlanNamesIsAnEntry(t *testing.T) {
	for _, p := range Starters() {
		for _, name := range slices.Concat(p.Products.Avoid, p.Products.Allow, p.Products.Use) {
			if _, ok := Ingredients().Find(name); !ok {
				t.Errorf("%s: %q is no entry", p.ID, name)
			}
		}
	}
}

func TestAMistakeInTheIngredientsIsRefused(t *testing.T) {
	good := string(ingredientsText)
	for name, mistake := range map[string][2]string{
		"an unknown key":        {`general = true`, `genral = true`},
		"an unknown group":      {`id = "retinoid"`, `id = "retinoids"`},
		"an unknown source":     {`source = "adapalene"`, `source = "adapaleen"`},
		"a name taken twice":    {`inci = "Retinyl Oleate"`, `inci = "Glycolic Acid"`},
		"no wait":               {`wait = "14d"`, `wait = "soon"`},
		"a note without an end": {`It is no retinol."`, `It is no retinol"`},
		"like nothing":          {`like = "bha"`, `like = "beta"`},
		"another format":        {`format = 1`, `format = 2`},
		"beside nothing":        {`beside = ["BHT", `, `beside = ["BHX", `},
		"a capital in a word":   {`begin = [`, `begin = ["INCI",`},
	} {
		text := strings.Replace(good, mistake[0], mistake[1], 1)
		if text == good {
			t.Fatalf("%s: nothing to change", name)
		}
		if _, err := ParseIngredients([]byte(text)); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}

// Words that the book must not have: they judge or promise what nobody can.
func TestTheIngredientsPromiseNothing(t *testing.T) {
	for _, i := range Ingredients().Entries {
		for _, word := range []string{"safe", "heal", "harmless", "!"} {
			if strings.Contains(strings.ToLower(i.Note), word) {
				t.Errorf("%s: %s", i.INCI, i.Note)
			}
		}
	}
	for _, g := range Ingredients().Groups {
		if strings.Contains(g.Why, "safe") {
			t.Errorf("%s: %s", g.ID, g.Why)
		}
	}
}

func BenchmarkParseIngredients(b *testing.B) {
	for b.Loop() {
		if _, err := ParseIngredients(ingredientsText); err != nil {
			b.Fatal(err)
		}
	}
}
