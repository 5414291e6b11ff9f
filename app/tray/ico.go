package tray

import (
	"bytes"
	"encoding/binary"
	"image"
)

// ico packs pictures of one icon, each at most 255 pixels wide, into a Windows
// icon file. Every frame is a 32-bit bitmap: all versions of Windows read that,
// PNG frames of such small sizes some do not.
func ico(frames []*image.NRGBA) []byte {
	const fileHeader, entry, bitmapHeader = 6, 16, 40
	var file, data bytes.Buffer
	put := func(w *bytes.Buffer, values ...any) {
		for _, v := range values {
			_ = binary.Write(w, binary.LittleEndian, v) // a buffer takes everything
		}
	}
	put(&file, uint16(0), uint16(1), uint16(len(frames)))
	at := fileHeader + entry*len(frames)
	for _, f := range frames {
		w, h := f.Rect.Dx(), f.Rect.Dy()
		maskRow := (w + 31) / 32 * 4
		size := bitmapHeader + 4*w*h + maskRow*h
		put(&file, uint8(w), uint8(h), uint8(0), uint8(0), uint16(1), uint16(32), uint32(size), uint32(at+data.Len()))
		// The height counts the picture and its mask; rows go from the bottom up.
		put(&data, uint32(bitmapHeader), int32(w), int32(2*h), uint16(1), uint16(32), uint32(0), uint32(4*w*h+maskRow*h), [4]uint32{})
		for y := h - 1; y >= 0; y-- {
			for x := range w {
				p := f.Pix[y*f.Stride+4*x:]
				data.Write([]byte{p[2], p[1], p[0], p[3]})
			}
		}
		for y := h - 1; y >= 0; y-- {
			row := make([]byte, maskRow)
			for x := range w {
				if f.Pix[y*f.Stride+4*x+3] == 0 {
					row[x/8] |= 0x80 >> (x % 8)
				}
			}
			data.Write(row)
		}
	}
	file.Write(data.Bytes())
	return file.Bytes()
}
