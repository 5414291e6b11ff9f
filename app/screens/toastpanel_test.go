package screens

import (
	"slices"
	"testing"

	"afterglow/app/screens/kit"
	"afterglow/app/screens/sheets"
)

func TestWhatIsSaidWhileAPanelIsOpenStandsAboveItsShade(t *testing.T) {
	const line = "The number is copied."
	for _, z := range sizes {
		st := newStage(t, dayOne(t), false, z[0], z[1])
		st.shell.openPanel(sheets.Fixed(func(k *kit.Kit, h sheets.Handle) *kit.Sheet {
			return k.Sheet(sheets.Wide, "A panel", h.Close, k.Body("Some words."), k.Primary("sheet.yes", "Yes", func() {}))
		}))
		above := func() bool {
			var all []string
			for _, o := range st.win.Canvas().Overlays().List() {
				said(o, func(text string) { all = append(all, text) })
			}
			return slices.Contains(all, line)
		}
		st.shell.say(line)
		if !above() {
			t.Fatalf("at %v it is not there", z)
		}
		for _, c := range st.cut() {
			t.Errorf("at %v: %s", z, c)
		}
		if st.shell.foot.Visible() {
			t.Errorf("at %v the toast is drawn beneath the panel as well", z)
		}
		st.shell.redraw(st.shell.layers[panel])
		if !above() {
			t.Errorf("at %v it went when the panel was drawn anew", z)
		}
		st.shell.close(toast)
		if above() {
			t.Errorf("at %v it stays although the toast is closed", z)
		}
		st.shell.say(line)
		st.tap(t, "sheet.close")
		if st.shell.layers[toast] == nil || !st.shell.foot.Visible() {
			t.Errorf("at %v the toast went with the panel", z)
		}
	}
}
