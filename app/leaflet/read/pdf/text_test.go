package pdf_test

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"afterglow/app/leaflet/read/pdf"
)

// packed is a stream's body as most programs write it.
func packed(s string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	_, _ = z.Write([]byte(s)) // a buffer takes all
	_ = z.Close()
	return b.String()
}

func stream(n int, dict, body string) string {
	return fmt.Sprintf("%d 0 obj <<%s/Length %d>> stream\n%s\nendstream endobj\n", n, dict, len(body), body)
}

// document is a PDF as Word writes it: its objects in a packed stream, its letters by a table of the font.
func document(content string) []byte {
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Kids[3 0 R]/Count 1/Resources<</Font<</F1 5 0 R>>>>>>", "<</Type/Page/Contents 4 0 R>>", "<</Type/Font/Subtype/Type0/BaseFont/Arial/DescendantFonts[8 0 R]/ToUnicode 7 0 R>>", "<</DW 500/W[3[250]]>>"}
	var index, body string
	for i, n := range []int{1, 2, 3, 5, 8} {
		index += fmt.Sprintf("%d %d ", n, len(body))
		body += objects[i] + " "
	}
	letters := "1 begincodespacerange <0000> <FFFF> endcodespacerange\n1 beginbfchar <0003> <0020> endbfchar\n1 beginbfrange <0024> <003D> <0041> endbfrange\n1 beginbfrange <0044> <005D> <0061> endbfrange\n2 beginbfchar <0013> <0030> <00B3> <0066006C> endbfchar"
	return []byte("%PDF-1.7\n" +
		stream(4, "/Filter/FlateDecode", packed(content)) +
		stream(6, fmt.Sprintf("/Type/ObjStm/N 5/First %d/Filter[/FlateDecode]", len(index)), packed(index+body)) +
		stream(7, "/Filter/FlateDecode", packed(letters)) +
		stream(9, "/Type/XRef/Root 1 0 R", "x"))
}

func TestAPackedPDFWithTwoBytesALetterGivesItsText(t *testing.T) {
	b := document("q BT /F1 11 Tf 1 0 0 1 72 700 Tm <0031005200030056> Tj <0058> Tj [<0051> -900 <00B30044004E0048>] TJ ET Q")
	if got, err := pdf.Text(context.Background(), b); err != nil || got != "No sun flake\n" {
		t.Errorf("got %q (%v)", got, err)
	}
}

func TestLinesHeadingsAndCellsOfAPageAreToldApart(t *testing.T) {
	b := document(`BT /F1 20 Tf 1 0 0 1 72 750 Tm <00240059005200 4C0047> Tj ET
BT /F1 11 Tf 1 0 0 1 72 700 Tm <0030004400 4E00480058005300030049005200550003005C00520058> Tj 0 -13 Td <0049005200550003005C00520058> Tj ET
BT /F1 11 Tf 1 0 0 1 72 640 Tm <003600580051> Tj 1 0 0 1 300 640 Tm <005A0048004800 4E> Tj ET`)
	got, err := pdf.Text(context.Background(), b)
	if want := "# Avoid\n\nMakeup for you\nfor you\n\nSun | week\n"; err != nil || got != want {
		t.Errorf("got %q (%v), want %q", got, err, want)
	}
}

func TestAStreamThatSwellsIsRefused(t *testing.T) {
	bomb := packed(strings.Repeat("\n", 70<<20))
	b := []byte("%PDF-1.7\n1 0 obj <</Pages 2 0 R>> endobj 2 0 obj <</Kids[3 0 R]>> endobj 3 0 obj <</Contents 4 0 R>> endobj " +
		stream(4, "/Filter/FlateDecode", bomb) + "trailer <</Root 1 0 R>>")
	if text, err := pdf.Text(context.Background(), b); !errors.Is(err, pdf.ErrTooMuch) {
		t.Errorf("it gives %q and %v", text, err)
	}
}
