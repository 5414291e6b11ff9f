package plancode

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"fmt"
	"io"

	"afterglow/app/fault"
	"afterglow/guidance"
)

// Dictionaries are texts that plans are likely to share: the starter plans and the words of the format, as they were
// when the dictionary was made. A code names its own, so one is added and never changed.
//
//go:embed dictionary/1.txt
var first string

// newest is the number of the dictionary that this program writes with.
const newest = 1

func dictionary(number byte) []byte {
	if number == newest {
		return []byte(first)
	}
	return nil
}

// pack makes a plan file small.
func pack(plan []byte) ([]byte, error) {
	if len(plan) == 0 || len(plan) > guidance.LargestFile {
		return nil, fault.Use("plancode.no_plan", nil)
	}
	var out bytes.Buffer
	w, err := flate.NewWriterDict(&out, flate.BestCompression, dictionary(newest))
	if err != nil {
		return nil, fmt.Errorf("start to pack the plan: %w", err)
	}
	if _, err := w.Write(plan); err != nil {
		return nil, fmt.Errorf("pack the plan: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("pack the plan: %w", err)
	}
	return out.Bytes(), nil
}

// unpack is the plan file that pack made small. What would grow beyond the largest plan file is refused.
func unpack(packed []byte, number byte) ([]byte, error) {
	r := flate.NewReaderDict(bytes.NewReader(packed), dictionary(number))
	defer r.Close()
	plan, err := io.ReadAll(io.LimitReader(r, guidance.LargestFile+1))
	if err != nil || len(plan) == 0 || len(plan) > guidance.LargestFile {
		return nil, damaged()
	}
	return plan, nil
}
