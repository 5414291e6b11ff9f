package timeline

import "time"

// snaps are what the dragged line steps by, the finest first: the first that is as wide as a dot of the screen.
var snaps = [...]time.Duration{15 * time.Minute, 30 * time.Minute, time.Hour, 2 * time.Hour, 3 * time.Hour, 6 * time.Hour}

// Snap is what the line steps by in a picture.
func Snap(l Layout) time.Duration {
	room := l.Width - l.LabelWidth
	for _, s := range snaps {
		if room > 0 && float64(s)*float64(room) >= float64(l.Until.Sub(l.From)) {
			return s
		}
	}
	return snaps[len(snaps)-1]
}

// CursorAt is the moment at place x of the layout, to a step of [Snap] by the clock, inside the picture.
func CursorAt(l Layout, x float32) time.Time {
	room := l.Width - l.LabelWidth
	if l.From.IsZero() || room <= 0 {
		return l.From
	}
	share := min(max(float64(x-l.LabelWidth)/float64(room), 0), 1)
	at := l.From.Add(time.Duration(share * float64(l.Until.Sub(l.From))))
	snap := Snap(l)
	_, offset := at.Zone()
	seconds, away := int64(snap/time.Second), int64(offset)
	at = time.Unix((at.Unix()+away+seconds/2)/seconds*seconds-away, 0).In(l.From.Location())
	switch {
	case at.Before(l.From):
		return at.Add(snap)
	case at.After(l.Until):
		return at.Add(-snap)
	}
	return at
}
