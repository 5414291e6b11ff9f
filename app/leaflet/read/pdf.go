package read

import (
	"context"
	"errors"
	"strings"

	"afterglow/app/fault"
	"afterglow/app/leaflet/read/pdf"
)

// pdfText is the text of a PDF.
func pdfText(ctx context.Context, b []byte, args fault.Args) (string, error) {
	text, err := pdf.Text(ctx, b)
	switch {
	case ctx.Err() != nil:
		return "", ctx.Err()
	case errors.Is(err, pdf.ErrProtected):
		return "", fault.New("leaflet.protected", args)
	case errors.Is(err, pdf.ErrTooMuch):
		return "", tooLarge(args["File"])
	case err != nil:
		return "", fault.Wrap(err, "leaflet.damaged", args)
	case strings.TrimSpace(text) == "":
		return "", fault.New("leaflet.scanned", args)
	}
	return text, nil
}
