package screens

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/theme"
)

func TestATreatmentWhosePlanCannotBeReadIsToldWhereverItsWaitsAreMissing(t *testing.T) {
	l := lives()["unread"](t)
	for _, beside := range []string{"alone", "beside another one"} {
		if beside != "alone" {
			l.treated(l.now.Add(-time.Hour), "neck", "cautious")
		}
		st := newStageOn(t, l.Service, phrase.New(locale.Format{}), theme.AlwaysLight, 960, 680)
		for _, page := range []string{PageToday, PageTimeline, PageGuide, PageProducts} {
			t.Run(beside+"/"+page, func(t *testing.T) {
				st.shell.Show(page)
				st.wantText(t, "cannot be read any more")
				st.wantNoText(t, "Nothing to look after today")
			})
		}
		t.Run(beside+"/phone", func(t *testing.T) {
			st.shell.Show(PageCalls) // says nothing of it
			st.shell.toPhone(nil)
			st.wantText(t, "cannot be read any more")
			st.shell.escape()
		})
		t.Run(beside+"/card", func(t *testing.T) {
			sc, err := l.Scene(t.Context(), time.Time{})
			if err != nil {
				t.Fatal(err)
			}
			v := phrase.New(locale.Format{}).At(sc.Now, sc.Zone)
			for discreet, want := range map[bool]string{false: "cannot be read any more", true: "Please look in Afterglow."} {
				c := v.Card(sc, discreet)
				if said := fmt.Sprint(c.Empty, c.Lead); !strings.Contains(said, want) || strings.Contains(said, "--") || (len(c.Rows) > 0) == (beside == "alone") {
					t.Errorf("discreet %v: the card has %d rows and says %q, want %q", discreet, len(c.Rows), said, want)
				}
			}
		})
	}
}
