//go:build e2e

package trust

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"time"
)

// zoneFile writes the rules of a time zone in which it is now this time of day
// ("06:59:55"), with neither summer time nor any other change. Time itself
// cannot be set in a test; where the person's day stands in it can, to the second. It
// gives the moment of that time of day.
func (s *scene) zoneFile(file, clock string) time.Time {
	s.Helper()
	want, err := time.Parse(time.TimeOnly, clock)
	s.ok(err)
	now := time.Now().UTC().Truncate(time.Second)
	have := time.Date(want.Year(), want.Month(), want.Day(), now.Hour(), now.Minute(), now.Second(), 0, time.UTC)
	offset := want.Sub(have)
	// Zones lie within half a day of Greenwich.
	if offset > 12*time.Hour {
		offset -= 24 * time.Hour
	} else if offset < -12*time.Hour {
		offset += 24 * time.Hour
	}
	// Renamed into place, as a system does: a half-written file is never seen.
	part := file + ".part"
	s.ok(os.WriteFile(part, zoneRules(offset), 0o644))
	s.ok(os.Rename(part, file))
	return now
}

// localTime makes it this time of day for every program that is started from now on, and gives
// the moment of that time of day.
func (s *scene) localTime(clock string) time.Time {
	s.Helper()
	file := filepath.Join(s.dir, "zone")
	now := s.zoneFile(file, clock)
	s.Setenv("TZ", ":"+file)
	return now
}

// zoneRules is a zone of one offset, in the format of tzfile(5).
func zoneRules(offset time.Duration) []byte {
	const name = "OWN\x00"
	var b bytes.Buffer
	b.WriteString("TZif")
	b.Write(make([]byte, 16)) // version 1, and what is reserved
	for _, count := range []uint32{0, 0, 0, 0, 1, uint32(len(name))} {
		_ = binary.Write(&b, binary.BigEndian, count)
	}
	_ = binary.Write(&b, binary.BigEndian, int32(offset/time.Second))
	b.Write([]byte{0, 0}) // no summer time, the first name
	b.WriteString(name)
	return b.Bytes()
}
