package clock

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// localtime is where Unix systems keep the zone that the machine is set to.
const localtime = "/etc/localtime"

// biggestZone is more than any zone file holds, in bytes.
const biggestZone = 1 << 20

// fingerprint tells one state of the zone's file from another.
type fingerprint struct {
	target string // where the link leads
	mtime  time.Time
	size   int64
	inode  uint64
}

// zoneReader reads the zone afresh; Go's own time.Local is read once and kept.
type zoneReader struct {
	file string
	tz   *time.Location // of the environment, which does not change; nil: not set

	mu    sync.Mutex // guards the rest
	known bool
	state fingerprint
	loc   *time.Location
}

func newZoneReader(file string) *zoneReader {
	if file != "" {
		return &zoneReader{file: file}
	}
	z := &zoneReader{file: localtime}
	if tz, ok := os.LookupEnv("TZ"); ok {
		z.tz = zoneOfTZ(tz)
	}
	return z
}

// zoneOfTZ reads TZ as the C library does: empty is UTC, a colon may stand in
// front, a path names a file. Nil where it is none of the names that are known.
func zoneOfTZ(tz string) *time.Location {
	tz = strings.TrimPrefix(tz, ":")
	if tz == "" || tz == "UTC" {
		return time.UTC
	}
	if filepath.IsAbs(tz) {
		loc, err := loadZone(tz, tz)
		if err != nil {
			return nil
		}
		return loc
	}
	loc, err := time.LoadLocation(tz)
	if err != nil {
		return nil
	}
	return loc
}

// watched is the file whose change changes the zone; "" for none.
func (z *zoneReader) watched() string {
	if z.tz != nil {
		return ""
	}
	return z.file
}

// fingerprint is the state of the zone's file now; the zero one where there is none.
func (z *zoneReader) fingerprint() fingerprint {
	if z.tz != nil {
		return fingerprint{}
	}
	info, err := os.Stat(z.file)
	if err != nil {
		return fingerprint{}
	}
	target, err := os.Readlink(z.file)
	if err != nil {
		target = "" // a file, not a link
	}
	return fingerprint{target: target, mtime: info.ModTime(), size: info.Size(), inode: inode(info)}
}

// location gives the zone. The file is read again only where it changed.
func (z *zoneReader) location() *time.Location {
	if z.tz != nil {
		return z.tz
	}
	state := z.fingerprint()
	z.mu.Lock()
	defer z.mu.Unlock()
	if z.known && state == z.state {
		return z.loc
	}
	loc, err := loadZone(z.file, state.target)
	if err != nil {
		loc = time.Local // Windows, or a machine that was never told its zone
	}
	z.known, z.state, z.loc = true, state, loc
	return loc
}

// loadZone reads the zone's rules from the file; its name comes from where the
// file lies or leads: "../usr/share/zoneinfo/Europe/Paris".
func loadZone(file, target string) (*time.Location, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, err
	}
	if info.Size() > biggestZone {
		return nil, fs.ErrInvalid
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return time.LoadLocationFromTZData(zoneName(target), data)
}

func zoneName(target string) string {
	for _, part := range []string{"/zoneinfo/", "/zoneinfo.default/", "/zoneinfo-leaps/"} {
		if _, name, ok := strings.Cut(filepath.ToSlash(target), part); ok && name != "" {
			return name
		}
	}
	return "Local"
}
