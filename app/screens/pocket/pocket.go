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
	"afterglow/app/screens/letters"
	"afterglow/app/screens/theme"
)

// Draw is the file of a card: a PNG or a PDF.
func Draw(o card.Order) ([]byte, error) {
	o.Card = printable(o.Card)
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
func more(c card.Card, n int) string { return strings.ReplaceAll(c.More, card.Left, strconv.Itoa(n)) }

// printable is a card without what its type has no letters for; it then says so below its title.
func printable(c card.Card) card.Card {
	set, missing := letters.Of(regular(), bold()), false
	text := func(s string) string {
		s = shown(s)
		out := set.Printable(s)
		missing = missing || out != s
		return out
	}
	lead, rows := make([]string, len(c.Lead)), make([]card.Row, len(c.Rows))
	for i, line := range c.Lead {
		lead[i] = text(line)
	}
	for i, r := range c.Rows {
		r.Name, r.When, r.Note = text(r.Name), text(r.When), text(r.Note)
		rows[i] = r
	}
	c.Title, c.Empty, c.Call, c.Phone, c.Foot, c.More = text(c.Title), text(c.Empty), text(c.Call), text(c.Phone), text(c.Foot), text(c.More)
	if c.Lead, c.Rows = lead, rows; missing {
		c.Lead = append(c.Lead, c.LeftOut)
	}
	return c
}

// shown is a text in one line, without what nobody sees.
func shown(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, text)
}

// regular and bold are the type of the window.
func regular() []byte { return fyne.DefaultTextFont().Content() }
func bold() []byte    { return fyne.DefaultTextBoldFont().Content() }
