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
