package screens

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"afterglow/app/course"
	"afterglow/app/ipc"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/theme"
	"afterglow/app/screens/timeline"
	"afterglow/app/service"
	"afterglow/guidance"
)

func TestTodayTellsWhereOneIsWhatIsNextAndWhatOpensWhen(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	st.wantText(t, "Day 1 · Calming · pen 0.5 mm, face", "Today your plan expects pink, warm, tight skin, a little swelling.",
		"Next, at 18:30", "Moisturise", "next 18:30", "5 of 8 glasses, all drinks count",
		"Now\n", "open\n", "Makeup, alcohol\n", "Tomorrow\n", "15:30\n", "Sun, exercise\n", "Monday\n", "Heat, pool, touching\n", "Wednesday\n",
		"Friday\n", "Mon 30 Nov\n", "Peels, injections\n")
	for id, want := range map[string]string{
		"today.path.0": "Now: Makeup, alcohol",
		"today.path.1": "Tomorrow 15:30: Sun, exercise",
		"today.path.5": "Mon 30 Nov, 15:30: Peels, injections",
	} {
		if got := st.press(t, id).Label(); got != want {
			t.Errorf("%s is called %q, want %q", id, got, want)
		}
	}
}

func TestWhatAnExpectationPartsOffGoesOnBelowTheHeadlineAsASentence(t *testing.T) {
	f := dayOne(t)
	f.status.Phase.Expect = "pink, warm, tight, itchy skin; swelling that may peak on day 2; first flakes."
	st := newStage(t, f, false, 960, 680)
	st.wantText(t, "Today your plan expects pink, warm, tight, itchy skin.\n", "Swelling that may peak on day 2. First flakes.\n")
	f.status.Phase.Expect = "skin that looks quite different from one day to the next without a single comma in it"
	st.shell.Refresh()
	st.wantText(t, "Today your plan expects skin that looks quite different from one day to the next without a single comma in it.")
	f.status.Phase.Expect = ""
	st.shell.Refresh()
	st.wantText(t, "Calming\n")
	st.wantNoText(t, "Today your plan expects", "Says who?")
}

func TestTheFirstDaysAreSeenWithoutScrolling(t *testing.T) {
	all := lives()
	for _, scene := range []string{"day0", "day1", "day3", "clinic"} {
		t.Run(scene, func(t *testing.T) {
			st := newStageOn(t, all[scene](t).Service, phrase.New(locale.Format{}), theme.AlwaysLight, startWide, startHigh)
			st.wantText(t, "Also in your plan\n")
			page := st.shell.scrolling()
			test.Scroll(st.win.Canvas(), fyne.NewPos(startWide/2, startHigh/2), 0, -60)
			if page.Scrolled() != 0 {
				t.Errorf("Today is higher than the window by %v or more", page.Scrolled())
			}
		})
	}
}

func TestALongHeadlineIsSetSmaller(t *testing.T) {
	f := dayOne(t)
	size := func() float32 {
		st := newStage(t, f, false, startWide, startHigh)
		var size float32
		st.walk(func(o fyne.CanvasObject, _ fyne.Position, _ bool) {
			if text, ok := o.(*canvas.Text); ok && strings.HasPrefix(text.Text, "Today your plan") {
				size = text.TextSize
			}
		})
		return size
	}
	f.status.Phase.Expect = "pink, warm skin"
	short := size()
	f.status.Phase.Expect = "pink, warm, tight, itchy skin, swelling that may peak on day 2, and first flakes"
	if long := size(); long >= short || long == 0 {
		t.Errorf("a long headline is %v high, a short one %v", long, short)
	}
}

func TestDoneIsToldAndCanBeTakenBack(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	st.tap(t, "today.done")
	st.wantDid(t, "done moisturise/2026-11-21/3")
	st.wantText(t, "Moisturise: done at 17:50.", "Undo")
	st.tap(t, "toast.undo")
	st.wantDid(t, "undo 77")
	st.wantNoText(t, "Undo\n")
}

func TestTicksAndGlassesAreFilledAndTakenBack(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	st.tap(t, "today.mark.water.6")
	st.wantDid(t, "done water")
	st.tap(t, "today.mark.cleanse.2")
	st.wantDid(t, "done cleanse")
	st.tap(t, "today.mark.moisturise.2")
	st.wantDid(t, "undo 3") // the last one of today
	before := len(st.service.did)
	st.tap(t, "today.mark.moisturise.1")
	if len(st.service.did) != before {
		t.Errorf("a tick that is not the last was taken back: %q", st.service.did[before:])
	}
}

