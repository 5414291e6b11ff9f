package screens

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/course"
	"afterglow/app/ipc"
	"afterglow/app/record"
	"afterglow/app/screens/checkin"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// evening is a day on which the check-in is due, and makeup could wait longer.
func evening(t testing.TB) *fake {
	f := dayOne(t)
	f.status.Due = []service.NextView{dueCheckIn}
	w := &f.status.Windows[0]
	w.Extend, w.ExtendUntil = 24*time.Hour, ptr(at(22, 15, 30))
	return f
}

func TestTheCheckInAsksAndOneClickTicksItOff(t *testing.T) {
	st := newStage(t, evening(t), false, 900, 640)
	st.tap(t, "today.checkin")
	st.wantText(t, "How does your skin feel?", "Your plan expects around now: pink, warm, tight skin", "Still red or peeling?", "Calm now",
		"Redness or colour change", "Tightness", "Itch", "Soreness", "A note")
	for _, c := range st.cut() {
		t.Error(c)
	}
	before := len(st.service.did)
	st.tap(t, "sheet.done")
	if got := st.service.did[before:]; !slices.Equal(got, []string{"done checkin/2026-11-21/1"}) {
		t.Errorf("ticking it off did %q", got)
	}
}

func TestTheCheckInKeepsItsAnswer(t *testing.T) {
	f := evening(t)
	st := newStage(t, f, false, 900, 640)
	st.tap(t, "today.checkin")
	st.tap(t, "sheet.keep")
	st.wantText(t, "Still red or peeling?", "Nothing to keep yet. Give one answer, or write a note.")
	st.entry(t, "sheet.note").SetText("  ")
	st.tap(t, "sheet.keep") // a note of nothing
	st.wantText(t, "Nothing to keep yet")
	st.entry(t, "sheet.note").SetText("")
	st.tap(t, "sheet.skin.calm")
	st.wantNoText(t, "Nothing to keep yet")
	st.tap(t, "sheet.skin.red")
	st.tap(t, "sheet.skin.red") // a second click leaves it open
	st.press(t, "sheet.itch").TypedRune('3')
	st.tap(t, "sheet.skin.calm") // drawn anew, it keeps what was said
	st.tap(t, "sheet.keep")
	if want := []string{`feel calm, itch 3 for "checkin/2026-11-21/1"`}; !slices.Equal(f.did, want) {
		t.Fatalf("it did %q, want %q", f.did, want)
	}
	st.wantText(t, "Kept: calm, itch 3.")
	st.tap(t, "toast.undo")
	st.wantDid(t, "undo 83")
}

func TestByKeyboardTheCheckInIsAnsweredInItsOrder(t *testing.T) {
	f := evening(t)
	st := newStage(t, f, false, 900, 640)
	st.tap(t, "today.checkin")
	next := func(times int, want string) {
		t.Helper()
		for range times {
			st.tab(t)
		}
		if got := st.focus(); got != want {
			t.Fatalf("the keyboard is at %q, want it at %q", got, want)
		}
	}
	next(1, "sheet.skin.red")
	st.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if !st.press(t, "sheet.skin.red").State().On {
		t.Fatal("the space bar chose nothing")
	}
	next(0, "sheet.skin.red") // drawn anew
	next(7, "sheet.keep")
}

func TestItCanBeSaidAtAnyTimeHowItFeels(t *testing.T) {
	f := dayOne(t)
	f.status.Routines[4].Done = 1 // today's check-in was answered
	st := newStage(t, f, false, 900, 640)
	st.tap(t, "today.feel")
	st.tap(t, "sheet.skin.calm")
	st.tap(t, "sheet.keep")
	st.wantDid(t, `feel calm for ""`)
}

func TestStillRedShowsWhatThePlanListsBeforeAnythingElse(t *testing.T) {
	f := evening(t)
	f.status.IfRed = []service.CallView{{Text: "Redness that is still there after day 7.", Act: "clinic", Clinic: "Rose Street", Phone: "01234 567890"}}
	st := newStage(t, f, false, 900, 640)
	st.tap(t, "today.checkin")
	st.wantNoText(t, "Redness that is still there after day 7.")
	st.tap(t, "sheet.skin.red")
	const line = "Tell your clinic. Your plan lists this as a reason to call: Redness that is still there after day 7."
	st.wantText(t, line, "Rose Street: 01234 567890")
	st.tap(t, "sheet.keep")
	st.wantText(t, line, "You decide.")
	for _, c := range st.cut() {
		t.Error(c)
	}
}

