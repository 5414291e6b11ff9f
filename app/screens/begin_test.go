package screens

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"afterglow/app/fault"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/onboarding"
	"afterglow/app/screens/theme"
	"afterglow/app/service"
)

func TestATreatmentIsStartedInThreeSteps(t *testing.T) {
	st := newStage(t, nothing(t), false, 960, 680)
	st.tap(t, "today.begin")
	st.wantText(t, "step 1 of 3", "This is a diary and reminder, not a medical device.")
	st.tap(t, "begin.quick.yesterday")
	st.wantText(t, "About when?", "Evening, by 22:00")
	st.tap(t, "begin.part.typed.evening")
	st.wantText(t, "Friday 20 November, 22:00")
	st.tap(t, "begin.device.pen")
	st.tap(t, "begin.depth.0.5")
	st.tap(t, "begin.area.face")
	st.tap(t, "begin.sensitive")
	st.tap(t, "begin.next")
	st.wantText(t, "step 2 of 3", "Essentials", "Cautious", "Key times", "Makeup: the wait ends", "after 24 hours", "Looks right")
	st.tap(t, "begin.plan.cautious")
	st.tap(t, "begin.next")
	st.wantText(t, "step 3 of 3", "Have you been told to limit fluids?")
	st.tap(t, "begin.fluids.no")
	st.tap(t, "begin.next")
	st.wantDid(t, "begin 2026-11-20 22:00:00 pen 0.5 face sensitive=true plan=cautious file=")
	st.wantDid(t, "set sleep=22:30-07:30")
	st.wantDid(t, "set water=on")
	if st.shell.layers[steps] != nil {
		t.Error("the steps stay open")
	}
	if st.login.on {
		t.Error("open at login was set without being ticked")
	}
}

func TestSeveralPartsOfTheBodyMayBeTreatedAtOnce(t *testing.T) {
	st := newStage(t, nothing(t), false, 960, 680)
	st.shell.Show(PageBegin)
	for _, id := range []string{"face", "neck", "scalp", "face", "", "neck", "face"} {
		st.tap(t, "begin.area."+id)
	}
	st.tap(t, "begin.next")
	st.tap(t, "begin.next")
	st.tap(t, "begin.fluids.no")
	st.tap(t, "begin.next")
	st.wantDid(t, "begin 2026-11-21 17:50:00  0 neck, face sensitive=false plan=essentials file=")
}

func TestNotSureIsAnAnswer(t *testing.T) {
	st := newStage(t, nothing(t), false, 960, 680)
	st.shell.Show(PageBegin)
	st.tap(t, "begin.next")
	st.tap(t, "begin.next")
	st.tap(t, "begin.login")
	st.tap(t, "begin.fluids.unsure")
	st.tap(t, "begin.next")
	st.wantDid(t, "begin 2026-11-21 17:50:00  0  sensitive=false plan=essentials file=")
	st.wantDid(t, "set water=off")
	if !st.login.on {
		t.Error("open at login was ticked and not set")
	}
}

func TestATreatmentIsEnteredAlsoIfItCannotOpenAtLogin(t *testing.T) {
	st := newStage(t, nothing(t), false, 960, 680)
	st.login.fail = errors.New("permission denied")
	st.shell.Show(PageBegin)
	st.toNudges(t)
	st.tap(t, "begin.login")
	st.tap(t, "begin.fluids.no")
	st.tap(t, "begin.next")
	st.wantText(t, "Open at login could not be set. That did not work: permission denied.")
	if st.shell.layers[steps] != nil {
		t.Error("the steps stay open")
	}
}

func TestTheQuestionAboutFluidsIsAskedUntilItIsAnswered(t *testing.T) {
	st := newStage(t, nothing(t), false, 960, 680)
	st.shell.Show(PageBegin)
	st.tap(t, "begin.next")
	st.tap(t, "begin.next")
	st.wantNoText(t, "Water reminders stay off.", "Please choose one.")
	st.tap(t, "begin.next")
	st.wantText(t, "step 3 of 3", "Please choose one. Not sure is fine.")
	if len(st.service.did) != 0 {
		t.Fatalf("without an answer it did %q", st.service.did)
	}
	if id, _ := kit.FocusID(st.win.Canvas().Focused()); id != "begin.fluids.no" {
		t.Errorf("the keyboard is at %q, not at the question", id)
	}
	st.tap(t, "begin.fluids.yes")
	st.wantNoText(t, "Please choose one.")
	st.tap(t, "begin.next")
	st.wantDid(t, "set water=off")
}

