package screens

import (
	"testing"
	"time"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/theme"
)

// The person may set the clock while the window is open, fly, or wake the computer after a week.
func TestTheWindowFollowsAClockThatIsSet(t *testing.T) {
	for _, c := range []struct {
		name string
		to   time.Time
		want string // on Today
	}{
		{"a day ahead", at(22, 17, 50), "Day 2 ·"},
		{"a week ahead", at(28, 9, 0), "Day 8 ·"},
		{"back to the treatment's day", at(20, 18, 0), "Day 0 ·"},
		{"back before the treatment", at(19, 9, 0), "Your treatment is tomorrow."},
		{"ten years ahead", at(21, 17, 50).AddDate(10, 0, 0), ""},
		{"ten years back", at(21, 17, 50).AddDate(-10, 0, 0), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := lives()["day1"](t)
			st := newStageOn(t, l.Service, phrase.New(locale.Format{}), theme.AlwaysLight, 960, 680)
			was := l.now
			for _, page := range inRail() {
				l.now = was
				st.shell.Refresh()
				st.shell.Show(page.id)
				l.now = c.to
				st.shell.Refresh()
				if now := st.shell.state.scene.Now; !now.Equal(c.to) {
					t.Fatalf("%s shows %s", page.id, now)
				}
			}
			st.shell.Show(PageToday)
			if c.want != "" {
				st.wantText(t, c.want)
			}
			// Back again, all is as it was.
			l.now = was
			st.shell.Refresh()
			st.wantText(t, "warm, tight, itchy skin")
		})
	}
}

// In the night in which the clocks are put back or forward, the window that is open tells the same moments before and after.
func TestTheWindowThatIsOpenFollowsTheClocksOfSummerAndWinter(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name    string
		treated time.Time
		change  time.Time // the moment at which the clocks change
		clocks  []string  // half an hour before and after it
		makeup  string    // when its 24 hours are over, by the clock on the wall
	}{
		{"put back", time.Date(2026, 10, 24, 15, 30, 0, 0, berlin), time.Date(2026, 10, 25, 1, 0, 0, 0, time.UTC), []string{"02:30", "02:30"}, "14:30"},
		{"put forward", time.Date(2027, 3, 27, 15, 30, 0, 0, berlin), time.Date(2027, 3, 28, 1, 0, 0, 0, time.UTC), []string{"01:30", "03:30"}, "16:30"},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := newLife(t, c.treated.Add(time.Hour))
			l.zone = berlin
			l.treated(c.treated, "face", "essentials")
			l.now = c.change.Add(-30 * time.Minute)
			st := newStageOn(t, l.Service, phrase.New(locale.Format{Hours: locale.Hours24}), theme.AlwaysLight, 960, 680)
			for i, clock := range c.clocks {
				l.now = c.change.Add(time.Duration(2*i-1) * 30 * time.Minute)
				for _, page := range inRail() {
					st.shell.Show(page.id)
					st.shell.Refresh()
				}
				st.shell.Show(PageTimeline)
				if now := st.shell.state.status.Now.In(berlin).Format("15:04"); now != clock {
					t.Errorf("it is %s on show, and %s on the wall", now, clock)
				}
				st.shell.Show(PageToday)
				st.wantText(t, "Day 1 ·", c.makeup)
			}
		})
	}
}
