package theme

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	base "fyne.io/fyne/v2/theme"
)

// WCAG 2: 4.5:1 for words, 3:1 for icons, for the edges of controls and for what tells a state; for who asks for more
// contrast 7:1 and 4.5:1, its level AAA.
func TestWordsAndEdgesStandOutFromTheirGround(t *testing.T) {
	for name, p := range map[string]*Palette{"light": Light(), "dark": Dark(), "sharp light": SharpLight(), "sharp dark": SharpDark()} {
		forWords, forEdges := 4.5, 3.0
		if p.Sharp {
			forWords, forEdges = 7, 4.5
			if r := Contrast(p.Line, p.Background); r < forEdges {
				t.Errorf("%s: a card's edge has %.2f:1", name, r)
			}
		}
		words := map[string]color.NRGBA{"text": p.Text, "muted": p.Muted, "rose": p.Rose, "sage": p.Sage,
			"amber": p.Amber, "water": p.Water, "red": p.Red}
		grounds := map[string]color.NRGBA{"background": p.Background, "card": p.Card, "rail": p.Rail, "soft": p.Soft}
		fills := map[string]color.NRGBA{"rose": p.RoseFill, "sage": p.SageFill, "amber": p.AmberFill, "water": p.WaterFill}
		want := func(what, ground string, ink, under color.NRGBA, least float64) {
			t.Helper()
			if r := Contrast(ink, under); r < least {
				t.Errorf("%s: %s on %s has %.2f:1, want %.1f", name, what, ground, r, least)
			}
		}
		for g, ground := range grounds {
			for w, ink := range words {
				want(w, g, ink, ground, forWords)
			}
			want("a control's edge", g, p.Outline, ground, forEdges)
		}
		for f, fill := range fills {
			want(f, f+"'s fill", words[f], fill, forWords)
			want("text", f+"'s fill", p.Text, fill, forWords)
			want("muted", f+"'s fill", p.Muted, fill, forWords)
			want("the ring around what has the keyboard", f+"'s fill", p.Rose, fill, forEdges)
		}
		want("the edge of a button", "a strip that asks something", p.Outline, p.AmberFill, forEdges)
		for _, tone := range []string{"rose", "sage", "amber", "water", "red"} {
			want("words", tone, p.OnTone, words[tone], forWords)
		}
		want("the now label", "text", p.Background, p.Text, forWords)
		want("a dot of what waits", "the ring", p.Amber, p.RoseFill, forEdges)
		want("a dot of what is open", "the ring", p.OnTone, p.Rose, forEdges)
		want("what has passed", "the ring", p.Rose, p.RoseFill, forEdges)
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
