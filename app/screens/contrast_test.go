package screens

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"afterglow/app/screens/legible"
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
				if page == PageTimeline {
					continue // there what has passed is meant to fade
				}
				t.Run(scene+"/"+look+"/"+page, func(t *testing.T) {
					st := newStage(t, make(t), dark, startWide, startHigh)
					st.shell.Show(page)
					wantLegible(t, st)
				})
			}
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