func TestWhatWasSaidAndNotKeptStandsThereAgainHoweverThePanelWasClosed(t *testing.T) {
	for name, closed := range map[string]func(st *stage){
		"by Esc":            func(st *stage) { st.shell.escape() },
		"by its cross":      func(st *stage) { st.tap(t, "sheet.close") },
		"with another page": func(st *stage) { st.shell.Show(PageTimeline); st.shell.Show(PageToday) },
		"by another panel": func(st *stage) {
			st.shell.openPanel(checkin.NewLonger(st.shell.state.status, st.shell.checkInActions()))
			st.shell.escape()
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := evening(t)
			st := newStage(t, f, false, 900, 640)
			st.tap(t, "today.checkin")
			st.tap(t, "sheet.skin.calm")
			st.press(t, "sheet.itch").TypedRune('3')
			st.entry(t, "sheet.note").SetText("left cheek")
			closed(st)
			if len(f.did) != 0 {
				t.Fatalf("closed, it did %q", f.did)
			}
			st.tap(t, "today.feel")
			st.wantText(t, "This is what you said before. It was not kept yet.")
			st.tap(t, "sheet.keep")
			st.wantDid(t, `feel calm, itch 3: left cheek for "checkin/2026-11-21/1"`)
			st.tap(t, "today.feel")
			st.wantNoText(t, "This is what you said before.")
			st.tap(t, "sheet.keep")
			st.wantText(t, "Nothing to keep yet")
		})
	}
}

func TestWhatWasSaidAndNotKeptGoesWithWhatItWasAbout(t *testing.T) {
	f := dayOne(t)
	st := newStage(t, f, false, 900, 640)
	view := func(id int64, itch int) service.FeelView {
		return service.FeelView{ID: id, Felt: service.Felt{Feeling: record.Feeling{Itch: record.Felt(itch)}}}
	}
	st.shell.changeFeel(view(12, 3))
	st.tap(t, "sheet.skin.calm")
	st.shell.escape()
	for name, open := range map[string]func(){
		"another entry":                  func() { st.shell.changeFeel(view(13, 3)) },
		"the entry, changed meanwhile":   func() { st.shell.changeFeel(view(12, 4)) },
		"how it feels now":               func() { st.shell.checkIn("") },
		"the entry, in the next journal": func() { st.shell.standOn(f); st.shell.changeFeel(view(12, 3)) },
	} {
		asked := st.shell.asked
		open()
		if st.wantNoText(t, "This is what you said before."); t.Failed() {
			t.Fatal(name)
		}
		st.shell.escape()
		st.shell.asked = asked
	}
	st.shell.changeFeel(view(12, 3))
	st.wantText(t, "This is what you said before.")
}

func TestInALowWindowWhatThePlanListsForRedSkinComesIntoSight(t *testing.T) {
	for _, hand := range []string{"mouse", "keyboard"} {
		f := evening(t)
		f.status.IfRed = []service.CallView{{Text: "Redness that is still there after day 7.", Act: "clinic", Clinic: "Rose Street", Phone: "01234 567890"}}
		st := newStage(t, f, false, 640, 400)
		st.shell.checkIn("")
		if hand == "keyboard" {
			st.tab(t)
			st.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		} else {
			st.tap(t, "sheet.skin.red")
		}
		var top, bottom, keep float32 = -1, -1, -1
		st.walk(func(o fyne.CanvasObject, at fyne.Position, _ bool) {
			switch o := o.(type) {
			case *kit.Para:
				if o.Text() == "Rose Street: 01234 567890" {
					top, bottom = at.Y, at.Y+o.Size().Height
				}
			case *kit.Press:
				if o.ID == "sheet.keep" {
					keep = at.Y
				}
			}
		})
		if top < 0 || bottom > keep {
			t.Errorf("by %s: the clinic's number stands at %.0f to %.0f, the buttons begin at %.0f", hand, top, bottom, keep)
		}
		st.tap(t, "sheet.keep")
	}
}

func TestWhatWasNotedIsChangedInItsPlace(t *testing.T) {
	f := dayOne(t)
	st := newStage(t, f, false, 900, 640)
	st.shell.changeFeel(service.FeelView{ID: 12, Felt: service.Felt{Feeling: record.Feeling{Itch: record.Felt(3)}, Note: "left"}})
	st.tap(t, "sheet.skin.calm")
	st.tap(t, "sheet.keep")
	st.wantDid(t, "feel 12 calm, itch 3: left")
}

