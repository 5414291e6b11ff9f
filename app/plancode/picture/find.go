package picture

import (
	"image"
	"slices"

	"github.com/makiuchi-d/gozxing"
	multi "github.com/makiuchi-d/gozxing/multi/qrcode"
	"github.com/makiuchi-d/gozxing/qrcode"
	"golang.org/x/image/draw"
)

// largestSide is the longest side in pixels that is looked through; larger pictures are made smaller first. A code of
// version 20 that fills half of it still has more than ten pixels a module.
const largestSide = 2400

// Find gives the texts of the QR codes in a picture, each once; none if it has none. It looks at several sizes and with
// two thresholds, since a photo is uneven and a module may be cut between pixels; it stops once enough says so,
// or once another look finds nothing more.
func Find(picture image.Image, enough func(texts []string) bool) (texts []string) {
	for _, side := range sides(picture.Bounds()) {
		source := gozxing.NewLuminanceSourceFromImage(sized(picture, side))
		for _, threshold := range []gozxing.Binarizer{gozxing.NewHybridBinarizer(source), gozxing.NewGlobalHistgramBinarizer(source)} {
			had := len(texts)
			for _, text := range look(threshold) {
				if !slices.Contains(texts, text) {
					texts = append(texts, text)
				}
			}
			if enough(texts) || had > 0 && len(texts) == had {
				return texts
			}
		}
	}
	return texts
}

// sides are the lengths of the longest side at which a picture is looked through, the likeliest first.
func sides(of image.Rectangle) []int {
	longest := min(max(of.Dx(), of.Dy()), largestSide)
	all := []int{longest, longest / 2, longest * 2, longest * 3 / 4, longest * 3 / 2}
	return slices.DeleteFunc(all, func(side int) bool { return side < 1 || side > largestSide })
}

// sized is the picture with its longest side as given, in grey on white.
func sized(picture image.Image, side int) *image.Gray {
	from := picture.Bounds()
	longest := max(from.Dx(), from.Dy())
	out := image.NewGray(image.Rect(0, 0, max(1, from.Dx()*side/longest), max(1, from.Dy()*side/longest)))
	draw.Draw(out, out.Bounds(), image.White, image.Point{}, draw.Src)
	draw.ApproxBiLinear.Scale(out, out.Bounds(), picture, from, draw.Over, nil)
	return out
}

// look reads what codes the picture has. The library may fail on what is no code at all: then there is none.
func look(threshold gozxing.Binarizer) (texts []string) {
	defer func() {
		if failed := recover(); failed != nil {
			texts = nil
		}
	}()
	dots, err := gozxing.NewBinaryBitmap(threshold)
	if err != nil {
		return nil
	}
	hints := map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true}
	if several, err := multi.NewQRCodeMultiReader().DecodeMultiple(dots, hints); err == nil {
		for _, one := range several {
			texts = append(texts, one.GetText())
		}
	}
	if len(texts) == 0 {
		if one, err := qrcode.NewQRCodeReader().Decode(dots, hints); err == nil {
			texts = append(texts, one.GetText())
		}
	}
	return texts
}
