package screens

import (
	"slices"
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/app/service"
)

// What lies over a page must not outlive what it is about: the tray and the command line write too.

func TestTheLaterMenuClosesWhenOtherTasksAreOnShow(t *testing.T) {
	f := dayOne(t)
	moisturise := *f.status.Next
	cleanse := service.NextView{ID: "cleanse/2026-11-21/2", Kind: "routine", What: "cleanse", At: at(21, 17, 49), News: due("Gentle cleanse", "")}
	st := newStage(t, f, false, 960, 680)
	st.tap(t, "today.later")
	st.shell.Refresh()
	st.wantText(t, "In 15 minutes") // nothing else came

	f.status.Due = []service.NextView{moisturise}
	st.shell.Refresh()
	st.wantText(t, "In 15 minutes") // it is due now, and still the one

	f.status.Due = []service.NextView{cleanse, moisturise}
	st.shell.Refresh()
	st.wantNoText(t, "In 15 minutes")
	if len(f.did) != 0 {
		t.Errorf("closing did %q", f.did)
	}
	st.tap(t, "today.later.2")
	st.tap(t, "later.2")
	st.wantDid(t, "snooze moisturise/2026-11-21/3 1h")
}

func TestTheLaterMenuClosesWhenThePageIsTurned(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	st.tap(t, "today.later")
	st.shell.Show(PageGuide)
	st.wantNoText(t, "In 15 minutes")
}

func TestUndoOfWhatWasTakenBackElsewhereSaysSo(t *testing.T) {
	f := dayOne(t)
	st := newStage(t, f, false, 960, 680)
	st.tap(t, "today.done")
	f.scene.Entries = append(f.scene.Entries, record.Entry{ID: 77, At: f.scene.Now, Kind: record.KindDone, What: "moisturise"})
	st.shell.Refresh()
	st.wantText(t, "Moisturise: done at 17:50.", "Undo")

	f.scene.Entries[len(f.scene.Entries)-1].Undone = true
	st.shell.Refresh()
	st.wantText(t, "That was taken back already.")
	st.wantNoText(t, "Undo", "Moisturise: done at 17:50.")
	if slices.Contains(f.did, "undo 77") {
		t.Error("it was taken back once more")
	}
}

func TestTheCheckInClosesWhereItWasAnsweredElsewhere(t *testing.T) {
	f := evening(t)
	st := newStage(t, f, false, 960, 680)
	st.tap(t, "today.checkin")
	st.shell.Refresh()
	st.wantText(t, "Still red or peeling?")

	f.scene.Entries = append(f.scene.Entries, record.Entry{ID: 90, At: f.scene.Now, Kind: record.KindDone, What: "checkin", Occurrence: dueCheckIn.ID})
	f.status.Due = nil
	st.shell.Refresh()
	st.wantNoText(t, "Still red or peeling?")
	st.wantText(t, "This check-in was answered already.")

	// Taken back again, it asks as before.
	f.scene.Entries[len(f.scene.Entries)-1].Undone = true
	f.status.Due = []service.NextView{dueCheckIn}
	st.shell.Refresh()
	st.tap(t, "today.checkin")
	st.shell.Refresh()
	st.wantText(t, "Still red or peeling?")
	f.status.Treatment = nil
	st.shell.Refresh()
	st.wantNoText(t, "Still red or peeling?")
}

func TestALongerWaitThatWasTakenBackIsOfferedAgain(t *testing.T) {
	f := evening(t)
	st := newStage(t, f, false, 960, 680)
	st.tap(t, "today.checkin")
	st.tap(t, "sheet.skin.red")
	st.tap(t, "sheet.keep")
	st.tap(t, "sheet.extend.makeup")
	st.wantText(t, "Made longer.")
	f.scene.Entries = append(f.scene.Entries, record.Entry{ID: 82, At: f.scene.Now, Kind: record.KindExtend, What: "makeup", Undone: true})
	st.shell.Refresh()
	st.wantNoText(t, "Made longer.")
	st.wantText(t, "Then it waits until tomorrow 15:30.", "That was taken back already.")

	// What the plan does not offer any more goes.
	f.status.Windows[0].ExtendUntil = nil
	st.shell.Refresh()
	st.wantText(t, "Your plan's waits go on as they are.")
}

