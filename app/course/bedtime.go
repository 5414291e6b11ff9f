package course

import (
	"time"

	"afterglow/guidance"
)

const (
	// usualBedtime is that of someone who has not said theirs: see [DefaultPrefs].
	usualBedtime = 22*60 + 30
	// wholeDay is the minutes of a day.
	wholeDay = 24 * 60
	// lateNight is until when somebody who goes to bed does so in the evening before.
	lateNight = 12 * 60
	// toBed is how long after a late appointment somebody goes to bed at the soonest.
	toBed = time.Hour
)

// bedtime is when the person goes to bed, as [Treatment.Bedtime] has it.
func (p Prefs) bedtime() int {
	switch {
	case p.Sleep.From == p.Sleep.To:
		return usualBedtime
	case p.Sleep.From < lateNight:
		return int(p.Sleep.From) + wholeDay
	}
	return int(p.Sleep.From)
}

// FillPrefs returns the treatments with the person's own bedtime, and with what their clinic prescribed to them.
func FillPrefs(treatments []Treatment, prefs Prefs) []Treatment {
	out := make([]Treatment, len(treatments))
	copy(out, treatments)
	for i := range out {
		out[i].Bedtime, out[i].Prescribed = prefs.bedtime(), prefs.Prescribed
	}
	return out
}

// bedtimeOn is the instant at which the person goes to bed on the evening of day d.
func bedtimeOn(d Date, bedtime int, zone *time.Location) time.Time {
	if bedtime <= 0 {
		bedtime = usualBedtime
	}
	return On(d.Add(bedtime/wholeDay), guidance.Clock(bedtime%wholeDay), zone)
}

// bedtimeAfter is the bedtime on the evening of day d; on that of a treatment not before the person can be at home.
func bedtimeAfter(d Date, bedtime int, treated time.Time, zone *time.Location) time.Time {
	at := bedtimeOn(d, bedtime, zone)
	if d == DateOf(treated, zone) {
		return Later(at, treated.Add(toBed))
	}
	return at
}

// bedtimeOf is the bedtime on the evening of the nth day after the treatment's.
func (p placer) bedtimeOf(n int) time.Time {
	return bedtimeAfter(p.day.Add(n), p.bedtime, p.at, p.zone)
}
