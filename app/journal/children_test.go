package journal

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"afterglow/app/record"
)

// children are what the test binary does when it is started as another process.
var children = map[string]func(dir string) error{
	"write for ever": writeForEver,
	"write 200":      func(dir string) error { return writeMany(dir, 200, false) },
	"open and write": func(dir string) error { return writeMany(dir, 1, false) },
	"keep for ever":  keepForEver,
	"try":            try,
	"try below":      func(dir string) error { return try(filepath.Join(dir, "data")) },
}

// writeForEver says each entry's number once it is stored, until it is killed.
func writeForEver(dir string) error { return writeMany(dir, 1<<30, true) }

func writeMany(dir string, n int, say bool) error {
	ctx := context.Background()
	j, err := Open(ctx, dir)
	if err != nil {
		return err
	}
	defer j.Close()
	for i := range n {
		id, err := j.AddEntry(ctx, record.Entry{At: time.UnixMilli(int64(i)), Kind: record.KindDone, Note: strconv.Itoa(os.Getpid())})
		if err != nil {
			return err
		}
		if say {
			fmt.Println(id)
		}
	}
	return nil
}

// keepForEver says each question's number once it is stored, until it is killed.
func keepForEver(dir string) error {
	ctx := context.Background()
	j, err := Open(ctx, dir)
	if err != nil {
		return err
	}
	defer j.Close()
	for {
		id, err := keep(ctx, j, "May I fly?")
		if err != nil {
			return err
		}
		fmt.Println(id)
	}
}

// try opens, reads, writes, makes a backup and says how each went.
func try(dir string) error {
	ctx := context.Background()
	j, err := Open(ctx, dir)
	if err != nil {
		return err
	}
	defer j.Close()
	all, err := j.Entries(ctx, time.UnixMilli(0))
	fmt.Printf("readonly=%v read=%d/%v\n", j.ReadOnly(), len(all), err)
	_, err = j.AddEntry(ctx, record.Entry{At: noon, Kind: record.KindDone})
	fmt.Printf("write=%v\n", err)
	_, err = keep(ctx, j, "May I fly?")
	fmt.Printf("keep=%v\n", err)
	fmt.Printf("clear=%v\n", j.ClearAsked(ctx))
	fmt.Printf("backup=%v\n", j.DailyBackup(ctx, noon.AddDate(0, 0, 9)))
	return nil
}
