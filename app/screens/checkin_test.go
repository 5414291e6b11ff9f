package screens

import (
	"slices"
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/ipc"
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
	st.wantText(t, "How does your skin feel?", "Your plan expects around now: pink, warm, tight skin", "Still red or peeling?", "Calm now")
	for _, c := range st.cut() {
		t.Error(c)
	}
	before := len(st.service.did)
	st.tap(t, "sheet.done")
	if got := st.service.did[before:]; !slices.Equal(got, []string{"done checkin/2026-11-21/1"}) {
		t.Errorf("ticking it off did %q", got)
	}
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

func TestCalmNowSaysSoWhereThePlanAsks(t *testing.T) {
	f := evening(t)
	st := newStage(t, f, false, 900, 640)
	st.tap(t, "today.checkin")
	st.tap(t, "sheet.calm")
	if !slices.Equal(f.did, []string{"done checkin/2026-11-21/1"}) {
		t.Fatalf("where no wait asks, calm now did %q", f.did)
	}
	f.did = nil
	f.status.Windows[4].State = course.Ask
	st.shell.Refresh()
	st.tap(t, "today.checkin")
	st.tap(t, "sheet.calm")
	st.wantText(t, "You said that your skin is calm.")
	st.tap(t, "toast.undo")
	if want := []string{"done checkin/2026-11-21/1", "calm actives", "undo 77", "undo 81"}; !slices.Equal(f.did, want) {
		t.Errorf("calm now and Undo did %q, not %q", f.did, want)
	}
}

func TestStillRedOffersTheLongerWaitAndForcesNothing(t *testing.T) {
	f := evening(t)
	st := newStage(t, f, false, 900, 640)
	st.tap(t, "today.checkin")
	st.tap(t, "sheet.red")
	st.wantText(t, "You decide.", "Makeup", "Then it waits until tomorrow 15:30.", "Plan Essentials, line 20 of its file.", "Wait 24 hours more", "When to call my clinic")
	if !slices.Equal(f.did, []string{"done checkin/2026-11-21/1"}) {
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
	st.tap(t, "sheet.red")
	st.wantText(t, "Your plan has no extra time to offer right now.", "Near its end, a wait can be made longer: exercise and heat and pool.")
	st.tap(t, "sheet.calls")
	st.wantText(t, "When to call")
}

func TestTheTrayAndTheNotificationOpenTheCheckIn(t *testing.T) {
	st := newStage(t, evening(t), false, 900, 640)
	st.shell.Show(PageTimeline)
	st.shell.Answer(ipc.Message{Do: ipc.DoShow, Page: PageCheckIn})
	st.wantText(t, "Still red or peeling?")
	st.tap(t, "sheet.calm")
	st.wantDid(t, "done checkin/2026-11-21/1")

	// A window that is only just starting asks as soon as it has read.
	fresh := newStage(t, evening(t), false, 900, 640)
	fresh.shell.state = state{}
	fresh.shell.Show(PageCheckIn)
	fresh.shell.Refresh()
	fresh.wantText(t, "Still red or peeling?")

	// What was answered already is not asked again.
	f := dayOne(t)
	f.status.Routines[4].Done = 1
	done := newStage(t, f, false, 900, 640)
	done.shell.Show(PageCheckIn)
	done.wantNoText(t, "Still red or peeling?")
}
