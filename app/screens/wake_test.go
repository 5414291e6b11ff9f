package screens

import (
	"errors"
	"testing"
	"time"

	"afterglow/app/clock/clocktest"
)

func TestTheWindowWakesAtItsMomentAndWhenTheClockIsSet(t *testing.T) {
	for _, c := range []struct {
		name string
		move func(*clocktest.Virtual)
	}{
		{"its moment", func(v *clocktest.Virtual) { v.Advance(time.Minute) }},
		{"set back by a year", func(v *clocktest.Virtual) { v.Set(at(1, 8, 0)) }},
		{"set ahead by an hour", func(v *clocktest.Virtual) { v.Set(at(21, 18, 50)) }},
		{"another zone", func(v *clocktest.Virtual) { v.SetZone(time.UTC) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			wall := clocktest.New(at(21, 17, 50), testZone)
			woken := make(chan struct{})
			defer wake(t.Context(), wall, at(21, 17, 51), func() { close(woken) })()
			if _, err := wall.Waiting(t.Context(), 1); err != nil {
				t.Fatal(err)
			}
			c.move(wall)
			<-woken
		})
	}
}

func TestNotesThatCouldNotBeOpenedAreTriedAgain(t *testing.T) {
	f := dayOne(t)
	st := newStage(t, f, false, startWide, startHigh)
	st.shell.state = state{}
	wrong := errors.New("the disk is away")
	st.shell.opts.Data.Again = func() (Service, error) { return f, wrong }
	st.shell.Ready(nil, wrong)
	st.wantText(t, "cannot open your notes", "the disk is away")
	st.tap(t, "trouble.again")
	st.wantText(t, "cannot open your notes", "It still cannot be opened.")
	wrong = nil
	st.tap(t, "trouble.again")
	st.wantNoText(t, "cannot open your notes")
	st.wantText(t, "Moisturise")
}

func TestAfterATroubleTheWindowReadsAgain(t *testing.T) {
	f := dayOne(t)
	st := newStage(t, f, false, startWide, startHigh)
	var again func()
	st.shell.opts.Wake = func(_ time.Time, f func()) func() {
		again = f
		return func() {}
	}
	st.shell.arrived(state{}, errors.New("the disk is away"), true, nil)
	if again == nil {
		t.Fatal("it never reads again")
	}
	f.status.Phase.Expect = "mended"
	again()
	if got := st.shell.state.status.Phase.Expect; got != "mended" {
		t.Errorf("it still shows %q", got)
	}
}
