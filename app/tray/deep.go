package tray

import (
	"image"
	"image/color"
)

// deep is img in 16 bits a channel, such that the tray library sends to the
// panel exactly what img holds.
//
// The library takes each colour multiplied by its alpha, in 16 bits, and of
// those the low byte: right if a pixel is opaque, noise if it is not, so
// that round edges get a fringe of odd colours. Panels want the plain colour.
// So the low byte is made to be just that. The high byte stays what it should
// be: anyone who reads the picture as it is meant to be read sees it too, off
// by a 500th at most.
func deep(img *image.NRGBA) *image.NRGBA64 {
	out := image.NewNRGBA64(img.Rect)
	for y := img.Rect.Min.Y; y < img.Rect.Max.Y; y++ {
		for x := img.Rect.Min.X; x < img.Rect.Max.X; x++ {
			p := img.NRGBAAt(x, y)
			a := uint32(p.A) * 0x101
			out.SetNRGBA64(x, y, color.NRGBA64{R: deepChannel(p.R, a), G: deepChannel(p.G, a), B: deepChannel(p.B, a), A: uint16(a)})
		}
	}
	return out
}

// deepChannel is the 16-bit value that, multiplied by alpha a (of 0xFFFF), is
// near v's share and ends in the byte v.
func deepChannel(v uint8, a uint32) uint16 {
	if a == 0 {
		return 0
	}
	right := uint32(v) * 0x101 * a / 0xFFFF
	near := right&^0xFF | uint32(v)
	switch { // of the three neighbours with this low byte, the nearest that alpha allows
	case (near > a || near > right+0x80) && near >= 0x100:
		near -= 0x100
	case near+0x80 < right && near+0x100 <= a:
		near += 0x100
	}
	// color.NRGBA64 multiplies and cuts off, so the least value that reaches near.
	return uint16((near*0xFFFF + a - 1) / a)
}
