package service_test

import (
	"testing"
	"time"

	"afterglow/app/service"
)

// Status looks no further ahead than it needs: what it finds is what the whole list says.
func TestStatusNamesWhatTheWholeListOfRemindersNamesFirst(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 17:00")
	w.treated("2026-11-02 10:00")
	for _, c := range [][2]string{{"", ""}, {"water", "off"}, {"cleanse.times", "off"}, {"sleep", "off"}, {"cap", "2"}} {
		if c[0] != "" {
			if err := w.service.SetSetting(w.ctx(), c[0], c[1]); err != nil {
				t.Fatal(err)
			}
		}
		for hours := 0; hours < 60*24; hours += 31 {
			w.clock.Set(w.at("2026-11-24 12:00").Add(time.Duration(hours) * time.Hour))
			st := w.status()
			all, err := w.service.Upcoming(w.ctx(), 60)
			if err != nil {
				t.Fatal(err)
			}
			if (st.Next == nil) != (len(all) == 0) || st.Next != nil && st.Next.ID != all[0].ID {
				t.Fatalf("%v, %v: next is %+v, the list begins with %+v", c, w.clock.Now(), st.Next, all[:min(1, len(all))])
			}
			for _, r := range st.Routines {
				if want := firstOf(all, r.ID, st.Now.Add(47*time.Hour)); want != nil && (r.Next == nil || !r.Next.Equal(*want)) {
					t.Fatalf("%v, %v: %s comes at %v, says %v", c, w.clock.Now(), r.ID, want, r.Next)
				}
			}
		}
	}
}

// firstOf is when the routine comes first, if that is before the end; else nil.
func firstOf(all []service.NextView, routine string, end time.Time) *time.Time {
	for _, v := range all {
		if v.What == routine && v.Kind == "routine" && v.At.Before(end) {
			return &v.At
		}
	}
	return nil
}
