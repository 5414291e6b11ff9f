package screens

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// parts tells the parts of a renderer: what and where each one is, and its words.
func parts(r fyne.WidgetRenderer) (out []string) {
	for _, o := range r.Objects() {
		words := ""
		if t, ok := o.(*canvas.Text); ok {
			words = t.Text
		}
		out = append(out, fmt.Sprintf("%T %v %v %q", o, o.Position(), o.Size(), words))
	}
	return out
}

// Fyne lets go of the renderers of what was not drawn for a minute, as while the computer sleeps, and makes them anew
// without laying them out: a widget that does not do so itself shows nothing then.
func TestAfterTheComputerSleptNothingIsMissing(t *testing.T) {
	for _, page := range []string{PageToday, PageTimeline, PageGuide, PageProducts, PageQuestions, PageHistory, PageSettings, PageStudio} {
		t.Run(page, func(t *testing.T) {
			st := newStage(t, evening(t), false, startWide, startHigh)
			st.shell.Show(page)
			st.shell.openCalendarServer()
			st.picture()
			seen := 0
			st.walk(func(o fyne.CanvasObject, _ fyne.Position, _ bool) {
				w, ok := o.(fyne.Widget)
				if !ok || !strings.HasPrefix(reflect.TypeOf(o).Elem().PkgPath(), "afterglow/") {
					return
				}
				seen++
				before := parts(test.WidgetRenderer(w))
				after := parts(w.CreateRenderer())
				if strings.Join(before, "\n") != strings.Join(after, "\n") {
					t.Errorf("%T made anew:\n%s\nbefore:\n%s", o, strings.Join(after, "\n"), strings.Join(before, "\n"))
				}
			})
			if seen < 20 {
				t.Errorf("only %d widgets were looked at", seen)
			}
		})
	}
}
