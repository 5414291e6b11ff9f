package picture_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
	qr "github.com/piglig/go-qr"
	"golang.org/x/image/draw"
	"golang.org/x/image/math/f64"

	"afterglow/app/fault"
	"afterglow/app/plancode"
	"afterglow/app/plancode/picture"
)

// plan is one of some length: words that no dictionary has.
func plan(seed uint64, words int) []byte {
	random := rand.New(rand.NewPCG(seed, 12))
	var b strings.Builder
	for range words {
		for range 2 + random.IntN(8) {
			b.WriteByte(byte('a' + random.IntN(26)))
		}
		b.WriteByte(" \n"[random.IntN(2)])
	}
	return []byte("format = 1\n" + b.String())
}

// photo is how a phone sees it: turned by so many degrees, on grey, as a JPEG of quality 60.
func photo(t testing.TB, of image.Image, degrees float64) []byte {
	t.Helper()
	side := of.Bounds().Dx() * 3 / 2
	paper := image.NewGray(image.Rect(0, 0, side, side))
	draw.Draw(paper, paper.Bounds(), image.NewUniform(color.Gray{Y: 225}), image.Point{}, draw.Src)
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	middle, at := float64(of.Bounds().Dx())/2, float64(side)/2
	turn := f64.Aff3{cos, -sin, at - cos*middle + sin*middle, sin, cos, at - sin*middle - cos*middle}
	draw.BiLinear.Transform(paper, turn, of, of.Bounds(), draw.Over, nil)
	var file bytes.Buffer
	if err := jpeg.Encode(&file, paper, &jpeg.Options{Quality: 60}); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func asPNG(t testing.TB, of image.Image) []byte {
	t.Helper()
	var file bytes.Buffer
	if err := png.Encode(&file, of); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func drawn(t testing.TB, code string, pixels int) *image.Gray {
	t.Helper()
	out, err := picture.Draw(code, pixels)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func codes(t testing.TB, of []byte) []string {
	t.Helper()
	all, err := plancode.Encode(of)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// gather adds what a picture file shows.
func gather(all *plancode.Collector, file []byte) error {
	texts, err := picture.Read(file)
	for _, text := range texts {
		if err == nil {
			err = all.Add(text)
		}
	}
	return err
}

func idOf(err error) string {
	var f *fault.Fault
	if errors.As(err, &f) {
		return f.ID
	}
	return ""
}

func TestAPlanComesBackFromPhotosOfItsCodes(t *testing.T) {
	for seed := range uint64(25) {
		want := plan(seed, 20+int(seed)*37)
		var all plancode.Collector
		for _, code := range codes(t, want) {
			if err := gather(&all, photo(t, drawn(t, code, 3), 10)); err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
		}
		if got, err := all.Plan(); err != nil || !bytes.Equal(got, want) {
			t.Fatalf("seed %d: %v", seed, err)
		}
	}
}

func TestACodeIsReadAtAnyTurnAndSize(t *testing.T) {
	want := plan(1, 60)
	code := codes(t, want)[0]
	for _, pixels := range []int{2, 3, 5, 8, 16} {
		for _, degrees := range []float64{0, -7, 45, 90, 180} {
			if pixels == 2 && degrees == 45 {
				continue // two pixels a module, slanted and in a JPEG, are less than the picture holds
			}
			var all plancode.Collector
			if err := gather(&all, photo(t, drawn(t, code, pixels), degrees)); err != nil {
				t.Errorf("%d pixels a module, turned by %v: %v", pixels, degrees, err)
			}
		}
	}
}

func TestOnePictureMayShowAllCodesOfAPlan(t *testing.T) {
	want := plan(2, 700)
	all := codes(t, want)
	if len(all) < 3 {
		t.Fatal("the test wants several codes")
	}
	tile := drawn(t, all[0], 4).Bounds().Dx() + 40
	sheet := image.NewGray(image.Rect(0, 0, tile*2, tile*((len(all)+1)/2)))
	draw.Draw(sheet, sheet.Bounds(), image.White, image.Point{}, draw.Src)
	for i, code := range all {
		at := image.Pt(i%2*tile, i/2*tile)
		draw.Draw(sheet, sheet.Bounds().Add(at), drawn(t, code, 4), image.Point{}, draw.Src)
	}
	var gathered plancode.Collector
	if err := gather(&gathered, asPNG(t, sheet)); err != nil {
		t.Fatal(err)
	}
	if got, err := gathered.Plan(); err != nil || !bytes.Equal(got, want) {
		t.Fatalf("%v", err)
	}
}

// header is the begin of a PNG file that says it is so large.
func header(width, height uint32) []byte {
	chunk := []byte("IHDR")
	chunk = binary.BigEndian.AppendUint32(chunk, width)
	chunk = binary.BigEndian.AppendUint32(chunk, height)
	chunk = append(chunk, 8, 0, 0, 0, 0)
	file := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), chunk...)
	return binary.BigEndian.AppendUint32(file, crc32.ChecksumIEEE(chunk))
}

func TestEachPictureThatIsNoCodeHasItsOwnReason(t *testing.T) {
	address, err := qr.EncodeText("https://example.org", qr.Medium)
	if err != nil {
		t.Fatal(err)
	}
	foreign, err := address.ToPNGBytes(qr.NewQrCodeImgConfig(6, 4))
	if err != nil {
		t.Fatal(err)
	}
	noise := image.NewGray(image.Rect(0, 0, 900, 700))
	random := rand.New(rand.NewPCG(1, 1))
	for i := range noise.Pix {
		noise.Pix[i] = byte(random.UintN(2) * 255)
	}
	one := codes(t, plan(3, 500))
	sheet := image.NewGray(image.Rect(0, 0, 1200, 600))
	draw.Draw(sheet, sheet.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(sheet, sheet.Bounds(), drawn(t, one[0], 4), image.Point{}, draw.Src)
	draw.Draw(sheet, sheet.Bounds().Add(image.Pt(600, 0)), drawn(t, codes(t, plan(4, 500))[1], 4), image.Point{}, draw.Src)
	for _, c := range []struct {
		name string
		file []byte
		want string
	}{
		{"an empty file", nil, "plancode.no_picture"},
		{"a text", []byte("format = 1"), "plancode.no_picture"},
		{"a picture cut off", foreign[:len(foreign)/2], "plancode.no_picture"},
		{"a picture that would fill the memory", header(60000, 60000), "plancode.picture_large"},
		{"a file that is too large", make([]byte, plancode.LargestPicture+1), "plancode.picture_large"},
		{"white paper", asPNG(t, image.NewGray(image.Rect(0, 0, 200, 1))), "plancode.no_code"},
		{"noise", asPNG(t, noise), "plancode.no_code"},
		{"another's code", foreign, "plancode.foreign"},
		{"codes of two plans", asPNG(t, sheet), "plancode.other_plan"},
		{"half a code", asPNG(t, drawn(t, one[0], 4).SubImage(image.Rect(0, 0, 400, 200))), "plancode.no_code"},
	} {
		var all plancode.Collector
		if err := gather(&all, c.file); idOf(err) != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

func TestAPictureFileOfACodeIsReadAgain(t *testing.T) {
	want := plan(6, 30)
	file, err := picture.PNG(codes(t, want)[0])
	if err != nil {
		t.Fatal(err)
	}
	var all plancode.Collector
	if err := gather(&all, file); err != nil {
		t.Fatal(err)
	}
	if got, err := all.Plan(); err != nil || !bytes.Equal(got, want) {
		t.Fatalf("%v", err)
	}
	if _, err := picture.PNG("small letters are no code"); err == nil {
		t.Error("what is no code was drawn")
	}
}

// FuzzRead: no file makes the reading fall over.
func FuzzRead(f *testing.F) {
	f.Add(photo(f, drawn(f, codes(f, plan(1, 20))[0], 3), 10))
	f.Add(header(60000, 60000))
	f.Fuzz(func(t *testing.T, file []byte) {
		if size, _, err := image.DecodeConfig(bytes.NewReader(file)); err == nil && size.Width*size.Height > 1<<20 {
			return // bounds are tested above; here they would cost time alone
		}
		if texts, err := picture.Read(file); (err == nil) != (len(texts) > 0) {
			t.Errorf("%d codes, and %v", len(texts), err)
		}
	})
}

func TestATextIsReadByAnotherLibraryAsItWasDrawn(t *testing.T) {
	for name, text := range map[string]string{
		"a moment":      "BEGIN:VEVENT\r\nUID:e9ab367d-02a1-8399-89ce-3d2884ce7ce0\r\nDTSTART:20261122T143000Z\r\nSUMMARY:Makeup: wait ends 15:30\r\nEND:VEVENT\r\n",
		"other letters": "SUMMARY:Schminke, Größe, ⁅Máké-úp⁆",
	} {
		drawn, err := picture.Text(text, 3)
		if err != nil {
			t.Fatal(err)
		}
		bits, err := gozxing.NewBinaryBitmapFromImage(drawn)
		if err != nil {
			t.Fatal(err)
		}
		read, err := qrcode.NewQRCodeReader().Decode(bits, nil)
		if err != nil || read.GetText() != text {
			t.Errorf("%s: %v, read %q", name, err, read)
		}
	}
	if _, err := picture.Text(strings.Repeat("x", 5000), 3); err == nil {
		t.Error("a text that no code holds is drawn")
	}
}
