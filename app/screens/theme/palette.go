// Package theme is how Afterglow looks: its palette in light and dark, its
// type sizes, and the Fyne theme made of both.
package theme

import (
	"image/color"
	"math"
)

// Palette is one set of colours. A tone is meant for words and edges, its fill lies under them.
type Palette struct {
	Dark  bool
	Sharp bool // it has more contrast than most want

	Background, Card, Rail, Line color.NRGBA // Line parts cards from the background, and rows from one another
	Soft                         color.NRGBA // the ground of what is no card: chips, segments, a quiet notice
	Text, Muted, Outline         color.NRGBA // Outline is the edge of a control: 3:1 on every ground

	Rose, RoseFill   color.NRGBA // the one accent: primary button, routines
	Sage, SageFill   color.NRGBA // open
	Amber, AmberFill color.NRGBA // not yet
	Water, WaterFill color.NRGBA // water, and what follows a wait ("SPF, hat, shade")
	Red              color.NRGBA // when to call the clinic, and nothing else

	OnTone color.NRGBA // words upon a tone
}

// Light is the palette of paper.
func Light() *Palette {
	return &Palette{
		Background: hex(0xFBF7F4), Card: hex(0xFFFFFF), Rail: hex(0xF5EDEA), Line: hex(0xEBE2DF), Soft: hex(0xF7EFEC),
		Text: hex(0x2B2530), Muted: hex(0x655C69), Outline: hex(0x8C818F),
		Rose: hex(0x9C4456), RoseFill: hex(0xF6D9D6),
		Sage: hex(0x3F6B52), SageFill: hex(0xDCEBE0),
		Amber: hex(0x8A5A00), AmberFill: hex(0xFBE8C8),
		Water: hex(0x2A6A86), WaterFill: hex(0xD8EAF2),
		Red: hex(0xA3262A), OnTone: hex(0xFFFFFF),
	}
}

// Dark is the palette of evening.
func Dark() *Palette {
	return &Palette{
		Dark:       true,
		Background: hex(0x1C181F), Card: hex(0x27222B), Rail: hex(0x221D26), Line: hex(0x3A333F), Soft: hex(0x2C262F),
		Text: hex(0xF3ECEF), Muted: hex(0xB9AEBC), Outline: hex(0x8A7F8E),
		Rose: hex(0xEFA3B0), RoseFill: hex(0x4A2E37),
		Sage: hex(0x8FCBA6), SageFill: hex(0x273A2E),
		Amber: hex(0xF0C27A), AmberFill: hex(0x463619),
		Water: hex(0x8CC7E3), WaterFill: hex(0x203642),
		Red: hex(0xFF9C99), OnTone: hex(0x1C181F),
	}
}

func hex(rgb uint32) color.NRGBA {
	return color.NRGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 255}
}

// Fade gives c the alpha of share, 0 to 1.
func Fade(c color.NRGBA, share float64) color.NRGBA {
	c.A = uint8(math.Round(255 * math.Max(0, math.Min(1, share))))
	return c
}

// Contrast is the WCAG 2 contrast ratio of two opaque colours, 1 to 21.
func Contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	if la < lb {
		la, lb = lb, la
	}
	return (la + 0.05) / (lb + 0.05)
}

func luminance(c color.NRGBA) float64 {
	part := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}
