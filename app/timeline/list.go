package timeline

import (
	"slices"
	"time"

	"afterglow/app/course"
)

// Row is one line of the timeline told as a list, for screen readers and the command line.
type Row struct {
	ID, Name string // of the routine or window
	Tone     Tone
	Words    string    // "Makeup: not yet, until Sat 21 Nov 15:30"
	From     time.Time // when it begins
	Until    time.Time // zero: without end
	Now      bool      // it holds now
	Binds    int64     // the treatment whose wait it is; 0 for a routine that has begun and for what is open
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
			binds := int64(0)
			if s.window != nil && s.tone != ToneOpen {
				binds = s.window.Treatment
			}
			if s.tone == ToneRest {
				binds = s.routine.Treatment
			}
			rows = append(rows, Row{
				ID: lane.id, Name: lane.name, Tone: s.tone, Words: s.sentence(&lane, zone), From: s.from, Until: s.until,
				Now:   !now.Before(s.from) && (s.until.IsZero() || now.Before(s.until)),
				Binds: binds,
			})
		}
	})
	slices.SortStableFunc(rows, func(a, b Row) int { return a.From.Compare(b.From) })
	return rows
}
