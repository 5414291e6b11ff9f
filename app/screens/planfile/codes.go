package planfile

import (
	"bytes"
	"strings"

	"afterglow/app/plancode"
	"afterglow/app/plancode/picture"
	"afterglow/guidance"
)

// PictureEndings are those of the pictures of codes that can be opened.
func PictureEndings() []string { return []string{".png", ".jpg", ".jpeg"} }

// Decode gives the plan file that a file, or a text, stands for: itself, or the plan of the codes that it shows or holds.
// These are added to all, so that the parts of one plan may come one after the other.
func Decode(all *plancode.Collector, file []byte) ([]byte, error) {
	switch {
	case isPicture(file):
		texts, err := picture.Read(file)
		if err != nil {
			return nil, err
		}
		file = []byte(strings.Join(texts, "\n"))
	case len(file) > guidance.LargestFile || !plancode.Ours(string(file)) || isPlan(file):
		return file, nil
	}
	if err := all.Add(string(file)); err != nil {
		return nil, err
	}
	return all.Plan()
}

// isPicture says whether a file begins as a PNG or a JPEG does, whatever its name.
func isPicture(file []byte) bool {
	return bytes.HasPrefix(file, []byte("\x89PNG\r\n")) || bytes.HasPrefix(file, []byte("\xff\xd8\xff"))
}

// isPlan says whether a text is a plan file, be it with mistakes: one may name a code.
func isPlan(file []byte) bool {
	_, err := guidance.Parse("", file)
	return err == nil || bytes.Contains(file, []byte("[["))
}
