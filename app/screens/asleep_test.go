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

// watched counts how often its canvas itself is asked to be painted.
type watched struct {
	fyne.Window
	canvas *watchedCanvas
}

func (w watched) Canvas() fyne.Canvas { return w.canvas }

type watchedCanvas struct {
	fyne.Canvas
	asked int
}

func (c *watchedCanvas) Refresh(o fyne.CanvasObject) {
	c.asked++
	c.Canvas.Refresh(o)
}

// What an object asks is lost if Fyne has forgotten its canvas: after a sleep, the page went on showing what was before it.
func TestAPageThatWasReadAnewIsPaintedThoughFyneForgotItsCanvas(t *testing.T) {
	st := newStage(t, dayOne(t), false, startWide, startHigh)
	c := &watchedCanvas{Canvas: st.win.Canvas()}
	st.shell.win = watched{st.win, c}
	st.shell.Refresh()
	if c.asked == 0 {
		t.Error("the canvas is not asked to be painted")
	}
}
