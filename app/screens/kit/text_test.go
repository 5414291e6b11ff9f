package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"afterglow/app/screens/theme"
)

func TestAWordWiderThanTheLineIsBrokenAndNothingIsLost(t *testing.T) {
	app := test.NewApp()
	t.Cleanup(app.Quit)
	k := &Kit{P: theme.New(theme.AlwaysLight).Palette(0)}
	for _, text := range []string{
		"https://iro.uiowa.edu/esploro/outputs/journalArticle/Micropore-closure-time-is-longer-following/9984296304602771",
		"See https://iro.uiowa.edu/esploro/outputs/journalArticle/Micropore-closure-time-is-longer for more.",
		"Straßenäußeresübergrößenträgerüberprüfungsämter",
		strings.Repeat("ß", 3000),
		"a few short words",
	} {
		for _, width := range []float32{60, 200, 432} {
			pieces, lines, _ := k.Body(text).flow(width)
			var all strings.Builder
			for _, p := range pieces {
				all.WriteString(p.text)
				if p.x+p.w > width+0.5 {
					t.Errorf("at %v, %q ends at %v", width, p.text, p.x+p.w)
				}
			}
			if squeeze := strings.NewReplacer(" ", ""); squeeze.Replace(all.String()) != squeeze.Replace(text) {
				t.Errorf("at %v, %q became %q", width, text, all.String())
			}
			if last := pieces[len(pieces)-1].line; last != lines-1 {
				t.Errorf("at %v there are %d lines, and the last words stand on line %d", width, lines, last+1)
			}
		}
	}
	if wide := k.Body("Acids, retinol").widestWord(); wide < 20 {
		t.Errorf("the widest word measures %v: a name would be broken anywhere", wide)
	}
}

func TestALineHoldsAsManyWordsAsFitMeasuredAsAWhole(t *testing.T) {
	app := test.NewApp()
	t.Cleanup(app.Quit)
	k := &Kit{P: theme.New(theme.AlwaysLight).Palette(0)}
	for _, text := range []string{
		"Your plan says: keep out of the sun for two days, and after that wear a hat and SPF 50 until the skin is calm.",
		"AV To. LT Ta Ty VA WA P. Yo. T 'V' A \"Y\" f) (j LY Tr. Te; We, AV To. LT Ta Ty VA WA P. Yo. T 'V'",
		"Größere Übungen mit mehreren Leerzeichen, عربي שלום 你好 世界 und Ende   ",
	} {
		for _, p := range []*Para{k.Body(text), k.Strong(text), k.Title(text), k.Small(text)} {
			for width := float32(250); width < 700; width += 7 { // no word is broken
				pieces, _, _ := p.flow(width)
				for i := 1; i < len(pieces); i++ {
					line := strings.TrimLeft(pieces[i-1].text, " ")
					next, _, _ := strings.Cut(pieces[i].text, " ")
					if whole := measure(line, p.size, p.runs[0].Bold); whole > width+0.01 {
						t.Errorf("at %v, the line %q is %v wide", width, line, whole)
					}
					if both := line + " " + next; measure(both, p.size, p.runs[0].Bold) <= width {
						t.Errorf("at %v, %q had room for %q", width, line, next)
					}
				}
			}
		}
	}
}
