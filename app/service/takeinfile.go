package service

import (
	"context"
	"os"

	"afterglow/app/fault"
	"afterglow/app/newfile"
	"afterglow/app/takeout"
)

// TakeInFile is [Service.TakeIn] with the file at path, called name where it is named. A pipe or a device may never end:
// it is refused.
func (s *Service) TakeInFile(ctx context.Context, path, name string) (TakenIn, error) {
	f, err := readTakeout(path, name)
	if err != nil {
		return TakenIn{}, err
	}
	return s.TakeIn(ctx, f)
}

// readTakeout reads a file of ours.
func readTakeout(path, name string) (takeout.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return takeout.File{}, fault.Wrap(newfile.Bare(err), "takeout.unread", fault.Args{"File": name})
	}
	if !info.Mode().IsRegular() {
		return takeout.File{}, fault.Use("takeout.not_plain", fault.Args{"File": name})
	}
	f, err := os.Open(path)
	if err != nil {
		return takeout.File{}, fault.Wrap(newfile.Bare(err), "takeout.unread", fault.Args{"File": name})
	}
	defer f.Close()
	return takeout.Read(f, name)
}
