package timeline

import (
	"slices"
	"time"

	"afterglow/app/course"
)

// Row is one line of the timeline told as a list, for screen readers and the command line.
type Row struct {
	Stretch
	ID    string // of the routine or window
	Now   bool   // it holds now
	Binds int64  // the treatment whose wait it is; 0 for a routine that has begun and for what is open
}

// List is what the picture shows, as lines in the order in which they begin; those
// that begin together stand in the order of the lanes. Unlike the picture it tells the whole course.
func List(courses []course.Course, prefs course.Prefs, now time.Time, zone *time.Location) []Row {
	if zone == nil {
		zone = time.UTC
	}
	var rows []Row
	// Hours of the day are told in words: one row a day would bury the rest.
	eachLane(courses, prefs, zone, now, now, false, func(lane laneSource) {
		for i := range lane.stretches {
			s := &lane.stretches[i]
			row := Row{Stretch: s.Stretch, ID: lane.id, Now: !now.Before(s.From) && (s.Until.IsZero() || now.Before(s.Until))}
			switch {
			case s.window != nil && s.Tone != ToneOpen:
				row.Binds = s.window.Treatment
			case s.Tone == ToneRest:
				row.Binds = s.routine.Treatment
			}
			rows = append(rows, row)
		}
	})
	slices.SortStableFunc(rows, func(a, b Row) int { return a.From.Compare(b.From) })
	return rows
}
