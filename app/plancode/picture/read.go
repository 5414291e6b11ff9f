package picture

import (
	"bytes"
	"errors"
	"image"
	_ "image/jpeg" // the two kinds of picture that phones and screenshots make
	_ "image/png"

	"afterglow/app/fault"
	"afterglow/app/plancode"
)

const (
	// LargestFile is how large a picture file may be, in bytes: a phone's largest photo and more.
	LargestFile = 32 << 20
	// mostPixels bounds what a picture unpacks to: the largest phone cameras make 50 million pixels.
	mostPixels = 64_000_000
)

// Read adds every code of ours that a picture file (PNG or JPEG) shows to the collector. A picture that cannot be read,
// that shows no code, and one that shows another's codes alone are refused, each with its own reason.
func Read(file []byte, into *plancode.Collector) error {
	if len(file) > LargestFile {
		return fault.Use("plancode.picture_large", nil)
	}
	size, _, err := image.DecodeConfig(bytes.NewReader(file))
	switch {
	case err != nil:
		return fault.Use("plancode.no_picture", nil)
	case size.Width < 1 || size.Height < 1 || size.Width > mostPixels/size.Height:
		return fault.Use("plancode.picture_large", nil)
	}
	picture, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		return fault.Use("plancode.no_picture", nil)
	}
	return Collect(picture, into)
}

// Collect is Read for a picture that is unpacked already, such as one from the clipboard.
func Collect(picture image.Image, into *plancode.Collector) error {
	texts := Find(picture, complete)
	if len(texts) == 0 {
		return fault.Use("plancode.no_code", nil)
	}
	var refused error
	ours := 0
	for _, text := range texts {
		if err := into.Add(text); err == nil {
			ours++
		} else if refused == nil || plancode.Ours(text) {
			refused = err
		}
	}
	if ours == 0 || errors.Is(refused, plancode.ErrOtherPlan) {
		return refused
	}
	return nil
}

// complete says whether the codes that a picture shows make a whole plan: then nothing is looked for any more.
func complete(texts []string) bool {
	var all plancode.Collector
	for _, text := range texts {
		_ = all.Add(text) // another's code beside ours
	}
	missing, of := all.Missing()
	return of > 0 && len(missing) == 0
}
