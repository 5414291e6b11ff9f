package screens

import (
	"context"
	"image/png"
	"os"
	"testing"
	"time"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/theme"
	"afterglow/app/service"
)

// shot keeps a picture of the stage if somebody asks for it by AFTERGLOW_SHOTS.
func (st *stage) shot(t testing.TB, name string) {
	t.Helper()
	dir := os.Getenv("AFTERGLOW_SHOTS")
	if dir == "" {
		return
	}
	f, err := os.Create(dir + "/" + name + ".png")
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, st.picture()); err != nil {
		t.Error(err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}

func TestWhatTheNurseSaidIsWrittenInThePanelOfTheWaitAndTakenBackThere(t *testing.T) {
	for _, size := range [][2]float32{{900, 640}, {640, 400}} {
		l := newLife(t, at(21, 11, 30))
		l.treatedByClinic(at(20, 15, 30))
		st := newStageOn(t, l, phrase.New(locale.Format{}), theme.AlwaysLight, size[0], size[1])
		st.toWindow(t, "makeup")
		st.tap(t, "sheet.own")
		st.wantText(t, "What my clinic told me", "How long, or how often", "Who said so")
		st.tap(t, "mine.save")
		st.wantText(t, "Say how long")
		st.write(t, "mine.when", "a while")
		st.tap(t, "mine.save")
		st.wantText(t, "cannot read the time")
		st.tap(t, "mine.pick.2")
		st.shot(t, "own-panel")
		st.write(t, "mine.note", "my nurse") // Enter in the last field writes it down
		st.wantText(t, "kept as yours", "Undo")
		st.wantNoText(t, "Who said so")
		st.toWindow(t, "makeup")
		st.wantText(t, "You wrote: 3 days (my nurse).", "Your plan says 24 hours.", "You, in Afterglow: “my nurse”")
		st.shot(t, "own-window")
		st.tap(t, "sheet.own")
		st.wantText(t, "What you wrote")
		st.shot(t, "own-written")
		owns, err := l.Service.Owns(context.Background())
		if err != nil || len(owns) != 1 {
			t.Fatalf("%v, %v", owns, err)
		}
		back := st.presses("mine.back.")
		if len(back) != 1 {
			t.Fatalf("%d to take back", len(back))
		}
		st.tap(t, back[0].ID)
		st.wantText(t, "your plan's own words hold again")
		if owns, err = l.Service.Owns(context.Background()); err != nil || len(owns) != 0 {
			t.Errorf("%v, %v", owns, err)
		}
	}
}

func TestTheGuideOffersToChangeOneThingOnlyWithATreatment(t *testing.T) {
	l := newLife(t, at(21, 11, 30))
	st := newStageOn(t, l, phrase.New(locale.Format{}), theme.AlwaysDark, 900, 640)
	st.shell.Show(PageGuide)
	st.wantNoText(t, "Change one thing")
	l.treatedByClinic(at(20, 15, 30))
	st.shell.Refresh()
	st.tap(t, "guide.plan.own")
	st.write(t, "mine.what", "hot yoga")
	st.write(t, "mine.when", "6 days")
	st.shot(t, "own-dark")
	st.tap(t, "mine.save")
	st.wantText(t, "Hot yoga: kept as yours")
	views, err := l.Service.Can(context.Background(), "hot yoga", time.Time{})
	if err != nil || len(views) != 1 || views[0].Window.End.Own == nil {
		t.Errorf("%+v, %v", views, err)
	}
}

func TestTheGuideAsksWhetherAPartWasPrescribedAndSettingsHasTheSwitch(t *testing.T) {
	l := newLife(t, at(21, 11, 30))
	plan := clinicText(t) + "\n[[routines]]\nid = \"antiviral\"\nname = \"Antiviral tablets\"\nhow = \"One tablet with water.\"\ntimes = [\"08:00\", \"20:00\"]\nuntil = \"5d\"\nsituation = \"prescribed\"\nsource = \"leaflet\"\n"
	if _, err := l.Begin(context.Background(), service.NewTreatment{At: at(20, 15, 30), PlanFile: plan, PlanName: "clinic.toml"}); err != nil {
		t.Fatal(err)
	}
	st := newStageOn(t, l, phrase.New(locale.Format{}), theme.AlwaysLight, 900, 640)
	st.shell.Show(PageGuide)
	for _, id := range st.guideHeads() {
		if len(st.presses("guide.prescribed.antiviral")) == 0 {
			st.tap(t, id)
		}
	}
	st.wantText(t, "My clinic prescribed this to me: Antiviral tablets")
	st.shot(t, "prescribed-guide")
	st.tap(t, "guide.prescribed.antiviral")
	st.wantText(t, "from now on as your plan says")
	if v, err := l.Setting(context.Background(), "antiviral.prescribed"); err != nil || v.Value != "on" {
		t.Fatalf("%+v, %v", v, err)
	}
	st.shell.Show(PageSettings)
	st.wantText(t, "Prescribed to you")
	st.shot(t, "prescribed-settings")
	st.tap(t, "settings.antiviral.prescribed")
	if v, err := l.Setting(context.Background(), "antiviral.prescribed"); err != nil || v.Value != "off" {
		t.Errorf("%+v, %v", v, err)
	}
}
