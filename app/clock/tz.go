package clock

import (
	"encoding/binary"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"afterglow/app/fault"
)

// ZoneFault tells why the zone that c goes by may not be the person's: TZ or the machine's own setting cannot be
// read. It is nil if all is well, and for a clock of which that cannot be asked.
func ZoneFault(c Clock) error {
	if w, ok := c.(*Wall); ok {
		return w.zone.fault()
	}
	return nil
}

// zoneOfTZ reads TZ as the C library does: empty is UTC, a colon may stand in front, a path names a file;
// what is no name of a zone may be its rules, written out ("JST-9"). It is an error if none of that fits.
func zoneOfTZ(tz string) (*time.Location, error) {
	name := strings.TrimPrefix(tz, ":")
	if name == "" || name == "UTC" {
		return time.UTC, nil
	}
	if filepath.IsAbs(name) {
		loc, err := loadZone(name, name)
		if err != nil {
			return nil, fault.Wrap(err, "zone.file", fault.Args{"TZ": short(tz)})
		}
		return loc, nil
	}
	if loc, err := time.LoadLocation(name); err == nil {
		return loc, nil
	}
	if loc := zoneOfRules(name); loc != nil {
		return loc, nil
	}
	return nil, fault.New("zone.unknown", fault.Args{"TZ": short(tz)})
}

// shownOfTZ is how much of TZ a message shows, in letters.
const shownOfTZ = 60

func short(tz string) string {
	if letters := []rune(tz); len(letters) > shownOfTZ {
		return string(letters[:shownOfTZ]) + "…"
	}
	return tz
}

// longestRules is more than any rules of POSIX need, in bytes.
const longestRules = 200

// rulesForm is how POSIX writes rules: a name and how far it lies west, then the same of summer time, and when
// that begins and ends.
const rulesForm = `^NAME HOURS(NAME (HOURS)?(,DATE,DATE)?)?$`

var rulesParts = strings.NewReplacer(
	"NAME ", `([A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)`,
	"HOURS", `[+-]?([01]?[0-9]|2[0-4])(:[0-5][0-9]){0,2}`,
	"DATE", `(J?[0-9]{1,3}|M[0-9]{1,2}\.[1-5]\.[0-6])(/[+-]?[0-9]{1,3}(:[0-5][0-9]){0,2})?`,
)

// unnamed marks the time before the rules, which they never fall back to while they are understood.
const unnamed = "-00"

// zoneOfRules is a zone by rules as POSIX writes them: "JST-9", "CET-1CEST,M3.5.0,M10.5.0/3"; nil if they are
// none. Go reads such rules at the end of a zone's file alone, so they are put into one that holds nothing else.
func zoneOfRules(rules string) *time.Location {
	if len(rules) > longestRules {
		return nil
	}
	if fits, err := regexp.MatchString(rulesParts.Replace(rulesForm), rules); err != nil || !fits {
		return nil
	}
	loc, err := time.LoadLocationFromTZData(rules, fileOfRules(rules))
	if err != nil {
		return nil
	}
	for _, month := range []time.Month{time.January, time.July} {
		if name, _ := time.Date(2026, month, 1, 0, 0, 0, 0, time.UTC).In(loc).Zone(); name == unnamed {
			return nil
		}
	}
	return loc
}

// fileOfRules is a zone's file by RFC 8536: no transitions, one kind of time, and the rules in the footer.
func fileOfRules(rules string) []byte {
	var b []byte
	for range 2 { // once for readers of version 1, which is of no use to us
		b = append(b, "TZif2"...)
		b = append(b, make([]byte, 15)...)
		for _, count := range []uint32{0, 0, 0, 0, 1, uint32(len(unnamed) + 1)} {
			b = binary.BigEndian.AppendUint32(b, count)
		}
		b = append(b, 0, 0, 0, 0, 0, 0) // UTC, no summer time, the first name
		b = append(b, unnamed...)
		b = append(b, 0)
	}
	return append(b, "\n"+rules+"\n"...)
}