func TestBothYesAndUnsureTurnWaterOff(t *testing.T) {
	for _, answer := range []string{"yes", "unsure"} {
		st := newStage(t, nothing(t), false, 960, 680)
		st.shell.Show(PageBegin)
		st.tap(t, "begin.next")
		st.tap(t, "begin.next")
		st.tap(t, "begin.fluids."+answer)
		st.tap(t, "begin.next")
		st.wantDid(t, "set water=off")
	}
}

func TestAWrongDateOrDepthKeepsStepOneAndSaysWhy(t *testing.T) {
	for _, c := range []struct{ field, text, says string }{
		{"begin.when", "yesterday", "About when?"},
		{"begin.when", "1 Jan 2020 15:00", "That is more than a year ago"},
		{"begin.when", "1 June 2027 15:00", "That is more than 60 days ahead"},
		{"begin.when", "25:10", `"25:10" is not a time of day.`},
		{"begin.depth", "deep", "Write the depth in millimetres"},
		{"begin.depth", "50", "That is more than 5 mm. Write the depth in millimetres"},
	} {
		st := newStage(t, nothing(t), false, 960, 680)
		st.shell.Show(PageBegin)
		st.write(t, c.field, c.text)
		st.wantText(t, c.says)
		st.tap(t, "begin.next")
		st.wantText(t, "step 1 of 3")
	}
}

func TestASecondTreatmentIsNotAskedOfFluidsAgain(t *testing.T) {
	for _, water := range []bool{true, false} {
		f := dayOne(t)
		f.scene.Prefs.Water = water
		st := newStage(t, f, false, 900, 640)
		st.shell.Show(PageBegin)
		st.tap(t, "begin.next")
		st.tap(t, "begin.next")
		st.wantText(t, "Water reminders are "+kit.OnOff(water)+", as before.")
		st.wantNoText(t, "limit fluids")
		st.tap(t, "begin.next")
		st.wantDid(t, "set water="+kit.OnOff(water))
	}
}

func TestTheUsualMomentThatHoldsIsMarkedUntilTheFieldsAreEdited(t *testing.T) {
	st := newStage(t, nothing(t), false, 960, 680)
	st.shell.Show(PageBegin)
	marked := func() (out []string) {
		for _, id := range []string{"now", "earlier", "yesterday"} {
			if st.press(t, "begin.quick."+id).State().On {
				out = append(out, id)
			}
		}
		return out
	}
	for _, id := range []string{"yesterday", "earlier", "now"} {
		if got := marked(); id == "yesterday" && !slices.Equal(got, []string{"now"}) {
			t.Errorf("at first %q are marked", got)
		}
		st.tap(t, "begin.quick."+id)
		if got := marked(); !slices.Equal(got, []string{id}) {
			t.Errorf("after %s, %q are marked", id, got)
		}
	}
	st.entry(t, "begin.when").SetText("17:00")
	if got := marked(); len(got) != 0 {
		t.Errorf("after a time was written, %q are marked", got)
	}
	st.wantText(t, "Saturday 21 November, 17:00")
}

func TestTheReadingBesideTheFieldsFollowsEachLetter(t *testing.T) {
	st := newStage(t, nothing(t), false, 960, 680)
	st.shell.Show(PageBegin)
	st.wantText(t, "Saturday 21 November, 17:50")
	for _, c := range []struct{ typed, says string }{
		{"17", `"17" is not a time that can be read here.`},
		{"17:10", "Saturday 21 November, 17:10"},
		{"2 hours ago", "Saturday 21 November, 15:50"},
		{"fri", "Friday 20 November. About when?"},
		{"tomorrow", "Sunday 22 November: still to come. Is the day right? About when?"},
		{"9 October", "Friday 9 October: 43 days ago. Is the day right? About when?"},
		{"9 October 15:00", "Friday 9 October, 15:00: 43 days ago. Is the day right?"},
		{"11 October 15:00", "Sunday 11 October, 15:00"},
		{"fri 3pm", "Friday 20 November, 15:00"},
		{"04/11/2026 3pm", "Saturday 11 April 2026, 15:00"},
	} {
		st.entry(t, "begin.when").SetText(c.typed)
		st.wantText(t, c.says)
	}
	st.entry(t, "begin.when").SetText("17")
	st.wantNoText(t, "Saturday 21 November", "About when?")
}

