package service

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"afterglow/app/fault"
	"afterglow/app/journal"
)

// BackedUp is a file that holds all data.
type BackedUp struct {
	File       string // a whole path
	Bytes      int64
	Treatments int
}

// Backup writes all data into one private file. An older copy is replaced; any other file is left alone.
func (s *Service) Backup(ctx context.Context, file string) (BackedUp, error) {
	v := BackedUp{}
	if err := s.journal.Backup(ctx, file); err != nil {
		return v, err
	}
	var err error
	if v.File, err = filepath.Abs(file); err != nil {
		return v, fault.Wrap(err, "backup.no_path", fault.Args{"File": file})
	}
	info, err := os.Stat(v.File)
	if err != nil {
		return v, fault.Wrap(err, "backup.unseen", fault.Args{"File": v.File})
	}
	v.Bytes = info.Size()
	v.Treatments, err = s.countTreatments(ctx)
	return v, err
}

// Restored is data that was put in place of what was there.
type Restored struct {
	File       string // the backup, as a whole path
	Kept       string // the data from before, itself a backup
	Treatments int
}

// Restore puts what a backup holds in place of all data. What was there is copied first.
func (s *Service) Restore(ctx context.Context, file string) (Restored, error) {
	v := Restored{}
	var err error
	if v.File, err = filepath.Abs(file); err != nil {
		return v, fault.Wrap(err, "backup.no_path", fault.Args{"File": file})
	}
	if v.Kept, err = s.journal.Restore(ctx, v.File); err != nil {
		return v, err
	}
	s.ring() // whatever runs reads all of it anew
	v.Treatments, err = s.countTreatments(ctx)
	return v, err
}

// countTreatments counts those that were not removed.
func (s *Service) countTreatments(ctx context.Context) (int, error) {
	all, err := s.journal.Treatments(ctx)
	if err != nil && !errors.Is(err, journal.ErrPlan) { // an unreadable plan is still a treatment
		return 0, err
	}
	n := 0
	for _, t := range all {
		if !t.Removed {
			n++
		}
	}
	return n, nil
}
