// Package pocket draws a card: as a picture for a phone's lock screen, and as a page for the fridge.
package pocket

import (
	"encoding/json"
	"fmt"
	"image/color"
	"io"
	"strconv"
	"strings"
	"unicode"

	fyne "fyne.io/fyne/v2/theme"

	"afterglow/app/card"
	"afterglow/app/screens/theme"
)

// Draw is the file of a card: a PNG or a PDF.
func Draw(o card.Order) ([]byte, error) {
	switch o.Form {
	case "pdf":
		return page(o.Card, o.Letter)
	case "png":
		if !o.Size.Fits() {
			return nil, fmt.Errorf("draw a card of %d by %d pixels", o.Size.Wide, o.Size.High)
		}
		return picture(o.Card, o.Size, o.Dark)
	}
	return nil, fmt.Errorf("draw a card as %q", o.Form)
}

// largestOrder is how many bytes an order has at most: a plan has at most 1 MiB.
const largestOrder = 4 << 20

// Serve draws the card of an order, JSON as [card.Order] has it, and returns the exit code.
func Serve(in io.Reader, out, errw io.Writer) int {
	var o card.Order
	err := json.NewDecoder(io.LimitReader(in, largestOrder)).Decode(&o)
	if err == nil {
		var file []byte
		if file, err = Draw(o); err == nil {
			_, err = out.Write(file)
		}
	}
	if err != nil {
		fmt.Fprintln(errw, err)
		return 1
	}
	return 0
}

// tone is how a bar looks: its fill and its edge.
func tone(p *theme.Palette, name string) (fill, edge color.NRGBA) {
	switch name {
	case "wait", "never":
		return p.AmberFill, p.Amber
	case "ask":
		return p.Card, p.Amber
	case "then":
		return p.WaterFill, p.Water
	case "open":
		return p.SageFill, p.Sage
	}
	return p.Soft, p.Outline
}

// more says that so many rows have no room.
func more(c card.Card, n int) string { return strings.ReplaceAll(c.More, "{n}", strconv.Itoa(n)) }

// shown is a text in one line, without what nobody sees; what the type has no letters for beyond the first plane, such as
// emoji, is a box.
func shown(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
			return -1
		case r > 0xffff:
			return '\u25a1'
		}
		return r
	}, text)
}

// cut shortens a text until it fits, and says so with three dots.
func cut(text string, width float64, measure func(string) float64) string {
	text = shown(text)
	if measure(text) <= width {
		return text
	}
	all := []rune(text)
	low, high := 0, len(all) // so many letters fit, so many do not
	for low+1 < high {
		if middle := (low + high) / 2; measure(strings.TrimSpace(string(all[:middle]))+"…") <= width {
			low = middle
		} else {
			high = middle
		}
	}
	return strings.TrimSpace(string(all[:low])) + "…"
}

// regular and bold are the type of the window.
func regular() []byte { return fyne.DefaultTextFont().Content() }
func bold() []byte    { return fyne.DefaultTextBoldFont().Content() }
