package cli_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"

	"afterglow/app/calendar"
	"afterglow/app/cli/shape"
	"afterglow/app/clock/clocktest"
	"afterglow/app/journal"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/service"
)

// publicPlans are the plan files of public sheets, by their paths.
func publicPlans(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../../guidance/testdata/sheets/*.toml")
	if err != nil {
		t.Fatal(err)
	}
	files = slices.DeleteFunc(files, func(file string) bool { return strings.HasSuffix(file, ".expect.toml") })
	if len(files) < 30 {
		t.Fatalf("%d plans of public sheets", len(files))
	}
	return files
}

// at has the computer stand at a moment, in a zone.
func (w *world) at(now time.Time, zone *time.Location) { w.clock = clocktest.New(now.In(zone), zone) }

// eventEnds are the ends of waits in a calendar file that hold, in no order.
func eventEnds(t *testing.T, file []byte) []time.Time {
	t.Helper()
	c, err := ics.ParseCalendar(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	var ends []time.Time
	for _, e := range c.Events() {
		start, err := e.GetStartAt()
		if err != nil {
			t.Fatal(err)
		}
		ends = append(ends, start)
	}
	return ends
}

// TestTheSameInstantStandsInStatusCalendarCardAndPage enters one to three treatments with the plans of public sheets, at
// the changes of summer time and elsewhere, with changes of the person's own, longer waits and calm skin, and looks some
// time later: whatever says when a wait ends says the same instant.
func TestTheSameInstantStandsInStatusCalendarCardAndPage(t *testing.T) {
	const lives = 60
	plans := append(publicPlans(t), "essentials", "cautious")
	looked := map[string]int{}
	for life := range lives {
		r := rand.New(rand.NewPCG(14, uint64(life)))
		pick := func(all ...string) string { return all[r.IntN(len(all))] }
		t.Run(fmt.Sprint("life ", life), func(t *testing.T) {
			w := newWorld(t, "12:00")
			zone, err := time.LoadLocation(pick("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"))
			if err != nil {
				t.Fatal(err)
			}
			day, err := time.ParseInLocation(time.DateOnly, pick("2026-03-27", "2026-03-06", "2026-10-23", "2026-10-30", "2026-04-03", "2026-12-30"), zone)
			if err != nil {
				t.Fatal(err)
			}
			var did []string
			try := func(args ...string) {
				code, _, errs := w.run(args...)
				if code == 0 {
					did = append(did, strings.Join(args, " "))
				} else if errs == "" {
					t.Errorf("%v: exit %d without a word", args, code)
				}
			}
			treated := day.Add(time.Duration(r.IntN(72*4)) * 15 * time.Minute)
			for n := range 1 + r.IntN(3) {
				w.at(treated.Add(time.Duration(n)*26*time.Hour), zone)
				try("treat", "--at", "now", "--plan", pick(plans...), "--area", pick("face", "neck", "scalp"), "--device", pick("pen", "rf"))
			}
			for range r.IntN(6) {
				w.at(w.clock.Now().Add(time.Duration(r.IntN(30))*time.Hour), zone)
				switch r.IntN(3) {
				case 0:
					try("plan", "own", pick("makeup", "gym", "sun", "acids", "alcohol"), pick("3 days", "2 weeks", "until it is calm", "90 minutes"))
				case 1:
					var st shape.Status
					w.ask(&st, "status")
					for _, window := range st.Windows {
						if window.ExtendUntil != nil {
							try("extend", window.ID)
						}
					}
				case 2:
					try("calm")
				}
			}
			w.at(w.clock.Now().Add(time.Duration(r.IntN(10*24*2))*30*time.Minute), zone)

			var st shape.Status
			w.ask(&st, "status")
			var e exported
			w.ask(&e, "export", "ics", w.path("plan.ics"))
			ends := eventEnds(t, []byte(w.reads(e.File)))
			j, err := journal.Open(t.Context(), w.path("data"))
			if err != nil {
				t.Fatal(err)
			}
			defer j.Close()
			of := service.New(j, w.clock, nil)
			sc, err := of.Whole(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			v := phrase.New(locale.Format{}).At(sc.Now, zone)
			report, err := of.Report(t.Context(), service.ReportAsk{AllTimes: true})
			if err != nil {
				t.Fatal(err)
			}
			page := map[string]bool{} // the words of each end that the page for the clinic names
			for _, part := range v.ClinicPage(report, false).Parts {
				for _, row := range part.Rows {
					page[row.When] = true
				}
			}
			rows := map[string][]time.Time{}
			for _, row := range v.Card(sc, false).Rows {
				if row.Until != nil {
					rows[row.ID] = append(rows[row.ID], *row.Until)
				}
			}
			for _, window := range st.Windows {
				if window.Until == nil || window.State != "wait" {
					continue
				}
				says := func(where string, right bool, what any) {
					looked[where]++
					if !right {
						t.Errorf("%q, then %v: %s ends at %v, and the %s says %v", did, sc.Now, window.ID, window.Until, where, what)
					}
				}
				same := func(at time.Time) bool { return at.Equal(*window.Until) }
				if card, named := rows[window.ID]; named {
					says("card", slices.ContainsFunc(card, same), card)
				}
				if window.Onward == "" { // else its end is no leave, and a calendar has that of the wait which goes on
					says("calendar file", slices.ContainsFunc(ends, same), ends)
				}
				for _, tr := range report.Treatments {
					if tr.ID != window.Treatment { // of one course or another: the strictest is told
						continue
					}
					i := slices.IndexFunc(tr.Waits, func(o service.ReportWait) bool { return same(o.Until) })
					says("page for the clinic", i >= 0, tr.Waits)
					if i >= 0 && !tr.Waits[i].End.ByWord() {
						says("paper", page["until "+v.CalendarWhen(calendar.Event{At: *window.Until})], page)
					}
				}
			}
		})
	}
	for where, n := range looked {
		if n < 100 {
			t.Errorf("of the %s only %d ends were looked at", where, n)
		}
	}
}
