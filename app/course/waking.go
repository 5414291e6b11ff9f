package course

import (
	"time"
)

// Waking gives the waking stretch that begins on local day d: from the end of the
// sleep hours until they begin again, perhaps after midnight. With sleep off it is
// the whole day. On a day that the calendar skipped the stretch is empty.
func Waking(prefs Prefs, d Date, zone *time.Location) (from, until time.Time) {
	return waking(prefs, dayOf(d, zone))
}

func waking(prefs Prefs, r day) (from, until time.Time) {
	sleep := prefs.Sleep
	switch {
	case sleep.From == sleep.To:
		from, until = r.at(0), r.end()
	case sleep.From > sleep.To:
		from, until = r.at(sleep.To), r.at(sleep.From)
	default: // such as 02:00-09:00: the waking day passes midnight
		from, until = r.at(sleep.To), On(r.date.Add(1), sleep.From, r.zone)
		if r.skipped() {
			until = from
		}
	}
	if until.Before(from) {
		until = from
	}
	return from, until
}

// Asleep says whether t lies in the sleep hours, and when they end. A clock change in
// the night lengthens or shortens the sleep; it never wakes anybody in between.
func Asleep(prefs Prefs, t time.Time, zone *time.Location) (until time.Time, asleep bool) {
	if prefs.Sleep.From == prefs.Sleep.To {
		return time.Time{}, false
	}
	d := DateOf(t, zone)
	// Two days ahead: the next one may be a day that the calendar skipped.
	for i := -1; i <= 3; i++ {
		from, to := Waking(prefs, d.Add(i), zone)
		if !from.Before(to) || !t.Before(to) {
			continue
		}
		if t.Before(from) {
			return from, true
		}
		return time.Time{}, false
	}
	return time.Time{}, false
}

// NextMorning is when the person wakes next: after midnight that is still the same day.
func NextMorning(prefs Prefs, now time.Time, zone *time.Location) time.Time {
	d := DateOf(now, zone)
	if from, _ := Waking(prefs, d, zone); from.After(now) {
		return from
	}
	from, _ := Waking(prefs, d.Add(1), zone)
	return from
}

// CountedDay gives the stretch whose deeds count for local day d: the day of the calendar, but one whose waking
// hours pass midnight lasts until they end.
func CountedDay(prefs Prefs, d Date, zone *time.Location) (from, until time.Time) {
	from, until = On(d, 0, zone), On(d.Add(1), 0, zone)
	if prefs.Sleep.From >= prefs.Sleep.To {
		return from, until
	}
	if _, late := Waking(prefs, d.Add(-1), zone); late.After(from) {
		from = late
	}
	if _, late := Waking(prefs, d, zone); late.After(until) {
		until = late
	}
	return from, until
}

// DayAt is the day for which a deed at that moment counts: see CountedDay.
func DayAt(prefs Prefs, t time.Time, zone *time.Location) Date {
	d := DateOf(t, zone)
	if from, _ := CountedDay(prefs, d, zone); t.Before(from) {
		return d.Add(-1)
	}
	return d
}
