package planfile

import (
	"bytes"
	"strings"

	"afterglow/app/plancode"
	"afterglow/app/plancode/picture"
	"afterglow/guidance"
)

// Decode gives the plan file that a file, or a text, stands for: itself, or the plan of the codes that it shows or holds.
// These are added to all, so that the parts of one plan may come one after the other.
func Decode(all *plancode.Collector, file []byte) ([]byte, error) {
	switch {
	case isPicture(file):
		texts, err := picture.Read(file)
		if err != nil {
			return nil, err
		}
		if err := all.Add(strings.Join(texts, "\n")); err != nil {
			return nil, err
		}
		return all.Plan()
	case len(file) > guidance.LargestFile:
		return file, nil
	}
	return plancode.Decode(all, file)
}

// isPicture says whether a file begins as a PNG or a JPEG does, whatever its name.
func isPicture(file []byte) bool {
	return bytes.HasPrefix(file, []byte("\x89PNG\r\n")) || bytes.HasPrefix(file, []byte("\xff\xd8\xff"))
}
