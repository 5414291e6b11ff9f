package screens

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"afterglow/app/calserver"
	"afterglow/app/fault"
	"afterglow/app/service"
)

func TestTheMouseWheelScrollsThePageOverATextFieldToo(t *testing.T) {
	st := newStage(t, dayOne(t), false, 900, 640)
	st.shell.Show(PageSettings)
	c := st.win.Canvas()
	e := st.entry(t, "settings.clinic")
	middle := func() fyne.Position {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(e)
		return at.AddXY(e.Size().Width/2, e.Size().Height/2)
	}
	page := st.shell.scrolling()
	test.Scroll(c, middle(), 0, -60)
	if page.Scrolled() != 60 {
		t.Errorf("over a field the page scrolls by %v, not 60", page.Scrolled())
	}
	c.Focus(e)
	test.Scroll(c, middle(), 0, 60)
	if page.Scrolled() != 0 {
		t.Errorf("while one writes in it the page stays at %v", page.Scrolled())
	}
}

func settingsStage(t *testing.T) *stage {
	st := newStage(t, dayOne(t), false, 960, 680)
	st.shell.Show(PageSettings)
	return st
}

func TestAChangeIsSavedAtOnceAndSaysSo(t *testing.T) {
	st := settingsStage(t)
	st.tap(t, "settings.spacing")
	st.tap(t, "settings.spacing.6")
	st.wantDid(t, "set spacing=45m")
	st.wantText(t, "✓ Saved", "Every 45 minutes at most")
	st.tap(t, "settings.water")
	st.wantDid(t, "set water=off")
}

func TestASettingOfAFewValuesNeedsNoRowOfItsOwn(t *testing.T) {
	f := dayOne(t)
	f.settings = append(f.settings, service.SettingView{Key: "new", Value: "off", Choices: []string{"on", "off"}})
	st := newStage(t, f, false, 960, 680)
	st.shell.Show(PageSettings)
	st.tap(t, "settings.new")
	st.wantDid(t, "set new=on")
}

func TestSleepHoursAreTwoTimesOrOff(t *testing.T) {
	st := settingsStage(t)
	st.write(t, "settings.sleep.from", "23:00")
	st.wantDid(t, "set sleep=23:00-07:30")
	st.write(t, "settings.sleep.to", "08:00")
	st.wantDid(t, "set sleep=23:00-08:00")
	st.tap(t, "settings.sleep")
	st.wantDid(t, "set sleep=off")
}

func TestAWrongValueIsToldBeneathItsFieldAndNotKept(t *testing.T) {
	st := settingsStage(t)
	st.write(t, "settings.sleep.from", "soon")
	st.wantText(t, `"soon" is not a time of day that can be read here.`)
	st.service.fail = fault.Use("refusal.cap", fault.Args{"Word": "900"})
	st.write(t, "settings.cap", "900")
	st.wantText(t, `"900"`)
	for _, v := range st.service.settings {
		if v.Key == "cap" && v.Value != "12" {
			t.Errorf("it was kept: %q", v.Value)
		}
	}
}

func TestALimitIsSteppedWrittenOrLeftOff(t *testing.T) {
	st := settingsStage(t)
	st.tap(t, "settings.cap.more")
	st.wantDid(t, "set cap=13")
	st.tap(t, "settings.cap.less")
	st.wantDid(t, "set cap=12")
	st.write(t, "settings.cap", "8")
	st.wantDid(t, "set cap=8")
	st.tap(t, "settings.cap.none")
	st.wantDid(t, "set cap=off")
	for _, id := range st.ids() {
		if id == "settings.cap" {
			t.Error("without a limit there is still a field for it")
		}
	}
	st.tap(t, "settings.cap.none")
	st.wantDid(t, "set cap=12")
}

func TestAGlassIsSteppedInTheUnitInWhichItWasWritten(t *testing.T) {
	for _, c := range []struct{ name, value, shown, press, did string }{
		{"millilitres up", "200ml", "200 ml", "settings.glass.more", "set glass=250 ml"},
		{"millilitres down to a whole step", "330ml", "330 ml", "settings.glass.less", "set glass=300 ml"},
		{"fluid ounces", "8floz", "8 fl oz", "settings.glass.less", "set glass=7 fl oz"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := dayOne(t)
			for i := range f.settings {
				if f.settings[i].Key == "glass" {
					f.settings[i].Value = c.value
				}
			}
			st := newStage(t, f, false, 960, 680)
			st.shell.Show(PageSettings)
			if got := st.entry(t, "settings.glass").Text; got != c.shown {
				t.Errorf("it is shown as %q, want %q", got, c.shown)
			}
			st.tap(t, c.press)
			st.wantDid(t, c.did)
		})
	}
}

func TestAnOwnTimeBetweenRemindersStaysAmongTheChoices(t *testing.T) {
	f := dayOne(t)
	for i := range f.settings {
		if f.settings[i].Key == "spacing" {
			f.settings[i].Value = "25m"
		}
	}
	st := newStage(t, f, false, 960, 680)
	st.shell.Show(PageSettings)
	st.wantText(t, "Every 25 minutes at most")
	st.tap(t, "settings.spacing")
	st.tap(t, "settings.spacing.6")
	st.wantDid(t, "set spacing=30m")
}

