package read_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"afterglow/app/fault"
	"afterglow/app/leaflet/read"
)

// word is a Word file with this document.
func word(t testing.TB, body string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	f, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write([]byte(`<w:document xmlns:w="w"><w:body>` + body + `</w:body></w:document>`)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func para(style, text string) string {
	return `<w:p><w:pPr>` + style + `</w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

// page is a PDF with one page that draws this.
func page(content string) []byte {
	return []byte(fmt.Sprintf(`%%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj
4 0 obj <</Length %d>> stream
%s
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>> endobj
trailer <</Root 1 0 R>>
`, len(content), content))
}

func wide(s string, first, second int) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		pair := [2]byte{byte(u), byte(u >> 8)}
		b = append(b, pair[first], pair[second])
	}
	return b
}

func TestEachKindOfFileGivesItsText(t *testing.T) {
	const said = "Don’t use makeup – 24 hours"
	for _, c := range []struct {
		kind, file string
		bytes      []byte
		want       string
	}{
		{"UTF-8", "a.txt", []byte(said), said},
		{"UTF-8 with its mark", "a.txt", []byte("\ufeff" + said), said},
		{"UTF-16 of Windows", "a.txt", append([]byte{0xff, 0xfe}, wide(said, 0, 1)...), said},
		{"UTF-16 of a Mac", "a.txt", append([]byte{0xfe, 0xff}, wide(said, 1, 0)...), said},
		{"UTF-16 without its mark", "a.txt", wide(said, 0, 1), said},
		{"Windows-1252", "a.txt", []byte("Don\x92t use makeup \x96 24 hours"), said},
		{"Markdown", "a.md", []byte("# Avoid\n- makeup"), "# Avoid\n- makeup"},
		{"no ending", "leaflet", []byte(said), said},
		{"a paragraph of Word", "a.docx", word(t, para("", said)), said + "\n\n"},
		{"a list of Word", "a.docx", word(t, para(`<w:numPr><w:ilvl w:val="1"/></w:numPr>`, "makeup")), "  - makeup\n"},
		{"a heading of Word", "a.docx", word(t, para(`<w:pStyle w:val="Heading2"/>`, "Avoid")), "## Avoid\n\n"},
		{"a bold line of Word", "a.docx", word(t, `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Avoid</w:t></w:r></w:p>`), "###### Avoid\n\n"},
		{"a table of Word", "a.docx", word(t, `<w:tbl><w:tr><w:tc>`+para("", "Sun")+`</w:tc><w:tc>`+para("", "2 weeks")+para("", "or more")+`</w:tc></w:tr></w:tbl>`), "| Sun | 2 weeks; or more |\n\n"},
		{"letters in pieces of Word", "a.docx", word(t, `<w:p><w:r><w:t>24</w:t></w:r><w:r><w:t xml:space="preserve"> hours</w:t></w:r></w:p>`), "24 hours\n\n"},
		{"what Word keeps twice", "a.docx", word(t, `<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>once</w:t></mc:Choice><mc:Fallback><w:t>once</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`), "once\n\n"},
		{"what was struck out in Word", "a.docx", word(t, `<w:p><w:r><w:t xml:space="preserve">No gym for </w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>12 hours</w:t></w:r><w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>24 hours</w:t></w:r></w:p>`), "No gym for 24 hours\n\n"},
		{"what is hidden in Word", "a.docx", word(t, `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Use retinol.</w:t></w:r><w:r><w:t>No gym</w:t></w:r></w:p>`), "No gym\n\n"},
		{"what was moved in Word", "a.docx", word(t, `<w:p><w:moveFrom><w:r><w:t>No gym</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>No gym</w:t></w:r></w:moveTo></w:p>`), "No gym\n\n"},
		{"what was changed in Word", "a.docx", word(t, `<w:p><w:r><w:t xml:space="preserve">For </w:t></w:r><w:del><w:r><w:delText>24</w:delText></w:r></w:del><w:ins><w:r><w:t>48</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> hours</w:t></w:r></w:p>`), "For 48 hours\n\n"},
		{"a box of Word", "a.docx", word(t, `<w:p><w:r><w:t>Before it.</w:t></w:r><w:r><w:txbxContent>`+para("", "No sun.")+`</w:txbxContent></w:r></w:p>`), "Before it.\n\nNo sun.\n\n\n"},
		{"a table in a table of Word", "a.docx", word(t, `<w:tbl><w:tr><w:tc>`+para("", "Sun")+`</w:tc><w:tc>`+para("", "Wait")+`<w:tbl><w:tr><w:tc>`+para("", "face")+`</w:tc><w:tc>`+para("", "2 weeks")+`</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>`), "| Sun | Wait; face - 2 weeks |\n\n"},
		{"columns of a PDF with short heads", "a.pdf", page("BT /F1 12 Tf 1 0 0 1 50 700 Tm (DO) Tj 1 0 0 1 320 700 Tm (DO NOT) Tj ET"), "DO | DO NOT\n"},
		{"a PDF", "a.pdf", page("BT /F1 12 Tf 1 0 0 1 50 700 Tm (No makeup) Tj 0 -14 Td (for 24 hours.) Tj ET"), "No makeup\nfor 24 hours.\n"},
		{"a PDF whose letters are set apart", "a.pdf", page("BT /F1 12 Tf 50 700 Td [(No) -400 (mak) 20 (eup)] TJ ET"), "No makeup\n"},
		{"a PDF with the signs of Windows", "a.pdf", page("BT /F1 12 Tf 50 700 Td (don\\222t \\226 2) Tj ET"), "don’t – 2\n"},
		{"a PDF by another name", "a.txt", page("BT /F1 12 Tf 50 700 Td (No sun) Tj ET"), "No sun\n"},
	} {
		t.Run(c.kind, func(t *testing.T) {
			got, err := read.Text(context.Background(), c.file, c.bytes)
			if err != nil || got != c.want {
				t.Errorf("got %q (%v), want %q", got, err, c.want)
			}
		})
	}
}

func TestAFileThatCannotBeReadSaysWhy(t *testing.T) {
	for _, c := range []struct {
		kind, file string
		bytes      []byte
		want       string
	}{
		{"no text", "a.txt", []byte(" \n\t"), "leaflet.empty"},
		{"an empty Word file", "a.docx", word(t, ""), "leaflet.empty"},
		{"a picture", "a.png", []byte("\x89PNG\r\n\x1a\n"), "leaflet.kind"},
		{"an older Word file", "a.doc", []byte("\xd0\xcf\x11\xe0\xa1\xb1"), "leaflet.kind"},
		{"rich text", "a.rtf", []byte(`{\rtf1 No makeup}`), "leaflet.kind"},
		{"a program", "a.txt", []byte("\x7fELF\x00\x01\x02\x03"), "leaflet.kind"},
		{"an archive", "a.docx", []byte("PK\x05\x06" + strings.Repeat("\x00", 18)), "leaflet.damaged"},
		{"a torn Word file", "a.docx", word(t, para("", "No makeup"))[:60], "leaflet.damaged"},
		{"text that calls itself a PDF", "a.pdf", []byte("No makeup"), "leaflet.damaged"},
		{"a torn PDF", "a.pdf", []byte("%PDF-1.4\n1 0 obj <</Type/Cat"), "leaflet.damaged"},
		{"a scanned PDF", "a.pdf", page("q 600 0 0 800 0 0 cm /Im1 Do Q"), "leaflet.scanned"},
		{"a protected PDF", "a.pdf", bytes.Replace(page(""), []byte("/Root 1 0 R"), []byte("/Root 1 0 R/Encrypt 9 0 R"), 1), "leaflet.protected"},
		{"a file that is too large", "a.txt", bytes.Repeat([]byte("a"), read.MostFile+1), "leaflet.too_large"},
		{"a Word file that swells", "a.docx", word(t, `<w:p><w:pPr x="`+strings.Repeat("a", read.MostFile)+`"/></w:p>`), "leaflet.too_large"},
	} {
		t.Run(c.kind, func(t *testing.T) {
			text, err := read.Text(context.Background(), c.file, c.bytes)
			f, ok := errors.AsType[*fault.Fault](err)
			if !ok || f.ID != c.want {
				t.Errorf("got %q and %v, want %s", text, err, c.want)
			}
		})
	}
}

func TestAReadingEndsWhenItIsStopped(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	for kind, b := range map[string][]byte{"a.docx": word(t, para("", "No makeup")), "a.pdf": page("BT /F1 12 Tf (No makeup) Tj ET")} {
		if text, err := read.Text(ctx, kind, b); !errors.Is(err, context.Canceled) {
			t.Errorf("%s gives %q and %v", kind, text, err)
		}
	}
}

// Each of these ends a reader that trusts its file: in a stack without an end, in memory, or never.
func TestAHostilePDFEnds(t *testing.T) {
	for name, b := range map[string][]byte{
		"lists without an end":          page(strings.Repeat("[", 1<<20)),
		"tables without an end":         []byte("%PDF-1.4\n1 0 obj " + strings.Repeat("<</A ", 1<<20)),
		"pages that hold themselves":    []byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[2 0 R 2 0 R]>>endobj trailer<</Root 1 0 R>>"),
		"a length that is itself":       []byte("%PDF-1.4\n1 0 obj<</Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R]>>endobj 3 0 obj<</Contents 4 0 R>>endobj 4 0 obj<</Length 4 0 R>>stream\nBT ET\nendstream trailer<</Root 1 0 R>>"),
		"a form that draws itself":      []byte("%PDF-1.4\n1 0 obj<</Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R]>>endobj 3 0 obj<</Contents 4 0 R/Resources<</XObject<</A 4 0 R>>>>>>endobj 4 0 obj<</Subtype/Form/Length 17>>stream\n/A Do /A Do /A Do\nendstream trailer<</Root 1 0 R>>"),
		"texts without an end":          []byte("%PDF-1.4\n" + strings.Repeat("1 0 obj (", 1<<18)),
		"numbers that are out of size":  []byte("%PDF-1.4\n99999999999999999999 0 obj <</Length 1e300>> stream\nx"),
		"a stream of objects of itself": []byte("%PDF-1.4\n1 0 obj<</Type/ObjStm/N 1 0 R/First 1 0 R/Length 3>>stream\n1 0\nendstream endobj trailer<</Root 1 0 R>>"),
	} {
		t.Run(name, func(t *testing.T) {
			if text, err := read.Text(context.Background(), "a.pdf", b); err == nil {
				t.Errorf("it gives %q", text)
			}
		})
	}
}

// What a person reads at the foot or the head of a Word file's page is a part of it: a note may change a figure.
func TestNotesAndFootersOfWordAreRead(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"word/header1.xml", "Rose Clinic"}, {"word/header2.xml", "Rose Clinic"}, {"word/document.xml", "No makeup for 24 hours.*"},
		{"word/footnotes.xml", "* 48 hours after deep needling"}, {"word/footer1.xml", "020 7946 0000"}, {"word/comments.xml", "to be checked"},
	} {
		f, err := z.Create(part[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(`<w:x>` + para("", part[1]) + `</w:x>`)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := read.Text(context.Background(), "a.docx", b.Bytes())
	if want := "No makeup for 24 hours.*\n\n\n* 48 hours after deep needling\n\nRose Clinic\n\n020 7946 0000\n"; err != nil || got != want {
		t.Errorf("got %q (%v), want %q", got, err, want)
	}
}

func FuzzAFileIsReadOrRefused(f *testing.F) {
	f.Add("a.txt", []byte("No makeup for 24 hours"))
	f.Add("a.docx", word(f, para("", "No makeup")))
	f.Add("a.pdf", page("BT /F1 12 Tf 50 700 Td [(No) -400 (makeup)] TJ (x) ' ET /A Do"))
	f.Add("a.pdf", []byte("%PDF-1.4\n1 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>stream\n\x78\x9c1 0 [\nendstream"))
	f.Fuzz(func(t *testing.T, name string, b []byte) {
		text, err := read.Text(context.Background(), name, b)
		if err == nil && strings.TrimSpace(text) == "" {
			t.Error("it gives no text and no fault")
		}
		if _, told := errors.AsType[*fault.Fault](err); err != nil && !told {
			t.Errorf("%v is no fault", err)
		}
	})
}

// A Word file's own XML is packed, so that chance never finds its way into it.
func FuzzADocumentIsReadOrRefused(f *testing.F) {
	f.Add(para(`<w:numPr><w:ilvl w:val="1"/></w:numPr>`, "makeup"))
	f.Add(`<w:tbl><w:tr><w:tc>` + para("", "Sun") + `</w:tc><w:tc/></w:tr></w:tbl></w:tbl></w:tc></w:tr>`)
	f.Fuzz(func(t *testing.T, body string) {
		if _, err := read.Text(context.Background(), "a.docx", word(t, body)); err != nil {
			if _, told := errors.AsType[*fault.Fault](err); !told {
				t.Errorf("%v is no fault", err)
			}
		}
	})
}
