// Package read takes the text out of a leaflet's file: plain text, Markdown, Word and PDF. What it reads may be
// damaged, hostile or something else than its name says: each reader is bounded in bytes, depth and steps, and says in
// one fault what is wrong. It opens nothing itself and runs nothing of a file.
package read

import (
	"bytes"
	"context"
	"path"
	"strings"
	"unicode"

	"afterglow/app/fault"
	"afterglow/app/leaflet"
)

// MostFile is how many bytes a file has at most.
const MostFile = 20 << 20

// Endings are those of the files that can be read.
func Endings() []string { return []string{".txt", ".md", ".docx", ".pdf"} }

// Text is the text of a file that has this name. A file is told by what it holds, and by its name if that says nothing.
func Text(ctx context.Context, name string, b []byte) (string, error) {
	if len(b) > MostFile {
		return "", tooLarge(base(name))
	}
	text, err := textOf(ctx, name, b)
	if err != nil {
		return "", err
	}
	if strings.TrimFunc(text, func(c rune) bool { return unicode.IsSpace(c) || unicode.IsControl(c) || unicode.Is(unicode.Cf, c) }) == "" {
		return "", fault.New("leaflet.empty", fault.Args{"File": base(name)})
	}
	return text, nil
}

func tooLarge(name any) error {
	return fault.New("leaflet.too_large", fault.Args{"File": name, "Most": MostFile >> 20})
}

func textOf(ctx context.Context, name string, b []byte) (string, error) {
	args := fault.Args{"File": base(name)}
	switch {
	case bytes.Contains(b[:min(len(b), 1024)], []byte("%PDF-")):
		return pdfText(ctx, b, args)
	case bytes.HasPrefix(b, []byte("PK\x03\x04")):
		return wordText(ctx, b, args)
	case bytes.HasPrefix(b, []byte("{\\rtf")), bytes.HasPrefix(b, []byte("\xd0\xcf\x11\xe0")), bytes.HasPrefix(b, []byte("\x89PNG")), bytes.HasPrefix(b, []byte("\xff\xd8\xff")), bytes.HasPrefix(b, []byte("GIF8")):
		return "", fault.New("leaflet.kind", args)
	}
	switch strings.ToLower(path.Ext(base(name))) {
	case ".pdf", ".docx":
		return "", fault.New("leaflet.damaged", args)
	}
	text, ok := plainText(b)
	if !ok {
		return "", fault.New("leaflet.kind", args)
	}
	return text, nil
}

// base is the name of a file without its folders, however these are written.
func base(name string) string { return path.Base(strings.ReplaceAll(name, `\`, "/")) }

// builder gathers text up to somewhat more than a leaflet may have, so that a text that is too long is known to be.
type builder struct{ strings.Builder }

// full says that no more is taken.
func (b *builder) full() bool { return b.Len() > leaflet.MostText+4096 }