func TestOfTodayOnlyPartsThatHaveBeenAreOfferedAndEndNowAtTheLatest(t *testing.T) {
	st := newStage(t, nothing(t), false, 960, 680) // 17:50
	st.shell.Show(PageBegin)
	st.tap(t, "begin.quick.earlier")
	st.wantText(t, "About when?", "Morning, by 12:00", "Afternoon, by 17:50")
	st.wantNoText(t, "Evening, by")
	st.tap(t, "begin.part.typed.afternoon")
	st.wantText(t, "Saturday 21 November, 17:50")
}

func TestATreatmentThatCannotBeEnteredIsToldAtTheFirstStep(t *testing.T) {
	f := dayOne(t)
	f.refuse = fault.Use("refusal.treated_area_then", fault.Args{"At": at(21, 17, 50), "Area": "face"})
	st := newStage(t, f, false, 960, 680)
	st.shell.Show(PageBegin)
	st.tap(t, "begin.next")
	st.wantText(t, "step 1 of 3", "17:50", "face")
	f.refuse = nil
	st.tap(t, "begin.next")
	st.wantText(t, "step 2 of 3")
}

func TestADepthThatHasAChipLeavesTheFieldForOthers(t *testing.T) {
	st := newStage(t, nothing(t), false, 960, 680)
	st.shell.Show(PageBegin)
	st.tap(t, "begin.depth.1.5")
	if got := st.entry(t, "begin.depth").Text; got != "" {
		t.Errorf("beside the chip the field says %q", got)
	}
	st.write(t, "begin.depth", "0.75")
	st.tap(t, "begin.back") // Enter went on
	if st.press(t, "begin.depth.1.5").State().On {
		t.Errorf("after another depth was written the chip is chosen")
	}
}

func TestHoursOfSleepThatCannotBeAreToldBeforeAnythingIsStored(t *testing.T) {
	st := newStage(t, nothing(t), false, 960, 680)
	st.shell.Show(PageBegin)
	st.tap(t, "begin.next")
	st.tap(t, "begin.next")
	st.tap(t, "begin.fluids.yes")
	st.write(t, "begin.sleep.from", "6:00")
	st.write(t, "begin.sleep.to", "23:00")
	st.wantText(t, "Sleep hours last from 1 minute to 16 hours")
	st.tap(t, "begin.next")
	st.wantText(t, "step 3 of 3")
	if len(st.service.did) != 0 {
		t.Errorf("it did %q", st.service.did)
	}
}

func TestEachStepBeginsWithTheKeyboardAtItsFirstChoice(t *testing.T) {
	st := newStage(t, nothing(t), false, 960, 680)
	st.shell.Show(PageBegin)
	for _, want := range []string{"begin.quick.now", "begin.plan.essentials", "begin.sleep"} {
		if id, _ := kit.FocusID(st.win.Canvas().Focused()); id != want {
			t.Errorf("the keyboard is at %q, want %q", id, want)
		}
		st.tap(t, "begin.next")
	}
}

func TestWhatCannotBeEnteredIsToldAndTheAnswersStay(t *testing.T) {
	st := newStage(t, nothing(t), false, 960, 680)
	st.shell.Show(PageBegin)
	st.tap(t, "begin.next")
	st.tap(t, "begin.next")
	st.tap(t, "begin.fluids.no")
	st.service.fail = errors.New("the disk is full")
	st.tap(t, "begin.next")
	st.wantText(t, "That did not work: the disk is full.", "step 3 of 3")
}

