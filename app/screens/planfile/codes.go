package planfile

import (
	"bytes"
	"strings"

	"afterglow/app/plancode"
	"afterglow/app/plancode/picture"
	"afterglow/guidance"
)

// Text is the text of a file: of a picture that of the codes which it shows.
func Text(file []byte) ([]byte, error) {
	if !isPicture(file) {
		return file, nil
	}
	texts, err := picture.Read(file)
	return []byte(strings.Join(texts, "\n")), err
}

// Decode gives the plan file that a text stands for: itself, or the plan of the codes in it, which are added to all. What
// is too large for a plan stands for itself.
func Decode(all *plancode.Collector, text []byte) ([]byte, error) {
	if len(text) > guidance.LargestFile {
		return text, nil
	}
	return plancode.Decode(all, text)
}

// isPicture says whether a file begins as a PNG or a JPEG does, whatever its name.
func isPicture(file []byte) bool {
	return bytes.HasPrefix(file, []byte("\x89PNG\r\n")) || bytes.HasPrefix(file, []byte("\xff\xd8\xff"))
}
