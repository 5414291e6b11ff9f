package screens

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/app/reminder"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
	"afterglow/guidance"
)

var sizes = [][2]float32{{minWide, minHigh}, {800, 440}, {startWide, startHigh}, {1920, 1080}}

// busy is a day on which everything asks for attention at once.
func busy(t testing.TB) *fake {
	f := dayOne(t)
	s := &f.status
	s.Paused = ptr(at(21, 19, 0))
	s.Held = []service.HeldView{{NextView: service.NextView{News: due("Moisturise", "")}, Reason: reminder.HeldQuiet, Until: ptr(at(21, 20, 0))}}
	s.Windows[4].State, s.Windows[4].Extend, s.Windows[4].AndWhen = course.Ask, 24*time.Hour, "calm"
	s.Windows[4].ExtendUntil = ptr(at(22, 15, 30))
	s.Windows[1].State, s.Windows[1].Then, s.Windows[1].ThenUntil = course.Then, "SPF 30+, hat, shade", ptr(at(30, 15, 30))
	s.Windows[2].State = course.Open // outside of its hours
	s.Windows[2].Hours, s.Windows[2].Situation = &guidance.HourRange{From: 10 * 60, To: 14 * 60}, "outdoors"
	s.Windows[3].Treatment = 2
	s.Windows[3].Allowed, s.Windows[3].AllowedNow = ptr(at(21, 12, 0)), true
	s.Treatments = append(s.Treatments, service.TreatmentView{ID: 2, At: at(12, 10, 0), PlanName: "Cautious", Plan: "cautious", Area: "neck", Day: 9, Phase: "Rebuilding"})
	s.Due = []service.NextView{*s.Next, dueCheckIn}
	return f
}

// dueCheckIn is the check-in that waits for its answer.
var dueCheckIn = service.NextView{ID: "checkin/2026-11-21/1", Kind: "routine", What: "checkin", Role: guidance.CheckIn, At: at(21, 17, 30),
	News: due("How does your skin feel?", "Redness or colour change, tightness, itch. Twenty seconds.")}

func TestNothingIsCutOffOnAnyPageAtAnySize(t *testing.T) {
	scenes := map[string]func(testing.TB) *fake{"day one": dayOne, "busy": busy, "nothing": nothing, "stocked": stocked}
	for name, scene := range scenes {
		for _, z := range sizes {
			for _, page := range []string{PageToday, PageTimeline, PageGuide, PageProducts, PageQuestions, PageHistory, PageSettings, PageCalls, PageBegin} {
				t.Run(fmt.Sprintf("%s/%s/%.0f", name, page, z[0]), func(t *testing.T) {
					st := newStage(t, scene(t), false, z[0], z[1])
					st.shell.Show(page)
					steps := 1
					if page == PageBegin {
						steps = 3
					}
					for step := 1; step <= steps; step++ {
						for _, c := range st.cut() {
							t.Errorf("step %d: %s", step, c)
						}
						if step < steps {
							st.tap(t, "begin.next")
						}
					}
				})
			}
		}
	}
}

func TestEveryPanelFitsTheSmallestWindow(t *testing.T) {
	st := newStage(t, busy(t), true, 900, 640)
	for _, w := range st.service.status.Windows {
		st.toWindow(t, w.ID)
		if st.shell.layers[panel] == nil {
			t.Fatalf("the card of %s opens no panel", w.ID)
		}
		for _, c := range st.cut() {
			t.Errorf("panel of %s: %s", w.ID, c)
		}
		st.shell.escape()
		if st.shell.layers[panel] != nil {
			t.Fatalf("Esc leaves the panel of %s open", w.ID)
		}
	}
}

func TestTheWindowCannotBecomeSmallerThanItsContent(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	if m := st.win.Canvas().Content().MinSize(); m != fyne.NewSize(minWide, minHigh) {
		t.Errorf("the window's least size is %v", m)
	}
}

func TestWhatDoesNotFitOfThePathIsBehindALinkAndInSightInALargeWindow(t *testing.T) {
	f := dayOne(t)
	f.status.Windows[4].Until, f.status.Windows[8].Until = at(26, 15, 30), at(25, 20, 0) // two more points
	st := newStage(t, f, false, 960, 680)
	st.wantText(t, "and 1 more\n")
	st.wantNoText(t, "Peels, injections")
	st.tap(t, "today.more")
	st.wantText(t, "Peels, injections", "Show fewer")
	st.tap(t, "today.more")
	st.wantNoText(t, "Peels, injections")
	st.win.Resize(fyne.NewSize(1400, 940))
	st.wantText(t, "The way ahead", "Peels, injections")
	st.wantNoText(t, "and 1 more", "What may I do, and when the rest?")
	st.win.Resize(fyne.NewSize(960, 680))
	st.wantText(t, "and 1 more\n", "What may I do, and when the rest?")
}