// opening is the steps with a file that the person chooses.
func opening(t *testing.T, name, text string, fits bool) (*stage, *onboarding.Answer) {
	st := newStage(t, nothing(t), false, 960, 680)
	var got onboarding.Answer
	p := onboarding.New(st.shell.k, onboarding.Model{Plans: st.service.plans, Sleep: "off"}, onboarding.Actions{
		Check:  func(_ service.NewTreatment, answer func(error)) { answer(nil) },
		Finish: func(a onboarding.Answer, answer func(error)) { got = a; answer(nil) },
		Open:   func(_ int64, answer func(string, []byte, bool)) { answer(name, []byte(text), fits) },
		Copy:   st.shell.copyMessage,
	})
	st.shell.coverWith(p, PageToday)
	st.shell.draw()
	st.tap(t, "begin.next")
	st.tap(t, "begin.open")
	return st, &got
}

func TestAClinicsPlanFileIsReadAndItsTimesShown(t *testing.T) {
	st, got := opening(t, "rose.toml", planText, true)
	st.wantText(t, "From Rose Street Skin.", "Key times", "Heat, pool")
	st.tap(t, "begin.next")
	st.tap(t, "begin.fluids.no")
	st.tap(t, "begin.next")
	if got.Treatment.PlanFile != planText || got.Treatment.PlanName != "rose.toml" || got.Treatment.PlanID != "" {
		t.Errorf("the plan file was not handed on: %+v", got.Treatment)
	}
	if got.Sleep != "off" {
		t.Errorf("sleep is %q", got.Sleep)
	}
}

func TestTheMistakesOfAPlanFileAreToldInASentenceWithAMessageForTheClinic(t *testing.T) {
	st, _ := opening(t, "odd.toml", "format = 1\nid = \"x\"\nname = \"X\"\nunknown = 3\n", true)
	st.wantText(t, "Something in this file is not written the way Afterglow reads it.", "Nothing was changed.")
	st.wantNoText(t, "odd.toml:4")
	if id, _ := kit.FocusID(st.win.Canvas().Focused()); id != "begin.open" {
		t.Errorf("the keyboard went to %q", id)
	}
	st.tap(t, "begin.file.copy")
	if got := st.app.Clipboard().Content(); !strings.Contains(got, "odd.toml:4") {
		t.Errorf("the message for the clinic is %q", got)
	}
	st.tap(t, "begin.file.details")
	st.wantText(t, "odd.toml:4")
}

func TestAHugeFileIsNotRead(t *testing.T) {
	st, _ := opening(t, "huge.toml", "", false)
	st.wantText(t, "huge.toml is too large.")
}

func TestChangingATreatmentKeepsItsPlanUnlessAnotherIsChosen(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	st.shell.Show(PageSettings)
	st.tap(t, "settings.edit.1")
	st.wantText(t, "step 1 of 2")
	st.tap(t, "begin.device.rf")
	st.tap(t, "begin.next")
	st.tap(t, "begin.next")
	st.wantDid(t, `change 1 2026-11-20 15:30:00 rf plan=""`)
}

func TestATreatmentTooSoonIsEnteredAndThePlansWordStaysToBeRead(t *testing.T) {
	for _, edit := range []bool{false, true} {
		f := dayOne(t)
		f.scene.Courses = nil // as if it were the first: fluids are asked about
		f.spacing = &service.Spacing{Text: "4 to 6 weeks", Near: at(16, 15, 30), Areas: []string{"face"}, Days: -5}
		said := "Your plan says 4 to 6 weeks between treatments. The last one on your face is 5 days before this one (Monday 16 November, 15:30). " +
			"Check the date, or ask your clinic."
		st := newStage(t, f, false, 900, 640)
		var stays time.Duration
		st.shell.opts.Tick = func(d time.Duration, _ func()) func() {
			stays = max(stays, d)
			return func() {}
		}
		did := "The treatment is entered. "
		if edit {
			did = "The treatment was changed. "
			st.shell.Show(PageSettings)
			st.tap(t, "settings.edit.1")
		} else {
			st.shell.Show(PageBegin)
		}
		st.tap(t, "begin.next")
		st.tap(t, "begin.next")
		if !edit {
			st.tap(t, "begin.fluids.no")
			st.tap(t, "begin.next")
		}
		if st.shell.layers[steps] != nil {
			t.Fatal("the steps stay open: it is a note, no refusal")
		}
		st.wantText(t, did+said)
		if want := toastFor(did + said); stays != want || want < 15*time.Second {
			t.Errorf("%d letters stay for %v, want %v", len(did+said), stays, want)
		}
		for _, c := range st.cut() {
			t.Error(c)
		}
	}
}