func TestCareBeyondThePlansCountIsToldInWordsAndTakenBackByTheLastMark(t *testing.T) {
	f := dayOne(t)
	r := &f.status.Routines[1]
	if r.ID != "moisturise" || r.Goal < 2 {
		t.Fatalf("the test wants another routine than %+v", r)
	}
	r.Done = r.Goal + 20
	f.scene.Entries = append(f.scene.Entries, record.Entry{ID: 77, At: f.scene.Now, Kind: record.KindDone, What: r.ID})
	st := newStage(t, f, false, 900, 640)
	if marks := st.presses("today.mark.moisturise."); len(marks) != r.Goal {
		t.Errorf("%d marks stand for %d", len(marks), r.Goal)
	}
	st.wantText(t, fmt.Sprintf("%d done, your plan has %d", r.Done, r.Goal))
	st.tap(t, fmt.Sprintf("today.mark.moisturise.%d", r.Goal))
	st.wantDid(t, "undo 77")
}

func TestWhatWasDoneBeforeMidnightIsStillTodaysForWhoIsUp(t *testing.T) {
	f := dayOne(t)
	f.scene.Now = at(22, 0, 30)
	f.scene.Prefs.Sleep = guidance.HourRange{From: 2 * 60, To: 9 * 60}
	f.scene.Entries = append(f.scene.Entries, record.Entry{ID: 9, At: at(21, 23, 50), Kind: record.KindDone, What: "moisturise"})
	f.status.Now, f.status.Routines[1].Done = f.scene.Now, 3
	st := newStage(t, f, false, 960, 680)
	st.tap(t, "today.mark.moisturise.3")
	st.wantDid(t, "undo 9")
}

func TestAllThatIsDueIsShownWithItsOwnDone(t *testing.T) {
	f := dayOne(t)
	f.status.Now = at(21, 21, 0)
	f.status.Due = []service.NextView{
		{ID: "moisturise/2026-11-21/3", Kind: "routine", What: "moisturise", At: at(21, 18, 30), News: due("Moisturise", "A thin layer.")},
		{ID: "cleanse/2026-11-21/2", Kind: "routine", What: "cleanse", At: at(21, 20, 30), News: due("Gentle cleanse", "Two minutes.")},
	}
	f.status.Routines[1].Next = ptr(at(22, 7, 0))
	st := newStage(t, f, false, 900, 640)
	st.wantText(t, "Due since 18:30 · A thin layer.", "Due since 20:30 · Two minutes.",
		"due now")
	st.wantNoText(t, "next Sun 07:00")
	st.tap(t, "today.done.2")
	st.wantDid(t, "done cleanse/2026-11-21/2")
	st.tap(t, "today.done")
	st.wantDid(t, "done moisturise/2026-11-21/3")
	st.tap(t, "today.later.2")
	st.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	st.wantDid(t, "snooze cleanse/2026-11-21/2 15m")
}

func TestAYesIsFollowedByNoProhibition(t *testing.T) {
	f := dayOne(t)
	f.status.Windows[0].After = "" // makeup is open
	f.status.Windows[5].Hours, f.status.Windows[5].Until = &guidance.HourRange{From: 22 * 60, To: 7 * 60}, at(24, 7, 0)
	f.status.Windows[5].Now = f.status.Now
	st := newStage(t, f, false, 960, 680)
	for id, want := range map[string]string{
		"makeup":  "Your plan's wait is over.",
		"alcohol": "Not from 22:00 to 07:00 each day, your plan says, until Tuesday 07:00.",
	} {
		st.toWindow(t, id)
		st.wantText(t, "Yes", want)
		st.wantNoText(t, "No Makeup.", "No Alcohol.", "Your plan gives the skin time.")
		st.shell.escape()
	}
	f.status.Windows[0].After, f.status.Windows[0].Until = "Use clean brushes.", f.status.Windows[0].From
	st.shell.Refresh()
	st.toWindow(t, "makeup")
	st.wantText(t, "Use clean brushes.", "Your plan asks for no wait here.")
}

func TestWhatFailsIsSaidInPlainWords(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	st.service.fail = errors.New("the disk is full; make room and try again")
	st.tap(t, "today.done")
	st.wantText(t, "That did not work: the disk is full; make room and try again.")
}

func TestAPauseAndWhatIsHeldBackAreShownWithTheWayOut(t *testing.T) {
	st := newStage(t, busy(t), false, 960, 680)
	st.wantText(t, "Reminders are paused until 19:00.", "Held back until 20:00: Moisturise. Reason: Do not disturb is on.")
	st.tap(t, "today.resume")
	st.wantDid(t, "resume")
}

