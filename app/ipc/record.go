package ipc

import (
	"encoding/json"
	"os"
	"path/filepath"

	"afterglow/app/datadir"
)

// record is what the process in a role writes into its lock's file: where it listens. Others find it by the
// data folder alone, whatever their own environment says of a place for sockets.
type record struct {
	PID    int    `json:"pid"`
	Host   string `json:"host"`   // the computer that it runs on: the folder may be shared over a network
	Socket string `json:"socket"` // whole path
}

// recordAtMost is more than any record holds, in bytes.
const recordAtMost = 8192

func lockPath(dataDir, role string) string { return filepath.Join(dataDir, role+".lock") }

// hold takes the role's lock, which lies in the data folder: so that it is one lock for all who use the folder.
// If nothing can be written there, or its file system knows no locks, the runtime folder has it.
func hold(dataDir, role string) (*os.File, error) {
	if readOnly, err := datadir.Prepare(dataDir); err == nil && !readOnly {
		f, err := takeLock(lockPath(dataDir, role))
		if err == nil || !noLocksHere(err) {
			return f, err
		}
	}
	dir, err := Dir(dataDir)
	if err != nil {
		return nil, err
	}
	return takeLock(lockPath(dir, role))
}

// publish writes into the lock's file where this process listens. If that fails, on a full disk say,
// others still look in the usual place.
func publish(lock *os.File, socket string) {
	host, _ := os.Hostname() // "": others then take it for their own computer
	text, err := json.Marshal(record{PID: os.Getpid(), Host: host, Socket: socket})
	if err == nil && lock.Truncate(0) == nil {
		_, _ = lock.WriteAt(append(text, '\n'), 0)
	}
}

// readRecord is what the process in role wrote last, which may have ended since.
func readRecord(dataDir, role string) (r record, found bool) {
	path := lockPath(dataDir, role)
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() == 0 || info.Size() > recordAtMost {
		return r, false
	}
	text, err := os.ReadFile(path)
	if err != nil || json.Unmarshal(text, &r) != nil {
		return record{}, false // it is being written just now
	}
	return r, filepath.IsAbs(r.Socket)
}

// elsewhere names the computer on which the process in role runs; "" for this one.
func elsewhere(dataDir, role string) string {
	r, found := readRecord(dataDir, role)
	if host, err := os.Hostname(); !found || err != nil || host == r.Host {
		return ""
	}
	return r.Host
}