func TestAChangeOfThemeKeepsWhatWasEntered(t *testing.T) {
	st := newStage(t, nothing(t), false, 960, 680)
	st.shell.Show(PageBegin)
	st.tap(t, "begin.device.rf")
	st.shell.applyTheme()
	st.shell.draw()
	if !st.press(t, "begin.device.rf").State().On {
		t.Errorf("after it the choice is gone")
	}
}

func TestTheStepsCanBeAskedForBeforeAnythingIsRead(t *testing.T) {
	st := newStage(t, nothing(t), false, 960, 680)
	st.shell.state = state{}
	st.shell.Show(PageBegin)
	st.shell.Refresh()
	st.wantText(t, "When and where?")
	st.tap(t, "begin.back")
	st.wantText(t, "Know what has to wait")
}

func TestAPlanFileIsChosenInADialogOverTheWindow(t *testing.T) {
	st := newStage(t, nothing(t), false, 960, 680)
	st.shell.Show(PageBegin)
	st.tap(t, "begin.next")
	st.tap(t, "begin.open")
	if st.win.Canvas().Overlays().Top() == nil {
		t.Fatal("no dialog is over the window")
	}
	found := false
	st.walk(func(o fyne.CanvasObject, at fyne.Position, _ bool) {
		b, ok := o.(*widget.Button)
		if !ok || b.Text != "Open" {
			return
		}
		found = true
		if end := at.AddXY(b.Size().Width, b.Size().Height); end.X > startWide || end.Y > startHigh {
			t.Errorf("the button that opens the file ends at %v, outside of the window", end)
		}
	})
	if !found {
		t.Error("no button opens the file")
	}
	st.shell.escape()
	if st.win.Canvas().Overlays().Top() != nil {
		t.Error("Esc does not close it")
	}
	st.wantText(t, "Whose plan?")
}

func TestATreatmentWhosePlanCannotBeReadIsToldOnToday(t *testing.T) {
	for name, f := range map[string]*fake{"alone": nothing(t), "beside another": dayOne(t)} {
		t.Run(name, func(t *testing.T) {
			f.status.Unread = fault.New("journal.plan_unreadable", fault.Args{"ID": int64(7), "At": f.status.Now})
			newStage(t, f, false, 960, 680).wantText(t, "plan of your treatment")
		})
	}
}

func TestLeavingTheStepsKeepsWhatWasEnteredUntilItIsEntered(t *testing.T) {
	leave := map[string]func(*testing.T, *stage){
		"cancel":       func(t *testing.T, st *stage) { st.tap(t, "begin.back") },
		"another page": func(_ *testing.T, st *stage) { st.shell.Show(PageGuide) },
		"asked again":  func(_ *testing.T, st *stage) { st.shell.Show(PageBegin) },
	}
	for name, way := range leave {
		t.Run(name, func(t *testing.T) {
			st := newStage(t, nothing(t), false, 960, 680)
			st.shell.Show(PageBegin)
			st.tap(t, "begin.device.rf")
			way(t, st)
			st.shell.Show(PageBegin)
			if !st.press(t, "begin.device.rf").State().On {
				t.Errorf("the choice is gone")
			}
			st.toNudges(t)
			st.tap(t, "begin.fluids.no")
			st.tap(t, "begin.next")
			st.shell.Show(PageBegin)
			if st.press(t, "begin.device.rf").State().On {
				t.Errorf("after it was entered the choice holds in the next one")
			}
		})
	}
}

func TestTheClinicsTelephoneIsAskedForAndStored(t *testing.T) {
	f := nothing(t)
	st := newStage(t, f, false, 960, 680)
	st.shell.Show(PageBegin)
	st.tap(t, "begin.next")
	st.wantText(t, "Your plan names your clinic's telephone: "+f.scene.Plan.Clinic.Phone)
	f.scene.Plan.Clinic.Phone = ""
	st.tap(t, "begin.plan.cautious")
	st.write(t, "begin.phone", strings.Repeat("1", 90))
	st.tap(t, "begin.next")
	st.wantText(t, "step 2 of 3")
	if id, _ := kit.FocusID(st.win.Canvas().Focused()); id != "begin.phone" {
		t.Errorf("the keyboard is at %q, not at the telephone", id)
	}
	st.write(t, "begin.phone", "030 5550 1234")
	st.tap(t, "begin.next")
	st.tap(t, "begin.fluids.no")
	st.tap(t, "begin.next")
	st.wantDid(t, "set phone=030 5550 1234")
}

