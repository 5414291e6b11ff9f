package plancode

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"

	"afterglow/guidance"
)

// PictureEndings are those of the pictures that codes are read from.
func PictureEndings() []string { return []string{".png", ".jpg", ".jpeg"} }

// IsPicture says whether a file's name is that of such a picture.
func IsPicture(name string) bool {
	return slices.Contains(PictureEndings(), strings.ToLower(filepath.Ext(name)))
}

// Decode gives the plan file that a text stands for: itself, or the plan of the codes in it. These are added to all, so
// that the parts of one plan may come one after the other.
func Decode(all *Collector, text []byte) ([]byte, error) {
	if !Ours(string(text)) || isPlan(text) {
		return text, nil
	}
	if err := all.Add(string(text)); err != nil {
		return nil, err
	}
	return all.Plan()
}

// isPlan says whether a text is a plan file, be it with mistakes: one may name a code.
func isPlan(text []byte) bool {
	_, err := guidance.Parse("", text)
	return err == nil || bytes.Contains(text, []byte("[["))
}
