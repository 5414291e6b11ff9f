package today

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/theme"
)

func TestTheColumnsOfThePathShareTheirRoomSoThatTheHighestIsLow(t *testing.T) {
	a := test.NewApp()
	t.Cleanup(a.Quit)
	a.Settings().SetTheme(theme.New(theme.AlwaysLight))
	k := &kit.Kit{P: theme.Light(), V: phrase.New(locale.Format{})}
	words := func(texts ...string) (out []column) {
		for _, text := range texts {
			out = append(out, column{words: k.Muted(text), least: 80})
		}
		return out
	}
	const lineHigh = 20
	for _, c := range []struct {
		name  string
		all   []column
		width float32
		few   bool
		lines float32
	}{
		{"one has much to say", words("Makeup", "Heat", "Sun: SPF 30 or more, a hat, shade, and no peak hours", "Waxing"), 600, false, 2},
		{"all have little", words("Makeup", "Heat", "Waxing"), 600, false, 1},
		{"few, and the first has the room", words("Makeup, exercise, heat, pool, alcohol, waxing", "Waxing"), 600, true, 1},
	} {
		all, sum := widths(c.all, c.width, c.few), float32(0)
		for i, w := range all {
			sum += w
			if w < 80 {
				t.Errorf("%s: column %d is %v wide", c.name, i, w)
			}
			if high := kit.Height(c.all[i].words, w-columnGap); high > c.lines*lineHigh+4 {
				t.Errorf("%s: column %d is %v high, want %v lines at most", c.name, i, high, c.lines)
			}
		}
		if sum < c.width-1 || sum > c.width+1 {
			t.Errorf("%s: the columns %v are %v wide, want %v", c.name, all, sum, c.width)
		}
	}
}
