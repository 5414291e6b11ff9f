package desktop

import (
	"encoding/binary"
	"fmt"
	"image/color"
	"os"
	"path/filepath"
)

// Glass looks at the screen itself, thousands of times a second: the virtual X server keeps its picture in a
// file, and nobody has to be asked for it. A picture by [Desktop.Picture] takes some 100 ms.
type Glass struct {
	file   *os.File
	start  int64 // where the picture begins in the file
	stride int64 // bytes from one row to the next
	wide   int
}

// Glass opens the screen's file. [Glass.Close] closes it.
func (d *Desktop) Glass() (*Glass, error) {
	file, err := os.Open(filepath.Join(d.dir, "Xvfb_screen0"))
	if err != nil {
		return nil, fmt.Errorf("look at the screen: %w", err)
	}
	// The header of the X window dump, of 32-bit words, the high byte first: X11/XWDFile.h. A colour takes 12 bytes.
	head := make([]byte, 100)
	if _, err := file.ReadAt(head, 0); err != nil {
		file.Close()
		return nil, fmt.Errorf("read the screen's header: %w", err)
	}
	word := func(n int) int64 { return int64(binary.BigEndian.Uint32(head[4*n:])) }
	return &Glass{file: file, start: word(0) + 12*word(19), stride: word(12), wide: int(word(4))}, nil
}

// Row is one row of the screen as it is now.
func (g *Glass) Row(y int) ([]color.NRGBA, error) {
	raw := make([]byte, g.wide*4)
	if _, err := g.file.ReadAt(raw, g.start+int64(y)*g.stride); err != nil {
		return nil, fmt.Errorf("look at row %d of the screen: %w", y, err)
	}
	row := make([]color.NRGBA, g.wide)
	for x := range row {
		row[x] = color.NRGBA{R: raw[4*x+2], G: raw[4*x+1], B: raw[4*x], A: 255}
	}
	return row, nil
}

// Close lets go of the screen's file.
func (g *Glass) Close() error { return g.file.Close() }