func TestAWaitsPanelFollowsWhatHolds(t *testing.T) {
	f := busy(t)
	st := newStage(t, f, false, 960, 680)
	st.toWindow(t, "actives")
	st.wantText(t, "My skin is calm")
	w := &f.status.Windows[4]
	w.State, w.Until, w.ExtendUntil = course.Open, f.status.Now.Add(-time.Minute), nil
	st.shell.Refresh()
	st.wantNoText(t, "My skin is calm")
	st.wantText(t, "Your plan's wait is over.")
	f.status.Windows = f.status.Windows[:4]
	st.shell.Refresh()
	if st.shell.layers[panel] != nil {
		t.Error("the panel of a wait that is gone stays")
	}
}

// removeElsewhere takes the treatment away as the command line does.
func removeElsewhere(st *stage) {
	st.service.status.Treatment, st.service.status.Treatments = nil, nil
	st.shell.Refresh()
}

func TestWhatIsAboutATreatmentGoesWithIt(t *testing.T) {
	for _, c := range []struct {
		name string
		open func(st *stage, of service.TreatmentView)
		kind kind
	}{
		{"the question whether to remove it", func(st *stage, of service.TreatmentView) { st.shell.removeTreatment(of) }, panel},
		{"the steps that change it", func(st *stage, of service.TreatmentView) { st.shell.change(of) }, steps},
		{"the steps that ask when it ended", func(st *stage, of service.TreatmentView) { st.shell.beginDone(of) }, steps},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := dayOne(t)
			st := newStage(t, f, false, 960, 680)
			c.open(st, *f.status.Treatment)
			st.shell.Refresh()
			if st.shell.layers[c.kind] == nil {
				t.Fatal("it does not stay while nothing changes")
			}
			removeElsewhere(st)
			if st.shell.layers[c.kind] != nil {
				t.Error("it stays")
			}
			st.wantText(t, "That treatment was removed meanwhile.")
		})
	}
}

func TestTheStepsOfAnotherTreatmentStayWhenOneIsRemoved(t *testing.T) {
	f := dayOne(t)
	st := newStage(t, f, false, 960, 680)
	st.shell.begin()
	removeElsewhere(st)
	if st.shell.layers[steps] == nil {
		t.Error("what is being entered is gone")
	}
	f = dayOne(t)
	st = newStage(t, f, false, 960, 680)
	old := *f.status.Treatment
	old.ID, old.Ends = 90, f.status.Now.Add(-time.Hour) // History knows it, Today does not
	st.shell.change(old)
	st.shell.Refresh()
	if st.shell.layers[steps] == nil {
		t.Error("a treatment that is over cannot be changed")
	}
}

func TestASheetOfPaperOffersNoTimesOfATreatmentThatIsGone(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	st.shell.printPlan()
	with := st.shell.k.V.T("plansheet.with_times")
	st.wantText(t, with)
	removeElsewhere(st)
	st.wantNoText(t, with)
	st.wantText(t, st.shell.k.V.T("plansheet.save"))
}

func TestAPanelStaysOpenInAnotherTheme(t *testing.T) {
	st := newStage(t, evening(t), false, 960, 680)
	st.tap(t, "today.checkin")
	st.service.settings[slices.IndexFunc(st.service.settings, func(v service.SettingView) bool { return v.Key == "theme" })].Value = "dark"
	st.shell.Refresh()
	if !st.shell.k.P.Dark {
		t.Fatal("the theme did not change")
	}
	st.wantText(t, "Still red or peeling?")
	if n := len(st.win.Canvas().Overlays().List()); n != 1 {
		t.Errorf("%d layers lie over the window", n)
	}
	st.tap(t, "sheet.skin.calm")
	st.tap(t, "sheet.keep")
	st.wantDid(t, `feel calm for "checkin/2026-11-21/1"`)
}

func TestAWaitThatCannotGrowFurtherIsTakenBackWithoutTrouble(t *testing.T) {
	f := evening(t)
	st := newStage(t, f, false, 960, 680)
	st.tap(t, "today.checkin")
	st.tap(t, "sheet.skin.red")
	st.tap(t, "sheet.keep")
	st.tap(t, "sheet.extend.makeup")
	further := f.status.Windows[0].ExtendUntil
	f.status.Windows[0].ExtendUntil = nil // the plan offers one extension only
	st.shell.Refresh()
	st.wantText(t, "Made longer.")
	f.scene.Entries = append(f.scene.Entries, record.Entry{ID: 82, At: f.scene.Now, Kind: record.KindExtend, What: "makeup", Undone: true})
	f.status.Windows[0].ExtendUntil = further
	st.shell.Refresh()
	st.wantNoText(t, "Made longer.")
	st.wantText(t, "Then it waits until tomorrow 15:30.")
}
