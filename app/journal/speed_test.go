package journal

import (
	"database/sql"
	"fmt"
	"strings"
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
)

func zone13() *time.Location { return time.FixedZone("far", 13*3600) }

// tenYears fills a journal with 100,000 entries, 500 treatments and their deliveries.
func tenYears(t testing.TB, j *Journal) {
	t.Helper()
	text := planText(t, "essentials")
	start := noon.AddDate(-10, 0, 0)
	noError(t, j.write(t.Context(), "fill", func(tx *sql.Tx) error {
		plan, err := savePlanText(t.Context(), tx, text)
		if err != nil {
			return err
		}
		for i := range 500 {
			at := start.Add(time.Duration(i) * 7 * 24 * time.Hour)
			if _, err := tx.Exec("INSERT INTO treatments (at, at_offset, plan_text) VALUES (?, 0, ?)", at.UnixMilli(), plan); err != nil {
				return err
			}
			for _, w := range []string{"makeup", "sun", "sweat", "heat"} {
				d := delivery(fmt.Sprintf("%s/%d", w, i+1), 0)
				d.Window, d.Due, d.BegunAt, d.State = true, at, at, record.Closed
				if _, err := tx.Exec(insertDelivery+"NOTHING", deliveryValues(d)...); err != nil {
					return err
				}
			}
		}
		for i := range 100_000 {
			at := start.Add(time.Duration(i) * 52 * time.Minute)
			if _, err := tx.Exec("INSERT INTO entries (at, kind, what, occurrence) VALUES (?, 'done', 'water', ?)", at.UnixMilli(), fmt.Sprint("water/", i)); err != nil {
				return err
			}
		}
		return nil
	}))
}

// state is what one look at the present reads.
func state(t testing.TB, j *Journal) {
	since := noon.AddDate(0, 0, -3)
	must[[]course.Treatment](t)(j.TreatmentsSince(t.Context(), noon.AddDate(0, 0, -60)))
	must[[]record.Entry](t)(j.EntriesFor(t.Context(), since, 499, 500))
	must[[]record.Delivery](t)(j.DeliveriesFor(t.Context(), since, 499, 500))
	must[map[string]string](t)(j.Settings(t.Context()))
}

func BenchmarkState(b *testing.B) {
	for _, age := range []string{"empty", "ten years"} {
		dir := dataDir(b)
		j := opened(b, dir)
		if age == "ten years" {
			tenYears(b, j)
		}
		state(b, j)
		b.Run(age, func(b *testing.B) {
			for b.Loop() {
				state(b, j)
			}
		})
		b.Run(age+", everything", func(b *testing.B) {
			since := noon.AddDate(0, 0, -3)
			for b.Loop() {
				must[[]course.Treatment](b)(j.Treatments(b.Context()))
				must[[]record.Entry](b)(j.Entries(b.Context(), since))
				must[[]record.Delivery](b)(j.Deliveries(b.Context(), since))
			}
		})
		closed(b, j)
		b.Run(age+", from opening to closing", func(b *testing.B) {
			for b.Loop() {
				j := must[*Journal](b)(Open(b.Context(), dir))
				state(b, j)
				closed(b, j)
			}
		})
	}
}

func BenchmarkWrite(b *testing.B) {
	j := opened(b, dataDir(b))
	for b.Loop() {
		water(b, j, "x")
	}
}

// A read that looks at every row would grow with the journal's age.
func TestNoReadOfThePresentLooksAtEveryRow(t *testing.T) {
	j := opened(t, dataDir(t))
	mine := " AND treatment IN (SELECT value FROM json_each('[0,1]'))"
	for name, query := range map[string]string{
		"entries":             entriesWith(recentEntries + lastingEntries + mine),
		"feelings":            entriesWith(strings.ReplaceAll(liveEntries+feelEntries, "?2", "'[0,1]'")),
		"all lasting entries": entriesWith(recentEntries + lastingEntries),
		"last entry":          "SELECT " + entryColumns + " FROM entries WHERE undone = 0 ORDER BY id DESC LIMIT 1",
		"deliveries":          deliveriesWith(newsOfAll, recentDeliveries+windowDeliveries+mine),
		"all windows' ends":   deliveriesWith(newsOfAll, recentDeliveries+windowDeliveries),
		"open deliveries":     deliveriesWith(newsOfAll, openDeliveries),
		"recent treatments":   "SELECT " + treatmentColumns + " FROM treatments t WHERE t.at >= 1",
		"questions":           questionsThere,
		"products":            productsThere,
		"one occurrence":      "SELECT id FROM deliveries WHERE occurrence = 'a' AND round = 1",
	} {
		query = strings.ReplaceAll(query, "?1", "5")
		steps := must[[]string](t)(list(t.Context(), j.open.reader, func(r *sql.Rows) (s string, err error) {
			var a, b, c int
			err = r.Scan(&a, &b, &c, &s)
			return s, err
		}, "EXPLAIN QUERY PLAN "+query))
		for _, step := range steps {
			// The ids that a query gave, a short index of its own, or a walk that stops at the first row are fine.
			fine := strings.Contains(step, "json_each") || strings.Contains(step, "(subquery") || strings.Contains(step, "USING") || name == "last entry"
			if strings.HasPrefix(step, "SCAN") && !fine {
				t.Errorf("%s: %s", name, step)
			}
		}
		if len(steps) == 0 {
			t.Errorf("%s: no query plan", name)
		}
	}
}