func TestTheNextSevenDaysNeverCallOpenWhatWaitsForMoreThanTime(t *testing.T) {
	f := dayOne(t)
	f.status.Windows = f.status.Windows[:3]
	f.status.Windows[0].State, f.status.Windows[0].AndWhen = course.Ask, "calm"
	f.status.Windows[1].AndWhen = "calm"
	f.status.Windows[2].Then = "SPF 30+, hat, shade"
	f.scene.Questions = nil
	st := newStage(t, f, false, 1400, 940)
	st.wantText(t, "Next 7 days", "Sat 21", "Fri 27", "when your skin is calm", "SPF 30+, hat, shade", "not yet")
	st.wantNoText(t, "open tomorrow", "open since", "open\n")
	st.tap(t, "today.timeline")
	if st.shell.page != PageTimeline {
		t.Errorf("the link leads to %q", st.shell.page)
	}
}

func TestALargeWindowShowsWhatIsKeptForTheClinic(t *testing.T) {
	f := dayOne(t)
	f.scene.Questions = []record.ClinicQuestion{{ID: 1, Text: "Minoxidil: when again?"}, {ID: 2, Text: "Answered", Answer: "Yes."}, {ID: 3, Text: "Sleeping on my side"}}
	st := newStage(t, f, false, 1400, 940)
	st.wantText(t, "Ask at my clinic", "Minoxidil: when again?", "Sleeping on my side")
	st.wantNoText(t, "Answered", "See them all")
	st.tap(t, "today.to_ask.1")
	if st.shell.page != PageQuestions {
		t.Errorf("a question leads to %q", st.shell.page)
	}
}

func TestAPointOfThePathWithManyWindowsShowsEachOfThem(t *testing.T) {
	f := dayOne(t)
	for i := range 25 {
		f.status.Windows = append(f.status.Windows, window(fmt.Sprintf("w%d", i), fmt.Sprintf("Wait %d", i), course.Wait, at(24, 9, 0), 0.1))
	}
	for _, size := range []fyne.Size{{Width: minWide, Height: minHigh}, {Width: 960, Height: 680}, {Width: 1400, Height: 940}} {
		st := newStage(t, f, false, size.Width, size.Height)
		st.wantText(t, "Wait 0, wait 1, wait 2, wait 3, wait 4, and 20 more")
		for _, p := range st.presses("today.path.") {
			if strings.Contains(p.Label(), "Wait 0") {
				test.Tap(p)
			}
		}
		st.tap(t, "today.window.w24")
		st.wantText(t, "No Wait 24.")
		st.shell.escape()
		for _, c := range st.cut() {
			t.Errorf("%v: %s", size, c)
		}
	}
}

func TestTheClinicAndTheFooterAreOnEveryPage(t *testing.T) {
	for _, scene := range []*fake{dayOne(t), nothing(t)} {
		st := newStage(t, scene, false, 900, 640)
		for _, page := range []string{PageToday, PageTimeline, PageGuide, PageProducts, PageQuestions, PageHistory, PageSettings, PageCalls, PageBegin} {
			st.shell.Show(page)
			st.wantText(t, "When to call my clinic", "It does not check your skin.")
		}
	}
}

// Every action must be reached by the keyboard alone.
func TestTheKeysReachEveryAction(t *testing.T) {
	for _, page := range []string{PageToday, PageTimeline, PageGuide, PageProducts, PageQuestions, PageHistory, PageSettings, PageCalls, PageBegin} {
		st := newStage(t, busy(t), false, 960, 680)
		st.shell.Show(page)
		st.win.Canvas().Unfocus()
		reached := st.byKeys(t, 100)
		for _, id := range st.ids() {
			if !reached[id] {
				t.Errorf("%s: no key reaches %q", page, id)
			}
		}
	}
}

func TestTabStaysInsideAnOpenPanelAndEscGivesThePageBack(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	st.toWindow(t, "sun")
	c := st.win.Canvas()
	for range 10 {
		st.tab(t)
		if id, _ := kit.FocusID(c.Focused()); len(id) < 6 || id[:6] != "sheet." {
			t.Fatalf("Tab leaves the panel and goes to %q", id)
		}
	}
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if st.shell.layers[panel] != nil {
		t.Fatal("Esc does not close the panel")
	}
}

func TestSpaceAndEnterDoWhatAClickDoes(t *testing.T) {
	for _, key := range []fyne.KeyName{fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter} {
		st := newStage(t, dayOne(t), false, 960, 680)
		p := st.press(t, "today.done")
		st.win.Canvas().Focus(p)
		p.TypedKey(&fyne.KeyEvent{Name: key})
		st.wantDid(t, "done moisturise/2026-11-21/3")
		if id, _ := kit.FocusID(st.win.Canvas().Focused()); id != "today.done" {
			t.Errorf("%s: the keyboard is at %q after the page was built anew", key, id)
		}
	}
}
