//go:build e2e

package e2e

import (
	"fmt"
	"image"
	"strings"
	"testing"
	"time"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
	"golang.org/x/image/draw"
)

// pointed is what a camera in front of the window reads. A hand comes nearer and goes back until a code is read: the library
// takes other things on the screen for a code's corners now and then.
func pointed(picture image.Image) (text string, err error) {
	b := picture.Bounds()
	for _, near := range []float64{1, 1.6, 0.75, 2.2} {
		view := image.NewRGBA(image.Rect(0, 0, int(float64(b.Dx())*near), int(float64(b.Dy())*near)))
		draw.CatmullRom.Scale(view, view.Bounds(), picture, b, draw.Src, nil)
		if text, err = read(view); err == nil {
			return text, nil
		}
	}
	return "", err
}

func read(picture image.Image) (string, error) {
	bits, err := gozxing.NewBinaryBitmapFromImage(picture)
	if err != nil {
		return "", err
	}
	is, err := qrcode.NewQRCodeReader().Decode(bits, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true})
	if err != nil {
		return "", fmt.Errorf("no code is read: %w", err)
	}
	return is.GetText(), nil
}

func TestAPhoneThatIsPointedAtTheWindowReadsTheNextMomentFromTheTray(t *testing.T) {
	s := begin(t)
	s.do("settings", "theme", "light")
	s.do("treat", "--at", "-3h", "--device", "pen", "--depth", "0.5", "--area", "face")
	_, item := s.startInTray()
	s.ok(item.Pick(s.ctx, "To my phone..."))
	id := s.window()
	s.active(id)
	var text string
	s.sees(id, "a code is shown", func(picture image.Image) (err error) {
		text, err = pointed(picture)
		return err
	})
	var start time.Time
	for line := range strings.Lines(text) {
		if at, ok := strings.CutPrefix(strings.TrimSpace(line), "DTSTART:"); ok {
			var err error
			start, err = time.Parse("20060102T150405Z", at)
			s.ok(err)
		}
	}
	if !strings.HasPrefix(text, "BEGIN:VEVENT") || !start.After(time.Now()) || !strings.Contains(text, "SUMMARY:") {
		t.Errorf("the phone reads\n%s", text)
	}
}
