package clock

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"afterglow/app/fault"
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
	tz   *time.Location // of the environment, which does not change; nil: not set, or not understood
	bad  error          // why TZ is not understood; nil if it is

	mu    sync.Mutex // guards the rest
	known bool
	state fingerprint
	loc   *time.Location
	worn  error // why the file gives no zone; nil if it does or is not there
}

func newZoneReader(file string) *zoneReader {
	if file != "" {
		return &zoneReader{file: file}
	}
	z := &zoneReader{file: localtime}
	if tz, ok := os.LookupEnv("TZ"); ok {
		z.tz, z.bad = zoneOfTZ(tz)
	}
	return z
}

// watched is the file whose change changes the zone; "" for none.
func (z *zoneReader) watched() string {
	if z.tz != nil {
		return ""
	}
	return z.file
}

// fingerprint is the state of the zone's file now; the zero one if there is none.
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

// location gives the zone. The file is read again only if it changed.
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
	z.worn = nil
	if err != nil {
		loc = time.Local // Windows, or a machine that was never told its zone
		if !errors.Is(err, fs.ErrNotExist) {
			z.worn = fault.Wrap(err, "zone.machine", fault.Args{"File": z.file})
		}
	}
	z.known, z.state, z.loc = true, state, loc
	return loc
}

// fault tells why the zone may not be the person's.
func (z *zoneReader) fault() error {
	if z.bad != nil || z.tz != nil {
		return z.bad
	}
	z.location()
	z.mu.Lock()
	defer z.mu.Unlock()
	return z.worn
}

// loadZone reads the zone's rules from the file; its name comes from where the
// file lies or leads: "../usr/share/zoneinfo/Europe/Paris".
func loadZone(file, target string) (*time.Location, error) {
	data, err := readZone(file)
	if err != nil {
		return nil, err
	}
	return time.LoadLocationFromTZData(zoneName(target), data)
}

// readZone reads a whole file of rules. It must be a file, and not a large one: a device or a pipe may never end.
func readZone(file string) ([]byte, error) {
	if info, err := os.Stat(file); err != nil || !info.Mode().IsRegular() || info.Size() > biggestZone {
		return nil, errors.Join(err, fs.ErrInvalid)
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, biggestZone))
}

func zoneName(target string) string {
	for _, part := range []string{"/zoneinfo/", "/zoneinfo.default/", "/zoneinfo-leaps/"} {
		if _, name, ok := strings.Cut(filepath.ToSlash(target), part); ok && name != "" {
			return name
		}
	}
	return "Local"
}
