package picture

import (
	"bytes"
	"image"
	_ "image/jpeg" // the two kinds of picture that phones and screenshots make
	_ "image/png"
	"slices"

	"afterglow/app/fault"
	"afterglow/app/plancode"
)

// mostPixels bounds what a picture unpacks to: the largest phone cameras make 50 million pixels.
const mostPixels = 64_000_000

// Read gives the texts of all plan codes that a picture file (PNG or JPEG) shows, at least one. A picture that cannot be
// read, that shows no code, and one that shows another's codes alone are refused, each with its own reason.
func Read(file []byte) ([]string, error) {
	if len(file) > plancode.LargestPicture {
		return nil, fault.Use("plancode.picture_large", nil)
	}
	size, _, err := image.DecodeConfig(bytes.NewReader(file))
	switch {
	case err != nil:
		return nil, fault.Use("plancode.no_picture", nil)
	case size.Width < 1 || size.Height < 1 || size.Width > mostPixels/size.Height:
		return nil, fault.Use("plancode.picture_large", nil)
	}
	picture, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		return nil, fault.Use("plancode.no_picture", nil)
	}
	found := Find(picture, complete)
	ours := slices.DeleteFunc(slices.Clone(found), func(text string) bool { return !plancode.Ours(text) })
	switch {
	case len(found) == 0:
		return nil, fault.Use("plancode.no_code", nil)
	case len(ours) == 0:
		return nil, fault.Use("plancode.foreign", nil)
	}
	return ours, nil
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