func TestThePersonIsAskedWhetherTheSkinIsCalm(t *testing.T) {
	st := newStage(t, busy(t), false, 960, 680)
	st.wantText(t, "Is your skin calm?", "The time for acids and retinol is up (face, day 1).", "When calm", "time is up")
	st.tap(t, "today.calm.no")
	st.wantDid(t, "extend actives")
	st.tap(t, "today.calm.yes")
	st.wantDid(t, "calm actives")
}

func TestNotYetWithoutAnExtensionPutsTheQuestionAway(t *testing.T) {
	f := busy(t)
	f.status.Windows[4].Extend, f.status.Windows[4].ExtendUntil = 0, nil
	st := newStage(t, f, false, 960, 680)
	st.tap(t, "today.calm.no")
	st.wantNoText(t, "The time for acids and retinol is up")
	st.shell.Refresh()
	st.wantNoText(t, "The time for acids and retinol is up")
	if slices.Contains(f.did, "calm actives") {
		t.Error("not yet counts as calm")
	}
}

func TestAWaitThatIsFollowedBySunscreenIsOpenWithItAlone(t *testing.T) {
	f := busy(t)
	st := newStage(t, f, false, 960, 680)
	st.wantText(t, "Sun: SPF 30+, hat, shade")
	f.status.Windows[1].State, f.status.Windows[1].Until = course.Wait, at(22, 15, 30)
	st.shell.Refresh()
	if got := st.press(t, "today.path.2").Label(); !strings.Contains(got, "Sun: SPF 30+, hat, shade") {
		t.Errorf("what opens tomorrow is called %q", got)
	}
}

func TestTheTreatmentThatBindsIsNamed(t *testing.T) {
	st := newStage(t, busy(t), false, 1100, 1000)
	st.wantText(t, "Day 1 · Face: calming", "Also looked after: neck, day 9 · Rebuilding · Thu 12 Nov", "Treatment: neck, day 9", "Treatment: face, day 1",
		"The time for acids and retinol is up (face, day 1).", "not 10:00 to 14:00", "(outdoors)")
	st.toWindow(t, "sweat")
	st.wantText(t, "Each day, 10:00 to 14:00", "When outdoors")
}

func TestEveryPageSaysWhichTreatmentSetsAWait(t *testing.T) {
	f := dayOne(t)
	neck := f.scene.Courses[0].Treatment
	neck.ID, neck.Area, neck.At = 2, "neck", at(21, 13, 0)
	f.scene.Courses = append([]course.Course{course.New(neck, testZone, nil)}, f.scene.Courses...)
	f.status.Treatments = append([]service.TreatmentView{{ID: 2, At: neck.At, Area: "neck", PlanName: "Essentials"}}, f.status.Treatments...)
	f.status.Treatment = &f.status.Treatments[0]
	for i := range f.status.Windows {
		f.status.Windows[i].Treatment = 2
	}
	f.status.Windows[1].Treatment, f.status.Windows[3].Treatment = 1, 1
	f.status.Routines[0].NotYet = &record.NotYet{Areas: []string{"neck"}, From: at(21, 22, 0)}
	st := newStage(t, f, false, 900, 640)
	st.wantText(t, "Neck: calming", "Treatment: neck, day 0", "Treatment: face, day 1")
	st.toWindow(t, "sun")
	st.wantText(t, "It comes from this treatment: face, day 1. If treatments differ, the strictest holds.")
	st.shell.Show(PageGuide)
	for section, want := range map[string]string{
		"sun": "It comes from this treatment: face, day 1.", "wash": "Cleanse. Neck: not before 22:00.", "cream": "Exercise comes from this treatment: neck, day 0.",
	} {
		st.tap(t, "guide.section."+section)
		st.wantText(t, want)
	}
	st.shell.Show(PageTimeline)
	st.wantText(t, "Each wait names its treatment.")
	if got := st.shell.views[PageTimeline].page.(*timeline.Page).Binds("makeup"); got != "neck, day 0" {
		t.Errorf("the lane of makeup names %q", got)
	}
	if got := st.shell.views[PageTimeline].page.(*timeline.Page).Binds("cleanse"); got != "neck: from 19:00" {
		t.Errorf("the lane of the cleanse says %q", got)
	}
	st.tap(t, "timeline.list")
	st.wantText(t, "Exercise: not yet, until Monday 13:00. It comes from this treatment: neck, day 0.",
		"until 19:00. Neck: not before 19:00.", "Cleanse: began yesterday 21:30.")
	for _, page := range []string{PageToday, PageTimeline, PageGuide, PageSettings} {
		st.shell.Show(page)
		for _, c := range st.cut() {
			t.Errorf("%s: %s", page, c)
		}
	}
}