func TestATreatmentToComeIsEnteredInTheFuture(t *testing.T) {
	for _, c := range []struct {
		name  string
		enter func(*testing.T, *stage)
		want  string
	}{
		{"a weekday", func(t *testing.T, st *stage) { st.write(t, "begin.when", "thursday 15:00") }, "begin 2026-11-26 15:00:00"},
		{"tomorrow", func(t *testing.T, st *stage) {
			st.tap(t, "begin.quick.tomorrow")
			st.tap(t, "begin.part.typed.morning")
		}, "begin 2026-11-22 12:00:00"},
		{"in a week", func(t *testing.T, st *stage) {
			st.tap(t, "begin.quick.week")
			st.tap(t, "begin.part.typed.evening")
		}, "begin 2026-11-28 22:00:00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			st := newStage(t, nothing(t), false, 960, 680)
			st.tap(t, "today.coming")
			st.tap(t, "begin.next")
			st.wantText(t, "step 1 of 3", "Choose a day, or write the day and the time.")
			c.enter(t, st)
			st.tap(t, "begin.next")
			st.tap(t, "begin.next")
			st.tap(t, "begin.fluids.no")
			st.tap(t, "begin.next")
			if len(st.service.did) == 0 || !strings.HasPrefix(st.service.did[0], c.want) {
				t.Errorf("it did %q, want %q", st.service.did, c.want)
			}
		})
	}
}

func TestADayToComeIsQuestionedWhereATreatmentThatEndedIsAskedFor(t *testing.T) {
	st, _ := newcomer(t, at(20, 16, 0))
	st.tap(t, "today.begin")
	st.write(t, "begin.when", "tomorrow 12:00")
	st.wantText(t, "still to come. Is the day right?")
	st.wantText(t, "step 1 of 3")
	st.write(t, "begin.when", "12:00")
	st.wantText(t, "step 2 of 3")
	st.tap(t, "begin.back")
	st.wantNoText(t, "still to come")
	st.write(t, "begin.when", "21 Nov 2025 12:00") // the year is mistyped
	st.wantText(t, "Friday 21 November 2025, 12:00: 364 days ago. Is the day right?", "step 1 of 3")
	st.tap(t, "begin.back")
	st.tap(t, "today.coming")
	st.write(t, "begin.when", "tomorrow 12:00")
	st.wantText(t, "step 2 of 3")
	st.tap(t, "begin.back")
	st.wantNoText(t, "Is the day right?")
}

func TestWhoWritesTheirSheetFromTheStepsGoesOnWithThemAndThePlan(t *testing.T) {
	for name, way := range map[string]func(*testing.T, *stage){
		"by the form": func(t *testing.T, st *stage) {
			st.tap(t, "begin.write")
			st.tap(t, "studio/begin.cautious")
			st.tap(t, "studio/use")
		},
		"from a leaflet": func(t *testing.T, st *stage) {
			st.tap(t, "begin.leaflet")
			st.entry(t, "paste.text").SetText(roseLeaflet)
			st.tap(t, "paste.read")
			st.tap(t, "paste.take_all")
			st.tap(t, "paste.see_all")
			st.tap(t, "paste.make")
			st.tap(t, "studio/use")
		},
	} {
		t.Run(name, func(t *testing.T) {
			l := lives()["nothing"](t)
			st := newStageOn(t, l.Service, phrase.New(locale.Format{}), theme.AlwaysLight, 960, 680)
			st.shell.opts.DataDir = t.TempDir()
			st.shell.begin()
			st.write(t, "begin.when", "yesterday 14:00")
			way(t, st)
			st.tap(t, "plan.keep")
			st.wantText(t, "step 2 of 3", "Whose plan?")
			st.tap(t, "begin.next")
			st.tap(t, "begin.fluids.no")
			st.tap(t, "begin.next")
			if got := l.status().Treatment; got == nil || got.Plan == "essentials" || !got.At.Equal(at(19, 14, 0)) {
				t.Errorf("entered is %+v", got)
			}
		})
	}
}
