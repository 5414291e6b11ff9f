package ipc

import (
	"context"
	"encoding/json"
	"time"
)

// Report is what a running agent tells of itself when asked by [DoDoctor].
type Report struct {
	Quiet    bool     `json:"quiet"`    // "do not disturb" is on now
	QuietBy  string   `json:"quiet_by"` // whose it is: package notify names them; "": not known
	Problems []string `json:"problems"`
	// NotifiedBy is the program that shows its notifications: "dunst 1.9.0"; "" if none is known.
	NotifiedBy string `json:"notified_by"`
}

// Report is the report that came with a reply; empty if none did.
func (r Reply) Report() (Report, error) {
	var told Report
	if len(r.Data) == 0 {
		return told, nil
	}
	err := json.Unmarshal(r.Data, &told)
	return told, err
}

// quietWithin is how long the agent is waited for: an answer without its reading is better than none.
const quietWithin = 2 * time.Second

// Quiet is the running agent's reading of the desktop's "do not disturb"; not on if none can be had soon.
func Quiet(ctx context.Context, dataDir string) (on bool, by string) {
	ctx, cancel := context.WithTimeout(ctx, quietWithin)
	defer cancel()
	reply, err := Send(ctx, dataDir, Agent, Message{Do: DoDoctor})
	if err != nil {
		return false, ""
	}
	told, err := reply.Report()
	if err != nil {
		return false, ""
	}
	return told.Quiet, told.QuietBy
}
