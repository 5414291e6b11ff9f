package screens

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/theme"
	"afterglow/app/screens/timeline"
)

// lowest is how far down the page has words.
func (st *stage) lowest() (bottom float32) {
	rail := st.shell.rail.wide()
	st.walk(func(o fyne.CanvasObject, at fyne.Position, _ bool) {
		if words, ok := o.(*canvas.Text); ok && words.Text != "" && at.X > rail {
			bottom = max(bottom, at.Y+words.Size().Height)
		}
	})
	return bottom
}

func TestNoHalfOfALargeWindowIsEmptyOnTodayAndTimeline(t *testing.T) {
	const least = 0.64 // of the window's height
	l := lives()["day1"](t)
	for _, page := range []string{PageToday, PageTimeline} {
		for _, z := range [][2]float32{{1400, 940}, {1920, 1080}, {2560, 1440}} {
			t.Run(fmt.Sprintf("%s/%.0f", page, z[0]), func(t *testing.T) {
				st := newStageOn(t, l.Service, phrase.New(locale.Format{}), theme.AlwaysLight, z[0], z[1])
				defer st.app.Quit()
				st.shell.Show(page)
				switch chart := st.chartBottom(); {
				case page == PageTimeline && chart < least*z[1]:
					t.Errorf("the timeline ends at %v of %v", chart, z[1])
				case page == PageToday && st.lowest() < least*z[1]:
					t.Errorf("Today ends at %v of %v", st.lowest(), z[1])
				}
				if page == PageToday && st.lowest() > z[1] {
					t.Errorf("Today ends at %v: what a large window shows besides has to be scrolled to", st.lowest())
				}
			})
		}
	}
}

// chartBottom is where the picture of the timeline ends; 0: there is none on show.
func (st *stage) chartBottom() (bottom float32) {
	st.walk(func(o fyne.CanvasObject, at fyne.Position, _ bool) {
		if _, ok := o.(*timeline.Chart); ok {
			bottom = max(bottom, at.Y+o.Size().Height)
		}
	})
	return bottom
}

func TestALargeTodayTellsWhatThePlanExpectsOfAllDaysAndASmallOneOfThisDay(t *testing.T) {
	l := lives()["day1"](t)
	st := newStageOn(t, l.Service, phrase.New(locale.Format{}), theme.AlwaysLight, 1920, 1080)
	st.wantText(t, "What to expect", "Settling", "Renewing", "Rebuilding", "Touching")
	st.win.Resize(fyne.NewSize(1400, 800))
	st.wantText(t, "The way ahead", "Next 7 days")
	st.wantNoText(t, "What to expect", "Rebuilding")
	st.win.Resize(fyne.NewSize(1920, 1080))
	st.wantText(t, "What to expect", "Rebuilding")
}