func TestTheOneTreatmentThatSetsAllWaitsIsNamedOnce(t *testing.T) {
	f := busy(t)
	f.status.Windows[3].Treatment = 1
	st := newStage(t, f, false, 900, 640)
	once := func() {
		t.Helper()
		if n := strings.Count(st.texts(), "Treatment: face, day 1"); n != 2 { // the paragraph, and its one line
			t.Errorf("it is found %d times", n)
		}
	}
	once()
	// What is open binds nobody.
	f.status.Windows[0].Treatment = 2
	st.shell.Refresh()
	once()
	f.status.Windows[3].Treatment = 2
	st.shell.Refresh()
	st.wantText(t, "Treatment: face, day 1", "Treatment: neck, day 9")
}

func TestASingleTreatmentIsNotNamedInTheGuide(t *testing.T) {
	st := newStage(t, dayOne(t), false, 900, 640)
	st.shell.Show(PageGuide)
	st.tap(t, "guide.section.sun")
	st.wantText(t, "Sun: not yet, until")
	st.wantNoText(t, "Set by", "set by")
}

func TestAPanelSaysWhoSaysSo(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	st.toWindow(t, "actives")
	st.wantText(t, "Says who?", "Micro Needling Aftercare")
	st.wantNoText(t, "line 20 of its file", "https://example.org/aftercare")
	st.tap(t, "sheet.details")
	st.wantText(t, "It stands in the plan Essentials, line 20 of its file.", "https://example.org/aftercare")
}

func TestNothingGoesOnlineByItself(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	var opened []string
	st.shell.k.OpenURL = func(a string) { opened = append(opened, a) }
	st.toWindow(t, "actives")
	if len(opened) != 0 {
		t.Fatalf("the panel opened %q by itself", opened)
	}
	st.tap(t, "sheet.url")
	if len(opened) != 1 || opened[0] != "https://example.org/aftercare" {
		t.Errorf("the click opened %q", opened)
	}
}

func TestWithoutATreatmentThereIsOneWayOn(t *testing.T) {
	f := nothing(t)
	f.status.NextVisit = &service.VisitView{From: at(18, 0, 0).AddDate(0, 1, 0), Until: at(1, 0, 0).AddDate(0, 2, 0), Spacing: guidance.Spacing{Text: "4 to 6 weeks"}, Says: says(1)}
	st := newStage(t, f, false, 960, 680)
	st.wantText(t, "Nothing to look after today.", "4 to 6 weeks", "18 December to 1 January")
	st.tap(t, "today.begin")
	st.wantText(t, "When and where?")
}

func TestWaterIsCountedInTheChosenUnit(t *testing.T) {
	f := dayOne(t)
	for _, r := range f.status.Routines {
		if r.Drink != nil {
			r.Drink.Unit = course.UnitML
		}
	}
	st := newStage(t, f, false, 960, 680)
	st.wantText(t, "1000 of 1600 ml, all drinks count")
}

func TestOtherProgramsTurnThePageAndRefresh(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	st.shell.Answer(ipc.Message{Do: ipc.DoShow, Page: PageTimeline})
	st.wantText(t, "Drag the line to ask about another moment.")
	st.shell.Answer(ipc.Message{Do: ipc.DoShow, Page: PageToday})
	st.service.status.Phase.Name = "Settling"
	st.shell.Answer(ipc.Message{Do: ipc.DoChanged})
	st.wantText(t, "Settling")
}

func TestThePageLooksAtTheClockWhenTheNextMinuteBegins(t *testing.T) {
	f := dayOne(t)
	f.scene.Now = f.scene.Now.Add(18 * time.Second)
	st := newStage(t, f, false, 960, 680)
	var waits []time.Time
	var again func()
	st.shell.opts.Wake = func(at time.Time, f func()) func() {
		waits, again = append(waits, at), f
		return func() {}
	}
	st.shell.Refresh()
	if len(waits) != 1 || waits[0].Sub(f.scene.Now) < 42*time.Second || waits[0].Sub(f.scene.Now) > 43*time.Second {
		t.Fatalf("after 17:50:18 it looks again at %v", waits)
	}
	f.status.Windows[1].State = course.Open
	again()
	if len(waits) != 2 {
		t.Error("it does not look again a second time")
	}
	f.status.Windows[2].Until = f.scene.Now.Add(30 * time.Second)
	again()
	if got := waits[2].Sub(f.scene.Now); got < 30*time.Second || got > 31*time.Second {
		t.Errorf("with an end in 30 seconds it looks again in %v", got)
	}
}

