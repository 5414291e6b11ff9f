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
