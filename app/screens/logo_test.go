package screens

import (
	"math"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/course"
)

// logoTurn is how far the ring in the rail has turned, in degrees.
func logoTurn(st *stage) (most float64) {
	walk(st.shell.logo, fyne.NewPos(0, 0), true, func(o fyne.CanvasObject, _ fyne.Position, _ bool) {
		if a, ok := o.(*canvas.Arc); ok && a.EndAngle < 360 {
			most = math.Max(most, float64(a.EndAngle))
		}
	})
	return most
}

func TestTheLogoTurnsWithTheCourseAndLeavesTheKeyboardWhereItIs(t *testing.T) {
	f := dayOne(t)
	st := newStage(t, f, false, startWide, startHigh)
	before := logoTurn(st)
	if want := 360 * turned(f.status); math.Abs(before-want) > 0.1 {
		t.Errorf("the logo has turned by %.1f degrees, the course by %.1f", before, want)
	}
	st.win.Canvas().Focus(st.press(t, "rail.guide"))
	f.status.Windows = slices.Clone(f.status.Windows)
	for i := range f.status.Windows[:4] {
		f.status.Windows[i].State, f.status.Windows[i].Until = course.Open, f.status.Now.Add(-time.Minute)
	}
	st.shell.Refresh()
	if after := logoTurn(st); after <= before {
		t.Errorf("with more windows open it stands at %.1f degrees, before at %.1f", after, before)
	}
	if id := st.focus(); id != "rail.guide" {
		t.Errorf("the keyboard is at %q, not at the line of the rail that it was at", id)
	}
}

func TestWithoutATreatmentTheLogoIsThatOfTheProgram(t *testing.T) {
	f := dayOne(t)
	f.status.Treatment = nil
	st := newStage(t, f, false, startWide, startHigh)
	if got := logoTurn(st); math.Abs(got-360*brand) > 0.1 {
		t.Errorf("it has turned by %.1f degrees", got)
	}
}
