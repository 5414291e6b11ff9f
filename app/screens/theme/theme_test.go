package theme

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	base "fyne.io/fyne/v2/theme"
)

// WCAG 2: 4.5:1 for words, 3:1 for edges and large words.
func TestWordsAndEdgesStandOutFromTheirGround(t *testing.T) {
	for name, p := range map[string]*Palette{"light": Light(), "dark": Dark()} {
		words := map[string]color.NRGBA{"text": p.Text, "muted": p.Muted, "rose": p.Rose, "sage": p.Sage,
			"amber": p.Amber, "water": p.Water, "red": p.Red}
		grounds := map[string]color.NRGBA{"background": p.Background, "card": p.Card, "rail": p.Rail}
		for w, wc := range words {
			for g, gc := range grounds {
				if r := Contrast(wc, gc); r < 4.5 {
					t.Errorf("%s: %s on %s has %.2f:1, want 4.5", name, w, g, r)
				}
			}
		}
		pairs := map[string][2]color.NRGBA{
			"rose on its fill":  {p.Rose, p.RoseFill},
			"sage on its fill":  {p.Sage, p.SageFill},
			"amber on its fill": {p.Amber, p.AmberFill},
			"water on its fill": {p.Water, p.WaterFill},
			"words on rose":     {p.OnTone, p.Rose},
			"words on red":      {p.OnTone, p.Red},
			"now label":         {p.Background, p.Text},
		}
		for what, c := range pairs {
			if r := Contrast(c[0], c[1]); r < 4.5 {
				t.Errorf("%s: %s has %.2f:1, want 4.5", name, what, r)
			}
		}
		for g, gc := range grounds {
			if r := Contrast(p.Outline, gc); r < 3 {
				t.Errorf("%s: a control's edge on %s has %.2f:1, want 3", name, g, r)
			}
		}
	}
}

func TestContrastOfBlackOnWhiteIsTwentyOne(t *testing.T) {
	if r := Contrast(hex(0), hex(0xFFFFFF)); r < 20.99 || r > 21.01 {
		t.Fatalf("got %.3f", r)
	}
}

func TestTheChoiceBeatsTheDesktopAndSystemFollowsIt(t *testing.T) {
	for _, c := range []struct {
		choice  Choice
		variant fyne.ThemeVariant
		dark    bool
	}{
		{System, base.VariantLight, false}, {System, base.VariantDark, true},
		{AlwaysLight, base.VariantDark, false}, {AlwaysDark, base.VariantLight, true},
		{"odd", base.VariantDark, true},
	} {
		if got := New(c.choice).Palette(c.variant).Dark; got != c.dark {
			t.Errorf("%q with variant %d: dark %v, want %v", c.choice, c.variant, got, c.dark)
		}
	}
}

func TestEveryRoleOfFyneHasAColour(t *testing.T) {
	test.NewTempApp(t)
	for _, n := range []fyne.ThemeColorName{base.ColorNameBackground, base.ColorNameForeground, base.ColorNameInputBorder,
		base.ColorNamePrimary, base.ColorNameError, base.ColorNameShadow, base.ColorNameInnerWindowBorder} {
		if New(System).Color(n, base.VariantLight) == nil {
			t.Errorf("no colour for %s", n)
		}
	}
}
