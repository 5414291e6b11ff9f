package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestTheSpaceBetweenTypedWordsPressesNothing(t *testing.T) {
	b := plain(t)
	chosen := ""
	b.show(400, 100, b.k.Chips("rule", []Choice{{"avoid", "Avoid"}, {"may", "May start"}}, "avoid", func(id string) { chosen = id }))
	may := b.k.Known("rule.may")
	typed := func(text string) {
		for _, r := range text {
			if r == ' ' {
				key(may, fyne.KeySpace)
			}
			may.TypedRune(r)
		}
	}
	b.k.GoTo("rule.may")
	if typed("3 days"); chosen != "" {
		t.Errorf("words that were typed on it by mistake chose %q", chosen)
	}
	b.k.GoTo("rule.avoid")
	b.k.GoTo("rule.may")
	if typed(" "); chosen != "may" {
		t.Errorf("a space alone chose %q", chosen)
	}
}