func TestSettingsReadAndShowTimesInThePersonsClock(t *testing.T) {
	st := newStage(t, dayOne(t), false, 900, 640)
	st.shell.Show(PageSettings)
	st.tap(t, "settings.clock.12h")
	st.wantDid(t, "set clock=12h")
	if got := st.entry(t, "settings.sleep.from").Text; got != "10:30 PM" {
		t.Errorf("sleep begins at %q", got)
	}
	st.write(t, "settings.sleep.to", "8 am")
	st.wantDid(t, "set sleep=22:30-08:00")
	st.write(t, "settings.cleanse.times.2", "9 pm")
	st.wantDid(t, "set cleanse.times=08:00,21:00")
	st.write(t, "settings.cleanse.times.1", "9:00")
	st.wantText(t, "Is it 9:00 AM or 9:00 PM?")
}

func TestTimesAreCheckedBeforeTheyAreStored(t *testing.T) {
	st := settingsStage(t)
	before := len(st.service.did)
	st.write(t, "settings.cleanse.times.1", "25:00")
	if len(st.service.did) != before {
		t.Errorf("a time that is none was stored: %q", st.service.did[before:])
	}
	st.wantText(t, "Nothing was changed.")
	st.write(t, "settings.cleanse.times.1", "7:15")
	st.wantDid(t, "set cleanse.times=07:15,20:30")
}

func TestTimesCanBeAddedTakenAwayAndGivenBackToThePlan(t *testing.T) {
	st := settingsStage(t)
	st.tap(t, "settings.cleanse.times.add")
	st.write(t, "settings.cleanse.times.3", "12:00")
	st.wantDid(t, "set cleanse.times=08:00,20:30,12:00")
	st.tap(t, "settings.moisturise.times.drop.2")
	st.wantDid(t, "set moisturise.times=07:00,18:30")
	st.tap(t, "settings.moisturise.times.default")
	st.wantDid(t, "set moisturise.times=default")
}

func TestTheLastTimeTakenAwaySwitchesTheRemindersOff(t *testing.T) {
	st := settingsStage(t)
	st.tap(t, "settings.cleanse.times.drop.2")
	st.tap(t, "settings.cleanse.times.drop.1")
	st.wantDid(t, "set cleanse.times=off")
	st.wantText(t, "No reminders.")
}

func TestTheClinicAndItsNumberCanBeWrittenDown(t *testing.T) {
	st := settingsStage(t)
	st.write(t, "settings.clinic", "Rose Street Skin")
	st.write(t, "settings.phone", " 020 7946 0000 ")
	st.wantDid(t, "set clinic=Rose Street Skin")
	st.wantDid(t, "set phone=020 7946 0000")
	st.wantText(t, "✓ Saved")
}

func TestALookIsChosenAndWornAtOnce(t *testing.T) {
	st := settingsStage(t)
	if st.shell.k.P.Dark {
		t.Fatal("it begins dark")
	}
	st.tap(t, "settings.theme.dark")
	st.wantDid(t, "set theme=dark")
	if !st.shell.k.P.Dark {
		t.Error("dark was chosen, and the window stays light")
	}
	st.wantText(t, "Changes are saved at once.")
}

func TestOpenAtLoginIsSetOnThisComputer(t *testing.T) {
	st := settingsStage(t)
	st.tap(t, "settings.login")
	if !st.login.on {
		t.Error("it was not set")
	}
}

func TestATestWithoutTheAgentSaysWhatToDo(t *testing.T) {
	st := settingsStage(t)
	st.note = errors.New("Afterglow is not in the tray, so nothing can remind you. Close this window, then open Afterglow again.")
	st.tap(t, "settings.test")
	st.wantText(t, "Afterglow is not in the tray, so nothing can remind you.")
}

func TestRemovingATreatmentAsksFirst(t *testing.T) {
	st := settingsStage(t)
	st.tap(t, "settings.remove.1")
	st.wantText(t, "Remove this treatment?")
	st.tap(t, "sheet.no")
	if len(st.service.did) != 0 {
		t.Fatalf("keep it did %q", st.service.did)
	}
	st.tap(t, "settings.remove.1")
	st.tap(t, "sheet.yes")
	st.wantDid(t, "remove 1")
}

func TestWhoWritesToACalendarServerIsNotToldThatNothingGoesOnline(t *testing.T) {
	st := settingsStage(t)
	st.wantText(t, "No calendar server is set up, and Afterglow goes nowhere.")
	st.shell.opts.Server = &aServer{on: true, state: calserver.State{Setup: calserver.Setup{Name: "Afterglow", User: "mia", Address: "dav.example.com"}}}
	st.shell.Refresh()
	st.shell.Show(PageToday)
	st.shell.Show(PageSettings)
	st.wantText(t, "Only the entries for your calendar server go online.", "Afterglow writes to the calendar Afterglow of mia on dav.example.com.")
	if strings.Contains(st.texts(), "does not go online") {
		t.Error("and yet it says that Afterglow does not go online")
	}
}

func TestTheFolderTheVersionAndThePromiseAreShown(t *testing.T) {
	st := settingsStage(t)
	st.wantText(t, "Everything stays in this folder. Afterglow does not go online.", "a folder", "Afterglow 0.1.0")
}
