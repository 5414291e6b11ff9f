package simulation

import (
	"slices"
	"time"

	"afterglow/guidance"
)

// What the oracle knows of time it knows by trying: which offsets from UTC were in force
// around a day, and which minute first shows a reading. It is slow and has no cleverness to be wrong.

// date counts the days since 1 January 1970, wherever the person is.
type date int64

func dateOf(t time.Time, zone *time.Location) date {
	_, offset := t.In(zone).Zone()
	seconds := t.Unix() + int64(offset)
	d := seconds / 86400
	if seconds%86400 < 0 {
		d--
	}
	return date(d)
}

func (d date) String() string { return time.Unix(int64(d)*86400, 0).UTC().Format(time.DateOnly) }

// readDate reads "2026-11-22".
func readDate(s string) (date, bool) {
	t, err := time.Parse(time.DateOnly, s)
	return date(t.Unix() / 86400), err == nil
}

// minuteOf is what the clocks of the zone show.
func minuteOf(t time.Time, zone *time.Location) guidance.Clock {
	local := t.In(zone)
	return guidance.Clock(local.Hour()*60 + local.Minute())
}

// walls tries readings of one zone and remembers the offsets of each day.
type walls struct {
	zone    *time.Location
	offsets map[date][]int64
}

func newWalls(zone *time.Location) *walls {
	return &walls{zone: zone, offsets: map[date][]int64{}}
}

func offsetAt(unix int64, zone *time.Location) int64 {
	_, offset := time.Unix(unix, 0).In(zone).Zone()
	return int64(offset)
}

// around are all offsets in force from a day before the date to two days after it.
func (w *walls) around(d date) []int64 {
	if known, ok := w.offsets[d]; ok {
		return known
	}
	var out []int64
	for unix := int64(d-1)*86400 - 16*3600; unix < int64(d+3)*86400; unix += 15 * 60 {
		if o := offsetAt(unix, w.zone); !slices.Contains(out, o) {
			out = append(out, o)
		}
	}
	w.offsets[d] = out
	return out
}

// at is the first instant at which the clocks show the reading on the date; if they
// never do, that of the next minute which they show.
func (w *walls) at(d date, c guidance.Clock) time.Time {
	local := int64(d)*86400 + int64(c)*60
	for ahead := int64(0); ahead < 2*86400; ahead += 60 {
		first, found := int64(0), false
		for _, o := range w.around(d) {
			unix := local + ahead - o
			if offsetAt(unix, w.zone) == o && (!found || unix < first) {
				first, found = unix, true
			}
		}
		if found {
			return time.Unix(first, 0).UTC()
		}
	}
	return time.Unix(local, 0).UTC()
}

// never says that the calendar skipped the date.
func (w *walls) never(d date) bool { return dateOf(w.at(d, 0), w.zone) != d }

// waking is the stretch between two sleeps that begins on the date.
func (w *walls) waking(d date, sleep guidance.HourRange) (from, until time.Time) {
	switch {
	case sleep.From == sleep.To:
		return w.at(d, 0), w.at(d+1, 0)
	case sleep.From > sleep.To:
		return w.at(d, sleep.To), w.at(d, sleep.From)
	}
	return w.at(d, sleep.To), w.at(d+1, sleep.From)
}

// hour is what a minute of the day is to someone with sleep hours.
type hour int

const (
	awake hour = iota
	night
	either // the clocks went back within the last hours: the reading does not tell whether the sleep has begun or ended
)

// hourAt reads the clock and no more.
func (w *walls) hourAt(t time.Time, sleep guidance.HourRange) hour {
	if sleep.From == sleep.To {
		return awake
	}
	if offsetAt(t.Add(-4*time.Hour).Unix(), w.zone) > offsetAt(t.Unix(), w.zone) {
		return either
	}
	if sleep.Contains(minuteOf(t, w.zone)) {
		return night
	}
	return awake
}

// wakes is the next whole minute from t on at which the person is awake for sure.
func (w *walls) wakes(t time.Time, sleep guidance.HourRange) time.Time {
	for range 3 * 24 * 60 {
		if w.hourAt(t, sleep) == awake {
			return t
		}
		t = t.Truncate(time.Minute).Add(time.Minute)
	}
	return t
}
