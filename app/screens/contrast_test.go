package screens

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/legible"
	"afterglow/app/screens/theme"
	"afterglow/app/screens/timeline"
)

// What was said, done or waited for is the same in each of these, and each draws what the others do not.
func TestEveryWordAndMarkOfEveryPageStandsOut(t *testing.T) {
	scenes := map[string]func(t testing.TB) *fake{
		"day 1":        dayOne,
		"much at once": busy,
	}
	for scene, make := range scenes {
		for _, dark := range []bool{false, true} {
			look := "light"
			if dark {
				look = "dark"
			}
			for _, page := range pageNames() {
				t.Run(scene+"/"+look+"/"+page, func(t *testing.T) {
					st := newStage(t, make(t), dark, startWide, startHigh)
					st.shell.Show(page)
					wantLegible(t, st)
				})
			}
		}
	}
}

// The bars of the timeline are drawings: what is seen beneath their words counts, before the line and after it.
func TestEveryWordOfTheTimelineStandsOutOnItsBar(t *testing.T) {
	for _, scene := range []string{"due", "clinic", "two"} {
		for _, look := range []theme.Choice{theme.AlwaysLight, theme.AlwaysDark} {
			t.Run(fmt.Sprintf("%s/%s", scene, look), func(t *testing.T) {
				st := newStageOn(t, lives()[scene](t).Service, phrase.New(locale.Format{}), look, startWide, startHigh)
				st.shell.Show(PageTimeline)
				for _, zoom := range []string{"three", "seven", "weeks"} {
					st.tap(t, "timeline.zoom."+zoom)
					for range 2 { // the line goes on into the days ahead
						for _, f := range legible.FaintOn(st.win.Canvas().Content(), st.picture()) {
							t.Errorf("%s: %s", zoom, f)
						}
						st.walk(func(o fyne.CanvasObject, _ fyne.Position, _ bool) {
							if chart, ok := o.(*timeline.Chart); ok {
								chart.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
							}
						})
					}
				}
			})
		}
	}
}

// wantLegible fails for each word, icon and edge in the window that is too faint.
func wantLegible(t *testing.T, st *stage) {
	t.Helper()
	c, p := st.win.Canvas(), st.shell.k.P
	var faint []string
	for _, o := range append([]fyne.CanvasObject{c.Content()}, c.Overlays().List()...) {
		faint = append(faint, legible.Faint(o, p.Background, p.Line)...)
	}
	slices.Sort(faint)
	for _, f := range slices.Compact(faint) {
		t.Error(f)
	}
}
