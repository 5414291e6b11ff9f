package main

import (
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
	"time"
)

// row is one line of the table.
type row struct {
	what    string
	goal    string
	figure  string
	against string // what it was measured beside, with its figure; "" for nothing
	ratio   string // figure to that; "" where there is none
	met     bool
	info    bool // told, without a goal
}

// table is all that was measured.
type table struct{ rows []row }

func (t *table) add(r row) { t.rows = append(t.rows, r) }

// print writes the table in columns.
func (t *table) print(w io.Writer) {
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(out, "WHAT\tGOAL\tFIGURE\tBESIDE\tRATIO\t")
	for _, r := range t.rows {
		verdict := "miss"
		switch {
		case r.info:
			verdict = ""
		case r.met:
			verdict = "pass"
		}
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%s\t%s\n", r.what, r.goal, r.figure, r.against, r.ratio, verdict)
	}
	out.Flush()
}

func median(all []time.Duration) time.Duration { return share(all, 50) }

// share is the time within which that many of a hundred lie.
func share(all []time.Duration, percent int) time.Duration {
	if len(all) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(all))
	return sorted[min(len(sorted)*percent/100, len(sorted)-1)]
}

func ms(d time.Duration) string { return fmt.Sprintf("%.1f ms", float64(d)/float64(time.Millisecond)) }
func mb(bytes int64) string     { return fmt.Sprintf("%.1f MB", float64(bytes)/1e6) }

func ratio(figure, base float64) string {
	if base == 0 {
		return ""
	}
	return fmt.Sprintf("%.2f", figure/base)
}