func TestTheTimelineCanBeReadAsAList(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	st.shell.Show(PageTimeline)
	st.tap(t, "timeline.list")
	st.wantText(t, "Exercise: not yet, until tomorrow 15:30.", "Sun: SPF 30+, hat, shade")
	st.tap(t, "timeline.list")
	st.wantText(t, "Drag the line")
}

func TestLaterOffersThreeMomentsAndLettingGo(t *testing.T) {
	for n, want := range []string{"snooze moisturise/2026-11-21/3 15m", "snooze moisturise/2026-11-21/3 1h",
		"snooze moisturise/2026-11-21/3 tonight", "skip moisturise/2026-11-21/3"} {
		st := newStage(t, dayOne(t), false, 960, 680)
		st.tap(t, "today.later")
		st.wantText(t, "In 15 minutes", "In 1 hour", "Tonight", "Leave it out this time")
		if id, _ := kit.FocusID(st.win.Canvas().Focused()); id != "later.1" {
			t.Fatalf("the keyboard is at %q, not in the menu", id)
		}
		for range n {
			st.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		}
		st.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		st.wantDid(t, want)
		st.wantNoText(t, "In 15 minutes")
	}
}

func TestLaterSaysWhenItWillTrulyCome(t *testing.T) {
	for _, c := range []struct {
		again service.Again
		want  string
	}{
		{service.Again{At: at(21, 18, 5)}, "Moisturise: you are reminded again at 18:05."},
		{service.Again{At: at(21, 18, 10), Why: service.AgainApart}, "Moisturise: you are reminded again at 18:10. Reminders keep some time apart."},
		{service.Again{Why: service.AgainNeverSleep}, "Moisturise: put off. Your sleep hours come first, so it will not show again."},
	} {
		f := dayOne(t)
		f.again = c.again
		st := newStage(t, f, false, 960, 680)
		st.tap(t, "today.later")
		st.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		st.wantText(t, c.want, "Undo")
	}
}

func TestAMenuGoesAwayWithoutAChoice(t *testing.T) {
	away := map[string]func(st *stage){
		"Esc":            func(st *stage) { st.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) },
		"a click beside": func(st *stage) { test.TapCanvas(st.win.Canvas(), fyne.NewPos(10, 10)) },
	}
	for how, leave := range away {
		st := newStage(t, dayOne(t), true, 960, 680)
		st.tap(t, "today.later")
		for _, c := range st.cut() {
			t.Error(c)
		}
		leave(st)
		st.wantNoText(t, "In 15 minutes")
		if len(st.service.did) != 0 {
			t.Errorf("%s did %q", how, st.service.did)
		}
	}
}

func TestWhatIsHoursAwayIsNoCallToDoItNow(t *testing.T) {
	f := dayOne(t) // now is 17:50
	f.status.Next.At = at(21, 19, 50)
	st := newStage(t, f, false, 960, 680)
	st.wantText(t, "Done\n", "Later\n")
	f.status.Next.At = at(21, 19, 51)
	st.shell.Refresh()
	st.wantText(t, "Next, at 19:51", "Done already\n")
	st.wantNoText(t, "Done\n", "Later\n")
	st.tap(t, "today.done")
	st.wantDid(t, "done moisturise/2026-11-21/3")
	f.status.Due = []service.NextView{*f.status.Next}
	st.shell.Refresh()
	st.wantText(t, "Due now, since 19:51", "Done\n", "Later\n")
}

func TestTheEndOfAWaitToComeIsNotToldAsIfItHadCome(t *testing.T) {
	f := dayOne(t)
	f.status.Next = &service.NextView{ID: "sun/1", Kind: "window", What: "sun", At: at(21, 18, 0), News: record.News{Window: &record.WindowNews{Name: "Sun", Ended: at(21, 18, 0)}}}
	st := newStage(t, f, false, 960, 680)
	st.wantText(t, "Next, at 18:00 Afterglow tells you", "Your sun wait is over")
	st.wantNoText(t, "Done\n", "Later\n")
}

func TestWhatComesTomorrowCannotBeDoneYet(t *testing.T) {
	f := dayOne(t)
	f.status.Next.At = at(22, 8, 0)
	st := newStage(t, f, false, 960, 680)
	st.wantText(t, "Next, tomorrow 08:00")
	st.wantNoText(t, "Done\n", "Later\n")
}

func TestWaterWithoutRemindersIsStillCounted(t *testing.T) {
	f := dayOne(t)
	f.status.Routines[2].Off = true
	st := newStage(t, f, false, 960, 680)
	st.wantText(t, "5 of 8 glasses · reminders off")
}