func TestATickOrACircleOfTheCheckInAnswersNothingByItself(t *testing.T) {
	for _, f := range []*fake{evening(t), dayOne(t)} {
		st := newStage(t, f, false, 900, 640)
		st.tap(t, "today.mark.checkin.1")
		st.wantText(t, "How does your skin feel?")
		if len(st.service.did) != 0 {
			t.Errorf("a click on its circle did %q", st.service.did)
		}
		st.shell.escape()
	}
}

func TestStillRedOffersTheLongerWaitAndForcesNothing(t *testing.T) {
	f := evening(t)
	st := newStage(t, f, false, 900, 640)
	st.tap(t, "today.checkin")
	st.tap(t, "sheet.skin.red")
	st.tap(t, "sheet.keep")
	st.wantText(t, "You decide.", "Makeup", "Then it waits until tomorrow 15:30.", "Wait 24 hours more", "When to call my clinic")
	if !slices.Equal(f.did, []string{`feel still red or peeling for "checkin/2026-11-21/1"`}) {
		t.Fatalf("nothing was chosen yet, and it did %q", f.did)
	}
	for _, c := range st.cut() {
		t.Error(c)
	}
	st.tap(t, "sheet.extend.makeup")
	st.wantDid(t, "extend makeup")
	st.wantText(t, "Made longer.")
	st.tap(t, "sheet.leave")
	if st.shell.layers[panel] != nil {
		t.Error("the panel stays")
	}
}

func TestStillRedWithNothingToExtendSaysSo(t *testing.T) {
	f := evening(t)
	f.status.Windows[0].ExtendUntil = nil
	f.status.Windows[2].Extend, f.status.Windows[3].Extend = 24*time.Hour, 24*time.Hour
	st := newStage(t, f, true, 900, 640)
	st.tap(t, "today.checkin")
	st.tap(t, "sheet.skin.red")
	st.tap(t, "sheet.keep")
	st.wantText(t, "Your plan's waits go on as they are.", "near the end of a wait")
	st.tap(t, "sheet.calls")
	st.wantText(t, "When to call")
}

func TestTheTrayAndTheNotificationOpenTheCheckIn(t *testing.T) {
	st := newStage(t, evening(t), false, 900, 640)
	st.shell.Show(PageTimeline)
	st.shell.Answer(ipc.Message{Do: ipc.DoShow, Page: PageCheckIn})
	st.wantText(t, "Still red or peeling?")
	st.tap(t, "sheet.skin.calm")
	st.tap(t, "sheet.keep")
	st.wantDid(t, `feel calm for "checkin/2026-11-21/1"`)

	// A window that is only just starting asks as soon as it has read.
	fresh := newStage(t, evening(t), false, 900, 640)
	fresh.shell.state = state{}
	fresh.shell.Show(PageCheckIn)
	fresh.shell.Refresh()
	fresh.wantText(t, "Still red or peeling?")
}

func TestANoteOfEmptyLinesIsNoNoteAndTheRestIsKept(t *testing.T) {
	f := evening(t)
	st := newStage(t, f, false, 900, 640)
	st.tap(t, "today.checkin")
	st.press(t, "sheet.itch").TypedRune('3')
	st.entry(t, "sheet.note").SetText("\n \n")
	st.tap(t, "sheet.keep")
	st.wantDid(t, `feel itch 3 for "checkin/2026-11-21/1"`)
	if st.shell.layers[panel] != nil {
		t.Error("the panel stays open")
	}
}

func TestInTheFirstHalfOfAWaitStillRedOffersNoLongerOne(t *testing.T) {
	f := evening(t)
	f.status.Windows[0].State, f.status.Windows[0].Share, f.status.Windows[0].Extend = course.Wait, 0.1, 24*time.Hour
	st := newStage(t, f, false, 900, 640)
	st.tap(t, "today.checkin")
	st.tap(t, "sheet.skin.red")
	st.tap(t, "sheet.keep")
	st.wantText(t, "Your plan's waits go on as they are.")
	st.wantNoText(t, "Wait longer?", "You decide.")
	f.status.Windows[0].Share = 0.6
	st.shell.Refresh()
	st.wantText(t, "Wait longer?", "You decide.")
}
