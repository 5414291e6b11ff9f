package simulation

import (
	_ "embed"
	"fmt"
	"strings"
	"time"
)

// zoneNames are all zones of the tz database, one a line.
//
//go:embed zones.txt
var zoneNames string

func anyZone(d draw) (*time.Location, error) {
	name := pick(d, strings.Fields(zoneNames)...)
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil, fmt.Errorf("cannot load the time zone %s: %w", name, err)
	}
	return zone, nil
}

// anyStart is a moment between 2008 and 2034, in half of the lives within four days before a clock change of the zone.
func anyStart(d draw, zone *time.Location) time.Time {
	at := time.Date(d.between(2008, 2034), time.January, 1, 0, 0, 0, 0, time.UTC).Add(d.span(time.Minute, 365*day)).Add(time.Duration(d.IntN(365)) * day)
	if d.chance(0.5) {
		if _, change := at.In(zone).ZoneBounds(); !change.IsZero() && change.Before(at.Add(2*365*day)) {
			at = change.Add(-time.Duration(d.IntN(int(4*day/time.Millisecond))) * time.Millisecond)
		}
	}
	return at.Truncate(time.Millisecond).UTC()
}
