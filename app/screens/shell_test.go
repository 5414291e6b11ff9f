package screens

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/theme"
)

func TestAPageOpensAtItsTop(t *testing.T) {
	for _, page := range []string{PageToday, PageGuide, PageProducts, PageQuestions, PageHistory, PageSettings, PageCalls} {
		st := newStage(t, stocked(t), false, minWide, minHigh)
		if page == PageHistory {
			st = newStageOn(t, lives()["history"](t).Service, phrase.New(locale.Format{}), theme.AlwaysLight, minWide, minHigh)
		}
		st.shell.Show(page)
		p := st.shell.scrolling()
		if p == nil {
			t.Fatalf("%s does not scroll", page)
		}
		p.Scroll(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -300)})
		if p.Scrolled() == 0 {
			t.Fatalf("%s cannot be scrolled: nothing is tried here", page)
		}
		st.shell.Refresh()
		if p.Scrolled() == 0 {
			t.Errorf("%s jumps to its top when all is read again", page)
		}
		st.shell.Show(PageTimeline)
		st.shell.Show(page)
		if p := st.shell.scrolling(); p.Scrolled() != 0 {
			t.Errorf("%s opens %v down", page, p.Scrolled())
		}
	}
}

func TestANotchOfTheWheelMovesAtLeastThreeLines(t *testing.T) {
	const line = 22
	st := newStage(t, stocked(t), false, minWide, minHigh)
	st.shell.Show(PageGuide)
	p := st.shell.scrolling()
	p.Scroll(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -25)}) // what Fyne makes of a notch
	if got := p.Scrolled(); got < 3*line {
		t.Errorf("a notch moves %v, less than three lines of %d", got, line)
	}
	p.Top()
	p.Scroll(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -10.5)})
	if got := p.Scrolled(); got != 10.5 {
		t.Errorf("a finger that moves by 10.5 on a touchpad moves the page by %v", got)
	}
}

func TestEscLeavesTheStepsFromEachOfThem(t *testing.T) {
	for step := range 3 {
		st := newStage(t, dayOne(t), false, startWide, startHigh)
		st.shell.Show(PageBegin)
		for range step {
			st.tap(t, "begin.next")
		}
		if st.shell.cover() == nil {
			t.Fatal("the steps are not open")
		}
		st.shell.escape()
		if st.shell.cover() != nil || st.shell.page != PageToday {
			t.Errorf("Esc leaves step %d open", step+1)
		}
		if p := st.shell.scrolling(); p.Scrolled() != 0 {
			t.Errorf("after step %d Today stands %v down", step+1, p.Scrolled())
		}
	}
}

func TestTheRailKeepsEveryPageAndTheClinicInReach(t *testing.T) {
	for _, z := range [][2]float32{{minWide, minHigh}, {736, 480}, {800, 440}, {800, 480}, {1024, 600}, {1920, 1080}} {
		st := newStage(t, dayOne(t), false, z[0], z[1])
		var bottom float32
		for _, sc := range inRail() {
			p := st.press(t, "rail."+sc.id)
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p)
			if at.X < 0 || at.X+p.Size().Width > st.shell.rail.wide() || p.Size().Height < kit.Target {
				t.Errorf("%v: the line of %s lies at %v with %v", z, sc.id, at, p.Size())
			}
			bottom = at.Y + p.Size().Height
		}
		clinic := st.press(t, "rail.calls")
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(clinic)
		if at.Y < bottom || at.Y+clinic.Size().Height > z[1] {
			t.Errorf("%v: the way to the clinic lies at %v with %v, the last page ends at %v", z, at, clinic.Size(), bottom)
		}
	}
}

func TestANarrowRailNamesWhatThePointerIsOn(t *testing.T) {
	st := newStage(t, dayOne(t), false, minWide, minHigh)
	guide := st.press(t, "rail.guide")
	guide.MouseIn(&desktop.MouseEvent{})
	st.wantText(t, "Guide")
	guide.MouseOut()
	st.wantNoText(t, "Guide")
	for range 60 { // the keyboard names it too
		st.tab(t)
		if st.focus() == "rail.today" {
			st.strike(t, fyne.KeyDown, fyne.KeyDown)
			break
		}
	}
	st.wantText(t, "Guide")
	st.shell.Show(PageTimeline)
	st.win.Resize(fyne.NewSize(startWide, startHigh))
	st.wantText(t, "Guide", "Questions")
}
